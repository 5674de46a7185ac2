/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/bookings-private.h"

const LiaisonScheduledEvent *
liaison_bookings_get_events (const LiaisonBookings *self, guint *n)
{
  *n = self->n_events;
  return self->events;
}

const LiaisonLink *
liaison_bookings_get_links (const LiaisonBookings *self, guint *n)
{
  *n = self->n_links;
  return self->links;
}

const LiaisonScheduledEvent *
liaison_bookings_find_event (const LiaisonBookings *self, LiaisonId id, guint *near)
{
  guint place = liaison_id_list_find (&self->ids, id, *near);

  if (place == LIAISON_NO_PLACE)
    return NULL;
  *near = place;
  return &self->events[place];
}

guint
liaison_bookings_find_resource (const LiaisonBookings *self, const LiaisonBlock *block)
{
  guint low, end, high;

  liaison_bookings_get_resources (self, liaison_kind_for_shape (block->shape)->id, &low, &end);
  for (high = end; low < high;)
    {
      guint middle = low + (high - low) / 2;
      if (liaison_id_compare (self->resources[middle]->id, block->id) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low < end && self->resources[low] == block ? low : LIAISON_NO_PLACE;
}

void
liaison_bookings_get_resources (const LiaisonBookings *self,
                                LiaisonKindId kind,
                                guint *first,
                                guint *end)
{
  *first = self->first_resource[kind];
  *end = *first + self->resource_counts[kind];
}

const LiaisonBlock *
liaison_bookings_get_resource (const LiaisonBookings *self, guint resource)
{
  return self->resources[resource];
}

guint
liaison_bookings_get_capacity (const LiaisonBookings *self, guint resource)
{
  return liaison_resource_get_capacity (self->resources[resource]);
}

guint
liaison_bookings_count_pools (const LiaisonBookings *self)
{
  return self->n_pools;
}

guint
liaison_bookings_get_pool_resource (const LiaisonBookings *self, guint pool)
{
  if (pool < self->n_resources)
    return pool;
  return g_array_index (self->pool_resources, guint, pool - self->n_resources);
}

const LiaisonUse *
liaison_bookings_get_pool (const LiaisonBookings *self, guint pool, guint *n)
{
  *n = self->pool_first[pool + 1] - self->pool_first[pool];
  return self->uses + self->pool_first[pool];
}

const guint *
liaison_bookings_get_pools_of (const LiaisonBookings *self, guint event, guint *n)
{
  *n = self->first_use[event + 1] - self->first_use[event];
  return self->pools + self->first_use[event];
}
