/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The member names seen in the objects that are open now, to refuse one that comes twice. Private
 * to this folder. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 head; /* the first eight bytes, zeros after a shorter name */
  guint32 offset;
  guint32 length;
} LiaisonJsonNameEntry;

/* All names of all open objects, innermost last. Plain arrays: a name is added for every member
 * that is skipped. */
typedef struct
{
  LiaisonJsonNameEntry *entries; /* owned */
  guint n_entries;
  guint max_entries;
  char *bytes; /* owned */
  gsize n_bytes;
  gsize max_bytes;
  guint64 seed[2];
} LiaisonJsonNameStore;

/* The names of one object: those of the store from @first on, as long as it is the innermost. */
typedef struct
{
  guint first;
  guint n;
  gsize first_byte;
  guint32 *slots; /* owned; entry + 1, or 0 where free; NULL while the names are few */
  guint n_slots;  /* a power of two */
} LiaisonJsonNameSet;

void liaison_json_name_store_init (LiaisonJsonNameStore *store);
void liaison_json_name_store_clear (LiaisonJsonNameStore *store);

void liaison_json_name_set_begin (LiaisonJsonNameSet *set, LiaisonJsonNameStore *store);
void liaison_json_name_set_end (LiaisonJsonNameSet *set, LiaisonJsonNameStore *store);

/* FALSE if @name is in the set already. Costs the same however the names were chosen: the hash is
 * SipHash-1-3 with a key drawn for each reader (Aumasson and Bernstein, "SipHash: a fast
 * short-input PRF", 2012). */
gboolean liaison_json_name_set_add (LiaisonJsonNameSet *set,
                                    LiaisonJsonNameStore *store,
                                    const char *name,
                                    gsize length);

G_END_DECLS
