/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Journals that a crash left behind: finding them, reading them back, deciding what of them a plan
 * lacks.
 *
 * After a recovery: begin a new journal for the plan, append to it what was replayed, flush it, and
 * only then discard the old one, so that a crash in between loses nothing. */
#pragma once

#include <gio/gio.h>

#include "store/error.h"
#include "store/file-stamp.h"

G_BEGIN_DECLS

/* Entries of one journal that are read back, in bytes all together; what comes after is left and
 * reported as torn. */
#define LIAISON_JOURNAL_MAX_READ (G_GUINT64_CONSTANT (1024) * 1024 * 1024)

/* One journal whose owner is gone. It holds the file's lock, so that no other instance recovers it
 * too. */
typedef struct _LiaisonJournalRecovery LiaisonJournalRecovery;

/* Reads the journal at @path. BUSY while its owner, or another recovery, has it; NOT_REGULAR,
 * NOT_FOUND, IO ... as the disk reports. A damaged journal is no error: is_torn tells. NULL on
 * error. */
LiaisonJournalRecovery *liaison_journal_recovery_open (const char *path, GError **error);
void liaison_journal_recovery_free (LiaisonJournalRecovery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonJournalRecovery, liaison_journal_recovery_free)

/* The journal's own path; lent. */
const char *liaison_journal_recovery_get_path (LiaisonJournalRecovery *self);

/* The plan it belongs to, as of its last save; NULL for one that never had a file, or when the
 * header is damaged. Lent. */
const char *liaison_journal_recovery_get_plan (LiaisonJournalRecovery *self);

/* When it was last written to, in microseconds since 1970, UTC. */
gint64 liaison_journal_recovery_get_modified (LiaisonJournalRecovery *self);

/* The entries in order. Lent, valid while @self is. */
guint liaison_journal_recovery_get_n_entries (LiaisonJournalRecovery *self);
GBytes *liaison_journal_recovery_get_entry (LiaisonJournalRecovery *self, guint position);

/* Whether bytes at the end (or all of them) were not as they were written and were left out. */
gboolean liaison_journal_recovery_is_torn (LiaisonJournalRecovery *self);

/* Whether the plan's file, which now stands as in @now (NULL: it never had one), is a version this
 * journal knows. Then
 * *@first is the first entry that the file lacks, get_n_entries where it lacks none. FALSE:
 * somebody changed the file, or it is gone; the entries came after another version, and replaying
 * them is a person's decision. */
gboolean liaison_journal_recovery_match (LiaisonJournalRecovery *self,
                                         const LiaisonFileStamp *now,
                                         guint *first);

/* Removes the file. @self remains to be freed. */
gboolean liaison_journal_recovery_discard (LiaisonJournalRecovery *self, GError **error);

/* All journals in @state_folder of which the owner is gone and that hold entries (or damaged
 * bytes), oldest first, as LiaisonJournalRecovery; those that hold nothing are removed. A missing
 * folder holds none. Free with g_ptr_array_unref. */
GPtrArray *liaison_journal_find_orphans (const char *state_folder);

/* Whether a live journal in @state_folder other than @except (a path, or NULL) is of the plan at
 * @plan, links followed. */
gboolean liaison_journal_is_open (const char *state_folder, const char *plan, const char *except);

G_END_DECLS
