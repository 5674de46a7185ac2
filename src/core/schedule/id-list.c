/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/bookings-private.h"

/* How far from where it is looked for first, and then. */
#define CLOSE 64
#define NOT_FAR 4096

static inline gboolean
is_before (LiaisonId a, LiaisonId b)
{
  __extension__ typedef unsigned __int128 Wide;

  return ((Wide) a.high << 64 | a.low) < ((Wide) b.high << 64 | b.low);
}

/* The place of @id among those from @low to before @high, or LIAISON_NO_PLACE. No step is a jump, which would be
 * foreseen wrongly half of the time. */
static inline guint
search (const LiaisonIdList *self, LiaisonId id, guint low, guint high)
{
  const LiaisonId *base = self->ids + low;

  for (guint n = high - low; n > 1;)
    {
      guint half = n / 2;
      base += half & -(guint) is_before (base[half - 1], id);
      n -= half;
    }
  return low < high && liaison_id_same (*base, id) ? (guint) (base - self->ids) : LIAISON_NO_PLACE;
}

/* Whether it lies within so many places of @near, if anywhere; then between which. */
static inline gboolean
is_within (const LiaisonIdList *self, LiaisonId id, guint near, guint far, guint *low, guint *high)
{
  *low = near > far ? near - far : 0;
  *high = MIN (near + far, self->n);
  return (*low == 0 || !is_before (id, self->ids[*low])) && (*high == self->n || is_before (id, self->ids[*high]));
}

guint
liaison_id_list_find (const LiaisonIdList *self, LiaisonId id, guint near)
{
  guint low, high;

  if (self->n == 0)
    return LIAISON_NO_PLACE;
  if (near > 0 && near < self->n
      && (is_within (self, id, near, CLOSE, &low, &high) || is_within (self, id, near, NOT_FAR, &low, &high)))
    return search (self, id, low, high);
  return search (self, id, 0, self->n);
}

void
liaison_id_index_take (LiaisonIdIndex *self, const LiaisonBlock *const *blocks, guint n)
{
  guint size = 16;

  while (size < 2 * n)
    size *= 2;
  self->mask = size - 1;
  self->seed[0] = liaison_random_get_seed ()[0];
  self->seed[1] = liaison_random_get_seed ()[1];
  self->entries = g_malloc0 (size * sizeof *self->entries);
  for (guint i = 0; i < n; i++)
    {
      guint at = liaison_id_index_hash (self, blocks[i]->id);
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
