/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/bookings.h"

#include "record/times.h"
#include "schedule/bookings-private.h"

/* How many events ahead their memory is asked for. */
#define AHEAD 12

static const LiaisonKindId resource_kinds[] = { LIAISON_KIND_SITE, LIAISON_KIND_PARTICIPANT,
                                                LIAISON_KIND_POST, LIAISON_KIND_CHANNEL };

typedef struct
{
  LiaisonBookings *bookings;
  LiaisonLookup lookup;
  LiaisonUseCollector uses;
  LiaisonIdIndex index; /* of resources */
  gint64 exercise[2];   /* STARTEX and ENDEX, Unix s */
  LiaisonTimeState exercise_state[2];
} Builder;

static const LiaisonBlock *
find_block (gpointer data, LiaisonId id)
{
  const Builder *self = data;
  guint place = liaison_id_list_find (&self->bookings->ids, id, 0);

  if (place != LIAISON_NO_PLACE)
    return self->bookings->events[place].block;
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

/* Notes the id and, where it is fixed, the time; FALSE where other records must be looked at. */
static gboolean
schedule_alone (LiaisonBookings *self, guint place, const LiaisonBlock *block)
{
  LiaisonScheduledEvent *event = &self->events[place];
  const LiaisonEventData *data = LIAISON_DATA (Event, block);

  event->block = block;
  event->parent = LIAISON_NO_PLACE;
  self->ids.ids[place] = block->id;
  if (data->start.form == LIAISON_INSTANT_FIXED && liaison_event_takes_place (data))
    liaison_scheduled_event_set_start (event, data->start.seconds);
  return data->start.form <= LIAISON_INSTANT_FIXED && liaison_id_is_zero (data->parent);
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

static void
schedule_by_others (Builder *self, guint place)
{
  LiaisonScheduledEvent *event = &self->bookings->events[place];
  const LiaisonEventData *data = LIAISON_DATA (Event, event->block);
  gboolean found;
  gint64 start;

  if (!liaison_id_is_zero (data->parent))
    {
      event->parent
          = liaison_id_list_find (&self->bookings->ids, data->parent, place);
      self->bookings->has_parents |= event->parent != LIAISON_NO_PLACE;
    }
  if (event->occurs || !liaison_event_takes_place (data))
    return;
  if (data->start.edge == LIAISON_ANCHOR_STARTEX || data->start.edge == LIAISON_ANCHOR_ENDEX)
    found = liaison_instant_resolve (&data->start, resolve_from_exercise, self, &start, NULL);
  else
    found = liaison_times_resolve (&self->lookup, &data->start, &start, NULL) == LIAISON_TIME_KNOWN;
  if (found)
    liaison_scheduled_event_set_start (event, start);
}

static void
schedule_all (Builder *self)
{
  LiaisonBookings *bookings = self->bookings;
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (bookings->snapshot);
  g_autoptr (GArray) hanging = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n;
  const LiaisonBlock *const *blocks
      = liaison_snapshot_get (bookings->snapshot, LIAISON_KIND_EVENT, &n);

  for (guint i = 0; i < n; i++)
    {
      if (i + AHEAD < n)
        {
          const LiaisonEventData *far = LIAISON_DATA (Event, blocks[i + AHEAD]);
          __builtin_prefetch (&far->block.id);
          __builtin_prefetch (&far->status);
          __builtin_prefetch (&far->duration);
        }
      if (!schedule_alone (bookings, i, blocks[i]))
        g_array_append_val (hanging, i);
    }
  self->exercise_state[0]
      = liaison_times_get_start (&self->lookup, exercise, &self->exercise[0]);
  self->exercise_state[1] = liaison_times_get_end (&self->lookup, exercise, &self->exercise[1]);
  for (guint i = 0; i < hanging->len; i++)
    schedule_by_others (self, g_array_index (hanging, guint, i));
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
link_event (LiaisonBookings *self, guint place, GArray *links)
{
  const LiaisonEventData *data = LIAISON_DATA (Event, self->events[place].block);
  guint n = liaison_items_get_size (data->dependencies);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonDependencyData *dependency
          = LIAISON_DATA (Dependency, liaison_items_get (data->dependencies, i));
      guint other
          = liaison_id_list_find (&self->ids, dependency->event, place);
      if (other == LIAISON_NO_PLACE || other == place || !self->events[other].occurs)
        continue;
      LiaisonLink link = liaison_link_from (dependency, place, other);
      g_array_append_val (links, link);
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
fetch_ahead (const LiaisonScheduledEvent *events, guint n, guint place)
{
  if (place + 3 * AHEAD < n)
    {
      const LiaisonEventData *far = LIAISON_DATA (Event, events[place + 3 * AHEAD].block);
      __builtin_prefetch (&far->set_up);
      __builtin_prefetch (&far->site);
      __builtin_prefetch (&far->chair);
      __builtin_prefetch (&far->dependencies);
    }
  if (place + 2 * AHEAD < n)
    {
      const LiaisonEventData *near = LIAISON_DATA (Event, events[place + 2 * AHEAD].block);
      __builtin_prefetch (near->participants);
      __builtin_prefetch (near->bookings);
      __builtin_prefetch (near->dependencies);
    }
  if (place + AHEAD < n)
    {
      const LiaisonEventData *next = LIAISON_DATA (Event, events[place + AHEAD].block);
      fetch_items (next->bookings);
      fetch_items (next->dependencies);
    }
}

static void
build (Builder *self)
{
  LiaisonBookings *bookings = self->bookings;
  guint n = bookings->n_events;
  GArray *links = g_array_sized_new (FALSE, FALSE, sizeof (LiaisonLink), n + n / 2);

  schedule_all (self);
  for (guint i = 0; i < n; i++)
    {
      fetch_ahead (bookings->events, n, i);
      bookings->first_use[i] = self->uses.met->len;
      if (!bookings->events[i].occurs)
        continue;
      liaison_uses_collect (&self->uses, i, LIAISON_DATA (Event, bookings->events[i].block),
                            bookings->events[i].start, bookings->events[i].end);
      link_event (bookings, i, links);
    }
  bookings->first_use[n] = self->uses.met->len;
  bookings->links = links;
  liaison_bookings_fill_pools (bookings,
                               (const LiaisonMetUse *) (gconstpointer) self->uses.met->data,
                               self->uses.met->len);
}

LiaisonBookings *
liaison_bookings_new (const LiaisonSnapshot *snapshot)
{
  LiaisonBookings *self = g_new0 (LiaisonBookings, 1);

  liaison_snapshot_get (snapshot, LIAISON_KIND_EVENT, &self->n_events);
  self->snapshot = snapshot;
  self->ids.n = self->n_events;
  self->ids.ids = g_new (LiaisonId, MAX (self->n_events, 1));
  self->events = g_new0 (LiaisonScheduledEvent, MAX (self->n_events, 1));
  self->first_use = g_new (guint, self->n_events + 1);
  take_resources (self);

  g_autoptr (GArray) met = g_array_sized_new (FALSE, FALSE, sizeof (LiaisonMetUse), 3 * self->n_events);
  g_autofree guint64 *latest = g_new0 (guint64, MAX (self->n_resources, 1));
  Builder builder = { .bookings = self };
  builder.lookup = (LiaisonLookup) { find_block, &builder };
  builder.uses = (LiaisonUseCollector) { &builder.index, self->resources, builder.lookup, met, latest };
  liaison_id_index_take (&builder.index, self->resources, self->n_resources);
  build (&builder);
  liaison_id_index_clear (&builder.index);
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
  g_clear_pointer (&self->links, g_array_unref);
  g_free (self);
}
