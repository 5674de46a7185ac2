/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "json/name-set.h"

#include "json/scan.h"

/* Up to here looking at each name is faster than hashing. */
#define FEW_NAMES 16

static guint64
draw_seed (void)
{
  return (guint64) g_random_int () << 32 | g_random_int ();
}

void
liaison_json_name_store_init (LiaisonJsonNameStore *store)
{
  memset (store, 0, sizeof *store);
  store->seed[0] = draw_seed ();
  store->seed[1] = draw_seed ();
}

void
liaison_json_name_store_clear (LiaisonJsonNameStore *store)
{
  g_clear_pointer (&store->entries, g_free);
  g_clear_pointer (&store->bytes, g_free);
}

void
liaison_json_name_set_begin (LiaisonJsonNameSet *set, LiaisonJsonNameStore *store)
{
  set->first = store->n_entries;
  set->n = 0;
  set->first_byte = store->n_bytes;
  set->slots = NULL;
  set->n_slots = 0;
}

void
liaison_json_name_set_end (LiaisonJsonNameSet *set, LiaisonJsonNameStore *store)
{
  if (set->n == 0)
    return;
  store->n_entries = set->first;
  store->n_bytes = set->first_byte;
  g_clear_pointer (&set->slots, g_free);
  set->n = 0;
}

static guint64
rotate (guint64 word, guint bits)
{
  return word << bits | word >> (64 - bits);
}

static void
sip_round (guint64 v[4])
{
  v[0] += v[1];
  v[1] = rotate (v[1], 13) ^ v[0];
  v[0] = rotate (v[0], 32);
  v[2] += v[3];
  v[3] = rotate (v[3], 16) ^ v[2];
  v[0] += v[3];
  v[3] = rotate (v[3], 21) ^ v[0];
  v[2] += v[1];
  v[1] = rotate (v[1], 17) ^ v[2];
  v[2] = rotate (v[2], 32);
}

/* The up to eight bytes left at @bytes as a number, zeros after them. */
static guint64
load_some (const char *bytes, gsize n)
{
  guint64 word = 0;

  memcpy (&word, bytes, MIN (n, sizeof word));
  return word;
}

static void
sip_absorb (guint64 v[4], guint64 word)
{
  v[3] ^= word;
  sip_round (v);
  v[0] ^= word;
}

static guint64
hash_name (const guint64 seed[2], const char *name, gsize length)
{
  guint64 v[4] = { seed[0] ^ G_GUINT64_CONSTANT (0x736f6d6570736575),
                   seed[1] ^ G_GUINT64_CONSTANT (0x646f72616e646f6d),
                   seed[0] ^ G_GUINT64_CONSTANT (0x6c7967656e657261),
                   seed[1] ^ G_GUINT64_CONSTANT (0x7465646279746573) };
  gsize i = 0;

  for (; i + 8 <= length; i += 8)
    sip_absorb (v, liaison_json_load (name + i));
  sip_absorb (v, load_some (name + i, length - i) ^ (guint64) length << 56);
  v[2] ^= 0xff;
  for (guint round = 0; round < 3; round++)
    sip_round (v);
  return v[0] ^ v[1] ^ v[2] ^ v[3];
}

static gboolean
is_same (const LiaisonJsonNameEntry *entry,
         const LiaisonJsonNameStore *store,
         guint64 head,
         const char *name,
         gsize length)
{
  return entry->head == head && entry->length == length
         && memcmp (store->bytes + entry->offset, name, length) == 0;
}

static void
put_in_slot (LiaisonJsonNameSet *set, guint64 hash, guint entry)
{
  guint mask = set->n_slots - 1;
  guint slot = (guint) hash & mask;

  while (set->slots[slot] != 0)
    slot = (slot + 1) & mask;
  set->slots[slot] = entry + 1;
}

/* Keeps at least half of the slots free. */
static void
grow_slots (LiaisonJsonNameSet *set, LiaisonJsonNameStore *store)
{
  set->n_slots = set->n_slots == 0 ? FEW_NAMES * 4 : set->n_slots * 2;
  g_clear_pointer (&set->slots, g_free);
  set->slots = g_new0 (guint32, set->n_slots);
  for (guint i = set->first; i < set->first + set->n; i++)
    {
      const LiaisonJsonNameEntry *entry = &store->entries[i];

      put_in_slot (set, hash_name (store->seed, store->bytes + entry->offset, entry->length), i);
    }
}

static gboolean
find_among_many (LiaisonJsonNameSet *set,
                 LiaisonJsonNameStore *store,
                 guint64 hash,
                 guint64 head,
                 const char *name,
                 gsize length)
{
  guint mask = set->n_slots - 1;

  for (guint slot = (guint) hash & mask; set->slots[slot] != 0; slot = (slot + 1) & mask)
    if (is_same (&store->entries[set->slots[slot] - 1], store, head, name, length))
      return TRUE;
  return FALSE;
}

static gboolean
find_among_few (LiaisonJsonNameSet *set,
                LiaisonJsonNameStore *store,
                guint64 head,
                const char *name,
                gsize length)
{
  for (guint i = set->first; i < set->first + set->n; i++)
    if (is_same (&store->entries[i], store, head, name, length))
      return TRUE;
  return FALSE;
}

static void
append_name (LiaisonJsonNameSet *set,
             LiaisonJsonNameStore *store,
             guint64 head,
             const char *name,
             gsize length)
{
  if (store->n_entries == store->max_entries)
    {
      store->max_entries = MAX (64, store->max_entries * 2);
      store->entries = g_renew (LiaisonJsonNameEntry, store->entries, store->max_entries);
    }
  if (length >= store->max_bytes - store->n_bytes)
    {
      store->max_bytes = MAX (1024, store->max_bytes * 2);
      store->bytes = g_realloc (store->bytes, store->max_bytes);
    }
  store->entries[store->n_entries++] =
      (LiaisonJsonNameEntry){ head, (guint32) store->n_bytes, (guint32) length };
  memcpy (store->bytes + store->n_bytes, name, length);
  store->n_bytes += length;
  set->n++;
}

gboolean
liaison_json_name_set_add (LiaisonJsonNameSet *set,
                           LiaisonJsonNameStore *store,
                           const char *name,
                           gsize length)
{
  guint64 head = load_some (name, length);
  guint64 hash;

  if (set->n < FEW_NAMES)
    {
      if (find_among_few (set, store, head, name, length))
        return FALSE;
      append_name (set, store, head, name, length);
      return TRUE;
    }
  if (set->n * 2 >= set->n_slots)
    grow_slots (set, store);
  hash = hash_name (store->seed, name, length);
  if (find_among_many (set, store, hash, head, name, length))
    return FALSE;
  append_name (set, store, head, name, length);
  put_in_slot (set, hash, set->first + set->n - 1);
  return TRUE;
}
