/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/file-stamp.h"

#include <errno.h>
#include <string.h>

#include "store/file-input.h"

gboolean
liaison_file_stamp_take (LiaisonFileStamp *stamp,
                         const char *path,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (GError) local = NULL;

  memset (stamp, 0, sizeof *stamp);
  input = liaison_file_input_new (path, G_MAXUINT64, &local);
  if (input == NULL && g_error_matches (local, LIAISON_STORE_ERROR, LIAISON_STORE_ERROR_NOT_FOUND))
    return TRUE;
  if (input == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return liaison_file_input_finish (LIAISON_FILE_INPUT (input), stamp, cancellable, error);
}

void
liaison_file_stamp_set_status (LiaisonFileStamp *stamp, const struct stat *status)
{
  stamp->exists = TRUE;
  stamp->device = status->st_dev;
  stamp->inode = status->st_ino;
  stamp->size = status->st_size;
  stamp->mtime =
      (gint64) status->st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + status->st_mtim.tv_nsec;
}

gboolean
liaison_file_stamp_same_contents (const LiaisonFileStamp *a, const LiaisonFileStamp *b)
{
  if (!a->exists || !b->exists)
    return a->exists == b->exists;
  return a->size == b->size && strcmp (a->sha256, b->sha256) == 0;
}

gboolean
liaison_file_stamp_same_status (const LiaisonFileStamp *stamp, const struct stat *status)
{
  LiaisonFileStamp now = { 0 };

  liaison_file_stamp_set_status (&now, status);
  return stamp->exists && stamp->device == now.device && stamp->inode == now.inode
         && stamp->size == now.size && stamp->mtime == now.mtime;
}
