/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/solver/random.h"
#include "schedule/solver/solve.h"

#include <string.h>

static LiaisonSolverResult *
solve (const LiaisonSolverProblem *problem, gint64 schedules)
{
  LiaisonSolverOptions options = { .goal = LIAISON_SOLVER_LEAST, .schedules = schedules, .seed = 1 };
  g_autoptr (GError) error = NULL;
  LiaisonSolverResult *result = liaison_solver_solve (problem, &options, &error);

  g_assert_no_error (error);
  g_assert_true (liaison_solver_is_sound (problem, result->starts));
  g_assert_cmpint (result->disturbance, ==, liaison_solver_problem_get_disturbance (problem, result->starts));
  return result;
}

static guint
add (LiaisonSolverProblem *problem, int duration, int current)
{
  guint task = liaison_solver_problem_add_task (problem, duration);

  liaison_solver_problem_add_use (problem, task, 0, 1);
  liaison_solver_problem_set_current (problem, task, current);
  return task;
}

/* Sound already, and far from the shortest: nothing moves, and that is proven. */
static void
test_leaves_sound (void)
{
  g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();
  g_autoptr (LiaisonSolverResult) result = NULL;

  liaison_solver_problem_add_resource (problem, 1);
  add (problem, 3, 20);
  add (problem, 3, 10);
  add (problem, 3, 40);
  result = solve (problem, 1000);
  g_assert_cmpint (result->disturbance, ==, 0);
  g_assert_true (result->proven);
  g_assert_cmpint (result->schedules, <, 1000);
}

/* Two clash; the others are feasible where they are and stay. */
static void
test_moves_only_clash (void)
{
  g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();
  g_autoptr (LiaisonSolverResult) result = NULL;

  liaison_solver_problem_add_resource (problem, 1);
  add (problem, 4, 10);
  add (problem, 4, 12);
  add (problem, 4, 30);
  add (problem, 4, 2);
  result = solve (problem, 2000);
  g_assert_cmpint (result->disturbance, ==, 2);
  g_assert_cmpint (result->starts[2], ==, 30);
  g_assert_cmpint (result->starts[3], ==, 2);
}

/* The first could only be pushed over the third; the second goes the shorter way, to the front. */
static void
test_moves_earlier (void)
{
  g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();
  g_autoptr (LiaisonSolverResult) result = NULL;

  liaison_solver_problem_add_resource (problem, 1);
  add (problem, 4, 10);
  add (problem, 4, 9);
  add (problem, 20, 14);
  result = solve (problem, 2000);
  g_assert_cmpint (result->starts[0], ==, 10);
  g_assert_cmpint (result->starts[1], ==, 6);
  g_assert_cmpint (result->starts[2], ==, 14);
}

static void
test_weighs_moves (void)
{
  g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();
  g_autoptr (LiaisonSolverResult) result = NULL;

  liaison_solver_problem_add_resource (problem, 1);
  add (problem, 6, 0);
  add (problem, 6, 1);
  liaison_solver_problem_set_priority (problem, 1, 3);
  result = solve (problem, 2000);
  g_assert_cmpint (result->starts[1], ==, 1);
  g_assert_cmpint (result->starts[0], ==, 7);
}

static void
test_keeps_locks (void)
{
  g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();
  g_autoptr (LiaisonSolverResult) result = NULL;

  liaison_solver_problem_add_resource (problem, 1);
  add (problem, 6, 3);
  add (problem, 6, 1);
  liaison_solver_problem_set_priority (problem, 1, 100);
  liaison_solver_problem_lock (problem, 0, 3);
  result = solve (problem, 2000);
  g_assert_cmpint (result->starts[0], ==, 3);
  g_assert_cmpint (result->starts[1], ==, 9);
}

/* In time comes before not moved. */
static void
test_meets_deadline (void)
{
  g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();
  g_autoptr (LiaisonSolverResult) result = NULL;

  liaison_solver_problem_add_resource (problem, 1);
  add (problem, 4, 0);
  add (problem, 4, 20);
  liaison_solver_problem_set_deadline (problem, 1, 4);
  result = solve (problem, 2000);
  g_assert_cmpint (result->lateness, ==, 0);
  g_assert_cmpint (result->starts[1], ==, 0);
  g_assert_cmpint (result->starts[0], ==, 4);
}

static void
try_all (const LiaisonSolverProblem *problem, guint task, int limit, int *starts, gint64 *best)
{
  if (task == liaison_solver_problem_get_n_tasks (problem))
    {
      gint64 cost = liaison_solver_problem_get_disturbance (problem, starts);

      if (cost < *best && liaison_solver_is_sound (problem, starts))
        *best = cost;
      return;
    }
  for (starts[task] = 0; starts[task] < limit; starts[task]++)
    try_all (problem, task + 1, limit, starts, best);
}

static LiaisonSolverProblem *
make_random (SolverRandom *random)
{
  LiaisonSolverProblem *problem = liaison_solver_problem_new ();

  liaison_solver_problem_add_resource (problem, 2);
  liaison_solver_problem_set_capacity_from (problem, 0, 4, 1);
  liaison_solver_problem_set_capacity_from (problem, 0, 6, 3);
  for (guint i = 0; i < 4; i++)
    {
      add (problem, 1 + (int) solver_random_below (random, 4), (int) solver_random_below (random, 6));
      liaison_solver_problem_set_priority (problem, i, 1 + (int) solver_random_below (random, 3));
      if (i > 0 && solver_random_below (random, 2) == 0)
        liaison_solver_problem_add_link (problem, (LiaisonSolverLink) solver_random_below (random, 4),
                                         solver_random_below (random, i), i,
                                         (int) solver_random_below (random, 3) - 1);
    }
  return problem;
}

static void
test_equals_brute_force (void)
{
  SolverRandom random = { 11 };

  for (guint k = 0; k < 60; k++)
    {
      g_autoptr (LiaisonSolverProblem) problem = make_random (&random);
      g_autoptr (LiaisonSolverResult) result = solve (problem, 20000);
      int starts[4] = { 0 };
      gint64 best = G_MAXINT64;

      try_all (problem, 0, 14, starts, &best);
      g_assert_cmpint (result->disturbance, ==, best);
    }
}

/* Many tasks over sparse profiles, with the same result for the same seed. */
static void
test_repeats (void)
{
  SolverRandom random = { 2 };
  g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();
  g_autoptr (LiaisonSolverResult) a = NULL;
  g_autoptr (LiaisonSolverResult) b = NULL;

  liaison_solver_problem_add_resource (problem, 2);
  for (guint i = 0; i < 200; i++)
    add (problem, 60 + (int) solver_random_below (&random, 997), (int) solver_random_below (&random, 90000));
  a = solve (problem, 5000);
  b = solve (problem, 5000);
  g_assert_cmpmem (a->starts, 200 * sizeof (int), b->starts, 200 * sizeof (int));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/solver/least/leaves-sound", test_leaves_sound);
  g_test_add_func ("/schedule/solver/least/moves-only-clash", test_moves_only_clash);
  g_test_add_func ("/schedule/solver/least/moves-earlier", test_moves_earlier);
  g_test_add_func ("/schedule/solver/least/weighs-moves", test_weighs_moves);
  g_test_add_func ("/schedule/solver/least/keeps-locks", test_keeps_locks);
  g_test_add_func ("/schedule/solver/least/meets-deadline", test_meets_deadline);
  g_test_add_func ("/schedule/solver/least/equals-brute-force", test_equals_brute_force);
  g_test_add_func ("/schedule/solver/least/repeats", test_repeats);
  return g_test_run ();
}
