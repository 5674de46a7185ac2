/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/bookings-private.h"

void
liaison_id_list_take (LiaisonIdList *self, const LiaisonSnapshot *snapshot, LiaisonKindId kind)
{
  const LiaisonBlock *const *blocks = liaison_snapshot_get (snapshot, kind, &self->n);

  self->ids = g_new (LiaisonId, MAX (self->n, 1));
  for (guint i = 0; i < self->n; i++)
    self->ids[i] = blocks[i]->id;
}

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
