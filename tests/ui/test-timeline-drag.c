/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is dragged on the timeline. The gesture is told what a pointer would tell it. */
#include "config.h"

#include "table-fixture.h"

#include "schedule/schedule-view.h"
#include "schedule/timeline/timeline-view-private.h"

#define HOUR 3600

typedef struct
{
  GtkWidget *schedule;
  LiaisonTimelineView *view;
} Shown;

/* Two days from DAY (3), in hours wide enough to be hit. */
static Shown
show (Fixture *f)
{
  Shown shown = { liaison_schedule_view_new (f->session), NULL };

  table_show (f, shown.schedule);
  g_assert_true (liaison_schedule_view_show (LIAISON_SCHEDULE_VIEW (shown.schedule), "timeline"));
  shown.view = table_find_widget (shown.schedule, LIAISON_TYPE_TIMELINE_VIEW);
  g_assert_nonnull (shown.view);
  liaison_test_wait_until (gtk_widget_get_width (GTK_WIDGET (shown.view)) > 300
                           && shown.view->fitted);
  liaison_timeline_view_show_range (shown.view, DAY (3), DAY (5));
  table_settle ();
  return shown;
}

static gboolean
is_located (Shown *shown, LiaisonId id, LiaisonHit *hit)
{
  return shown->view->rebuild == 0
         && liaison_drawing_locate (LIAISON_DRAWING (shown->view->timeline), id, hit);
}

/* An event of so many hours from hour @from of DAY (3). */
static LiaisonId
add (Fixture *f, Shown *shown, int from, int hours, const char *title)
{
  LiaisonHit hit;
  LiaisonId id;

  g_assert_true (liaison_timeline_view_create (shown->view, 0, DAY (3) + from * HOUR,
                                               DAY (3) + (from + hours) * HOUR, title));
  id = liaison_record_get_id (
      liaison_selection_get_record (liaison_session_get_selection (f->session)));
  liaison_selection_clear (liaison_session_get_selection (f->session));
  liaison_test_wait_until (is_located (shown, id, &hit));
  g_assert_true (is_located (shown, id, &hit));
  return id;
}

/* Hours from DAY (3). */
static double
start_of (Fixture *f, LiaisonId id)
{
  return (double) (table_event_of (f, id)->start.seconds - DAY (3)) / HOUR;
}

static double
end_of (Fixture *f, LiaisonId id)
{
  return start_of (f, id) + (double) table_event_of (f, id)->duration / HOUR;
}

static double
widget_x (Shown *shown, double x, double y, double *to_y)
{
  GdkRectangle at;
  LiaisonBox box = { x, y, 0, 0 };

  liaison_drawn_view_from_part (LIAISON_DRAWN_VIEW (shown->view), LIAISON_PART_BODY, &box, &at);
  *to_y = at.y;
  return at.x;
}

/* Takes hold at (x, y) of the body, by way of half the distance, and lets go. */
static void
drag (Shown *shown, double x, double y, double to_x, double to_y)
{
  GtkGesture *gesture = shown->view->gesture;
  double from_y, until_y;
  double from = widget_x (shown, x, y, &from_y), until = widget_x (shown, to_x, to_y, &until_y);

  g_signal_emit_by_name (gesture, "drag-begin", from, from_y);
  g_signal_emit_by_name (gesture, "drag-update", (until - from) / 2, (until_y - from_y) / 2);
  g_signal_emit_by_name (gesture, "drag-update", until - from, until_y - from_y);
  g_signal_emit_by_name (gesture, "drag-end", until - from, until_y - from_y);
}

/* How far into the bar it is taken hold of, from its start or its end; what that does to both. */
static const struct
{
  gboolean from_end;
  double into;
  gboolean start_moves, end_moves;
} grips[] = {
  { FALSE, 1, TRUE, FALSE }, { FALSE, -5, TRUE, FALSE }, { TRUE, -1, FALSE, TRUE },
  { TRUE, 2, FALSE, TRUE },  { FALSE, -1, TRUE, FALSE },
};

static void
check_grip (Fixture *f, Shown *shown, LiaisonId id, double place, gboolean start, gboolean end)
{
  double step = HOUR / liaison_timeline_get_axis (shown->view->timeline)->pace;
  double was_start = start_of (f, id), was_end = end_of (f, id);
  guint edits = table_count_edits (f);
  LiaisonHit hit;

  g_assert_true (is_located (shown, id, &hit));
  /* As the press before does. */
  liaison_selection_set_one (liaison_session_get_selection (f->session), id);
  /* Outwards, so that neither meets the other. */
  drag (shown, place, hit.box.y + hit.box.height / 2, place + (start && !end ? -step : step),
        hit.box.y + hit.box.height / 2);
  g_assert_cmpuint (table_count_edits (f), ==, edits + 1);
  g_assert_cmpfloat (start_of (f, id), ==, was_start + (start ? (end ? 1 : -1) : 0));
  g_assert_cmpfloat (end_of (f, id), ==, was_end + (end ? 1 : 0));
  liaison_session_undo (f->session);
  liaison_test_wait_until (is_located (shown, id, &hit));
  g_assert_cmpfloat (start_of (f, id), ==, was_start);
  g_assert_cmpfloat (end_of (f, id), ==, was_end);
}

/* Both ends are found at once, in a wide bar and in one of few units; between them it is moved. */
static void
test_ends (Fixture *f, gconstpointer data)
{
  static const int lengths[] = { 8, 1 };
  Shown shown;

  gtk_widget_set_default_direction (GPOINTER_TO_INT (data));
  shown = show (f);
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      LiaisonId id = add (f, &shown, 4 + 20 * (int) i, lengths[i], "Serial");
      LiaisonHit hit;

      g_assert_true (is_located (&shown, id, &hit));
      g_assert_true ((hit.box.width > 60) == (lengths[i] > 1));
      for (guint j = 0; j < G_N_ELEMENTS (grips); j++)
        check_grip (f, &shown, id,
                    hit.box.x + (grips[j].from_end ? hit.box.width : 0) + grips[j].into,
                    grips[j].start_moves, grips[j].end_moves);
      check_grip (f, &shown, id, hit.box.x + hit.box.width / 2, TRUE, TRUE);
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* From the dot of what the pointer is over onto another: even where its title stands. */
static void
test_link (Fixture *f, gconstpointer data)
{
  Shown shown;
  LiaisonId first, second;
  LiaisonHit from, to;
  double x, y;
  guint edits;

  gtk_widget_set_default_direction (GPOINTER_TO_INT (data));
  shown = show (f);
  first = add (f, &shown, 2, 1, "Recce of the harbour");
  second = add (f, &shown, 20, 6, "Landing");
  g_assert_true (is_located (&shown, first, &from) && is_located (&shown, second, &to));
  liaison_timeline_view_set_hover (shown.view, &from);
  g_assert_true (liaison_timeline_find_dot (shown.view->timeline, &from, &x, &y));
  g_assert_cmpfloat (x, >, from.box.x + from.box.width);
  edits = table_count_edits (f);
  drag (&shown, x, y, to.box.x + to.box.width / 2, to.box.y + to.box.height / 2);
  g_assert_cmpuint (table_count_edits (f), ==, edits + 1);
  g_assert_cmpuint (liaison_items_get_size (table_event_of (f, second)->dependencies), ==, 1);
  g_assert_cmpfloat (start_of (f, first), ==, 2);
  liaison_session_undo (f->session);
  g_assert_cmpuint (liaison_items_get_size (table_event_of (f, second)->dependencies), ==, 0);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Where another event follows at once, the dot is in the bar. */
static void
test_dot_inside (Fixture *f, gconstpointer data)
{
  Shown shown = show (f);
  LiaisonId first = add (f, &shown, 2, 8, "First");
  LiaisonHit hit, next;
  double x, y;

  add (f, &shown, 10, 4, "Next to it");
  g_assert_true (is_located (&shown, first, &hit));
  g_assert_true (liaison_timeline_find_dot (shown.view->timeline, &hit, &x, &y));
  g_assert_cmpfloat (x, <, hit.box.x + hit.box.width);
  g_assert_true (liaison_timeline_find_grip (shown.view->timeline, &hit, x, y, &next));
  g_assert_cmpint (LIAISON_TIMELINE_HIT_KIND (next.index), ==, LIAISON_TIMELINE_BAR_LINK);
  /* Of what is not offered there is none. */
  g_assert_true (liaison_timeline_find_grip (shown.view->timeline, NULL, x, y, &next));
  g_assert_cmpint (LIAISON_TIMELINE_HIT_KIND (next.index), ==, LIAISON_TIMELINE_BAR);
}

/* To another lane, also where an end was taken hold of: an end goes neither up nor down. */
static void
test_lane (Fixture *f, gconstpointer data)
{
  Shown shown = show (f);
  LiaisonId id = add (f, &shown, 2, 8, "Visit"), other = table_add_site (f, "Other");
  LiaisonId was = table_event_of (f, id)->site;
  LiaisonBox lane;
  LiaisonHit hit;
  guint n = 0, to = 0;
  const LiaisonLane *lanes;

  liaison_timeline_view_set_with_empty (shown.view, TRUE);
  liaison_test_wait_until (is_located (&shown, id, &hit));
  lanes = liaison_lanes_get (liaison_timeline_get_lanes (shown.view->timeline), &n);
  while (to < n && !liaison_id_same (lanes[to].key, other))
    to++;
  g_assert_cmpuint (to, <, n);
  lane = liaison_timeline_get_lane_box (shown.view->timeline, to);
  for (guint i = 0; i < 3; i++)
    {
      guint edits = table_count_edits (f);
      double x;

      liaison_test_wait_until (is_located (&shown, id, &hit));
      x = hit.box.x + 1 + i * (hit.box.width - 2) / 2;
      liaison_selection_set_one (liaison_session_get_selection (f->session), id);
      drag (&shown, x, hit.box.y + hit.box.height / 2, x, lane.y + lane.height / 2);
      g_assert_cmpuint (table_count_edits (f), ==, edits + 1);
      g_assert_true (liaison_id_same (table_event_of (f, id)->site, other));
      g_assert_cmpfloat (start_of (f, id), ==, 2);
      g_assert_cmpfloat (end_of (f, id), ==, 10);
      liaison_session_undo (f->session);
      g_assert_true (liaison_id_same (table_event_of (f, id)->site, was));
    }
}

/* On empty ground a line is asked for, with the time that was drawn. */
static void
test_draw (Fixture *f, gconstpointer data)
{
  Shown shown = show (f);
  LiaisonId id = add (f, &shown, 2, 2, "There");
  double step = HOUR / liaison_timeline_get_axis (shown.view->timeline)->pace;
  guint edits = table_count_edits (f);
  LiaisonHit hit;
  GtkWidget *entry;

  g_assert_true (is_located (&shown, id, &hit));
  drag (&shown, hit.box.x + 20 * step, hit.box.y + 5, hit.box.x + 24 * step, hit.box.y + 5);
  g_assert_cmpuint (table_count_edits (f), ==, edits);
  g_assert_nonnull (shown.view->entry);
  entry = table_find_widget (shown.view->entry, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Drawn");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (table_count_edits (f), ==, edits + 1);
  id = liaison_record_get_id (
      liaison_selection_get_record (liaison_session_get_selection (f->session)));
  g_assert_cmpfloat (start_of (f, id), ==, 22);
  g_assert_cmpfloat (end_of (f, id), ==, 26);
}

/* Each occurrence is told with its own time. */
static void
assert_told_apart (Fixture *f, Shown *shown, LiaisonHit hit, double by)
{
  LiaisonManner manner = liaison_session_get_manner (f->session);
  LiaisonDrawing *drawing = LIAISON_DRAWING (shown->view->timeline);
  g_autofree char *first = liaison_drawing_tell (drawing, &manner, &hit), *second = NULL;

  hit.box.x += by;
  second = liaison_drawing_tell (drawing, &manner, &hit);
  g_assert_cmpstr (first, !=, second);
}

/* The second of two days: it goes alone, or both go; what is shown on the way is where it would be. */
static void
test_occurrence (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *answer;
    guint exceptions;
    double first;
  } cases[] = { { "one", 1, 2 }, { "all", 0, 4 }, { "cancel", 0, 2 } };
  Shown shown = show (f);
  LiaisonId id = add (f, &shown, 2, 3, "Board");
  double step = HOUR / liaison_timeline_get_axis (shown.view->timeline)->pace;
  GtkGesture *gesture = shown.view->gesture;
  LiaisonProposal *proposal = liaison_proposal_new ("test");
  GRefString *rule = g_ref_string_new ("FREQ=DAILY;COUNT=2");
  LiaisonHit hit;

  liaison_proposal_set_field (
      proposal, liaison_record_get_block (liaison_document_find (f->document, id)),
      LIAISON_FIELD (Event, rule), &rule);
  liaison_session_commit (f->session, proposal, NULL);
  g_ref_string_release (rule);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint edits = table_count_edits (f);
      double x, y;

      liaison_test_wait_until (is_located (&shown, id, &hit));
      g_assert_true (is_located (&shown, id, &hit));
      liaison_selection_set_one (liaison_session_get_selection (f->session), id);
      x = widget_x (&shown, hit.box.x + 25.5 * step, hit.box.y + hit.box.height / 2, &y);
      assert_told_apart (f, &shown, hit, 24 * step);
      g_signal_emit_by_name (gesture, "drag-begin", x, y);
      g_signal_emit_by_name (gesture, "drag-update", 2 * step, 0.);
      g_assert_cmpint (shown.view->drag.start, ==, DAY (4) + 2 * HOUR);
      g_assert_cmpint (shown.view->drag.new_start, ==, DAY (4) + 4 * HOUR);
      g_signal_emit_by_name (gesture, "drag-end", 2 * step, 0.);
      g_assert_cmpuint (table_count_edits (f), ==, edits);
      liaison_test_wait_until (table_find_dialog () != NULL);
      table_answer (cases[i].answer);
      g_assert_cmpuint (table_count_edits (f), ==, edits + (i < 2 ? 1 : 0));
      g_assert_cmpuint (liaison_items_get_size (table_event_of (f, id)->exceptions), ==,
                        cases[i].exceptions);
      g_assert_cmpfloat (start_of (f, id), ==, cases[i].first);
      if (i < 2)
        liaison_session_undo (f->session);
      g_assert_cmpuint (liaison_items_get_size (table_event_of (f, id)->exceptions), ==, 0);
      g_assert_cmpfloat (start_of (f, id), ==, 2);
    }
}

int
main (int argc, char **argv)
{
  if (!liaison_test_init (&argc, &argv))
    return 0;
  g_test_add ("/timeline-drag/ends", Fixture, GINT_TO_POINTER (GTK_TEXT_DIR_LTR), table_set_up,
              test_ends, table_tear_down);
  g_test_add ("/timeline-drag/ends-rtl", Fixture, GINT_TO_POINTER (GTK_TEXT_DIR_RTL), table_set_up,
              test_ends, table_tear_down);
  g_test_add ("/timeline-drag/link", Fixture, GINT_TO_POINTER (GTK_TEXT_DIR_LTR), table_set_up,
              test_link, table_tear_down);
  g_test_add ("/timeline-drag/link-rtl", Fixture, GINT_TO_POINTER (GTK_TEXT_DIR_RTL), table_set_up,
              test_link, table_tear_down);
  TABLE_ADD ("/timeline-drag/dot-inside", test_dot_inside);
  TABLE_ADD ("/timeline-drag/lane", test_lane);
  TABLE_ADD ("/timeline-drag/draw", test_draw);
  TABLE_ADD ("/timeline-drag/occurrence", test_occurrence);
  return g_test_run ();
}
