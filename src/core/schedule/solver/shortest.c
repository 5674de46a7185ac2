/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who does what when: the genetic algorithm finds good schedules fast, the exact search closes what is easy and, alone or
 * in neighbourhoods, mends what the genetic algorithm has settled on. */
#include "config.h"

#include "schedule/solver/shortest.h"

#include "schedule/solver/bounds.h"
#include "schedule/solver/exact.h"
#include "schedule/solver/neighbourhood.h"
#include "schedule/solver/population.h"

#include <math.h>
#include <string.h>

/* Passes between two kinds of search. */
#define SLICE 1000
/* A first population tells the speed of the machine, and often the answer. */
#define FIRST_SIZE 12
#define SMALLEST_SIZE 16
#define GREATEST_SIZE 400
/* A population has settled when that many times its size of children brought nothing. */
#define SETTLED 3
/* What breeding may use of the limits before the exact search has its turn. */
#define BREED_SHARE 0.9
/* Up to so many tasks that use something the exact search mostly comes to its end. Breeding has but a short turn then,
 * and neighbourhoods, which free nearly as many, none: each would begin from nothing what the search has learned. */
#define FEW_TASKS 40
#define BREED_SHARE_OF_FEW 0.05

typedef struct
{
  SolverRun *run;
  SolverGenerator *generator;
  SolverPopulation *population;
  SolverNeighbourhood *neighbourhood;
  SolverExact *exact;
  int *starts;
  guint size;   /* of the population */
  gint64 begin; /* time */
} Search;

/* How many passes the limits allow, by the speed so far. */
static double
expect_passes (const SolverRun *run, gint64 begin)
{
  double expected = run->max_schedules > 0 ? (double) run->max_schedules : 1e9;

  if (run->end_time > 0)
    {
      double used = (double) (g_get_monotonic_time () - begin) + 1;
      double left = (double) (run->end_time - begin);

      expected = MIN (expected, (double) run->schedules * left / used);
    }
  return expected;
}

/* The larger the population, the better it ends and the later. The rule was fitted to 5,000 and 50,000 passes. */
static guint
population_size (double expected)
{
  return (guint) CLAMP (0.0188 * pow (expected, 0.845), SMALLEST_SIZE, GREATEST_SIZE);
}

static gboolean
exact_is_of_use (const SolverRun *run)
{
  return run->best_cost < SOLVER_COST_LATE
         && solver_exact_suits (run->instance, (int) run->best_cost);
}

static gboolean
has_few_tasks (const SolverInstance *instance)
{
  guint n = 0;

  for (guint i = 0; i < instance->n; i++)
    n += instance->locked[i] < 0 && solver_instance_uses (instance, i);
  return n <= FEW_TASKS;
}

static void
search_exactly (Search *self, gint64 dead_ends)
{
  SolverRun *run = self->run;
  SolverExactScope scope = { .makespan = (int) run->best_cost - 1, .hint = run->best };

  if (run->stopped || !exact_is_of_use (run))
    return;
  if (self->exact == NULL)
    self->exact = solver_exact_new (run, &scope);
  else
    solver_exact_tighten (self->exact, scope.makespan, scope.hint);
  if (solver_exact_search (self->exact, dead_ends) == SOLVER_EXACT_FINISHED)
    solver_run_bound (run, run->best_cost);
}

static void
search_nearby (Search *self, gint64 schedules)
{
  SolverRun *run = self->run;
  gint64 until = run->schedules + schedules;

  while (!run->stopped && exact_is_of_use (run) && run->schedules < until)
    {
      gint64 cost = run->best_cost;
      const int *starts = solver_population_pick (self->population, &cost);

      memcpy (self->starts, starts != NULL && cost <= run->best_cost ? starts : run->best,
              run->instance->n * sizeof (int));
      cost = solver_neighbourhood_try (self->neighbourhood, self->starts, run->best_cost);
      solver_population_insert (self->population, self->starts, cost);
    }
}

/* Whether that share of the limits is used up. The clock has a say only where it is a limit. */
static gboolean
has_used (const Search *self, double share)
{
  const SolverRun *run = self->run;
  gint64 now;

  if (run->max_schedules > 0 && (double) run->schedules >= share * (double) run->max_schedules)
    return TRUE;
  if (run->end_time == 0)
    return FALSE;
  now = g_get_monotonic_time ();
  return (double) (now - self->begin) >= share * (double) (run->end_time - self->begin);
}

/* Until that share of the limits is used, or the population has settled. */
static void
breed (Search *self, double share)
{
  SolverPopulation *population = self->population;

  solver_population_fill (population);
  while (!self->run->stopped && !has_used (self, share)
         && solver_population_get_stale (population) < SETTLED * self->size
         && solver_population_get_n (population) > 1)
    solver_population_evolve (population, SLICE);
}

static void
begin (Search *self)
{
  SolverRun *run = self->run;
  double expected;

  solver_run_bound (run, solver_lower_bound (run->instance));
  self->population = solver_population_new (run, self->generator, FIRST_SIZE);
  solver_population_fill (self->population);
  if (run->max_schedules == 0)
    solver_population_evolve (self->population, SLICE);
  expected = expect_passes (run, self->begin);
  self->size = population_size (expected);
  solver_population_free (self->population);
  self->population = solver_population_new (run, self->generator, self->size);
  search_exactly (self, (gint64) MIN (2 * SLICE, expected / 25));
}

void
solver_solve_shortest (SolverRun *run)
{
  g_autoptr (SolverGenerator) generator = solver_generator_new (run->instance);
  g_autoptr (SolverNeighbourhood) neighbourhood = solver_neighbourhood_new (run, generator);
  g_autofree int *starts = g_new0 (int, run->instance->n + 1);
  Search self = { run, generator, NULL, neighbourhood, NULL, starts, 0, g_get_monotonic_time () };
  gboolean few;

  begin (&self);
  few = exact_is_of_use (run) && has_few_tasks (run->instance);
  breed (&self, few ? BREED_SHARE_OF_FEW : BREED_SHARE);
  while (!run->stopped)
    {
      if (!exact_is_of_use (run))
        {
          solver_population_restart (self.population);
          breed (&self, 1);
        }
      search_exactly (&self, SLICE);
      if (!few)
        search_nearby (&self, SLICE);
    }
  g_clear_pointer (&self.exact, solver_exact_free);
  solver_population_free (self.population);
}
