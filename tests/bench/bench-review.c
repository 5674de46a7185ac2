/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-review SAMPLE [--rules]: what a full review costs against loading the plan, in one run: of the sample, and of a plan
 * with 2,000 events, 1,000 injects, 500 channels and 5,000 assessments that is made of copies of the sample's, each some days
 * later. --rules tells how long each rule takes on the large one. */
#include "config.h"

#include "record/kinds.h"
#include "review/review.h"
#include "store/plan.h"

#include <glib/gstdio.h>
#include <string.h>
#include <time.h>

#define ROUNDS 7
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

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc < 2)
    {
      g_printerr ("bench-review SAMPLE [--rules]\n");
      return 2;
    }
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "bench-review.liaison", NULL);
  g_autoptr (LiaisonPlan) large = make_large (argv[1]);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (large->document);
  if (!liaison_plan_save (snapshot, NULL, path, NULL, NULL, &error))
    {
      g_printerr ("bench-review: %s\n", error->message);
      return 2;
    }
  gboolean good = compare ("sample", argv[1]);
  good = compare ("large", path) && good;
  if (argc > 2 && strcmp (argv[2], "--rules") == 0)
    tell_rules (path);
  g_unlink (path);
  return good ? 0 : 1;
}
