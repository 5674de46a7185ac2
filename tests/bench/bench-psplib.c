/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Solves instances of PSPLIB and prints a line for each: name, makespan, seconds, schedules, proven. */
#include "config.h"

#include "psplib.h"
#include "schedule/solver/solve.h"

#include <string.h>

#define MAX_FILE_BYTES (16 << 20)

static double seconds = 0;
static gint64 schedules = 0;
static gint64 seed = 1;
static char *starts_dir = NULL;
static char **files = NULL;

static const GOptionEntry entries[] = {
  { "seconds", 0, 0, G_OPTION_ARG_DOUBLE, &seconds, "Time for each instance (1)", "S" },
  { "schedules", 0, 0, G_OPTION_ARG_INT64, &schedules, "Schedules for each instance", "N" },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "Seed of the random numbers (1)", "N" },
  { "starts", 0, 0, G_OPTION_ARG_FILENAME, &starts_dir, "Write start times into DIR", "DIR" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, "FILE.sm..." },
  { NULL },
};

static LiaisonSolverProblem *
read_problem (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  if (length > MAX_FILE_BYTES)
    {
      g_set_error (error, LIAISON_SOLVER_ERROR, LIAISON_SOLVER_ERROR_LIMIT, "%s: too large", path);
      return NULL;
    }
  return psplib_parse (text, length, error);
}

static gboolean
write_starts (const char *name, const LiaisonSolverResult *result, guint n, GError **error)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *path = g_build_filename (starts_dir, file, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%d\n", result->starts[i]);
  return g_file_set_contents (path, text->str, (gssize) text->len, error);
}

static gboolean
solve_file (const char *path, GError **error)
{
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (LiaisonSolverProblem) problem = read_problem (path, error);
  g_autoptr (LiaisonSolverResult) result = NULL;
  g_autofree char *name = g_path_get_basename (path);
  LiaisonSolverOptions options = { .schedules = schedules, .seed = (guint64) seed };
  double used;

  if (problem == NULL)
    return FALSE;
  options.seconds = seconds > 0 ? MAX (seconds - (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC, 1e-6) : 0;
  result = liaison_solver_solve (problem, &options, error);
  if (result == NULL)
    return FALSE;
  used = (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
  if (g_str_has_suffix (name, ".sm"))
    name[strlen (name) - 3] = '\0';
  g_print ("%s\t%d\t%.4f\t%" G_GINT64_FORMAT "\t%d\n", name, result->makespan, used,
           result->schedules, result->proven);
  return starts_dir == NULL
         || write_starts (name, result, liaison_solver_problem_get_n_tasks (problem), error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  if (seconds <= 0 && schedules <= 0)
    seconds = 1;
  for (char **file = files; file != NULL && *file != NULL; file++)
    if (!solve_file (*file, &error))
      {
        g_printerr ("%s: %s\n", *file, error->message);
        return 2;
      }
  return 0;
}
