/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/solver/profile-private.h"

#include <string.h>

static void
copy_resource (SolverProfile *self, guint r)
{
  const SolverInstance *instance = self->instance;
  SolverLevels *levels = &self->resources[r];
  guint n = instance->first_level[r + 1] - instance->first_level[r];

  memcpy (levels->levels, instance->levels + instance->first_level[r], n * sizeof (SolverLevel));
  levels->n = n;
}

void
solver_profile_levels_init (SolverProfile *self)
{
  const SolverInstance *instance = self->instance;

  self->resources = g_new0 (SolverLevels, instance->n_resources + 1);
  for (guint r = 0; r < instance->n_resources; r++)
    {
      guint n = instance->first_level[r + 1] - instance->first_level[r];

      self->resources[r].allocated = n + 16;
      self->resources[r].levels = g_new (SolverLevel, n + 16);
      copy_resource (self, r);
    }
}

void
solver_profile_levels_clear (SolverProfile *self)
{
  if (self->resources == NULL)
    return;
  for (guint r = 0; r < self->instance->n_resources; r++)
    g_free (self->resources[r].levels);
  g_free (self->resources);
}

void
solver_profile_levels_reset (SolverProfile *self)
{
  for (guint r = 0; r < self->instance->n_resources; r++)
    copy_resource (self, r);
}

/* The level that holds at `time`. */
static guint
find_level (const SolverLevels *levels, int time)
{
  guint low = 0;
  guint high = levels->n;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (levels->levels[middle].time <= time)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* Gives the first start at or after `time` that this one resource allows, -1 if there is none. */
static int
push_later (const SolverLevels *levels, const SolverDemand *demand, int time)
{
  for (guint k = find_level (levels, time + demand->from);
       k < levels->n && levels->levels[k].time < time + demand->until; k++)
    {
      if (levels->levels[k].capacity >= demand->amount)
        continue;
      if (k + 1 == levels->n)
        return -1;
      time = MAX (time, levels->levels[k + 1].time - demand->from);
    }
  return time;
}

/* Gives the last start at or before `time` that this one resource allows, or a number below 0. */
static int
push_earlier (const SolverLevels *levels, const SolverDemand *demand, int time)
{
  for (guint k = find_level (levels, time + demand->until - 1) + 1; time >= 0 && k-- > 0;)
    {
      if (levels->levels[k].capacity < demand->amount)
        time = MIN (time, levels->levels[k].time - demand->until);
      if (levels->levels[k].time <= time + demand->from)
        break;
    }
  return time;
}

int
solver_profile_levels_earliest (const SolverProfile *self, guint task, int time)
{
  const SolverInstance *instance = self->instance;
  guint first = instance->first_demand[task];
  guint n = instance->first_demand[task + 1] - first;
  guint agreed = 0;

  for (guint k = 0; agreed < n; k = (k + 1) % n)
    {
      const SolverDemand *demand = &instance->demands[first + k];
      int later = push_later (&self->resources[demand->resource], demand, time);

      if (later < 0)
        return -1;
      agreed = later == time ? agreed + 1 : 1;
      time = later;
    }
  return time;
}

int
solver_profile_levels_latest (const SolverProfile *self, guint task, int time)
{
  const SolverInstance *instance = self->instance;
  guint first = instance->first_demand[task];
  guint n = instance->first_demand[task + 1] - first;
  guint agreed = 0;

  for (guint k = 0; agreed < n && time >= 0; k = (k + 1) % n)
    {
      const SolverDemand *demand = &instance->demands[first + k];
      int earlier = push_earlier (&self->resources[demand->resource], demand, time);

      agreed = earlier == time ? agreed + 1 : 1;
      time = earlier;
    }
  return MAX (time, -1);
}

/* Makes a level begin at `time` and gives its place. */
static guint
split_at (SolverLevels *levels, int time)
{
  guint k = find_level (levels, time);

  if (levels->levels[k].time == time)
    return k;
  if (levels->n == levels->allocated)
    {
      levels->allocated *= 2;
      levels->levels = g_renew (SolverLevel, levels->levels, levels->allocated);
    }
  memmove (levels->levels + k + 2, levels->levels + k + 1,
           (levels->n - k - 1) * sizeof (SolverLevel));
  levels->levels[k + 1] = (SolverLevel){ time, levels->levels[k].capacity };
  levels->n++;
  return k + 1;
}

/* Takes out a level that says the same as the one before. */
static void
join_at (SolverLevels *levels, guint k)
{
  if (k == 0 || k >= levels->n || levels->levels[k].capacity != levels->levels[k - 1].capacity)
    return;
  memmove (levels->levels + k, levels->levels + k + 1, (levels->n - k - 1) * sizeof (SolverLevel));
  levels->n--;
}

void
solver_profile_levels_change (SolverProfile *self, guint task, int start, int sign)
{
  const SolverInstance *instance = self->instance;

  for (guint d = instance->first_demand[task]; d < instance->first_demand[task + 1]; d++)
    {
      const SolverDemand *demand = &instance->demands[d];
      SolverLevels *levels = &self->resources[demand->resource];
      int begin = MAX (start + demand->from, 0);
      int end = MAX (start + demand->until, 0);
      guint from, until;

      if (instance->calendar[demand->resource] || begin >= end)
        continue;
      from = split_at (levels, begin);
      until = split_at (levels, end);
      for (guint k = from; k < until; k++)
        levels->levels[k].capacity += sign * demand->amount;
      join_at (levels, until);
      join_at (levels, from);
    }
}
