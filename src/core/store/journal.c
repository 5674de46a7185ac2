/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "store/descriptor.h"
#include "store/journal-frame.h"
#include "store/journal-recovery.h"
#include "store/journal-worker.h"

#define TRIES 16

/* How the worker's thread reaches a journal that may be gone by the time its context runs. */
typedef struct
{
  gatomicrefcount references;
  GMainContext *context;
  LiaisonJournal *journal; /* borrowed, used in the context only, NULL once it is disposed of */
} Notice;

struct _LiaisonJournal
{
  GObject parent_instance;

  /* Owned */
  char *path;
  LiaisonJournalWorker *worker;
  Notice *notice;
};

G_DEFINE_FINAL_TYPE (LiaisonJournal, liaison_journal, G_TYPE_OBJECT)

enum
{
  PROP_FAILURE = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static Notice *
notice_new (LiaisonJournal *journal)
{
  Notice *notice = g_new0 (Notice, 1);

  g_atomic_ref_count_init (&notice->references);
  notice->context = g_main_context_ref_thread_default ();
  notice->journal = journal;
  return notice;
}

static Notice *
notice_ref (Notice *notice)
{
  g_atomic_ref_count_inc (&notice->references);
  return notice;
}

static void
notice_unref (gpointer data)
{
  Notice *notice = data;

  if (!g_atomic_ref_count_dec (&notice->references))
    return;
  g_clear_pointer (&notice->context, g_main_context_unref);
  g_free (notice);
}

static gboolean
notify_failure_cb (gpointer data)
{
  Notice *notice = data;

  if (notice->journal != NULL)
    g_object_notify_by_pspec (G_OBJECT (notice->journal), properties[PROP_FAILURE]);
  return G_SOURCE_REMOVE;
}

/* In the worker's thread. */
static void
failure_changed_cb (gpointer data)
{
  Notice *notice = data;
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, notify_failure_cb, notice_ref (notice), notice_unref);
  g_source_attach (source, notice->context);
}

static void
end_worker (LiaisonJournal *self, gboolean keep)
{
  if (self->notice != NULL)
    self->notice->journal = NULL;
  if (self->worker != NULL)
    liaison_journal_worker_free (g_steal_pointer (&self->worker), keep);
  g_clear_pointer (&self->notice, notice_unref);
}

static void
liaison_journal_dispose (GObject *object)
{
  end_worker (LIAISON_JOURNAL (object), TRUE);
  G_OBJECT_CLASS (liaison_journal_parent_class)->dispose (object);
}

static void
liaison_journal_finalize (GObject *object)
{
  g_clear_pointer (&LIAISON_JOURNAL (object)->path, g_free);
  G_OBJECT_CLASS (liaison_journal_parent_class)->finalize (object);
}

static void
liaison_journal_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_FAILURE:
      g_value_take_boxed (value, liaison_journal_dup_failure (LIAISON_JOURNAL (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_journal_class_init (LiaisonJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = liaison_journal_dispose;
  object_class->finalize = liaison_journal_finalize;
  object_class->get_property = liaison_journal_get_property;
  properties[PROP_FAILURE] = g_param_spec_boxed ("failure", NULL, NULL, G_TYPE_ERROR,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
liaison_journal_init (LiaisonJournal *self)
{
}

/* Waits only for somebody who looks for orphans this moment. Without locks the header's process
 * tells whose it is. */
static void
lock (int fd)
{
  int result;

  do
    result = flock (fd, LOCK_EX);
  while (result != 0 && errno == EINTR);
}

/* The locked, empty file; -1 with @error. */
static int
create_file (LiaisonJournal *self, const char *folder, const char *plan, GError **error)
{
  int fd = -1;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      liaison_store_fail_errno (error, errno, folder, "make the folder for unsaved changes");
      return -1;
    }
  for (guint i = 0; i < TRIES && fd < 0; i++)
    {
      g_autofree char *name = liaison_journal_new_name (plan, getpid ());

      g_free (self->path);
      self->path = g_build_filename (folder, name, NULL);
      fd = open (self->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
      if (fd < 0 && errno != EEXIST)
        break;
    }
  if (fd < 0)
    liaison_store_fail_errno (error, errno, self->path, "begin a journal of unsaved changes");
  else
    lock (fd);
  return fd;
}

static gboolean
sync_folder (const char *folder)
{
  g_auto (LiaisonDescriptor) fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  return fd >= 0 && (liaison_descriptor_sync (fd) || errno == EINVAL);
}

static gboolean
start (LiaisonJournal *self,
       const char *folder,
       const LiaisonJournalBase *base,
       int *fd,
       GError **error)
{
  self->worker =
      liaison_journal_worker_new (*fd, self->path, base, failure_changed_cb, self->notice, error);
  if (self->worker == NULL)
    return FALSE;
  *fd = -1;
  if (!sync_folder (folder))
    return liaison_store_fail_errno (error, errno, self->path, "keep it in its folder");
  /* Looking only after our own file is there, of two that begin at once at least one sees the
   * other. */
  if (base->path != NULL && liaison_journal_is_open (folder, base->path, self->path))
    return liaison_store_fail (error, LIAISON_STORE_ERROR_BUSY, base->path,
                               "is open in another instance");
  return TRUE;
}

LiaisonJournal *
liaison_journal_new (const char *state_folder,
                     const char *plan,
                     const LiaisonFileStamp *base,
                     GError **error)
{
  g_autoptr (LiaisonJournal) self = NULL;
  g_auto (LiaisonDescriptor) fd = -1;
  LiaisonJournalBase first;
  gboolean started;

  g_return_val_if_fail (state_folder != NULL, NULL);

  self = g_object_new (LIAISON_TYPE_JOURNAL, NULL);
  self->notice = notice_new (self);
  liaison_journal_base_init (&first, plan, base, 0);
  fd = create_file (self, state_folder, first.path, error);
  started = fd >= 0 && start (self, state_folder, &first, &fd, error);
  if (!started && (fd >= 0 || self->worker != NULL))
    g_unlink (self->path);
  liaison_journal_base_clear (&first);
  return started ? g_steal_pointer (&self) : NULL;
}

void
liaison_journal_append (LiaisonJournal *self, GBytes *entry)
{
  g_return_if_fail (LIAISON_IS_JOURNAL (self) && self->worker != NULL);
  g_return_if_fail (entry != NULL && g_bytes_get_size (entry) <= LIAISON_JOURNAL_MAX_ENTRY);

  liaison_journal_worker_append (self->worker, entry);
}

guint64
liaison_journal_get_position (LiaisonJournal *self)
{
  g_return_val_if_fail (LIAISON_IS_JOURNAL (self) && self->worker != NULL, 0);

  return liaison_journal_worker_get_appended (self->worker);
}

guint64
liaison_journal_get_durable (LiaisonJournal *self)
{
  g_return_val_if_fail (LIAISON_IS_JOURNAL (self) && self->worker != NULL, 0);

  return liaison_journal_worker_get_durable (self->worker);
}

gboolean
liaison_journal_flush_sync (LiaisonJournal *self, GError **error)
{
  g_return_val_if_fail (LIAISON_IS_JOURNAL (self) && self->worker != NULL, FALSE);

  return liaison_journal_worker_flush (self->worker, error);
}

gboolean
liaison_journal_note_save (LiaisonJournal *self,
                           const char *plan,
                           const LiaisonFileStamp *stamp,
                           guint64 position,
                           GError **error)
{
  LiaisonJournalBase base;

  g_return_val_if_fail (LIAISON_IS_JOURNAL (self) && self->worker != NULL, FALSE);
  g_return_val_if_fail (plan != NULL && stamp != NULL, FALSE);

  liaison_journal_base_init (&base, plan, stamp, position);
  liaison_journal_worker_note_save (self->worker, &base);
  liaison_journal_base_clear (&base);
  return liaison_journal_worker_flush (self->worker, error);
}

/* A plan saved under another name is found by that name from now on. Where the file cannot be
 * renamed, only a second instance goes unnoticed. */
static void
follow_name (LiaisonJournal *self, const LiaisonJournalBase *base)
{
  g_autofree char *prefix = liaison_journal_name_prefix (base->path);
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *new_name = NULL;
  g_autofree char *path = NULL;

  if (g_str_has_prefix (name, prefix))
    return;
  new_name = liaison_journal_new_name (base->path, getpid ());
  path = g_build_filename (folder, new_name, NULL);
  if (renameat2 (AT_FDCWD, self->path, AT_FDCWD, path, RENAME_NOREPLACE) != 0)
    return;
  g_free (self->path);
  self->path = g_steal_pointer (&path);
}

void
liaison_journal_saved (LiaisonJournal *self,
                       const char *plan,
                       const LiaisonFileStamp *stamp,
                       guint64 position)
{
  LiaisonJournalBase base;

  g_return_if_fail (LIAISON_IS_JOURNAL (self) && self->worker != NULL);
  g_return_if_fail (plan != NULL && stamp != NULL);

  liaison_journal_base_init (&base, plan, stamp, position);
  follow_name (self, &base);
  if (liaison_journal_worker_get_appended (self->worker) == position)
    liaison_journal_worker_restart (self->worker, &base);
  else
    liaison_journal_worker_note_save (self->worker, &base);
  liaison_journal_base_clear (&base);
}

gboolean
liaison_journal_remove (LiaisonJournal *self, GError **error)
{
  int errsv;

  g_return_val_if_fail (LIAISON_IS_JOURNAL (self) && self->worker != NULL, FALSE);

  /* While the lock is held, nobody takes the file for an orphan. */
  errsv = g_unlink (self->path) == 0 ? 0 : errno;
  end_worker (self, FALSE);
  if (errsv == 0 || errsv == ENOENT)
    return TRUE;
  return liaison_store_fail_errno (error, errsv, self->path, "remove it");
}

GError *
liaison_journal_dup_failure (LiaisonJournal *self)
{
  g_return_val_if_fail (LIAISON_IS_JOURNAL (self), NULL);

  return self->worker != NULL ? liaison_journal_worker_dup_failure (self->worker) : NULL;
}

char *
liaison_journal_dup_path (LiaisonJournal *self)
{
  g_return_val_if_fail (LIAISON_IS_JOURNAL (self), NULL);

  return g_strdup (self->path);
}
