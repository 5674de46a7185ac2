/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/journal-worker.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/descriptor.h"
#include "store/error.h"
#include "store/journal-frame.h"

typedef struct
{
  LiaisonJournalKind kind; /* a header restarts the file */
  GBytes *entry;
  LiaisonJournalBase base;
} Job;

/* How far the file goes. */
typedef struct
{
  goffset length;
  LiaisonJournalChain chain;
  guint64 origin;  /* entries that were appended before this header */
  guint64 entries; /* since the beginning */
} Extent;

struct _LiaisonJournalWorker
{
  /* Owned */
  char *path;
  LiaisonDescriptor fd;
  GThread *thread;
  GMutex mutex;
  GCond cond;
  LiaisonOwner owner;
  LiaisonJournalWorkerFunc failure_changed;
  gpointer data;

  /* Guarded by the mutex */
  GQueue jobs; /* asked for and not yet known to be on the disk, oldest first */
  guint64 n_queued;
  guint64 n_durable;
  guint64 n_failures;
  guint64 appended;
  guint64 durable_entries;
  GError *failure;
  guint n_waiting; /* callers of flush */
  gboolean quits;
  gboolean discards; /* quits without writing what is waiting */
  gboolean kicked;   /* try at once in spite of a failure */
  GList *next;       /* of the jobs, the first that is not written */

  /* The thread's own */
  Extent durable;
  Extent written;
  guint n_written; /* of the jobs, those that are written but not synced */
  gint64 sync_at;  /* monotonic time */
  gint64 retry_at;
};

static Job *
job_new (LiaisonJournalKind kind, GBytes *entry, const LiaisonJournalBase *base)
{
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  if (entry != NULL)
    job->entry = g_bytes_ref (entry);
  if (base != NULL)
    {
      job->base = *base;
      job->base.path = g_strdup (base->path);
    }
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->entry, g_bytes_unref);
  liaison_journal_base_clear (&job->base);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static gboolean
write_frame (LiaisonJournalWorker *self,
             Extent *extent,
             LiaisonJournalKind kind,
             const void *payload,
             gsize length)
{
  g_autoptr (GString) frame = g_string_sized_new (length + 64);

  liaison_journal_frame_write (frame, &extent->chain, kind, payload, length);
  if (lseek (self->fd, extent->length, SEEK_SET) < 0
      || !liaison_descriptor_write (self->fd, frame->str, frame->len))
    return FALSE;
  extent->length += frame->len;
  return TRUE;
}

static gboolean
write_header (LiaisonJournalWorker *self, Extent *extent, const LiaisonJournalBase *base)
{
  LiaisonJournalBase first = *base;
  g_autofree char *text = NULL;

  first.entries = 0;
  text = liaison_journal_base_format (&first, &self->owner);
  extent->length = 0;
  extent->origin = extent->entries;
  liaison_journal_chain_init (&extent->chain);
  return ftruncate (self->fd, 0) == 0
         && write_frame (self, extent, LIAISON_JOURNAL_HEADER, text, strlen (text));
}

/* The journal counts its entries from its header on, of which a save may hold none. */
static gboolean
write_save (LiaisonJournalWorker *self, Extent *extent, const LiaisonJournalBase *base)
{
  LiaisonJournalBase relative = *base;
  g_autofree char *text = NULL;

  relative.entries = base->entries > extent->origin ? base->entries - extent->origin : 0;
  text = liaison_journal_base_format (&relative, NULL);
  return write_frame (self, extent, LIAISON_JOURNAL_SAVE, text, strlen (text));
}

/* Moves @extent on only when all was written. What stood before a header is gone with the first try
 * to write it. */
static gboolean
write_job (LiaisonJournalWorker *self, Extent *extent, Job *job)
{
  Extent next = *extent;
  gboolean ok;

  if (job->kind == LIAISON_JOURNAL_HEADER)
    ok = write_header (self, &next, &job->base);
  else if (job->kind == LIAISON_JOURNAL_SAVE)
    ok = write_save (self, &next, &job->base);
  else
    {
      next.entries++;
      ok = write_frame (self, &next, LIAISON_JOURNAL_ENTRY, g_bytes_get_data (job->entry, NULL),
                        g_bytes_get_size (job->entry));
    }
  if (ok)
    *extent = next;
  else if (job->kind == LIAISON_JOURNAL_HEADER)
    self->durable.length = 0;
  return ok;
}

/* A journal that somebody deleted takes bytes and keeps none of them. */
static gboolean
sync_file (LiaisonJournalWorker *self)
{
  struct stat status;

  if (fdatasync (self->fd) != 0 || fstat (self->fd, &status) != 0)
    return FALSE;
  errno = ENOENT;
  return status.st_nlink > 0;
}

/* Called with the mutex held; gives it up to tell of the change. */
static void
set_failure (LiaisonJournalWorker *self, GError *failure)
{
  gboolean changed = failure != NULL || self->failure != NULL;

  g_clear_error (&self->failure);
  self->failure = failure;
  if (!changed || self->failure_changed == NULL)
    return;
  g_mutex_unlock (&self->mutex);
  self->failure_changed (self->data);
  g_mutex_lock (&self->mutex);
}

/* After a failure nobody knows what of the unsynced bytes is on the disk: they are written again,
 * all of them. */
static void
fall_back (LiaisonJournalWorker *self, int errsv)
{
  GError *failure = NULL;

  if (ftruncate (self->fd, self->durable.length) != 0)
    g_debug ("%s: cannot cut back: %s", self->path, g_strerror (errno));
  self->written = self->durable;
  self->n_written = 0;
  self->next = self->jobs.head;
  self->retry_at = g_get_monotonic_time () + LIAISON_JOURNAL_RETRY_DELAY;
  self->n_failures++;
  self->kicked = FALSE;
  liaison_store_fail_errno (&failure, errsv, self->path, "keep the unsaved changes");
  set_failure (self, failure);
}

static void
write_next (LiaisonJournalWorker *self)
{
  Job *job = self->next->data;
  gboolean ok;
  int errsv;

  g_mutex_unlock (&self->mutex);
  ok = write_job (self, &self->written, job);
  errsv = errno;
  g_mutex_lock (&self->mutex);
  if (!ok)
    {
      fall_back (self, errsv);
      return;
    }
  self->next = self->next->next;
  if (self->n_written++ == 0)
    self->sync_at = g_get_monotonic_time () + LIAISON_JOURNAL_SYNC_DELAY;
}

static void
sync_written (LiaisonJournalWorker *self)
{
  gboolean ok;
  int errsv;

  g_mutex_unlock (&self->mutex);
  ok = sync_file (self);
  errsv = errno;
  g_mutex_lock (&self->mutex);
  if (!ok)
    {
      fall_back (self, errsv);
      return;
    }
  self->durable = self->written;
  self->durable_entries = self->durable.entries;
  self->n_durable += self->n_written;
  for (; self->n_written > 0; self->n_written--)
    job_free (g_queue_pop_head (&self->jobs));
  set_failure (self, NULL);
}

/* All that stands before a header is synced first, so that a failed header is tried again alone. */
static gboolean
must_sync (LiaisonJournalWorker *self)
{
  const Job *job = self->next != NULL ? self->next->data : NULL;

  if (self->n_written == 0)
    return FALSE;
  if (g_get_monotonic_time () >= self->sync_at)
    return TRUE;
  return job != NULL ? job->kind == LIAISON_JOURNAL_HEADER : self->quits || self->n_waiting > 0;
}

/* One thing that can be done now; FALSE when there is none, with the time to wait until in *@until,
 * or 0. */
static gboolean
step (LiaisonJournalWorker *self, gint64 *until)
{
  *until = 0;
  if (self->failure != NULL && self->n_written == 0 && self->next != NULL && !self->kicked
      && g_get_monotonic_time () < self->retry_at)
    {
      *until = self->retry_at;
      return FALSE;
    }
  self->kicked = FALSE;
  if (must_sync (self))
    sync_written (self);
  else if (self->next != NULL)
    write_next (self);
  else
    {
      *until = self->n_written > 0 ? self->sync_at : 0;
      return FALSE;
    }
  g_cond_broadcast (&self->cond);
  return TRUE;
}

static gpointer
run (gpointer data)
{
  LiaisonJournalWorker *self = data;
  gint64 until = 0;

  g_mutex_lock (&self->mutex);
  for (;;)
    {
      guint64 failures = self->n_failures;

      while (!self->discards && step (self, &until))
        if (self->quits && self->n_failures != failures)
          break;
      if (self->quits)
        break;
      if (until == 0)
        g_cond_wait (&self->cond, &self->mutex);
      else
        g_cond_wait_until (&self->cond, &self->mutex, until);
    }
  g_mutex_unlock (&self->mutex);
  return NULL;
}

LiaisonJournalWorker *
liaison_journal_worker_new (int fd,
                            const char *path,
                            const LiaisonJournalBase *base,
                            LiaisonJournalWorkerFunc failure_changed,
                            gpointer data,
                            GError **error)
{
  LiaisonJournalWorker *self = g_new0 (LiaisonJournalWorker, 1);

  self->fd = fd;
  self->path = g_strdup (path);
  self->failure_changed = failure_changed;
  self->data = data;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  g_queue_init (&self->jobs);
  liaison_owner_get_self (&self->owner);
  if (!write_header (self, &self->durable, base) || !sync_file (self))
    {
      liaison_store_fail_errno (error, errno, path, "begin a journal of unsaved changes");
      self->fd = -1;
      liaison_journal_worker_free (self, FALSE);
      return NULL;
    }
  self->written = self->durable;
  self->thread = g_thread_new ("journal", run, self);
  return self;
}

void
liaison_journal_worker_free (LiaisonJournalWorker *self, gboolean keep)
{
  if (self->thread != NULL)
    {
      g_mutex_lock (&self->mutex);
      self->quits = TRUE;
      self->discards = !keep;
      self->kicked = TRUE;
      g_cond_broadcast (&self->cond);
      g_mutex_unlock (&self->mutex);
      g_thread_join (self->thread);
    }
  g_queue_clear_full (&self->jobs, job_free);
  liaison_descriptor_clear (&self->fd);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_clear_error (&self->failure);
  g_clear_pointer (&self->path, g_free);
  g_free (self);
}

static void
enqueue (LiaisonJournalWorker *self, Job *job)
{
  g_mutex_lock (&self->mutex);
  g_queue_push_tail (&self->jobs, job);
  if (self->next == NULL)
    self->next = self->jobs.tail;
  self->n_queued++;
  if (job->kind == LIAISON_JOURNAL_ENTRY)
    self->appended++;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

void
liaison_journal_worker_append (LiaisonJournalWorker *self, GBytes *entry)
{
  enqueue (self, job_new (LIAISON_JOURNAL_ENTRY, entry, NULL));
}

void
liaison_journal_worker_note_save (LiaisonJournalWorker *self, const LiaisonJournalBase *base)
{
  enqueue (self, job_new (LIAISON_JOURNAL_SAVE, NULL, base));
}

void
liaison_journal_worker_restart (LiaisonJournalWorker *self, const LiaisonJournalBase *base)
{
  enqueue (self, job_new (LIAISON_JOURNAL_HEADER, NULL, base));
}

gboolean
liaison_journal_worker_flush (LiaisonJournalWorker *self, GError **error)
{
  guint64 target, failures;
  gboolean done;

  g_mutex_lock (&self->mutex);
  target = self->n_queued;
  failures = self->n_failures;
  self->n_waiting++;
  self->kicked = TRUE;
  g_cond_broadcast (&self->cond);
  while (self->n_durable < target && (self->n_failures == failures || self->failure == NULL))
    g_cond_wait (&self->cond, &self->mutex);
  self->n_waiting--;
  done = self->n_durable >= target;
  if (!done && error != NULL)
    *error = g_error_copy (self->failure);
  g_mutex_unlock (&self->mutex);
  return done;
}

guint64
liaison_journal_worker_get_appended (LiaisonJournalWorker *self)
{
  guint64 appended;

  g_mutex_lock (&self->mutex);
  appended = self->appended;
  g_mutex_unlock (&self->mutex);
  return appended;
}

guint64
liaison_journal_worker_get_durable (LiaisonJournalWorker *self)
{
  guint64 durable;

  g_mutex_lock (&self->mutex);
  durable = self->durable_entries;
  g_mutex_unlock (&self->mutex);
  return durable;
}

GError *
liaison_journal_worker_dup_failure (LiaisonJournalWorker *self)
{
  GError *failure;

  g_mutex_lock (&self->mutex);
  failure = self->failure != NULL ? g_error_copy (self->failure) : NULL;
  g_mutex_unlock (&self->mutex);
  return failure;
}
