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
  g_free (self->stack);
  g_free (self->mark);
  g_free (self->key);
  g_free (self);
}

/* Puts all that `task` waits for, and then the task, at the end of the list. */
static guint
append_with_before (SolverGenerator *self, guint task, guint *list, guint n)
{
  const SolverInstance *instance = self->instance;
  guint depth = 0;

  self->stack[depth++] = task;
  self->mark[task] = 1;
  while (depth > 0)
    {
      guint top = self->stack[depth - 1];
      guint a = instance->first_before[top];

      while (a < instance->first_before[top + 1] && self->mark[instance->before[a].task])
        a++;
      if (a < instance->first_before[top + 1])
        {
          self->mark[instance->before[a].task] = 1;
          self->stack[depth++] = instance->before[a].task;
          continue;
        }
      list[n++] = top;
      depth--;
    }
  return n;
}

/* Copies a complete order, each task after all it waits for; `from` and `list` differ. */
static void
mend_order (SolverGenerator *self, const guint *from, guint *list)
{
  guint n = 0;

  memset (self->mark, 0, self->instance->n);
  for (guint k = 0; k < self->instance->n; k++)
    if (!self->mark[from[k]])
      n = append_with_before (self, from[k], list, n);
}

typedef struct
{
  const gint64 *keys;
  const guint *rank;
} KeyOrder;

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  const KeyOrder *order = data;
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  if (order->keys[x] != order->keys[y])
    return order->keys[x] < order->keys[y] ? -1 : 1;
  return order->rank[x] < order->rank[y] ? -1 : order->rank[x] > order->rank[y];
}

void
solver_order_by_keys (SolverGenerator *self, const gint64 *keys, guint *list)
{
  const SolverInstance *instance = self->instance;
  KeyOrder order = { keys, instance->rank };

  memcpy (self->list, instance->order, instance->n * sizeof (guint));
  g_qsort_with_data (self->list, (int) instance->n, sizeof (guint), compare_keys, &order);
  mend_order (self, self->list, list);
}

/* Sorts by counting while times are few, else by comparing. `backward` sorts by falling times, ties by the order of
 * the network read from its end. */
static void
sort_by_times (SolverGenerator *self, const int *times, int last, gboolean backward, guint *list)
{
  const SolverInstance *instance = self->instance;
  guint n = instance->n;

  if ((gint64) last >= 2 * (gint64) n + 1024)
    {
      KeyOrder order = { self->key, instance->rank };

      for (guint i = 0; i < n; i++)
        self->key[i] = times[i];
      memcpy (list, instance->order, n * sizeof (guint));
      g_qsort_with_data (list, (int) n, sizeof (guint), compare_keys, &order);
      for (guint k = 0; backward && k < n / 2; k++)
        {
          guint task = list[k];

          list[k] = list[n - 1 - k];
          list[n - 1 - k] = task;
        }
      return;
    }
  memset (self->count, 0, (last + 2) * sizeof (guint));
  for (guint i = 0; i < n; i++)
    self->count[times[i] + 1]++;
  for (int t = 0; t <= last; t++)
    self->count[t + 1] += self->count[t];
  for (guint k = 0; k < n; k++)
    {
      guint task = instance->order[k];
      guint place = self->count[times[task]]++;

      list[backward ? n - 1 - place : place] = task;
    }
}

void
solver_order_by_starts (SolverGenerator *self, const int *starts, gboolean mend, guint *list)
{
  const SolverInstance *instance = self->instance;
  int last = 0;

  for (guint i = 0; i < instance->n; i++)
    last = MAX (last, starts[i]);
  if (!mend && !instance->tight_lags)
    {
      sort_by_times (self, starts, last, FALSE, list);
      return;
    }
  sort_by_times (self, starts, last, FALSE, self->list);
  mend_order (self, self->list, list);
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

/* With lags shorter than their tasks, finishes do not say who has to come first, so starts are used. */
static void
order_backward (SolverGenerator *self, const int *starts, int makespan, guint *list)
{
  const SolverInstance *instance = self->instance;
  guint n = instance->n;
  int *finish = (int *) self->stack;

  if (!instance->tight_lags)
    {
      for (guint i = 0; i < n; i++)
        finish[i] = starts[i] + instance->duration[i];
      sort_by_times (self, finish, makespan, TRUE, list);
      return;
    }
  solver_order_by_starts (self, starts, TRUE, list);
  for (guint k = 0; k < n / 2; k++)
    {
      guint task = list[k];

      list[k] = list[n - 1 - k];
      list[n - 1 - k] = task;
    }
}

gboolean
solver_generate_backward (SolverGenerator *self, int *starts)
{
  const SolverInstance *instance = self->instance;
  int makespan = solver_instance_makespan (instance, starts);

  order_backward (self, starts, makespan, self->order);
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
