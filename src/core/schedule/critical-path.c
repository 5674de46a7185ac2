/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/critical-path.h"

#include "record/duration.h"
#include "record/times.h"
#include "schedule/critical-path-private.h"

static gint64
get_duration (const LiaisonCriticalPath *self, guint event)
{
  gint64 duration = LIAISON_DATA (Event, self->events[event].block)->duration;

  return duration != LIAISON_DURATION_UNSET ? MAX (duration, 0) : 0;
}

gint64
critical_path_get_lag (const LiaisonCriticalPath *self, const LiaisonTie *tie)
{
  gint64 lag = tie->lag;

  if (tie->type == LIAISON_DEPENDENCY_TYPE_FINISH_START
      || tie->type == LIAISON_DEPENDENCY_TYPE_FINISH_FINISH)
    lag += get_duration (self, tie->predecessor);
  if (tie->type == LIAISON_DEPENDENCY_TYPE_FINISH_FINISH
      || tie->type == LIAISON_DEPENDENCY_TYPE_START_FINISH)
    lag -= get_duration (self, tie->successor);
  return lag;
}

static gboolean
is_locked (const LiaisonCriticalPath *self, guint event)
{
  return LIAISON_DATA (Event, self->events[event].block)->locked && self->timings[event].placed;
}

gboolean
critical_path_resolve (const LiaisonCriticalPath *self,
                       const LiaisonInstant *instant,
                       gint64 *seconds)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (self->snapshot);

  return instant->form != LIAISON_INSTANT_UNSET
         && liaison_times_resolve (&lookup, instant, seconds, NULL) == LIAISON_TIME_KNOWN;
}

/* The least time that its ties allow; G_MININT64: any. */
static gint64
get_least (const LiaisonCriticalPath *self, guint event)
{
  gint64 least = G_MININT64;

  for (guint k = self->first_before[event]; k < self->first_before[event + 1]; k++)
    {
      const LiaisonTie *tie = critical_path_tie (self, self->before[k]);
      if (!tie->circular)
        least = MAX (least, self->timings[tie->predecessor].earliest_start
                                + critical_path_get_lag (self, tie));
    }
  return least;
}

static void
find_earliest (LiaisonCriticalPath *self, guint event, gint64 startex)
{
  LiaisonTiming *timing = &self->timings[event];
  const LiaisonAllowedTimes *allowed = self->allowed;
  gint64 start = get_least (self, event);
  gint64 not_before;

  if (timing->placed)
    start = MAX (start, self->events[event].start);
  if (critical_path_resolve (self, &LIAISON_DATA (Event, self->events[event].block)->not_before,
                             &not_before))
    start = MAX (start, not_before);
  if (start == G_MININT64)
    start = startex;
  if (is_locked (self, event))
    start = self->events[event].start;
  /* A time that somebody chose stands, allowed or not; the rules speak of that. */
  else if (allowed != NULL && allowed->find_next != NULL
           && !(timing->placed && start == self->events[event].start))
    allowed->find_next (allowed->data, event, &start);
  timing->earliest_start = start;
  timing->earliest_end = start + get_duration (self, event);
}

/* Bounds that a tie puts on how late its predecessor may begin. */
static gint64
get_latest_by (const LiaisonCriticalPath *self, const LiaisonTie *tie)
{
  const LiaisonTiming *timing = &self->timings[tie->successor];
  gint64 start = is_locked (self, tie->successor) ? self->events[tie->successor].start
                                                  : timing->latest_start;

  return start - critical_path_get_lag (self, tie);
}

static void
find_latest (LiaisonCriticalPath *self, guint event, const gint64 *ends)
{
  const LiaisonAllowedTimes *allowed = self->allowed;
  LiaisonTiming *timing = &self->timings[event];
  gint64 duration = get_duration (self, event);
  gint64 latest = G_MAXINT64, deadline;

  if (timing->network != LIAISON_NO_PLACE)
    latest = ends[timing->network] - duration;
  if (critical_path_resolve (self, &LIAISON_DATA (Event, self->events[event].block)->deadline,
                             &deadline))
    latest = MIN (latest, deadline - duration);
  for (guint k = self->first_after[event]; k < self->first_after[event + 1]; k++)
    {
      const LiaisonTie *tie = critical_path_tie (self, self->after[k]);
      if (!tie->circular)
        latest = MIN (latest, get_latest_by (self, tie));
    }
  timing->bounded = latest != G_MAXINT64;
  if (!timing->bounded)
    return;
  /* Later than it could be anyway needs no working time: that would only widen a slack of none. */
  if (latest > timing->earliest_start && allowed != NULL && allowed->find_last != NULL
      && (!allowed->find_last (allowed->data, event, &latest) || latest < timing->earliest_start))
    latest = timing->earliest_start;
  timing->latest_start = latest;
  timing->latest_end = latest + duration;
  timing->total_slack = latest - timing->earliest_start;
}

static void
find_free_slack (LiaisonCriticalPath *self, guint event)
{
  LiaisonTiming *timing = &self->timings[event];
  gint64 slack = timing->total_slack;

  if (!timing->bounded)
    return;
  for (guint k = self->first_after[event]; k < self->first_after[event + 1]; k++)
    {
      const LiaisonTie *tie = critical_path_tie (self, self->after[k]);
      if (!tie->circular)
        slack = MIN (slack, self->timings[tie->successor].earliest_start - timing->earliest_start
                                - critical_path_get_lag (self, tie));
    }
  timing->free_slack = MAX (slack, 0);
}

static void
mark_ties (LiaisonCriticalPath *self)
{
  for (guint i = 0; i < self->ties->len; i++)
    {
      LiaisonTie *tie = &g_array_index (self->ties, LiaisonTie, i);
      const LiaisonTiming *before = &self->timings[tie->predecessor];
      const LiaisonTiming *after = &self->timings[tie->successor];

      if (tie->circular)
        continue;
      tie->driving
          = before->earliest_start + critical_path_get_lag (self, tie) >= after->earliest_start;
      tie->critical = tie->driving && before->critical && after->critical;
    }
}

static gint64
get_startex (const LiaisonCriticalPath *self)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (self->snapshot);
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (self->snapshot);
  gint64 startex, first = G_MAXINT64;

  if (liaison_times_get_start (&lookup, exercise, &startex) == LIAISON_TIME_KNOWN)
    return startex;
  for (guint i = 0; i < self->n; i++)
    if (self->events[i].occurs)
      first = MIN (first, self->events[i].start);
  return first != G_MAXINT64 ? first : 0;
}

static void
find_times (LiaisonCriticalPath *self)
{
  guint n_networks = critical_path_number_networks (self);
  g_autofree gint64 *ends = g_new (gint64, n_networks + 1);
  gint64 startex = get_startex (self);

  for (guint i = 0; i < n_networks; i++)
    ends[i] = G_MININT64;
  for (guint k = 0; k < self->n_ordered; k++)
    {
      const LiaisonTiming *timing = &self->timings[self->order[k]];
      find_earliest (self, self->order[k], startex);
      if (timing->network != LIAISON_NO_PLACE)
        ends[timing->network] = MAX (ends[timing->network], timing->earliest_end);
    }
  for (guint k = self->n_ordered; k-- > 0;)
    find_latest (self, self->order[k], ends);
  for (guint k = 0; k < self->n_ordered; k++)
    {
      LiaisonTiming *timing = &self->timings[self->order[k]];
      find_free_slack (self, self->order[k]);
      timing->critical
          = timing->network != LIAISON_NO_PLACE && timing->bounded && timing->total_slack <= 0;
    }
}

LiaisonCriticalPath *
liaison_critical_path_new (const LiaisonSnapshot *snapshot,
                           const LiaisonBookings *bookings,
                           const LiaisonAllowedTimes *allowed)
{
  LiaisonCriticalPath *self = g_new0 (LiaisonCriticalPath, 1);

  self->snapshot = snapshot;
  self->bookings = bookings;
  self->allowed = allowed;
  self->events = liaison_bookings_get_events (bookings, &self->n);
  self->timings = g_new0 (LiaisonTiming, self->n + 1);
  self->by_id = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  for (guint i = 0; i < self->n; i++)
    {
      self->timings[i].placed = self->events[i].occurs;
      self->timings[i].network = LIAISON_NO_PLACE;
      g_hash_table_insert (self->by_id, (gpointer) &self->events[i].block->id,
                           GUINT_TO_POINTER (i));
    }
  critical_path_collect_ties (self);
  critical_path_sort (self);
  find_times (self);
  mark_ties (self);
  critical_path_list_chains (self);
  return self;
}

static void
clear_lists (LiaisonPlaceLists *lists)
{
  g_clear_pointer (&lists->places, g_array_unref);
  g_clear_pointer (&lists->first, g_array_unref);
}

void
liaison_critical_path_free (LiaisonCriticalPath *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->timings, g_free);
  g_clear_pointer (&self->ties, g_array_unref);
  g_clear_pointer (&self->first_before, g_free);
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->first_after, g_free);
  g_clear_pointer (&self->after, g_free);
  g_clear_pointer (&self->order, g_free);
  clear_lists (&self->chains);
  clear_lists (&self->circles);
  g_free (self);
}

const LiaisonTiming *
liaison_critical_path_get_timings (const LiaisonCriticalPath *self, guint *n)
{
  *n = self->n;
  return self->timings;
}

const LiaisonTie *
liaison_critical_path_get_ties (const LiaisonCriticalPath *self, guint *n)
{
  *n = self->ties->len;
  return (const LiaisonTie *) (gconstpointer) self->ties->data;
}

guint
liaison_critical_path_find (const LiaisonCriticalPath *self, LiaisonId id)
{
  gpointer place;

  if (!g_hash_table_lookup_extended (self->by_id, &id, NULL, &place))
    return LIAISON_NO_PLACE;
  return GPOINTER_TO_UINT (place);
}

static guint
count_lists (const LiaisonPlaceLists *lists)
{
  return lists->first != NULL ? lists->first->len - 1 : 0;
}

static const guint *
get_list (const LiaisonPlaceLists *lists, guint list, guint *n)
{
  guint first = g_array_index (lists->first, guint, list);

  *n = g_array_index (lists->first, guint, list + 1) - first;
  return &g_array_index (lists->places, guint, first);
}

guint
liaison_critical_path_count_chains (const LiaisonCriticalPath *self)
{
  return count_lists (&self->chains);
}

const guint *
liaison_critical_path_get_chain (const LiaisonCriticalPath *self, guint chain, guint *n)
{
  return get_list (&self->chains, chain, n);
}

guint
liaison_critical_path_count_circles (const LiaisonCriticalPath *self)
{
  return count_lists (&self->circles);
}

const guint *
liaison_critical_path_get_circle (const LiaisonCriticalPath *self, guint circle, guint *n)
{
  return get_list (&self->circles, circle, n);
}
