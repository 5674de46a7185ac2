/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a group of changes has to tell: collected while it is made, sent once when all of it is in place. */
#pragma once

#include "record/table.h"

G_BEGIN_DECLS

typedef struct _LiaisonAnnouncement LiaisonAnnouncement;

LiaisonAnnouncement *liaison_announcement_new (void);
void liaison_announcement_free (LiaisonAnnouncement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonAnnouncement, liaison_announcement_free)

/* @record, in @table, has other values than @before now. */
void liaison_announcement_add_change (LiaisonAnnouncement *self, LiaisonTable *table, LiaisonRecord *record,
                                      const LiaisonBlock *before);
/* Call right after an insertion, and right before a removal, at @position. */
void liaison_announcement_add_insertion (LiaisonAnnouncement *self, LiaisonTable *table, guint position);
void liaison_announcement_add_removal (LiaisonAnnouncement *self, LiaisonTable *table, guint position);
/* @record's times have moved because what they hang on has. FALSE when that was said before. */
gboolean liaison_announcement_add_follower (LiaisonAnnouncement *self, LiaisonTable *table, LiaisonRecord *record);

/* Notifies records, then has each table say items-changed: one for each record while few have changed and none came or went,
 * else one for the whole span. (GTK's sort and filter models hear nothing else.) */
void liaison_announcement_send (LiaisonAnnouncement *self);

G_END_DECLS
