/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/solver/instance-private.h"

#include <string.h>

/* A change of capacity: to a value (a step of the problem) or by one (a locked task). */
typedef struct
{
  guint resource;
  int time;
  guint step; /* place among the steps plus 1, 0 for a locked task */
  int amount;
} Change;

static gboolean
is_time (int time)
{
  return time >= 0 && time <= LIAISON_SOLVER_MAX_TIME;
}

static gboolean
refuse (GError **error, const char *what, guint index)
{
  g_set_error (error, LIAISON_SOLVER_ERROR, LIAISON_SOLVER_ERROR_LIMIT,
               "%s[%u]: a number is out of range", what, index);
  return FALSE;
}

static gboolean
check_numbers (const LiaisonSolverProblem *problem, GError **error)
{
  for (guint i = 0; i < problem->tasks->len; i++)
    {
      const SolverTask *task = solver_problem_task (problem, i);

      if (!is_time (task->duration) || task->release > LIAISON_SOLVER_MAX_TIME
          || (task->deadline != SOLVER_NEVER && ABS ((gint64) task->deadline) > LIAISON_SOLVER_MAX_TIME)
          || task->locked > LIAISON_SOLVER_MAX_TIME || task->current > LIAISON_SOLVER_MAX_TIME)
        return refuse (error, "tasks", i);
    }
  for (guint i = 0; i < problem->lags->len; i++)
    if (ABS ((gint64) g_array_index (problem->lags, SolverLag, i).lag) > LIAISON_SOLVER_MAX_TIME)
      return refuse (error, "links", i);
  for (guint i = 0; i < problem->uses->len; i++)
    {
      int amount = g_array_index (problem->uses, SolverUse, i).amount;

      int from = g_array_index (problem->uses, SolverUse, i).from;
      int until = g_array_index (problem->uses, SolverUse, i).until;

      if (amount < 0 || amount > LIAISON_SOLVER_MAX_AMOUNT || ABS ((gint64) from) > LIAISON_SOLVER_MAX_TIME
          || ABS ((gint64) until) > LIAISON_SOLVER_MAX_TIME || from > until)
        return refuse (error, "uses", i);
    }
  for (guint i = 0; i < problem->steps->len; i++)
    {
      const SolverStep *step = &g_array_index (problem->steps, SolverStep, i);

      if (!is_time (step->time) || step->capacity < 0 || step->capacity > LIAISON_SOLVER_MAX_AMOUNT)
        return refuse (error, "capacities", i);
    }
  return TRUE;
}

gboolean
solver_problem_check (const LiaisonSolverProblem *problem, GError **error)
{
  gint64 sum = 0;

  if (problem->tasks->len > LIAISON_SOLVER_MAX_TASKS
      || problem->n_resources > LIAISON_SOLVER_MAX_RESOURCES
      || problem->lags->len > LIAISON_SOLVER_MAX_ENTRIES
      || problem->uses->len > LIAISON_SOLVER_MAX_ENTRIES
      || problem->steps->len > LIAISON_SOLVER_MAX_ENTRIES)
    {
      g_set_error_literal (error, LIAISON_SOLVER_ERROR, LIAISON_SOLVER_ERROR_LIMIT,
                           "the problem has too many parts");
      return FALSE;
    }
  if (!check_numbers (problem, error))
    return FALSE;
  for (guint i = 0; i < problem->tasks->len; i++)
    sum += solver_problem_task (problem, i)->duration;
  for (guint i = 0; i < problem->lags->len; i++)
    sum += ABS ((gint64) g_array_index (problem->lags, SolverLag, i).lag);
  if (sum <= LIAISON_SOLVER_MAX_TIME)
    return TRUE;
  g_set_error_literal (error, LIAISON_SOLVER_ERROR, LIAISON_SOLVER_ERROR_LIMIT,
                       "the tasks together last too long");
  return FALSE;
}

static int
gcd (int a, int b)
{
  while (b != 0)
    {
      int rest = a % b;

      a = b;
      b = rest;
    }
  return ABS (a);
}

int
solver_problem_scale (const LiaisonSolverProblem *problem)
{
  int scale = 0;

  for (guint i = 0; i < problem->tasks->len && scale != 1; i++)
    {
      const SolverTask *task = solver_problem_task (problem, i);

      scale = gcd (scale, task->duration);
      scale = gcd (scale, MAX (task->release, 0));
      scale = gcd (scale, MAX (task->locked, 0));
      scale = gcd (scale, MAX (task->current, 0));
      scale = gcd (scale, task->deadline == SOLVER_NEVER ? 0 : task->deadline);
    }
  for (guint i = 0; i < problem->lags->len && scale != 1; i++)
    scale = gcd (scale, g_array_index (problem->lags, SolverLag, i).lag);
  for (guint i = 0; i < problem->uses->len && scale != 1; i++)
    {
      const SolverUse *use = &g_array_index (problem->uses, SolverUse, i);

      scale = gcd (gcd (scale, use->from), use->until);
    }
  for (guint i = 0; i < problem->steps->len && scale != 1; i++)
    scale = gcd (scale, g_array_index (problem->steps, SolverStep, i).time);
  return MAX (scale, 1);
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
  return x->step < y->step ? -1 : x->step > y->step;
}

static void
add_locked (const SolverInstance *self, guint i, GArray *changes)
{
  if (self->locked[i] < 0)
    return;
  for (guint k = self->first_demand[i]; k < self->first_demand[i + 1]; k++)
    {
      const SolverDemand *demand = &self->demands[k];
      Change change = { demand->resource, MAX (self->locked[i] + demand->from, 0), 0, demand->amount };

      if (self->calendar[demand->resource])
        continue;
      g_array_append_val (changes, change);
      change.time = MAX (self->locked[i] + demand->until, 0);
      change.amount = -demand->amount;
      g_array_append_val (changes, change);
    }
}

static GArray *
collect_changes (const SolverInstance *self, const LiaisonSolverProblem *problem)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));

  for (guint i = 0; i < problem->steps->len; i++)
    {
      const SolverStep *step = &g_array_index (problem->steps, SolverStep, i);
      Change change = { step->resource, step->time / self->scale, i + 1, step->capacity };

      g_array_append_val (changes, change);
    }
  for (guint i = 0; i < self->n; i++)
    add_locked (self, i, changes);
  g_array_sort (changes, compare_changes);
  return changes;
}

guint8 *
solver_instance_find_calendars (const LiaisonSolverProblem *problem)
{
  guint8 *calendar = g_new (guint8, problem->n_resources + 1);

  memset (calendar, TRUE, problem->n_resources + 1);
  for (guint i = 0; i < problem->steps->len; i++)
    {
      const SolverStep *step = &g_array_index (problem->steps, SolverStep, i);

      if (step->capacity != 0 && step->capacity != LIAISON_SOLVER_UNLIMITED)
        calendar[step->resource] = FALSE;
    }
  return calendar;
}

/* Adds a level unless the one before says the same. */
static void
add_level (SolverInstance *self, guint resource, int time, int capacity, guint *n_levels)
{
  guint n = *n_levels;

  self->capacity[resource] = MAX (self->capacity[resource], capacity);
  if (n > self->first_level[resource] && self->levels[n - 1].capacity == capacity)
    return;
  self->varying |= n > self->first_level[resource];
  self->levels[n] = (SolverLevel){ time, capacity };
  *n_levels = n + 1;
}

int *
solver_instance_copy_levels (SolverInstance *self, const LiaisonSolverProblem *problem)
{
  g_autoptr (GArray) changes = collect_changes (self, problem);
  int *most = g_new0 (int, self->n_resources + 1);
  guint n_levels = 0;
  int capacity = 0;
  gint64 taken = 0;

  self->first_level = g_new0 (guint, self->n_resources + 1);
  self->levels = g_new (SolverLevel, changes->len + 1);
  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);
      gboolean first = i == 0 || change[-1].resource != change->resource;

      if (first)
        {
          capacity = 0;
          taken = 0;
          self->first_level[change->resource] = n_levels;
        }
      if (change->step > 0)
        capacity = change->amount;
      else
        taken += change->amount;
      most[change->resource] = MAX (most[change->resource], capacity);
      if (i + 1 == changes->len || change[1].resource != change->resource || change[1].time != change->time)
        add_level (self, change->resource, change->time, (int) MAX (capacity - taken, 0), &n_levels);
      self->first_level[change->resource + 1] = n_levels;
    }
  return most;
}
