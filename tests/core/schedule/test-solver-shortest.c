/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/solver/random.h"
#include "schedule/solver/solve.h"

#include <string.h>

static LiaisonSolverResult *
solve (const LiaisonSolverProblem *problem, gint64 schedules, guint64 seed)
{
  LiaisonSolverOptions options = { .schedules = schedules, .seed = seed };
  g_autoptr (GError) error = NULL;
  LiaisonSolverResult *result = liaison_solver_solve (problem, &options, &error);

  g_assert_no_error (error);
  g_assert_true (liaison_solver_is_sound (problem, result->starts));
  g_assert_cmpint (result->lower_bound, <=, result->makespan);
  return result;
}

/* A small random problem of every feature but locks; with scale all its times are multiples of that. */
static LiaisonSolverProblem *
make_random (SolverRandom *random, guint n, int scale)
{
  LiaisonSolverProblem *problem = liaison_solver_problem_new ();

  for (guint r = 0; r < 2; r++)
    {
      liaison_solver_problem_add_resource (problem, 3);
      liaison_solver_problem_set_capacity_from (problem, r, scale * (2 + (int) solver_random_below (random, 4)),
                                                (int) solver_random_below (random, 3));
      liaison_solver_problem_set_capacity_from (problem, r, scale * 8, 3);
    }
  for (guint i = 0; i < n; i++)
    {
      liaison_solver_problem_add_task (problem, scale * (int) solver_random_below (random, 4));
      liaison_solver_problem_set_release (problem, i, scale * (int) solver_random_below (random, 3));
      for (guint r = 0; r < 2; r++)
        liaison_solver_problem_add_use (problem, i, r, (int) solver_random_below (random, 4));
      if (i > 0 && solver_random_below (random, 2) == 0)
        liaison_solver_problem_add_link (problem, (LiaisonSolverLink) solver_random_below (random, 4),
                                         solver_random_below (random, i), i,
                                         scale * ((int) solver_random_below (random, 4) - 1));
    }
  return problem;
}

/* The least makespan by trying every start up to a horizon: shares nothing with the solver but the checker. */
static void
try_all (const LiaisonSolverProblem *problem, const int *durations, guint task, int *starts, int so_far, int *best)
{
  guint n = liaison_solver_problem_get_n_tasks (problem);

  if (task == n)
    {
      if (so_far < *best && liaison_solver_is_sound (problem, starts))
        *best = so_far;
      return;
    }
  for (starts[task] = 0; starts[task] + durations[task] < *best; starts[task]++)
    try_all (problem, durations, task + 1, starts, MAX (so_far, starts[task] + durations[task]), best);
}

static int
find_least (const LiaisonSolverProblem *problem, int bound)
{
  guint n = liaison_solver_problem_get_n_tasks (problem);
  g_autofree int *starts = g_new0 (int, n);
  g_autofree int *durations = g_new0 (int, n);
  int best = bound + 1;

  for (guint i = 0; i < n; i++)
    {
      /* A task's duration seen from outside: the makespan when it alone is moved far away. */
      starts[i] = 1000;
      durations[i] = liaison_solver_problem_get_makespan (problem, starts) - 1000;
      starts[i] = 0;
    }
  try_all (problem, durations, 0, starts, 0, &best);
  return best;
}

static void
test_equals_brute_force (void)
{
  SolverRandom random = { 7 };

  for (guint k = 0; k < 150; k++)
    {
      g_autoptr (LiaisonSolverProblem) problem = make_random (&random, 4, 1);
      g_autoptr (LiaisonSolverResult) result = solve (problem, 2000, k);

      g_assert_cmpint (result->makespan, ==, find_least (problem, result->makespan));
    }
}

/* Each seed learns other clauses: one that says too much would prove too long a schedule the best. */
static void
test_proves_the_same (void)
{
  SolverRandom random = { 11 };

  for (guint k = 0; k < 40; k++)
    {
      g_autoptr (LiaisonSolverProblem) problem = make_random (&random, 14, 1);
      g_autoptr (LiaisonSolverResult) first = solve (problem, 20000, 1);

      for (guint64 seed = 2; seed <= 5; seed++)
        {
          g_autoptr (LiaisonSolverResult) result = solve (problem, 20000, seed);

          g_assert_true (result->proven);
          g_assert_cmpint (result->makespan, ==, first->makespan);
        }
    }
}

static void
test_scales (void)
{
  for (guint k = 0; k < 40; k++)
    {
      SolverRandom one = { k };
      SolverRandom other = { k };
      g_autoptr (LiaisonSolverProblem) small = make_random (&one, 8, 1);
      g_autoptr (LiaisonSolverProblem) large = make_random (&other, 8, 600);
      g_autoptr (LiaisonSolverResult) a = solve (small, 2000, 1);
      g_autoptr (LiaisonSolverResult) b = solve (large, 2000, 1);

      g_assert_cmpint (a->makespan * 600, ==, b->makespan);
    }
}

/* Durations prime to each other and long, so that the sparse profile is used. */
static void
test_sparse (void)
{
  g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();
  g_autoptr (LiaisonSolverResult) result = NULL;

  liaison_solver_problem_add_resource (problem, 2);
  for (guint i = 0; i < 3; i++)
    {
      liaison_solver_problem_add_task (problem, 100001 + (int) i);
      liaison_solver_problem_add_use (problem, i, 0, 1);
    }
  liaison_solver_problem_set_capacity_from (problem, 0, 50, 0);
  liaison_solver_problem_set_capacity_from (problem, 0, 77, 2);
  result = solve (problem, 2000, 1);
  g_assert_cmpint (result->makespan, ==, 77 + 100001 + 100002);
}

static LiaisonSolverProblem *
make_hard (void)
{
  SolverRandom random = { 3 };
  LiaisonSolverProblem *problem = liaison_solver_problem_new ();

  for (guint r = 0; r < 4; r++)
    liaison_solver_problem_add_resource (problem, 12);
  for (guint i = 0; i < 100; i++)
    {
      liaison_solver_problem_add_task (problem, 1 + (int) solver_random_below (&random, 10));
      for (guint r = 0; r < 4; r++)
        liaison_solver_problem_add_use (problem, i, r, (int) solver_random_below (&random, 10));
      for (guint k = 0; k < 2 && i > 10; k++)
        liaison_solver_problem_add_link (problem, LIAISON_SOLVER_FINISH_START,
                                         solver_random_below (&random, i), i, 0);
    }
  return problem;
}

static void
test_repeats_by_seed (void)
{
  g_autoptr (LiaisonSolverProblem) problem = make_hard ();
  g_autoptr (LiaisonSolverResult) a = solve (problem, 3000, 5);
  g_autoptr (LiaisonSolverResult) b = solve (problem, 3000, 5);

  g_assert_cmpmem (a->starts, 100 * sizeof (int), b->starts, 100 * sizeof (int));
  g_assert_cmpint (a->schedules, ==, b->schedules);
  g_assert_cmpint (a->schedules, <=, 3002);
}

static void
cancel_cb (const LiaisonSolverProgress *progress, gpointer data)
{
  g_assert_cmpint (progress->makespan, >, 0);
  g_atomic_int_set ((int *) data, 1);
}

static void
test_cancels (void)
{
  g_autoptr (LiaisonSolverProblem) problem = make_hard ();
  g_autoptr (LiaisonSolverResult) result = NULL;
  int cancel = 0;
  LiaisonSolverOptions options = {
    .seconds = 600, .cancel = &cancel, .progress = cancel_cb, .progress_data = &cancel
  };

  result = liaison_solver_solve (problem, &options, NULL);
  g_assert_nonnull (result);
  g_assert_true (liaison_solver_is_sound (problem, result->starts));
}

static void
test_keeps_seconds (void)
{
  g_autoptr (LiaisonSolverProblem) problem = make_hard ();
  g_autoptr (LiaisonSolverResult) result = NULL;
  LiaisonSolverOptions options = { .seconds = 0.05 };
  gint64 begin = g_get_monotonic_time ();

  result = liaison_solver_solve (problem, &options, NULL);
  g_assert_nonnull (result);
  /* Without them it would go on for hours; a busy machine may hold it up for a while. */
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 120 * G_USEC_PER_SEC);
}

/* One machine; the locked task stands where the first would like to be, so that one goes behind or before. */
static void
test_keeps_locks (void)
{
  g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();
  g_autoptr (LiaisonSolverResult) result = NULL;

  liaison_solver_problem_add_resource (problem, 1);
  for (guint i = 0; i < 3; i++)
    {
      liaison_solver_problem_add_task (problem, 4);
      liaison_solver_problem_add_use (problem, i, 0, 1);
    }
  liaison_solver_problem_lock (problem, 1, 5);
  liaison_solver_problem_add_link (problem, LIAISON_SOLVER_FINISH_START, 2, 1, 0);
  result = solve (problem, 2000, 1);
  g_assert_cmpint (result->starts[1], ==, 5);
  g_assert_cmpint (result->starts[0], ==, 9);
  g_assert_cmpint (result->starts[2], <=, 1);
  g_assert_true (result->proven);
}

static void
test_meets_deadlines (void)
{
  g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();
  g_autoptr (LiaisonSolverResult) result = NULL;

  liaison_solver_problem_add_resource (problem, 1);
  for (guint i = 0; i < 6; i++)
    {
      liaison_solver_problem_add_task (problem, 2);
      liaison_solver_problem_add_use (problem, i, 0, 1);
      liaison_solver_problem_set_deadline (problem, i, 12 - 2 * (int) i);
    }
  result = solve (problem, 3000, 1);
  g_assert_cmpint (result->lateness, ==, 0);
  g_assert_cmpint (result->makespan, ==, 12);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpint (result->starts[i], ==, 10 - 2 * (int) i);
}

/* Both cannot be in time: the one of more weight is. */
static void
test_weighs_deadlines (void)
{
  g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();
  g_autoptr (LiaisonSolverResult) result = NULL;

  liaison_solver_problem_add_resource (problem, 1);
  for (guint i = 0; i < 2; i++)
    {
      liaison_solver_problem_add_task (problem, 3);
      liaison_solver_problem_add_use (problem, i, 0, 1);
      liaison_solver_problem_set_deadline (problem, i, 3);
    }
  liaison_solver_problem_set_priority (problem, 1, 5);
  result = solve (problem, 2000, 1);
  g_assert_cmpint (result->starts[1], ==, 0);
  g_assert_cmpint (result->lateness, ==, 3);
}

static void
expect_refusal (const LiaisonSolverProblem *problem, LiaisonSolverError code)
{
  LiaisonSolverOptions options = { .schedules = 100 };
  g_autoptr (GError) error = NULL;

  g_assert_null (liaison_solver_solve (problem, &options, &error));
  g_assert_error (error, LIAISON_SOLVER_ERROR, (int) code);
}

static void
test_refuses_cycle (void)
{
  g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();

  liaison_solver_problem_add_task (problem, 1);
  liaison_solver_problem_add_task (problem, 1);
  liaison_solver_problem_add_link (problem, LIAISON_SOLVER_FINISH_START, 0, 1, 0);
  liaison_solver_problem_add_link (problem, LIAISON_SOLVER_FINISH_START, 1, 0, 0);
  expect_refusal (problem, LIAISON_SOLVER_ERROR_CYCLE);
}

static void
test_refuses_need (void)
{
  g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();

  liaison_solver_problem_add_resource (problem, 2);
  liaison_solver_problem_add_task (problem, 1);
  liaison_solver_problem_add_use (problem, 0, 0, 2);
  liaison_solver_problem_add_use (problem, 0, 0, 1);
  expect_refusal (problem, LIAISON_SOLVER_ERROR_CAPACITY);
}

static void
test_refuses_numbers (void)
{
  static const int durations[] = { -1, G_MININT, G_MAXINT };

  for (guint i = 0; i < G_N_ELEMENTS (durations); i++)
    {
      g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();

      liaison_solver_problem_add_task (problem, durations[i]);
      expect_refusal (problem, LIAISON_SOLVER_ERROR_LIMIT);
    }
}

static void
test_refuses_late_lock (void)
{
  g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();

  liaison_solver_problem_add_task (problem, 5);
  liaison_solver_problem_add_task (problem, 1);
  liaison_solver_problem_add_link (problem, LIAISON_SOLVER_FINISH_START, 0, 1, 0);
  liaison_solver_problem_lock (problem, 1, 3);
  expect_refusal (problem, LIAISON_SOLVER_ERROR_INFEASIBLE);
}

static void
test_takes_empty (void)
{
  g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();
  g_autoptr (LiaisonSolverResult) result = solve (problem, 100, 1);

  g_assert_cmpint (result->makespan, ==, 0);
  g_assert_true (result->proven);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/solver/shortest/equals-brute-force", test_equals_brute_force);
  g_test_add_func ("/schedule/solver/shortest/proves-the-same", test_proves_the_same);
  g_test_add_func ("/schedule/solver/shortest/scales", test_scales);
  g_test_add_func ("/schedule/solver/shortest/sparse", test_sparse);
  g_test_add_func ("/schedule/solver/shortest/repeats-by-seed", test_repeats_by_seed);
  g_test_add_func ("/schedule/solver/shortest/cancels", test_cancels);
  g_test_add_func ("/schedule/solver/shortest/keeps-seconds", test_keeps_seconds);
  g_test_add_func ("/schedule/solver/shortest/keeps-locks", test_keeps_locks);
  g_test_add_func ("/schedule/solver/shortest/meets-deadlines", test_meets_deadlines);
  g_test_add_func ("/schedule/solver/shortest/weighs-deadlines", test_weighs_deadlines);
  g_test_add_func ("/schedule/solver/shortest/refuses-cycle", test_refuses_cycle);
  g_test_add_func ("/schedule/solver/shortest/refuses-need", test_refuses_need);
  g_test_add_func ("/schedule/solver/shortest/refuses-numbers", test_refuses_numbers);
  g_test_add_func ("/schedule/solver/shortest/refuses-late-lock", test_refuses_late_lock);
  g_test_add_func ("/schedule/solver/shortest/takes-empty", test_takes_empty);
  return g_test_run ();
}
