/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal of an open plan: what its editor commits, on the disk within a second; and reading it
 * back after a crash. */
#pragma once

#include "store/journal.h"
#include "store/journal-recovery.h"
#include "store/plan.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_PLAN_JOURNAL (liaison_plan_journal_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonPlanJournal, liaison_plan_journal, LIAISON, PLAN_JOURNAL, GObject)

/* Begins a journal for the plan of @editor and follows it. @path and @stamp as for
 * liaison_journal_new: NULL for a plan never saved. */
LiaisonPlanJournal *liaison_plan_journal_new (LiaisonEditor *editor,
                                              const char *state_folder,
                                              const char *path,
                                              const LiaisonFileStamp *stamp,
                                              GError **error);
LiaisonJournal *liaison_plan_journal_get_journal (LiaisonPlanJournal *self);
/* Takes over what was replayed of @recovery from @first on: the entries are in this journal, on the
 * disk, and the old one may be discarded. FALSE with @error when they are not on the disk yet. */
gboolean liaison_plan_journal_adopt (LiaisonPlanJournal *self,
                                     LiaisonJournalRecovery *recovery,
                                     guint first,
                                     GError **error);
/* The plan is closed: removes the file. */
gboolean liaison_plan_journal_close (LiaisonPlanJournal *self, GError **error);

/* Saves with the journal told before and after, so that a crash at any moment leaves plan and
 * journal in step. @position is liaison_journal_get_position () when @snapshot was taken. @journal
 * may be NULL. Otherwise as liaison_plan_save; for any thread. NOT_DURABLE: it is saved, and @stamp
 * tells, but the disk did not confirm it. */
gboolean liaison_plan_save_with_journal (const LiaisonSnapshot *snapshot,
                                         GBytes *trail,
                                         const char *path,
                                         LiaisonFileStamp *stamp,
                                         LiaisonPlanJournal *journal,
                                         guint64 position,
                                         GCancellable *cancellable,
                                         GError **error);

/* What an entry of a journal says, or NULL with @error when it is not one of ours. Checked like
 * everything from outside. */
LiaisonEditGroup *liaison_plan_journal_read_entry (GBytes *entry, GError **error);
/* Makes the entries of @recovery from @first on in the document of @plan, through the editor of
 * none: the plan is not shown yet. Edits whose slot does not hold what it held are left out and
 * counted in *@skipped. Returns how many groups were made. */
guint liaison_plan_replay (LiaisonPlan *plan,
                           LiaisonJournalRecovery *recovery,
                           guint first,
                           guint *skipped);

G_END_DECLS
