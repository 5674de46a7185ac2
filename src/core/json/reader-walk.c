/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going over a value without looking into it: skipping it, or keeping its bytes. */
#include "config.h"

#include "json/reader-private.h"

static gboolean
take_text (LiaisonJsonReader *self, GError **error)
{
  const char *text;

  return liaison_json_reader_read_string (self, &text, NULL, error);
}

static gboolean
take_number (LiaisonJsonReader *self, GError **error)
{
  LiaisonJsonNumber number;

  self->due = FALSE;
  return liaison_json_reader_take_number (self, &number, error);
}

static gboolean
take_boolean (LiaisonJsonReader *self, GError **error)
{
  gboolean value;

  return liaison_json_reader_read_boolean (self, &value, error);
}

/* Takes a scalar, or what opens an object or array. */
static gboolean
take_beginning (LiaisonJsonReader *self, GError **error)
{
  LiaisonJsonType type;

  if (!liaison_json_reader_peek (self, &type, error))
    return FALSE;
  switch (type)
    {
    case LIAISON_JSON_NULL:
      return liaison_json_reader_read_null (self, error);
    case LIAISON_JSON_BOOLEAN:
      return take_boolean (self, error);
    case LIAISON_JSON_NUMBER:
      return take_number (self, error);
    case LIAISON_JSON_STRING:
      return take_text (self, error);
    case LIAISON_JSON_ARRAY:
      return liaison_json_reader_begin_array (self, error);
    case LIAISON_JSON_OBJECT:
      return liaison_json_reader_begin_object (self, error);
    default:
      g_assert_not_reached ();
    }
}

/* Goes on until a value is due or the frames deeper than @floor are closed. */
static gboolean
go_on (LiaisonJsonReader *self, guint floor, GError **error)
{
  const char *name;
  gboolean more;

  while (!self->due && self->depth > floor)
    if (self->frames[self->depth - 1].is_object)
      {
        if (!liaison_json_reader_next_member (self, &name, NULL, error))
          return FALSE;
      }
    else if (!liaison_json_reader_next_element (self, &more, error))
      return FALSE;
  return TRUE;
}

gboolean
liaison_json_reader_skip (LiaisonJsonReader *self, GError **error)
{
  guint floor = self->depth;

  do
    if (!take_beginning (self, error) || !go_on (self, floor, error))
      return FALSE;
  while (self->due);
  return TRUE;
}

gboolean
liaison_json_reader_read_raw (LiaisonJsonReader *self, GString *bytes, GError **error)
{
  gsize length;
  gboolean done;

  g_return_val_if_fail (bytes != NULL, FALSE);

  length = bytes->len;
  self->tap = bytes;
  done = liaison_json_reader_skip (self, error);
  self->tap = NULL;
  self->from = NULL;
  if (!done)
    g_string_truncate (bytes, length);
  return done;
}
