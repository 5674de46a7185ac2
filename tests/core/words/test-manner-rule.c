/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "manner-plan.h"

#include "words/manner-move.h"
#include "words/manner-rule.h"
#include "words/sentence.h"

/* A rule, what is told of it, and whether it comes back as it was. */
static const struct
{
  const char *rule, *told;
  LiaisonRepeat repeat;
} rules[] = {
  { NULL, "Does not repeat", LIAISON_REPEAT_NEVER },
  { "FREQ=DAILY", "Every day", LIAISON_REPEAT_DAILY },
  { "FREQ=DAILY;INTERVAL=2;COUNT=10", "Every 2 days, 10 times", LIAISON_REPEAT_DAILY },
  { "FREQ=DAILY;COUNT=1", "Every day, once", LIAISON_REPEAT_DAILY },
  { "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Every working day, Monday to Friday",
    LIAISON_REPEAT_WEEKDAYS },
  { "FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20270514T235959",
    "Every week: Monday and Thursday, until 14 May 2027", LIAISON_REPEAT_WEEKLY },
  { "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR",
    "Every 2 weeks: Monday, Tuesday, Wednesday, Thursday and Friday", LIAISON_REPEAT_WEEKLY },
  { "FREQ=MONTHLY;INTERVAL=3", "Every 3 months", LIAISON_REPEAT_MONTHLY },
  { "FREQ=YEARLY", "Every year", LIAISON_REPEAT_YEARLY },
  { "FREQ=HOURLY;INTERVAL=4", "Every 4 hours", LIAISON_REPEAT_HOURLY },
  /* More than a form can offer stays as it is. */
  { "FREQ=MONTHLY;BYDAY=2MO", NULL, LIAISON_REPEAT_OTHER },
  { "FREQ=DAILY;UNTIL=20270514T120000Z", NULL, LIAISON_REPEAT_OTHER },
  { "FREQ=DAILY;BYHOUR=6,18", NULL, LIAISON_REPEAT_OTHER },
  { "COUNT=3", NULL, LIAISON_REPEAT_OTHER },
  { "FREQ=DAILY;COUNT=3;UNTIL=20270514", NULL, LIAISON_REPEAT_OTHER },
  { "every day", NULL, LIAISON_REPEAT_OTHER },
};

static void
test_rules (Plan *plan, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      LiaisonRepeatRule rule = liaison_repeat_rule_parse (rules[i].rule);
      g_autofree char *told = liaison_manner_tell_rule (&plan->manner, rules[i].rule);
      g_autofree char *plain = liaison_words_dup_without_isolates (told);

      g_test_message ("%s", rules[i].rule);
      g_assert_cmpint (rule.repeat, ==, rules[i].repeat);
      g_assert_cmpstr (plain, ==, rules[i].told != NULL ? rules[i].told : rules[i].rule);
      if (rule.repeat != LIAISON_REPEAT_OTHER)
        {
          g_autofree char *again = liaison_repeat_rule_format (&rule);
          g_assert_cmpstr (again, ==, rules[i].rule);
        }
    }
}

/* What is typed, and by how many seconds the event at 141300ZMAY27 moves; 1: refused. */
static const struct
{
  const char *typed;
  gint64 by;
} moves[] = {
  { "+2h", 7200 },
  { "-1d", -86400 },
  { "−90 min", -5400 },
  { "2h", 7200 },
  { "+1h30", 5400 },
  { "to 141500ZMAY27", 7200 },
  { "To 141500ZMAY27", 7200 },
  { "141200ZMAY27", -3600 },
  { "to 15:00Z", 1 },
  { "to the moon", 1 },
  { "", 1 },
  { "soon", 1 },
  { "+", 1 },
};

static void
test_moves (Plan *plan, gconstpointer data)
{
  g_autoptr (LiaisonBlock) event =
      plan_read_block (&liaison_event_kind.shape, "{'id':'#0099','start':'2027-05-14T13:00Z'}");
  g_autoptr (LiaisonBlock) timeless =
      plan_read_block (&liaison_event_kind.shape, "{'id':'#0099'}");
  gint64 by;

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean read = liaison_manner_read_move (&plan->manner, plan->snapshot, event,
                                                moves[i].typed, &by, &error);

      g_test_message ("%s", moves[i].typed);
      if (moves[i].by == 1 && !read)
        {
          g_assert_nonnull (error);
          continue;
        }
      g_assert_no_error (error);
      if (moves[i].by != 1)
        g_assert_cmpint (by, ==, moves[i].by);
    }
  g_assert_false (liaison_manner_read_move (&plan->manner, plan->snapshot, timeless,
                                            "to 141500ZMAY27", &by, NULL));
  g_assert_true (
      liaison_manner_read_move (&plan->manner, plan->snapshot, timeless, "+2h", &by, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                            \
  g_test_add ("/manner/" path, Plan, NULL, plan_set_up, test, plan_tear_down)
  ADD ("rules", test_rules);
  ADD ("moves", test_moves);
  return g_test_run ();
}
