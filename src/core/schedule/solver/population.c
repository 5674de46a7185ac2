/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/solver/population.h"

#include "schedule/solver/crossover.h"

#include <string.h>

/* Orders remembered, so that none is placed twice in a row of so many; a power of 2. */
#define TRIED_ORDERS (1 << 14)
/* A child that, placed from the end, is longer than its mother by more than this seldom becomes as good by placing it
 * from the beginning again. */
#define HOPELESS 3

typedef struct
{
  int *starts;
  gint64 cost;
  guint64 print;
} Member;

struct _SolverPopulation
{
  /* Borrowed */
  SolverRun *run;
  SolverGenerator *generator;

  /* Owned */
  SolverCrossover *crossover;
  Member *members; /* no two the same */
  guint64 *tried;  /* prints of orders */
  int *child;
  gint64 *keys;

  guint size;
  guint n;
  guint stale;
  gboolean is_plain; /* nothing ties the schedule to its place in time */
};

SolverPopulation *
solver_population_new (SolverRun *run, SolverGenerator *generator, guint size)
{
  SolverPopulation *self = g_new0 (SolverPopulation, 1);
  gsize n = run->instance->n;

  self->run = run;
  self->generator = generator;
  self->size = size;
  self->members = g_new0 (Member, size);
  for (guint k = 0; k < size; k++)
    self->members[k].starts = g_new (int, n + 1);
  self->child = g_new (int, n + 1);
  self->keys = g_new (gint64, n + 1);
  self->crossover = solver_crossover_new (run->instance, &run->random);
  self->tried = g_new0 (guint64, TRIED_ORDERS);
  self->is_plain = !run->instance->varying && !run->instance->has_due && !run->instance->has_latest
                   && !run->instance->has_locks && !run->instance->tight_lags;
  return self;
}

void
solver_population_free (SolverPopulation *self)
{
  for (guint k = 0; k < self->size; k++)
    g_free (self->members[k].starts);
  g_free (self->members);
  solver_crossover_free (self->crossover);
  g_free (self->tried);
  g_free (self->child);
  g_free (self->keys);
  g_free (self);
}

guint
solver_population_get_n (const SolverPopulation *self)
{
  return self->n;
}

guint
solver_population_get_stale (const SolverPopulation *self)
{
  return self->stale;
}

void
solver_population_restart (SolverPopulation *self)
{
  self->n = 0;
  self->stale = 0;
}

/* Schedules of equal cost and print are taken for the same. */
static guint64
print_of (const SolverPopulation *self, const int *starts)
{
  guint64 print = 0;

  for (guint i = 0; i < self->run->instance->n; i++)
    print = (print + (guint64) starts[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return print;
}

static gboolean
is_known (const SolverPopulation *self, gint64 cost, guint64 print)
{
  for (guint k = 0; k < self->n; k++)
    if (self->members[k].cost == cost && self->members[k].print == print)
      return TRUE;
  return FALSE;
}

static void
write_member (SolverPopulation *self, guint k, const int *starts, gint64 cost, guint64 print)
{
  memcpy (self->members[k].starts, starts, self->run->instance->n * sizeof (int));
  self->members[k].cost = cost;
  self->members[k].print = print;
}

static guint
find_worst (const SolverPopulation *self)
{
  guint worst = 0;

  for (guint k = 1; k < self->n; k++)
    if (self->members[k].cost > self->members[worst].cost)
      worst = k;
  return worst;
}

void
solver_population_insert (SolverPopulation *self, const int *starts, gint64 cost)
{
  guint64 print = print_of (self, starts);
  guint place;

  if (cost == SOLVER_NO_COST || is_known (self, cost, print))
    return;
  if (self->n < self->size)
    place = self->n++;
  else
    place = find_worst (self);
  if (place + 1 < self->n && self->members[place].cost < cost)
    return;
  write_member (self, place, starts, cost, print);
}

/* The child takes the place of the parent it is more like unless it is worse. With equal costs it does too: so the
 * population drifts over plateaus but keeps its variety. */
static void
replace (SolverPopulation *self, guint parent, gint64 cost)
{
  guint64 print = print_of (self, self->child);
  gint64 before = self->members[parent].cost;

  self->stale++;
  if (cost > before || is_known (self, cost, print))
    return;
  write_member (self, parent, self->child, cost, print);
  if (cost < before)
    self->stale = 0;
}

/* Justifies the child and offers it to the run. */
static gint64
finish_child (SolverPopulation *self, gint64 cost)
{
  solver_run_count (self->run, 1);
  if (cost == SOLVER_NO_COST)
    return cost;
  solver_run_offer (self->run, self->child, cost);
  if (self->run->stopped)
    return cost;
  cost = solver_generate_justify (self->generator, self->child, cost);
  solver_run_count (self->run, 2);
  solver_run_offer (self->run, self->child, cost);
  return cost;
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
  /* Long horizons are where one pass counts, and the serial scheme's is much the quicker there. */
  guint parallel = self->run->instance->words > 0 ? 1 : 0;
  guint n_tries = 0;

  while (self->n < self->size && !self->run->stopped && n_tries++ < 2 * self->size)
    {
      gint64 cost;

      draw_keys (self, n_tries <= 2 ? 0 : n_tries % 8 == 0 ? 2 : 0.3);
      if (n_tries % 2 == parallel)
        cost = solver_generate_parallel (generator, self->keys, self->child);
      else
        {
          solver_order_by_keys (generator, self->keys, generator->order);
          cost = solver_generate_serial (generator, generator->order, self->child);
        }
      cost = finish_child (self, cost);
      solver_population_insert (self, self->child, cost);
    }
}

/* Whether the order was placed before; notes that it is now. */
static gboolean
was_tried (SolverPopulation *self, const guint *order)
{
  guint64 print = 0;
  guint64 *place;

  for (guint k = 0; k < self->run->instance->n; k++)
    print = (print + order[k] + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  place = &self->tried[print >> 32 & (TRIED_ORDERS - 1)];
  if (*place == print)
    return TRUE;
  *place = print;
  return FALSE;
}

/* From the end and then from the beginning, as long as it is worth a pass. */
static gint64
decode_plainly (SolverPopulation *self, gint64 mother)
{
  SolverGenerator *generator = self->generator;
  gint64 cost;

  solver_order_from_end (generator, self->child, generator->order);
  if (was_tried (self, generator->order))
    return SOLVER_NO_COST;
  cost = solver_generate_from_end (generator, generator->order, self->child);
  if (!solver_run_count (self->run, 1) || cost == SOLVER_NO_COST || cost > mother + HOPELESS)
    return SOLVER_NO_COST;
  solver_order_by_starts (generator, self->child, FALSE, generator->order);
  cost = solver_generate_serial (generator, generator->order, self->child);
  solver_run_count (self->run, 1);
  solver_run_offer (self->run, self->child, cost);
  return cost;
}

static gint64
decode_child (SolverPopulation *self, gint64 mother)
{
  SolverGenerator *generator = self->generator;

  if (self->is_plain)
    return decode_plainly (self, mother);
  solver_order_by_starts (generator, self->child, TRUE, generator->order);
  return finish_child (self, solver_generate_serial (generator, generator->order, self->child));
}

gboolean
solver_population_evolve (SolverPopulation *self, gint64 schedules)
{
  SolverRun *run = self->run;
  gint64 until = run->schedules + schedules;
  gint64 before = run->best_cost;

  /* A child that was tried before costs no pass, so children are counted too. */
  for (gint64 k = 0; k < schedules && self->n > 1 && !run->stopped && run->schedules < until; k++)
    {
      guint father = solver_random_below (&run->random, self->n);
      guint mother = solver_random_below (&run->random, self->n);

      solver_crossover_cross (self->crossover, self->members[father].starts, self->members[mother].starts, self->child);
      solver_crossover_mutate (self->crossover, self->child);
      replace (self, mother, decode_child (self, self->members[mother].cost));
    }
  return run->best_cost < before;
}

const int *
solver_population_pick (SolverPopulation *self, gint64 *cost)
{
  guint best = 0;
  guint n_equal = 0;

  for (guint k = 0; k < self->n; k++)
    {
      if (self->members[k].cost < self->members[best].cost)
        n_equal = 0;
      if (n_equal == 0 || self->members[k].cost == self->members[best].cost)
        if (solver_random_below (&self->run->random, ++n_equal) == 0)
          best = k;
    }
  if (self->n == 0)
    return NULL;
  *cost = self->members[best].cost;
  return self->members[best].starts;
}
