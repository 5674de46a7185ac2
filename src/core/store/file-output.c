/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/file-output.h"

#include <errno.h>
#include <string.h>

#include "store/descriptor.h"
#include "store/digest.h"
#include "store/error.h"

struct _LiaisonFileOutput
{
  GOutputStream parent_instance;

  /* Owned */
  char *path;
  guint8 *buffer;
  LiaisonDigest *digest;
  GError *failure;

  /* Borrowed */
  int fd;

  /* State */
  gsize filled;
  guint64 written;
};

G_DEFINE_FINAL_TYPE (LiaisonFileOutput, liaison_file_output, G_TYPE_OUTPUT_STREAM)

/* After a failed or cancelled write nobody knows how much of it the file holds, so the stream stays
 * failed. */
static gboolean
check_usable (LiaisonFileOutput *self, GCancellable *cancellable, GError **error)
{
  if (self->failure == NULL)
    g_cancellable_set_error_if_cancelled (cancellable, &self->failure);
  if (self->failure == NULL)
    return TRUE;
  if (error != NULL)
    *error = g_error_copy (self->failure);
  return FALSE;
}

static gboolean
write_buffer (LiaisonFileOutput *self, GCancellable *cancellable, GError **error)
{
  if (!check_usable (self, cancellable, error))
    return FALSE;
  if (self->filled > 0)
    {
      if (liaison_descriptor_write (self->fd, self->buffer, self->filled))
        {
          liaison_digest_update (self->digest, self->buffer, self->filled);
          self->written += self->filled;
        }
      else
        liaison_store_fail_errno (&self->failure, errno, self->path, "write");
      self->filled = 0;
    }
  return check_usable (self, NULL, error);
}

static gssize
liaison_file_output_write (GOutputStream *stream,
                           const void *bytes,
                           gsize count,
                           GCancellable *cancellable,
                           GError **error)
{
  LiaisonFileOutput *self = LIAISON_FILE_OUTPUT (stream);
  gsize n = MIN (count, LIAISON_DESCRIPTOR_CHUNK - self->filled);

  if (!check_usable (self, cancellable, error))
    return -1;
  memcpy (self->buffer + self->filled, bytes, n);
  self->filled += n;
  if (self->filled == LIAISON_DESCRIPTOR_CHUNK && !write_buffer (self, cancellable, error))
    return -1;
  return n;
}

static gboolean
liaison_file_output_flush (GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  return write_buffer (LIAISON_FILE_OUTPUT (stream), cancellable, error);
}

static void
liaison_file_output_finalize (GObject *object)
{
  LiaisonFileOutput *self = LIAISON_FILE_OUTPUT (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->buffer, g_free);
  g_clear_pointer (&self->digest, liaison_digest_free);
  g_clear_error (&self->failure);
  G_OBJECT_CLASS (liaison_file_output_parent_class)->finalize (object);
}

static void
liaison_file_output_class_init (LiaisonFileOutputClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_file_output_finalize;
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = liaison_file_output_write;
  G_OUTPUT_STREAM_CLASS (klass)->flush = liaison_file_output_flush;
}

static void
liaison_file_output_init (LiaisonFileOutput *self)
{
  self->buffer = g_malloc (LIAISON_DESCRIPTOR_CHUNK);
  self->digest = liaison_digest_new ();
}

GOutputStream *
liaison_file_output_new (int fd, const char *path)
{
  LiaisonFileOutput *self = g_object_new (LIAISON_TYPE_FILE_OUTPUT, NULL);

  self->fd = fd;
  self->path = g_strdup (path);
  return G_OUTPUT_STREAM (self);
}

gboolean
liaison_file_output_finish (LiaisonFileOutput *self,
                            guint64 *size,
                            const char **sha256,
                            GCancellable *cancellable,
                            GError **error)
{
  g_return_val_if_fail (LIAISON_IS_FILE_OUTPUT (self), FALSE);

  if (!write_buffer (self, cancellable, error))
    return FALSE;
  *size = self->written;
  *sha256 = liaison_digest_get_string (self->digest);
  return TRUE;
}
