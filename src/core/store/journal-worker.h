/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The thread that brings a journal's frames to the disk, so that nobody who edits ever waits for
 * it. What is not yet known to be there stays in memory; after any failure it cuts the file back to
 * what is known and tries again. */
#pragma once

#include <glib.h>

#include "store/journal-head.h"

G_BEGIN_DECLS

/* Microseconds from a write to its fdatasync (so that a burst of edits costs one), and from a
 * failure to the next try. */
#define LIAISON_JOURNAL_SYNC_DELAY  400000
#define LIAISON_JOURNAL_RETRY_DELAY 2000000

typedef struct _LiaisonJournalWorker LiaisonJournalWorker;

/* Called in the worker's thread, without its lock, whenever the failure appears, changes or goes.
 */
typedef void (*LiaisonJournalWorkerFunc) (gpointer data);

/* Takes @fd, an empty file that is already locked, and writes the header before it returns. @path
 * is what errors name. NULL with @error; @fd is then still the caller's. */
LiaisonJournalWorker *liaison_journal_worker_new (int fd,
                                                  const char *path,
                                                  const LiaisonJournalBase *base,
                                                  LiaisonJournalWorkerFunc failure_changed,
                                                  gpointer data,
                                                  GError **error);

/* Ends the thread, with @keep after one more try to write what is waiting, and closes the file. */
void liaison_journal_worker_free (LiaisonJournalWorker *self, gboolean keep);

/* Each returns at once; what they ask for happens in the order they were called. */
void liaison_journal_worker_append (LiaisonJournalWorker *self, GBytes *entry);
/* @base->entries counts from the first entry ever appended. */
void liaison_journal_worker_note_save (LiaisonJournalWorker *self, const LiaisonJournalBase *base);
/* Empties the file and begins anew after @base, in which every entry so far is. */
void liaison_journal_worker_restart (LiaisonJournalWorker *self, const LiaisonJournalBase *base);

/* Waits until all asked for so far is on the disk, or a try fails. */
gboolean liaison_journal_worker_flush (LiaisonJournalWorker *self, GError **error);

/* Entries asked for, and entries known to be on the disk, since the beginning. */
guint64 liaison_journal_worker_get_appended (LiaisonJournalWorker *self);
guint64 liaison_journal_worker_get_durable (LiaisonJournalWorker *self);

/* A copy of what the last try failed with; NULL when all is well. */
GError *liaison_journal_worker_dup_failure (LiaisonJournalWorker *self);

G_END_DECLS
