/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Snapshots: a whole plan at one version, immutable, for any thread. */
#pragma once

#include "record/kind.h"
#include "record/lookup.h"
#include "record/references.h"

G_BEGIN_DECLS

typedef struct _LiaisonSnapshot LiaisonSnapshot;

LiaisonSnapshot *liaison_snapshot_ref (LiaisonSnapshot *self);
void liaison_snapshot_unref (LiaisonSnapshot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonSnapshot, liaison_snapshot_unref)

/* The version of the document it was taken from. */
guint64 liaison_snapshot_get_version (const LiaisonSnapshot *self);
/* The blocks of one kind in ascending order of id. Borrowed. */
const LiaisonBlock *const *liaison_snapshot_get (const LiaisonSnapshot *self, LiaisonKindId kind, guint *n);
const LiaisonBlock *liaison_snapshot_find (const LiaisonSnapshot *self, LiaisonId id);
const LiaisonBlock *liaison_snapshot_get_exercise (const LiaisonSnapshot *self);
/* Members of the file's root that are no table known here, as raw members; NULL: none. */
const char *liaison_snapshot_get_unknown (const LiaisonSnapshot *self);
LiaisonLookup liaison_snapshot_get_lookup (const LiaisonSnapshot *self);
/* Who refers to whom in it. Transfer full. */
LiaisonReferenceIndex *liaison_snapshot_index_uses (const LiaisonSnapshot *self);

/* The same plan with these blocks (@n, of records that it has) in the place of theirs: what a proposal would make of
 * it. Keeps references to them. Transfer full. */
LiaisonSnapshot *liaison_snapshot_with_blocks (const LiaisonSnapshot *self, const LiaisonBlock *const *blocks, guint n);

/*< private to record/ >*/
/* An empty snapshot to be filled in ascending order of id. */
LiaisonSnapshot *liaison_snapshot_new (guint64 version, const char *unknown);
void liaison_snapshot_take_blocks (LiaisonSnapshot *self, LiaisonKindId kind, LiaisonBlock **blocks, guint n);

G_END_DECLS
