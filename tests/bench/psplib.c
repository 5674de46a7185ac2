/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "psplib.h"

#include <string.h>

#define MAX_JOBS 10000
#define MAX_RESOURCES 64
#define MAX_VALUE 1000000

typedef struct
{
  const char *at;
  const char *end;
  guint line;
} Reader;

static gboolean
fail (const Reader *reader, const char *what, GError **error)
{
  g_set_error (error, LIAISON_SOLVER_ERROR, LIAISON_SOLVER_ERROR_LIMIT, "line %u: %s", reader->line,
               what);
  return FALSE;
}

static void
skip_line (Reader *reader)
{
  while (reader->at < reader->end && *reader->at != '\n')
    reader->at++;
  if (reader->at < reader->end)
    {
      reader->at++;
      reader->line++;
    }
}

/* Goes to the line after the first one from here on that starts with `word`. */
static gboolean
find_section (Reader *reader, const char *word)
{
  gsize length = strlen (word);

  while (reader->at < reader->end)
    {
      gboolean found = (gsize) (reader->end - reader->at) >= length
                       && strncmp (reader->at, word, length) == 0;

      if (found)
        return TRUE;
      skip_line (reader);
    }
  return FALSE;
}

/* Reads a number that stands on this line; no number is longer than MAX_VALUE. */
static gboolean
read_number (Reader *reader, int *value)
{
  gint64 number = 0;

  while (reader->at < reader->end
         && (*reader->at == ' ' || *reader->at == '\t' || *reader->at == '\r'))
    reader->at++;
  if (reader->at == reader->end || !g_ascii_isdigit (*reader->at))
    return FALSE;
  while (reader->at < reader->end && g_ascii_isdigit (*reader->at) && number <= MAX_VALUE)
    number = number * 10 + (*reader->at++ - '0');
  *value = (int) number;
  return number <= MAX_VALUE;
}

/* Reads the number after the colon of the line that starts with `word`. */
static gboolean
read_header (Reader *reader, const char *word, int limit, int *value, GError **error)
{
  if (!find_section (reader, word))
    return fail (reader, word, error);
  while (reader->at < reader->end && *reader->at != ':' && *reader->at != '\n')
    reader->at++;
  if (reader->at == reader->end || *reader->at != ':')
    return fail (reader, "expected a colon", error);
  reader->at++;
  if (!read_number (reader, value) || *value > limit)
    return fail (reader, "expected a number within bounds", error);
  return TRUE;
}

static gboolean
read_job (Reader *reader, int job, GError **error)
{
  int number;

  if (!read_number (reader, &number) || number != job)
    return fail (reader, "expected the next job number", error);
  return TRUE;
}

/* Keeps the links for later, when durations are known. */
static gboolean
read_successors (Reader *reader, int n_jobs, GArray *pairs, GError **error)
{
  if (!find_section (reader, "jobnr."))
    return fail (reader, "expected the precedence relations", error);
  for (int job = 1; job <= n_jobs; job++)
    {
      int modes, n;

      skip_line (reader);
      if (!read_job (reader, job, error))
        return FALSE;
      if (!read_number (reader, &modes) || modes != 1)
        return fail (reader, "expected one mode", error);
      if (!read_number (reader, &n) || n >= n_jobs)
        return fail (reader, "expected the number of successors", error);
      for (int k = 0; k < n; k++)
        {
          int pair[2] = { job - 1, 0 };

          if (!read_number (reader, &pair[1]) || pair[1] < 1 || pair[1] > n_jobs)
            return fail (reader, "expected a successor", error);
          pair[1]--;
          g_array_append_vals (pairs, pair, 2);
        }
    }
  return TRUE;
}

static gboolean
read_demands (Reader *reader, LiaisonSolverProblem *problem, int n_jobs, int n_resources, GError **error)
{
  if (!find_section (reader, "jobnr."))
    return fail (reader, "expected the requests", error);
  skip_line (reader);
  for (int job = 1; job <= n_jobs; job++)
    {
      int mode, value;

      skip_line (reader);
      if (!read_job (reader, job, error))
        return FALSE;
      if (!read_number (reader, &mode) || mode != 1 || !read_number (reader, &value))
        return fail (reader, "expected a mode and a duration", error);
      liaison_solver_problem_add_task (problem, value);
      for (int r = 0; r < n_resources; r++)
        {
          if (!read_number (reader, &value))
            return fail (reader, "expected a request", error);
          liaison_solver_problem_add_use (problem, job - 1, r, value);
        }
    }
  return TRUE;
}

/* Capacities stand last in the file but are needed first. */
static gboolean
read_capacities (Reader reader, LiaisonSolverProblem *problem, int n_resources, GError **error)
{
  if (!find_section (&reader, "RESOURCEAVAILABILITIES"))
    return fail (&reader, "expected the availabilities", error);
  skip_line (&reader);
  skip_line (&reader);
  for (int r = 0; r < n_resources; r++)
    {
      int value;

      if (!read_number (&reader, &value))
        return fail (&reader, "expected an availability", error);
      liaison_solver_problem_add_resource (problem, value);
    }
  return TRUE;
}

LiaisonSolverProblem *
psplib_parse (const char *text, gsize length, GError **error)
{
  g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (int));
  Reader reader = { text, text + length, 1 };
  int n_jobs, n_resources;

  if (!read_header (&reader, "jobs ", MAX_JOBS, &n_jobs, error)
      || !read_header (&reader, "  - renewable ", MAX_RESOURCES, &n_resources, error)
      || !read_capacities (reader, problem, n_resources, error)
      || !read_successors (&reader, n_jobs, pairs, error)
      || !read_demands (&reader, problem, n_jobs, n_resources, error))
    return NULL;
  for (guint k = 0; k + 1 < pairs->len; k += 2)
    liaison_solver_problem_add_link (problem, LIAISON_SOLVER_FINISH_START,
                                     g_array_index (pairs, int, k), g_array_index (pairs, int, k + 1),
                                     0);
  return g_steal_pointer (&problem);
}
