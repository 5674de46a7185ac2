/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bench's parser of other people's files: one of our own, cut and damaged in every place. */
#include "config.h"

#include "psplib.h"
#include "schedule/solver/solve.h"

#include <string.h>

static const char sample[] = "jobs (incl. supersource/sink ):  4\n"
                             "RESOURCES\n"
                             "  - renewable                 :  1   R\n"
                             "PRECEDENCE RELATIONS:\n"
                             "jobnr.    #modes  #successors   successors\n"
                             "   1        1          2           2   3\n"
                             "   2        1          1           4\n"
                             "   3        1          1           4\n"
                             "   4        1          0\n"
                             "REQUESTS/DURATIONS:\n"
                             "jobnr. mode duration  R 1\n"
                             "------\n"
                             "  1      1     0       0\n"
                             "  2      1     3       2\n"
                             "  3      1     4       2\n"
                             "  4      1     0       0\n"
                             "RESOURCEAVAILABILITIES:\n"
                             "  R 1\n"
                             "    3\n";

static void
test_reads (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonSolverProblem) problem = psplib_parse (sample, strlen (sample), &error);
  g_autoptr (LiaisonSolverResult) result = NULL;
  LiaisonSolverOptions options = { .schedules = 1000 };

  g_assert_no_error (error);
  result = liaison_solver_solve (problem, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->makespan, ==, 7);
  g_assert_true (result->proven);
}

static void
test_refuses_cut (void)
{
  const char *last = strrchr (sample, '3');

  for (gsize length = 0; sample + length <= last; length++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = g_memdup2 (sample, length + 1);

      g_assert_null (psplib_parse (text, length, &error));
      g_assert_error (error, LIAISON_SOLVER_ERROR, LIAISON_SOLVER_ERROR_LIMIT);
    }
}

/* Whatever comes of a damaged text, it is a problem that can be solved or refused, or an error. */
static void
test_survives_damage (void)
{
  static const char bytes[] = { '\0', '9', '-', ' ', '\n', (char) 0xff };

  for (gsize place = 0; place < strlen (sample); place++)
    for (guint k = 0; k < G_N_ELEMENTS (bytes); k++)
      {
        g_autofree char *text = g_strdup (sample);
        g_autoptr (LiaisonSolverProblem) problem = NULL;
        g_autoptr (LiaisonSolverResult) result = NULL;
        LiaisonSolverOptions options = { .schedules = 10 };

        text[place] = bytes[k];
        problem = psplib_parse (text, strlen (sample), NULL);
        if (problem != NULL)
          result = liaison_solver_solve (problem, &options, NULL);
        if (result != NULL)
          g_assert_true (liaison_solver_is_sound (problem, result->starts));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/solver/psplib/reads", test_reads);
  g_test_add_func ("/schedule/solver/psplib/refuses-cut", test_refuses_cut);
  g_test_add_func ("/schedule/solver/psplib/survives-damage", test_survives_damage);
  return g_test_run ();
}
