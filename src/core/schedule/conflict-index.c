/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/conflict-index-private.h"

#include <string.h>

gboolean
liaison_conflict_equal (const LiaisonConflict *a, const LiaisonConflict *b)
{
  return liaison_id_same (a->event, b->event) && liaison_id_same (a->other, b->other)
         && liaison_id_same (a->resource, b->resource) && a->start == b->start && a->end == b->end
         && a->asked == b->asked && a->capacity == b->capacity && a->type == b->type
         && a->delay == b->delay;
}

static void
free_slot (gpointer data)
{
  LiaisonConflictSlot *slot = data;

  if (slot == NULL)
    return;
  if (slot->event.block != NULL)
    liaison_block_unref ((LiaisonBlock *) slot->event.block);
  g_free (slot->uses);
  g_free (slot->broken);
  g_free (slot);
}

static void
free_pool (gpointer data)
{
  LiaisonConflictPool *pool = data;

  g_free (pool->uses);
  g_free (pool->conflicts);
  g_free (pool);
}

static void
free_ties (gpointer data)
{
  LiaisonConflictTies *ties = data;

  g_clear_pointer (&ties->successors, g_array_unref);
  g_clear_pointer (&ties->followers, g_array_unref);
  g_clear_pointer (&ties->parts, g_array_unref);
  g_free (ties);
}

static guint
hash_pool (gconstpointer data)
{
  const LiaisonConflictPool *pool = data;
  return pool->owner * 31 + pool->resource;
}

static gboolean
equal_pools (gconstpointer a, gconstpointer b)
{
  const LiaisonConflictPool *one = a, *two = b;
  return one->owner == two->owner && one->resource == two->resource;
}

static void
take_resources (LiaisonConflictIndex *self, const LiaisonBookings *bookings)
{
  self->n_resources = bookings->n_resources;
  self->resources = g_new (LiaisonBlock *, MAX (self->n_resources, 1));
  for (guint i = 0; i < self->n_resources; i++)
    self->resources[i] = liaison_block_ref (bookings->resources[i]);
  liaison_id_index_take (&self->index, bookings->resources, self->n_resources);
  self->latest = g_new0 (guint64, MAX (self->n_resources, 1));
}

/* Events stand in the order of their places, which are their first numbers. */
static void
take_events (LiaisonConflictIndex *self, const LiaisonBookings *bookings)
{
  for (guint i = 0; i < bookings->n_events; i++)
    {
      LiaisonConflictSlot *slot = g_new0 (LiaisonConflictSlot, 1);
      slot->event = bookings->events[i];
      liaison_block_ref (slot->event.block);
      slot->id = bookings->ids.ids[i];
      slot->number = i;
      g_ptr_array_add (self->slots, slot);
      g_hash_table_insert (self->by_id, &slot->id, slot);
      slot->uses = g_new (LiaisonPlacedUse, MAX (bookings->first_use[i + 1] - bookings->first_use[i], 1));
      liaison_conflict_index_tie (self, i);
    }
}

static void
take_pools (LiaisonConflictIndex *self, const LiaisonBookings *bookings)
{
  for (guint i = 0; i < bookings->n_pools; i++)
    {
      LiaisonConflictPool *pool = g_new0 (LiaisonConflictPool, 1);
      guint n;
      const LiaisonUse *uses = liaison_bookings_get_pool (bookings, i, &n);

      pool->resource = liaison_bookings_get_pool_resource (bookings, i);
      pool->owner = i < bookings->n_resources
                        ? LIAISON_NO_PLACE
                        : g_array_index (bookings->pool_owners, guint, i - bookings->n_resources);
      pool->uses = n > 0 ? g_memdup2 (uses, n * sizeof *uses) : NULL;
      pool->n_uses = pool->n_allocated = n;
      g_ptr_array_add (self->pools, pool);
      if (pool->owner != LIAISON_NO_PLACE)
        g_hash_table_insert (self->shared, pool, GUINT_TO_POINTER (i));
      for (guint j = 0; j < n; j++)
        {
          LiaisonConflictSlot *slot = liaison_conflict_slot (self, uses[j].event);
          slot->uses[slot->n_uses++] = (LiaisonPlacedUse) { uses[j], pool->resource, i };
        }
    }
}

/* Those whose time hangs on a record that is no event, or is not there. */
static void
find_foreign (LiaisonConflictIndex *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      LiaisonConflictSlot *slot = liaison_conflict_slot (self, i);
      const LiaisonInstant *start = &LIAISON_DATA (Event, slot->event.block)->start;
      if (start->form <= LIAISON_INSTANT_FIXED || start->edge < LIAISON_ANCHOR_START)
        continue;
      LiaisonId anchor = liaison_anchor_get_id (start->anchor);
      slot->foreign = !g_hash_table_contains (self->by_id, &anchor);
      if (slot->foreign)
        g_array_append_val (self->foreign, i);
    }
}

LiaisonConflictIndex *
liaison_conflict_index_new (const LiaisonSnapshot *snapshot)
{
  LiaisonConflictIndex *self = g_new0 (LiaisonConflictIndex, 1);
  g_autoptr (LiaisonBookings) bookings = liaison_bookings_new (snapshot);

  self->slots = g_ptr_array_new_with_free_func (free_slot);
  self->free_slots = g_array_new (FALSE, FALSE, sizeof (guint));
  self->by_id = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  self->ties = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, NULL, free_ties);
  self->pools = g_ptr_array_new_with_free_func (free_pool);
  self->shared = g_hash_table_new (hash_pool, equal_pools);
  self->seen = g_array_new (FALSE, FALSE, sizeof (LiaisonConflict));
  self->foreign = g_array_new (FALSE, FALSE, sizeof (guint));
  take_resources (self, bookings);
  take_events (self, bookings);
  take_pools (self, bookings);
  find_foreign (self);
  for (guint i = 0; i < self->pools->len; i++)
    liaison_conflict_index_look_at_pool (self, self->pools->pdata[i], NULL, NULL);
  for (guint i = 0; i < self->slots->len; i++)
    liaison_conflict_index_look_at_ties (self, i, NULL, NULL);
  return self;
}

void
liaison_conflict_index_free (LiaisonConflictIndex *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->ties);
  g_hash_table_unref (self->shared);
  g_ptr_array_unref (self->slots);
  g_array_unref (self->free_slots);
  g_ptr_array_unref (self->pools);
  liaison_met_uses_clear (&self->met);
  g_array_unref (self->seen);
  g_array_unref (self->foreign);
  for (guint i = 0; i < self->n_resources; i++)
    liaison_block_unref (self->resources[i]);
  g_free (self->resources);
  liaison_id_index_clear (&self->index);
  g_free (self->latest);
  g_free (self);
}

guint
liaison_conflict_index_get_size (const LiaisonConflictIndex *self)
{
  return self->n_conflicts;
}

void
liaison_conflict_index_foreach (const LiaisonConflictIndex *self,
                                LiaisonConflictFunc func,
                                gpointer data)
{
  for (guint i = 0; i < self->pools->len; i++)
    {
      const LiaisonConflictPool *pool = self->pools->pdata[i];
      for (guint j = 0; j < pool->n_conflicts; j++)
        func (&pool->conflicts[j], data);
    }
  for (guint i = 0; i < self->slots->len; i++)
    {
      const LiaisonConflictSlot *slot = self->slots->pdata[i];
      for (guint j = 0; slot != NULL && j < slot->n_broken; j++)
        func (&slot->broken[j], data);
    }
}
