/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/solver/checker.h"

/* Two tasks of 3 and 2 steps, the second after the first, and a third of 2 steps beside them, which takes one of a
 * resource of two as the first does. */
static LiaisonSolverProblem *
make_problem (void)
{
  LiaisonSolverProblem *problem = liaison_solver_problem_new ();

  liaison_solver_problem_add_resource (problem, 2);
  liaison_solver_problem_add_task (problem, 3);
  liaison_solver_problem_add_task (problem, 2);
  liaison_solver_problem_add_task (problem, 2);
  liaison_solver_problem_add_link (problem, LIAISON_SOLVER_FINISH_START, 0, 1, 0);
  liaison_solver_problem_add_use (problem, 0, 0, 1);
  liaison_solver_problem_add_use (problem, 2, 0, 1);
  return problem;
}

static LiaisonSolverFault
only_fault (const LiaisonSolverProblem *problem, const int *starts)
{
  g_autoptr (GArray) faults = liaison_solver_check (problem, starts);

  g_assert_cmpuint (faults->len, ==, 1);
  return g_array_index (faults, LiaisonSolverFault, 0);
}

static void
test_passes_sound (void)
{
  g_autoptr (LiaisonSolverProblem) problem = make_problem ();
  const int starts[] = { 0, 3, 1 };
  g_autoptr (GArray) faults = liaison_solver_check (problem, starts);

  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_true (liaison_solver_is_sound (problem, starts));
}

static void
test_finds_lag (void)
{
  g_autoptr (LiaisonSolverProblem) problem = make_problem ();
  LiaisonSolverFault fault = only_fault (problem, (const int[]){ 0, 2, 0 });

  g_assert_cmpint (fault.kind, ==, LIAISON_SOLVER_FAULT_LAG);
  g_assert_cmpuint (fault.task, ==, 1);
  g_assert_cmpuint (fault.other, ==, 0);
  g_assert_false (fault.locked);
}

static void
test_finds_release (void)
{
  g_autoptr (LiaisonSolverProblem) problem = make_problem ();

  liaison_solver_problem_set_release (problem, 2, 5);
  g_assert_cmpint (only_fault (problem, (const int[]){ 0, 3, 4 }).kind, ==, LIAISON_SOLVER_FAULT_RELEASE);
}

static void
test_finds_start_before_zero (void)
{
  g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();

  liaison_solver_problem_add_task (problem, 1);
  g_assert_cmpint (only_fault (problem, (const int[]){ -1 }).kind, ==, LIAISON_SOLVER_FAULT_RELEASE);
}

static void
test_finds_lock (void)
{
  g_autoptr (LiaisonSolverProblem) problem = make_problem ();

  liaison_solver_problem_lock (problem, 1, 4);
  g_assert_cmpint (only_fault (problem, (const int[]){ 0, 3, 0 }).kind, ==, LIAISON_SOLVER_FAULT_LOCK);
  g_assert_true (liaison_solver_is_sound (problem, (const int[]){ 0, 4, 0 }));
}

static void
test_finds_overload (void)
{
  g_autoptr (LiaisonSolverProblem) problem = make_problem ();
  LiaisonSolverFault fault;

  liaison_solver_problem_set_capacity_from (problem, 0, 2, 1);
  fault = only_fault (problem, (const int[]){ 0, 3, 1 });
  g_assert_cmpint (fault.kind, ==, LIAISON_SOLVER_FAULT_CAPACITY);
  g_assert_cmpuint (fault.resource, ==, 0);
  g_assert_cmpint (fault.time, ==, 2);
  g_assert_true (liaison_solver_is_sound (problem, (const int[]){ 0, 3, 0 }));
  g_assert_true (liaison_solver_is_sound (problem, (const int[]){ 0, 3, 3 }));
}

/* The capacity may also be given back in the midst of a task, and the last of two calls for one time counts. */
static void
test_finds_closed_time (void)
{
  g_autoptr (LiaisonSolverProblem) problem = make_problem ();

  liaison_solver_problem_set_capacity_from (problem, 0, 10, 2);
  liaison_solver_problem_set_capacity_from (problem, 0, 8, 1);
  liaison_solver_problem_set_capacity_from (problem, 0, 8, 0);
  g_assert_true (liaison_solver_is_sound (problem, (const int[]){ 0, 3, 6 }));
  g_assert_cmpint (only_fault (problem, (const int[]){ 0, 3, 7 }).time, ==, 8);
  g_assert_cmpint (only_fault (problem, (const int[]){ 0, 3, 9 }).time, ==, 9);
  g_assert_true (liaison_solver_is_sound (problem, (const int[]){ 0, 3, 10 }));
}

static void
test_lets_locked_be (void)
{
  g_autoptr (LiaisonSolverProblem) problem = make_problem ();
  const int starts[] = { 0, 1, 0 };

  liaison_solver_problem_set_capacity_from (problem, 0, 0, 1);
  liaison_solver_problem_lock (problem, 0, 0);
  liaison_solver_problem_lock (problem, 1, 1);
  g_assert_false (liaison_solver_is_sound (problem, starts));
  liaison_solver_problem_lock (problem, 2, 0);
  g_assert_true (liaison_solver_is_sound (problem, starts));
}

/* The four links, each with starts that just hold and starts one step too early. */
static void
test_translates_links (void)
{
  static const struct
  {
    LiaisonSolverLink link;
    int lag;
    int earliest; /* of a task of 2 steps after one of 5 steps that starts at 10 */
  } cases[] = {
    { LIAISON_SOLVER_FINISH_START, 1, 16 },
    { LIAISON_SOLVER_FINISH_START, -2, 13 },
    { LIAISON_SOLVER_START_START, 3, 13 },
    { LIAISON_SOLVER_FINISH_FINISH, 1, 14 },
    { LIAISON_SOLVER_START_FINISH, 4, 12 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();

      liaison_solver_problem_add_task (problem, 5);
      liaison_solver_problem_add_task (problem, 2);
      liaison_solver_problem_add_link (problem, cases[i].link, 0, 1, cases[i].lag);
      g_assert_true (liaison_solver_is_sound (problem, (const int[]){ 10, cases[i].earliest }));
      g_assert_false (liaison_solver_is_sound (problem, (const int[]){ 10, cases[i].earliest - 1 }));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/solver/checker/passes-sound", test_passes_sound);
  g_test_add_func ("/schedule/solver/checker/finds-lag", test_finds_lag);
  g_test_add_func ("/schedule/solver/checker/finds-release", test_finds_release);
  g_test_add_func ("/schedule/solver/checker/finds-start-before-zero", test_finds_start_before_zero);
  g_test_add_func ("/schedule/solver/checker/finds-lock", test_finds_lock);
  g_test_add_func ("/schedule/solver/checker/finds-overload", test_finds_overload);
  g_test_add_func ("/schedule/solver/checker/finds-closed-time", test_finds_closed_time);
  g_test_add_func ("/schedule/solver/checker/lets-locked-be", test_lets_locked_be);
  g_test_add_func ("/schedule/solver/checker/translates-links", test_translates_links);
  return g_test_run ();
}
