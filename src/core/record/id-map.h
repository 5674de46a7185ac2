/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From ids to what has them. Keys lie in the table itself, so a look-up in a large plan waits for memory once, where a
 * GHashTable of pointers to ids waits three times. */
#pragma once

#include "record/id.h"

G_BEGIN_DECLS

typedef struct _LiaisonIdMap LiaisonIdMap;

LiaisonIdMap *liaison_id_map_new (void);
LiaisonIdMap *liaison_id_map_copy (const LiaisonIdMap *self);
void liaison_id_map_free (LiaisonIdMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonIdMap, liaison_id_map_free)

/* Makes room for @n, so that it does not grow step by step. */
void liaison_id_map_reserve (LiaisonIdMap *self, guint n);
/* @value, not NULL, takes the place of what the id had before. */
void liaison_id_map_insert (LiaisonIdMap *self, LiaisonId id, gpointer value);
void liaison_id_map_remove (LiaisonIdMap *self, LiaisonId id);
/* NULL: nothing has the id. */
gpointer liaison_id_map_lookup (const LiaisonIdMap *self, LiaisonId id);
guint liaison_id_map_get_size (const LiaisonIdMap *self);

G_END_DECLS
