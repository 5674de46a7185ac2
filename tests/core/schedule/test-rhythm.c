/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The battle rhythm: boards and their sittings, inputs that come too late. */
#include "config.h"

#include "plan.h"
#include "schedule/rhythm.h"

#define DAY 86400

static LiaisonEventData *
board (Plan *plan, const char *title, double start, const char *rule)
{
  LiaisonEventData *event = plan_event (plan, start, 1);

  event->type = LIAISON_EVENT_TYPE_BOARD;
  event->title = liaison_text_new ("en", title);
  if (rule != NULL)
    event->rule = g_ref_string_new (rule);
  return event;
}

static LiaisonItems *
input (Plan *plan, LiaisonId maker, gint64 before)
{
  LiaisonEventInputData *data =
      (gpointer) liaison_block_new (&liaison_event_input_shape, plan_id (++plan->made));
  LiaisonBlock *block = &data->block;

  data->title = liaison_text_new ("en", "Input");
  data->event = maker;
  data->before = before;
  return liaison_items_new_take (&block, 1);
}

static LiaisonItems *
output (Plan *plan, gint64 after)
{
  LiaisonEventOutputData *data =
      (gpointer) liaison_block_new (&liaison_event_output_shape, plan_id (++plan->made));
  LiaisonBlock *block = &data->block;

  data->title = liaison_text_new ("en", "Output");
  data->after = after;
  return liaison_items_new_take (&block, 1);
}

static LiaisonRhythm *
look (Plan *plan)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  return liaison_rhythm_new (snapshot, "en", NULL, PLAN_STARTEX, PLAN_STARTEX + 4 * DAY);
}

static void
test_strip (void)
{
  static const char *const cases[][2] = {
    { "Morning update D+3", "Morning update" },
    { "Morning update D-12", "Morning update" },
    { "Point du matin J+3", "Point du matin" },
    { "Board 4", "Board" },
    { "Board", "Board" },
    { "Room B2", "Room B" },
    { "12", "12" },
    { "Targeting board, D+1", "Targeting board" },
    { "", "" },
    { "朝会 3", "朝会" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *bare = liaison_rhythm_strip_count (cases[i][0]);
      g_assert_cmpstr (bare, ==, cases[i][1]);
    }
}

/* Four sittings of a recurring board and three single ones of another are two rows, by time of day.
 */
static void
test_series (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (LiaisonRhythm) rhythm = NULL;

  plan_add (plan, &liaison_event_kind, board (plan, "Evening board", 10, "FREQ=DAILY;COUNT=9"));
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *title = g_strdup_printf ("Morning update D+%u", i);
      plan_add (plan, &liaison_event_kind, board (plan, title, 1 + 24. * i, NULL));
    }
  rhythm = look (plan);
  g_assert_cmpuint (rhythm->series->len, ==, 2);
  g_assert_cmpstr (g_array_index (rhythm->series, LiaisonBoardSeries, 0).title, ==,
                   "Morning update");
  g_assert_cmpuint (g_array_index (rhythm->series, LiaisonBoardSeries, 0).n_sittings, ==, 3);
  g_assert_cmpuint (g_array_index (rhythm->series, LiaisonBoardSeries, 1).n_sittings, ==, 4);
  g_assert_cmpuint (rhythm->sittings->len, ==, 7);
  g_assert_cmpuint (g_array_index (rhythm->sittings, LiaisonSitting, 0).series, ==, 0);
}

static LiaisonInputState
state_of (Plan *plan, guint sitting)
{
  g_autoptr (LiaisonRhythm) rhythm = look (plan);
  return g_array_index (g_array_index (rhythm->sittings, LiaisonSitting, sitting).inputs,
                        LiaisonRhythmInput, 0)
      .state;
}

static void
test_inputs (void)
{
  static const struct
  {
    double maker, user; /* hours after STARTEX; both last an hour */
    gint64 after, before;
    LiaisonInputState state;
  } cases[] = {
    { 1, 2, 0, 0, LIAISON_INPUT_READY }, /* to the second */
    { 1, 2, 1, 0, LIAISON_INPUT_LATE },  /* a second too late */
    { 1, 4, 3600, 3600, LIAISON_INPUT_READY }, { 1, 4, 3600, 3601, LIAISON_INPUT_LATE },
    { 5, 4, 0, 0, LIAISON_INPUT_LATE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Plan) plan = plan_new ();
      LiaisonEventData *maker = board (plan, "Maker", cases[i].maker, NULL);
      LiaisonEventData *user = board (plan, "User", cases[i].user, NULL);
      guint place = cases[i].maker < cases[i].user ? 1 : 0;

      maker->outputs = output (plan, cases[i].after);
      user->inputs = input (plan, plan_add (plan, &liaison_event_kind, maker), cases[i].before);
      plan_add (plan, &liaison_event_kind, user);
      g_assert_cmpint (state_of (plan, place), ==, cases[i].state);
    }
}

/* Of daily boards the first one takes what the other makes only later; from the next day on there
 * is that of the day before. */
static void
test_recurring (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonEventData *maker = board (plan, "Maker", 5, "FREQ=DAILY;COUNT=9");
  LiaisonEventData *user = board (plan, "User", 4, "FREQ=DAILY;COUNT=9");
  g_autoptr (LiaisonRhythm) rhythm = NULL;

  user->inputs = input (plan, plan_add (plan, &liaison_event_kind, maker), 0);
  plan_add (plan, &liaison_event_kind, user);
  g_assert_cmpint (state_of (plan, 0), ==, LIAISON_INPUT_LATE);
  g_assert_cmpint (state_of (plan, 2), ==, LIAISON_INPUT_READY);
  rhythm = look (plan);
  g_assert_cmpuint (rhythm->n_late, ==, 1);
  g_assert_cmpint (g_array_index (g_array_index (rhythm->sittings, LiaisonSitting, 2).inputs,
                                  LiaisonRhythmInput, 0)
                       .ready,
                   ==, PLAN_STARTEX + 6 * PLAN_HOUR);
}

static void
test_outside (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonEventData *user = board (plan, "User", 4, NULL);

  user->inputs = input (plan, (LiaisonId){ 0 }, 0);
  plan_add (plan, &liaison_event_kind, user);
  g_assert_cmpint (state_of (plan, 0), ==, LIAISON_INPUT_OUTSIDE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/rhythm/strip-count", test_strip);
  g_test_add_func ("/schedule/rhythm/series", test_series);
  g_test_add_func ("/schedule/rhythm/inputs", test_inputs);
  g_test_add_func ("/schedule/rhythm/recurring", test_recurring);
  g_test_add_func ("/schedule/rhythm/outside", test_outside);
  return g_test_run ();
}
