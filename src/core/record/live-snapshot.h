/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A snapshot that follows its document: for an index that is kept from edit to edit, and that
 * nobody else looks into. */
#pragma once

#include "record/snapshot.h"

G_BEGIN_DECLS

/* The same blocks, in a snapshot of one's own. Transfer full. */
LiaisonSnapshot *liaison_snapshot_copy (const LiaisonSnapshot *self);
/* Puts @after in the place of @before; either may be NULL. FALSE where @before is not what is there. */
gboolean liaison_snapshot_replace (LiaisonSnapshot *self,
                                   const LiaisonBlock *before,
                                   const LiaisonBlock *after);
void liaison_snapshot_set_version (LiaisonSnapshot *self, guint64 version);

G_END_DECLS
