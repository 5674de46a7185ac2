/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/safe-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "store/descriptor.h"
#include "store/file-access.h"
#include "store/file-output.h"
#include "store/file-path.h"
#include "store/temporary.h"

/* How long to wait for another save of the same file to end: tries, and microseconds between
 * them. */
#define LOCK_TRIES 50
#define LOCK_PAUSE 20000

struct _LiaisonSafeFile
{
  /* Owned */
  char *path;
  char *name;
  char *temporary;
  LiaisonDescriptor directory;
  LiaisonDescriptor fd;
  LiaisonDescriptor old;
  GOutputStream *stream;

  /* What should stand there */
  gboolean compares;
  LiaisonFileStamp expected;
  guint backups;

  /* What stands there and what will */
  struct stat old_status;
  LiaisonFileStamp prepared;
  gboolean committed;
};

static gboolean
fail_hash (GError **error, GCancellable *cancellable, const char *path, const char *doing)
{
  if (errno == ECANCELED && g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  return liaison_store_fail_errno (error, errno, path, doing);
}

static gboolean
fail_foreign (LiaisonSafeFile *self, GError **error)
{
  return liaison_store_fail (error, LIAISON_STORE_ERROR_FOREIGN_CHANGE, self->path,
                             "was changed by somebody else since it was read");
}

static gboolean
open_folder (LiaisonSafeFile *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  self->name = g_path_get_basename (self->path);
  self->directory = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (self->directory >= 0)
    return TRUE;
  if (errno == EACCES)
    return liaison_store_fail (error, LIAISON_STORE_ERROR_UNWRITABLE_FOLDER, self->path,
                               "its folder may not be opened: %s", g_strerror (errno));
  return liaison_store_fail_errno (error, errno, self->path, "open its folder");
}

static gboolean
check_may_replace (LiaisonSafeFile *self, GError **error)
{
  if (!S_ISREG (self->old_status.st_mode))
    return liaison_store_fail (error, LIAISON_STORE_ERROR_NOT_REGULAR, self->path,
                               "is not a regular file");
  /* Root may write to everything, but a file that nobody may write to was marked so on purpose. */
  if ((self->old_status.st_mode & 0222) == 0)
    return liaison_store_fail (error, LIAISON_STORE_ERROR_READ_ONLY, self->path,
                               "is marked read-only");
  if (faccessat (self->directory, self->name, W_OK, AT_EACCESS) != 0)
    return liaison_store_fail_errno (error, errno, self->path, "write to it");
  return TRUE;
}

/* Opens what stands under the name; self->old stays -1 where nothing does. */
static gboolean
open_old (LiaisonSafeFile *self, GError **error)
{
  liaison_descriptor_clear (&self->old);
  if (fstatat (self->directory, self->name, &self->old_status, AT_SYMLINK_NOFOLLOW) != 0)
    return errno == ENOENT || liaison_store_fail_errno (error, errno, self->path, "examine");
  if (!check_may_replace (self, error))
    return FALSE;
  self->old = openat (self->directory, self->name,
                      O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
  if (self->old < 0 && errno == ENOENT)
    return TRUE;
  if (self->old < 0)
    return liaison_store_fail_errno (error, errno, self->path, "open");
  if (fstat (self->old, &self->old_status) != 0)
    return liaison_store_fail_errno (error, errno, self->path, "examine");
  if (!S_ISREG (self->old_status.st_mode))
    return liaison_store_fail (error, LIAISON_STORE_ERROR_NOT_REGULAR, self->path,
                               "is not a regular file");
  return TRUE;
}

static gboolean
check_contents (LiaisonSafeFile *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (LiaisonDigest) digest = liaison_digest_new ();
  LiaisonFileStamp now = { 0 };

  liaison_file_stamp_set_status (&now, &self->old_status);
  if (now.size != self->expected.size)
    return fail_foreign (self, error);
  if (!liaison_descriptor_hash (self->old, digest, &now.size, cancellable))
    return fail_hash (error, cancellable, self->path, "read");
  g_strlcpy (now.sha256, liaison_digest_get_string (digest), sizeof now.sha256);
  return liaison_file_stamp_same_contents (&now, &self->expected) || fail_foreign (self, error);
}

/* Compares what stands there with what should. With @thorough by its bytes, else only where its
 * status differs. */
static gboolean
check_expected (LiaisonSafeFile *self, gboolean thorough, GCancellable *cancellable, GError **error)
{
  if (!self->compares)
    return TRUE;
  if (self->old < 0 && self->expected.exists)
    return liaison_store_fail (error, LIAISON_STORE_ERROR_GONE, self->path,
                               "was removed or moved by somebody else since it was read");
  if (self->old < 0)
    return TRUE;
  if (!self->expected.exists)
    return fail_foreign (self, error);
  if (!thorough && liaison_file_stamp_same_status (&self->expected, &self->old_status))
    return TRUE;
  return check_contents (self, cancellable, error);
}

static gboolean
create_temporary (LiaisonSafeFile *self, GError **error)
{
  self->fd = liaison_temporary_create (self->directory, &self->temporary);
  if (self->fd >= 0)
    {
      self->stream = liaison_file_output_new (self->fd, self->path);
      return TRUE;
    }
  if (errno == EACCES || errno == EPERM || errno == EROFS)
    return liaison_store_fail (error, LIAISON_STORE_ERROR_UNWRITABLE_FOLDER, self->path,
                               "its folder takes no new file: %s", g_strerror (errno));
  return liaison_store_fail_errno (error, errno, self->path, "create a file beside it");
}

LiaisonSafeFile *
liaison_safe_file_begin (const char *path,
                         const LiaisonFileStamp *expected,
                         guint backups,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (LiaisonSafeFile) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (backups <= LIAISON_BACKUPS_MAX, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self = g_new0 (LiaisonSafeFile, 1);
  self->directory = self->fd = self->old = -1;
  self->backups = backups;
  self->compares = expected != NULL;
  if (expected != NULL)
    self->expected = *expected;
  self->path = liaison_file_path_resolve (path, error);
  if (self->path == NULL || !open_folder (self, error) || !open_old (self, error)
      || !check_expected (self, FALSE, cancellable, error) || !create_temporary (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
liaison_safe_file_free (LiaisonSafeFile *self)
{
  if (self->temporary != NULL && !self->committed)
    unlinkat (self->directory, self->temporary, 0);
  g_clear_object (&self->stream);
  liaison_descriptor_clear (&self->fd);
  liaison_descriptor_clear (&self->old);
  liaison_descriptor_clear (&self->directory);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->temporary, g_free);
  g_free (self);
}

GOutputStream *
liaison_safe_file_get_stream (LiaisonSafeFile *self)
{
  return self->stream;
}

const char *
liaison_safe_file_get_path (LiaisonSafeFile *self)
{
  return self->path;
}

guint
liaison_safe_file_get_other_names (LiaisonSafeFile *self)
{
  guint names;

  if (self->old < 0)
    return 0;
  names = self->old_status.st_nlink - 1;
  if (names > 0 && liaison_backups_has (self->directory, self->name, self->old))
    names--;
  return names;
}

/* Reads back what the disk holds. The pages in memory are dropped first, where the system is so
 * kind, as they are what was written even if the disk is not. */
static gboolean
verify (LiaisonSafeFile *self,
        guint64 size,
        const char *sha256,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (LiaisonDigest) digest = liaison_digest_new ();
  guint64 found;

  posix_fadvise (self->fd, 0, 0, POSIX_FADV_DONTNEED);
  if (!liaison_descriptor_hash (self->fd, digest, &found, cancellable))
    return fail_hash (error, cancellable, self->path, "read back what was written");
  if (found != size || strcmp (liaison_digest_get_string (digest), sha256) != 0)
    return liaison_store_fail (error, LIAISON_STORE_ERROR_VERIFY_FAILED, self->path,
                               "the disk did not keep what was written; the old file is untouched");
  return TRUE;
}

gboolean
liaison_safe_file_prepare (LiaisonSafeFile *self,
                           LiaisonFileStamp *stamp,
                           GCancellable *cancellable,
                           GError **error)
{
  struct stat status;
  const char *sha256;
  guint64 size;

  g_return_val_if_fail (self != NULL && !self->prepared.exists, FALSE);

  if (!liaison_file_output_finish (LIAISON_FILE_OUTPUT (self->stream), &size, &sha256, cancellable,
                                   error))
    return FALSE;
  if (self->old >= 0 && !liaison_file_access_copy (self->old, &self->old_status, self->fd))
    return liaison_store_fail_errno (error, errno, self->path, "keep its permissions");
  if (!liaison_descriptor_sync (self->fd))
    return liaison_store_fail_errno (error, errno, self->path, "bring it to the disk");
  if (!verify (self, size, sha256, cancellable, error))
    return FALSE;
  if (fstat (self->fd, &status) != 0)
    return liaison_store_fail_errno (error, errno, self->path, "examine");
  liaison_file_stamp_set_status (&self->prepared, &status);
  g_strlcpy (self->prepared.sha256, sha256, sizeof self->prepared.sha256);
  if (stamp != NULL)
    *stamp = self->prepared;
  return TRUE;
}

/* Whether the name still leads to the file that is open as self->old, not written to since, or
 * still to none. */
static gboolean
is_still_old (LiaisonSafeFile *self)
{
  LiaisonFileStamp old = { 0 };
  struct stat now;

  if (fstatat (self->directory, self->name, &now, AT_SYMLINK_NOFOLLOW) != 0)
    return errno == ENOENT && self->old < 0;
  liaison_file_stamp_set_status (&old, &self->old_status);
  return self->old >= 0 && liaison_file_stamp_same_status (&old, &now);
}

/* Two of us that save one file take turns by a lock on the version they would replace; the second
 * then finds a foreign change. Somebody who sits on the lock for long, and file systems without
 * locks, do not stop a save. */
static gboolean
lock_old (LiaisonSafeFile *self, GError **error)
{
  for (guint i = 0; i < LOCK_TRIES; i++)
    {
      if (!open_old (self, error))
        return FALSE;
      if (self->old < 0 || flock (self->old, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
        {
          if (is_still_old (self))
            return TRUE;
        }
      else
        g_usleep (LOCK_PAUSE);
    }
  return TRUE;
}

/* A file that came to be meanwhile must not be replaced unseen. */
static int
rename_to_free_name (LiaisonSafeFile *self)
{
  if (renameat2 (self->directory, self->temporary, self->directory, self->name, RENAME_NOREPLACE)
      == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return -1;
  return renameat (self->directory, self->temporary, self->directory, self->name);
}

/* A network file system may report a failure of a rename that its server carried out. */
static gboolean
is_in_place (LiaisonSafeFile *self)
{
  struct stat now;

  return fstatat (self->directory, self->name, &now, AT_SYMLINK_NOFOLLOW) == 0
         && now.st_dev == self->prepared.device && now.st_ino == self->prepared.inode;
}

static gboolean
put_in_place (LiaisonSafeFile *self, GError **error)
{
  int errsv;

  if (self->compares && !is_still_old (self))
    return fail_foreign (self, error);
  if (self->old < 0 && self->compares)
    self->committed = rename_to_free_name (self) == 0;
  else
    self->committed = renameat (self->directory, self->temporary, self->directory, self->name) == 0;
  if (self->committed)
    return TRUE;
  errsv = errno;
  self->committed = is_in_place (self);
  if (self->committed)
    return TRUE;
  if (errsv == EEXIST)
    return fail_foreign (self, error);
  return liaison_store_fail_errno (error, errsv, self->path, "put the new version in its place");
}

/* Some network file systems cannot sync a folder (EINVAL) but can sync themselves. */
static gboolean
sync_folder (LiaisonSafeFile *self, GError **error)
{
  if (liaison_descriptor_sync (self->directory) || (errno == EINVAL && syncfs (self->fd) == 0))
    return TRUE;
  return liaison_store_fail (error, LIAISON_STORE_ERROR_NOT_DURABLE, self->path,
                             "is saved, but the disk did not confirm that it would survive a power "
                             "cut: %s",
                             g_strerror (errno));
}

/* The next save need not wait until this one is freed. */
static void
unlock (LiaisonSafeFile *self)
{
  flock (self->fd, LOCK_UN);
  if (self->old >= 0)
    flock (self->old, LOCK_UN);
}

gboolean
liaison_safe_file_commit (LiaisonSafeFile *self,
                          LiaisonFileStamp *stamp,
                          GCancellable *cancellable,
                          GError **error)
{
  g_return_val_if_fail (self != NULL && !self->committed, FALSE);

  if (!self->prepared.exists && !liaison_safe_file_prepare (self, NULL, cancellable, error))
    return FALSE;
  if (!lock_old (self, error) || !check_expected (self, TRUE, cancellable, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (self->old >= 0
      && !liaison_backups_keep (self->directory, self->name, self->old, self->backups, self->path,
                                error))
    return FALSE;
  if (!put_in_place (self, error))
    return FALSE;
  unlock (self);
  if (stamp != NULL)
    *stamp = self->prepared;
  return sync_folder (self, error);
}
