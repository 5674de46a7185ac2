/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/solver/crossover.h"

#include <math.h>
#include <string.h>

/* Of so many random stretches the best is taken; of many more it would too often be the same. */
#define STRETCHES 3
/* How much more a scarce resource counts than one that is less asked for: the power of the share asked for. */
#define SCARCITY 3

typedef struct
{
  int from;
  int until;
} Stretch;

struct _SolverCrossover
{
  /* Borrowed */
  const SolverInstance *instance;
  SolverRandom *random;

  /* Owned; NULL where profiles are sparse, and stretches are then taken at random */
  double *weights;     /* one a demand: what a step of it counts */
  double *father_done; /* one a step of the horizon and one more: what was used before it */
  double *mother_done;

  int reach; /* how far a mutation moves a task */
};

static int
mean_duration (const SolverInstance *instance)
{
  gint64 sum = 0;

  for (guint i = 0; i < instance->n; i++)
    sum += instance->duration[i];
  return (int) (sum / MAX (instance->n, 1)) + 1;
}

/* A resource counts by how much of it is asked for, set against the one of which most is. */
static double *
weigh_demands (const SolverInstance *instance)
{
  guint n = instance->first_demand[instance->n];
  double *weights = g_new0 (double, n + 1);
  g_autofree double *load = g_new0 (double, instance->n_resources + 1);
  double most = 0;

  for (guint d = 0; d < n; d++)
    {
      const SolverDemand *demand = &instance->demands[d];

      load[demand->resource] += (double) demand->amount * (demand->until - demand->from)
                                / MAX (instance->capacity[demand->resource], 1);
    }
  for (guint r = 0; r < instance->n_resources; r++)
    most = MAX (most, load[r]);
  for (guint d = 0; d < n && most > 0; d++)
    {
      const SolverDemand *demand = &instance->demands[d];

      weights[d] = pow (load[demand->resource] / most, SCARCITY) * demand->amount
                   / MAX (instance->capacity[demand->resource], 1);
    }
  return weights;
}

SolverCrossover *
solver_crossover_new (const SolverInstance *instance, SolverRandom *random)
{
  SolverCrossover *self = g_new0 (SolverCrossover, 1);

  self->instance = instance;
  self->random = random;
  self->reach = 2 * mean_duration (instance);
  if (instance->words > 0)
    {
      self->weights = weigh_demands (instance);
      self->father_done = g_new (double, instance->horizon + 2);
      self->mother_done = g_new (double, instance->horizon + 2);
    }
  return self;
}

void
solver_crossover_free (SolverCrossover *self)
{
  g_free (self->weights);
  g_free (self->father_done);
  g_free (self->mother_done);
  g_free (self);
}

/* The weighted use of resources before each step up to `last`. */
static void
measure_use (const SolverCrossover *self, const int *starts, int last, double *done)
{
  const SolverInstance *instance = self->instance;
  double rate = 0;
  double sum = 0;

  memset (done, 0, (last + 2) * sizeof (double));
  for (guint i = 0; i < instance->n; i++)
    for (guint d = instance->first_demand[i]; d < instance->first_demand[i + 1]; d++)
      {
        done[CLAMP (starts[i] + instance->demands[d].from, 0, last)] += self->weights[d];
        done[CLAMP (starts[i] + instance->demands[d].until, 0, last)] -= self->weights[d];
      }
  for (int time = 0; time <= last; time++)
    {
      rate += done[time];
      done[time] = sum;
      sum += rate;
    }
}

static Stretch
draw_stretch (SolverCrossover *self, int makespan)
{
  int length = makespan / 4 + (int) solver_random_below (self->random, makespan / 2 + 1);
  int from = (int) solver_random_below (self->random, makespan + 1) - length / 2;

  return (Stretch){ from, from + length };
}

/* How much more the father does in the stretch than the mother does. */
static double
get_lead (const SolverCrossover *self, Stretch stretch, int makespan)
{
  int from = MAX (stretch.from, 0);
  int until = MIN (stretch.until, makespan);

  return self->father_done[until] - self->father_done[from]
         - (self->mother_done[until] - self->mother_done[from]);
}

static Stretch
choose_stretch (SolverCrossover *self, const int *father, const int *mother)
{
  int makespan = MIN (solver_instance_makespan (self->instance, father), self->instance->horizon);
  Stretch best = draw_stretch (self, makespan);
  double most;

  if (self->weights == NULL)
    return best;
  measure_use (self, father, makespan, self->father_done);
  measure_use (self, mother, makespan, self->mother_done);
  most = get_lead (self, best, makespan);
  for (guint k = 1; k < STRETCHES; k++)
    {
      Stretch stretch = draw_stretch (self, makespan);
      double lead = get_lead (self, stretch, makespan);

      if (lead <= most)
        continue;
      best = stretch;
      most = lead;
    }
  return best;
}

void
solver_crossover_cross (SolverCrossover *self, const int *father, const int *mother, int *child)
{
  Stretch stretch = choose_stretch (self, father, mother);

  for (guint i = 0; i < self->instance->n; i++)
    child[i] = father[i] >= stretch.from && father[i] < stretch.until ? father[i] : mother[i];
}

void
solver_crossover_mutate (SolverCrossover *self, int *child)
{
  if (solver_random_below (self->random, 2) == 0)
    return;
  for (guint i = 0; i < self->instance->n; i++)
    if (solver_random_below (self->random, 1000) < 6)
      {
        int start = child[i] + (int) solver_random_below (self->random, 2 * self->reach + 1) - self->reach;

        child[i] = MAX (start, 0);
      }
}
