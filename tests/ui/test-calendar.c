/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar, the matrix, the process and the battle rhythm in a window: they show what is there
 * and follow it, a gesture makes one edit, and they are finalised when dropped. */
#include "config.h"

#include "record/kinds.h"
#include "schedule/calendar/calendar-view-private.h"
#include "schedule/event-move.h"
#include "schedule/matrix/matrix-page.h"
#include "schedule/process/process-view.h"
#include "schedule/quick-popover.h"
#include "schedule/rhythm/new-board.h"
#include "schedule/rhythm/rhythm-page.h"
#include "table-fixture.h"

#include <string.h>

#define HOUR_OF(n) (DAY (1) + (n) *3600)

static gint64
start_of (Fixture *f, LiaisonId id)
{
  LiaisonLookup lookup = liaison_document_get_lookup (f->document);
  gint64 seconds;

  g_assert_cmpint (liaison_times_get_start (&lookup, &table_event_of (f, id)->block, &seconds), ==,
                   LIAISON_TIME_KNOWN);
  return seconds;
}

static LiaisonEventMove
move_of (Fixture *f, LiaisonId id, gint64 start, gint64 end)
{
  return (LiaisonEventMove){ .event = id,
                             .start = start,
                             .end = end,
                             .was_start = start_of (f, id),
                             .was_end = start_of (f, id) + 3600 };
}

static void
test_move (Fixture *f, gconstpointer data)
{
  LiaisonEventMove move = move_of (f, f->events[1], HOUR_OF (5), HOUR_OF (6));
  guint edits = table_count_edits (f);

  liaison_event_move (NULL, f->session, &move);
  g_assert_cmpuint (table_count_edits (f), ==, edits + 1);
  g_assert_cmpint (start_of (f, f->events[1]), ==, HOUR_OF (5));

  /* Longer and to another site: still one edit. */
  move = move_of (f, f->events[1], HOUR_OF (5), HOUR_OF (8));
  move.site = &f->site;
  liaison_event_move (NULL, f->session, &move);
  g_assert_cmpuint (table_count_edits (f), ==, edits + 2);
  g_assert_cmpint (table_event_of (f, f->events[1])->duration, ==, 3 * 3600);
  g_assert_true (liaison_id_same (table_event_of (f, f->events[1])->site, f->site));
  liaison_session_undo (f->session);
  liaison_session_undo (f->session);
  g_assert_cmpint (start_of (f, f->events[1]), ==, DAY (1));

  /* To where it is: nothing. */
  move = move_of (f, f->events[1], DAY (1), DAY (1) + 3600);
  edits = table_count_edits (f);
  liaison_event_move (NULL, f->session, &move);
  g_assert_cmpuint (table_count_edits (f), ==, edits);
}

static void
notice_cb (LiaisonSession *session, const char *text, gboolean undoable, guint *count)
{
  (*count)++;
}

static void
test_locked (Fixture *f, gconstpointer data)
{
  LiaisonEventMove move = move_of (f, f->events[0], HOUR_OF (5), HOUR_OF (6));
  gboolean locked = TRUE;
  guint edits, notices = 0;

  liaison_session_set_field (
      f->session, &table_event_of (f, f->events[0])->block, LIAISON_FIELD (Event, locked),
      liaison_value_field (&liaison_event_kind.shape.fields[LIAISON_FIELD (Event, locked)],
                           &locked));
  edits = table_count_edits (f);
  g_signal_connect (f->session, "notice", G_CALLBACK (notice_cb), &notices);
  liaison_event_move (NULL, f->session, &move);
  g_assert_cmpuint (table_count_edits (f), ==, edits);
  g_assert_cmpuint (notices, ==, 1);
}

static void
test_quick (Fixture *f, gconstpointer data)
{
  const LiaisonQuickPlace place = {
    .start = HOUR_OF (9), .end = HOUR_OF (10), .zone = "Europe/Oslo", .site = f->site
  };
  LiaisonRecord *made;
  g_autofree char *problem = NULL;
  guint edits = table_count_edits (f);
  const LiaisonEventData *event;

  g_assert_true (liaison_quick_popover_add (f->session, NULL, &place, "Press call !briefing", NULL));
  g_assert_cmpuint (table_count_edits (f), ==, edits + 1);
  made = liaison_selection_get_record (liaison_session_get_selection (f->session));
  event = LIAISON_DATA (Event, liaison_record_get_block (made));
  g_assert_cmpint (event->start.seconds, ==, HOUR_OF (9));
  g_assert_cmpstr (event->start.zone, ==, "Europe/Oslo");
  g_assert_cmpint (event->duration, ==, 3600);
  g_assert_cmpint (event->type, ==, LIAISON_EVENT_TYPE_BRIEFING);
  g_assert_true (liaison_id_same (event->site, f->site));
  g_assert_cmpstr (table_title_of (f, event->block.id), ==, "Press call");

  g_assert_false (liaison_quick_popover_add (f->session, NULL, &place, "Press call @nowhere", &problem));
  g_assert_cmpstr (problem, !=, "");
}

static guint
count_entries (LiaisonCalendarView *view)
{
  return liaison_calendar_drawing_count_entries (view->drawing);
}

static void
test_calendar (Fixture *f, gconstpointer data)
{
  GtkWidget *widget = liaison_calendar_view_new (f->session, NULL);
  LiaisonCalendarView *view = LIAISON_CALENDAR_VIEW (widget);
  gint32 first = (gint32) (DAY (1) / 86400);

  table_show (f, widget);
  liaison_calendar_view_set_zone (view, "UTC");
  liaison_calendar_view_show_day (view, first);
  for (guint mode = 0; mode < LIAISON_CALENDAR_N_MODES; mode++)
    {
      gboolean days = mode == LIAISON_CALENDAR_DAY || mode == LIAISON_CALENDAR_SITES;
      liaison_calendar_view_set_mode (view, mode);
      table_settle ();
      if (days)
        g_assert_cmpuint (count_entries (view), ==, 1);
      else if (mode == LIAISON_CALENDAR_MONTH)
        g_assert_cmpuint (count_entries (view), ==, 3);
    }
  /* A new event and its undoing are followed. */
  table_add_event (f, "One more", DAY (4));
  table_settle ();
  g_assert_cmpuint (count_entries (view), ==, 4);
  liaison_session_undo (f->session);
  table_settle ();
  g_assert_cmpuint (count_entries (view), ==, 3);
  /* In another zone 00:00 is the evening before. */
  liaison_calendar_view_set_mode (view, LIAISON_CALENDAR_DAY);
  liaison_calendar_view_show_day (view, first);
  liaison_calendar_view_set_zone (view, "America/Toronto");
  g_assert_cmpuint (count_entries (view), ==, 1);
  g_assert_cmpstr (liaison_calendar_drawing_get_entry (view->drawing, 0)->label, ==, "Conference");
}

/* What is selected in another view comes into sight. */
static void
test_follow (Fixture *f, gconstpointer data)
{
  GtkWidget *widget = liaison_calendar_view_new (f->session, NULL);
  LiaisonCalendarView *view = LIAISON_CALENDAR_VIEW (widget);

  table_show (f, widget);
  liaison_calendar_view_set_zone (view, "UTC");
  liaison_calendar_view_set_mode (view, LIAISON_CALENDAR_DAY);
  liaison_calendar_view_show_day (view, 30000);
  table_select_one (f, f->events[2]);
  g_assert_cmpint (liaison_calendar_view_get_day (view), ==, (gint32) (DAY (2) / 86400));
}

static void
test_rule (void)
{
  g_autofree char *daily = liaison_new_board_make_rule (LIAISON_BOARD_DAILY, DAY (0));
  g_autofree char *working =
      liaison_new_board_make_rule (LIAISON_BOARD_WORKING_DAYS, DAY (0) + 3661);

  g_assert_cmpstr (daily, ==, "FREQ=DAILY;UNTIL=20270501T000000Z");
  g_assert_cmpstr (working, ==, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20270501T010101Z");
  g_assert_null (liaison_new_board_make_rule (LIAISON_BOARD_ONCE, DAY (0)));
}

/* Each view is made with and without anything to show, and goes when it is dropped. */
static void
test_dropped (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 8; i++)
    {
      GtkWidget *made = i % 4 == 0   ? liaison_calendar_view_new (f->session, NULL)
                        : i % 4 == 1 ? liaison_matrix_page_new (f->session, NULL)
                        : i % 4 == 2 ? liaison_rhythm_page_new (f->session, NULL)
                                     : liaison_process_view_new (f->session);
      gpointer widget = made;

      g_object_add_weak_pointer (G_OBJECT (made), &widget);
      table_show (f, made);
      if (i == 3)
        {
          LiaisonInstant startex;
          const LiaisonBlock *exercise =
              liaison_record_get_block (liaison_document_get_exercise (f->document));
          const LiaisonField *field = &exercise->shape->fields[LIAISON_FIELD (Exercise, startex)];
          liaison_instant_from_unix (DAY (0), NULL, &startex);
          liaison_session_set_field (f->session, exercise, LIAISON_FIELD (Exercise, startex),
                                     liaison_value_field (field, &startex));
        }
      table_settle ();
      gtk_window_set_child (GTK_WINDOW (f->window), NULL);
      /* The last frame may still be on its way to the screen. */
      liaison_test_wait_until (widget == NULL);
      g_assert_null (widget);
    }
}

int
main (int argc, char *argv[])
{
  if (!liaison_test_init (&argc, &argv))
    return g_test_run ();
  TABLE_ADD ("/ui/calendar/move", test_move);
  TABLE_ADD ("/ui/calendar/locked", test_locked);
  TABLE_ADD ("/ui/calendar/quick-entry", test_quick);
  TABLE_ADD ("/ui/calendar/shows", test_calendar);
  TABLE_ADD ("/ui/calendar/follows-selection", test_follow);
  TABLE_ADD ("/ui/calendar/dropped", test_dropped);
  g_test_add_func ("/ui/rhythm/rule", test_rule);
  return g_test_run ();
}
