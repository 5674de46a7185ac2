/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/solver/run.h"

#include <string.h>

void
solver_run_init (SolverRun *self, const SolverInstance *instance)
{
  *self = (SolverRun){ .instance = instance, .best_cost = SOLVER_NO_COST };
  self->best = g_new0 (int, instance->n + 1);
}

void
solver_run_clear (SolverRun *self)
{
  g_clear_pointer (&self->best, g_free);
}

static void
stop_if_proven (SolverRun *self)
{
  if (self->best_cost <= self->lower_bound)
    self->stopped = TRUE;
}

gboolean
solver_run_offer (SolverRun *self, const int *starts, gint64 cost)
{
  if (cost >= self->best_cost)
    return FALSE;
  self->best_cost = cost;
  memcpy (self->best, starts, self->instance->n * sizeof (int));
  if (self->found != NULL)
    self->found (self, self->found_data);
  stop_if_proven (self);
  return TRUE;
}

void
solver_run_bound (SolverRun *self, gint64 bound)
{
  self->lower_bound = MAX (self->lower_bound, bound);
  stop_if_proven (self);
}

void
solver_run_look (SolverRun *self)
{
  self->next_look = self->schedules + MAX (1, 4000 / ((gint64) self->instance->n + 1));
  if (self->cancel != NULL && g_atomic_int_get (self->cancel) != 0)
    self->stopped = TRUE;
  if (self->end_time > 0 && g_get_monotonic_time () >= self->end_time)
    self->stopped = TRUE;
}
