/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-conflict-index PLAN [EDITS]: what it costs to follow one edit of a large plan, against a full
 * look at the conflicts of the same plan in the same run. Processor time of the thread, because a
 * hundred-thousandth part of a run must not be somebody else's. */
#include "config.h"

#include "review/review.h"
#include "schedule/conflict-index.h"
#include "store/plan.h"

#include "random-edit.h"

#include <stdlib.h>
#include <time.h>

#define EDITS  100000
#define CHECKS 5   /* how often the index is held against a full look */
#define LIMIT  200 /* p99 after one edit: at most a full look divided by this */

static const char *const capacity_and_order[] = { "site-overbooked", "participant-overbooked", "post-overbooked",
                                                  "channel-overbooked", "precedence-broken" };

typedef struct
{
  LiaisonDocument *document;
  LiaisonConflictIndex *index;
  GArray *seconds; /* of double */
  gsize n_news;
  guint n_full;
} Follower;

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static LiaisonConflictIndex *
look_anew (LiaisonDocument *document)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (document);
  return liaison_conflict_index_new (snapshot);
}

static void
changed_cb (LiaisonDocument *document, const LiaisonChange *changes, guint n, Follower *self)
{
  LiaisonLookup lookup = liaison_document_get_lookup (document);
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (LiaisonConflict));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (LiaisonConflict));
  double start = now ();
  gboolean followed = liaison_conflict_index_advance (self->index, &lookup, changes, n, gone, found);
  double seconds = now () - start;

  g_array_append_val (self->seconds, seconds);
  self->n_news += gone->len + found->len;
  if (followed)
    return;
  self->n_full++;
  liaison_conflict_index_free (self->index);
  self->index = look_anew (document);
}

/* A number that does not hang on the order. */
static void
sum_cb (const LiaisonConflict *conflict, gpointer data)
{
  guint64 *sum = data;
  guint64 parts[] = { conflict->event.low, conflict->other.low, conflict->resource.low, conflict->start,
                      conflict->end, conflict->asked, conflict->capacity, conflict->type, conflict->delay };
  guint64 hash = 1469598103934665603u;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    hash = (hash ^ parts[i]) * 1099511628211u, hash ^= hash >> 29;
  *sum += hash;
}

static gboolean
is_true (Follower *self)
{
  LiaisonConflictIndex *full = look_anew (self->document);
  guint64 sums[2] = { 0, 0 };
  gboolean same = liaison_conflict_index_get_size (full) == liaison_conflict_index_get_size (self->index);

  liaison_conflict_index_foreach (self->index, sum_cb, &sums[0]);
  liaison_conflict_index_foreach (full, sum_cb, &sums[1]);
  liaison_conflict_index_free (full);
  return same && sums[0] == sums[1];
}

static double
time_full (LiaisonDocument *document)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (document);
  const LiaisonRule *rules[G_N_ELEMENTS (capacity_and_order)];
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    rules[i] = liaison_review_find_rule (capacity_and_order[i]);
  for (guint round = 0; round < 7; round++)
    {
      double start = now ();
      g_ptr_array_unref (liaison_review_run_rules (snapshot, 0, rules, G_N_ELEMENTS (rules), NULL));
      best = MIN (best, now () - start);
    }
  return best;
}

static int
compare_seconds (const void *a, const void *b)
{
  double one = *(const double *) a, two = *(const double *) b;
  return one < two ? -1 : one > two;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  guint edits = argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : EDITS;
  gboolean same = TRUE;

  if (argc < 2 || edits == 0)
    {
      g_printerr ("bench-conflict-index PLAN [EDITS]\n");
      return 2;
    }
  g_autoptr (LiaisonPlan) plan = liaison_plan_load (argv[1], NULL, NULL, NULL, &error);
  if (plan == NULL)
    {
      g_printerr ("bench-conflict-index: %s\n", error->message);
      return 2;
    }
  const LiaisonExerciseData *exercise = LIAISON_DATA (
      Exercise, liaison_record_get_block (liaison_document_get_exercise (plan->document)));
  g_autoptr (GRand) chance = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) removed = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref);
  g_autoptr (GArray) seconds = g_array_sized_new (FALSE, FALSE, sizeof (double), edits);
  RandomEdits random = { plan->document, chance, 0, removed, exercise->startex.seconds,
                         exercise->endex.seconds - exercise->startex.seconds, FALSE };
  Follower follower = { plan->document, NULL, seconds, 0, 0 };

  double full = time_full (plan->document);
  double start = now ();
  follower.index = look_anew (plan->document);
  double building = now () - start;
  g_signal_connect (plan->document, "changed", G_CALLBACK (changed_cb), &follower);
  for (guint i = 0; i < edits; i++)
    {
      random_edit (&random);
      if ((i + 1) % MAX (edits / CHECKS, 1) == 0)
        same = same && is_true (&follower);
    }
  qsort (seconds->data, seconds->len, sizeof (double), compare_seconds);
  double middle = g_array_index (seconds, double, seconds->len / 2);
  double late = g_array_index (seconds, double, seconds->len - 1 - seconds->len / 100);
  double last = g_array_index (seconds, double, seconds->len - 1);
  gboolean good = same && late * LIMIT <= full;

  g_print ("conflicts edit   1/%.0f of a full look at p99 (at most 1/%d%s), 1/%.0f at p50  p99 %.1f us, p50 %.1f us, "
           "longest %.1f us; full %.2f ms, index made in %.1f ms\n",
           full / late, LIMIT, good ? "" : ", MISSED", full / middle, late * 1e6, middle * 1e6, last * 1e6, full * 1e3,
           building * 1e3);
  g_print ("conflicts edit   %u edits, %" G_GSIZE_FORMAT " conflicts came or went, %u looked at everything; %s a full look finds (%u)\n",
           edits, follower.n_news, follower.n_full, same ? "always what" : "NOT WHAT",
           liaison_conflict_index_get_size (follower.index));
  liaison_conflict_index_free (follower.index);
  return good ? 0 : 1;
}
