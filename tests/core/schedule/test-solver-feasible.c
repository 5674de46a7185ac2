/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/solver/checker.h"
#include "schedule/solver/feasible.h"

#define NODES 20000

static LiaisonSolverAnswer
ask (const LiaisonSolverProblem *problem)
{
  g_autofree int *starts = g_new0 (int, liaison_solver_problem_get_n_tasks (problem) + 1);
  LiaisonSolverAnswer answer = liaison_solver_find_feasible (problem, NODES, starts);

  if (answer == LIAISON_SOLVER_POSSIBLE)
    {
      g_autoptr (GArray) faults = liaison_solver_check (problem, starts);
      g_assert_cmpuint (faults->len, ==, 0);
      g_assert_cmpint (liaison_solver_problem_get_lateness (problem, starts), ==, 0);
    }
  return answer;
}

static guint
add (LiaisonSolverProblem *problem, int duration, int release, int deadline)
{
  guint task = liaison_solver_problem_add_task (problem, duration);

  liaison_solver_problem_add_use (problem, task, 0, 1);
  liaison_solver_problem_set_release (problem, task, release);
  liaison_solver_problem_set_deadline (problem, task, deadline);
  return task;
}

static void
test_one_room (void)
{
  g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();

  liaison_solver_problem_add_resource (problem, 1);
  add (problem, 3, 0, 10);
  add (problem, 3, 0, 10);
  add (problem, 3, 0, 10);
  g_assert_cmpint (ask (problem), ==, LIAISON_SOLVER_POSSIBLE);
  add (problem, 2, 0, 10);
  g_assert_cmpint (ask (problem), ==, LIAISON_SOLVER_IMPOSSIBLE);
}

static void
test_locks (void)
{
  g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();

  liaison_solver_problem_add_resource (problem, 1);
  liaison_solver_problem_lock (problem, add (problem, 4, 0, 100), 3);
  add (problem, 3, 0, 7);
  g_assert_cmpint (ask (problem), ==, LIAISON_SOLVER_POSSIBLE);
  add (problem, 2, 0, 8);
  g_assert_cmpint (ask (problem), ==, LIAISON_SOLVER_IMPOSSIBLE);
}

static void
test_locks_among_themselves (void)
{
  g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();

  liaison_solver_problem_add_resource (problem, 1);
  liaison_solver_problem_lock (problem, add (problem, 4, 0, 100), 3);
  liaison_solver_problem_lock (problem, add (problem, 4, 0, 100), 6);
  g_assert_cmpint (ask (problem), ==, LIAISON_SOLVER_IMPOSSIBLE);
}

static void
test_circle (void)
{
  g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();
  guint a, b;

  liaison_solver_problem_add_resource (problem, 2);
  a = add (problem, 3, 0, 100);
  b = add (problem, 3, 0, 100);
  liaison_solver_problem_add_link (problem, LIAISON_SOLVER_START_START, a, b, 2);
  liaison_solver_problem_add_link (problem, LIAISON_SOLVER_START_START, b, a, -2);
  g_assert_cmpint (ask (problem), ==, LIAISON_SOLVER_POSSIBLE);
  liaison_solver_problem_add_link (problem, LIAISON_SOLVER_FINISH_START, b, a, 0);
  g_assert_cmpint (ask (problem), ==, LIAISON_SOLVER_IMPOSSIBLE);
}

static void
test_calendar (void)
{
  g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();
  guint calendar, task;

  liaison_solver_problem_add_resource (problem, 1);
  calendar = liaison_solver_problem_add_resource (problem, 0);
  liaison_solver_problem_set_capacity_from (problem, calendar, 10, LIAISON_SOLVER_UNLIMITED);
  liaison_solver_problem_set_capacity_from (problem, calendar, 14, 0);
  task = add (problem, 3, 0, 13);
  liaison_solver_problem_add_use (problem, task, calendar, 1);
  g_assert_cmpint (ask (problem), ==, LIAISON_SOLVER_POSSIBLE);
  task = add (problem, 2, 0, 50);
  liaison_solver_problem_add_use (problem, task, calendar, 1);
  g_assert_cmpint (ask (problem), ==, LIAISON_SOLVER_IMPOSSIBLE);
}

typedef struct
{
  const LiaisonSolverProblem *problem;
  guint n;
  int limit;
  int starts[4];
} Brute;

static gboolean
try_all (Brute *brute, guint task)
{
  if (task == brute->n)
    {
      g_autoptr (GArray) faults = liaison_solver_check (brute->problem, brute->starts);
      return faults->len == 0 && liaison_solver_problem_get_lateness (brute->problem, brute->starts) == 0;
    }
  for (int start = 0; start < brute->limit; start++)
    {
      brute->starts[task] = start;
      if (try_all (brute, task + 1))
        return TRUE;
    }
  return FALSE;
}

/* Small problems of every sort, against trying every start. */
static void
test_against_all (void)
{
  guint impossible = 0;

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (round);
      g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();
      Brute brute = { problem, 4, 13, { 0 } };
      guint calendar;

      liaison_solver_problem_add_resource (problem, g_rand_int_range (rand, 1, 3));
      calendar = liaison_solver_problem_add_resource (problem, LIAISON_SOLVER_UNLIMITED);
      liaison_solver_problem_set_capacity_from (problem, calendar, g_rand_int_range (rand, 2, 6), 0);
      liaison_solver_problem_set_capacity_from (problem, calendar, 7, LIAISON_SOLVER_UNLIMITED);
      for (guint i = 0; i < 4; i++)
        {
          int duration = g_rand_int_range (rand, 0, 5);
          guint task = liaison_solver_problem_add_task (problem, duration);
          int before = g_rand_int_range (rand, 0, 3);

          liaison_solver_problem_set_release (problem, task, g_rand_int_range (rand, 0, 4));
          liaison_solver_problem_set_deadline (problem, task, g_rand_int_range (rand, 7, 13));
          liaison_solver_problem_add_use_between (problem, task, 0, 1, -before, duration);
          if (g_rand_boolean (rand))
            liaison_solver_problem_add_use (problem, task, calendar, 1);
          if (g_rand_int_range (rand, 0, 4) == 0)
            liaison_solver_problem_lock (problem, task, g_rand_int_range (rand, 2, 8));
          if (i > 0 && g_rand_boolean (rand))
            liaison_solver_problem_add_link (problem, g_rand_int_range (rand, 0, 4),
                                             g_rand_int_range (rand, 0, i), task, g_rand_int_range (rand, -2, 3));
        }
      gboolean possible = try_all (&brute, 0);
      g_assert_cmpint (ask (problem), ==, possible ? LIAISON_SOLVER_POSSIBLE : LIAISON_SOLVER_IMPOSSIBLE);
      impossible += !possible;
    }
  g_assert_cmpuint (impossible, >, 50);
  g_assert_cmpuint (impossible, <, 250);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/solver/feasible/one-room", test_one_room);
  g_test_add_func ("/solver/feasible/locks", test_locks);
  g_test_add_func ("/solver/feasible/locks-among-themselves", test_locks_among_themselves);
  g_test_add_func ("/solver/feasible/circle", test_circle);
  g_test_add_func ("/solver/feasible/calendar", test_calendar);
  g_test_add_func ("/solver/feasible/against-all", test_against_all);
  return g_test_run ();
}
