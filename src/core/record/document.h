/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document: the tables of one plan, by id and by reference. Main thread only; threads work on snapshots. */
#pragma once

#include "record/references.h"
#include "record/snapshot.h"
#include "record/table.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_DOCUMENT (liaison_document_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonDocument, liaison_document, LIAISON, DOCUMENT, GObject)

/* What happened to one record: @before NULL when it was added, @after NULL when it was removed. */
typedef struct
{
  const LiaisonBlock *before;
  const LiaisonBlock *after;
} LiaisonChange;

/* A plan with nothing but an exercise record of that id. */
LiaisonDocument *liaison_document_new (LiaisonId exercise);

/* Counts the groups of edits since the document was made. */
guint64 liaison_document_get_version (LiaisonDocument *self);
LiaisonTable *liaison_document_get_table (LiaisonDocument *self, LiaisonKindId kind);
/* Borrowed. */
LiaisonRecord *liaison_document_get_exercise (LiaisonDocument *self);
LiaisonRecord *liaison_document_find (LiaisonDocument *self, LiaisonId id);
LiaisonLookup liaison_document_get_lookup (LiaisonDocument *self);
/* All records of all kinds. */
guint liaison_document_get_size (LiaisonDocument *self);

/* The ids of the records that refer to @target (for a nation: liaison_id_for_code () of its code), each once, in no order.
 * The first call on a plan builds the index. Borrowed until the next edit. */
const LiaisonId *liaison_document_find_uses (LiaisonDocument *self, LiaisonId target, guint *n);
/* The same index built elsewhere, from the snapshot of that version, in a thread: takes @index when the plan still is of that
 * version and has none, else frees it. TRUE when there is an index now. */
gboolean liaison_document_take_uses (LiaisonDocument *self, LiaisonReferenceIndex *index, guint64 version);
/* The id under which others refer to this record: its own, or for a nation the one made of its code. */
LiaisonId liaison_document_get_target_id (LiaisonDocument *self, LiaisonId record);

/* The plan as it is now, for a thread; the same one until the next edit. Transfer full. */
LiaisonSnapshot *liaison_document_get_snapshot (LiaisonDocument *self);

/* Root members of the file that are no table known here, as raw members; NULL: none. */
const char *liaison_document_get_unknown (LiaisonDocument *self);
void liaison_document_set_unknown (LiaisonDocument *self, const char *unknown);

/* Signals:
 * "changed" (const LiaisonChange *changes, guint n): after each group, when records have notified and tables have said
 * items-changed. The blocks are borrowed for the length of the call. */

/* Filling a new document, before anyone looks at it: takes @block. FALSE, with @block released, when its id is taken.
 * An exercise replaces the one the document was made with. */
gboolean liaison_document_fill (LiaisonDocument *self, const LiaisonKind *kind, LiaisonBlock *block);

/* For edit/ alone: makes all of @changes at once, then tells everyone. Each `before` must be what is there. */
void liaison_document_apply (LiaisonDocument *self, const LiaisonChange *changes, guint n);

G_END_DECLS
