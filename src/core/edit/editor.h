/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one door: every change to a document goes through its editor, which can undo it. */
#pragma once

#include "edit/proposal.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_EDIT_ERROR_NO_RECORD,  /* the record is not (or no longer) there, or there already */
  LIAISON_EDIT_ERROR_BAD_VALUE,  /* the value cannot stand at that slot */
  LIAISON_EDIT_ERROR_EXERCISE,   /* the exercise record can be neither removed nor added */
  LIAISON_EDIT_ERROR_READ_ONLY,  /* a plan of a newer version, or a baseline */
} LiaisonEditError;

#define LIAISON_EDIT_ERROR (liaison_edit_error_quark ())
GQuark liaison_edit_error_quark (void);

/* Where the editor gets the time from; nothing below the fronts asks the system. */
typedef gint64 (*LiaisonNowFunc) (gpointer data); /* Unix milliseconds */

#define LIAISON_TYPE_EDITOR (liaison_editor_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonEditor, liaison_editor, LIAISON, EDITOR, GObject)

/* Keeps a reference to @document. @data must outlive the editor.
 *
 * Properties, all notifying: "can-undo", "can-redo", "modified" (differs from what was last saved), "read-only".
 * Signal "committed" (LiaisonEditGroup *group): after a group was done, undone or redone, when the document has told its
 * listeners; for an undo it is a group of its own. The journal and the audit trail hang on it. */
LiaisonEditor *liaison_editor_new (LiaisonDocument *document, LiaisonNowFunc now, gpointer data);

LiaisonDocument *liaison_editor_get_document (LiaisonEditor *self);
gint64 liaison_editor_now (LiaisonEditor *self);
/* An id for a record about to be proposed. */
LiaisonId liaison_editor_new_id (LiaisonEditor *self);

void liaison_editor_set_author (LiaisonEditor *self, const char *author);
void liaison_editor_set_read_only (LiaisonEditor *self, gboolean read_only);
gboolean liaison_editor_get_read_only (LiaisonEditor *self);

/* Checks all of @proposal, then does all of it or nothing. A proposal that would change nothing succeeds and leaves no trace. */
gboolean liaison_editor_commit (LiaisonEditor *self, const LiaisonProposal *proposal, GError **error);

gboolean liaison_editor_can_undo (LiaisonEditor *self);
gboolean liaison_editor_can_redo (LiaisonEditor *self);
/* What Undo would take back and Redo bring back, for their labels; NULL: nothing. Borrowed. */
const LiaisonEditGroup *liaison_editor_peek_undo (LiaisonEditor *self);
const LiaisonEditGroup *liaison_editor_peek_redo (LiaisonEditor *self);
/* Slots that meanwhile hold something else are left alone and counted in *@skipped (may be NULL). FALSE: there was nothing. */
gboolean liaison_editor_undo (LiaisonEditor *self, guint *skipped);
gboolean liaison_editor_redo (LiaisonEditor *self, guint *skipped);

/* The document is now what is in the file. */
void liaison_editor_mark_saved (LiaisonEditor *self);
/* The document was changed by a journal that was read back: what is in the file differs. */
void liaison_editor_mark_modified (LiaisonEditor *self);
gboolean liaison_editor_get_modified (LiaisonEditor *self);

/* The groups done in this session and not undone, oldest first. Borrowed. */
const GPtrArray *liaison_editor_get_history (LiaisonEditor *self);

G_END_DECLS
