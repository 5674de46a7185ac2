/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The audit trail: who changed what when, old and new; one chain of hashes for each planner, kept
 * in the file. */
#pragma once

#include "edit/editor.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_TRAIL (liaison_trail_get_type ())
/* A GListModel of LiaisonTrailEntry, oldest first. */
G_DECLARE_FINAL_TYPE (LiaisonTrail, liaison_trail, LIAISON, TRAIL, GObject)

#define LIAISON_TYPE_TRAIL_ENTRY (liaison_trail_entry_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonTrailEntry, liaison_trail_entry, LIAISON, TRAIL_ENTRY, GObject)

LiaisonTrail *liaison_trail_new (void);

/* Appends an entry for @group: canonical compact JSON of author, when, sentence, operands, slots
 * with old and new, the hash of the author's entry before it; and the SHA-256 of that. */
void liaison_trail_append (LiaisonTrail *self, const LiaisonEditGroup *group);
/* From now on appends what the editor commits; stops when either is finalised. */
void liaison_trail_follow (LiaisonTrail *self, LiaisonEditor *editor);

/* One entry as it stands in the file: reads the next value of an array. Its chain is not checked
 * here. */
gboolean liaison_trail_read_entry (LiaisonTrail *self, LiaisonJsonReader *reader, GError **error);
/* All entries as the elements of a JSON array, compact, one a line: for liaison_plan_write. NULL
 * when there is none. */
GBytes *liaison_trail_freeze (LiaisonTrail *self);

/* Whether every chain is whole. FALSE: *@broken (may be NULL) is the place of the first entry that
 * does not fit. */
gboolean liaison_trail_verify (LiaisonTrail *self, guint *broken);

const char *liaison_trail_entry_get_author (LiaisonTrailEntry *self);
gint64 liaison_trail_entry_get_when (LiaisonTrailEntry *self); /* Unix ms */
/* msgid and operands of what was done, for liaison_manner_tell_sentence (). Borrowed. */
const char *liaison_trail_entry_get_sentence (LiaisonTrailEntry *self);
const GArray *liaison_trail_entry_get_operands (LiaisonTrailEntry *self);
/* Whether the entry changed this record. */
gboolean liaison_trail_entry_concerns (LiaisonTrailEntry *self, LiaisonId record);

G_END_DECLS
