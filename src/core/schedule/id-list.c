/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/bookings-private.h"

/* The place of @id in [low, high), or LIAISON_NO_PLACE. */
static guint
search (const LiaisonIdList *self, LiaisonId id, guint low, guint high)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (liaison_id_compare (self->ids[middle], id) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->n && liaison_id_same (self->ids[low], id) ? low : LIAISON_NO_PLACE;
}

guint
liaison_id_list_find (const LiaisonIdList *self, LiaisonId id, guint near)
{
  guint step = 1;

  if (self->n == 0)
    return LIAISON_NO_PLACE;
  if (near == 0 || near >= self->n)
    return search (self, id, 0, self->n);
  if (liaison_id_compare (self->ids[near], id) <= 0)
    {
      guint low = near;
      for (; low + step < self->n && liaison_id_compare (self->ids[low + step], id) <= 0;
           step *= 2)
        low += step;
      return search (self, id, low, MIN (low + step, self->n));
    }
  guint high = near;
  for (; high >= step && liaison_id_compare (self->ids[high - step], id) > 0; step *= 2)
    high -= step;
  return search (self, id, high >= step ? high - step : 0, high);
}

void
liaison_id_index_take (LiaisonIdIndex *self, const LiaisonBlock *const *blocks, guint n)
{
  guint size = 16;

  while (size < 2 * n)
    size *= 2;
  self->mask = size - 1;
  self->entries = g_malloc0 (size * sizeof *self->entries);
  for (guint i = 0; i < n; i++)
    {
      guint at = liaison_id_hash (&blocks[i]->id) & self->mask;
      while (!liaison_id_is_zero (self->entries[at].id))
        at = (at + 1) & self->mask;
      self->entries[at].id = blocks[i]->id;
      self->entries[at].place = i;
    }
}

void
liaison_id_index_clear (LiaisonIdIndex *self)
{
  g_clear_pointer (&self->entries, g_free);
}

guint
liaison_id_index_find (const LiaisonIdIndex *self, LiaisonId id)
{
  if (liaison_id_is_zero (id))
    return LIAISON_NO_PLACE;
  for (guint at = liaison_id_hash (&id) & self->mask; !liaison_id_is_zero (self->entries[at].id);
       at = (at + 1) & self->mask)
    if (liaison_id_same (self->entries[at].id, id))
      return self->entries[at].place;
  return LIAISON_NO_PLACE;
}
