/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A snapshot that follows its document: for an index that is kept from edit to edit, and that
 * nobody else looks into. And how a document makes one snapshot of the one before. */
#pragma once

#include "record/document.h"

G_BEGIN_DECLS

/* The same blocks, in a snapshot of one's own. Transfer full. */
LiaisonSnapshot *liaison_snapshot_copy (const LiaisonSnapshot *self);
/* Puts @after in the place of @before; either may be NULL. FALSE where @before is not what is there. */
gboolean liaison_snapshot_replace (LiaisonSnapshot *self,
                                   const LiaisonBlock *before,
                                   const LiaisonBlock *after);
void liaison_snapshot_set_version (LiaisonSnapshot *self, guint64 version);

/* What the changes, in the order in which they were made, have made of @self: another snapshot that
 * shares with it what they did not touch, its index of ids too. Transfer full. */
LiaisonSnapshot *liaison_snapshot_with_changes (const LiaisonSnapshot *self,
                                                guint64 version,
                                                const char *unknown,
                                                const LiaisonChange *changes,
                                                guint n);

G_END_DECLS
