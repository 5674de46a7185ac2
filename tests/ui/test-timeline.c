/* SPDX-License-Identifier: GPL-3.0-or-later */
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

/* Frames and idle work until the plan is drawn. */
static void
settle (void)
{
  for (guint i = 0; i < 5; i++)
    {
      table_settle ();
      g_usleep (5000);
    }
  table_settle ();
}

static Shown
show (Fixture *f)
{
  Shown shown = { liaison_schedule_view_new (f->session), NULL };

  table_show (f, shown.schedule);
  g_assert_true (liaison_schedule_view_show (LIAISON_SCHEDULE_VIEW (shown.schedule), "timeline"));
  settle ();
  shown.view = table_find_widget (shown.schedule, LIAISON_TYPE_TIMELINE_VIEW);
  g_assert_nonnull (shown.view);
  return shown;
}

static void
select_events (Fixture *f, guint n)
{
  liaison_selection_set (liaison_session_get_selection (f->session), f->events, n);
}

static gint64
start_of (Fixture *f, guint event)
{
  LiaisonLookup lookup = liaison_document_get_lookup (f->document);
  gint64 seconds = 0;

  liaison_times_get_start (&lookup, liaison_lookup_find (&lookup, f->events[event]), &seconds);
  return seconds;
}

static guint
count_bars (Shown *shown)
{
  return liaison_lanes_count_bars (
      liaison_timeline_get_lanes (liaison_timeline_view_get_timeline (shown->view)));
}

/* A selection is moved as one, in one edit, and comes back with one undo. */
static void
test_move (Fixture *f, gconstpointer data)
{
  Shown shown = show (f);
  guint before = table_count_edits (f);
  gint64 starts[] = { start_of (f, 0), start_of (f, 1), start_of (f, 2) };

  select_events (f, 2);
  g_assert_true (liaison_timeline_view_move_to (shown.view, f->events[0], starts[0] + 3 * HOUR));
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  g_assert_cmpint (start_of (f, 0), ==, starts[0] + 3 * HOUR);
  g_assert_cmpint (start_of (f, 1), ==, starts[1] + 3 * HOUR);
  g_assert_cmpint (start_of (f, 2), ==, starts[2]);
  liaison_session_undo (f->session);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (start_of (f, i), ==, starts[i]);
  /* To where it is already: no edit at all. */
  before = table_count_edits (f);
  g_assert_false (liaison_timeline_view_move_to (shown.view, f->events[0], starts[0]));
  g_assert_cmpuint (table_count_edits (f), ==, before);
}

static void
test_stretch (Fixture *f, gconstpointer data)
{
  Shown shown = show (f);
  guint before = table_count_edits (f);

  select_events (f, 1);
  g_assert_true (liaison_timeline_view_nudge (shown.view, 0, 2 * HOUR));
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  g_assert_cmpint (table_event_of (f, f->events[0])->duration, ==, 2 * HOUR);
  /* The start is pulled: the end stays. */
  g_assert_true (liaison_timeline_view_nudge (shown.view, HOUR, -HOUR));
  g_assert_cmpint (table_event_of (f, f->events[0])->duration, ==, HOUR);
  g_assert_cmpuint (table_count_edits (f), ==, before + 2);
}

static void
count_cb (guint *n, const char *text, gboolean undoable)
{
  (*n)++;
}

static void
test_locked (Fixture *f, gconstpointer data)
{
  Shown shown = show (f);
  gboolean locked = TRUE;
  guint notices = 0, before;
  gint64 start = start_of (f, 0);
  LiaisonProposal *proposal = liaison_proposal_new ("test");

  liaison_proposal_set_field (
      proposal, liaison_record_get_block (liaison_document_find (f->document, f->events[0])),
      LIAISON_FIELD (Event, locked), &locked);
  liaison_session_commit (f->session, proposal, NULL);
  g_signal_connect_swapped (f->session, "notice", G_CALLBACK (count_cb), &notices);
  before = table_count_edits (f);
  select_events (f, 1);
  g_assert_false (liaison_timeline_view_nudge (shown.view, HOUR, 0));
  g_assert_cmpuint (notices, ==, 1);
  g_assert_cmpuint (table_count_edits (f), ==, before);
  /* Others of the selection move all the same. */
  select_events (f, 2);
  g_assert_true (liaison_timeline_view_nudge (shown.view, HOUR, 0));
  g_assert_cmpint (start_of (f, 0), ==, start);
}

static LiaisonId
selected_one (Fixture *f)
{
  LiaisonRecord *record =
      liaison_selection_get_record (liaison_session_get_selection (f->session));

  g_assert_nonnull (record);
  return liaison_record_get_id (record);
}

static void
test_create (Fixture *f, gconstpointer data)
{
  Shown shown = show (f);
  guint before = table_count_edits (f), bars = count_bars (&shown), n;
  const LiaisonLane *lanes;
  LiaisonId id;

  liaison_timeline_view_set_with_empty (shown.view, TRUE);
  lanes = liaison_lanes_get (
      liaison_timeline_get_lanes (liaison_timeline_view_get_timeline (shown.view)), &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (liaison_id_same (lanes[0].key, f->site));
  g_assert_true (liaison_timeline_view_create (shown.view, 0, DAY (4), DAY (4) + HOUR,
                                               "Drawn & <b>new</b>"));
  settle ();
  id = selected_one (f);
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  g_assert_true (liaison_id_same (table_event_of (f, id)->site, f->site));
  g_assert_cmpint (table_event_of (f, id)->duration, ==, HOUR);
  g_assert_cmpuint (count_bars (&shown), ==, bars + 1);
  g_assert_true (liaison_selection_contains (liaison_session_get_selection (f->session), id));
  liaison_session_undo (f->session);
  settle ();
  g_assert_cmpuint (count_bars (&shown), ==, bars);
}

/* What is typed where an event was drawn is read as in any quick entry. */
static void
test_create_line (Fixture *f, gconstpointer data)
{
  Shown shown = show (f);
  guint before, n;
  const LiaisonEventData *event;

  table_add_nation (f, "FR");
  table_add_nation (f, "NO");
  settle ();
  before = table_count_edits (f);
  g_assert_true (liaison_timeline_view_create (shown.view, 0, DAY (4), DAY (4) + HOUR,
                                               "Media call #FR #NO !briefing 30m"));
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  event = table_event_of (f, selected_one (f));
  g_assert_cmpstr (table_title_of (f, event->block.id), ==, "Media call");
  liaison_codes_get (event->nations, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (event->type, ==, LIAISON_EVENT_TYPE_BRIEFING);
  g_assert_cmpint (event->start.seconds, ==, DAY (4));
  g_assert_cmpint (event->duration, ==, HOUR / 2);
  /* Another time: as long as it was drawn. */
  g_assert_true (liaison_timeline_view_create (shown.view, 0, DAY (4), DAY (4) + HOUR,
                                               "061500ZMAY27 Media call"));
  event = table_event_of (f, selected_one (f));
  g_assert_cmpint (event->start.seconds, ==, DAY (5) + 15 * HOUR);
  g_assert_cmpint (event->duration, ==, HOUR);
  /* What is not understood makes nothing. */
  before = table_count_edits (f);
  g_assert_false (
      liaison_timeline_view_create (shown.view, 0, DAY (4), DAY (4) + HOUR, "Media call #XX"));
  g_assert_cmpuint (table_count_edits (f), ==, before);
}

/* In a nation's lane it takes part beside those that are named. */
static void
test_create_in_nation (Fixture *f, gconstpointer data)
{
  Shown shown = show (f);
  const LiaisonLane *lanes;
  const LiaisonEventData *event;
  guint n, lane = 0;

  table_add_nation (f, "FR");
  table_add_nation (f, "NO");
  liaison_timeline_view_set_lanes_by (shown.view, LIAISON_LANES_BY_NATION);
  liaison_timeline_view_set_with_empty (shown.view, TRUE);
  settle ();
  lanes = liaison_lanes_get (
      liaison_timeline_get_lanes (liaison_timeline_view_get_timeline (shown.view)), &n);
  while (lane < n && g_strcmp0 (lanes[lane].nation, "NO") != 0)
    lane++;
  g_assert_cmpuint (lane, <, n);
  g_assert_true (
      liaison_timeline_view_create (shown.view, lane, DAY (4), DAY (4) + HOUR, "Talk #FR"));
  event = table_event_of (f, selected_one (f));
  g_assert_true (liaison_codes_contains (event->nations, "NO"));
  g_assert_true (liaison_codes_contains (event->nations, "FR"));
}

/* The line itself: it says what is wrong while one types, and Enter makes the event. */
static void
test_typed (Fixture *f, gconstpointer data)
{
  Shown shown = show (f);
  LiaisonBox box = { 10, 10, 40, 20 };
  guint before;
  GtkWidget *entry;

  table_add_nation (f, "FR");
  before = table_count_edits (f);
  liaison_timeline_view_ask_event (shown.view, 0, DAY (4), DAY (4) + HOUR, &box);
  g_assert_nonnull (shown.view->entry);
  entry = table_find_widget (shown.view->entry, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Talk #XX");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (table_count_edits (f), ==, before);
  g_assert_nonnull (shown.view->entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Talk #FR");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  g_assert_true (liaison_codes_contains (table_event_of (f, selected_one (f))->nations, "FR"));
  liaison_test_wait_until (shown.view->entry == NULL);
  g_assert_null (shown.view->entry);
}

static void
test_link (Fixture *f, gconstpointer data)
{
  Shown shown = show (f);
  guint before = table_count_edits (f);

  g_assert_true (liaison_timeline_view_link (shown.view, f->events[1], f->events[0]));
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  g_assert_cmpuint (liaison_items_get_size (table_event_of (f, f->events[0])->dependencies), ==, 1);
  g_assert_false (liaison_timeline_view_link (shown.view, f->events[1], f->events[0]));
  g_assert_false (liaison_timeline_view_link (shown.view, f->events[0], f->events[1]));
  g_assert_false (liaison_timeline_view_link (shown.view, f->events[0], f->events[0]));
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
}

/* Copies keep their distance; the first of them begins where they are put. */
static void
test_paste (Fixture *f, gconstpointer data)
{
  Shown shown = show (f);
  guint before = table_count_edits (f), n;
  LiaisonLookup lookup;
  gint64 a = 0, b = 0;

  select_events (f, 2);
  liaison_timeline_view_copy (shown.view);
  liaison_timeline_view_paste (shown.view, DAY (10));
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  const LiaisonId *ids = liaison_selection_get (liaison_session_get_selection (f->session), &n);
  g_assert_cmpuint (n, ==, 2);
  lookup = liaison_document_get_lookup (f->document);
  liaison_times_get_start (&lookup, liaison_lookup_find (&lookup, ids[0]), &a);
  liaison_times_get_start (&lookup, liaison_lookup_find (&lookup, ids[1]), &b);
  g_assert_cmpint (MIN (a, b), ==, DAY (10));
  g_assert_cmpint (MAX (a, b), ==, DAY (12));
}

/* The key of the copy that all drawn views have copies what is selected here. */
static void
test_copy_key (Fixture *f, gconstpointer data)
{
  Shown shown = show (f);
  guint before = table_count_edits (f);

  select_events (f, 2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (shown.view), "view.copy", NULL));
  g_assert_cmpuint (shown.view->copied->len, ==, 2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (shown.view), "timeline.paste", NULL));
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
}

static void
test_delete (Fixture *f, gconstpointer data)
{
  Shown shown = show (f);
  guint before = table_count_edits (f);

  liaison_timeline_view_link (shown.view, f->events[1], f->events[0]);
  liaison_selection_set_one (liaison_session_get_selection (f->session), f->events[1]);
  liaison_timeline_view_delete (shown.view);
  settle ();
  g_assert_cmpuint (table_count_edits (f), ==, before + 2);
  g_assert_null (liaison_document_find (f->document, f->events[1]));
  g_assert_cmpuint (liaison_items_get_size (table_event_of (f, f->events[0])->dependencies), ==, 0);
  liaison_session_undo (f->session);
  g_assert_nonnull (liaison_document_find (f->document, f->events[1]));
}

/* One filter and one selection for all views of the schedule. */
static void
test_follows (Fixture *f, gconstpointer data)
{
  Shown shown = show (f);
  LiaisonTableFilterBar *bar = table_find_widget (shown.schedule, LIAISON_TYPE_TABLE_FILTER_BAR);
  const LiaisonHit *cursor;

  g_assert_cmpuint (count_bars (&shown), ==, 3);
  liaison_table_filter_set_words (liaison_table_filter_bar_get_filter (bar), "rehearsal");
  settle ();
  g_assert_cmpuint (count_bars (&shown), ==, 1);
  liaison_table_filter_clear (liaison_table_filter_bar_get_filter (bar));
  settle ();
  g_assert_cmpuint (count_bars (&shown), ==, 3);
  liaison_selection_set_one (liaison_session_get_selection (f->session), f->events[2]);
  settle ();
  cursor = liaison_drawn_view_get_cursor (LIAISON_DRAWN_VIEW (shown.view));
  g_assert_nonnull (cursor);
  g_assert_true (liaison_id_same (cursor->record, f->events[2]));
}

/* What nothing matches is said, and the way back works. */
static void
test_nothing (Fixture *f, gconstpointer data)
{
  Shown shown = show (f);
  LiaisonTableFilterBar *bar = table_find_widget (shown.schedule, LIAISON_TYPE_TABLE_FILTER_BAR);

  liaison_table_filter_set_words (liaison_table_filter_bar_get_filter (bar), "nowhere");
  settle ();
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (shown.view)));
  liaison_table_filter_clear (liaison_table_filter_bar_get_filter (bar));
  settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (shown.view)));
  g_assert_cmpuint (count_bars (&shown), ==, 3);
}

/* From nowhere the keys go to the first event there is. */
static void
test_keys (Fixture *f, gconstpointer data)
{
  Shown shown = show (f);
  LiaisonDrawing *drawing = LIAISON_DRAWING (liaison_timeline_view_get_timeline (shown.view));
  LiaisonHit first, next;

  for (LiaisonStep step = LIAISON_STEP_START; step <= LIAISON_STEP_LAST; step++)
    {
      g_assert_true (liaison_drawing_step (drawing, NULL, step, &first));
      g_assert_false (liaison_id_is_zero (first.record));
    }
  g_assert_true (liaison_drawing_step (drawing, &first, LIAISON_STEP_LAST, &next));
  g_assert_true (liaison_id_same (next.record, f->events[0]));
}

/* The time under the pointer stays there, from ten minutes to two years. */
static void
test_zoom (Fixture *f, gconstpointer data)
{
  Shown shown = show (f);
  const LiaisonTimeAxis *axis =
      liaison_timeline_get_axis (liaison_timeline_view_get_timeline (shown.view));
  double before_x, x, y, width, height;
  gint64 from, until, before;

  liaison_timeline_view_fit (shown.view);
  settle ();
  liaison_drawn_view_to_part (LIAISON_DRAWN_VIEW (shown.view), 500, 200, &before_x, &y);
  before = liaison_time_axis_get_time (axis, before_x);
  for (guint i = 0; i < 10; i++)
    liaison_drawn_view_zoom (LIAISON_DRAWN_VIEW (shown.view), 1.25, 500, 200);
  liaison_drawn_view_to_part (LIAISON_DRAWN_VIEW (shown.view), 500, 200, &x, &y);
  g_assert_cmpint (ABS (liaison_time_axis_get_time (axis, x) - before), <=, 60);
  for (guint i = 0; i < 80; i++)
    liaison_drawn_view_zoom (LIAISON_DRAWN_VIEW (shown.view), 1.25, 500, 200);
  settle ();
  liaison_timeline_view_get_range (shown.view, &from, &until);
  liaison_drawn_view_get_room (LIAISON_DRAWN_VIEW (shown.view), &width, &height);
  g_assert_cmpint (ABS (until - from - 600), <=, 2);
}

static void
test_fold (Fixture *f, gconstpointer data)
{
  Shown shown = show (f);
  LiaisonBlock *block = liaison_session_new_block (f->session, &liaison_site_kind);
  LiaisonTimeline *timeline = liaison_timeline_view_get_timeline (shown.view);
  LiaisonProposal *proposal = liaison_proposal_new ("test");
  LiaisonId room;
  guint n;

  ((LiaisonSiteData *) block)->name = table_make_text (f, "Room");
  ((LiaisonSiteData *) block)->parent = f->site;
  room = liaison_session_add_record (f->session, &liaison_site_kind, block);
  liaison_proposal_set_field (
      proposal, liaison_record_get_block (liaison_document_find (f->document, f->events[0])),
      LIAISON_FIELD (Event, site), &room);
  liaison_session_commit (f->session, proposal, NULL);
  settle ();
  /* The site, the room in it, and what has no site. */
  liaison_lanes_get (liaison_timeline_get_lanes (timeline), &n);
  g_assert_cmpuint (n, ==, 3);
  liaison_timeline_view_toggle_lane (shown.view, 0);
  const LiaisonLane *lanes = liaison_lanes_get (liaison_timeline_get_lanes (timeline), &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (lanes[0].folded);
  g_assert_cmpuint (liaison_lane_index_get_size (lanes[0].index), ==, 1);
  liaison_timeline_view_toggle_lane (shown.view, 0);
  liaison_lanes_get (liaison_timeline_get_lanes (timeline), &n);
  g_assert_cmpuint (n, ==, 3);
}

static void
test_finalised (Fixture *f, gconstpointer data)
{
  Shown shown = show (f);

  g_object_add_weak_pointer (G_OBJECT (shown.view), (gpointer *) &shown.view);
  g_object_add_weak_pointer (G_OBJECT (shown.schedule), (gpointer *) &shown.schedule);
  gtk_window_set_child (GTK_WINDOW (f->window), NULL);
  liaison_test_wait_until (shown.view == NULL && shown.schedule == NULL);
  g_assert_null (shown.view);
  g_assert_null (shown.schedule);
}

static const LiaisonEventData *
event_at (Fixture *f, guint event)
{
  return table_event_of (f, f->events[event]);
}

/* To the next lane and back by undo; what a lane stands for decides what changes. */
static void
test_lanes (Fixture *f, gconstpointer data)
{
  Shown shown;
  LiaisonId other = table_add_site (f, "Annex"), was;
  guint before;

  shown = show (f);
  liaison_timeline_view_set_with_empty (shown.view, TRUE);
  settle ();
  liaison_selection_set_one (liaison_session_get_selection (f->session), f->events[0]);
  was = event_at (f, 0)->site;
  before = table_count_edits (f);
  while (!liaison_id_same (event_at (f, 0)->site, other)
         && liaison_timeline_view_step_lane (shown.view, -1))
    settle ();
  g_assert_true (liaison_id_same (event_at (f, 0)->site, other));
  g_assert_cmpuint (table_count_edits (f), >, before);
  while (table_count_edits (f) > before)
    liaison_session_undo (f->session);
  g_assert_true (liaison_id_same (event_at (f, 0)->site, was));

  liaison_timeline_view_set_lanes_by (shown.view, LIAISON_LANES_BY_TYPE);
  settle ();
  g_assert_cmpint (event_at (f, 0)->type, ==, LIAISON_EVENT_TYPE_UNSET);
  g_assert_true (liaison_timeline_view_step_lane (shown.view, -1));
  g_assert_cmpint (event_at (f, 0)->type, ==, LIAISON_EVENT_TYPE_OTHER);
}

int
main (int argc, char *argv[])
{
  if (!liaison_test_init (&argc, &argv))
    return 0;
  TABLE_ADD ("/timeline/move", test_move);
  TABLE_ADD ("/timeline/stretch", test_stretch);
  TABLE_ADD ("/timeline/locked", test_locked);
  TABLE_ADD ("/timeline/create", test_create);
  TABLE_ADD ("/timeline/create-line", test_create_line);
  TABLE_ADD ("/timeline/create-in-nation", test_create_in_nation);
  TABLE_ADD ("/timeline/typed", test_typed);
  TABLE_ADD ("/timeline/link", test_link);
  TABLE_ADD ("/timeline/paste", test_paste);
  TABLE_ADD ("/timeline/copy-key", test_copy_key);
  TABLE_ADD ("/timeline/delete", test_delete);
  TABLE_ADD ("/timeline/follows-filter-and-selection", test_follows);
  TABLE_ADD ("/timeline/nothing-matches", test_nothing);
  TABLE_ADD ("/timeline/keys", test_keys);
  TABLE_ADD ("/timeline/zoom", test_zoom);
  TABLE_ADD ("/timeline/fold", test_fold);
  TABLE_ADD ("/timeline/dropped-is-finalised", test_finalised);
  TABLE_ADD ("/timeline/lanes", test_lanes);
  return g_test_run ();
}
