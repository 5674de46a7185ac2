/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/block-json.h"

#include "record/field-type.h"

#include <string.h>

static gboolean
read_id (LiaisonJsonReader *reader,
         LiaisonId         *id,
         GError           **error)
{
  const char *text;
  gsize length;

  if (!liaison_json_reader_read_string (reader, &text, &length, error))
    return FALSE;
  return liaison_id_parse (text, length, id)
         || liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_VALUE,
                                      "expected an id (a UUID in lower case), found “%.60s”", text);
}

/* How deep the arrays and objects in the value nest. */
static guint
measure_depth (const char *bytes)
{
  guint depth = 0, deepest = 0;

  for (const char *at = bytes; *at != '\0'; at++)
    if (*at == '"')
      {
        for (at++; *at != '"'; at++)
          if (*at == '\\')
            at++;
      }
    else if (*at == '{' || *at == '[')
      deepest = MAX (deepest, ++depth);
    else if (*at == '}' || *at == ']')
      depth--;
  return deepest;
}

gboolean
liaison_unknown_read (GString          **unknown,
                      LiaisonJsonReader *reader,
                      GError           **error)
{
  gsize length;
  const char *name = liaison_json_reader_get_name (reader, &length);
  g_autoptr (LiaisonJsonWriter) quoted = NULL;

  if (*unknown == NULL)
    *unknown = g_string_new (NULL);
  else
    g_string_append_c (*unknown, ',');
  quoted = liaison_json_writer_new_for_string (*unknown);
  liaison_json_writer_set_compact (quoted, TRUE);
  liaison_json_writer_string_n (quoted, name, length);
  if (!liaison_json_writer_finish (quoted, error))
    return FALSE;
  g_string_append_c (*unknown, ':');
  gsize start = (*unknown)->len;
  return liaison_json_reader_read_raw (reader, *unknown, error)
         && (measure_depth ((*unknown)->str + start) <= LIAISON_UNKNOWN_MAX_DEPTH
             || liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_LIMIT,
                                          "nested more than %d levels deep", LIAISON_UNKNOWN_MAX_DEPTH));
}

/* The end of the value that begins at @at, in compact bytes that were validated when they were read. */
static const char *
value_end (const char *at,
           const char *end)
{
  int depth = 0;

  for (; at < end; at++)
    {
      if (*at == '"')
        {
          for (at++; *at != '"'; at++)
            if (*at == '\\')
              at++;
        }
      else if (*at == '{' || *at == '[')
        depth++;
      else if (*at == '}' || *at == ']')
        depth--;
      else if (depth == 0 && (*at == ',' || *at == ':'))
        break;
    }
  return at;
}

void
liaison_unknown_write (const char        *unknown,
                       gsize              length,
                       LiaisonJsonWriter *writer)
{
  const char *at = unknown, *end = unknown + length;

  while (at < end)
    {
      const char *colon = value_end (at, end), *stop = value_end (colon + 1, end);
      g_autoptr (LiaisonJsonReader) name = liaison_json_reader_new_for_data (at, colon - at, "", NULL);
      const char *text;
      gsize text_length;
      if (liaison_json_reader_read_string (name, &text, &text_length, NULL))
        {
          liaison_json_writer_name (writer, text);
          liaison_json_writer_raw (writer, colon + 1, stop - colon - 1);
        }
      at = stop + 1;
    }
}

LiaisonBlock *
liaison_block_read (const LiaisonShape *shape,
                    LiaisonJsonReader  *reader,
                    gboolean            require_id,
                    GError            **error)
{
  const LiaisonJsonNames *names = liaison_shape_get_names (shape);
  g_autoptr (LiaisonBlock) self = liaison_block_new (shape, (LiaisonId) { 0, 0 });
  g_autoptr (GString) unknown = NULL;

  if (!liaison_json_reader_begin_object (reader, error))
    return NULL;
  while (TRUE)
    {
      guint index;
      gboolean ok = liaison_json_reader_next_name (reader, names, &index, error);
      if (ok && index == LIAISON_JSON_NAME_END)
        break;
      if (ok && index == LIAISON_JSON_NAME_UNKNOWN)
        ok = liaison_unknown_read (&unknown, reader, error);
      else if (ok && index == 0)
        ok = read_id (reader, &self->id, error);
      else if (ok)
        {
          const LiaisonField *field = &shape->fields[index - 1];
          ok = liaison_field_type_ops (field->type)->read (LIAISON_BLOCK_AT (self, field), field, reader, error);
        }
      if (!ok)
        return NULL;
    }

  if (unknown != NULL)
    liaison_block_take_unknown (self, g_ref_string_new_len (unknown->str, unknown->len));
  if (require_id && liaison_id_is_zero (self->id))
    {
      liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_VALUE, "there is no “id”");
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
liaison_block_write (const LiaisonBlock *self,
                     LiaisonJsonWriter  *writer)
{
  liaison_json_writer_begin_object (writer);
  if (!liaison_id_is_zero (self->id))
    {
      char text[LIAISON_ID_TEXT_SIZE];
      liaison_id_format (self->id, text);
      liaison_json_writer_name (writer, "id");
      liaison_json_writer_string_n (writer, text, LIAISON_ID_TEXT_SIZE - 1);
    }
  for (guint i = 0; i < self->shape->n_fields; i++)
    {
      const LiaisonField *field = &self->shape->fields[i];
      const LiaisonFieldOps *ops = liaison_field_type_ops (field->type);
      gconstpointer at = LIAISON_BLOCK_AT (self, field);
      if (ops->is_set (at))
        {
          liaison_json_writer_name (writer, field->name);
          ops->write (at, field, writer);
        }
    }
  GRefString *unknown = liaison_block_get_unknown (self);
  if (unknown != NULL)
    liaison_unknown_write (unknown, g_ref_string_length (unknown), writer);
  liaison_json_writer_end_object (writer);
}
