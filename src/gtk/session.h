/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session: one open plan with all that its window and views share. Views are given their session and nothing else. */
#pragma once

#include "selection.h"

#include "edit/editor.h"
#include "edit/trail.h"
#include "store/journal-recovery.h"
#include "store/plan.h"
#include "words/manner.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_SESSION (liaison_session_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonSession, liaison_session, LIAISON, SESSION, GObject)

/* Properties: "title" (of the exercise), "path" (NULL: not saved yet), "modified", "saving".
 *
 * Signals:
 * "manner-changed": language, zone or format of times: what is told has to be told again.
 * "notice" (const char *text, gboolean undoable): something was done that a toast should say.
 * "proposed" (LiaisonProposal *) -> gboolean: something is about to be committed. TRUE: somebody asks
 *   the person first, and commits what is wanted.
 * "problem" (const char *what, const char *details): something could not be done. */

/* Takes @plan. @path is where it came from: a file of the person's, a draft (draft.h), or NULL for a new one. */
LiaisonSession *liaison_session_new (LiaisonPlan *plan, const char *path);

LiaisonDocument *liaison_session_get_document (LiaisonSession *self);
LiaisonEditor *liaison_session_get_editor (LiaisonSession *self);
LiaisonTrail *liaison_session_get_trail (LiaisonSession *self);
LiaisonSelection *liaison_session_get_selection (LiaisonSession *self);
const char *liaison_session_get_title (LiaisonSession *self);
const char *liaison_session_get_path (LiaisonSession *self);

/* How to tell things in this window. A plain value, borrowed from the session: ask again after "manner-changed" and each time
 * the clock matters. */
LiaisonManner liaison_session_get_manner (LiaisonSession *self);
/* The language new texts are written in, a BCP 47 tag. Interned. */
const char *liaison_session_get_language (LiaisonSession *self);

/* The live review: a GListModel of LiaisonFindingItem (finding-item.h), worst first; it follows each
 * edit at once, or, where all must be looked at, when a thread is done. */
GListModel *liaison_session_get_findings (LiaisonSession *self);
/* Those that planners have accepted, which are not among the others. */
GListModel *liaison_session_get_accepted (LiaisonSession *self);

/* The same finding with the edits that mend it, if there are any. Borrowed until the next edit. */
LiaisonFinding *liaison_session_mend (LiaisonSession *self, LiaisonFinding *finding);

/* Commits and, when it is refused, emits "problem". Takes @proposal. @notice (may be NULL) is told with a way to undo. */
gboolean liaison_session_commit (LiaisonSession *self, LiaisonProposal *proposal, const char *notice);
/* Keeps a boolean @property of @object (that a button is sensitive, an action enabled) FALSE while the plan is read only:
 * a copy for an audience, a file of a newer version. */
void liaison_session_bind_writable (LiaisonSession *self, gpointer object, const char *property);
/* For single fields: @value is taken. */
gboolean liaison_session_set_field (LiaisonSession *self, const LiaisonBlock *block, guint field, LiaisonValue value);

/* New records with the exercise's default marking; undoable, and selected afterwards. Returns the id. */
LiaisonId liaison_session_add_record (LiaisonSession *self, const LiaisonKind *kind, LiaisonBlock *block);
/* An unshared block of @kind with a new id, serial and the exercise's default marking, to be filled in and added. */
LiaisonBlock *liaison_session_new_block (LiaisonSession *self, const LiaisonKind *kind);
void liaison_session_undo (LiaisonSession *self);
void liaison_session_redo (LiaisonSession *self);

/* Saves in a thread. @path NULL: where it came from. */
void liaison_session_save_async (LiaisonSession *self, const char *path, GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer data);
gboolean liaison_session_save_finish (LiaisonSession *self, GAsyncResult *result, GError **error);

/* Where journals are kept. Transfer full. */
char *liaison_session_dup_state_folder (void);
/* Begins the recovery journal, once someone listens to "problem"; a failure is reported, not fatal. */
void liaison_session_begin_journal (LiaisonSession *self);
/* What was replayed of @recovery from @first on is unsaved, and safe in the journal begun. FALSE: @recovery must be kept. */
gboolean liaison_session_adopt_recovery (LiaisonSession *self, LiaisonJournalRecovery *recovery, guint first);
/* The plan is closed for good: its journal goes. */
void liaison_session_close_journal (LiaisonSession *self);

/* Tells the views that preferences (zone, format, language) have changed. */
void liaison_session_refresh_manner (LiaisonSession *self);

G_END_DECLS
