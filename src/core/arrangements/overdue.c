/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "arrangements/overdue.h"

#include "record/times.h"
#include "schedule/recurrence.h"

typedef struct
{
  const gint64 *answers;
  guint n_answers;
  gint64 now, grace;
  LiaisonOverdueTests overdue;
} Look;

gboolean
liaison_channel_test_was_made (const LiaisonBlock *block)
{
  const LiaisonChannelTestData *test = LIAISON_DATA (ChannelTest, block);

  return test->result != LIAISON_TEST_RESULT_NOT_MADE
         && (test->made.form != LIAISON_INSTANT_UNSET || test->result != LIAISON_TEST_RESULT_UNSET);
}

gboolean
liaison_channel_test_find_answer (const LiaisonLookup *lookup,
                                  const LiaisonBlock *block,
                                  gint64 *time)
{
  const LiaisonChannelTestData *test = LIAISON_DATA (ChannelTest, block);

  if (!liaison_channel_test_was_made (block) && test->result != LIAISON_TEST_RESULT_NOT_MADE)
    return FALSE;
  return liaison_times_resolve (lookup, &test->start, time, NULL) == LIAISON_TIME_KNOWN
         || liaison_times_resolve (lookup, &test->made, time, NULL) == LIAISON_TIME_KNOWN;
}

/* The first answer that is not too early tells. */
static gboolean
is_answered (const Look *self, gint64 time)
{
  guint low = 0, high = self->n_answers;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->answers[middle] < time - LIAISON_TEST_NEAR)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->n_answers && self->answers[low] <= time + LIAISON_TEST_NEAR;
}

static gboolean
look_at_time_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  Look *self = data;

  if (occurrence->start + self->grace >= self->now)
    return FALSE;
  if (!is_answered (self, occurrence->start)
      && (self->overdue.n++ == 0 || occurrence->start < self->overdue.since))
    self->overdue.since = occurrence->start;
  return TRUE;
}

LiaisonOverdueTests
liaison_channel_find_overdue (const LiaisonLookup *lookup,
                              const LiaisonBlock *channel,
                              const gint64 *answers,
                              guint n_answers,
                              gint64 now,
                              gint64 grace)
{
  const LiaisonItems *plans = LIAISON_DATA (Channel, channel)->tests;
  Look look = { answers, n_answers, now };

  for (guint i = 0; i < liaison_items_get_size (plans); i++)
    {
      const LiaisonTestPlanData *plan = LIAISON_DATA (TestPlan, liaison_items_get (plans, i));

      look.grace = plan->grace != LIAISON_DURATION_UNSET ? plan->grace : grace;
      liaison_recurrence_foreach (lookup, &plan->block, G_MININT32, now, look_at_time_cb, &look);
    }
  return look.overdue;
}
