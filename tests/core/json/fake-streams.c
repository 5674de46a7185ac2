/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fake-streams.h"

#include <string.h>

struct _TestDrip
{
  GInputStream parent_instance;

  const char *data; /* borrowed */
  gsize left;
  gsize step;
  gsize before_failure;
};

G_DEFINE_FINAL_TYPE (TestDrip, test_drip, G_TYPE_INPUT_STREAM)

static gssize
test_drip_read (
    GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable, GError **error)
{
  TestDrip *self = TEST_DRIP (stream);
  gsize n = MIN (MIN (count, self->step), MIN (self->left, self->before_failure));

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;
  if (self->before_failure == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the cable was pulled");
      return -1;
    }
  memcpy (buffer, self->data, n);
  self->data += n;
  self->left -= n;
  if (self->before_failure != TEST_NEVER_FAILS)
    self->before_failure -= n;
  return (gssize) n;
}

static void
test_drip_class_init (TestDripClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = test_drip_read;
}

static void
test_drip_init (TestDrip *self)
{
}

GInputStream *
test_drip_new (const char *data, gsize length, gsize step, gsize fail_at)
{
  TestDrip *self = g_object_new (TEST_TYPE_DRIP, NULL);

  self->data = data;
  self->left = length;
  self->step = step;
  self->before_failure = fail_at;
  return G_INPUT_STREAM (self);
}

struct _TestDisk
{
  GOutputStream parent_instance;

  gsize room;
  gsize written;
  gboolean flush_fails;
};

G_DEFINE_FINAL_TYPE (TestDisk, test_disk, G_TYPE_OUTPUT_STREAM)

static gssize
test_disk_write (GOutputStream *stream,
                 const void *buffer,
                 gsize count,
                 GCancellable *cancellable,
                 GError **error)
{
  TestDisk *self = TEST_DISK (stream);
  gsize n = MIN (MIN (count, 1000), self->room - self->written);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;
  if (n == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "the disk is full");
      return -1;
    }
  self->written += n;
  return (gssize) n;
}

static gboolean
test_disk_flush (GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  if (!TEST_DISK (stream)->flush_fails)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the disk went away");
  return FALSE;
}

static void
test_disk_class_init (TestDiskClass *klass)
{
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = test_disk_write;
  G_OUTPUT_STREAM_CLASS (klass)->flush = test_disk_flush;
}

static void
test_disk_init (TestDisk *self)
{
}

GOutputStream *
test_disk_new (gsize room)
{
  TestDisk *self = g_object_new (TEST_TYPE_DISK, NULL);

  self->room = room;
  return G_OUTPUT_STREAM (self);
}

void
test_disk_break_flush (TestDisk *self)
{
  self->flush_fails = TRUE;
}

gsize
test_disk_get_written (TestDisk *self)
{
  return self->written;
}
