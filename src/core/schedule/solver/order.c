/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders in which tasks are placed. */
#include "config.h"

#include "schedule/solver/generate.h"

#include <string.h>

/* Puts all that `task` waits for (or, backward, all that waits for it), and then the task, at the end of the list. */
static guint
append_with_others (SolverGenerator *self, guint task, gboolean backward, guint *list, guint n)
{
  const SolverInstance *instance = self->instance;
  const guint *first = backward ? instance->first_after : instance->first_before;
  const SolverArc *arcs = backward ? instance->after : instance->before;
  guint depth = 0;

  self->stack[depth++] = task;
  self->mark[task] = 1;
  while (depth > 0)
    {
      guint top = self->stack[depth - 1];
      guint a = first[top];

      while (a < first[top + 1] && self->mark[arcs[a].task])
        a++;
      if (a < first[top + 1])
        {
          self->mark[arcs[a].task] = 1;
          self->stack[depth++] = arcs[a].task;
          continue;
        }
      list[n++] = top;
      depth--;
    }
  return n;
}

/* Copies a complete order, each task after all it waits for (backward: all that waits for it); the lists differ. */
static void
mend_order (SolverGenerator *self, const guint *from, gboolean backward, guint *list)
{
  guint n = 0;

  memset (self->mark, 0, self->instance->n);
  for (guint k = 0; k < self->instance->n; k++)
    if (!self->mark[from[k]])
      n = append_with_others (self, from[k], backward, list, n);
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
  mend_order (self, self->list, FALSE, list);
}

void
solver_order_reverse (guint *list, guint n)
{
  for (guint k = 0; k < n / 2; k++)
    {
      guint task = list[k];

      list[k] = list[n - 1 - k];
      list[n - 1 - k] = task;
    }
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
      if (backward)
        solver_order_reverse (list, n);
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
  mend_order (self, self->list, FALSE, list);
}

void
solver_order_by_finish (SolverGenerator *self, const int *finish, gboolean mend, guint *list)
{
  int last = 0;

  for (guint i = 0; i < self->instance->n; i++)
    last = MAX (last, finish[i]);
  if (!mend)
    {
      sort_by_times (self, finish, last, TRUE, list);
      return;
    }
  sort_by_times (self, finish, last, TRUE, self->list);
  mend_order (self, self->list, TRUE, list);
}

void
solver_order_from_end (SolverGenerator *self, const int *starts, guint *list)
{
  for (guint i = 0; i < self->instance->n; i++)
    self->finish[i] = starts[i] + self->instance->duration[i];
  solver_order_by_finish (self, self->finish, TRUE, list);
}
