/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/alike.h"

struct _LiaisonAlike
{
  LiaisonKeyFunc key;
  guint64 kinds;
  GHashTable *members[LIAISON_N_KINDS]; /* key, owned -> GArray of LiaisonId; NULL: none yet */
};

/* Where the id is, or belongs. */
static guint
find_place (const GArray *ids, LiaisonId id)
{
  guint low = 0;

  for (guint high = ids->len; low < high;)
    {
      guint middle = low + (high - low) / 2;
      if (liaison_id_compare (g_array_index (ids, LiaisonId, middle), id) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
add (LiaisonAlike *self, const LiaisonBlock *block, const char *key)
{
  GHashTable **members = &self->members[liaison_kind_for_shape (block->shape)->id];
  GArray *ids;

  if (*members == NULL)
    *members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  ids = g_hash_table_lookup (*members, key);
  if (ids == NULL)
    {
      ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
      g_hash_table_insert (*members, g_strdup (key), ids);
    }
  g_array_insert_val (ids, find_place (ids, block->id), block->id);
}

static void
drop (LiaisonAlike *self, const LiaisonBlock *block, const char *key)
{
  GHashTable *members = self->members[liaison_kind_for_shape (block->shape)->id];
  GArray *ids = g_hash_table_lookup (members, key);

  if (ids->len == 1)
    g_hash_table_remove (members, key);
  else
    g_array_remove_index (ids, find_place (ids, block->id));
}

static const char *
get_key (const LiaisonAlike *self, const LiaisonBlock *block)
{
  return block != NULL && (self->kinds >> liaison_kind_for_shape (block->shape)->id & 1) ? self->key (block) : NULL;
}

void
liaison_alike_replace (LiaisonAlike *self, const LiaisonBlock *before, const LiaisonBlock *after)
{
  const char *old = get_key (self, before), *new = get_key (self, after);

  if (g_strcmp0 (old, new) == 0 && before != NULL && after != NULL)
    return;
  if (old != NULL)
    drop (self, before, old);
  if (new != NULL)
    add (self, after, new);
}

LiaisonAlike *
liaison_alike_new (const LiaisonSnapshot *snapshot, guint64 kinds, LiaisonKeyFunc key)
{
  LiaisonAlike *self = g_new0 (LiaisonAlike, 1);
  guint n;

  self->key = key;
  self->kinds = kinds;
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      const LiaisonBlock *const *blocks = liaison_snapshot_get (snapshot, kind, &n);
      for (guint i = 0; i < n; i++)
        liaison_alike_replace (self, NULL, blocks[i]);
    }
  return self;
}

void
liaison_alike_free (LiaisonAlike *self)
{
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    g_clear_pointer (&self->members[kind], g_hash_table_unref);
  g_free (self);
}

const LiaisonId *
liaison_alike_get (const LiaisonAlike *self, const LiaisonBlock *block, guint *n)
{
  const char *key = get_key (self, block);
  GHashTable *members = self->members[liaison_kind_for_shape (block->shape)->id];
  const GArray *ids = key != NULL && members != NULL ? g_hash_table_lookup (members, key) : NULL;

  *n = ids != NULL ? ids->len : 0;
  return ids != NULL ? (const LiaisonId *) (gconstpointer) ids->data : NULL;
}
