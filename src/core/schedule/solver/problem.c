/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/solver/problem-private.h"

G_DEFINE_QUARK (liaison-solver-error-quark, liaison_solver_error)

LiaisonSolverProblem *
liaison_solver_problem_new (void)
{
  LiaisonSolverProblem *self = g_new0 (LiaisonSolverProblem, 1);

  self->tasks = g_array_new (FALSE, FALSE, sizeof (SolverTask));
  self->lags = g_array_new (FALSE, FALSE, sizeof (SolverLag));
  self->uses = g_array_new (FALSE, FALSE, sizeof (SolverUse));
  self->steps = g_array_new (FALSE, FALSE, sizeof (SolverStep));
  return self;
}

void
liaison_solver_problem_free (LiaisonSolverProblem *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->tasks);
  g_array_unref (self->lags);
  g_array_unref (self->uses);
  g_array_unref (self->steps);
  g_free (self);
}

static SolverTask *
task_at (LiaisonSolverProblem *self, guint task)
{
  return &g_array_index (self->tasks, SolverTask, task);
}

guint
liaison_solver_problem_add_resource (LiaisonSolverProblem *self, int capacity)
{
  SolverStep step = { self->n_resources, 0, capacity };

  g_array_append_val (self->steps, step);
  return self->n_resources++;
}

void
liaison_solver_problem_set_capacity_from (LiaisonSolverProblem *self,
                                          guint resource,
                                          int time,
                                          int capacity)
{
  SolverStep step = { resource, time, capacity };

  g_return_if_fail (resource < self->n_resources);

  g_array_append_val (self->steps, step);
}

guint
liaison_solver_problem_add_task (LiaisonSolverProblem *self, int duration)
{
  SolverTask task = { duration, 0, SOLVER_NEVER, -1, -1, 1 };

  g_array_append_val (self->tasks, task);
  return self->tasks->len - 1;
}

void
liaison_solver_problem_add_use (LiaisonSolverProblem *self, guint task, guint resource, int amount)
{
  g_return_if_fail (task < self->tasks->len);

  liaison_solver_problem_add_use_between (self, task, resource, amount, 0, task_at (self, task)->duration);
}

void
liaison_solver_problem_add_use_between (LiaisonSolverProblem *self,
                                        guint task,
                                        guint resource,
                                        int amount,
                                        int from,
                                        int until)
{
  SolverUse use = { task, resource, amount, from, until };

  g_return_if_fail (task < self->tasks->len);
  g_return_if_fail (resource < self->n_resources);

  if (amount != 0)
    g_array_append_val (self->uses, use);
}

/* Keeps a lag that is far out of range recognisably out of range instead of letting it wrap. */
static int
start_to_start (LiaisonSolverLink link, int lag, int before, int after)
{
  gint64 sum = lag;

  if (link == LIAISON_SOLVER_FINISH_START || link == LIAISON_SOLVER_FINISH_FINISH)
    sum += before;
  if (link == LIAISON_SOLVER_FINISH_FINISH || link == LIAISON_SOLVER_START_FINISH)
    sum -= after;
  return (int) CLAMP (sum, G_MININT, G_MAXINT);
}

void
liaison_solver_problem_add_link (LiaisonSolverProblem *self,
                                 LiaisonSolverLink link,
                                 guint before,
                                 guint after,
                                 int lag)
{
  SolverLag entry = { before, after, 0 };

  g_return_if_fail (before < self->tasks->len);
  g_return_if_fail (after < self->tasks->len);

  entry.lag = start_to_start (link, lag, task_at (self, before)->duration,
                              task_at (self, after)->duration);
  g_array_append_val (self->lags, entry);
}

void
liaison_solver_problem_set_release (LiaisonSolverProblem *self, guint task, int time)
{
  g_return_if_fail (task < self->tasks->len);

  task_at (self, task)->release = time;
}

void
liaison_solver_problem_set_deadline (LiaisonSolverProblem *self, guint task, int time)
{
  g_return_if_fail (task < self->tasks->len);

  task_at (self, task)->deadline = time;
}

void
liaison_solver_problem_lock (LiaisonSolverProblem *self, guint task, int time)
{
  g_return_if_fail (task < self->tasks->len);
  g_return_if_fail (time >= 0);

  task_at (self, task)->locked = time;
}

void
liaison_solver_problem_set_priority (LiaisonSolverProblem *self, guint task, int priority)
{
  g_return_if_fail (task < self->tasks->len);

  task_at (self, task)->priority = CLAMP (priority, 1, LIAISON_SOLVER_MAX_PRIORITY);
}

void
liaison_solver_problem_set_current (LiaisonSolverProblem *self, guint task, int time)
{
  g_return_if_fail (task < self->tasks->len);
  g_return_if_fail (time >= 0);

  task_at (self, task)->current = time;
}

void
liaison_solver_problem_set_move_charge (LiaisonSolverProblem *self, int steps)
{
  g_return_if_fail (steps >= 0);

  self->move_charge = steps;
}

guint
liaison_solver_problem_get_n_tasks (const LiaisonSolverProblem *self)
{
  return self->tasks->len;
}

int
liaison_solver_problem_get_makespan (const LiaisonSolverProblem *self, const int *starts)
{
  int last = 0;

  for (guint i = 0; i < self->tasks->len; i++)
    last = MAX (last, starts[i] + solver_problem_task (self, i)->duration);
  return last;
}

gint64
liaison_solver_problem_get_lateness (const LiaisonSolverProblem *self, const int *starts)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->tasks->len; i++)
    {
      const SolverTask *task = solver_problem_task (self, i);
      gint64 late = (gint64) starts[i] + task->duration - task->deadline;

      sum += MAX (late, 0) * task->priority;
    }
  return sum;
}

gint64
liaison_solver_problem_get_disturbance (const LiaisonSolverProblem *self, const int *starts)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->tasks->len; i++)
    {
      const SolverTask *task = solver_problem_task (self, i);

      if (task->current >= 0 && starts[i] != task->current)
        sum += (ABS ((gint64) starts[i] - task->current) + self->move_charge) * task->priority;
    }
  return sum;
}
