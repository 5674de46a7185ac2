/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/bookings.h"

#include "record/times.h"
#include "schedule/bookings-private.h"

#include <string.h>

/* How many events ahead their memory is asked for. */
#define AHEAD 12

static const LiaisonKindId resource_kinds[] = { LIAISON_KIND_SITE, LIAISON_KIND_PARTICIPANT,
                                                LIAISON_KIND_POST, LIAISON_KIND_CHANNEL };

/* A dependency as it is met, before all events have their times. */
typedef struct
{
  LiaisonId event;
  gint64 lag;
  guint successor;
  LiaisonDependencyType type;
} Tie;

typedef struct
{
  LiaisonBookings *bookings;
  const LiaisonBlock *const *blocks; /* of events; borrowed from the snapshot */
  Tie *ties; /* owned */
  guint n_ties, n_ties_allocated;
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

LiaisonLink
liaison_link_from (const LiaisonDependencyData *dependency, guint successor, guint predecessor)
{
  LiaisonDependencyType type = dependency->type;

  return (LiaisonLink) { successor, predecessor,
                         type != LIAISON_DEPENDENCY_TYPE_UNSET ? type
                                                               : LIAISON_DEPENDENCY_TYPE_FINISH_START,
                         known (dependency->lag) };
}

static void
note_ties (Builder *self, guint place, const LiaisonItems *dependencies)
{
  guint n = liaison_items_get_size (dependencies);

  if (self->n_ties + n > self->n_ties_allocated)
    {
      guint allocated = 2 * (self->n_ties_allocated + n);
      Tie *ties = g_new (Tie, allocated);
      memcpy (ties, self->ties, self->n_ties * sizeof *ties);
      g_free (self->ties);
      self->ties = ties;
      self->n_ties_allocated = allocated;
    }
  for (guint i = 0; i < n; i++)
    {
      const LiaisonDependencyData *dependency
          = LIAISON_DATA (Dependency, liaison_items_get (dependencies, i));
      self->ties[self->n_ties++]
          = (Tie){ dependency->event, dependency->lag, place, dependency->type };
    }
}

/* Between events that occur, once it is known which do. */
static void
make_links (Builder *self)
{
  LiaisonBookings *bookings = self->bookings;

  bookings->links = g_new (LiaisonLink, MAX (self->n_ties, 1));
  for (guint i = 0; i < self->n_ties; i++)
    {
      const Tie *tie = &self->ties[i];
      LiaisonDependencyData dependency = { .type = tie->type, .lag = tie->lag };
      guint other = liaison_id_list_find (&bookings->ids, tie->event, tie->successor);
      if (other != LIAISON_NO_PLACE && other != tie->successor && bookings->events[other].occurs)
        bookings->links[bookings->n_links++]
            = liaison_link_from (&dependency, tie->successor, other);
    }
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
  guint n = MIN (liaison_items_get_size (items), 3);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *item = liaison_items_get (items, i);
      __builtin_prefetch (item);
      __builtin_prefetch ((const char *) item + 64);
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
      fetch_items (next->bookings);
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
        note_ties (self, i, data->dependencies);
    }
  bookings->first_use[n] = self->uses.met->n;
  find_parents (self);
  make_links (self);
  liaison_bookings_fill_pools (bookings, self->uses.met->uses, self->uses.met->n);
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

  LiaisonMetUses met = { NULL, 0, 5 * self->n_events + 64 };
  g_autofree guint64 *latest = g_new0 (guint64, MAX (self->n_resources, 1));
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));
  Builder builder = { .bookings = self, .blocks = blocks, .parts = parts };
  builder.n_ties_allocated = 2 * self->n_events + 64;
  builder.ties = g_new (Tie, builder.n_ties_allocated);
  builder.lookup = (LiaisonLookup) { find_block, &builder };
  builder.uses = (LiaisonUseCollector) { &builder.index, self->resources, builder.lookup, &met, latest };
  met.uses = g_new (LiaisonMetUse, met.allocated);
  liaison_id_index_take (&builder.index, self->resources, self->n_resources);
  build (&builder);
  liaison_id_index_clear (&builder.index);
  liaison_met_uses_clear (&met);
  g_free (builder.ties);
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
