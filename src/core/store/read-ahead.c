/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/read-ahead.h"

#include <errno.h>
#include <string.h>

#include "store/descriptor.h"

/* So many pieces are under way: few enough to stay in the processor's cache. */
#define PIECES 3

typedef struct
{
  gssize length; /* 0 at the end, -1 with errsv */
  gsize taken;
  int errsv;
  guint8 bytes[LIAISON_DESCRIPTOR_CHUNK];
} Piece;

struct _LiaisonReadAhead
{
  GThread *thread;
  GAsyncQueue *full;  /* of Piece, in the order of the file */
  GAsyncQueue *empty; /* of Piece, to be filled */
  Piece *now;         /* is being taken */
  gint stop;          /* atomic */

  /* The thread's */
  int fd;
  LiaisonDigest *digest;
};

static gpointer
read_pieces (gpointer data)
{
  LiaisonReadAhead *self = data;
  gssize length;

  do
    {
      Piece *piece = g_async_queue_pop (self->empty);
      if (g_atomic_int_get (&self->stop))
        {
          g_free (piece);
          break;
        }
      length = liaison_descriptor_read (self->fd, piece->bytes, sizeof piece->bytes);
      piece->errsv = errno;
      piece->length = length;
      piece->taken = 0;
      if (length > 0)
        liaison_digest_update (self->digest, piece->bytes, length);
      g_async_queue_push (self->full, piece);
    }
  while (length > 0);
  return NULL;
}

LiaisonReadAhead *
liaison_read_ahead_new (int fd, LiaisonDigest *digest)
{
  LiaisonReadAhead *self = g_new0 (LiaisonReadAhead, 1);

  self->full = g_async_queue_new_full (g_free);
  self->empty = g_async_queue_new_full (g_free);
  self->fd = fd;
  self->digest = digest;
  for (guint i = 0; i < PIECES; i++)
    g_async_queue_push (self->empty, g_new (Piece, 1));
  self->thread = g_thread_try_new ("read-ahead", read_pieces, self, NULL);
  if (self->thread == NULL)
    g_clear_pointer (&self, liaison_read_ahead_free);
  return self;
}

void
liaison_read_ahead_free (LiaisonReadAhead *self)
{
  g_atomic_int_set (&self->stop, TRUE);
  /* It may be waiting for one. */
  g_async_queue_push (self->empty, g_new (Piece, 1));
  g_clear_pointer (&self->thread, g_thread_join);
  g_async_queue_unref (self->full);
  g_async_queue_unref (self->empty);
  g_free (self->now);
  g_free (self);
}

gssize
liaison_read_ahead_take (LiaisonReadAhead *self, void *buffer, gsize count)
{
  Piece *piece = self->now;

  if (piece == NULL)
    piece = self->now = g_async_queue_pop (self->full);
  /* An end stays one, however often it is asked for. */
  if (piece->length <= 0)
    {
      errno = piece->errsv;
      return piece->length;
    }

  gsize n = MIN (count, piece->length - piece->taken);
  memcpy (buffer, piece->bytes + piece->taken, n);
  piece->taken += n;
  if (piece->taken == (gsize) piece->length)
    g_async_queue_push (self->empty, g_steal_pointer (&self->now));
  return n;
}
