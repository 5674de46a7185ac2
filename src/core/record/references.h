/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a block refers to, and the index of who refers to whom. */
#pragma once

#include "record/block.h"

G_BEGIN_DECLS

/* Something in @block refers to @target. @field is its place in the block's table, @item the item it lies in or NULL.
 * A nation is referred to by its code: then @target is liaison_id_for_code (). An instant that hangs on STARTEX or ENDEX refers to
 * liaison_id_for_code ("STARTEX") or ("ENDEX"). */
typedef void (*LiaisonReferenceFunc) (LiaisonId target, guint field, const LiaisonBlock *item, gpointer data);

typedef enum
{
  LIAISON_REFERENCES_ALL,
  LIAISON_REFERENCES_ANCHORS, /* only those of anchored instants */
} LiaisonReferenceScope;

void liaison_block_foreach_reference (const LiaisonBlock *block, LiaisonReferenceScope scope, LiaisonReferenceFunc func,
                                      gpointer data);
/* How many of them refer to @target. */
guint liaison_block_count_references (const LiaisonBlock *block, LiaisonId target);

/* Who refers to whom, over many blocks: for each target the ids of the records that refer to it. */
typedef struct _LiaisonReferenceIndex LiaisonReferenceIndex;

LiaisonReferenceIndex *liaison_reference_index_new (LiaisonReferenceScope scope);
void liaison_reference_index_free (LiaisonReferenceIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonReferenceIndex, liaison_reference_index_free)

/* Takes the references of @before out, which must be what was put in last of this record, and those of @after in; either may be
 * NULL, @before for a record that is new here. */
void liaison_reference_index_update (LiaisonReferenceIndex *self, const LiaisonBlock *before, const LiaisonBlock *after);
/* The ids of the records that refer to @target, each once, in no order. Borrowed until the next update. */
const LiaisonId *liaison_reference_index_lookup (LiaisonReferenceIndex *self, LiaisonId target, guint *n);

G_END_DECLS
