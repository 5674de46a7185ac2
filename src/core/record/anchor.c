/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/anchor.h"

/* Ids stand in chunks, each twice as large as the one before, which never move: so reading one
 * takes no lock. */
#define FIRST_BITS 8
#define N_CHUNKS   (32 - FIRST_BITS + 1)

static LiaisonId *chunks[N_CHUNKS];
static guint32 n_anchors; /* the greatest number given out */

/* Chunk 0 holds the places up to 2^FIRST_BITS, chunk 1 as many again, each after it twice those. */
static guint
get_chunk (guint32 place, guint *first)
{
  guint above = place >> FIRST_BITS;
  guint chunk = above != 0 ? g_bit_storage (above) : 0;

  *first = chunk != 0 ? 1u << (chunk + FIRST_BITS - 1) : 0;
  return chunk;
}

static LiaisonId *
get_place (guint32 place)
{
  guint first, chunk = get_chunk (place, &first);

  return (LiaisonId *) g_atomic_pointer_get (&chunks[chunk]) + (place - first);
}

/* With the lock held. */
static LiaisonAnchor
add (GHashTable *numbers, LiaisonId id)
{
  guint32 place = n_anchors;
  guint first, chunk = get_chunk (place, &first);
  LiaisonId *at;

  if (chunks[chunk] == NULL)
    g_atomic_pointer_set (&chunks[chunk], g_new0 (LiaisonId, MAX (first, 1u << FIRST_BITS)));
  at = get_place (place);
  *at = id;
  g_atomic_int_set (&n_anchors, place + 1);
  g_hash_table_insert (numbers, at, GUINT_TO_POINTER (place + 1));
  return place + 1;
}

LiaisonAnchor
liaison_anchor_for (LiaisonId id)
{
  static GMutex mutex;
  static GHashTable *numbers;
  LiaisonAnchor anchor;

  if (liaison_id_is_zero (id))
    return 0;
  g_mutex_lock (&mutex);
  if (numbers == NULL)
    numbers = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  anchor = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, &id));
  if (anchor == 0)
    anchor = add (numbers, id);
  g_mutex_unlock (&mutex);
  return anchor;
}

LiaisonId
liaison_anchor_get_id (LiaisonAnchor anchor)
{
  if (anchor == 0 || anchor > (guint32) g_atomic_int_get (&n_anchors))
    return (LiaisonId){ 0, 0 };
  return *get_place (anchor - 1);
}
