/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Circuits, their rounds and the planning of tests. STARTEX of plan.h is 15 January 2027, 08:00 Zulu, a
 * Friday. */
#include "config.h"

#include "arrangements/circuits.h"
#include "arrangements/days.h"
#include "arrangements/round.h"
#include "arrangements/test-planning.h"
#include "edit/editor.h"
#include "schedule/recurrence.h"

#include "plan.h"

#define TODAY (liaison_day_of (NULL, PLAN_STARTEX))

static const LiaisonId none = { 0, 0 };

static gint64
get_now (gpointer data)
{
  return PLAN_STARTEX * 1000;
}

static LiaisonId
add_channel (Plan *plan, const char *code, LiaisonId parent, LiaisonPace pace, const char *rule)
{
  LiaisonChannelData *channel = plan_begin (plan, &liaison_channel_kind);

  channel->code = g_ref_string_new (code);
  channel->parent = parent;
  channel->pace = (int) pace;
  channel->level = (int) (pace != LIAISON_PACE_UNSET ? LIAISON_CHANNEL_LEVEL_CIRCUIT
                                                     : LIAISON_CHANNEL_LEVEL_NEED_LINE);
  channel->status = LIAISON_CHANNEL_STATUS_INSTALLED;
  if (rule != NULL)
    {
      LiaisonTestPlanData *test =
          (gpointer) liaison_block_new (&liaison_test_plan_shape, plan_id (++plan->made));
      LiaisonBlock *block = &test->block;

      plan_at (&test->start, 1);
      test->rule = g_ref_string_new (rule);
      test->grace = 2 * PLAN_HOUR;
      channel->tests = liaison_items_new_take (&block, 1);
    }
  return plan_add (plan, &liaison_channel_kind, channel);
}

static LiaisonId
add_test (Plan *plan, LiaisonId channel, double hours, LiaisonTestResult result)
{
  LiaisonChannelTestData *test = plan_begin (plan, &liaison_channel_test_kind);

  test->channel = channel;
  test->result = (int) result;
  plan_at (&test->start, hours);
  return plan_add (plan, &liaison_channel_test_kind, test);
}

static LiaisonSnapshot *
snap (Plan *plan)
{
  return liaison_document_get_snapshot (plan->document);
}

static void
test_lines (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId line = add_channel (plan, "NL", none, LIAISON_PACE_UNSET, NULL);
  LiaisonId emergency = add_channel (plan, "E", line, LIAISON_PACE_EMERGENCY, NULL);
  LiaisonId primary = add_channel (plan, "P", line, LIAISON_PACE_PRIMARY, NULL);
  LiaisonId alone = add_channel (plan, "X", none, LIAISON_PACE_PRIMARY, NULL);
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonCircuits) circuits = NULL;
  const LiaisonNeedLine *first, *rest;

  add_test (plan, primary, 2, LIAISON_TEST_RESULT_FAILED);
  add_test (plan, primary, 4, LIAISON_TEST_RESULT_WORKED);
  add_test (plan, emergency, 4, LIAISON_TEST_RESULT_NO_ANSWER);
  add_test (plan, emergency, 8, LIAISON_TEST_RESULT_NOT_MADE);
  snapshot = snap (plan);
  circuits = liaison_circuits_new (snapshot, PLAN_STARTEX, LIAISON_TEST_GRACE);
  g_assert_cmpuint (circuits->lines->len, ==, 2);
  first = circuits->lines->pdata[0];
  rest = circuits->lines->pdata[1];
  g_assert_true (liaison_id_same (first->line->id, line));
  g_assert_null (rest->line);
  g_assert_cmpuint (first->circuits->len, ==, 2);
  g_assert_true (liaison_id_same (
      ((const LiaisonCircuit *) first->circuits->pdata[0])->channel->id, primary));
  /* The last that was made tells, in the order of time. */
  g_assert_cmpint (liaison_circuits_find (circuits, primary)->state, ==, LIAISON_CIRCUIT_GOOD);
  g_assert_cmpint (liaison_circuits_find (circuits, emergency)->state, ==, LIAISON_CIRCUIT_DOWN);
  g_assert_cmpint (liaison_circuits_find (circuits, alone)->state, ==, LIAISON_CIRCUIT_UNTESTED);
  g_assert_null (liaison_circuits_find (circuits, line));
}

static void
test_overdue (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId channel =
      add_channel (plan, "P", none, LIAISON_PACE_PRIMARY, "FREQ=DAILY;COUNT=4");
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  static const struct
  {
    double hours;
    guint overdue;
  } cases[] = { { 0, 0 }, { 2.9, 0 }, { 3.1, 0 }, { 27.1, 1 }, { 51.1, 2 }, { 500, 3 } };

  /* The first of four is answered, if late. */
  add_test (plan, channel, 6, LIAISON_TEST_RESULT_WORKED);
  snapshot = snap (plan);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonCircuits) circuits = liaison_circuits_new (
          snapshot, PLAN_STARTEX + (gint64) (cases[i].hours * PLAN_HOUR), LIAISON_TEST_GRACE);

      g_test_message ("%g h", cases[i].hours);
      g_assert_cmpuint (liaison_circuits_find (circuits, channel)->n_overdue, ==, cases[i].overdue);
    }
}

static LiaisonRoundLine *
get_line (LiaisonRound *round, guint number)
{
  return &g_array_index (round->lines, LiaisonRoundLine, number);
}

static void
test_round (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId first = add_channel (plan, "A", none, LIAISON_PACE_PRIMARY, "FREQ=DAILY;COUNT=2");
  LiaisonId second = add_channel (plan, "B", none, LIAISON_PACE_PRIMARY, NULL);
  LiaisonId entered;
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonRound) round = NULL;

  entered = add_test (plan, first, 1.2, LIAISON_TEST_RESULT_WORKED);
  add_test (plan, second, 3, LIAISON_TEST_RESULT_UNSET);
  snapshot = snap (plan);
  round = liaison_round_new (snapshot, NULL, TODAY, PLAN_STARTEX, FALSE);
  g_assert_cmpuint (round->lines->len, ==, 2);
  g_assert_true (liaison_id_same (get_line (round, 0)->channel->id, first));
  g_assert_true (liaison_id_same (get_line (round, 0)->test->id, entered));
  g_assert_true (liaison_id_same (get_line (round, 1)->channel->id, second));
  g_assert_cmpuint (round->n_entered, ==, 1);
  g_clear_pointer (&round, liaison_round_free);
  round = liaison_round_new (snapshot, NULL, TODAY + 1, PLAN_STARTEX, FALSE);
  g_assert_cmpuint (round->lines->len, ==, 1);
  g_assert_null (get_line (round, 0)->test);
  g_clear_pointer (&round, liaison_round_free);
  round = liaison_round_new (snapshot, NULL, TODAY + 1, PLAN_STARTEX, TRUE);
  g_assert_cmpuint (round->lines->len, ==, 2);
  g_assert_cmpint (get_line (round, 1)->time, ==, G_MAXINT64);
}

/* One edit enters all; entering again changes the same record; undo takes all of it back. */
static void
test_enter (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);
  const LiaisonTestReading readings[] = { { LIAISON_TEST_RESULT_WORKED, 5, 4, 0, 0 },
                                          { LIAISON_TEST_RESULT_NO_ANSWER, 0, 0, 0, 0 } };
  const LiaisonRoundHand hand = { "Ada", PLAN_STARTEX * 1000, NULL };
  const guint lines[] = { 0, 1 };
  LiaisonTable *table = liaison_document_get_table (plan->document, LIAISON_KIND_CHANNEL_TEST);

  add_channel (plan, "A", none, LIAISON_PACE_PRIMARY, "FREQ=DAILY;COUNT=2");
  add_channel (plan, "B", none, LIAISON_PACE_PRIMARY, "FREQ=DAILY;COUNT=2");
  for (guint pass = 0; pass < 2; pass++)
    {
      g_autoptr (LiaisonSnapshot) snapshot = snap (plan);
      g_autoptr (LiaisonRound) round =
          liaison_round_new (snapshot, NULL, TODAY, PLAN_STARTEX, FALSE);
      const LiaisonChannelTestData *test;

      g_assert_true (liaison_editor_commit (
          editor, liaison_round_propose (round, lines, readings, NULL, 2, "en", &hand), NULL));
      g_assert_cmpuint (liaison_table_get_size (table), ==, 2);
      test = LIAISON_DATA (ChannelTest, liaison_record_get_block (liaison_table_get (table, 0)));
      g_assert_cmpint (test->readability, ==, 5);
      g_assert_cmpint (test->strength, ==, 4);
      g_assert_cmpint (test->result, ==, LIAISON_TEST_RESULT_WORKED);
      g_assert_cmpstr (test->serial, ==, "CT-0001");
    }
  liaison_editor_undo (editor, NULL);
  g_assert_cmpuint (liaison_table_get_size (table), ==, 0);
}

static void
test_counts (void)
{
  const LiaisonId channel = { 1, 1 };
  static const struct
  {
    LiaisonTestRhythm rhythm;
    gint32 days;
    guint rounds;
  } cases[] = {
    { LIAISON_RHYTHM_ONCE, 10, 1 },         { LIAISON_RHYTHM_DAILY, 1, 1 },
    { LIAISON_RHYTHM_DAILY, 10, 10 },       { LIAISON_RHYTHM_WORKING_DAYS, 3, 1 },
    { LIAISON_RHYTHM_WORKING_DAYS, 4, 2 },  { LIAISON_RHYTHM_TWICE_DAILY, 2, 4 },
    { LIAISON_RHYTHM_FOUR_TIMES, 1, 3 },    { LIAISON_RHYTHM_WEEKLY, 8, 2 },
    { LIAISON_RHYTHM_DAILY, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LiaisonTestPlanning planning = { .channels = &channel,
                                             .n_channels = 1,
                                             .first = TODAY,
                                             .last = TODAY + cases[i].days - 1,
                                             .time = 8 * PLAN_HOUR,
                                             .rhythm = cases[i].rhythm };

      g_test_message ("%u", i);
      g_assert_cmpuint (liaison_test_planning_count (&planning), ==, cases[i].rounds);
    }
}

static gboolean
count_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  (*(guint *) data)++;
  return TRUE;
}

/* A check on the schedule and a plan in each circuit, one after the other, as one edit. */
static void
test_planning (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);
  LiaisonId channels[] = { add_channel (plan, "A", none, LIAISON_PACE_PRIMARY, NULL),
                           add_channel (plan, "B", none, LIAISON_PACE_PRIMARY, NULL) };
  const LiaisonTestPlanning planning = { .channels = channels,
                                         .n_channels = 2,
                                         .first = TODAY,
                                         .last = TODAY + 6,
                                         .time = 9 * PLAN_HOUR,
                                         .rhythm = LIAISON_RHYTHM_WORKING_DAYS,
                                         .spacing = 120,
                                         .grace = LIAISON_DURATION_UNSET,
                                         .title = "Round",
                                         .language = "en",
                                         .with_startex = TRUE };
  LiaisonEventData *event = plan_begin (plan, &liaison_event_kind);
  LiaisonId id = event->block.id;
  g_autoptr (LiaisonSnapshot) before = snap (plan);
  g_autoptr (LiaisonSnapshot) after = NULL;
  g_autoptr (LiaisonRound) round = NULL;
  LiaisonLookup lookup;
  guint n = 0;

  g_assert_true (liaison_editor_commit (
      editor, liaison_test_planning_propose (&planning, before, PLAN_STARTEX * 1000, &event->block),
      NULL));
  after = snap (plan);
  lookup = liaison_snapshot_get_lookup (after);
  liaison_recurrence_foreach (&lookup, liaison_snapshot_find (after, id), G_MININT32, G_MAXINT64 / 2,
                              count_cb, &n);
  g_assert_cmpuint (n, ==, 5);
  round = liaison_round_new (after, NULL, TODAY, PLAN_STARTEX, FALSE);
  g_assert_cmpuint (round->lines->len, ==, 2);
  g_assert_cmpint (get_line (round, 0)->time, ==, PLAN_STARTEX + PLAN_HOUR);
  g_assert_cmpint (get_line (round, 1)->time, ==, PLAN_STARTEX + PLAN_HOUR + 120);
  g_assert_true (liaison_id_same (get_line (round, 1)->event->id, id));
  liaison_editor_undo (editor, NULL);
  g_assert_null (liaison_document_find (plan->document, id));
  g_assert_cmpuint (
      liaison_items_get_size (
          LIAISON_DATA (Channel, liaison_record_get_block (
                                     liaison_document_find (plan->document, channels[0])))->tests),
      ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrangements/circuits/lines", test_lines);
  g_test_add_func ("/arrangements/circuits/overdue", test_overdue);
  g_test_add_func ("/arrangements/round/lines", test_round);
  g_test_add_func ("/arrangements/round/enter", test_enter);
  g_test_add_func ("/arrangements/test-planning/counts", test_counts);
  g_test_add_func ("/arrangements/test-planning/propose", test_planning);
  return g_test_run ();
}
