/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/file-input.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "store/descriptor.h"
#include "store/digest.h"
#include "store/read-ahead.h"

/* Bytes from which a thread pays. */
#define LARGE (1024 * 1024)

struct _LiaisonFileInput
{
  GInputStream parent_instance;

  /* Owned */
  LiaisonDescriptor fd;
  char *path;
  LiaisonDigest *digest;
  LiaisonReadAhead *ahead; /* of a large file; NULL: it is read where it is wanted */

  /* State */
  struct stat status;
  guint64 limit;
  guint64 position;
};

G_DEFINE_FINAL_TYPE (LiaisonFileInput, liaison_file_input, G_TYPE_INPUT_STREAM)

static gssize
liaison_file_input_read (
    GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable, GError **error)
{
  LiaisonFileInput *self = LIAISON_FILE_INPUT (stream);
  gssize n;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;
  if (self->ahead != NULL)
    n = liaison_read_ahead_take (self->ahead, buffer, count);
  else
    n = liaison_descriptor_read (self->fd, buffer, MIN (count, LIAISON_DESCRIPTOR_CHUNK));
  if (n < 0)
    {
      liaison_store_fail_errno (error, errno, self->path, "read");
      return -1;
    }
  self->position += n;
  if (self->position > self->limit)
    {
      liaison_store_fail (error, LIAISON_STORE_ERROR_TOO_LARGE, self->path,
                          "grew past the limit of %" G_GUINT64_FORMAT " bytes", self->limit);
      return -1;
    }
  if (self->ahead == NULL)
    liaison_digest_update (self->digest, buffer, n);
  return n;
}

static void
liaison_file_input_finalize (GObject *object)
{
  LiaisonFileInput *self = LIAISON_FILE_INPUT (object);

  g_clear_pointer (&self->ahead, liaison_read_ahead_free);
  liaison_descriptor_clear (&self->fd);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->digest, liaison_digest_free);
  G_OBJECT_CLASS (liaison_file_input_parent_class)->finalize (object);
}

static void
liaison_file_input_class_init (LiaisonFileInputClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_file_input_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = liaison_file_input_read;
}

static void
liaison_file_input_init (LiaisonFileInput *self)
{
  self->fd = -1;
  self->digest = liaison_digest_new ();
}

static gboolean
open_regular (LiaisonFileInput *self, GError **error)
{
  self->fd = open (self->path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (self->fd < 0)
    return liaison_store_fail_errno (error, errno, self->path, "open");
  if (fstat (self->fd, &self->status) != 0)
    return liaison_store_fail_errno (error, errno, self->path, "examine");
  if (!S_ISREG (self->status.st_mode))
    return liaison_store_fail (error, LIAISON_STORE_ERROR_NOT_REGULAR, self->path,
                               "is not a regular file");
  if ((guint64) self->status.st_size > self->limit)
    return liaison_store_fail (error, LIAISON_STORE_ERROR_TOO_LARGE, self->path,
                               "has %" G_GUINT64_FORMAT " bytes, the limit is %" G_GUINT64_FORMAT,
                               (guint64) self->status.st_size, self->limit);
  return TRUE;
}

GInputStream *
liaison_file_input_new (const char *path, guint64 limit, GError **error)
{
  g_autoptr (LiaisonFileInput) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (LIAISON_TYPE_FILE_INPUT, NULL);
  self->path = g_strdup (path);
  self->limit = limit;
  if (!open_regular (self, error))
    return NULL;
  if (self->status.st_size >= LARGE)
    self->ahead = liaison_read_ahead_new (self->fd, self->digest);
  return G_INPUT_STREAM (g_steal_pointer (&self));
}

guint64
liaison_file_input_get_size (LiaisonFileInput *self)
{
  g_return_val_if_fail (LIAISON_IS_FILE_INPUT (self), 0);

  return self->status.st_size;
}

static gboolean
drain (LiaisonFileInput *self, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *chunk = g_malloc (LIAISON_DESCRIPTOR_CHUNK);
  gssize n;

  do
    n = g_input_stream_read (G_INPUT_STREAM (self), chunk, LIAISON_DESCRIPTOR_CHUNK, cancellable,
                             error);
  while (n > 0);
  return n == 0;
}

gboolean
liaison_file_input_finish (LiaisonFileInput *self,
                           LiaisonFileStamp *stamp,
                           GCancellable *cancellable,
                           GError **error)
{
  LiaisonFileStamp opened = { 0 };
  struct stat now;

  g_return_val_if_fail (LIAISON_IS_FILE_INPUT (self), FALSE);
  g_return_val_if_fail (stamp != NULL, FALSE);

  if (!drain (self, cancellable, error))
    return FALSE;
  if (fstat (self->fd, &now) != 0)
    return liaison_store_fail_errno (error, errno, self->path, "examine");
  liaison_file_stamp_set_status (&opened, &self->status);
  if (!liaison_file_stamp_same_status (&opened, &now) || self->position != (guint64) now.st_size)
    return liaison_store_fail (error, LIAISON_STORE_ERROR_FOREIGN_CHANGE, self->path,
                               "was changed by somebody else while it was read");
  g_clear_pointer (&self->ahead, liaison_read_ahead_free);
  *stamp = opened;
  g_strlcpy (stamp->sha256, liaison_digest_get_string (self->digest), sizeof stamp->sha256);
  return TRUE;
}
