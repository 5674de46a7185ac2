/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/channel.h"
#include "record/kinds/participant.h"
#include "record/kinds/post.h"
#include "record/kinds/site.h"
#include "record/items.h"
#include "schedule/bookings-private.h"
#include "schedule/recurrence.h"

#include <string.h>

/* One time an event takes place. */
typedef struct
{
  LiaisonUseCollector *collector;
  const LiaisonEventData *data;
  guint event;
  gint64 start, end;
  guint64 before; /* how many were met before, as `latest` counts */
} Occasion;

static gint64
known (gint64 duration)
{
  return duration != LIAISON_DURATION_UNSET ? duration : 0;
}

guint
liaison_resource_get_capacity (const LiaisonBlock *block)
{
  gint64 capacity;

  switch (liaison_kind_for_shape (block->shape)->id)
    {
    case LIAISON_KIND_SITE:
      capacity = LIAISON_DATA (Site, block)->at_once;
      break;
    case LIAISON_KIND_PARTICIPANT:
      capacity = LIAISON_DATA (Participant, block)->at_once;
      break;
    case LIAISON_KIND_POST:
      capacity = LIAISON_DATA (Post, block)->per_shift;
      break;
    default:
      capacity = LIAISON_DATA (Channel, block)->at_once;
      if (capacity < 1)
        return LIAISON_CAPACITY_UNLIMITED;
    }
  return MAX (capacity, 1);
}

void
liaison_met_uses_clear (LiaisonMetUses *self)
{
  g_free (self->uses);
  g_free (self->resources);
  *self = (LiaisonMetUses){ NULL, NULL, 0, 0 };
}

void
liaison_met_uses_take (LiaisonMetUses *self, guint allocated)
{
  *self = (LiaisonMetUses){ g_new (LiaisonUse, allocated), g_new (guint, allocated), 0, allocated };
}

static void
grow (LiaisonMetUses *self)
{
  LiaisonMetUses larger;

  liaison_met_uses_take (&larger, MAX (64, self->allocated + self->allocated / 2));
  larger.n = self->n;
  if (self->n > 0)
    {
      memcpy (larger.uses, self->uses, self->n * sizeof *self->uses);
      memcpy (larger.resources, self->resources, self->n * sizeof *self->resources);
    }
  liaison_met_uses_clear (self);
  *self = larger;
}

/* Named before by the same event. */
static void
widen (LiaisonUse *use, const LiaisonUse *by)
{
  use->start = MIN (use->start, by->start);
  use->end = MAX (use->end, by->end);
  use->amount = MAX (use->amount, by->amount);
}

static inline void
meet_resource (const Occasion *self, guint resource, gint64 before, gint64 after, gint64 amount)
{
  LiaisonUseCollector *collector = self->collector;

  if (resource == LIAISON_NO_PLACE)
    return;
  LiaisonMetUses *met = collector->met;
  LiaisonUse use = { self->start - before, self->end + after, self->event, MAX (amount, 1) };
  guint64 latest = collector->latest[resource];
  if (latest > self->before)
    {
      widen (&met->uses[latest - 1 - collector->base], &use);
      return;
    }
  if (use.start == use.end)
    return;
  if (G_UNLIKELY (met->n == met->allocated))
    grow (met);
  met->uses[met->n] = use;
  met->resources[met->n++] = resource;
  collector->latest[resource] = collector->base + met->n;
}

static inline void
meet (const Occasion *self, LiaisonId id, gint64 before, gint64 after, gint64 amount)
{
  meet_resource (self, liaison_id_index_find (self->collector->index, id), before, after, amount);
}

static void
meet_site (const Occasion *self, LiaisonId id)
{
  guint resource = liaison_id_index_find (self->collector->index, id);
  const LiaisonBlock *site;
  gint64 turnaround = 0;

  if (resource == LIAISON_NO_PLACE)
    return;
  site = self->collector->resources[resource];
  if (site->shape != &liaison_site_kind.shape)
    return;
  /* A milestone marks a moment and needs no room tidied after it. */
  if (self->end > self->start)
    turnaround = known (LIAISON_DATA (Site, site)->turnaround);
  meet_resource (self, resource, known (self->data->set_up),
                 known (self->data->tear_down) + turnaround, 1);
}

static void
meet_set (const Occasion *self, const LiaisonIds *set)
{
  guint n;
  const LiaisonId *ids = liaison_ids_get (set, &n);

  for (guint i = 0; i < n; i++)
    meet (self, ids[i], 0, 0, 1);
}

static void
meet_bookings (const Occasion *self, const LiaisonItems *bookings)
{
  guint n;
  const LiaisonBlock *const *items = liaison_items_get_all (bookings, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonBookingData *booking = LIAISON_DATA (Booking, items[i]);
      if (booking->status != LIAISON_BOOKING_STATUS_REFUSED)
        meet (self, booking->resource, known (booking->before), known (booking->after),
              booking->amount);
    }
}

static void
meet_all (const Occasion *self, LiaisonId site)
{
  const LiaisonEventData *data = self->data;
  guint n_roles = data->roles != NULL ? liaison_items_get_size (data->roles) : 0;

  meet_site (self, site);
  if (data->participants != NULL)
    meet_set (self, data->participants);
  meet (self, data->chair, 0, 0, 1);
  for (guint i = 0; i < n_roles; i++)
    meet (self, LIAISON_DATA (EventRole, liaison_items_get (data->roles, i))->participant, 0, 0, 1);
  if (data->bookings != NULL)
    meet_bookings (self, data->bookings);
  if (data->channels != NULL)
    meet_set (self, data->channels);
}

static gboolean
occurrence_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  Occasion *self = data;

  self->before = self->collector->base + self->collector->met->n;
  self->start = occurrence->start;
  self->end = MAX (occurrence->end, occurrence->start);
  meet_all (self, occurrence->site);
  return occurrence->index + 1 < LIAISON_SERIES_OCCURRENCES;
}

void
liaison_uses_collect (LiaisonUseCollector *self,
                      guint event,
                      const LiaisonEventData *data,
                      gint64 start,
                      gint64 end)
{
  Occasion occasion = { self, data, event, start, end, self->base + self->met->n };

  if (data->rule == NULL)
    meet_all (&occasion, data->site);
  else
    liaison_recurrence_foreach (&self->lookup, &data->block, start, start + LIAISON_SERIES_SECONDS,
                                occurrence_cb, &occasion);
}
