/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/conflicts.h"

#include <string.h>

/* A free time is looked for in at most so many steps. */
#define MAX_STEPS 1000

/* What goes on at one time: the uses by their end, the soonest at the head of a binary heap. */
typedef struct
{
  const LiaisonUse **heap;
  guint n;
  guint64 asked;
} Ongoing;

static void
push (Ongoing *self, const LiaisonUse *use)
{
  guint i = self->n++;

  for (; i > 0 && self->heap[(i - 1) / 2]->end > use->end; i = (i - 1) / 2)
    self->heap[i] = self->heap[(i - 1) / 2];
  self->heap[i] = use;
  self->asked += use->amount;
}

static void
pop (Ongoing *self)
{
  const LiaisonUse *last = self->heap[--self->n];
  guint i = 0;

  self->asked -= self->heap[0]->amount;
  for (guint child; (child = 2 * i + 1) < self->n; i = child)
    {
      if (child + 1 < self->n && self->heap[child + 1]->end < self->heap[child]->end)
        child++;
      if (self->heap[child]->end >= last->end)
        break;
      self->heap[i] = self->heap[child];
    }
  self->heap[i] = last;
}

static void
report (const LiaisonUse *use,
        const LiaisonUse *other,
        LiaisonOverlap *overlap,
        LiaisonOverlapFunc func,
        gpointer data)
{
  overlap->event = use->event;
  overlap->other = other != NULL ? other->event : LIAISON_NO_PLACE;
  overlap->start = use->start;
  overlap->end = other != NULL ? MIN (use->end, other->end) : use->end;
  func (overlap, data);
}

/* One at a time: only the use that ends last can be in the way. */
static void
sweep_single (const LiaisonUse *uses,
              guint n,
              LiaisonOverlap *overlap,
              LiaisonOverlapFunc func,
              gpointer data)
{
  const LiaisonUse *last = &uses[0];

  overlap->asked = 2;
  for (guint i = 1; i < n; i++)
    {
      if (uses[i].start < last->end && uses[i].event != last->event)
        report (&uses[i], last, overlap, func, data);
      if (uses[i].end > last->end)
        last = &uses[i];
    }
}

static void
sweep_several (const LiaisonUse *uses,
               guint n,
               LiaisonOverlap *overlap,
               LiaisonOverlapFunc func,
               gpointer data)
{
  g_autofree const LiaisonUse **heap = g_new (const LiaisonUse *, n);
  Ongoing ongoing = { heap, 0, 0 };
  const LiaisonUse *last = NULL;

  for (guint i = 0; i < n; i++)
    {
      const LiaisonUse *use = &uses[i];
      while (ongoing.n > 0 && ongoing.heap[0]->end <= use->start)
        pop (&ongoing);
      gboolean alone = use->amount > overlap->capacity;
      push (&ongoing, use);
      overlap->asked = alone ? use->amount : ongoing.asked;
      if (overlap->asked > overlap->capacity)
        report (use, alone ? NULL : last, overlap, func, data);
      if (last == NULL || use->end > last->end)
        last = use;
    }
}

void
liaison_conflicts_sweep (const LiaisonUse *uses,
                         guint n,
                         guint pool,
                         guint capacity,
                         LiaisonOverlapFunc func,
                         gpointer data)
{
  LiaisonOverlap overlap = { .pool = pool, .capacity = capacity };

  if (n == 0)
    return;
  if (capacity == 1)
    sweep_single (uses, n, &overlap, func, data);
  else if (capacity != LIAISON_CAPACITY_UNLIMITED)
    sweep_several (uses, n, &overlap, func, data);
}

void
liaison_conflicts_foreach_overlap (const LiaisonBookings *bookings,
                                   LiaisonKindId kind,
                                   LiaisonOverlapFunc func,
                                   gpointer data)
{
  guint first, end, n;
  guint n_pools = liaison_bookings_count_pools (bookings);

  liaison_bookings_get_resources (bookings, kind, &first, &end);
  for (guint pool = first; pool < n_pools; pool++)
    {
      guint resource = liaison_bookings_get_pool_resource (bookings, pool);
      const LiaisonUse *uses = liaison_bookings_get_pool (bookings, pool, &n);
      if (n == 0 || resource < first || resource >= end)
        continue;
      liaison_conflicts_sweep (uses, n, pool, liaison_bookings_get_capacity (bookings, resource),
                               func, data);
    }
}

gint64
liaison_conflicts_get_delay (const LiaisonBookings *bookings, const LiaisonLink *link)
{
  guint n;
  const LiaisonScheduledEvent *events = liaison_bookings_get_events (bookings, &n);

  return liaison_link_get_delay (link, &events[link->predecessor], &events[link->successor]);
}

gint64
liaison_link_get_delay (const LiaisonLink *link,
                        const LiaisonScheduledEvent *before,
                        const LiaisonScheduledEvent *after)
{
  gboolean from_end = link->type == LIAISON_DEPENDENCY_TYPE_FINISH_START
                      || link->type == LIAISON_DEPENDENCY_TYPE_FINISH_FINISH;
  gboolean to_end = link->type == LIAISON_DEPENDENCY_TYPE_FINISH_FINISH
                    || link->type == LIAISON_DEPENDENCY_TYPE_START_FINISH;

  return (from_end ? before->end : before->start) + link->lag
         - (to_end ? after->end : after->start);
}

static const LiaisonUse *
find_use (const LiaisonBookings *bookings, guint pool, guint event)
{
  guint n;
  const LiaisonUse *uses = liaison_bookings_get_pool (bookings, pool, &n);

  for (guint i = 0; i < n; i++)
    if (uses[i].event == event)
      return &uses[i];
  return NULL;
}

/* By how many s a use that is moved by @shift must move on to be free of one that is in its way
 * there; zero: it is free. Others are counted as if all that overlap did so at once. */
static gint64
get_in_way (const LiaisonBookings *bookings, guint pool, const LiaisonUse *use, gint64 shift)
{
  guint n, capacity;
  const LiaisonUse *uses = liaison_bookings_get_pool (bookings, pool, &n);
  gint64 start = use->start + shift, soonest = G_MAXINT64;
  guint64 asked = use->amount;

  capacity = liaison_bookings_get_capacity (bookings,
                                            liaison_bookings_get_pool_resource (bookings, pool));
  for (guint i = 0; i < n && uses[i].start < use->end + shift; i++)
    {
      if (uses[i].end <= start || uses[i].event == use->event)
        continue;
      asked += capacity > 1 ? uses[i].amount : 1;
      soonest = MIN (soonest, uses[i].end);
    }
  if (soonest == G_MAXINT64 || asked <= capacity)
    return 0;
  return soonest - start;
}

gboolean
liaison_conflicts_find_free_time (const LiaisonBookings *bookings,
                                  guint event,
                                  gint64 within,
                                  gint64 *start)
{
  guint n_events, n_pools;
  const LiaisonScheduledEvent *events = liaison_bookings_get_events (bookings, &n_events);
  const guint *pools = liaison_bookings_get_pools_of (bookings, event, &n_pools);

  /* Moving a series moves all its occurrences. */
  if (LIAISON_DATA (Event, events[event].block)->rule != NULL)
    return FALSE;
  gint64 shift = 0;
  guint free = 0; /* how many pools in a row it is free in at this shift */

  for (guint step = 0; step < MAX_STEPS && shift <= within && free < n_pools; step++)
    {
      guint pool = pools[step % n_pools];
      const LiaisonUse *use = find_use (bookings, pool, event);
      gint64 further = use != NULL ? get_in_way (bookings, pool, use, shift) : 0;
      if (further > 0)
        shift += (further + 59) / 60 * 60;
      free = further > 0 ? 0 : free + 1;
    }
  if (free == n_pools && shift <= within)
    {
      *start = events[event].start + shift;
      return TRUE;
    }
  return FALSE;
}
