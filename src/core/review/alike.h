/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of one kind that have the same key, such as one serial: kept from edit to edit. */
#pragma once

#include "record/snapshot.h"

G_BEGIN_DECLS

typedef struct _LiaisonAlike LiaisonAlike;
/* NULL: the record has none. */
typedef const char *(*LiaisonKeyFunc) (const LiaisonBlock *block);

LiaisonAlike *liaison_alike_new (const LiaisonSnapshot *snapshot, guint64 kinds, LiaisonKeyFunc key);
void liaison_alike_free (LiaisonAlike *self);
/* @after stands in the place of @before; either may be NULL. */
void liaison_alike_replace (LiaisonAlike *self, const LiaisonBlock *before, const LiaisonBlock *after);
/* Those with the key that the record has, in the order of ids. Borrowed until the next edit. */
const LiaisonId *liaison_alike_get (const LiaisonAlike *self, const LiaisonBlock *block, guint *n);

G_END_DECLS
