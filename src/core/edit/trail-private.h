/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries of the audit trail as bytes: what trail.c and trail-entry.c share. */
#pragma once

#include "edit/trail.h"

G_BEGIN_DECLS

/* SHA-256 in hexadecimal digits. */
#define LIAISON_TRAIL_HASH_LENGTH 64

/* Checks that the compact object in @bytes, which it takes, is an entry. NULL with @error when it
 * is not. */
LiaisonTrailEntry *liaison_trail_entry_new_take (GString *bytes, GError **error);
/* Appends the hash of the object in @body as its last member. */
void liaison_trail_seal (GString *body);

/* The entry's object with its hash, compact. Borrowed. */
const char *liaison_trail_entry_get_bytes (LiaisonTrailEntry *self, gsize *length);
/* Whether its hash is that of its bytes. */
gboolean liaison_trail_entry_is_sealed (LiaisonTrailEntry *self);
/* Whether it names @hash as the one before it; NULL: whether it names none. */
gboolean liaison_trail_entry_follows (LiaisonTrailEntry *self, const char *hash);
/* What its author's next entry names: its hash, or for a checkpoint the last hash it stands for.
 * LIAISON_TRAIL_HASH_LENGTH bytes without a NUL. Borrowed. */
const char *liaison_trail_entry_get_head (LiaisonTrailEntry *self);
/* How many entries a checkpoint stands for; 0 when it is none. */
guint64 liaison_trail_entry_get_folded (LiaisonTrailEntry *self);

G_END_DECLS
