/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/solver/crossover.h"

#define N_TASKS 40
#define N_CHILDREN 2000

/* The first half of the tasks needs all of a scarce resource, the second a little of one that is plentiful. */
static SolverInstance *
make_instance (void)
{
  g_autoptr (LiaisonSolverProblem) problem = liaison_solver_problem_new ();
  g_autoptr (GError) error = NULL;
  guint scarce = liaison_solver_problem_add_resource (problem, 1);
  guint plentiful = liaison_solver_problem_add_resource (problem, 20);
  SolverInstance *instance;

  for (guint i = 0; i < N_TASKS; i++)
    {
      guint task = liaison_solver_problem_add_task (problem, 1);

      liaison_solver_problem_add_use (problem, task, i < N_TASKS / 2 ? scarce : plentiful, 1);
    }
  instance = solver_instance_new (problem, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (instance->words, >, 0);
  return instance;
}

static void
line_up (int *starts, gboolean scarce_first)
{
  for (guint i = 0; i < N_TASKS; i++)
    starts[i] = (int) (scarce_first ? i : (i + N_TASKS / 2) % N_TASKS);
}

static void
test_each_start_is_a_parents (void)
{
  g_autoptr (SolverInstance) instance = make_instance ();
  SolverRandom random = { 1 };
  g_autoptr (SolverCrossover) crossover = solver_crossover_new (instance, &random);
  int father[N_TASKS], mother[N_TASKS], child[N_TASKS];

  line_up (father, TRUE);
  line_up (mother, FALSE);
  for (guint k = 0; k < N_CHILDREN; k++)
    {
      solver_crossover_cross (crossover, father, mother, child);
      for (guint i = 0; i < N_TASKS; i++)
        g_assert_true (child[i] == father[i] || child[i] == mother[i]);
    }
}

/* How many of the tasks from `first` on children have as the father has. */
static guint
count_fathers (SolverCrossover *crossover, gboolean scarce_first, guint first)
{
  int father[N_TASKS], mother[N_TASKS], child[N_TASKS];
  guint n = 0;

  line_up (father, scarce_first);
  line_up (mother, !scarce_first);
  for (guint k = 0; k < N_CHILDREN; k++)
    {
      solver_crossover_cross (crossover, father, mother, child);
      for (guint i = first; i < first + N_TASKS / 2; i++)
        n += child[i] == father[i];
    }
  return n;
}

/* Whichever half of the time the father uses the scarce resource in, that half is taken more often; stretches drawn at
 * random have no such liking. */
static void
test_takes_what_uses_the_scarce (void)
{
  g_autoptr (SolverInstance) instance = make_instance ();
  SolverRandom random = { 1 };
  g_autoptr (SolverCrossover) crossover = solver_crossover_new (instance, &random);

  for (guint scarce_first = 0; scarce_first < 2; scarce_first++)
    {
      guint scarce = count_fathers (crossover, scarce_first, 0);
      guint plentiful = count_fathers (crossover, scarce_first, N_TASKS / 2);

      g_assert_cmpuint (scarce * 10, >, plentiful * 13);
    }
}

static void
test_mutation_moves_few_and_not_below_zero (void)
{
  g_autoptr (SolverInstance) instance = make_instance ();
  SolverRandom random = { 1 };
  g_autoptr (SolverCrossover) crossover = solver_crossover_new (instance, &random);
  int before[N_TASKS], child[N_TASKS];
  guint n_moved = 0;

  line_up (before, TRUE);
  for (guint k = 0; k < N_CHILDREN; k++)
    {
      line_up (child, TRUE);
      solver_crossover_mutate (crossover, child);
      for (guint i = 0; i < N_TASKS; i++)
        {
          g_assert_cmpint (child[i], >=, 0);
          n_moved += child[i] != before[i];
        }
    }
  g_assert_cmpuint (n_moved, >, 0);
  g_assert_cmpuint (n_moved, <, N_CHILDREN * N_TASKS / 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/solver/crossover/each-start-is-a-parents", test_each_start_is_a_parents);
  g_test_add_func ("/schedule/solver/crossover/takes-what-uses-the-scarce", test_takes_what_uses_the_scarce);
  g_test_add_func ("/schedule/solver/crossover/mutation-moves-few", test_mutation_moves_few_and_not_below_zero);
  return g_test_run ();
}
