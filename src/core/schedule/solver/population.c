/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/solver/population.h"

#include <string.h>

typedef struct
{
  int *starts;
  gint64 cost;
  gint64 sum; /* of starts: tells equal schedules apart cheaply and compact ones from loose ones */
} Member;

struct _SolverPopulation
{
  /* Borrowed */
  SolverRun *run;
  SolverGenerator *generator;

  /* Owned */
  Member *members; /* best first, no two with equal cost and sum */
  int *child;
  gint64 *keys;
  int *load;

  guint size;
  guint n;
  guint stale;
};

SolverPopulation *
solver_population_new (SolverRun *run, SolverGenerator *generator, guint size)
{
  SolverPopulation *self = g_new0 (SolverPopulation, 1);
  gsize n = run->instance->n;

  self->run = run;
  self->generator = generator;
  self->size = size;
  self->members = g_new0 (Member, size + 1);
  for (guint k = 0; k <= size; k++)
    self->members[k].starts = g_new (int, n + 1);
  self->child = g_new (int, n + 1);
  self->keys = g_new (gint64, n + 1);
  return self;
}

void
solver_population_free (SolverPopulation *self)
{
  for (guint k = 0; k <= self->size; k++)
    g_free (self->members[k].starts);
  g_free (self->members);
  g_free (self->child);
  g_free (self->keys);
  g_free (self);
}

guint
solver_population_get_stale (const SolverPopulation *self)
{
  return self->stale;
}

void
solver_population_thin (SolverPopulation *self, guint keep)
{
  self->n = MIN (self->n, keep);
  self->stale = 0;
}

static gboolean
is_better (const Member *a, gint64 cost, gint64 sum)
{
  return a->cost < cost || (a->cost == cost && a->sum < sum);
}

static gint64
sum_of (const SolverPopulation *self, const int *starts)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->run->instance->n; i++)
    sum += starts[i];
  return sum;
}

/* Gives whether the schedule came in. */
static gboolean
insert (SolverPopulation *self, const int *starts, gint64 cost)
{
  gint64 sum = sum_of (self, starts);
  guint place = self->n;
  Member spare;

  if (cost == SOLVER_NO_COST)
    return FALSE;
  while (place > 0 && !is_better (&self->members[place - 1], cost, sum))
    place--;
  if (place >= self->size
      || (place < self->n && self->members[place].cost == cost && self->members[place].sum == sum))
    return FALSE;
  if (self->n < self->size)
    self->n++;
  spare = self->members[self->n];
  memmove (self->members + place + 1, self->members + place, (self->n - place) * sizeof (Member));
  self->members[place].starts = spare.starts;
  memcpy (self->members[place].starts, starts, self->run->instance->n * sizeof (int));
  self->members[place].cost = cost;
  self->members[place].sum = sum;
  return TRUE;
}

void
solver_population_insert (SolverPopulation *self, const int *starts, gint64 cost)
{
  insert (self, starts, cost);
}

/* Justifies the child and offers it to the run and the population. */
static gboolean
finish_child (SolverPopulation *self, gint64 cost)
{
  solver_run_count (self->run, 1);
  if (cost == SOLVER_NO_COST)
    return FALSE;
  solver_run_offer (self->run, self->child, cost);
  if (!self->run->stopped)
    {
      cost = solver_generate_justify (self->generator, self->child, cost);
      solver_run_count (self->run, 2);
      solver_run_offer (self->run, self->child, cost);
    }
  return insert (self, self->child, cost);
}

/* Latest start first, blurred: the longer the rest of the project after a task, the sooner it comes. */
static void
draw_keys (SolverPopulation *self, double blur)
{
  const SolverInstance *instance = self->run->instance;
  double spread = 0;

  for (guint i = 0; i < instance->n; i++)
    spread = MAX (spread, instance->tail[i]);
  for (guint i = 0; i < instance->n; i++)
    {
      double key = MIN (instance->horizon - instance->tail[i], MIN (instance->due[i], instance->latest[i]));

      key += solver_random_unit (&self->run->random) * blur * spread;
      self->keys[i] = (gint64) (key * 64);
    }
}

void
solver_population_fill (SolverPopulation *self)
{
  SolverGenerator *generator = self->generator;
  guint n_tries = 0;

  while (self->n < self->size && !self->run->stopped && n_tries++ < 2 * self->size)
    {
      gint64 cost;

      draw_keys (self, n_tries <= 2 ? 0 : n_tries % 8 == 0 ? 2 : 0.3);
      if (n_tries % 2 == 1)
        cost = solver_generate_parallel (generator, self->keys, self->child);
      else
        {
          solver_order_by_keys (generator, self->keys, generator->order);
          cost = solver_generate_serial (generator, generator->order, self->child);
        }
      finish_child (self, cost);
    }
}

static const Member *
select_parent (SolverPopulation *self)
{
  guint a = solver_random_below (&self->run->random, self->n);
  guint b = solver_random_below (&self->run->random, self->n);

  return &self->members[MIN (a, b)];
}

/* The father gives a stretch of time and what comes before and after it, the mother the order there. */
static void
cross (SolverPopulation *self, const Member *father, const Member *mother)
{
  SolverRandom *random = &self->run->random;
  const SolverInstance *instance = self->run->instance;
  int makespan = solver_instance_makespan (instance, father->starts);
  int length = makespan / 4 + (int) solver_random_below (random, makespan / 2 + 1);
  int from = (int) solver_random_below (random, makespan + 1) - length / 2;
  int until = from + length;

  for (guint i = 0; i < instance->n; i++)
    {
      int start = father->starts[i];

      if (start < from)
        self->child[i] = mother->starts[i];
      else if (start >= until)
        self->child[i] = mother->starts[i] + 2 * makespan;
      else
        self->child[i] = start + makespan;
    }
}

gboolean
solver_population_evolve (SolverPopulation *self, gint64 schedules)
{
  gint64 until = self->run->schedules + schedules;
  gint64 before = self->run->best_cost;
  SolverGenerator *generator = self->generator;

  while (self->n > 1 && !self->run->stopped && self->run->schedules < until)
    {
      const Member *father = select_parent (self);
      const Member *mother = select_parent (self);

      cross (self, father, mother);
      solver_order_by_starts (generator, self->child, FALSE, generator->order);
      if (finish_child (self, solver_generate_serial (generator, generator->order, self->child)))
        self->stale = 0;
      else
        self->stale++;
    }
  return self->run->best_cost < before;
}

const int *
solver_population_pick (SolverPopulation *self, gint64 *cost)
{
  guint k = solver_random_below (&self->run->random, MIN (self->n, 1 + self->size / 4));

  if (self->n == 0)
    return NULL;
  *cost = self->members[k].cost;
  return self->members[k].starts;
}
