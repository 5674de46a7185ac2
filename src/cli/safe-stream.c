/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "safe-stream.h"

#define MAX_CHARACTER 4 /* bytes */

struct _LiaisonSafeStream
{
  GOutputStream parent_instance;

  FILE *file;                   /* borrowed */
  char part[MAX_CHARACTER + 1]; /* the beginning of a character whose end has not come yet */
  gsize n_part;
};

G_DEFINE_FINAL_TYPE (LiaisonSafeStream, liaison_safe_stream, G_TYPE_OUTPUT_STREAM)

static gboolean
needs_escape (gunichar c)
{
  return c == 0x7f || (c >= 0x80 && c <= 0x9f) || liaison_output_turns_text (c);
}

/* Whether a whole character stands at @at, of which @n bytes are there. */
static gboolean
is_whole (const char *at, gsize n)
{
  return n >= (gsize) g_utf8_skip[(guchar) *at];
}

static void
put (LiaisonSafeStream *self, const char *bytes, gsize n)
{
  const char *end = bytes + n, *start = bytes, *at = bytes;

  while (at < end)
    {
      const gunichar c = (guchar) *at < 0x7f ? 0 : g_utf8_get_char (at);
      const char *next = g_utf8_next_char (at);

      if (c != 0 && needs_escape (c))
        {
          fwrite (start, 1, at - start, self->file);
          fprintf (self->file, "\\u%04x", c);
          start = next;
        }
      at = next;
    }
  fwrite (start, 1, end - start, self->file);
}

/* Takes bytes until the character that was begun is whole. */
static gsize
complete_part (LiaisonSafeStream *self, const char *bytes, gsize n)
{
  gsize used = 0;

  while (self->n_part > 0 && used < n)
    {
      self->part[self->n_part++] = bytes[used++];
      if (is_whole (self->part, self->n_part))
        {
          put (self, self->part, self->n_part);
          self->n_part = 0;
        }
    }
  return used;
}

/* How many of @n bytes are whole characters. */
static gsize
count_whole (const char *bytes, gsize n)
{
  for (gsize back = 1; back < MAX_CHARACTER && back <= n; back++)
    if ((bytes[n - back] & 0xc0) != 0x80)
      return is_whole (bytes + n - back, back) ? n : n - back;
  return n;
}

static gssize
write_bytes (
    GOutputStream *stream, const void *buffer, gsize n, GCancellable *cancellable, GError **error)
{
  LiaisonSafeStream *self = LIAISON_SAFE_STREAM (stream);
  const gsize used = complete_part (self, buffer, n);
  const char *rest = (const char *) buffer + used;
  const gsize whole = count_whole (rest, n - used);

  put (self, rest, whole);
  for (gsize i = whole; i < n - used; i++)
    self->part[self->n_part++] = rest[i];
  return (gssize) n;
}

static void
liaison_safe_stream_class_init (LiaisonSafeStreamClass *klass)
{
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = write_bytes;
}

static void
liaison_safe_stream_init (LiaisonSafeStream *self)
{
}

GOutputStream *
liaison_safe_stream_new (FILE *file)
{
  LiaisonSafeStream *self = g_object_new (LIAISON_TYPE_SAFE_STREAM, NULL);

  self->file = file;
  return G_OUTPUT_STREAM (self);
}
