/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "json/writer.h"

#include "json/reader.h"
#include "json/scan.h"
#include "json/writer-private.h"

#include <math.h>

#define STREAM_CHUNK (64 * 1024)
#define STRING_CHUNK (4 * 1024)
/* A comma, a new line and the deepest indentation fit in what is left when this much is asked for.
 */
#define MAX_LEAD    (2 + 2 * LIAISON_JSON_MAX_DEPTH)
#define MAX_INTEGER ((G_GINT64_CONSTANT (1) << 53) - 1)

struct _LiaisonJsonWriter
{
  /* Output */
  GOutputStream *stream; /* owned; NULL when writing to a string */
  GCancellable *cancellable;
  GString *string; /* borrowed */
  GError *failure; /* the first */

  /* Chunk */
  char *bytes;
  gsize n;
  gsize size;

  /* State */
  gboolean compact;
  gboolean named; /* a name waits for its value */
  gboolean done;  /* the root value is begun */
  guint depth;
  LiaisonJsonLevel levels[LIAISON_JSON_MAX_DEPTH];
};

static LiaisonJsonWriter *
new_writer (gsize size)
{
  LiaisonJsonWriter *self = g_new0 (LiaisonJsonWriter, 1);

  self->size = size;
  self->bytes = g_malloc (size);
  return self;
}

LiaisonJsonWriter *
liaison_json_writer_new_for_stream (GOutputStream *stream, GCancellable *cancellable)
{
  LiaisonJsonWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = new_writer (STREAM_CHUNK);
  self->stream = g_object_ref (stream);
  g_set_object (&self->cancellable, cancellable);
  return self;
}

LiaisonJsonWriter *
liaison_json_writer_new_for_string (GString *string)
{
  LiaisonJsonWriter *self;

  g_return_val_if_fail (string != NULL, NULL);

  self = new_writer (STRING_CHUNK);
  self->string = string;
  return self;
}

void
liaison_json_writer_free (LiaisonJsonWriter *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->failure);
  g_clear_pointer (&self->bytes, g_free);
  g_free (self);
}

void
liaison_json_writer_set_compact (LiaisonJsonWriter *self, gboolean compact)
{
  g_return_if_fail (!self->done);

  self->compact = compact;
}

/* Bytes */

void
liaison_json_writer_refuse (LiaisonJsonWriter *self, int code, const char *message)
{
  if (self->failure == NULL)
    g_set_error_literal (&self->failure, LIAISON_JSON_ERROR, code, message);
}

/* Hands @bytes on, unless something failed before. */
static void
hand_on (LiaisonJsonWriter *self, const char *bytes, gsize n)
{
  if (self->failure != NULL)
    return;
  if (self->string != NULL)
    g_string_append_len (self->string, bytes, (gssize) n);
  else
    g_output_stream_write_all (self->stream, bytes, n, NULL, self->cancellable, &self->failure);
}

static void
empty_chunk (LiaisonJsonWriter *self)
{
  hand_on (self, self->bytes, self->n);
  self->n = 0;
}

/* Room for @n bytes, fewer than a chunk. */
static inline char *
make_room (LiaisonJsonWriter *self, gsize n)
{
  if (G_UNLIKELY (self->size - self->n < n))
    empty_chunk (self);
  return self->bytes + self->n;
}

static inline void
put_byte (LiaisonJsonWriter *self, char byte)
{
  *make_room (self, 1) = byte;
  self->n++;
}

void
liaison_json_writer_put (LiaisonJsonWriter *self, const char *bytes, gsize n)
{
  if (G_UNLIKELY (n > self->size - self->n))
    {
      empty_chunk (self);
      if (n > self->size)
        {
          hand_on (self, bytes, n);
          return;
        }
    }
  memcpy (self->bytes + self->n, bytes, n);
  self->n += n;
}

/* A new line, indented for the level it is on. */
static void
put_line (LiaisonJsonWriter *self)
{
  char *room;

  if (self->compact)
    return;
  room = make_room (self, MAX_LEAD);
  *room = '\n';
  memset (room + 1, ' ', 2 * self->depth);
  self->n += 1 + 2 * self->depth;
}

/* Structure */

guint
liaison_json_writer_get_depth (LiaisonJsonWriter *self)
{
  return self->depth;
}

gboolean
liaison_json_writer_wants_name (LiaisonJsonWriter *self)
{
  return self->depth > 0 && self->levels[self->depth - 1].is_object && !self->named;
}

gboolean
liaison_json_writer_can_close (LiaisonJsonWriter *self, gboolean is_object)
{
  return self->depth > 0 && !self->named && self->levels[self->depth - 1].is_object == is_object;
}

static void
begin_item (LiaisonJsonWriter *self)
{
  LiaisonJsonLevel *level = &self->levels[self->depth - 1];

  if (level->used)
    put_byte (self, ',');
  level->used = TRUE;
  put_line (self);
}

gboolean
liaison_json_writer_begin_value (LiaisonJsonWriter *self)
{
  g_return_val_if_fail (!liaison_json_writer_wants_name (self), FALSE);
  g_return_val_if_fail (self->depth > 0 || !self->done, FALSE);

  self->done = TRUE;
  if (self->named)
    self->named = FALSE;
  else if (self->depth > 0)
    begin_item (self);
  return TRUE;
}

void
liaison_json_writer_open (LiaisonJsonWriter *self, gboolean is_object)
{
  put_byte (self, is_object ? '{' : '[');
  self->levels[self->depth].is_object = is_object;
  self->levels[self->depth].used = FALSE;
  self->depth++;
}

void
liaison_json_writer_close (LiaisonJsonWriter *self)
{
  LiaisonJsonLevel *level = &self->levels[--self->depth];

  if (level->used)
    put_line (self);
  put_byte (self, level->is_object ? '}' : ']');
}

static void
begin_level (LiaisonJsonWriter *self, gboolean is_object)
{
  g_return_if_fail (self->depth < LIAISON_JSON_MAX_DEPTH);

  if (liaison_json_writer_begin_value (self))
    liaison_json_writer_open (self, is_object);
}

static void
end_level (LiaisonJsonWriter *self, gboolean is_object)
{
  g_return_if_fail (liaison_json_writer_can_close (self, is_object));

  liaison_json_writer_close (self);
}

void
liaison_json_writer_begin_object (LiaisonJsonWriter *self)
{
  begin_level (self, TRUE);
}

void
liaison_json_writer_end_object (LiaisonJsonWriter *self)
{
  end_level (self, TRUE);
}

void
liaison_json_writer_begin_array (LiaisonJsonWriter *self)
{
  begin_level (self, FALSE);
}

void
liaison_json_writer_end_array (LiaisonJsonWriter *self)
{
  end_level (self, FALSE);
}

/* Strings */

static void
put_escape (LiaisonJsonWriter *self, char byte)
{
  static const char escapes[] = "btn?fr";
  static const char digits[] = "0123456789abcdef";
  char *room = make_room (self, 6);

  room[0] = '\\';
  if (byte >= '\b' && byte <= '\r' && byte != '\v')
    room[1] = escapes[byte - '\b'];
  else if (byte == '"' || byte == '\\')
    room[1] = byte;
  else
    {
      memcpy (room + 1, "u00", 3);
      room[4] = digits[byte >> 4];
      room[5] = digits[byte & 15];
      self->n += 4;
    }
  self->n += 2;
}

static void
put_string (LiaisonJsonWriter *self, const char *text, gsize length)
{
  put_byte (self, '"');
  for (;;)
    {
      gsize run = liaison_json_text_run (text, length);

      liaison_json_writer_put (self, text, run);
      text += run;
      length -= run;
      if (length == 0)
        break;
      if ((guchar) *text >= 0x80 || *text == '\0')
        {
          liaison_json_writer_refuse (self, LIAISON_JSON_ERROR_ENCODING,
                                      "a text is not valid UTF-8 or has the character U+0000");
          break;
        }
      put_escape (self, *text++);
      length--;
    }
  put_byte (self, '"');
}

static void
begin_name (LiaisonJsonWriter *self)
{
  begin_item (self);
  self->named = TRUE;
}

static void
end_name (LiaisonJsonWriter *self)
{
  liaison_json_writer_put (self, ": ", self->compact ? 1 : 2);
}

void
liaison_json_writer_put_name (LiaisonJsonWriter *self, const char *token, gsize n)
{
  begin_name (self);
  liaison_json_writer_put (self, token, n);
  end_name (self);
}

void
liaison_json_writer_name (LiaisonJsonWriter *self, const char *name)
{
  gsize length;

  g_return_if_fail (name != NULL);
  g_return_if_fail (liaison_json_writer_wants_name (self));

  length = strlen (name);
  if (length > LIAISON_JSON_MAX_NAME)
    liaison_json_writer_refuse (self, LIAISON_JSON_ERROR_LIMIT, "a member’s name is too long");
  begin_name (self);
  put_string (self, name, length);
  end_name (self);
}

void
liaison_json_writer_string_n (LiaisonJsonWriter *self, const char *text, gsize length)
{
  g_return_if_fail (text != NULL || length == 0);

  if (liaison_json_writer_begin_value (self))
    put_string (self, text, length);
}

void
liaison_json_writer_string (LiaisonJsonWriter *self, const char *text)
{
  g_return_if_fail (text != NULL);

  liaison_json_writer_string_n (self, text, strlen (text));
}

/* Other values */

void
liaison_json_writer_integer (LiaisonJsonWriter *self, gint64 value)
{
  char digits[24];
  char *end = digits + sizeof digits;
  char *p = end;
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;

  if (rest > MAX_INTEGER)
    liaison_json_writer_refuse (self, LIAISON_JSON_ERROR_LIMIT,
                                "a whole number is beyond 9007199254740991");
  do
    *--p = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (value < 0)
    *--p = '-';
  if (liaison_json_writer_begin_value (self))
    liaison_json_writer_put (self, p, (gsize) (end - p));
}

void
liaison_json_writer_number (LiaisonJsonWriter *self, double value)
{
  char text[LIAISON_JSON_NUMBER_SIZE];

  if (!isfinite (value))
    {
      liaison_json_writer_refuse (self, LIAISON_JSON_ERROR_VALUE, "a number is not finite");
      value = 0;
    }
  if (liaison_json_writer_begin_value (self))
    liaison_json_writer_put (self, text, liaison_json_format_number (value, text));
}

void
liaison_json_writer_boolean (LiaisonJsonWriter *self, gboolean value)
{
  if (liaison_json_writer_begin_value (self))
    liaison_json_writer_put (self, value ? "true" : "false", value ? 4 : 5);
}

void
liaison_json_writer_null (LiaisonJsonWriter *self)
{
  if (liaison_json_writer_begin_value (self))
    liaison_json_writer_put (self, "null", 4);
}

gboolean
liaison_json_writer_finish (LiaisonJsonWriter *self, GError **error)
{
  g_return_val_if_fail (self->failure != NULL || (self->depth == 0 && self->done), FALSE);

  if (!self->compact)
    put_byte (self, '\n');
  empty_chunk (self);
  if (self->failure == NULL && self->stream != NULL)
    g_output_stream_flush (self->stream, self->cancellable, &self->failure);
  if (self->failure == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->failure));
  return FALSE;
}
