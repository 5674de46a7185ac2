/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The unsaved edits of one open plan, on the disk within a second, so that neither a crash nor a
 * power cut loses them.
 *
 * One file a plan in a state folder of the user's, held locked while the plan is open: that tells a
 * second instance (the lock is held) from a crash (the file is there, the lock is not). It is
 * written by a thread of its own; appending never waits and never fails. When the disk fails or is
 * full, `failure` says so, what is not yet on the disk stays in memory and is tried again every two
 * seconds; the edits themselves are in the document, whatever happens here.
 *
 * Around a save:
 *   position = liaison_journal_get_position (journal)   with the snapshot that is saved
 *   liaison_safe_file_prepare (save, &stamp)
 *   liaison_journal_note_save (journal, path, &stamp, position)
 *   liaison_safe_file_commit (save, &stamp)
 *   liaison_journal_saved (journal, path, &stamp, position)
 * After a crash anywhere in between the SHA-256 of the plan's file tells which entries it already
 * holds. */
#pragma once

#include <gio/gio.h>

#include "store/error.h"
#include "store/file-stamp.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_JOURNAL (liaison_journal_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonJournal, liaison_journal, LIAISON, JOURNAL, GObject)

/* Begins a journal in @state_folder (made with mode 0700 if it is missing) for the plan at @plan as
 * it stood in @base; both may be NULL for a plan that was never saved. BUSY when another instance,
 * or another journal of this one, has that plan open; else as the disk reports. NULL on error. */
LiaisonJournal *liaison_journal_new (const char *state_folder,
                                     const char *plan,
                                     const LiaisonFileStamp *base,
                                     GError **error);

/* Appends one edit: any bytes, at most LIAISON_JOURNAL_MAX_ENTRY. It is on the disk within a
 * second. */
void liaison_journal_append (LiaisonJournal *self, GBytes *entry);

/* How many entries were appended since the journal began. */
guint64 liaison_journal_get_position (LiaisonJournal *self);

/* How many of them are known to be on the disk (or in a saved plan). */
guint64 liaison_journal_get_durable (LiaisonJournal *self);

/* Waits until all entries so far are on the disk. FALSE with @error when a try fails; they are then
 * still tried. */
gboolean liaison_journal_flush_sync (LiaisonJournal *self, GError **error);

/* Notes, durably, that the first @position entries are in the version of the plan that is about to
 * take its place. Blocks like flush_sync. A failure is no reason not to save: a recovery then asks
 * instead of knowing. */
gboolean liaison_journal_note_save (LiaisonJournal *self,
                                    const char *plan,
                                    const LiaisonFileStamp *stamp,
                                    guint64 position,
                                    GError **error);

/* The save is done and durable (not after NOT_DURABLE): the file begins anew after @stamp, unless
 * edits came meanwhile; these stay until the next save. Returns at once. */
void liaison_journal_saved (LiaisonJournal *self,
                            const char *plan,
                            const LiaisonFileStamp *stamp,
                            guint64 position);

/* Removes the file: the plan is closed, and its edits are saved or given up. Nothing may be
 * appended after it. A journal that is dropped without it writes what is waiting and leaves its
 * file to be found. FALSE with @error when the file could not be removed. */
gboolean liaison_journal_remove (LiaisonJournal *self, GError **error);

/* Property `failure` (G_TYPE_ERROR): a copy of what the last try failed with, NULL when all is
 * well. Notified in the main context that was the thread's default when the journal was made. */
GError *liaison_journal_dup_failure (LiaisonJournal *self);

/* The path of the file; free with g_free. */
char *liaison_journal_dup_path (LiaisonJournal *self);

G_END_DECLS
