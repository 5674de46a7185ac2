/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/snapshot.h"

#include "record/id-map.h"
#include "record/kinds/nation.h"
#include "record/live-snapshot.h"

#include <string.h>

typedef struct
{
  LiaisonBlock **blocks;
  guint n;
} Blocks;

struct _LiaisonSnapshot
{
  gatomicrefcount refs;
  guint64 version;
  char *unknown;
  Blocks kinds[LIAISON_N_KINDS];

  /* Made when the first block is looked for, by whatever thread does. */
  gsize index_ready;
  LiaisonIdMap *by_id; /* -> LiaisonBlock; NULL until it is asked */
};

LiaisonSnapshot *
liaison_snapshot_new (guint64     version,
                      const char *unknown)
{
  LiaisonSnapshot *self = g_new0 (LiaisonSnapshot, 1);
  g_atomic_ref_count_init (&self->refs);
  self->version = version;
  self->unknown = g_strdup (unknown);
  return self;
}

LiaisonSnapshot *
liaison_snapshot_ref (LiaisonSnapshot *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
liaison_snapshot_unref (LiaisonSnapshot *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      for (guint i = 0; i < self->kinds[kind].n; i++)
        liaison_block_unref (self->kinds[kind].blocks[i]);
      g_free (self->kinds[kind].blocks);
    }
  g_clear_pointer (&self->by_id, liaison_id_map_free);
  g_free (self->unknown);
  g_free (self);
}

void
liaison_snapshot_take_blocks (LiaisonSnapshot *self,
                              LiaisonKindId    kind,
                              LiaisonBlock   **blocks,
                              guint            n)
{
  self->kinds[kind] = (Blocks) { blocks, n };
}

guint64
liaison_snapshot_get_version (const LiaisonSnapshot *self)
{
  return self->version;
}

const LiaisonBlock *const *
liaison_snapshot_get (const LiaisonSnapshot *self,
                      LiaisonKindId          kind,
                      guint                 *n)
{
  *n = self->kinds[kind].n;
  return (const LiaisonBlock *const *) self->kinds[kind].blocks;
}

static LiaisonIdMap *
get_index (LiaisonSnapshot *self)
{
  guint n = 0;

  if (g_once_init_enter (&self->index_ready))
    {
      self->by_id = liaison_id_map_new ();
      for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
        n += self->kinds[kind].n;
      liaison_id_map_reserve (self->by_id, n);
      for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
        for (guint i = 0; i < self->kinds[kind].n; i++)
          liaison_id_map_insert (self->by_id, self->kinds[kind].blocks[i]->id, self->kinds[kind].blocks[i]);
      g_once_init_leave (&self->index_ready, 1);
    }
  return self->by_id;
}

static const LiaisonBlock *
find_nation (const LiaisonSnapshot *self,
             LiaisonId              code_id)
{
  const Blocks *nations = &self->kinds[LIAISON_KIND_NATION];

  for (guint i = 0; i < nations->n; i++)
    {
      const char *code = LIAISON_DATA (Nation, nations->blocks[i])->code;
      if (code != NULL && liaison_id_same (liaison_id_for_code (code), code_id))
        return nations->blocks[i];
    }
  return NULL;
}

const LiaisonBlock *
liaison_snapshot_get_exercise (const LiaisonSnapshot *self)
{
  return self->kinds[LIAISON_KIND_EXERCISE].blocks[0];
}

const LiaisonBlock *
liaison_snapshot_find (const LiaisonSnapshot *self,
                       LiaisonId              id)
{
  if (!liaison_id_is_code (id))
    return liaison_id_map_lookup (get_index ((LiaisonSnapshot *) self), id);
  if (liaison_id_same (id, liaison_id_for_code ("STARTEX")) || liaison_id_same (id, liaison_id_for_code ("ENDEX")))
    return liaison_snapshot_get_exercise (self);
  return find_nation (self, id);
}

LiaisonSnapshot *
liaison_snapshot_with_blocks (const LiaisonSnapshot     *self,
                              const LiaisonBlock *const *blocks,
                              guint                      n)
{
  LiaisonSnapshot *copy = liaison_snapshot_new (self->version, self->unknown);
  g_autoptr (GHashTable) changed = g_hash_table_new (liaison_id_hash, liaison_id_equal);

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (changed, (gpointer) &blocks[i]->id, (gpointer) blocks[i]);
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      const Blocks *from = &self->kinds[kind];
      LiaisonBlock **to = g_new (LiaisonBlock *, from->n + 1);
      for (guint i = 0; i < from->n; i++)
        {
          const LiaisonBlock *other = g_hash_table_lookup (changed, &from->blocks[i]->id);
          to[i] = liaison_block_ref (other != NULL ? other : from->blocks[i]);
        }
      liaison_snapshot_take_blocks (copy, kind, to, from->n);
    }
  return copy;
}

LiaisonSnapshot *
liaison_snapshot_copy (const LiaisonSnapshot *self)
{
  return liaison_snapshot_with_blocks (self, NULL, 0);
}

void
liaison_snapshot_set_version (LiaisonSnapshot *self,
                              guint64          version)
{
  self->version = version;
}

/* The place of the id among the blocks, or where it belongs. */
static guint
find_place (const Blocks *blocks,
            LiaisonId     id)
{
  guint low = 0;

  for (guint high = blocks->n; low < high;)
    {
      guint middle = low + (high - low) / 2;
      if (liaison_id_compare (blocks->blocks[middle]->id, id) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gboolean
liaison_snapshot_replace (LiaisonSnapshot    *self,
                          const LiaisonBlock *before,
                          const LiaisonBlock *after)
{
  const LiaisonBlock *either = before != NULL ? before : after;
  Blocks *blocks = &self->kinds[liaison_kind_for_shape (either->shape)->id];
  guint at = find_place (blocks, either->id);
  gboolean there = at < blocks->n && liaison_id_same (blocks->blocks[at]->id, either->id);

  if (there != (before != NULL) || (there && blocks->blocks[at] != before)
      || (before != NULL && after != NULL && before->shape != after->shape))
    return FALSE;
  if (after != NULL && !there)
    {
      blocks->blocks = g_renew (LiaisonBlock *, blocks->blocks, blocks->n + 1);
      memmove (&blocks->blocks[at + 1], &blocks->blocks[at], (blocks->n - at) * sizeof *blocks->blocks);
      blocks->n++;
    }
  if (self->by_id != NULL && before != NULL)
    liaison_id_map_remove (self->by_id, before->id);
  if (after != NULL)
    blocks->blocks[at] = liaison_block_ref (after);
  else
    {
      blocks->n--;
      memmove (&blocks->blocks[at], &blocks->blocks[at + 1], (blocks->n - at) * sizeof *blocks->blocks);
    }
  if (self->by_id != NULL && after != NULL)
    liaison_id_map_insert (self->by_id, blocks->blocks[at]->id, blocks->blocks[at]);
  if (before != NULL)
    liaison_block_unref ((LiaisonBlock *) before);
  return TRUE;
}

const char *
liaison_snapshot_get_unknown (const LiaisonSnapshot *self)
{
  return self->unknown;
}

static const LiaisonBlock *
snapshot_find (gpointer  data,
               LiaisonId id)
{
  return liaison_snapshot_find (data, id);
}

LiaisonLookup
liaison_snapshot_get_lookup (const LiaisonSnapshot *self)
{
  return (LiaisonLookup) { snapshot_find, (gpointer) self };
}

LiaisonReferenceIndex *
liaison_snapshot_index_uses (const LiaisonSnapshot *self)
{
  LiaisonReferenceIndex *index = liaison_reference_index_new (LIAISON_REFERENCES_ALL);

  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    for (guint i = 0; i < self->kinds[kind].n; i++)
      liaison_reference_index_update (index, NULL, self->kinds[kind].blocks[i]);
  return index;
}
