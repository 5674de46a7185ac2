/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/conflict-index-private.h"

#include <string.h>

/* As in pools.c. */
#define MAX_DEPTH 64
/* With more than this that differ in one pool nobody looks which of them are the same after all. */
#define MANY 256

/* The earliest use of the resource by the event. */
static const LiaisonUse *
find_use (const LiaisonConflictSlot *slot, guint resource)
{
  const LiaisonUse *first = NULL;

  for (guint i = 0; i < slot->n_uses; i++)
    if (slot->uses[i].resource == resource
        && (first == NULL || slot->uses[i].use.start < first->start))
      first = &slot->uses[i].use;
  return first;
}

/* The event whose part this use is, and which shares the resource with it. */
static guint
find_owner (const LiaisonConflictIndex *self, const LiaisonUse *use, guint resource)
{
  guint above = liaison_conflict_slot (self, use->event)->event.parent;

  for (guint depth = 0; above != LIAISON_NO_PLACE && depth < MAX_DEPTH; depth++)
    {
      const LiaisonConflictSlot *slot = liaison_conflict_slot (self, above);
      if (above == use->event)
        break;
      const LiaisonUse *found = find_use (slot, resource);
      if (found != NULL && found->start <= use->start && found->end >= use->end)
        return above;
      above = slot->event.parent;
    }
  return LIAISON_NO_PLACE;
}

LiaisonConflictPool *
liaison_conflict_index_choose_pool (LiaisonConflictIndex *self,
                                    const LiaisonUse *use,
                                    guint resource,
                                    guint *number)
{
  LiaisonConflictPool wanted = { .resource = resource, .owner = find_owner (self, use, resource) };
  gpointer found;

  *number = resource;
  if (wanted.owner == LIAISON_NO_PLACE)
    return self->pools->pdata[resource];
  if (!g_hash_table_lookup_extended (self->shared, &wanted, NULL, &found))
    {
      LiaisonConflictPool *pool = g_memdup2 (&wanted, sizeof wanted);
      found = GUINT_TO_POINTER (self->pools->len);
      g_ptr_array_add (self->pools, pool);
      g_hash_table_insert (self->shared, pool, found);
    }
  *number = GPOINTER_TO_UINT (found);
  return self->pools->pdata[*number];
}

static int
compare_uses (const LiaisonConflictIndex *self, const LiaisonUse *a, const LiaisonUse *b)
{
  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  if (a->event == b->event)
    return 0;
  return liaison_id_compare (liaison_conflict_slot (self, a->event)->id,
                             liaison_conflict_slot (self, b->event)->id);
}

static guint
lower_bound (const LiaisonConflictIndex *self,
             const LiaisonConflictPool *pool,
             const LiaisonUse *use)
{
  guint low = 0, high = pool->n_uses;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (compare_uses (self, &pool->uses[middle], use) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
liaison_conflict_pool_insert (const LiaisonConflictIndex *self,
                              LiaisonConflictPool *pool,
                              const LiaisonUse *use)
{
  guint at = lower_bound (self, pool, use);

  if (pool->n_uses == pool->n_allocated)
    {
      pool->n_allocated = MAX (4, pool->n_allocated + pool->n_allocated / 2);
      pool->uses = g_renew (LiaisonUse, pool->uses, pool->n_allocated);
    }
  memmove (&pool->uses[at + 1], &pool->uses[at], (pool->n_uses - at) * sizeof *use);
  pool->uses[at] = *use;
  pool->n_uses++;
}

void
liaison_conflict_pool_remove (const LiaisonConflictIndex *self,
                              LiaisonConflictPool *pool,
                              const LiaisonUse *use)
{
  guint at = lower_bound (self, pool, use);

  while (at < pool->n_uses
         && (pool->uses[at].end != use->end || pool->uses[at].amount != use->amount))
    at++;
  g_return_if_fail (at < pool->n_uses && pool->uses[at].event == use->event);
  pool->n_uses--;
  memmove (&pool->uses[at], &pool->uses[at + 1], (pool->n_uses - at) * sizeof *use);
}

typedef struct
{
  const LiaisonConflictIndex *index;
  LiaisonId resource;
} Sweep;

static void
overlap_cb (const LiaisonOverlap *overlap, gpointer data)
{
  const Sweep *sweep = data;
  LiaisonConflict conflict = { .event = liaison_conflict_slot (sweep->index, overlap->event)->id,
                               .resource = sweep->resource,
                               .start = overlap->start,
                               .end = overlap->end,
                               .asked = overlap->asked,
                               .capacity = overlap->capacity };

  if (overlap->other != LIAISON_NO_PLACE)
    conflict.other = liaison_conflict_slot (sweep->index, overlap->other)->id;
  g_array_append_val (sweep->index->seen, conflict);
}

/* Drops from both lists what stands in both. */
static void
drop_common (GArray *gone, guint first_gone, GArray *found, guint first_found)
{
  if (gone->len - first_gone > MANY || found->len - first_found > MANY)
    return;
  for (guint i = gone->len; i-- > first_gone;)
    for (guint j = first_found; j < found->len; j++)
      if (liaison_conflict_equal (&g_array_index (gone, LiaisonConflict, i),
                                  &g_array_index (found, LiaisonConflict, j)))
        {
          g_array_remove_index (gone, i);
          g_array_remove_index (found, j);
          break;
        }
}

static void
tell (const LiaisonConflict *before,
      guint n_before,
      const LiaisonConflict *after,
      guint n_after,
      GArray *gone,
      GArray *found)
{
  guint first_gone = gone->len, first_found = found->len;

  for (; n_before > 0 && n_after > 0 && liaison_conflict_equal (before, after); n_before--, n_after--)
    before++, after++;
  while (n_before > 0 && n_after > 0
         && liaison_conflict_equal (&before[n_before - 1], &after[n_after - 1]))
    n_before--, n_after--;
  if (n_before > 0)
    g_array_append_vals (gone, before, n_before);
  if (n_after > 0)
    g_array_append_vals (found, after, n_after);
  drop_common (gone, first_gone, found, first_found);
}

/* Puts what has been seen in the place of the old list. */
static void
replace (LiaisonConflictIndex *self,
         LiaisonConflict **conflicts,
         guint *n,
         GArray *gone,
         GArray *found)
{
  const LiaisonConflict *seen = (const LiaisonConflict *) (gconstpointer) self->seen->data;
  guint n_seen = self->seen->len;

  if (gone != NULL)
    tell (*conflicts, *n, seen, n_seen, gone, found);
  self->n_conflicts += n_seen - *n;
  if (n_seen != *n)
    *conflicts = g_renew (LiaisonConflict, *conflicts, n_seen);
  if (n_seen > 0)
    memcpy (*conflicts, seen, n_seen * sizeof *seen);
  *n = n_seen;
}

void
liaison_conflict_index_look_at_pool (LiaisonConflictIndex *self,
                                     LiaisonConflictPool *pool,
                                     GArray *gone,
                                     GArray *found)
{
  const LiaisonBlock *resource = self->resources[pool->resource];
  Sweep sweep = { self, resource->id };

  g_array_set_size (self->seen, 0);
  liaison_conflicts_sweep (pool->uses, pool->n_uses, 0, liaison_resource_get_capacity (resource),
                           overlap_cb, &sweep);
  replace (self, &pool->conflicts, &pool->n_conflicts, gone, found);
}

static void
look_at_tie (LiaisonConflictIndex *self, guint number, const LiaisonDependencyData *dependency)
{
  const LiaisonConflictSlot *after = liaison_conflict_slot (self, number);
  const LiaisonConflictSlot *before = g_hash_table_lookup (self->by_id, &dependency->event);

  if (before == NULL || before == after || !before->event.occurs)
    return;
  LiaisonLink link = liaison_link_from (dependency, 0, 0);
  gint64 delay = liaison_link_get_delay (&link, &before->event, &after->event);
  if (delay <= 0)
    return;
  LiaisonConflict conflict
      = { .event = after->id, .other = before->id, .type = link.type, .delay = delay };
  g_array_append_val (self->seen, conflict);
}

void
liaison_conflict_index_look_at_ties (LiaisonConflictIndex *self,
                                     guint number,
                                     GArray *gone,
                                     GArray *found)
{
  LiaisonConflictSlot *slot = liaison_conflict_slot (self, number);

  g_array_set_size (self->seen, 0);
  if (slot->event.occurs)
    {
      const LiaisonItems *items = LIAISON_DATA (Event, slot->event.block)->dependencies;
      guint n = liaison_items_get_size (items);
      for (guint i = 0; i < n; i++)
        look_at_tie (self, number, LIAISON_DATA (Dependency, liaison_items_get (items, i)));
    }
  replace (self, &slot->broken, &slot->n_broken, gone, found);
}

const LiaisonScheduledEvent *
liaison_conflict_index_find_event (const LiaisonConflictIndex *self, LiaisonId id)
{
  const LiaisonConflictSlot *slot = g_hash_table_lookup (self->by_id, &id);

  return slot != NULL && slot->event.block != NULL ? &slot->event : NULL;
}

static int
compare_owners (gconstpointer a, gconstpointer b, gpointer data)
{
  const LiaisonConflictPool *one = *(const LiaisonConflictPool *const *) a;
  const LiaisonConflictPool *two = *(const LiaisonConflictPool *const *) b;

  return liaison_id_compare (liaison_conflict_slot (data, one->owner)->id,
                             liaison_conflict_slot (data, two->owner)->id);
}

void
liaison_conflict_index_foreach_pool (const LiaisonConflictIndex *self,
                                     LiaisonId resource,
                                     LiaisonPoolFunc func,
                                     gpointer data)
{
  guint place = liaison_id_index_find (&self->index, resource);
  g_autoptr (GPtrArray) shared = g_ptr_array_new ();

  if (place == LIAISON_NO_PLACE)
    return;
  const LiaisonConflictPool *pool = self->pools->pdata[place];
  func (pool->uses, pool->n_uses, FALSE, data);
  for (guint i = self->n_resources; i < self->pools->len; i++)
    {
      pool = self->pools->pdata[i];
      if (pool->resource == place && pool->n_uses > 0)
        g_ptr_array_add (shared, (gpointer) pool);
    }
  g_ptr_array_sort_with_data (shared, compare_owners, (gpointer) self);
  for (guint i = 0; i < shared->len; i++)
    {
      pool = shared->pdata[i];
      func (pool->uses, pool->n_uses, TRUE, data);
    }
}
