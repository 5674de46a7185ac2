/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The network: ties, their order, circles in it, and what is connected. */
#include "config.h"

#include "record/duration.h"
#include "schedule/critical-path-private.h"

#include <string.h>

static gboolean
takes_place (const LiaisonEventData *data)
{
  return data->status != LIAISON_EVENT_STATUS_CANCELLED
         && data->status != LIAISON_EVENT_STATUS_POSTPONED;
}

static void
add_tie (LiaisonCriticalPath *self, LiaisonTie tie)
{
  if (tie.predecessor == LIAISON_NO_PLACE || tie.predecessor == tie.successor
      || !takes_place (LIAISON_DATA (Event, self->events[tie.predecessor].block)))
    return;
  g_array_append_val (self->ties, tie);
}

static void
add_dependencies (LiaisonCriticalPath *self, guint event, const LiaisonEventData *data)
{
  guint n = liaison_items_get_size (data->dependencies);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonDependencyData *dependency
          = LIAISON_DATA (Dependency, liaison_items_get (data->dependencies, i));
      LiaisonTie tie = { .successor = event,
                         .predecessor = liaison_critical_path_find (self, dependency->event),
                         .type = dependency->type,
                         .lag = dependency->lag };
      if (tie.type == LIAISON_DEPENDENCY_TYPE_UNSET)
        tie.type = LIAISON_DEPENDENCY_TYPE_FINISH_START;
      if (tie.lag == LIAISON_DURATION_UNSET)
        tie.lag = 0;
      add_tie (self, tie);
    }
}

/* A clock time some days after another event is as far from it as it is now. */
static void
add_anchor (LiaisonCriticalPath *self, guint event, const LiaisonInstant *start)
{
  LiaisonTie tie = { .successor = event, .lag = start->seconds, .anchor = TRUE };

  if (start->form <= LIAISON_INSTANT_FIXED
      || (start->edge != LIAISON_ANCHOR_START && start->edge != LIAISON_ANCHOR_END))
    return;
  tie.predecessor = liaison_critical_path_find (self, liaison_anchor_get_id (start->anchor));
  tie.type = start->edge == LIAISON_ANCHOR_START ? LIAISON_DEPENDENCY_TYPE_START_START
                                                 : LIAISON_DEPENDENCY_TYPE_FINISH_START;
  if (start->form == LIAISON_INSTANT_CLOCK)
    {
      if (tie.predecessor == LIAISON_NO_PLACE || !self->timings[event].placed
          || !self->timings[tie.predecessor].placed)
        return;
      const LiaisonScheduledEvent *other = &self->events[tie.predecessor];
      tie.lag = self->events[event].start
                - (start->edge == LIAISON_ANCHOR_START ? other->start : other->end);
    }
  add_tie (self, tie);
}

static void
list_ties (LiaisonCriticalPath *self)
{
  guint n = self->ties->len;

  self->first_before = g_new0 (guint, self->n + 2);
  self->first_after = g_new0 (guint, self->n + 2);
  self->before = g_new (guint, n + 1);
  self->after = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->first_before[critical_path_tie (self, i)->successor + 2]++;
      self->first_after[critical_path_tie (self, i)->predecessor + 2]++;
    }
  for (guint i = 2; i < self->n + 2; i++)
    {
      self->first_before[i] += self->first_before[i - 1];
      self->first_after[i] += self->first_after[i - 1];
    }
  for (guint i = 0; i < n; i++)
    {
      self->before[self->first_before[critical_path_tie (self, i)->successor + 1]++] = i;
      self->after[self->first_after[critical_path_tie (self, i)->predecessor + 1]++] = i;
    }
}

void
critical_path_collect_ties (LiaisonCriticalPath *self)
{
  self->ties = g_array_sized_new (FALSE, FALSE, sizeof (LiaisonTie), self->n);
  for (guint i = 0; i < self->n; i++)
    {
      const LiaisonEventData *data = LIAISON_DATA (Event, self->events[i].block);
      if (!takes_place (data))
        continue;
      add_dependencies (self, i, data);
      add_anchor (self, i, &data->start);
    }
  list_ties (self);
  for (guint i = 0; i < self->n; i++)
    self->timings[i].takes_part
        = takes_place (LIAISON_DATA (Event, self->events[i].block))
          && (self->timings[i].placed || self->first_before[i + 1] > self->first_before[i]
              || self->first_after[i + 1] > self->first_after[i]);
}

static void
begin_lists (LiaisonPlaceLists *lists)
{
  guint zero = 0;

  lists->places = g_array_new (FALSE, FALSE, sizeof (guint));
  lists->first = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (lists->first, zero);
}

static void
end_list (LiaisonPlaceLists *lists)
{
  g_array_append_val (lists->first, lists->places->len);
}

/* Takes from @waits, the ties each event still waits by, whatever waits for nothing any more. */
static void
take_ready (LiaisonCriticalPath *self, guint *waits, guint from)
{
  for (guint k = from; k < self->n_ordered; k++)
    {
      guint event = self->order[k];
      for (guint i = self->first_after[event]; i < self->first_after[event + 1]; i++)
        {
          const LiaisonTie *tie = critical_path_tie (self, self->after[i]);
          if (!tie->circular && --waits[tie->successor] == 0)
            self->order[self->n_ordered++] = tie->successor;
        }
    }
}

/* A tie by which @event still waits for another that waits. */
static guint
find_waiting (const LiaisonCriticalPath *self, const guint *waits, guint event)
{
  for (guint i = self->first_before[event]; i < self->first_before[event + 1]; i++)
    {
      const LiaisonTie *tie = critical_path_tie (self, self->before[i]);
      if (!tie->circular && waits[tie->predecessor] > 0)
        return self->before[i];
    }
  return G_MAXUINT;
}

/* Goes back from an event that waits, from one to the next it waits for, until one is met again:
 * there is the circle. Cuts it at the tie from the last to the first. */
static void
cut_circle (LiaisonCriticalPath *self, guint *waits, guint *met, guint stamp, guint event)
{
  GArray *places = self->circles.places;
  guint tie, from = places->len;

  while (met[event] < stamp)
    {
      met[event] = stamp + places->len - from;
      g_array_append_val (places, event);
      tie = find_waiting (self, waits, event);
      event = critical_path_tie (self, tie)->predecessor;
    }
  /* The way to the circle is no part of it. */
  g_array_remove_range (places, from, met[event] - stamp);
  for (guint i = from, j = places->len - 1; i < j; i++, j--)
    {
      guint place = g_array_index (places, guint, i);
      g_array_index (places, guint, i) = g_array_index (places, guint, j);
      g_array_index (places, guint, j) = place;
    }
  end_list (&self->circles);
  for (guint i = from; i < places->len; i++)
    {
      guint one = g_array_index (places, guint, i);
      guint before = g_array_index (places, guint, i > from ? i - 1 : places->len - 1);
      for (guint k = self->first_before[one]; k < self->first_before[one + 1]; k++)
        {
          LiaisonTie *part = &g_array_index (self->ties, LiaisonTie, self->before[k]);
          if (part->predecessor != before || part->circular)
            continue;
          part->circular = TRUE;
          if (--waits[one] == 0)
            self->order[self->n_ordered++] = one;
        }
    }
}

void
critical_path_sort (LiaisonCriticalPath *self)
{
  g_autofree guint *waits = g_new0 (guint, self->n + 1);
  g_autofree guint *met = g_new0 (guint, self->n + 1);
  guint stamp = 1;

  self->order = g_new (guint, self->n + 1);
  begin_lists (&self->circles);
  for (guint i = 0; i < self->n; i++)
    {
      waits[i] = self->first_before[i + 1] - self->first_before[i];
      if (self->timings[i].takes_part && waits[i] == 0)
        self->order[self->n_ordered++] = i;
    }
  take_ready (self, waits, 0);
  for (guint i = 0; i < self->n; i++)
    while (self->timings[i].takes_part && waits[i] > 0)
      {
        guint from = self->n_ordered;
        cut_circle (self, waits, met, stamp, i);
        stamp += self->n + 1;
        take_ready (self, waits, from);
        if (stamp > G_MAXUINT / 2)
          {
            memset (met, 0, self->n * sizeof *met);
            stamp = 1;
          }
      }
}

static guint
find_root (guint *roots, guint place)
{
  while (roots[place] != place)
    place = roots[place] = roots[roots[place]];
  return place;
}

guint
critical_path_number_networks (LiaisonCriticalPath *self)
{
  g_autofree guint *roots = g_new (guint, self->n + 1);
  g_autofree guint *numbers = g_new0 (guint, self->n + 1);
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    roots[i] = i;
  for (guint i = 0; i < self->ties->len; i++)
    {
      const LiaisonTie *tie = critical_path_tie (self, i);
      roots[find_root (roots, tie->successor)] = find_root (roots, tie->predecessor);
    }
  for (guint i = 0; i < self->n; i++)
    {
      guint root = find_root (roots, i);
      if (self->first_before[i + 1] == self->first_before[i]
          && self->first_after[i + 1] == self->first_after[i])
        continue;
      if (numbers[root] == 0)
        numbers[root] = ++n;
      self->timings[i].network = numbers[root] - 1;
    }
  return n;
}

typedef struct
{
  const LiaisonTiming *timings;
  const guint *roots;
  const gint64 *ends; /* of the chain with that root */
} ChainOrder;

static int
compare_critical (gconstpointer a, gconstpointer b, gpointer data)
{
  const ChainOrder *order = data;
  guint one = *(const guint *) a, two = *(const guint *) b;
  guint root = order->roots[one], other = order->roots[two];

  if (order->ends[root] != order->ends[other])
    return order->ends[root] > order->ends[other] ? -1 : 1;
  if (root != other)
    return root < other ? -1 : 1;
  if (order->timings[one].earliest_start != order->timings[two].earliest_start)
    return order->timings[one].earliest_start < order->timings[two].earliest_start ? -1 : 1;
  if (order->timings[one].earliest_end != order->timings[two].earliest_end)
    return order->timings[one].earliest_end < order->timings[two].earliest_end ? -1 : 1;
  return one < two ? -1 : one > two;
}

void
critical_path_list_chains (LiaisonCriticalPath *self)
{
  g_autofree guint *roots = g_new (guint, self->n + 1);
  g_autofree gint64 *ends = g_new (gint64, self->n + 1);
  GArray *places;

  begin_lists (&self->chains);
  places = self->chains.places;
  for (guint i = 0; i < self->n; i++)
    {
      roots[i] = i;
      ends[i] = G_MININT64;
    }
  for (guint i = 0; i < self->ties->len; i++)
    {
      const LiaisonTie *tie = critical_path_tie (self, i);
      if (tie->critical)
        roots[find_root (roots, tie->successor)] = find_root (roots, tie->predecessor);
    }
  for (guint i = 0; i < self->n; i++)
    {
      guint root = roots[i] = find_root (roots, i);
      if (!self->timings[i].critical)
        continue;
      ends[root] = MAX (ends[root], self->timings[i].earliest_end);
      g_array_append_val (places, i);
    }
  ChainOrder order = { self->timings, roots, ends };
  g_qsort_with_data (places->data, places->len, sizeof (guint), compare_critical, &order);
  for (guint i = 0; i < places->len; i++)
    {
      guint next = i + 1 < places->len ? g_array_index (places, guint, i + 1) : G_MAXUINT;
      if (next == G_MAXUINT || roots[next] != roots[g_array_index (places, guint, i)])
        {
          guint end = i + 1;
          g_array_append_val (self->chains.first, end);
        }
    }
}
