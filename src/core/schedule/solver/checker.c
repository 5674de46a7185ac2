/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/solver/checker.h"
#include "schedule/solver/problem-private.h"

/* A change of what a resource has or of what is taken from it. */
typedef struct
{
  guint resource;
  int time;
  guint step;       /* place in the list of steps plus 1, so that a later call at one time wins; 0 for a task */
  gint64 capacity;  /* of a step */
  gint64 taken;     /* of a task's start (+) or finish (-) */
  guint task;
  gboolean free;    /* the task may move */
} Change;

static void
add_fault (GArray *faults,
           LiaisonSolverFaultKind kind,
           guint task,
           guint other,
           gboolean locked)
{
  LiaisonSolverFault fault = { kind, task, other, 0, 0, locked };

  g_array_append_val (faults, fault);
}

static void
check_task (const LiaisonSolverProblem *problem, const int *starts, guint i, GArray *faults)
{
  const SolverTask *task = solver_problem_task (problem, i);

  if (task->locked >= 0 && starts[i] != task->locked)
    add_fault (faults, LIAISON_SOLVER_FAULT_LOCK, i, i, FALSE);
  if (starts[i] < MAX (task->release, 0))
    add_fault (faults, LIAISON_SOLVER_FAULT_RELEASE, i, i, task->locked >= 0);
}

static void
check_lag (const LiaisonSolverProblem *problem, const int *starts, guint index, GArray *faults)
{
  const SolverLag *lag = &g_array_index (problem->lags, SolverLag, index);
  gboolean locked = solver_problem_task (problem, lag->before)->locked >= 0
                    && solver_problem_task (problem, lag->after)->locked >= 0;

  if ((gint64) starts[lag->after] < (gint64) starts[lag->before] + lag->lag)
    add_fault (faults, LIAISON_SOLVER_FAULT_LAG, lag->after, lag->before, locked);
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const Change *x = a;
  const Change *y = b;

  if (x->resource != y->resource)
    return x->resource < y->resource ? -1 : 1;
  if (x->time != y->time)
    return x->time < y->time ? -1 : 1;
  if (x->step != y->step)
    return x->step < y->step ? -1 : 1;
  return 0;
}

static void
add_use_changes (const LiaisonSolverProblem *problem,
                 const int *starts,
                 const SolverUse *use,
                 GArray *changes)
{
  const SolverTask *task = solver_problem_task (problem, use->task);
  Change change
      = { use->resource, starts[use->task] + use->from, 0, 0, use->amount, use->task, task->locked < 0 };

  if (use->until <= use->from)
    return;
  /* What a resource has first it had before. */
  change.time = MAX (change.time, 0);
  g_array_append_val (changes, change);
  change.time = MAX (starts[use->task] + use->until, 0);
  change.taken = -use->amount;
  g_array_append_val (changes, change);
}

static GArray *
collect_changes (const LiaisonSolverProblem *problem, const int *starts)
{
  GArray *changes
      = g_array_sized_new (FALSE, TRUE, sizeof (Change), problem->steps->len + 2 * problem->uses->len);

  for (guint i = 0; i < problem->steps->len; i++)
    {
      const SolverStep *step = &g_array_index (problem->steps, SolverStep, i);
      Change change = { step->resource, step->time, i + 1, step->capacity, 0, 0, FALSE };

      g_array_append_val (changes, change);
    }
  for (guint i = 0; i < problem->uses->len; i++)
    add_use_changes (problem, starts, &g_array_index (problem->uses, SolverUse, i), changes);
  g_array_sort (changes, compare_changes);
  return changes;
}

/* What runs on one resource while its changes are walked through in order of time. */
typedef struct
{
  gint64 capacity;
  gint64 taken;
  int n_free;
  gboolean over;
  gboolean over_free;
} Sweep;

static void
apply_change (Sweep *sweep, const Change *change)
{
  if (change->step > 0)
    {
      sweep->capacity = change->capacity;
      return;
    }
  sweep->taken += change->taken;
  if (change->free)
    sweep->n_free += change->taken > 0 ? 1 : -1;
}

/* Gives a task that runs on the resource at that time, a free one if there is any. */
static guint
find_user (const LiaisonSolverProblem *problem, const int *starts, guint resource, int time)
{
  guint found = 0;

  for (guint i = 0; i < problem->uses->len; i++)
    {
      const SolverUse *use = &g_array_index (problem->uses, SolverUse, i);
      const SolverTask *task = solver_problem_task (problem, use->task);

      if (use->resource != resource || starts[use->task] + use->from > MAX (time, 0)
          || starts[use->task] + use->until <= time)
        continue;
      found = use->task;
      if (task->locked < 0)
        break;
    }
  return found;
}

/* Gives whether a new stretch of overload begins, and whether free tasks have a part in it. */
static gboolean
begins_overload (Sweep *sweep, gboolean *free_too)
{
  gboolean over = sweep->taken > sweep->capacity && sweep->taken > 0;
  gboolean begins;

  *free_too = over && sweep->n_free > 0;
  begins = (over && !sweep->over) || (*free_too && !sweep->over_free);
  sweep->over = over;
  sweep->over_free = *free_too;
  return begins;
}

static void
report_overload (const LiaisonSolverProblem *problem,
                 const int *starts,
                 const Change *change,
                 gboolean free_too,
                 GArray *faults)
{
  guint user = find_user (problem, starts, change->resource, change->time);
  LiaisonSolverFault fault = { LIAISON_SOLVER_FAULT_CAPACITY, user, user, change->resource,
                               change->time, !free_too };

  g_array_append_val (faults, fault);
}

static void
check_capacity (const LiaisonSolverProblem *problem, const int *starts, GArray *faults)
{
  g_autoptr (GArray) changes = collect_changes (problem, starts);
  Sweep sweep = { 0 };
  gboolean free_too;

  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);
      const Change *next = i + 1 < changes->len ? &g_array_index (changes, Change, i + 1) : NULL;

      apply_change (&sweep, change);
      if (next != NULL && next->resource == change->resource && next->time == change->time)
        continue;
      if (begins_overload (&sweep, &free_too))
        report_overload (problem, starts, change, free_too, faults);
      if (next != NULL && next->resource != change->resource)
        sweep = (Sweep){ 0 };
    }
}

GArray *
liaison_solver_check (const LiaisonSolverProblem *problem, const int *starts)
{
  GArray *faults = g_array_new (FALSE, FALSE, sizeof (LiaisonSolverFault));

  for (guint i = 0; i < problem->tasks->len; i++)
    check_task (problem, starts, i, faults);
  for (guint i = 0; i < problem->lags->len; i++)
    check_lag (problem, starts, i, faults);
  check_capacity (problem, starts, faults);
  return faults;
}

gboolean
liaison_solver_is_sound (const LiaisonSolverProblem *problem, const int *starts)
{
  g_autoptr (GArray) faults = liaison_solver_check (problem, starts);

  for (guint i = 0; i < faults->len; i++)
    if (!g_array_index (faults, LiaisonSolverFault, i).locked)
      return FALSE;
  return TRUE;
}
