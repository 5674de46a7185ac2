/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every task as early as lags and calendars allow is the least of all schedules in time. Where that overloads a
 * resource, two of those that overlap there must follow each other in every schedule: each order is tried. */
#include "config.h"

#include "schedule/solver/feasible.h"

#include "schedule/solver/checker.h"
#include "schedule/solver/instance-private.h"

#include <string.h>

typedef struct
{
  /* Borrowed */
  const LiaisonSolverProblem *problem;

  /* Owned */
  guint8 *calendar;  /* one a resource */
  SolverStep *steps; /* by resource, then time */
  guint *first_step; /* of each resource, and one more */
  SolverUse *uses;   /* by resource */
  GArray *lags;      /* of SolverLag: those of the problem, then those of the orders tried */
  int *starts;
  int *latest;

  guint nodes, max_nodes;
} Search;

/* Steps of one resource at one time: the later call holds, and stands last. */
static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const SolverStep *x = a;
  const SolverStep *y = b;

  if (x->resource != y->resource)
    return x->resource < y->resource ? -1 : 1;
  return x->time < y->time ? -1 : x->time > y->time;
}

static int
compare_uses (gconstpointer a, gconstpointer b)
{
  const SolverUse *x = a;
  const SolverUse *y = b;

  return x->resource < y->resource ? -1 : x->resource > y->resource;
}

static void
sort_steps (Search *self)
{
  const LiaisonSolverProblem *problem = self->problem;
  guint n = problem->steps->len;
  GArray *steps = g_array_copy (problem->steps);

  /* GLib's sort of an array is stable. */
  g_array_sort (steps, compare_steps);
  self->first_step = g_new0 (guint, problem->n_resources + 1);
  for (guint i = 0; i < n; i++)
    self->first_step[g_array_index (steps, SolverStep, i).resource + 1] = i + 1;
  self->steps = (SolverStep *) (gpointer) g_array_free (steps, FALSE);
}

static void
begin (Search *self)
{
  const LiaisonSolverProblem *problem = self->problem;
  gint64 last = 0;
  GArray *uses = g_array_copy (problem->uses);

  self->calendar = solver_instance_find_calendars (problem);
  self->lags = g_array_copy (problem->lags);
  self->starts = g_new0 (int, problem->tasks->len + 1);
  self->latest = g_new0 (int, problem->tasks->len + 1);
  g_array_sort (uses, compare_uses);
  self->uses = (SolverUse *) (gpointer) g_array_free (uses, FALSE);
  sort_steps (self);
  /* No schedule need end later than all in a row after the last thing that is fixed. */
  for (guint i = 0; i < problem->steps->len; i++)
    last = MAX (last, self->steps[i].time);
  for (guint i = 0; i < problem->tasks->len; i++)
    last = MAX (last, MAX (solver_problem_task (problem, i)->release, solver_problem_task (problem, i)->locked));
  for (guint i = 0; i < problem->tasks->len; i++)
    last += solver_problem_task (problem, i)->duration;
  for (guint i = 0; i < problem->uses->len; i++)
    last += self->uses[i].until - (gint64) self->uses[i].from;
  for (guint i = 0; i < problem->lags->len; i++)
    last += ABS ((gint64) g_array_index (problem->lags, SolverLag, i).lag);
  for (guint i = 0; i < problem->tasks->len; i++)
    {
      const SolverTask *task = solver_problem_task (problem, i);
      gint64 latest = MIN (last, LIAISON_SOLVER_MAX_TIME);

      if (task->deadline != SOLVER_NEVER)
        latest = MIN (latest, (gint64) task->deadline - task->duration);
      if (task->locked >= 0)
        latest = MIN (latest, task->locked);
      self->latest[i] = (int) MAX (latest, -1);
    }
}

/* The first start from `start` on at which the calendar or the bare capacity lets the use be; -1: never. */
static int
push_to_open (const Search *self, const SolverUse *use, int start)
{
  for (guint k = self->first_step[use->resource]; k < self->first_step[use->resource + 1]; k++)
    {
      gboolean ends = k + 1 == self->first_step[use->resource + 1];

      if (self->steps[k].capacity >= use->amount || use->from >= use->until
          || (!ends && self->steps[k + 1].time <= MAX ((gint64) start + use->from, self->steps[k].time)))
        continue;
      if (self->steps[k].time >= (gint64) start + use->until)
        return start;
      if (ends)
        return -1;
      start = self->steps[k + 1].time - use->from;
    }
  return start;
}

static gboolean
push (Search *self, guint task, gint64 start, gboolean *changed)
{
  if (start <= self->starts[task])
    return TRUE;
  if (start > self->latest[task])
    return FALSE;
  self->starts[task] = (int) start;
  *changed = TRUE;
  return TRUE;
}

/* Puts every task as early as may be; FALSE: one of them can nowhere be. */
static gboolean
settle (Search *self)
{
  const LiaisonSolverProblem *problem = self->problem;
  gboolean changed = TRUE;

  for (guint i = 0; i < problem->tasks->len; i++)
    {
      const SolverTask *task = solver_problem_task (problem, i);

      self->starts[i] = MAX (MAX (task->release, task->locked), 0);
      if (self->starts[i] > self->latest[i])
        return FALSE;
    }
  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < self->lags->len; i++)
        {
          const SolverLag *lag = &g_array_index (self->lags, SolverLag, i);

          if (!push (self, lag->after, (gint64) self->starts[lag->before] + lag->lag, &changed))
            return FALSE;
        }
      for (guint i = 0; i < problem->uses->len; i++)
        {
          int start = push_to_open (self, &self->uses[i], self->starts[self->uses[i].task]);

          if (start < 0 || !push (self, self->uses[i].task, start, &changed))
            return FALSE;
        }
    }
  return TRUE;
}

static gint64
begins_at (const Search *self, const SolverUse *use)
{
  return (gint64) self->starts[use->task] + use->from;
}

static gint64
ends_at (const Search *self, const SolverUse *use)
{
  return (gint64) self->starts[use->task] + use->until;
}

static int
capacity_at (const Search *self, guint resource, gint64 time)
{
  int capacity = 0;

  for (guint k = self->first_step[resource]; k < self->first_step[resource + 1]; k++)
    if (k == self->first_step[resource] || self->steps[k].time <= time)
      capacity = self->steps[k].capacity;
  return capacity;
}

/* The uses (places among `uses`) that overload a resource at the start of `first`, which is one of them, as few as do;
 * 0 where nothing is overloaded then. */
static guint
find_overload (const Search *self, guint first, guint *clash)
{
  const SolverUse *use = &self->uses[first];
  gint64 time = begins_at (self, use);
  gint64 taken = use->amount;
  int capacity;
  guint n = 0;

  if (use->from >= use->until || self->calendar[use->resource])
    return 0;
  capacity = capacity_at (self, use->resource, time);
  clash[n++] = first;
  for (guint pass = 0; pass < 2; pass++)
    for (guint k = 0; k < self->problem->uses->len && taken <= capacity; k++)
      {
        const SolverUse *other = &self->uses[k];

        /* The greater ones first, so that few are enough. */
        if (other->resource != use->resource || k == first || (other->amount > 1) != (pass == 0)
            || begins_at (self, other) > time || ends_at (self, other) <= time)
          continue;
        taken += other->amount;
        clash[n++] = k;
      }
  return taken > capacity ? n : 0;
}

static LiaisonSolverAnswer search (Search *self);

/* Lets the one use end before the other begins, and goes on. */
static LiaisonSolverAnswer
try_order (Search *self, guint before, guint after)
{
  const SolverUse *one = &self->uses[before];
  const SolverUse *other = &self->uses[after];
  SolverLag lag = { one->task, other->task, one->until - other->from };
  LiaisonSolverAnswer answer;

  if (one->task == other->task)
    return LIAISON_SOLVER_IMPOSSIBLE;
  g_array_append_val (self->lags, lag);
  answer = search (self);
  g_array_set_size (self->lags, self->lags->len - 1);
  return answer;
}

static LiaisonSolverAnswer
branch (Search *self, const guint *clash, guint n)
{
  LiaisonSolverAnswer answer = LIAISON_SOLVER_IMPOSSIBLE;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        LiaisonSolverAnswer one = i != j ? try_order (self, clash[i], clash[j]) : LIAISON_SOLVER_IMPOSSIBLE;

        if (one == LIAISON_SOLVER_POSSIBLE)
          return one;
        if (one == LIAISON_SOLVER_UNKNOWN)
          answer = one;
      }
  return answer;
}

static LiaisonSolverAnswer
search (Search *self)
{
  g_autofree guint *clash = NULL;
  g_autofree guint *best = NULL;
  guint n_best = 0;

  if (self->nodes++ >= self->max_nodes)
    return LIAISON_SOLVER_UNKNOWN;
  if (!settle (self))
    return LIAISON_SOLVER_IMPOSSIBLE;
  clash = g_new (guint, self->problem->uses->len + 1);
  best = g_new (guint, self->problem->uses->len + 1);
  for (guint k = 0; k < self->problem->uses->len && n_best != 2; k++)
    {
      guint n = find_overload (self, k, clash);

      if (n == 0 || (n_best > 0 && n >= n_best))
        continue;
      memcpy (best, clash, n * sizeof (guint));
      n_best = n;
    }
  return n_best > 0 ? branch (self, best, n_best) : LIAISON_SOLVER_POSSIBLE;
}

/* Where capacities vary, those that overlap need not follow each other: they may all be elsewhere. */
static gboolean
varies (const Search *self)
{
  for (guint r = 0; r < self->problem->n_resources; r++)
    if (!self->calendar[r] && self->first_step[r + 1] > self->first_step[r] + 1)
      return TRUE;
  return FALSE;
}

LiaisonSolverAnswer
liaison_solver_find_feasible (const LiaisonSolverProblem *problem, guint max_nodes, int *starts)
{
  Search self = { .problem = problem, .max_nodes = max_nodes };
  LiaisonSolverAnswer answer = LIAISON_SOLVER_UNKNOWN;

  g_return_val_if_fail (problem != NULL, LIAISON_SOLVER_UNKNOWN);

  if (!solver_problem_check (problem, NULL))
    return LIAISON_SOLVER_UNKNOWN;
  begin (&self);
  answer = search (&self);
  if (answer == LIAISON_SOLVER_IMPOSSIBLE && varies (&self))
    answer = LIAISON_SOLVER_UNKNOWN;
  if (answer == LIAISON_SOLVER_POSSIBLE && starts != NULL)
    memcpy (starts, self.starts, problem->tasks->len * sizeof (int));
  g_free (self.calendar);
  g_free (self.steps);
  g_free (self.first_step);
  g_free (self.uses);
  g_free (self.starts);
  g_free (self.latest);
  g_array_unref (self.lags);
  return answer;
}
