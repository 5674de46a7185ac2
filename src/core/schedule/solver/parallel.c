/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/solver/generate.h"

/* The state of one pass. */
typedef struct
{
  SolverGenerator *generator;
  int *starts;
  guint *open;      /* tasks not yet placed, by key */
  guint n_open;
  guint *waits;     /* how many tasks each still waits for */
  int *possible;    /* no earlier start is possible for a task that waits for none */
} Pass;

static void
place (Pass *pass, guint task, int time)
{
  const SolverInstance *instance = pass->generator->instance;

  pass->starts[task] = time;
  if (instance->locked[task] < 0)
    solver_profile_place (pass->generator->profile, task, time);
  for (guint a = instance->first_after[task]; a < instance->first_after[task + 1]; a++)
    {
      const SolverArc *arc = &instance->after[a];

      pass->waits[arc->task]--;
      if (instance->locked[arc->task] < 0)
        pass->possible[arc->task] = MAX (pass->possible[arc->task], time + arc->lag);
    }
}

/* Starts what fits at `time`, in order of keys. Gives FALSE when some task can never be placed. */
static gboolean
sweep (Pass *pass, int time)
{
  const SolverInstance *instance = pass->generator->instance;
  guint kept = 0;
  gboolean ok = TRUE;

  for (guint k = 0; k < pass->n_open; k++)
    {
      guint task = pass->open[k];

      if (pass->waits[task] == 0 && pass->possible[task] <= time)
        {
          int start = instance->locked[task];

          if (start < 0)
            start = solver_profile_earliest (pass->generator->profile, task, time);
          if (start == time || instance->locked[task] >= 0)
            {
              place (pass, task, start);
              continue;
            }
          ok &= start >= 0;
          pass->possible[task] = start;
        }
      pass->open[kept++] = task;
    }
  pass->n_open = kept;
  return ok;
}

static int
next_time (const Pass *pass)
{
  int time = G_MAXINT;

  for (guint k = 0; k < pass->n_open; k++)
    if (pass->waits[pass->open[k]] == 0)
      time = MIN (time, pass->possible[pass->open[k]]);
  return time;
}

gint64
solver_generate_parallel (SolverGenerator *self, const gint64 *keys, int *starts)
{
  const SolverInstance *instance = self->instance;
  g_autofree guint *open = g_new (guint, instance->n + 1);
  g_autofree guint *waits = g_new (guint, instance->n + 1);
  g_autofree int *possible = g_memdup2 (instance->release, (instance->n + 1) * sizeof (int));
  Pass pass = { self, starts, open, instance->n, waits, possible };

  for (guint i = 0; i < instance->n; i++)
    waits[i] = instance->first_before[i + 1] - instance->first_before[i];
  solver_order_by_keys (self, keys, open);
  solver_profile_reset (self->profile);
  while (pass.n_open > 0)
    if (!sweep (&pass, next_time (&pass)))
      return SOLVER_NO_COST;
  return solver_instance_cost (instance, starts);
}
