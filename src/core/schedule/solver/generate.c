/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/solver/generate.h"

#include <string.h>

SolverGenerator *
solver_generator_new (const SolverInstance *instance)
{
  SolverGenerator *self = g_new0 (SolverGenerator, 1);
  gsize n = instance->n;

  self->instance = instance;
  self->profile = solver_profile_new (instance);
  self->list = g_new (guint, n + 1);
  self->count = g_new0 (guint, 2 * n + 1026);
  self->order = g_new (guint, n + 1);
  self->saved = g_new (int, n + 1);
  self->finish = g_new (int, n + 1);
  self->stack = g_new (guint, n + 1);
  self->mark = g_new (guint8, n + 1);
  self->key = g_new (gint64, n + 1);
  return self;
}

void
solver_generator_free (SolverGenerator *self)
{
  g_clear_pointer (&self->profile, solver_profile_free);
  g_free (self->list);
  g_free (self->count);
  g_free (self->order);
  g_free (self->saved);
  g_free (self->finish);
  g_free (self->stack);
  g_free (self->mark);
  g_free (self->key);
  g_free (self);
}

static inline int
find_earliest (const SolverInstance *instance, guint task, const int *starts)
{
  int time = instance->release[task];

  for (guint a = instance->first_before[task]; a < instance->first_before[task + 1]; a++)
    time = MAX (time, starts[instance->before[a].task] + instance->before[a].lag);
  return time;
}

gint64
solver_generate_serial (SolverGenerator *self, const guint *list, int *starts)
{
  const SolverInstance *instance = self->instance;
  int last = 0;

  solver_profile_reset (self->profile);
  for (guint k = 0; k < instance->n; k++)
    {
      guint task = list[k];
      int start = instance->locked[task];

      if (start < 0)
        {
          start = solver_profile_earliest (self->profile, task, find_earliest (instance, task, starts));
          if (start < 0)
            return SOLVER_NO_COST;
          solver_profile_place (self->profile, task, start);
        }
      starts[task] = start;
      last = MAX (last, start + instance->duration[task]);
    }
  return instance->has_due || instance->has_latest ? solver_instance_cost (instance, starts) : last;
}

/* The latest start that keeps what the schedule keeps now: the makespan, locks, deadlines and lags. */
static inline int
find_latest (const SolverInstance *instance, guint task, const int *starts, int makespan)
{
  int limit = MIN (instance->latest[task], instance->due[task]);
  int time = MIN (makespan - instance->duration[task], MAX (limit, starts[task]));

  for (guint a = instance->first_after[task]; a < instance->first_after[task + 1]; a++)
    time = MIN (time, starts[instance->after[a].task] - instance->after[a].lag);
  return time;
}

static void
order_backward (SolverGenerator *self, const int *starts, guint *list)
{
  const SolverInstance *instance = self->instance;

  if (instance->tight_lags)
    {
      /* Finishes do not say who has to come first, starts do. */
      solver_order_by_starts (self, starts, TRUE, list);
      solver_order_reverse (list, instance->n);
      return;
    }
  for (guint i = 0; i < instance->n; i++)
    self->finish[i] = starts[i] + instance->duration[i];
  solver_order_by_finish (self, self->finish, FALSE, list);
}

gboolean
solver_generate_backward (SolverGenerator *self, int *starts)
{
  const SolverInstance *instance = self->instance;
  int makespan = solver_instance_makespan (instance, starts);

  order_backward (self, starts, self->order);
  solver_profile_reset (self->profile);
  for (guint k = 0; k < instance->n; k++)
    {
      guint task = self->order[k];
      int start;

      if (instance->locked[task] >= 0)
        continue;
      start = solver_profile_latest (self->profile, task,
                                     find_latest (instance, task, starts, makespan));
      if (start < instance->release[task])
        return FALSE;
      starts[task] = start;
      solver_profile_place (self->profile, task, start);
    }
  return TRUE;
}

gint64
solver_generate_justify (SolverGenerator *self, int *starts, gint64 cost)
{
  gsize size = self->instance->n * sizeof (int);
  gint64 found = SOLVER_NO_COST;

  memcpy (self->saved, starts, size);
  if (solver_generate_backward (self, starts))
    {
      solver_order_by_starts (self, starts, FALSE, self->order);
      found = solver_generate_serial (self, self->order, starts);
    }
  if (found <= cost)
    return found;
  memcpy (starts, self->saved, size);
  return cost;
}

gint64
solver_generate_from_end (SolverGenerator *self, const guint *list, int *starts)
{
  const SolverInstance *instance = self->instance;
  int first = G_MAXINT;
  int end = 0;

  /* A space wide enough for any order. */
  for (guint i = 0; i < instance->n; i++)
    end = MAX (end, starts[i] + instance->duration[i]);
  end = MIN (2 * end + 1, instance->horizon);
  solver_profile_reset (self->profile);
  for (guint k = 0; k < instance->n; k++)
    {
      guint task = list[k];
      int time = end - instance->duration[task];

      for (guint a = instance->first_after[task]; a < instance->first_after[task + 1]; a++)
        time = MIN (time, starts[instance->after[a].task] - instance->after[a].lag);
      time = solver_profile_latest (self->profile, task, time);
      if (time < 0)
        return SOLVER_NO_COST;
      starts[task] = time;
      first = MIN (first, time);
      solver_profile_place (self->profile, task, time);
    }
  return end - first;
}
