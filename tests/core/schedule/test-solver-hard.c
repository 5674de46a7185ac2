/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Few tasks, yet hard: j3029_8 of PSPLIB (R. Kolisch, A. Sprecher, European Journal of Operational
 * Research 96, 1997), which breeding seldom solves. */
#include "config.h"

#include "schedule/solver/solve.h"

#define BEST 80 /* as the library's table of results has it, where it is proven */

typedef struct
{
  int duration;
  int amount[4];
  guint after[3]; /* 0 for none: the first task comes after nothing */
} Task;

static const int capacity[4] = { 19, 17, 19, 16 };

static const Task tasks[] = {
  { 9, { 1, 5, 1, 3 }, { 6, 22, 27 } },   { 10, { 7, 5, 8, 7 }, { 9, 10, 15 } },
  { 7, { 5, 4, 4, 7 }, { 3, 4, 8 } },     { 2, { 10, 10, 10, 1 }, { 7, 21, 23 } },
  { 9, { 4, 10, 9, 5 }, { 5, 16, 0 } },   { 8, { 8, 6, 6, 7 }, { 12, 13, 25 } },
  { 6, { 6, 3, 10, 2 }, { 10, 11, 17 } }, { 4, { 4, 3, 10, 2 }, { 18, 19, 0 } },
  { 9, { 4, 7, 5, 7 }, { 17, 0, 0 } },    { 2, { 1, 8, 2, 9 }, { 14, 16, 18 } },
  { 10, { 5, 7, 3, 2 }, { 12, 28, 0 } },  { 7, { 6, 7, 8, 1 }, { 18, 19, 0 } },
  { 2, { 10, 10, 9, 4 }, { 23, 0, 0 } },  { 8, { 10, 3, 6, 1 }, { 20, 0, 0 } },
  { 5, { 2, 5, 8, 1 }, { 29, 0, 0 } },    { 6, { 2, 5, 8, 7 }, { 25, 27, 0 } },
  { 7, { 9, 7, 3, 8 }, { 20, 27, 28 } },  { 10, { 5, 5, 3, 4 }, { 19, 21, 23 } },
  { 7, { 3, 3, 2, 10 }, { 25, 0, 0 } },   { 9, { 8, 10, 6, 8 }, { 20, 24, 0 } },
  { 5, { 9, 9, 5, 1 }, { 26, 0, 0 } },    { 4, { 10, 6, 4, 1 }, { 29, 0, 0 } },
  { 7, { 9, 1, 6, 5 }, { 24, 28, 0 } },   { 3, { 4, 3, 9, 8 }, { 24, 0, 0 } },
  { 2, { 10, 5, 5, 5 }, { 26, 0, 0 } },   { 7, { 10, 7, 4, 10 }, { 26, 0, 0 } },
  { 2, { 1, 9, 6, 1 }, { 29, 0, 0 } },    { 9, { 5, 8, 7, 6 }, { 0, 0, 0 } },
  { 6, { 9, 3, 6, 4 }, { 0, 0, 0 } },     { 8, { 5, 3, 4, 3 }, { 0, 0, 0 } },
};

static LiaisonSolverProblem *
make_problem (void)
{
  LiaisonSolverProblem *problem = liaison_solver_problem_new ();

  for (guint r = 0; r < G_N_ELEMENTS (capacity); r++)
    liaison_solver_problem_add_resource (problem, capacity[r]);
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      liaison_solver_problem_add_task (problem, tasks[i].duration);
      for (guint r = 0; r < G_N_ELEMENTS (capacity); r++)
        liaison_solver_problem_add_use (problem, i, r, tasks[i].amount[r]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    for (guint k = 0; k < G_N_ELEMENTS (tasks[i].after); k++)
      if (tasks[i].after[k] > 0)
        liaison_solver_problem_add_link (problem, LIAISON_SOLVER_FINISH_START, i, tasks[i].after[k],
                                         0);
  return problem;
}

static LiaisonSolverResult *
solve (gint64 schedules, guint64 seed)
{
  g_autoptr (LiaisonSolverProblem) problem = make_problem ();
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
  for (guint64 seed = 1; seed <= 2; seed++)
    {
      g_autoptr (LiaisonSolverResult) result = solve (100000, seed);

      g_assert_cmpint (result->makespan, ==, BEST);
      g_assert_true (result->proven);
    }
}

/* What is found on the way is the same each time, and no better than the best. */
static void
test_repeats_when_cut (void)
{
  for (gint64 schedules = 500; schedules <= 8000; schedules *= 2)
    {
      g_autoptr (LiaisonSolverResult) a = solve (schedules, 1);
      g_autoptr (LiaisonSolverResult) b = solve (schedules, 1);

      g_assert_cmpint (a->makespan, >=, BEST);
      g_assert_cmpint (a->schedules, <=, schedules + 2);
      g_assert_cmpmem (a->starts, sizeof (int) * G_N_ELEMENTS (tasks), b->starts,
                       sizeof (int) * G_N_ELEMENTS (tasks));
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
