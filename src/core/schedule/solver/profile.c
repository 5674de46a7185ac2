/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/solver/profile-private.h"

#include <string.h>

SolverProfile *
solver_profile_new (const SolverInstance *instance)
{
  SolverProfile *self = g_new0 (SolverProfile, 1);

  self->instance = instance;
  if (instance->words > 0)
    self->cells = g_memdup2 (instance->cells,
                             (gsize) instance->words * instance->horizon * sizeof (guint64));
  else
    solver_profile_levels_init (self);
  return self;
}

void
solver_profile_free (SolverProfile *self)
{
  g_free (self->cells);
  solver_profile_levels_clear (self);
  g_free (self);
}

void
solver_profile_reset (SolverProfile *self)
{
  gsize words = self->instance->words;

  if (words > 0)
    memcpy (self->cells, self->instance->cells, words * self->used_until * sizeof (guint64));
  else
    solver_profile_levels_reset (self);
  self->used_until = 0;
}

/* Whether the guard above each lane survives when the demand is taken away: all lanes have enough. */
static inline gboolean
cell_fits (guint64 cell, guint64 demand)
{
  return ((cell - demand) & SOLVER_GUARDS) == SOLVER_GUARDS;
}

static inline gboolean
step_fits (const guint64 *cells, const guint64 *demand, guint words, int time)
{
  for (guint w = 0; w < words; w++)
    if (!cell_fits (cells[(gsize) time * words + w], demand[w]))
      return FALSE;
  return TRUE;
}

/* Looks from the far end of the task back, so a clash skips as far as it can; no step is looked at twice. */
static inline int
earliest_dense (const guint64 *cells, const guint64 *demand, guint words, int horizon, int duration, int time)
{
  int unknown = time;

  while (time + duration <= horizon)
    {
      int k = time + duration - 1;

      while (k >= unknown && step_fits (cells, demand, words, k))
        k--;
      if (k < unknown)
        return time;
      unknown = time + duration;
      time = k + 1;
    }
  return -1;
}

static inline int
latest_dense (const guint64 *cells, const guint64 *demand, guint words, int duration, int time)
{
  int unknown = time + duration;

  while (time >= 0)
    {
      int k = time;

      while (k < unknown && step_fits (cells, demand, words, k))
        k++;
      if (k >= unknown)
        return time;
      unknown = time;
      time = k - duration;
    }
  return -1;
}

int
solver_profile_earliest (const SolverProfile *self, guint task, int time)
{
  const SolverInstance *instance = self->instance;
  int duration = instance->duration[task];
  guint words = instance->words;

  if (words == 0)
    return solver_profile_levels_earliest (self, task, time);
  if (duration == 0)
    return time;
  if (words == 1)
    return earliest_dense (self->cells, instance->demand_words + task, 1, instance->horizon,
                           duration, time);
  return earliest_dense (self->cells, instance->demand_words + (gsize) task * words, words,
                         instance->horizon, duration, time);
}

int
solver_profile_latest (const SolverProfile *self, guint task, int time)
{
  const SolverInstance *instance = self->instance;
  int duration = instance->duration[task];
  guint words = instance->words;

  time = MIN (time, instance->horizon - duration);
  if (words == 0)
    return solver_profile_levels_latest (self, task, time);
  if (duration == 0)
    return time;
  if (words == 1)
    return latest_dense (self->cells, instance->demand_words + task, 1, duration, time);
  return latest_dense (self->cells, instance->demand_words + (gsize) task * words, words, duration,
                       time);
}

void
solver_profile_place (SolverProfile *self, guint task, int start)
{
  const SolverInstance *instance = self->instance;
  const guint64 *demand = instance->demand_words + (gsize) task * instance->words;
  int end = start + instance->duration[task];

  if (instance->words == 0)
    {
      solver_profile_levels_change (self, task, start, -1);
      return;
    }
  self->used_until = MAX (self->used_until, end);
  if (instance->words == 1)
    for (int time = start; time < end; time++)
      self->cells[time] -= *demand;
  else
    for (int time = start; time < end; time++)
      for (guint w = 0; w < instance->words; w++)
        self->cells[(gsize) time * instance->words + w] -= demand[w];
}

void
solver_profile_remove (SolverProfile *self, guint task, int start)
{
  const SolverInstance *instance = self->instance;
  const guint64 *demand = instance->demand_words + (gsize) task * instance->words;
  int end = start + instance->duration[task];

  if (instance->words == 0)
    solver_profile_levels_change (self, task, start, 1);
  else
    for (int time = start; time < end; time++)
      for (guint w = 0; w < instance->words; w++)
        self->cells[(gsize) time * instance->words + w] += demand[w];
}
