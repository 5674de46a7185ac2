/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/solver/bounds.h"

static int
critical_path (const SolverInstance *instance)
{
  int bound = 0;

  for (guint i = 0; i < instance->n; i++)
    bound = MAX (bound, instance->release[i] + instance->tail[i]);
  return bound;
}

/* The time at which the resource has given `work` at the soonest. */
static int
time_to_give (const SolverInstance *instance, guint r, gint64 work)
{
  guint k = instance->first_level[r];
  int time = instance->levels[k].time;

  while (work > 0)
    {
      gint64 capacity = instance->levels[k].capacity;
      gboolean last = k + 1 == instance->first_level[r + 1];
      int until = last ? G_MAXINT : instance->levels[k + 1].time;

      if (capacity > 0 && (last || capacity * (until - time) >= work))
        return time + (int) MIN ((work + capacity - 1) / capacity, LIAISON_SOLVER_MAX_TIME);
      if (last)
        return time;
      work -= capacity * (until - time);
      time = until;
      k++;
    }
  return time;
}

static int
capacity_bound (const SolverInstance *instance)
{
  g_autofree gint64 *work = g_new0 (gint64, instance->n_resources + 1);
  int bound = 0;

  for (guint i = 0; i < instance->n; i++)
    for (guint k = instance->first_demand[i]; k < instance->first_demand[i + 1]; k++)
      {
        const SolverDemand *demand = &instance->demands[k];

        /* What lies outside the task does not keep the project from its end. */
        if (instance->locked[i] < 0 && demand->from >= 0 && demand->until <= instance->duration[i])
          work[demand->resource] += (gint64) demand->amount * (demand->until - demand->from);
      }
  for (guint r = 0; r < instance->n_resources; r++)
    if (work[r] > 0 && !instance->calendar[r])
      bound = MAX (bound, time_to_give (instance, r, work[r]));
  return bound;
}

int
solver_lower_bound (const SolverInstance *instance)
{
  return MAX (critical_path (instance), capacity_bound (instance));
}
