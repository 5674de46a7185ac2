/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "arrangements/overdue.h"
#include "review/rules/presence.h"

#include <glib/gi18n-lib.h>

/* The answers to planned tests. */
typedef struct
{
  GHashTable *answers; /* LiaisonId * of the channel -> GArray of gint64, Unix s; NULL: not gathered yet */
  LiaisonReview *review;
} Look;

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 *one = a, *two = b;

  return *one < *two ? -1 : *one > *two;
}

static void
take_test (Look *self, const LiaisonBlock *block)
{
  const LiaisonChannelTestData *test = LIAISON_DATA (ChannelTest, block);
  GArray *times;
  gint64 time;

  if (!liaison_channel_test_find_answer (&self->review->lookup, block, &time))
    return;
  times = g_hash_table_lookup (self->answers, &test->channel);
  if (times == NULL)
    {
      times = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (self->answers, g_memdup2 (&test->channel, sizeof test->channel), times);
    }
  g_array_append_val (times, time);
}

/* The tests of all channels, once; or, where only some are looked at, those of this one. */
static void
gather (Look *self, const LiaisonBlock *channel)
{
  guint n;

  if (self->answers != NULL && !liaison_review_is_partial (self->review))
    return;
  g_clear_pointer (&self->answers, g_hash_table_unref);
  self->answers = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, (GDestroyNotify) g_array_unref);
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
  LiaisonOverdueTests overdue;
  GArray *times;

  if (channel->status == LIAISON_CHANNEL_STATUS_CLOSED || liaison_items_get_size (channel->tests) == 0)
    return;
  gather (self, block);
  times = g_hash_table_lookup (self->answers, &block->id);
  if (times != NULL)
    g_array_sort (times, compare_times);
  overdue = liaison_channel_find_overdue (&review->lookup, block,
                                          times != NULL ? (const gint64 *) (gconstpointer) times->data : NULL,
                                          times != NULL ? times->len : 0, review->now, review->value * 3600);
  if (overdue.n == 0 || !liaison_review_may_list (review))
    return;
  LiaisonFinding *finding = liaison_review_add (
      review, block, "tests",
      overdue.n == 1 ? N_ ("“{record}” was to be tested at {time}; no result was entered.")
                         : N_ ("“{record}” was to be tested {count} times since {time}; no results were entered."));
  liaison_finding_take_operand (finding, liaison_operand_seconds_at ("time", overdue.since));
  liaison_finding_take_operand (finding, liaison_operand_integer ("count", overdue.n));
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

  g_clear_pointer (&look->answers, g_hash_table_unref);
  g_free (look);
}

const LiaisonRule liaison_rule_test_overdue = {
  "test-overdue", LIAISON_SEVERITY_WARNING, N_ ("Overdue tests"),
  N_ ("A channel was to be tested and nobody has entered how it went. Make the test, or enter its result."), NULL, 12,
  N_ ("hours after which a test is overdue, where its plan does not say"),
  .look = look_at, .kinds = LIAISON_TARGET (CHANNEL), .referrers = LIAISON_TARGET (CHANNEL_TEST), .prepare = prepare, .forget = forget
};
