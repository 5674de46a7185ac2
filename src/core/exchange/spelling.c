/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/spelling.h"

#include "json/writer.h"
#include "record/field-type.h"

#include <string.h>

/* Whether the file has a JSON string for it. */
static gboolean
is_string (LiaisonFieldType type)
{
  switch (type)
    {
    case LIAISON_FIELD_STRING:
    case LIAISON_FIELD_CHOICE:
    case LIAISON_FIELD_INSTANT:
    case LIAISON_FIELD_DURATION:
    case LIAISON_FIELD_DATE:
    case LIAISON_FIELD_ZONE:
    case LIAISON_FIELD_NATION:
    case LIAISON_FIELD_LEVEL:
    case LIAISON_FIELD_REFERENCE:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The characters of the JSON string @json. */
static char *
dup_characters (const GString *json)
{
  g_autoptr (LiaisonJsonReader) reader =
      liaison_json_reader_new_for_data (json->str, json->len, "", &liaison_json_default_limits);
  const char *text = NULL;

  if (!liaison_json_reader_read_string (reader, &text, NULL, NULL))
    return g_strdup ("");
  return g_strdup (text);
}

char *
liaison_spelling_write (const LiaisonBlock *block, const LiaisonField *field)
{
  g_autoptr (GString) json = NULL;
  g_autoptr (LiaisonJsonWriter) writer = NULL;

  if (!liaison_block_field_is_set (block, field))
    return g_strdup ("");
  json = g_string_new (NULL);
  writer = liaison_json_writer_new_for_string (json);
  liaison_json_writer_set_compact (writer, TRUE);
  liaison_field_type_ops (field->type)->write (LIAISON_BLOCK_AT (block, field), field, writer);
  if (!liaison_json_writer_finish (writer, NULL))
    return g_strdup ("");
  return is_string (field->type) ? dup_characters (json)
                                 : g_string_free (g_steal_pointer (&json), FALSE);
}

static gboolean
read_json (const LiaisonField *field, const GString *json, LiaisonValue *value, GError **error)
{
  const LiaisonFieldOps *ops = liaison_field_type_ops (field->type);
  g_autoptr (LiaisonJsonReader) reader = liaison_json_reader_new_for_data (
      json->str, json->len, field->name, &liaison_json_default_limits);
  g_autofree gpointer at = g_malloc0 (ops->size);
  gboolean done;

  ops->init (at);
  done = ops->read (at, field, reader, error) && liaison_json_reader_finish (reader, error);
  if (done)
    *value = liaison_value_field (field, at);
  ops->clear (at);
  return done;
}

gboolean
liaison_spelling_read (const LiaisonField *field,
                       const char *text,
                       LiaisonValue *value,
                       GError **error)
{
  g_autoptr (GString) json = g_string_new (NULL);

  *value = (LiaisonValue) LIAISON_VALUE_INIT;
  if (*text == '\0')
    return TRUE;
  if (is_string (field->type))
    {
      g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_string (json);

      liaison_json_writer_set_compact (writer, TRUE);
      liaison_json_writer_string (writer, text);
      if (!liaison_json_writer_finish (writer, error))
        return FALSE;
    }
  else
    g_string_append (json, text);
  return read_json (field, json, value, error);
}

/* Full-width = + - @ count where Japanese and Chinese programs do. */
static gboolean
begins_formula (const char *text)
{
  gunichar c;

  if (*text == '\0')
    return FALSE;
  if (strchr ("=+-@\t\r\n", *text) != NULL)
    return TRUE;
  c = g_utf8_get_char (text);
  return c == 0xff1d || c == 0xff0b || c == 0xff0d || c == 0xff20;
}

char *
liaison_spelling_guard (const char *text)
{
  const char *first = text + strspn (text, "'");

  return begins_formula (first) ? g_strconcat ("'", text, NULL) : g_strdup (text);
}

const char *
liaison_spelling_unguard (const char *text)
{
  const char *first = text + strspn (text, "'");

  return *text == '\'' && begins_formula (first) ? text + 1 : text;
}
