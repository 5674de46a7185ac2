/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Uses that begin before their task or end after it, and calendars. */
#include "config.h"

#include "schedule/solver/solve.h"

static LiaisonSolverResult *
solve (const LiaisonSolverProblem *problem, LiaisonSolverGoal goal)
{
  LiaisonSolverOptions options = { .goal = goal, .schedules = 2000, .seed = 1 };
  g_autoptr (GError) error = NULL;
  LiaisonSolverResult *result = liaison_solver_solve (problem, &options, &error);

  g_assert_no_error (error);
  g_assert_true (liaison_solver_is_sound (problem, result->starts));
  return result;
}

/* A room set up for 2 steps before each of two tasks: they follow each other with that between them. */
static void
test_set_up (void)
{
  for (guint goal = 0; goal < 2; goal++)
    {
      g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();
      g_autoptr (LiaisonSolverResult) result = NULL;

      liaison_solver_problem_add_resource (problem, 1);
      for (guint i = 0; i < 2; i++)
        {
          liaison_solver_problem_add_task (problem, 3);
          liaison_solver_problem_add_use_between (problem, i, 0, 1, -2, 3);
          liaison_solver_problem_set_current (problem, i, 4);
        }
      result = solve (problem, goal == 0 ? LIAISON_SOLVER_LEAST : LIAISON_SOLVER_SHORTEST);
      g_assert_cmpint (ABS (result->starts[0] - result->starts[1]), ==, 5);
      if (goal == 1)
        g_assert_cmpint (result->makespan, ==, 8);
    }
}

/* Two parts of one task take the same person for different times; where they overlap, two are needed. */
static void
test_parts (void)
{
  g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();
  g_autoptr (LiaisonSolverResult) result = NULL;

  liaison_solver_problem_add_resource (problem, 2);
  liaison_solver_problem_add_task (problem, 10);
  liaison_solver_problem_add_use_between (problem, 0, 0, 1, 0, 6);
  liaison_solver_problem_add_use_between (problem, 0, 0, 1, 4, 8);
  liaison_solver_problem_set_current (problem, 0, 0);
  liaison_solver_problem_lock (problem, 0, 0);
  /* It fits beside one of them only: before step 4, or after step 6. */
  liaison_solver_problem_add_task (problem, 3);
  liaison_solver_problem_add_use (problem, 1, 0, 1);
  liaison_solver_problem_set_current (problem, 1, 3);
  result = solve (problem, LIAISON_SOLVER_LEAST);
  g_assert_cmpint (result->starts[1], ==, 1);
}

static guint
add_days (LiaisonSolverProblem *problem, guint days, int open, int closed)
{
  guint calendar = liaison_solver_problem_add_resource (problem, 0);

  for (guint day = 0; day < days; day++)
    {
      liaison_solver_problem_set_capacity_from (problem, calendar, day * 24 + open, LIAISON_SOLVER_UNLIMITED);
      liaison_solver_problem_set_capacity_from (problem, calendar, day * 24 + closed, 0);
    }
  liaison_solver_problem_set_capacity_from (problem, calendar, days * 24, LIAISON_SOLVER_UNLIMITED);
  return calendar;
}

/* Three tasks of 4 hours in a day of 9 to 17: two fit, whatever the goal, and the third waits for the morning. */
static void
test_working_days (void)
{
  for (guint goal = 0; goal < 2; goal++)
    {
      g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();
      g_autoptr (LiaisonSolverResult) result = NULL;
      guint calendar;

      liaison_solver_problem_add_resource (problem, 1);
      calendar = add_days (problem, 10, 9, 17);
      for (guint i = 0; i < 3; i++)
        {
          liaison_solver_problem_add_task (problem, 4);
          liaison_solver_problem_add_use (problem, i, 0, 1);
          liaison_solver_problem_add_use (problem, i, calendar, 1);
          liaison_solver_problem_set_current (problem, i, 10);
        }
      result = solve (problem, goal == 0 ? LIAISON_SOLVER_LEAST : LIAISON_SOLVER_SHORTEST);
      g_assert_cmpint (result->makespan, ==, 24 + 13);
      for (guint i = 0; i < 3; i++)
        g_assert_true (result->starts[i] % 24 >= 9 && result->starts[i] % 24 <= 13);
    }
}

/* One long move or two short ones: the charge for each move decides. */
static void
test_charge (void)
{
  for (guint charged = 0; charged < 2; charged++)
    {
      g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();
      g_autoptr (LiaisonSolverResult) result = NULL;
      guint moved = 0;

      liaison_solver_problem_add_resource (problem, 1);
      for (guint i = 0; i < 3; i++)
        {
          liaison_solver_problem_add_task (problem, 4);
          liaison_solver_problem_add_use (problem, i, 0, 1);
        }
      liaison_solver_problem_set_current (problem, 0, 20);
      liaison_solver_problem_set_current (problem, 1, 22);
      liaison_solver_problem_set_current (problem, 2, 26);
      liaison_solver_problem_set_release (problem, 0, 20);
      liaison_solver_problem_set_release (problem, 1, 22);
      liaison_solver_problem_set_move_charge (problem, charged ? 100 : 0);
      result = solve (problem, LIAISON_SOLVER_LEAST);
      g_assert_cmpint (result->disturbance, ==, liaison_solver_problem_get_disturbance (problem, result->starts));
      moved += result->starts[0] != 20;
      moved += result->starts[1] != 22;
      moved += result->starts[2] != 26;
      g_assert_cmpuint (moved, ==, charged ? 1 : 2);
    }
}

/* Random problems of all this, both goals: whatever comes back passes the checker, which knows nothing of how. */
static void
test_random (void)
{
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (round);
      g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();
      g_autoptr (LiaisonSolverResult) one = NULL;
      g_autoptr (LiaisonSolverResult) other = NULL;
      LiaisonSolverGoal goal = round % 2 == 0 ? LIAISON_SOLVER_LEAST : LIAISON_SOLVER_SHORTEST;

      for (guint r = 0; r < 4; r++)
        liaison_solver_problem_add_resource (problem, g_rand_int_range (rand, 2, 4));
      add_days (problem, 30, 6, 20);
      for (guint i = 0; i < 40; i++)
        {
          int duration = g_rand_int_range (rand, 0, 9);
          int from = -g_rand_int_range (rand, 0, 3);

          liaison_solver_problem_add_task (problem, duration);
          liaison_solver_problem_set_current (problem, i, 8 + g_rand_int_range (rand, 0, 200));
          liaison_solver_problem_add_use_between (problem, i, g_rand_int_range (rand, 0, 4), 1, from,
                                                  duration + g_rand_int_range (rand, 0, 3));
          liaison_solver_problem_add_use (problem, i, g_rand_int_range (rand, 0, 5), 1);
          if (i > 0 && g_rand_boolean (rand))
            liaison_solver_problem_add_link (problem, g_rand_int_range (rand, 0, 4), g_rand_int_range (rand, 0, i),
                                             i, g_rand_int_range (rand, -3, 6));
        }
      one = solve (problem, goal);
      other = solve (problem, goal);
      for (guint i = 0; i < 40; i++)
        g_assert_cmpint (one->starts[i], ==, other->starts[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/solver/calendars/set-up", test_set_up);
  g_test_add_func ("/solver/calendars/parts", test_parts);
  g_test_add_func ("/solver/calendars/working-days", test_working_days);
  g_test_add_func ("/solver/calendars/charge", test_charge);
  g_test_add_func ("/solver/calendars/random", test_random);
  return g_test_run ();
}
