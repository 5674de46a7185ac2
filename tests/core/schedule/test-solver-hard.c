/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Few tasks, yet hard: an instance of PSPLIB that breeding seldom solves, where the library is at
 * hand. */
#include "config.h"

#include "psplib.h"
#include "schedule/solver/solve.h"

#define FILE_NAME "psplib/j30/j3029_8.sm"
#define BEST      80 /* as the library's table of results has it, where it is proven */

/* NULL: the library is not here, which the test has said. */
static LiaisonSolverProblem *
read_problem (void)
{
  const char *data = g_getenv ("LIAISON_TEST_DATA");
  g_autofree char *path = g_build_filename (data != NULL ? data : "", FILE_NAME, NULL),
                  *text = NULL;
  g_autoptr (GError) error = NULL;
  LiaisonSolverProblem *problem;
  gsize length;

  if (data == NULL || *data == '\0' || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("LIAISON_TEST_DATA has no " FILE_NAME);
      return NULL;
    }
  g_assert_true (g_file_get_contents (path, &text, &length, &error));
  problem = psplib_parse (text, length, &error);
  g_assert_no_error (error);
  return problem;
}

static LiaisonSolverResult *
solve (const LiaisonSolverProblem *problem, gint64 schedules, guint64 seed)
{
  LiaisonSolverOptions options = { .schedules = schedules, .seed = seed };
  g_autoptr (GError) error = NULL;
  LiaisonSolverResult *result = liaison_solver_solve (problem, &options, &error);

  g_assert_no_error (error);
  g_assert_true (liaison_solver_is_sound (problem, result->starts));
  g_assert_cmpint (result->lower_bound, <=, BEST);
  return result;
}

static void
test_proves_for_any_seed (void)
{
  g_autoptr (LiaisonSolverProblem) problem = read_problem ();

  for (guint64 seed = 1; problem != NULL && seed <= 2; seed++)
    {
      g_autoptr (LiaisonSolverResult) result = solve (problem, 100000, seed);

      g_assert_cmpint (result->makespan, ==, BEST);
      g_assert_true (result->proven);
    }
}

/* What is found on the way is the same each time, and no better than the best. */
static void
test_repeats_when_cut (void)
{
  g_autoptr (LiaisonSolverProblem) problem = read_problem ();

  for (gint64 schedules = 500; problem != NULL && schedules <= 8000; schedules *= 2)
    {
      g_autoptr (LiaisonSolverResult) a = solve (problem, schedules, 1);
      g_autoptr (LiaisonSolverResult) b = solve (problem, schedules, 1);

      g_assert_cmpint (a->makespan, >=, BEST);
      g_assert_cmpint (a->schedules, <=, schedules + 4);
      g_assert_cmpmem (a->starts, sizeof (int) * liaison_solver_problem_get_n_tasks (problem),
                       b->starts, sizeof (int) * liaison_solver_problem_get_n_tasks (problem));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/solver/hard/proves-for-any-seed", test_proves_for_any_seed);
  g_test_add_func ("/schedule/solver/hard/repeats-when-cut", test_repeats_when_cut);
  return g_test_run ();
}
