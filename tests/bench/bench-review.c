/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-review SAMPLE [--rules] [--edits N]: what a full review costs against loading the plan, in one run: of the sample, and of a plan
 * with 2,000 events, 1,000 injects, 500 channels and 5,000 assessments that is made of copies of the sample's, each some days
 * later; and what following one edit of the large one costs, against a full review of it. --rules tells how long each rule takes
 * on the large one. */
#include "config.h"

#include "record/kinds.h"
#include "review/acceptance.h"
#include "review/review-index.h"
#include "store/plan.h"

#include "any-edit.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROUNDS 7
#define EDITS  2000
#define CHECKS 100 /* how often the index is held against a full review */
#define LIMIT  25 /* p99 after one edit: at most a full review divided by this */
/* 23 November 2026, 08:00 Zulu: the day on which the sample is planned. */
#define NOW G_GINT64_CONSTANT (1795420800)

static const struct
{
  const LiaisonKind *kind;
  guint wanted;
} sizes[] = {
  { &liaison_event_kind, 2000 },
  { &liaison_inject_kind, 1000 },
  { &liaison_channel_kind, 500 },
  { &liaison_assessment_kind, 5000 },
};

/* Processor time, as both are done in one thread: other programs do not count. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static void
keep_best (double *best, double seconds)
{
  if (*best == 0 || seconds < *best)
    *best = seconds;
}

/* Fixed times and clock times stand so many days later. */
static void
shift (LiaisonBlock *block, guint days)
{
  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];
      LiaisonInstant *instant = LIAISON_BLOCK_AT (block, field);
      if (field->type != LIAISON_FIELD_INSTANT)
        continue;
      if (instant->form == LIAISON_INSTANT_FIXED)
        instant->seconds += (gint64) days * 86400;
      else if (instant->form == LIAISON_INSTANT_CLOCK)
        instant->days += (gint32) days;
    }
}

/* Two records with one serial are a fault. */
static void
forget_serial (LiaisonBlock *block)
{
  const LiaisonField *field = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_CODE);

  if (field != NULL && field->type == LIAISON_FIELD_STRING)
    liaison_field_type_ops (field->type)->clear (LIAISON_BLOCK_AT (block, field));
}

static void
fill_up (LiaisonDocument *document, const LiaisonSnapshot *sample, const LiaisonKind *kind, guint wanted)
{
  guint n, made = 0;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (sample, kind->id, &n);

  for (guint have = n; have < wanted; have++, made++)
    {
      LiaisonBlock *copy = liaison_block_copy_as (
          blocks[made % n], liaison_id_new_from_parts (NOW * 1000 + have, 1, kind->id));
      shift (copy, 1 + made / n);
      forget_serial (copy);
      g_assert_true (liaison_document_fill (document, kind, copy));
    }
}

/* The same plan as a document of its own, larger. */
static LiaisonPlan *
make_large (const char *path)
{
  g_autoptr (LiaisonPlan) sample = liaison_plan_load (path, NULL, NULL, NULL, NULL);
  LiaisonPlan *plan = liaison_plan_load (path, NULL, NULL, NULL, NULL);
  g_autoptr (LiaisonSnapshot) snapshot = NULL;

  g_assert_nonnull (sample);
  snapshot = liaison_document_get_snapshot (sample->document);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    fill_up (plan->document, snapshot, sizes[i].kind, sizes[i].wanted);
  return plan;
}

static double
time_load (const char *path, LiaisonPlan **plan)
{
  double start = now ();

  *plan = liaison_plan_load (path, NULL, NULL, NULL, NULL);
  return now () - start;
}

static double
time_review (const LiaisonSnapshot *snapshot, guint *n_findings)
{
  double start = now ();
  g_autoptr (GPtrArray) findings = liaison_review_run (snapshot, NOW, NULL);

  *n_findings = findings->len;
  return now () - start;
}

static gboolean
compare (const char *what, const char *path)
{
  double load = 0, review = 0;
  guint n = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      LiaisonPlan *plan = NULL;
      keep_best (&load, time_load (path, &plan));
      g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
      keep_best (&review, time_review (snapshot, &n));
      liaison_plan_free (plan);
    }
  g_print ("review %-8s %5.2f x loading it (at most 1.00%s)  %.1f ms, load %.1f ms; %u findings\n", what, review / load,
           review <= load ? "" : ", MISSED", review * 1e3, load * 1e3, n);
  return review <= load;
}

static void
tell_rules (const char *path)
{
  g_autoptr (LiaisonPlan) plan = liaison_plan_load (path, NULL, NULL, NULL, NULL);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  guint n;
  const LiaisonRule *const *rules = liaison_review_get_rules (&n);

  for (guint i = 0; i < n; i++)
    {
      double best = 0;
      guint found = 0;
      for (guint round = 0; round < ROUNDS; round++)
        {
          double start = now ();
          g_autoptr (GPtrArray) findings = liaison_review_run_rules (snapshot, NOW, &rules[i], 1, NULL);
          keep_best (&best, now () - start);
          found = findings->len;
        }
      g_print ("%8.2f ms %5u  %s\n", best * 1e3, found, rules[i]->name);
    }
}

typedef struct
{
  LiaisonDocument *document;
  LiaisonReviewIndex *index;
  GArray *seconds; /* of double */
  guint n_full;
} Follower;

static LiaisonReviewIndex *
look_anew (LiaisonDocument *document)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (document);
  return liaison_review_index_new (snapshot, NOW, NULL);
}

/* What a window does: it follows, and lists. */
static void
changed_cb (LiaisonDocument *document, const LiaisonChange *changes, guint n, Follower *self)
{
  double start = now ();

  if (liaison_review_index_advance (self->index, document, changes, n))
    {
      g_autoptr (GPtrArray) accepted = NULL;
      g_autoptr (GPtrArray) findings = liaison_review_index_list (self->index, &accepted);
      double seconds = now () - start;
      g_array_append_val (self->seconds, seconds);
      return;
    }
  self->n_full++;
  liaison_review_index_free (self->index);
  self->index = look_anew (document);
}

static gboolean
is_true (Follower *self)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (self->document);
  g_autoptr (GPtrArray) full = liaison_review_run (snapshot, NOW, NULL);
  g_autoptr (GPtrArray) accepted = NULL;
  g_autoptr (GPtrArray) followed = liaison_review_index_list (self->index, &accepted);
  gboolean same = full->len == followed->len;

  for (guint i = 0; same && i < full->len; i++)
    same = liaison_finding_equal (full->pdata[i], followed->pdata[i]);
  return same;
}

static int
compare_seconds (const void *a, const void *b)
{
  double one = *(const double *) a, two = *(const double *) b;
  return one < two ? -1 : one > two;
}

static gboolean
follow (const char *path, guint n_edits)
{
  g_autoptr (LiaisonPlan) plan = liaison_plan_load (path, NULL, NULL, NULL, NULL);
  g_autoptr (GRand) chance = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) removed = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref);
  g_autoptr (GArray) seconds = g_array_new (FALSE, FALSE, sizeof (double));
  AnyEdits edits = { plan->document, chance, removed, TRUE };
  Follower follower = { plan->document, NULL, seconds, 0 };
  gboolean same = TRUE;
  double full = 0;
  guint n, found;

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
      keep_best (&full, time_review (snapshot, &found));
    }
  liaison_document_find_uses (plan->document, (LiaisonId) { 1, 1 }, &n);
  follower.index = look_anew (plan->document);
  g_signal_connect (plan->document, "changed", G_CALLBACK (changed_cb), &follower);
  for (guint i = 0; i < n_edits; i++)
    {
      any_edit (&edits);
      if ((i + 1) % MAX (n_edits / CHECKS, 1) == 0)
        same = same && is_true (&follower);
    }
  qsort (seconds->data, seconds->len, sizeof (double), compare_seconds);
  double middle = g_array_index (seconds, double, seconds->len / 2);
  double late = g_array_index (seconds, double, seconds->len - 1 - seconds->len / 100);
  gboolean good = same && late * LIMIT <= full;
  g_print ("review edit     1/%.0f of a full review at p99 (at most 1/%d%s), 1/%.0f at p50  p99 %.0f us, p50 %.0f us, longest "
           "%.0f us; full %.1f ms\n",
           full / late, LIMIT, good ? "" : ", MISSED", full / middle, late * 1e6, middle * 1e6,
           g_array_index (seconds, double, seconds->len - 1) * 1e6, full * 1e3);
  g_print ("review edit     %u edits followed, %u looked at everything; %s a full review finds\n", seconds->len,
           follower.n_full, same ? "always what" : "NOT WHAT");
  liaison_review_index_free (follower.index);
  return good;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean rules = FALSE;
  guint n_edits = EDITS;

  for (int i = 2; i < argc; i++)
    {
      rules |= strcmp (argv[i], "--rules") == 0;
      if (strcmp (argv[i], "--edits") == 0 && i + 1 < argc)
        n_edits = (guint) g_ascii_strtoull (argv[i + 1], NULL, 10);
    }
  if (argc < 2 || n_edits == 0)
    {
      g_printerr ("bench-review SAMPLE [--rules] [--edits N]\n");
      return 2;
    }
  g_autofree char *path = g_strdup_printf ("%s/bench-review-%d.liaison", g_get_tmp_dir (), g_random_int_range (0, 1000000));
  g_autoptr (LiaisonPlan) large = make_large (argv[1]);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (large->document);
  if (!liaison_plan_save (snapshot, NULL, path, NULL, NULL, &error))
    {
      g_printerr ("bench-review: %s\n", error->message);
      return 2;
    }
  gboolean good = compare ("sample", argv[1]);
  good = compare ("large", path) && good;
  good = follow (path, n_edits) && good;
  if (rules)
    tell_rules (path);
  g_unlink (path);
  return good ? 0 : 1;
}
