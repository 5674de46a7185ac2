/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which value is due, strings, and the end of the text. */
#include "config.h"

#include "json/reader-private.h"

#include <string.h>

const LiaisonJsonLimits liaison_json_default_limits = {
  .bytes = 256 * 1024 * 1024,
  .depth = LIAISON_JSON_MAX_DEPTH,
  .string = 1024 * 1024,
  .name = LIAISON_JSON_MAX_NAME,
};

static LiaisonJsonReader *
new_reader (const char *display, const LiaisonJsonLimits *limits)
{
  LiaisonJsonReader *self = g_new (LiaisonJsonReader, 1);

  /* The frames are set up as they are opened. */
  memset (self, 0, G_STRUCT_OFFSET (LiaisonJsonReader, frames));
  self->display = g_strdup (display);
  self->limits = limits != NULL ? *limits : liaison_json_default_limits;
  self->limits.depth = MIN (self->limits.depth, LIAISON_JSON_MAX_DEPTH);
  self->limits.name = MIN (self->limits.name, LIAISON_JSON_MAX_NAME);
  self->bytes = g_malloc (LIAISON_JSON_CHUNK + LIAISON_JSON_PADDING);
  self->next = self->end = self->bytes;
  memset (self->end, 0, LIAISON_JSON_PADDING);
  self->start.line = self->start.column = 1;
  self->mark = self->start;
  self->due = TRUE;
  liaison_json_name_store_init (&self->names);
  self->text = g_string_new (NULL);
  self->tap = NULL;
  self->from = NULL;
  return self;
}

LiaisonJsonReader *
liaison_json_reader_new_for_stream (GInputStream            *stream,
                                    const char              *display,
                                    const LiaisonJsonLimits *limits,
                                    GCancellable            *cancellable)
{
  LiaisonJsonReader *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (display != NULL, NULL);

  self = new_reader (display, limits);
  self->stream = g_object_ref (stream);
  g_set_object (&self->cancellable, cancellable);
  return self;
}

LiaisonJsonReader *
liaison_json_reader_new_for_data (const char              *data,
                                  gsize                    length,
                                  const char              *display,
                                  const LiaisonJsonLimits *limits)
{
  LiaisonJsonReader *self;

  g_return_val_if_fail (data != NULL || length == 0, NULL);
  g_return_val_if_fail (display != NULL, NULL);

  self = new_reader (display, limits);
  self->data = data;
  self->data_left = length;
  return self;
}

void
liaison_json_reader_free (LiaisonJsonReader *self)
{
  if (self == NULL)
    return;
  while (self->depth > 0)
    liaison_json_name_set_end (&self->frames[--self->depth].others, &self->names);
  liaison_json_name_store_clear (&self->names);
  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->failure);
  g_clear_pointer (&self->display, g_free);
  g_clear_pointer (&self->bytes, g_free);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/* Values */

static gboolean
find_type (char byte, LiaisonJsonType *type)
{
  switch (byte)
    {
    case '"':
      *type = LIAISON_JSON_STRING;
      return TRUE;
    case '{':
      *type = LIAISON_JSON_OBJECT;
      return TRUE;
    case '[':
      *type = LIAISON_JSON_ARRAY;
      return TRUE;
    case 't':
    case 'f':
      *type = LIAISON_JSON_BOOLEAN;
      return TRUE;
    case 'n':
      *type = LIAISON_JSON_NULL;
      return TRUE;
    default:
      *type = LIAISON_JSON_NUMBER;
      return byte == '-' || g_ascii_isdigit (byte);
    }
}

gboolean
liaison_json_reader_peek (LiaisonJsonReader *self, LiaisonJsonType *type, GError **error)
{
  char byte;

  if (G_UNLIKELY (self->failure != NULL))
    return liaison_json_reader_refuse_again (self, error);
  g_return_val_if_fail (self->due, FALSE);

  byte = liaison_json_reader_see (self);
  liaison_json_reader_set_mark (self);
  return find_type (byte, type) || liaison_json_reader_refuse_byte (self, error, "a value");
}

gboolean
liaison_json_reader_begin (LiaisonJsonReader *self, LiaisonJsonType wanted, GError **error)
{
  static const char *const names[] = { "null", "true or false", "a number", "a string", "an array", "an object" };
  LiaisonJsonType type;

  if (!liaison_json_reader_peek (self, &type, error))
    return FALSE;
  if (G_UNLIKELY (type != wanted))
    return liaison_json_reader_refuse_mark (self, error, LIAISON_JSON_ERROR_TYPE, "expected %s, found %s",
                                            names[wanted], names[type]);
  self->due = FALSE;
  return TRUE;
}

gboolean
liaison_json_reader_read_string (LiaisonJsonReader *self, const char **text, gsize *length, GError **error)
{
  gsize ignored;

  return liaison_json_reader_begin (self, LIAISON_JSON_STRING, error)
         && liaison_json_reader_take_string (self, text, length != NULL ? length : &ignored,
                                             self->limits.string, "string", error);
}

gboolean
liaison_json_reader_finish (LiaisonJsonReader *self, GError **error)
{
  if (self->failure != NULL)
    return liaison_json_reader_refuse_again (self, error);
  g_return_val_if_fail (self->depth == 0 && !self->due, FALSE);

  liaison_json_reader_see (self);
  if (self->next < self->end || self->failure != NULL)
    return liaison_json_reader_refuse_byte (self, error, "nothing after the value");
  return TRUE;
}
