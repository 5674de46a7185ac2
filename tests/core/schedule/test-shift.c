/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/shift.h"

#include "plan.h"
#include "record/times.h"

#define EVENT(plan, event) plan_add (plan, &liaison_event_kind, event)
/* How an instant names what it hangs on. */
#define PLAN_ANCHOR(id) liaison_anchor_for (id)

typedef struct
{
  LiaisonSnapshot *before, *after;
  GArray *moves;
} Shifted;

static void
shifted_clear (Shifted *self)
{
  g_clear_pointer (&self->before, liaison_snapshot_unref);
  g_clear_pointer (&self->after, liaison_snapshot_unref);
  g_clear_pointer (&self->moves, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shifted, shifted_clear)

static Shifted
shift (Plan *plan, LiaisonShiftOptions options)
{
  Shifted shifted;

  shifted.before = liaison_document_get_snapshot (plan->document);
  shifted.moves = liaison_shift (shifted.before, &options);
  shifted.after = liaison_moves_apply (shifted.moves, shifted.before, NULL);
  return shifted;
}

static double
hour_of (const Shifted *shifted, LiaisonId record)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (shifted->after);
  gint64 start;

  g_assert_cmpint (liaison_times_get_start (
                       &lookup, liaison_snapshot_find (shifted->after, record), &start),
                   ==, LIAISON_TIME_KNOWN);
  return (start - PLAN_STARTEX) / (double) PLAN_HOUR;
}

static const LiaisonMove *
find_move (const Shifted *shifted, LiaisonId record)
{
  for (guint i = 0; i < shifted->moves->len; i++)
    if (liaison_id_same (g_array_index (shifted->moves, LiaisonMove, i).record, record))
      return &g_array_index (shifted->moves, LiaisonMove, i);
  return NULL;
}

static LiaisonInstant
from_startex (double hours)
{
  return (LiaisonInstant){ .form = LIAISON_INSTANT_ELAPSED,
                           .edge = LIAISON_ANCHOR_STARTEX,
                           .seconds = (gint64) (hours * PLAN_HOUR) };
}

/* Fixed times are shifted, anchored ones follow, and what is locked or done stays whatever it hangs
 * on. */
static void
test_what_moves (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonEventData *event = plan_event (plan, 10, 2);

  plan_at (&event->deadline, 20);
  LiaisonId fixed = EVENT (plan, event);
  event = plan_event (plan, 0, 2);
  event->start = from_startex (30);
  LiaisonId anchored = EVENT (plan, event);
  event = plan_event (plan, 40, 2);
  event->locked = TRUE;
  LiaisonId locked = EVENT (plan, event);
  event = plan_event (plan, 0, 2);
  event->start = from_startex (50);
  event->locked = TRUE;
  LiaisonId both = EVENT (plan, event);
  event = plan_event (plan, 0, 2);
  event->start = from_startex (5);
  event->status = LIAISON_EVENT_STATUS_DONE;
  LiaisonId done = EVENT (plan, event);
  event = plan_event (plan, -300, 2);
  LiaisonId early = EVENT (plan, event);

  g_auto (Shifted) shifted = shift (plan, (LiaisonShiftOptions){
                                              .days = 2, .from = PLAN_STARTEX - 100 * PLAN_HOUR });
  g_assert_cmpfloat (hour_of (&shifted, fixed), ==, 58);
  g_assert_cmpfloat (hour_of (&shifted, anchored), ==, 78);
  g_assert_cmpfloat (hour_of (&shifted, locked), ==, 40);
  g_assert_cmpfloat (hour_of (&shifted, both), ==, 50);
  g_assert_cmpfloat (hour_of (&shifted, done), ==, 5);
  g_assert_cmpfloat (hour_of (&shifted, early), ==, -300);
  const LiaisonEventData *moved
      = LIAISON_DATA (Event, liaison_snapshot_find (shifted.after, fixed));
  g_assert_cmpint (moved->deadline.seconds, ==, PLAN_STARTEX + 68 * PLAN_HOUR);
  moved = LIAISON_DATA (Event, liaison_snapshot_find (shifted.after, both));
  g_assert_cmpint (moved->start.form, ==, LIAISON_INSTANT_ELAPSED);
  g_assert_cmpint (moved->start.seconds, ==, 2 * PLAN_HOUR);
  g_assert_cmpint (find_move (&shifted, fixed)->form, ==, LIAISON_MOVE_CHANGES);
  g_assert_cmpint (find_move (&shifted, anchored)->form, ==, LIAISON_MOVE_ALONG);
  g_assert_cmpint (find_move (&shifted, locked)->form, ==, LIAISON_MOVE_STAYS);
  const LiaisonExerciseData *exercise
      = LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (shifted.after));
  g_assert_cmpint (exercise->startex.seconds, ==, PLAN_STARTEX + 48 * PLAN_HOUR);
  g_assert_cmpint (exercise->endex.seconds, ==, PLAN_STARTEX + 148 * PLAN_HOUR);
}

/* Over a change of clocks, nine o'clock stays nine o'clock, or the time between stays what it is. */
static void
test_clock_change (void)
{
  for (guint elapsed = 0; elapsed < 2; elapsed++)
    {
      g_autoptr (Plan) plan = plan_new ();
      LiaisonEventData *event = plan_event (plan, 0, 1);

      /* Clocks in Oslo go back on 31 October 2027. */
      g_assert_true (liaison_instant_from_wall (2027, 10, 30, 9, 0, 0, "Europe/Oslo",
                                                &event->start, NULL));
      gint64 before = event->start.seconds;
      LiaisonId id = EVENT (plan, event);
      g_auto (Shifted) shifted
          = shift (plan, (LiaisonShiftOptions){ .days = 7, .elapsed = elapsed, .from = G_MININT64 });
      const LiaisonEventData *moved
          = LIAISON_DATA (Event, liaison_snapshot_find (shifted.after, id));
      g_assert_cmpint (moved->start.seconds - before, ==,
                       7 * 86400 + (elapsed ? 0 : PLAN_HOUR));
      g_assert_cmpint (moved->start.offset, ==, PLAN_HOUR);
    }
}

/* Only what lies between STARTEX and ENDEX. */
static void
test_conduct_only (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId before = EVENT (plan, plan_event (plan, -10, 1));
  LiaisonId during = EVENT (plan, plan_event (plan, 10, 1));

  g_auto (Shifted) shifted
      = shift (plan, (LiaisonShiftOptions){ .days = -1, .from = G_MININT64, .conduct_only = TRUE });
  g_assert_cmpfloat (hour_of (&shifted, before), ==, -10);
  g_assert_cmpfloat (hour_of (&shifted, during), ==, -14);
}

static void
test_measure (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  LiaisonInstant wanted;
  gint32 days, seconds;

  plan_at (&wanted, 24 * 9 + 3);
  g_assert_true (liaison_shift_measure (snapshot, &wanted, &days, &seconds));
  g_assert_cmpint (days, ==, 9);
  g_assert_cmpint (seconds, ==, 3 * PLAN_HOUR);
  g_auto (Shifted) nothing = shift (plan, (LiaisonShiftOptions){ .from = G_MININT64 });
  g_assert_cmpuint (nothing.moves->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/shift/what-moves", test_what_moves);
  g_test_add_func ("/schedule/shift/clock-change", test_clock_change);
  g_test_add_func ("/schedule/shift/conduct-only", test_conduct_only);
  g_test_add_func ("/schedule/shift/measure", test_measure);
  return g_test_run ();
}
