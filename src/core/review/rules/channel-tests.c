/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/channel-test.h"
#include "record/kinds/channel.h"
#include "record/times.h"
#include "review/rules/presence.h"
#include "schedule/recurrence.h"

#include <glib/gi18n-lib.h>

/* A test answers the planned one that it is this near to. */
#define NEAR (12 * 3600)

/* The tests that were made, and those that were planned one by one. */
typedef struct
{
  GHashTable *made;    /* LiaisonId * of the channel -> GArray of gint64, Unix s; NULL: not gathered yet */
  LiaisonReview *review;
  const GArray *times; /* of the channel that is looked at, or NULL */
  gint64 grace;
  gint64 first;        /* the first that is overdue */
  guint overdue;
} Look;

static gboolean
was_made (const LiaisonChannelTestData *test)
{
  return test->made.form != LIAISON_INSTANT_UNSET
         || (test->result != LIAISON_TEST_RESULT_UNSET && test->result != LIAISON_TEST_RESULT_NOT_MADE);
}

static void
take_test (Look *self, const LiaisonBlock *block)
{
  const LiaisonChannelTestData *test = LIAISON_DATA (ChannelTest, block);
  gint64 time;

  /* One that could not be made has been looked at, too. */
  if (!was_made (test) && test->result != LIAISON_TEST_RESULT_NOT_MADE)
    return;
  if (liaison_times_resolve (&self->review->lookup, &test->start, &time, NULL) != LIAISON_TIME_KNOWN
      && liaison_times_resolve (&self->review->lookup, &test->made, &time, NULL) != LIAISON_TIME_KNOWN)
    return;
  GArray *times = g_hash_table_lookup (self->made, &test->channel);
  if (times == NULL)
    {
      times = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (self->made, g_memdup2 (&test->channel, sizeof test->channel), times);
    }
  g_array_append_val (times, time);
}

static gboolean
look_at_time_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  Look *self = data;

  if (occurrence->start + self->grace >= self->review->now)
    return FALSE;
  for (guint i = 0; self->times != NULL && i < self->times->len; i++)
    if (ABS (g_array_index (self->times, gint64, i) - occurrence->start) <= NEAR)
      return TRUE;
  if (self->overdue++ == 0)
    self->first = occurrence->start;
  return TRUE;
}

/* The tests of all channels, once; or, where only some are looked at, those of this one. */
static void
gather (Look *self, const LiaisonBlock *channel)
{
  guint n;

  if (self->made != NULL && !liaison_review_is_partial (self->review))
    return;
  g_clear_pointer (&self->made, g_hash_table_unref);
  self->made = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, (GDestroyNotify) g_array_unref);
  if (liaison_review_is_partial (self->review))
    {
      const LiaisonId *uses = liaison_review_get_uses (self->review, channel, &n);
      for (guint i = 0; i < n; i++)
        {
          const LiaisonBlock *test = liaison_review_find (self->review, uses[i], &liaison_channel_test_kind);
          if (test != NULL)
            take_test (self, test);
        }
      return;
    }
  const LiaisonBlock *const *tests = liaison_snapshot_get (self->review->snapshot, LIAISON_KIND_CHANNEL_TEST, &n);
  for (guint i = 0; i < n; i++)
    take_test (self, tests[i]);
}

static void
look_at (LiaisonReview *review, const LiaisonBlock *block)
{
  const LiaisonChannelData *channel = LIAISON_DATA (Channel, block);
  Look *self = review->state;

  if (channel->status == LIAISON_CHANNEL_STATUS_CLOSED || liaison_items_get_size (channel->tests) == 0)
    return;
  gather (self, block);
  self->times = g_hash_table_lookup (self->made, &block->id);
  self->overdue = 0;
  for (guint i = 0; i < liaison_items_get_size (channel->tests); i++)
    {
      const LiaisonTestPlanData *plan = LIAISON_DATA (TestPlan, liaison_items_get (channel->tests, i));
      self->grace = plan->grace != LIAISON_DURATION_UNSET ? plan->grace : self->review->value * 3600;
      liaison_recurrence_foreach (&self->review->lookup, &plan->block, G_MININT32, self->review->now, look_at_time_cb, self);
    }
  if (self->overdue == 0 || !liaison_review_may_list (self->review))
    return;
  LiaisonFinding *finding = liaison_review_add (
      self->review, block, "tests",
      self->overdue == 1 ? N_ ("“{record}” was to be tested at {time}; no result was entered.")
                         : N_ ("“{record}” was to be tested {count} times since {time}; no results were entered."));
  liaison_finding_take_operand (finding, liaison_operand_seconds_at ("time", self->first));
  liaison_finding_take_operand (finding, liaison_operand_integer ("count", self->overdue));
}

static gpointer
prepare (LiaisonReview *review)
{
  Look *look = g_new0 (Look, 1);

  look->review = review;
  return look;
}

static void
forget (gpointer data)
{
  Look *look = data;

  g_clear_pointer (&look->made, g_hash_table_unref);
  g_free (look);
}

const LiaisonRule liaison_rule_test_overdue = {
  "test-overdue", LIAISON_SEVERITY_WARNING, N_ ("Overdue tests"),
  N_ ("A channel was to be tested and nobody has entered how it went. Make the test, or enter its result."), NULL, 12,
  N_ ("hours after which a test is overdue, where its plan does not say"),
  .look = look_at, .kinds = LIAISON_TARGET (CHANNEL), .referrers = LIAISON_TARGET (CHANNEL_TEST), .prepare = prepare, .forget = forget
};
