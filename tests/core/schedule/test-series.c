/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plan.h"

#include "edit/editor.h"
#include "schedule/exceptions.h"
#include "schedule/nudge.h"
#include "schedule/recurrence.h"
#include "schedule/series.h"
#include "schedule/shift.h"
#include "schedule/time-work.h"

/* 29 October 2027, 10:00 in Oslo; clocks go back on the 31st. */
#define BEFORE_CLOCKS G_GINT64_CONSTANT (1824796800)

typedef struct
{
  Plan *plan;
  LiaisonEditor *editor;
  LiaisonId id;
} Series;

static gint64
now_cb (gpointer data)
{
  return PLAN_STARTEX * 1000;
}

static LiaisonLookup
get_lookup (const Series *self)
{
  return liaison_document_get_lookup (self->plan->document);
}

static void
commit (Series *self, LiaisonProposal *proposal)
{
  g_assert_nonnull (proposal);
  g_assert_true (liaison_editor_commit (self->editor, proposal, NULL));
  liaison_proposal_free (proposal);
}

static gboolean
append_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  g_array_append_val ((GArray *) data, occurrence->start);
  return TRUE;
}

static GArray *
list (const Series *self)
{
  LiaisonLookup lookup = get_lookup (self);
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gint64));

  liaison_recurrence_foreach (&lookup, liaison_lookup_find (&lookup, self->id), G_MININT64 / 4,
                              G_MAXINT64 / 4, append_cb, starts);
  return starts;
}

/* The second is taken out, the third is 2 h later. */
static void
set_up (Series *self, const LiaisonInstant *start, const char *rule)
{
  LiaisonEventData *event;
  LiaisonOccurrencePlace place = { .moves = TRUE, .duration = LIAISON_DURATION_UNSET };
  LiaisonLookup lookup;
  g_autoptr (GArray) starts = NULL;

  self->plan = plan_new ();
  self->editor = liaison_editor_new (self->plan->document, now_cb, NULL);
  event = plan_event (self->plan, 10, 1);
  event->start = *start;
  event->rule = g_ref_string_new (rule);
  self->id = plan_add (self->plan, &liaison_event_kind, event);
  lookup = get_lookup (self);
  starts = list (self);
  g_assert_cmpuint (starts->len, ==, 5);
  commit (self, liaison_exceptions_cancel (&lookup, liaison_lookup_find (&lookup, self->id),
                                           g_array_index (starts, gint64, 1), TRUE,
                                           plan_id (900)));
  place.start = g_array_index (starts, gint64, 2) + 2 * PLAN_HOUR;
  commit (self, liaison_exceptions_place (&lookup, liaison_lookup_find (&lookup, self->id),
                                          g_array_index (starts, gint64, 2), &place,
                                          plan_id (901)));
}

static void
tear_down (Series *self)
{
  g_object_unref (self->editor);
  plan_free (self->plan);
}

static void
assert_moved (const Series *self, const GArray *before, const char *zone, gint64 wall)
{
  g_autoptr (GArray) after = list (self);

  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < before->len; i++)
    g_assert_cmpint (
        liaison_recurrence_to_wall (zone, g_array_index (after, gint64, i)), ==,
        liaison_recurrence_to_wall (zone, g_array_index (before, gint64, i)) + wall);
}

typedef void (*MoveFunc) (Series *self, gint64 wall);

static void
nudge (Series *self, gint64 wall)
{
  LiaisonLookup lookup = get_lookup (self);
  LiaisonNudge by = { wall, 0 };
  LiaisonProposal *proposal = liaison_proposal_new ("Move {count} events");

  liaison_proposal_take_operand (proposal, liaison_operand_integer ("count", 1));
  g_assert_cmpuint (liaison_nudge_propose (&lookup, &self->id, 1, &by, proposal, NULL), ==, 1);
  commit (self, proposal);
}

static void
work (Series *self, gint64 wall)
{
  LiaisonLookup lookup = get_lookup (self);
  const LiaisonBlock *block = liaison_lookup_find (&lookup, self->id);
  LiaisonProposal *proposal = liaison_proposal_new ("Move {count} events");

  liaison_proposal_take_operand (proposal, liaison_operand_integer ("count", 1));
  liaison_time_work_move (&lookup, &block, 1, wall, FALSE, proposal);
  commit (self, proposal);
}

static const struct
{
  const char *name, *rule;
  const char *zone; /* of a fixed start; NULL: it hangs on STARTEX */
  gint64 start;     /* Unix s, or s from STARTEX */
  gint64 wall;
} cases[] = {
  { "count", "FREQ=DAILY;COUNT=5", "Etc/UTC", PLAN_STARTEX, PLAN_HOUR },
  { "until-zulu", "FREQ=DAILY;UNTIL=20271102T090000Z", "Europe/Oslo", BEFORE_CLOCKS,
    5 * PLAN_HOUR },
  { "until-wall", "FREQ=DAILY;UNTIL=20271102T100000", "Europe/Oslo", BEFORE_CLOCKS,
    3 * 24 * PLAN_HOUR },
  { "until-day", "UNTIL=20271102;FREQ=DAILY", "Europe/Oslo", BEFORE_CLOCKS, 15 * PLAN_HOUR },
  { "until-day-same", "FREQ=DAILY;UNTIL=20271102", "Europe/Oslo", BEFORE_CLOCKS, PLAN_HOUR },
  { "earlier", "FREQ=DAILY;UNTIL=20271102T100000", "Europe/Oslo", BEFORE_CLOCKS, -PLAN_HOUR },
  { "anchored", "FREQ=DAILY;COUNT=5", NULL, 10 * PLAN_HOUR, 3 * PLAN_HOUR },
  /* From a Friday morning: its days turn with it, within the day and over midnight. */
  { "weekly", "FREQ=WEEKLY;BYDAY=MO,FR;COUNT=5", "Etc/UTC", PLAN_STARTEX, 24 * PLAN_HOUR },
  { "weekly-earlier", "FREQ=WEEKLY;BYDAY=FR;COUNT=5", "Etc/UTC", PLAN_STARTEX, -12 * 24 * PLAN_HOUR },
  { "weekly-later-hour", "FREQ=WEEKLY;BYDAY=FR;COUNT=5", "Etc/UTC", PLAN_STARTEX, 3 * PLAN_HOUR },
  { "weekly-midnight", "FREQ=WEEKLY;COUNT=5;BYDAY=FR", "Etc/UTC", PLAN_STARTEX, 17 * PLAN_HOUR },
};

/* All occurrences go along on the clock: none comes back that was taken out, none gets lost at the
 * end; and undo gives back what was. */
static void
test_follows (gconstpointer data)
{
  static const MoveFunc moves[] = { nudge, work };
  guint i = GPOINTER_TO_UINT (data);

  for (guint m = 0; m < G_N_ELEMENTS (moves); m++)
    {
      Series series;
      LiaisonInstant start = { .form = LIAISON_INSTANT_ELAPSED,
                               .edge = LIAISON_ANCHOR_STARTEX,
                               .seconds = cases[i].start };
      g_autoptr (GArray) before = NULL, back = NULL;
      g_autoptr (LiaisonBlock) was = NULL;
      LiaisonLookup lookup;

      if (cases[i].zone != NULL)
        g_assert_true (liaison_instant_from_unix (cases[i].start, cases[i].zone, &start));
      set_up (&series, &start, cases[i].rule);
      lookup = get_lookup (&series);
      was = liaison_block_copy (liaison_lookup_find (&lookup, series.id));
      before = list (&series);
      g_assert_cmpuint (before->len, ==, 4);
      moves[m](&series, cases[i].wall);
      assert_moved (&series, before, cases[i].zone, cases[i].wall);
      liaison_editor_undo (series.editor, NULL);
      g_assert_true (liaison_block_equal (liaison_lookup_find (&lookup, series.id), was));
      back = list (&series);
      assert_moved (&series, before, cases[i].zone, 0);
      tear_down (&series);
    }
}

/* The exercise is shifted by a week: fixed ones are moved, what hangs on STARTEX follows. */
static void
test_shift (void)
{
  for (guint anchored = 0; anchored < 2; anchored++)
    {
      Series series;
      LiaisonInstant start = { .form = LIAISON_INSTANT_ELAPSED,
                               .edge = LIAISON_ANCHOR_STARTEX,
                               .seconds = 10 * PLAN_HOUR };
      LiaisonShiftOptions options = { .days = 7, .from = G_MININT64 };
      g_autoptr (GArray) before = NULL, moves = NULL;
      g_autoptr (LiaisonSnapshot) snapshot = NULL;
      LiaisonProposal *proposal = liaison_proposal_new ("Shift the exercise");

      if (!anchored)
        plan_at (&start, 10);
      set_up (&series, &start, "FREQ=DAILY;COUNT=5");
      before = list (&series);
      snapshot = liaison_document_get_snapshot (series.plan->document);
      moves = liaison_shift (snapshot, &options);
      liaison_moves_propose (moves, snapshot, NULL, proposal);
      commit (&series, proposal);
      assert_moved (&series, before, NULL, 7 * 24 * PLAN_HOUR);
      tear_down (&series);
    }
}

/* Put back where the rule has it, an occurrence is no exception any more. */
static void
test_place_back (void)
{
  Series series;
  LiaisonInstant start;
  LiaisonOccurrencePlace place = { .moves = TRUE, .duration = LIAISON_DURATION_UNSET };
  LiaisonLookup lookup;
  gint64 third = PLAN_STARTEX + (10 + 48) * PLAN_HOUR;

  plan_at (&start, 10);
  set_up (&series, &start, "FREQ=DAILY;COUNT=5");
  lookup = get_lookup (&series);
#define EVENT() liaison_lookup_find (&lookup, series.id)
  g_assert_nonnull (liaison_exceptions_find (&lookup, EVENT (), third));
  place.start = third;
  commit (&series, liaison_exceptions_place (&lookup, EVENT (), third, &place, plan_id (902)));
  g_assert_null (liaison_exceptions_find (&lookup, EVENT (), third));
#undef EVENT
  tear_down (&series);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/schedule/series/", cases[i].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_follows);
    }
  g_test_add_func ("/schedule/series/shift", test_shift);
  g_test_add_func ("/schedule/series/place-back", test_place_back);
  return g_test_run ();
}
