/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-plan SMALL LARGE: what loading, saving and editing plans cost, as ratios to json-glib on
 * the same file and to the small plan, in one run. Each measurement has a process of its own, so
 * that its peak memory is its own. */
#include "config.h"

#include "record/kinds.h"
#include "record/value.h"
#include "store/plan.h"

#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <json-glib/json-glib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROUNDS      3
#define EDITS       20000
#define LIMIT_EDITS 1.5

/* What a child reports. */
typedef struct
{
  double seconds; /* of the step itself */
  double each[2]; /* seconds a piece, where the step has two parts */
  long peak;      /* KiB */
} Result;

typedef void (*Step) (const char *path, Result *result);

static double
now (void)
{
  return g_get_monotonic_time () / 1e6;
}

static void G_GNUC_NORETURN
give_up (const GError *error)
{
  g_printerr ("bench-plan: %s\n", error->message);
  exit (2);
}

static LiaisonPlan *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  LiaisonPlan *plan = liaison_plan_load (path, NULL, NULL, NULL, &error);
  if (plan == NULL)
    give_up (error);
  return plan;
}

static GOutputStream *
open_nowhere (void)
{
  return g_unix_output_stream_new (open ("/dev/null", O_WRONLY | O_CLOEXEC), TRUE);
}

/* The plan stays until the process ends: releasing it is not what is measured. */
static void
step_load (const char *path, Result *result)
{
  double start = now ();
  LiaisonPlan *plan = load (path);
  result->seconds = plan != NULL ? now () - start : 0;
}

static void
step_parse (const char *path, Result *result)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  double start = now ();

  if (!json_parser_load_from_file (parser, path, &error))
    give_up (error);
  result->seconds = now () - start;
}

static void
step_write (const char *path, Result *result)
{
  g_autoptr (LiaisonPlan) plan = load (path);
  g_autoptr (GOutputStream) nowhere = open_nowhere ();
  g_autoptr (GError) error = NULL;
  double start = now ();
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);

  if (!liaison_plan_write (snapshot, NULL, nowhere, NULL, &error))
    give_up (error);
  result->seconds = now () - start;
}

static void
step_generate (const char *path, Result *result)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (GOutputStream) nowhere = open_nowhere ();
  g_autoptr (GError) error = NULL;

  if (!json_parser_load_from_file (parser, path, &error))
    give_up (error);
  json_generator_set_root (generator, json_parser_get_root (parser));
  json_generator_set_pretty (generator, TRUE);
  double start = now ();
  if (!json_generator_to_stream (generator, nowhere, NULL, &error))
    give_up (error);
  result->seconds = now () - start;
}

static gint64
stopped_clock (gpointer data)
{
  return 0;
}

static void
count_cb (guint *heard)
{
  (*heard)++;
}

static void
edit_one (LiaisonEditor *editor, LiaisonTable *events, guint i)
{
  /* A stride through the whole table, so that the large plan also pays for its cache misses. */
  guint position = (guint64) i * 7919 % liaison_table_get_size (events);
  const LiaisonBlock *block = liaison_record_get_block (liaison_table_get (events, position));
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new ("Change {record}");
  gint64 duration = 1800 + i;

  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", block->id));
  liaison_proposal_set_field (proposal, block, LIAISON_FIELD (Event, duration), &duration);
  if (!liaison_editor_commit (editor, proposal, NULL))
    abort ();
}

static void
step_edit (const char *path, Result *result)
{
  g_autoptr (LiaisonPlan) plan = load (path);
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, stopped_clock, NULL);
  LiaisonTable *events = liaison_document_get_table (plan->document, LIAISON_KIND_EVENT);
  guint heard = 0;

  g_signal_connect_swapped (events, "items-changed", G_CALLBACK (count_cb), &heard);
  g_signal_connect_swapped (plan->document, "changed", G_CALLBACK (count_cb), &heard);
  for (guint i = 0; i < liaison_table_get_size (events); i++)
    g_signal_connect_swapped (liaison_table_get (events, i), "notify::duration",
                              G_CALLBACK (count_cb), &heard);

  double start = now ();
  for (guint i = 0; i < EDITS; i++)
    edit_one (editor, events, i);
  double middle = now ();
  for (guint i = 0; i < EDITS; i++)
    liaison_editor_undo (editor, NULL);
  result->each[0] = (middle - start) / EDITS;
  result->each[1] = (now () - middle) / EDITS;
  if (heard < 2 * 3 * EDITS)
    abort ();
}

static void
step_look (const char *path, Result *result)
{
  g_autoptr (LiaisonPlan) plan = load (path);
  LiaisonId exercise = liaison_record_get_id (liaison_document_get_exercise (plan->document));
  guint n;

  double start = now ();
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  double middle = now ();
  liaison_document_find_uses (plan->document, exercise, &n);
  result->each[0] = middle - start;
  result->each[1] = now () - middle;
}

static Result
run_child (Step step, const char *path)
{
  int ends[2], status;
  Result result = { 0 };

  if (pipe (ends) != 0)
    abort ();
  pid_t child = fork ();
  if (child == 0)
    {
      struct rusage usage;
      step (path, &result);
      getrusage (RUSAGE_SELF, &usage);
      result.peak = usage.ru_maxrss;
      _exit (write (ends[1], &result, sizeof result) == sizeof result ? 0 : 2);
    }
  close (ends[1]);
  if (read (ends[0], &result, sizeof result) != sizeof result
      || waitpid (child, &status, 0) != child || status != 0)
    {
      g_printerr ("bench-plan: a measurement failed\n");
      exit (2);
    }
  close (ends[0]);
  return result;
}

/* The best of some rounds of each, taken in turns so that a busy moment of the machine strikes
 * both. */
static void
compare (Step ours, const char *our_path, Step theirs, const char *their_path, Result best[2])
{
  for (guint round = 0; round < ROUNDS; round++)
    for (guint side = 0; side < 2; side++)
      {
        Result result = run_child (side == 0 ? ours : theirs, side == 0 ? our_path : their_path);
        if (round == 0)
          best[side] = result;
        best[side].seconds = MIN (best[side].seconds, result.seconds);
        best[side].peak = MIN (best[side].peak, result.peak);
        for (guint part = 0; part < 2; part++)
          best[side].each[part] = MIN (best[side].each[part], result.each[part]);
      }
}

static gboolean
report (const char *what, double ratio, double limit, gboolean at_least, const char *figures)
{
  gboolean good = at_least ? ratio >= limit : ratio <= limit;
  g_print ("plan %-12s %6.2f x (%s %.2f%s)  %s\n", what, ratio, at_least ? "at least" : "at most",
           limit, good ? "" : ", MISSED", figures);
  return good;
}

static gboolean
measure_files (const char *path)
{
  Result best[2];
  gboolean good;
  char figures[200];

  compare (step_load, path, step_parse, path, best);
  g_snprintf (figures, sizeof figures, "%.3f s, json-glib's bare parse %.3f s", best[0].seconds,
              best[1].seconds);
  good = report ("load", best[1].seconds / best[0].seconds, 5, TRUE, figures);
  g_snprintf (figures, sizeof figures, "%.0f MiB, json-glib %.0f MiB", best[0].peak / 1024.,
              best[1].peak / 1024.);
  good =
      report ("load-memory", (double) best[0].peak / best[1].peak, 1 / 3., FALSE, figures) && good;

  compare (step_write, path, step_generate, path, best);
  g_snprintf (figures, sizeof figures, "%.3f s, json-glib %.3f s", best[0].seconds,
              best[1].seconds);
  return report ("save", best[1].seconds / best[0].seconds, 2, TRUE, figures) && good;
}

static gboolean
measure_edits (const char *small, const char *large)
{
  Result best[2];
  gboolean good = TRUE;
  static const char *const names[] = { "edit", "undo" };

  compare (step_edit, small, step_edit, large, best);
  for (guint part = 0; part < 2; part++)
    {
      g_autofree char *figures =
          g_strdup_printf ("%.2f us in the large plan, %.2f us in the small one",
                           best[1].each[part] * 1e6, best[0].each[part] * 1e6);
      good =
          report (names[part], best[1].each[part] / best[0].each[part], LIMIT_EDITS, FALSE, figures)
          && good;
    }
  Result look = run_child (step_look, large);
  g_print ("plan snapshot     %.2f ms; index of uses %.0f ms\n", look.each[0] * 1e3,
           look.each[1] * 1e3);
  return good;
}

/* One step again and again, for a profiler. */
static int
repeat (const char *name, const char *path)
{
  static const struct
  {
    const char *name;
    Step step;
  } steps[] = {
    { "load", step_load }, { "save", step_write }, { "edit", step_edit }, { "look", step_look }
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (steps[i].name, name))
      {
        Result result = { 0 };
        steps[i].step (path, &result);
        g_print ("%s: %.3f s, %.3f us, %.3f us\n", name, result.seconds, result.each[0] * 1e6,
                 result.each[1] * 1e6);
        return 0;
      }
  return 2;
}

int
main (int argc, char **argv)
{
  if (argc == 4)
    return repeat (argv[1], argv[2]);
  if (argc != 3)
    {
      g_printerr ("bench-plan SMALL LARGE, or bench-plan load|save|edit|look PLAN once\n");
      return 2;
    }
  gboolean files = measure_files (argv[2]);
  return measure_edits (argv[1], argv[2]) && files ? 0 : 1;
}
