/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/bookings.h"

#include "record/items.h"
#include "record/times.h"
#include "schedule/bookings-private.h"

#include <string.h>

/* How many events ahead their memory is asked for. */
#define AHEAD 16

static const LiaisonKindId resource_kinds[] = { LIAISON_KIND_SITE, LIAISON_KIND_PARTICIPANT,
                                                LIAISON_KIND_POST, LIAISON_KIND_CHANNEL };

/* A dependency on an event that has not been met yet. */
typedef struct
{
  LiaisonId event;
  guint link; /* its place among the links */
} Tie;

typedef struct
{
  LiaisonBookings *bookings;
  const LiaisonBlock *const *blocks; /* of events; borrowed from the snapshot */
  GArray *ties; /* of Tie; owned */
  guint n_links_allocated;
  GArray *parts; /* of guint: events that are part of others; owned */
  LiaisonLookup lookup;
  LiaisonUseCollector uses;
  LiaisonIdIndex index; /* of resources */
  gint64 exercise[2];   /* STARTEX and ENDEX, Unix s */
  LiaisonTimeState exercise_state[2];
} Builder;

/* Events that have not been met yet are looked for among their blocks. */
static const LiaisonBlock *
find_block (gpointer data, LiaisonId id)
{
  const Builder *self = data;
  guint met = self->bookings->ids.n, place = liaison_id_list_find (&self->bookings->ids, id, 0);
  guint low = met;

  if (place != LIAISON_NO_PLACE)
    return self->blocks[place];
  for (guint high = self->bookings->n_events; low < high;)
    {
      guint middle = low + (high - low) / 2;
      if (liaison_id_compare (self->blocks[middle]->id, id) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  if (low < self->bookings->n_events && liaison_id_same (self->blocks[low]->id, id))
    return self->blocks[low];
  return liaison_snapshot_find (self->bookings->snapshot, id);
}

static gint64
known (gint64 duration)
{
  return duration != LIAISON_DURATION_UNSET ? duration : 0;
}

gboolean
liaison_event_takes_place (const LiaisonEventData *data)
{
  return data->status != LIAISON_EVENT_STATUS_CANCELLED
         && data->status != LIAISON_EVENT_STATUS_POSTPONED;
}

void
liaison_scheduled_event_set_start (LiaisonScheduledEvent *event, gint64 start)
{
  event->start = start;
  event->end = start + MAX (known (LIAISON_DATA (Event, event->block)->duration), 0);
  event->occurs = TRUE;
}

/* A time that hangs on STARTEX or ENDEX; those are worked out once. */
static gboolean
resolve_from_exercise (LiaisonAnchorEdge edge, LiaisonId anchor, gint64 *seconds, gpointer data)
{
  const Builder *self = data;
  guint end = edge == LIAISON_ANCHOR_ENDEX;

  *seconds = self->exercise[end];
  return self->exercise_state[end] == LIAISON_TIME_KNOWN;
}

static gboolean
find_start (Builder *self, const LiaisonInstant *start, gint64 *seconds)
{
  if (start->form == LIAISON_INSTANT_FIXED)
    {
      *seconds = start->seconds;
      return TRUE;
    }
  if (start->form == LIAISON_INSTANT_UNSET)
    return FALSE;
  if (start->edge == LIAISON_ANCHOR_STARTEX || start->edge == LIAISON_ANCHOR_ENDEX)
    return liaison_instant_resolve (start, resolve_from_exercise, self, seconds, NULL);
  return liaison_times_resolve (&self->lookup, start, seconds, NULL) == LIAISON_TIME_KNOWN;
}

/* Notes the id and the time. */
static void
schedule (Builder *self, guint place)
{
  LiaisonBookings *bookings = self->bookings;
  LiaisonScheduledEvent *event = &bookings->events[place];
  const LiaisonBlock *block = self->blocks[place];
  const LiaisonEventData *data = LIAISON_DATA (Event, block);
  gint64 start;

  *event = (LiaisonScheduledEvent){ .block = block, .parent = LIAISON_NO_PLACE };
  bookings->ids.ids[place] = block->id;
  bookings->ids.n = place + 1;
  if (!liaison_id_is_zero (data->parent))
    g_array_append_val (self->parts, place);
  if (liaison_event_takes_place (data) && find_start (self, &data->start, &start))
    liaison_scheduled_event_set_start (event, start);
}

static void
find_parents (Builder *self)
{
  LiaisonBookings *bookings = self->bookings;

  for (guint i = 0; i < self->parts->len; i++)
    {
      guint place = g_array_index (self->parts, guint, i);
      LiaisonScheduledEvent *event = &bookings->events[place];
      event->parent
          = liaison_id_list_find (&bookings->ids, LIAISON_DATA (Event, event->block)->parent, place);
      bookings->has_parents |= event->parent != LIAISON_NO_PLACE;
    }
}

static inline LiaisonLink
make_link (LiaisonDependencyType type, gint64 lag, guint successor, guint predecessor)
{
  return (LiaisonLink) { successor, predecessor,
                         type != LIAISON_DEPENDENCY_TYPE_UNSET ? type
                                                               : LIAISON_DEPENDENCY_TYPE_FINISH_START,
                         known (lag) };
}

LiaisonLink
liaison_link_from (const LiaisonDependencyData *dependency, guint successor, guint predecessor)
{
  return make_link (dependency->type, dependency->lag, successor, predecessor);
}

static void
grow_links (Builder *self, guint n)
{
  LiaisonBookings *bookings = self->bookings;

  if (bookings->n_links + n <= self->n_links_allocated)
    return;
  self->n_links_allocated = 2 * (bookings->n_links + n);
  bookings->links = g_renew (LiaisonLink, bookings->links, self->n_links_allocated);
}

/* What it depends on was mostly entered before it; the others wait until it is known when they are. */
static void
make_links (Builder *self, guint place, const LiaisonItems *dependencies)
{
  LiaisonBookings *bookings = self->bookings;
  guint n;
  const LiaisonBlock *const *items = liaison_items_get_all (dependencies, &n);

  grow_links (self, n);
  for (guint i = 0; i < n; i++)
    {
      const LiaisonDependencyData *dependency = LIAISON_DATA (Dependency, items[i]);
      guint other = liaison_id_list_find (&bookings->ids, dependency->event, place);
      if (other == LIAISON_NO_PLACE)
        {
          Tie tie = { dependency->event, bookings->n_links };
          g_array_append_val (self->ties, tie);
        }
      else if (other == place || !bookings->events[other].occurs)
        continue;
      bookings->links[bookings->n_links++]
          = make_link (dependency->type, dependency->lag, place, other);
    }
}

/* Those that waited; without what does not occur. */
static void
finish_links (Builder *self)
{
  LiaisonBookings *bookings = self->bookings;
  guint n = 0;

  for (guint i = 0; i < self->ties->len; i++)
    {
      const Tie *tie = &g_array_index (self->ties, Tie, i);
      guint other = liaison_id_list_find (&bookings->ids, tie->event, bookings->links[tie->link].successor);
      if (other != LIAISON_NO_PLACE && bookings->events[other].occurs)
        bookings->links[tie->link].predecessor = other;
    }
  for (guint i = 0; i < bookings->n_links && self->ties->len > 0; i++)
    if (bookings->links[i].predecessor != LIAISON_NO_PLACE)
      bookings->links[n++] = bookings->links[i];
  if (self->ties->len > 0)
    bookings->n_links = n;
}

static void
take_resources (LiaisonBookings *self)
{
  guint total = 0;

  for (guint i = 0; i < G_N_ELEMENTS (resource_kinds); i++)
    {
      LiaisonKindId kind = resource_kinds[i];
      self->first_resource[kind] = total;
      liaison_snapshot_get (self->snapshot, kind, &self->resource_counts[kind]);
      total += self->resource_counts[kind];
    }
  self->n_resources = total;
  self->resources = g_new (const LiaisonBlock *, MAX (total, 1));
  for (guint i = 0; i < G_N_ELEMENTS (resource_kinds); i++)
    {
      guint n;
      const LiaisonBlock *const *blocks
          = liaison_snapshot_get (self->snapshot, resource_kinds[i], &n);
      for (guint j = 0; j < n; j++)
        self->resources[self->first_resource[resource_kinds[i]] + j] = blocks[j];
    }
}

static void
fetch_items (const LiaisonItems *items)
{
  guint n;
  const LiaisonBlock *const *blocks = liaison_items_get_all (items, &n);

  for (guint i = 0; i < n && i < 3; i++)
    {
      /* All that is read of a dependency, and of a booking, lies behind what every block begins with. */
      const char *values = (const char *) (blocks[i] + 1);
      __builtin_prefetch (values);
      __builtin_prefetch (values + sizeof (LiaisonBookingData) - sizeof (LiaisonBlock) - 1);
    }
}

/* Asks for the memory of the events to come, which lies all over, in three steps: what refers to
 * more, that, and what it lists. */
static void
fetch_ahead (const LiaisonBlock *const *blocks, guint n, guint place)
{
  if (place + 3 * AHEAD < n)
    {
      const LiaisonEventData *far = LIAISON_DATA (Event, blocks[place + 3 * AHEAD]);
      __builtin_prefetch (&far->block.id);
      __builtin_prefetch (&far->start);
      __builtin_prefetch (&far->set_up);
      __builtin_prefetch (&far->site);
      __builtin_prefetch (&far->chair);
      __builtin_prefetch (&far->dependencies);
      __builtin_prefetch (&far->status);
    }
  if (place + 2 * AHEAD < n)
    {
      const LiaisonEventData *near = LIAISON_DATA (Event, blocks[place + 2 * AHEAD]);
      __builtin_prefetch (near->participants);
      __builtin_prefetch (near->bookings);
      __builtin_prefetch (near->dependencies);
    }
  if (place + AHEAD < n)
    {
      const LiaisonEventData *next = LIAISON_DATA (Event, blocks[place + AHEAD]);
      if (next->bookings != NULL)
        fetch_items (next->bookings);
      if (next->dependencies != NULL)
        fetch_items (next->dependencies);
    }
}

static void
find_exercise (Builder *self)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (self->bookings->snapshot);

  self->exercise_state[0]
      = liaison_times_get_start (&self->lookup, exercise, &self->exercise[0]);
  self->exercise_state[1] = liaison_times_get_end (&self->lookup, exercise, &self->exercise[1]);
}

/* Once through all events, because their memory is what takes time. */
static void
build (Builder *self)
{
  LiaisonBookings *bookings = self->bookings;
  guint n = bookings->n_events;

  find_exercise (self);
  for (guint i = 0; i < n; i++)
    {
      const LiaisonScheduledEvent *event = &bookings->events[i];
      const LiaisonEventData *data = LIAISON_DATA (Event, self->blocks[i]);
      fetch_ahead (self->blocks, n, i);
      schedule (self, i);
      bookings->first_use[i] = self->uses.met->n;
      if (!event->occurs)
        continue;
      liaison_uses_collect (&self->uses, i, data, event->start, event->end);
      if (data->dependencies != NULL)
        make_links (self, i, data->dependencies);
    }
  bookings->first_use[n] = self->uses.met->n;
  find_parents (self);
  finish_links (self);
  liaison_bookings_fill_pools (bookings, self->uses.met);
}

LiaisonBookings *
liaison_bookings_new (const LiaisonSnapshot *snapshot)
{
  LiaisonBookings *self = g_new0 (LiaisonBookings, 1);

  const LiaisonBlock *const *blocks
      = liaison_snapshot_get (snapshot, LIAISON_KIND_EVENT, &self->n_events);
  self->snapshot = snapshot;
  self->ids.ids = g_new (LiaisonId, MAX (self->n_events, 1));
  self->events = g_new (LiaisonScheduledEvent, MAX (self->n_events, 1));
  self->first_use = g_new (guint, self->n_events + 1);
  take_resources (self);

  LiaisonMetUses met;
  g_autofree guint64 *latest = g_new0 (guint64, MAX (self->n_resources, 1));
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) ties = g_array_new (FALSE, FALSE, sizeof (Tie));
  Builder builder = { .bookings = self, .blocks = blocks, .parts = parts, .ties = ties };
  grow_links (&builder, self->n_events + 64);
  builder.lookup = (LiaisonLookup) { find_block, &builder };
  builder.uses = (LiaisonUseCollector) { &builder.index, self->resources, builder.lookup, &met, latest };
  liaison_met_uses_take (&met, 5 * self->n_events + 64);
  liaison_id_index_take (&builder.index, self->resources, self->n_resources);
  build (&builder);
  liaison_id_index_clear (&builder.index);
  liaison_met_uses_clear (&met);
  return self;
}

void
liaison_bookings_free (LiaisonBookings *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->ids.ids, g_free);
  g_clear_pointer (&self->resources, g_free);
  g_clear_pointer (&self->events, g_free);
  g_clear_pointer (&self->uses, g_free);
  g_clear_pointer (&self->pools, g_free);
  g_clear_pointer (&self->first_use, g_free);
  g_clear_pointer (&self->pool_first, g_free);
  g_clear_pointer (&self->pool_resources, g_array_unref);
  g_clear_pointer (&self->pool_owners, g_array_unref);
  g_clear_pointer (&self->links, g_free);
  g_free (self);
}
