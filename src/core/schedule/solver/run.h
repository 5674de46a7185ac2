/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One run of the solver: its limits, its random numbers, and the best found so far. */
#pragma once

#include "schedule/solver/instance.h"
#include "schedule/solver/random.h"

typedef struct _SolverRun SolverRun;

typedef void (*SolverRunFound) (SolverRun *run, gpointer data);

struct _SolverRun
{
  /* Borrowed */
  const SolverInstance *instance;
  const int *cancel; /* set to other than 0 by another thread to stop; NULL if nobody will */
  SolverRunFound found;
  gpointer found_data;

  /* Owned */
  int *best; /* starts */

  gint64 best_cost;
  gint64 lower_bound;   /* no schedule costs less */
  gint64 schedules;     /* passes of a generation scheme used */
  gint64 max_schedules; /* 0 for no limit */
  gint64 end_time;      /* of g_get_monotonic_time, 0 for no limit */
  gint64 next_look;     /* schedules at which the clock is looked at again */
  SolverRandom random;
  gboolean stopped;     /* limit reached, cancelled or proven */
};

void solver_run_init (SolverRun *self, const SolverInstance *instance);
void solver_run_clear (SolverRun *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SolverRun, solver_run_clear)

/* Takes the schedule when it is the best; gives whether it was. */
gboolean solver_run_offer (SolverRun *self, const int *starts, gint64 cost);

/* Notes that no schedule costs less than `bound`. */
void solver_run_bound (SolverRun *self, gint64 bound);

/* Looks at clock and cancel flag. */
void solver_run_look (SolverRun *self);

/* Counts passes; gives whether the run goes on. */
static inline gboolean
solver_run_count (SolverRun *self, int schedules)
{
  self->schedules += schedules;
  if (self->max_schedules > 0 && self->schedules >= self->max_schedules)
    self->stopped = TRUE;
  else if (self->schedules >= self->next_look)
    solver_run_look (self);
  return !self->stopped;
}
