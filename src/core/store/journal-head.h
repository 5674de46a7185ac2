/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the frames of a journal that are not edits say: whose it is and which version of which plan
 * it continues. */
#pragma once

#include <glib.h>

#include "store/file-stamp.h"
#include "store/owner.h"

G_BEGIN_DECLS

#define LIAISON_JOURNAL_SUFFIX ".journal"

/* The version of a plan that edits come after. */
typedef struct
{
  char *path;                             /* links followed; NULL for a plan that has no file yet */
  char sha256[LIAISON_SHA256_LENGTH + 1]; /* empty for a plan that was never saved */
  guint64 entries; /* how many entries of this journal the version already holds */
} LiaisonJournalBase;

/* @path and @stamp may be NULL. Links are followed where that is possible. */
void liaison_journal_base_init (LiaisonJournalBase *base,
                                const char *path,
                                const LiaisonFileStamp *stamp,
                                guint64 entries);
void liaison_journal_base_clear (LiaisonJournalBase *base);

/* `liaison-journal 1 PID START BOOT SHA256 ENTRIES URI`, each `-` where there is none. For a save
 * the same without owner is `SHA256 ENTRIES URI`. Names of files go as URIs, since they need not be
 * UTF-8. Free with g_free. */
char *liaison_journal_base_format (const LiaisonJournalBase *base, const LiaisonOwner *owner);

/* Reads what format wrote; @owner is NULL for a save. FALSE when it is something else; @base then
 * needs no clearing. */
gboolean
liaison_journal_base_parse (const char *text, LiaisonJournalBase *base, LiaisonOwner *owner);

/* The name of a journal file for the plan at @path (or NULL): what stands before its first dash is
 * the same for all journals of one plan, and the number after it is the process. Free with g_free.
 */
char *liaison_journal_new_name (const char *path, gint64 pid);

/* How the names of a plan's journals begin, with the dash. Free with g_free. */
char *liaison_journal_name_prefix (const char *path);

/* The process number in a journal's name; 0 when it is no such name. */
gint64 liaison_journal_name_get_pid (const char *name);

G_END_DECLS
