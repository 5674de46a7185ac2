/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/items.h"

#include <stdlib.h>

struct _LiaisonItems
{
  gatomicrefcount refs;
  guint n;
  LiaisonBlock *blocks[];
};

G_DEFINE_BOXED_TYPE (LiaisonItems, liaison_items, liaison_items_ref, liaison_items_unref)

static int
compare_blocks (const void *a,
                const void *b)
{
  return liaison_id_compare ((*(LiaisonBlock *const *) a)->id, (*(LiaisonBlock *const *) b)->id);
}

LiaisonItems *
liaison_items_ref (LiaisonItems *self)
{
  if (self != NULL)
    g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
liaison_items_unref (LiaisonItems *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < self->n; i++)
    liaison_block_unref (self->blocks[i]);
  g_free (self);
}

LiaisonItems *
liaison_items_new_take (LiaisonBlock **blocks,
                        guint          n)
{
  if (n == 0)
    return NULL;

  LiaisonItems *self = g_malloc (sizeof (LiaisonItems) + n * sizeof (LiaisonBlock *));
  g_atomic_ref_count_init (&self->refs);
  self->n = 0;
  if (n > 1)
    qsort (blocks, n, sizeof (LiaisonBlock *), compare_blocks);
  for (guint i = 0; i < n; i++)
    if (i > 0 && liaison_id_same (blocks[i]->id, self->blocks[self->n - 1]->id))
      liaison_block_unref (blocks[i]);
    else
      self->blocks[self->n++] = blocks[i];
  return self;
}

guint
liaison_items_get_size (const LiaisonItems *self)
{
  return self != NULL ? self->n : 0;
}

const LiaisonBlock *
liaison_items_get (const LiaisonItems *self,
                   guint               index)
{
  g_return_val_if_fail (index < liaison_items_get_size (self), NULL);
  return self->blocks[index];
}

const LiaisonBlock *const *
liaison_items_get_all (const LiaisonItems *self,
                       guint              *n)
{
  *n = self != NULL ? self->n : 0;
  return self != NULL ? (const LiaisonBlock *const *) self->blocks : NULL;
}

const LiaisonBlock *
liaison_items_lookup (const LiaisonItems *self,
                      LiaisonId           id)
{
  guint low = 0, high = liaison_items_get_size (self);

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = liaison_id_compare (self->blocks[middle]->id, id);
      if (order == 0)
        return self->blocks[middle];
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

LiaisonItems *
liaison_items_with (const LiaisonItems *self,
                    LiaisonId           id,
                    const LiaisonBlock *block)
{
  guint n = liaison_items_get_size (self), kept = 0;
  g_autofree LiaisonBlock **blocks = g_new (LiaisonBlock *, n + 1);

  for (guint i = 0; i < n; i++)
    if (!liaison_id_same (self->blocks[i]->id, id))
      blocks[kept++] = liaison_block_ref (self->blocks[i]);
  if (block != NULL)
    blocks[kept++] = liaison_block_ref (block);
  return liaison_items_new_take (blocks, kept);
}

gboolean
liaison_items_equal (const LiaisonItems *a,
                     const LiaisonItems *b)
{
  if (a == b)
    return TRUE;
  if (liaison_items_get_size (a) != liaison_items_get_size (b))
    return FALSE;
  for (guint i = 0; i < liaison_items_get_size (a); i++)
    if (!liaison_block_equal (a->blocks[i], b->blocks[i]))
      return FALSE;
  return TRUE;
}
