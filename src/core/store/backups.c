/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/backups.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/descriptor.h"
#include "store/error.h"
#include "store/file-access.h"
#include "store/file-path.h"
#include "store/temporary.h"

/* Bytes of a name on the file systems that matter (NAME_MAX), and of the longest ending we add. */
#define NAME_LENGTH   255
#define SUFFIX_LENGTH 12
#define DIGEST_LENGTH 8

static char *
backup_name (const char *name, guint number)
{
  g_autofree char *digest = NULL;
  gsize cut = NAME_LENGTH - SUFFIX_LENGTH - DIGEST_LENGTH - 1;

  if (strlen (name) + SUFFIX_LENGTH <= NAME_LENGTH)
    return g_strdup_printf ("%s.previous-%u~", name, number);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);
  while (cut > 0 && ((guchar) name[cut] & 0xC0) == 0x80)
    cut--;
  return g_strdup_printf ("%.*s-%.*s.previous-%u~", (int) cut, name, DIGEST_LENGTH, digest, number);
}

static gboolean
exists (int directory, const char *name)
{
  struct stat status;

  return fstatat (directory, name, &status, AT_SYMLINK_NOFOLLOW) == 0 || errno != ENOENT;
}

/* A copy in a temporary of its own; FALSE with errno and without a file. */
static gboolean
copy_file (int directory, int fd, char **copy)
{
  g_autofree guint8 *chunk = g_malloc (LIAISON_DESCRIPTOR_CHUNK);
  g_auto (LiaisonDescriptor) to = liaison_temporary_create (directory, copy);
  struct stat status;
  goffset at = 0;
  gssize n;
  int errsv;

  if (to < 0)
    return FALSE;
  while ((n = pread (fd, chunk, LIAISON_DESCRIPTOR_CHUNK, at)) > 0
         && liaison_descriptor_write (to, chunk, n))
    at += n;
  if (n == 0 && fstat (fd, &status) == 0 && liaison_file_access_copy (fd, &status, to)
      && liaison_descriptor_sync (to))
    return TRUE;
  errsv = errno;
  unlinkat (directory, *copy, 0);
  g_clear_pointer (copy, g_free);
  errno = errsv;
  return FALSE;
}

/* A second name for the file, or a copy where the file system has no second names (FAT) or no more
 * of them. */
static gboolean
make_link_or_copy (int directory, const char *name, int fd, char **made)
{
  *made = liaison_temporary_new_name ();
  if (linkat (directory, name, directory, *made, 0) == 0)
    return TRUE;
  g_clear_pointer (made, g_free);
  if (errno == EPERM || errno == EACCES || errno == ENOTSUP || errno == ENOSYS || errno == EMLINK)
    return copy_file (directory, fd, made);
  return FALSE;
}

/* Makes number 1 free: moves all up to the first gap, or up to @count. */
static gboolean
age (int directory, const char *name, guint count)
{
  guint free_number = 1;

  while (free_number < count)
    {
      g_autofree char *taken = backup_name (name, free_number);

      if (!exists (directory, taken))
        break;
      free_number++;
    }
  for (guint number = free_number; number > 1; number--)
    {
      g_autofree char *from = backup_name (name, number - 1);
      g_autofree char *to = backup_name (name, number);

      if (renameat (directory, from, directory, to) != 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
liaison_backups_keep (
    int directory, const char *name, int fd, guint count, const char *display, GError **error)
{
  g_autofree char *made = NULL;
  g_autofree char *newest = backup_name (name, 1);
  int errsv;

  g_return_val_if_fail (count <= LIAISON_BACKUPS_MAX, FALSE);

  if (count == 0 || liaison_backups_has (directory, name, fd))
    return TRUE;
  if (make_link_or_copy (directory, name, fd, &made) && age (directory, name, count)
      && renameat (directory, made, directory, newest) == 0)
    return TRUE;
  errsv = errno;
  if (made != NULL)
    unlinkat (directory, made, 0);
  return liaison_store_fail (error, LIAISON_STORE_ERROR_NO_BACKUP, display,
                             "cannot keep the previous version: %s", g_strerror (errsv));
}

gboolean
liaison_backups_has (int directory, const char *name, int fd)
{
  g_autofree char *newest = backup_name (name, 1);
  struct stat backup, file;

  return fstatat (directory, newest, &backup, AT_SYMLINK_NOFOLLOW) == 0 && fstat (fd, &file) == 0
         && backup.st_dev == file.st_dev && backup.st_ino == file.st_ino;
}

char **
liaison_backups_list (const char *path)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *resolved = liaison_file_path_resolve (path, NULL);
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;

  if (resolved == NULL)
    return g_strv_builder_end (builder);
  folder = g_path_get_dirname (resolved);
  name = g_path_get_basename (resolved);
  for (guint number = 1; number <= LIAISON_BACKUPS_MAX; number++)
    {
      g_autofree char *backup = backup_name (name, number);
      g_autofree char *full = g_build_filename (folder, backup, NULL);

      if (g_file_test (full, G_FILE_TEST_IS_REGULAR))
        g_strv_builder_add (builder, full);
    }
  return g_strv_builder_end (builder);
}
