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
new_reader (const char *display, const LiaisonJsonLimits *limits, gsize size)
{
  LiaisonJsonReader *self = g_new (LiaisonJsonReader, 1);

  /* The frames are set up as they are opened. */
  memset (self, 0, G_STRUCT_OFFSET (LiaisonJsonReader, frames));
  self->display = g_strdup (display);
  self->limits = limits != NULL ? *limits : liaison_json_default_limits;
  self->limits.depth = MIN (self->limits.depth, LIAISON_JSON_MAX_DEPTH);
  self->limits.name = MIN (self->limits.name, LIAISON_JSON_MAX_NAME);
  self->size = size;
  self->bytes = g_malloc (size + LIAISON_JSON_PADDING);
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
liaison_json_reader_new_for_stream (GInputStream *stream,
                                    const char *display,
                                    const LiaisonJsonLimits *limits,
                                    GCancellable *cancellable)
{
  LiaisonJsonReader *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (display != NULL, NULL);

  self = new_reader (display, limits, LIAISON_JSON_CHUNK);
  self->stream = g_object_ref (stream);
  g_set_object (&self->cancellable, cancellable);
  return self;
}

LiaisonJsonReader *
liaison_json_reader_new_for_data (const char *data,
                                  gsize length,
                                  const char *display,
                                  const LiaisonJsonLimits *limits)
{
  LiaisonJsonReader *self;

  g_return_val_if_fail (data != NULL || length == 0, NULL);
  g_return_val_if_fail (display != NULL, NULL);

  self = new_reader (display, limits, CLAMP (length, LIAISON_JSON_FIRST, LIAISON_JSON_CHUNK));
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

/* The type of the value that begins with a byte, plus one; 0 where none does. */
static const guint8 types[256] = {
  ['n'] = LIAISON_JSON_NULL + 1,           ['f'] = LIAISON_JSON_BOOLEAN + 1,
  ['t'] = LIAISON_JSON_BOOLEAN + 1,        ['-'] = LIAISON_JSON_NUMBER + 1,
  ['0' ... '9'] = LIAISON_JSON_NUMBER + 1, ['"'] = LIAISON_JSON_STRING + 1,
  ['['] = LIAISON_JSON_ARRAY + 1,          ['{'] = LIAISON_JSON_OBJECT + 1,
};

/* The type of the value that is next, plus one; 0 with @error. */
static inline guint
look_at_value (LiaisonJsonReader *self, GError **error)
{
  guint type;

  if (G_UNLIKELY (self->failure != NULL))
    return (guint) liaison_json_reader_refuse_again (self, error);
  g_return_val_if_fail (self->due, 0);

  type = types[(guchar) liaison_json_reader_see (self)];
  liaison_json_reader_set_mark (self);
  if (G_UNLIKELY (type == 0))
    liaison_json_reader_refuse_byte (self, error, "a value");
  return type;
}

gboolean
liaison_json_reader_peek (LiaisonJsonReader *self, LiaisonJsonType *type, GError **error)
{
  guint found = look_at_value (self, error);

  *type = (LiaisonJsonType) (found - 1);
  return found != 0;
}

static gboolean
refuse_type (LiaisonJsonReader *self, LiaisonJsonType wanted, LiaisonJsonType found, GError **error)
{
  static const char *const names[] = { "null",     "true or false", "a number",
                                       "a string", "an array",      "an object" };

  return liaison_json_reader_refuse_mark (self, error, LIAISON_JSON_ERROR_TYPE,
                                          "expected %s, found %s", names[wanted], names[found]);
}

gboolean
liaison_json_reader_begin (LiaisonJsonReader *self, LiaisonJsonType wanted, GError **error)
{
  guint found = look_at_value (self, error);

  if (G_UNLIKELY (found != wanted + 1))
    return found != 0 && refuse_type (self, wanted, (LiaisonJsonType) (found - 1), error);
  self->due = FALSE;
  return TRUE;
}

gboolean
liaison_json_reader_read_string (LiaisonJsonReader *self,
                                 const char **text,
                                 gsize *length,
                                 GError **error)
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
