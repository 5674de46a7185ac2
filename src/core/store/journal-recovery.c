/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/journal-recovery.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "store/descriptor.h"
#include "store/journal-frame.h"
#include "store/journal-head.h"

struct _LiaisonJournalRecovery
{
  /* Owned */
  char *path;
  LiaisonDescriptor fd;
  GPtrArray *entries; /* GBytes */
  GArray *bases;      /* LiaisonJournalBase: the header's, then that of each save */

  /* State */
  LiaisonOwner owner;
  struct stat status;
  gboolean torn;
};

static void
clear_base (gpointer data)
{
  liaison_journal_base_clear (data);
}

static void
unref_bytes (gpointer data)
{
  g_bytes_unref (data);
}

static void
free_recovery (gpointer data)
{
  liaison_journal_recovery_free (data);
}

/* FALSE when the frame has no place there, which ends the reading like damage. */
static gboolean
take_frame (LiaisonJournalRecovery *self, LiaisonJournalKind kind, GBytes *payload)
{
  gboolean is_first = self->bases->len == 0;
  LiaisonJournalBase base;
  const char *text = g_bytes_get_data (payload, NULL);

  if (is_first != (kind == LIAISON_JOURNAL_HEADER))
    return FALSE;
  if (kind == LIAISON_JOURNAL_ENTRY)
    {
      g_ptr_array_add (self->entries, g_bytes_ref (payload));
      return TRUE;
    }
  if (strlen (text) != g_bytes_get_size (payload)
      || !liaison_journal_base_parse (text, &base, is_first ? &self->owner : NULL))
    return FALSE;
  if (base.entries > self->entries->len)
    {
      liaison_journal_base_clear (&base);
      return FALSE;
    }
  g_array_append_val (self->bases, base);
  return TRUE;
}

static void
read_frames (LiaisonJournalRecovery *self, FILE *file)
{
  guint64 size = self->status.st_size;
  guint64 left = MIN (size, LIAISON_JOURNAL_MAX_READ);
  LiaisonJournalChain chain;

  self->torn = size > left;
  liaison_journal_chain_init (&chain);
  while (left > 0)
    {
      LiaisonJournalKind kind;
      g_autoptr (GBytes) payload = liaison_journal_frame_read (file, &left, &chain, &kind);

      if (payload == NULL || !take_frame (self, kind, payload))
        {
          self->torn = TRUE;
          return;
        }
    }
}

/* On file systems without locks the header's process decides. */
static gboolean
is_owned (LiaisonJournalRecovery *self, gboolean locked)
{
  if (locked || self->bases->len == 0)
    return FALSE;
  return liaison_owner_is_local (&self->owner) && !liaison_owner_is_dead (&self->owner);
}

static gboolean
open_file (LiaisonJournalRecovery *self, GError **error)
{
  self->fd = open (self->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (self->fd < 0)
    return liaison_store_fail_errno (error, errno, self->path, "open");
  if (fstat (self->fd, &self->status) != 0)
    return liaison_store_fail_errno (error, errno, self->path, "examine");
  if (!S_ISREG (self->status.st_mode))
    return liaison_store_fail (error, LIAISON_STORE_ERROR_NOT_REGULAR, self->path,
                               "is not a regular file");
  return TRUE;
}

static gboolean
load (LiaisonJournalRecovery *self, GError **error)
{
  gboolean locked;
  FILE *file;
  int fd;

  if (!open_file (self, error))
    return FALSE;
  locked = flock (self->fd, LOCK_EX | LOCK_NB) == 0;
  if (!locked && errno == EWOULDBLOCK)
    return liaison_store_fail (error, LIAISON_STORE_ERROR_BUSY, self->path, "is in use");
  /* The owner may have removed it, or written to it, between our opening and our locking. */
  if (fstat (self->fd, &self->status) != 0 || self->status.st_nlink == 0)
    return liaison_store_fail_errno (error, ENOENT, self->path, "open");
  fd = dup (self->fd);
  file = fd >= 0 ? fdopen (fd, "rb") : NULL;
  if (file == NULL)
    return liaison_store_fail_errno (error, errno, self->path, "read");
  read_frames (self, file);
  fclose (file);
  if (is_owned (self, locked))
    return liaison_store_fail (error, LIAISON_STORE_ERROR_BUSY, self->path, "is in use");
  return TRUE;
}

LiaisonJournalRecovery *
liaison_journal_recovery_open (const char *path, GError **error)
{
  g_autoptr (LiaisonJournalRecovery) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (LiaisonJournalRecovery, 1);
  self->fd = -1;
  self->path = g_strdup (path);
  self->entries = g_ptr_array_new_with_free_func (unref_bytes);
  self->bases = g_array_new (FALSE, FALSE, sizeof (LiaisonJournalBase));
  g_array_set_clear_func (self->bases, clear_base);
  return load (self, error) ? g_steal_pointer (&self) : NULL;
}

void
liaison_journal_recovery_free (LiaisonJournalRecovery *self)
{
  liaison_descriptor_clear (&self->fd);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->bases, g_array_unref);
  g_free (self);
}

const char *
liaison_journal_recovery_get_path (LiaisonJournalRecovery *self)
{
  return self->path;
}

const char *
liaison_journal_recovery_get_plan (LiaisonJournalRecovery *self)
{
  guint n = self->bases->len;

  return n > 0 ? g_array_index (self->bases, LiaisonJournalBase, n - 1).path : NULL;
}

gint64
liaison_journal_recovery_get_modified (LiaisonJournalRecovery *self)
{
  return (gint64) self->status.st_mtim.tv_sec * 1000000 + self->status.st_mtim.tv_nsec / 1000;
}

guint
liaison_journal_recovery_get_n_entries (LiaisonJournalRecovery *self)
{
  return self->entries->len;
}

GBytes *
liaison_journal_recovery_get_entry (LiaisonJournalRecovery *self, guint position)
{
  g_return_val_if_fail (position < self->entries->len, NULL);

  return g_ptr_array_index (self->entries, position);
}

gboolean
liaison_journal_recovery_is_torn (LiaisonJournalRecovery *self)
{
  return self->torn;
}

/* The newest version counts: a plan may have been saved twice with the same contents. */
gboolean
liaison_journal_recovery_match (LiaisonJournalRecovery *self,
                                const LiaisonFileStamp *now,
                                guint *first)
{
  const char *sha256 = now != NULL && now->exists ? now->sha256 : "";

  for (guint i = self->bases->len; i > 0; i--)
    {
      const LiaisonJournalBase *base = &g_array_index (self->bases, LiaisonJournalBase, i - 1);

      if (strcmp (base->sha256, sha256) != 0)
        continue;
      *first = base->entries;
      return TRUE;
    }
  return FALSE;
}

gboolean
liaison_journal_recovery_discard (LiaisonJournalRecovery *self, GError **error)
{
  return g_unlink (self->path) == 0 || errno == ENOENT
         || liaison_store_fail_errno (error, errno, self->path, "remove it");
}

/* Whether the process that made the journal may still run: the name tells which. */
static gboolean
maker_may_live (const char *name)
{
  LiaisonOwner owner;

  liaison_owner_get_self (&owner);
  owner.pid = liaison_journal_name_get_pid (name);
  owner.start = 0;
  return !liaison_owner_is_dead (&owner);
}

static int
compare_age (gconstpointer a, gconstpointer b)
{
  LiaisonJournalRecovery *const *first = a;
  LiaisonJournalRecovery *const *second = b;
  gint64 one = liaison_journal_recovery_get_modified (*first);
  gint64 other = liaison_journal_recovery_get_modified (*second);

  return (one > other) - (one < other);
}

GPtrArray *
liaison_journal_find_orphans (const char *state_folder)
{
  g_autoptr (GPtrArray) orphans = g_ptr_array_new_with_free_func (free_recovery);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (state_folder != NULL, NULL);

  dir = g_dir_open (state_folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (LiaisonJournalRecovery) found = NULL;
      g_autofree char *path = g_build_filename (state_folder, name, NULL);
      gboolean is_empty;

      if (liaison_journal_name_get_pid (name) <= 0)
        continue;
      found = liaison_journal_recovery_open (path, NULL);
      if (found == NULL)
        continue;
      is_empty = found->entries->len == 0 && (!found->torn || found->status.st_size == 0);
      if (!is_empty)
        g_ptr_array_add (orphans, g_steal_pointer (&found));
      /* A file that holds nothing may be a journal that begins this moment and is not locked yet. */
      else if (!maker_may_live (name))
        liaison_journal_recovery_discard (found, NULL);
    }
  g_ptr_array_sort (orphans, compare_age);
  return g_steal_pointer (&orphans);
}

gboolean
liaison_journal_is_open (const char *state_folder, const char *plan, const char *except)
{
  g_autofree char *prefix = liaison_journal_name_prefix (plan);
  g_autoptr (GDir) dir = g_dir_open (state_folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (state_folder, name, NULL);
      g_autoptr (LiaisonJournalRecovery) found = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_str_has_prefix (name, prefix) || liaison_journal_name_get_pid (name) <= 0
          || g_strcmp0 (path, except) == 0)
        continue;
      found = liaison_journal_recovery_open (path, &error);
      /* The lock on the journal of a dead process is a recovery's, which is about to begin a journal of its own. */
      if (g_error_matches (error, LIAISON_STORE_ERROR, LIAISON_STORE_ERROR_BUSY) && maker_may_live (name))
        return TRUE;
    }
  return FALSE;
}
