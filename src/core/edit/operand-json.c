/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit/operand-json.h"

#include "record/intern.h"

#include <string.h>

/* Names of placeholders are short and interned: what a file may add to them is bounded. */
#define MAX_NAME 40
#define MAX_OPERANDS 64
#define MAX_LABEL 200

static const char *const kind_names[] = { "text", "integer", "time", "date", "duration", "record", "field", "nation", "language" };

static void
write_operand (const LiaisonOperand *operand,
               LiaisonJsonWriter    *writer)
{
  char id[LIAISON_ID_TEXT_SIZE];

  liaison_json_writer_begin_object (writer);
  liaison_json_writer_name (writer, "name");
  liaison_json_writer_string (writer, operand->name);
  liaison_json_writer_name (writer, kind_names[operand->kind]);
  switch (operand->kind)
    {
    case LIAISON_OPERAND_TEXT:
      liaison_json_writer_string (writer, operand->value.text);
      break;
    case LIAISON_OPERAND_INTEGER:
      liaison_json_writer_integer (writer, operand->value.integer);
      break;
    case LIAISON_OPERAND_SECONDS_AT:
    case LIAISON_OPERAND_DURATION:
      liaison_json_writer_integer (writer, operand->value.seconds);
      break;
    case LIAISON_OPERAND_DATE:
      liaison_json_writer_integer (writer, operand->value.days);
      break;
    case LIAISON_OPERAND_RECORD:
      liaison_id_format (operand->value.record, id);
      liaison_json_writer_string (writer, id);
      break;
    case LIAISON_OPERAND_FIELD:
      liaison_json_writer_string (writer, operand->value.label);
      break;
    case LIAISON_OPERAND_NATION:
      liaison_json_writer_string (writer, operand->value.nation);
      break;
    case LIAISON_OPERAND_LANGUAGE:
      liaison_json_writer_string (writer, operand->value.tag);
      break;
    }
  liaison_json_writer_end_object (writer);
}

void
liaison_operands_write (const GArray      *operands,
                        LiaisonJsonWriter *writer)
{
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < operands->len; i++)
    write_operand (&g_array_index (operands, LiaisonOperand, i), writer);
  liaison_json_writer_end_array (writer);
}

static gboolean
is_name (const char *text,
         gsize       length)
{
  if (length == 0 || length > MAX_NAME)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_islower (text[i]) && text[i] != '_' && text[i] != '-' && !g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

static gboolean
read_text_value (LiaisonJsonReader *reader,
                 LiaisonOperand    *operand,
                 GError           **error)
{
  const char *text;
  gsize length;

  if (!liaison_json_reader_read_string (reader, &text, &length, error))
    return FALSE;
  if (operand->kind == LIAISON_OPERAND_TEXT)
    *operand = liaison_operand_text (operand->name, text);
  else if (operand->kind == LIAISON_OPERAND_FIELD && length <= MAX_LABEL)
    *operand = liaison_operand_field (operand->name, liaison_intern (text, length));
  else if (operand->kind == LIAISON_OPERAND_NATION && liaison_code_is_valid (text, length))
    *operand = liaison_operand_nation (operand->name, text);
  else if (operand->kind == LIAISON_OPERAND_LANGUAGE && liaison_language_is_valid (text, length))
    *operand = liaison_operand_language (operand->name, text);
  else if (operand->kind != LIAISON_OPERAND_RECORD || !liaison_id_parse (text, length, &operand->value.record))
    return liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_VALUE, "this is no operand");
  return TRUE;
}

static gboolean
read_value (LiaisonJsonReader *reader,
            LiaisonOperand    *operand,
            GError           **error)
{
  gint64 integer;

  if (operand->kind != LIAISON_OPERAND_INTEGER && operand->kind != LIAISON_OPERAND_SECONDS_AT
      && operand->kind != LIAISON_OPERAND_DURATION && operand->kind != LIAISON_OPERAND_DATE)
    return read_text_value (reader, operand, error);
  if (!liaison_json_reader_read_integer (reader, &integer, error))
    return FALSE;
  if (operand->kind == LIAISON_OPERAND_DATE)
    operand->value.days = CLAMP (integer, G_MININT32, G_MAXINT32);
  else
    operand->value.integer = integer;
  return TRUE;
}

static gboolean
read_kind (const char     *name,
           LiaisonOperand *operand)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (kind_names); kind++)
    if (strcmp (name, kind_names[kind]) == 0)
      {
        operand->kind = kind;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_operand (LiaisonJsonReader *reader,
              LiaisonOperand    *operand,
              GError           **error)
{
  const char *name, *text;
  gsize length;

  if (!liaison_json_reader_begin_object (reader, error))
    return FALSE;
  while (TRUE)
    {
      if (!liaison_json_reader_next_member (reader, &name, &length, error))
        return FALSE;
      if (name == NULL)
        break;
      if (strcmp (name, "name") == 0)
        {
          if (!liaison_json_reader_read_string (reader, &text, &length, error))
            return FALSE;
          if (!is_name (text, length))
            return liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_VALUE, "this names no operand");
          operand->name = liaison_intern (text, length);
        }
      else if (operand->name == NULL || !read_kind (name, operand))
        return liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_VALUE, "an operand has no “%.40s”", name);
      else if (!read_value (reader, operand, error))
        return FALSE;
    }
  return operand->name != NULL
         || liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_VALUE, "this operand has no name");
}

GArray *
liaison_operands_read (LiaisonJsonReader *reader,
                       GError           **error)
{
  g_autoptr (GArray) operands = liaison_operands_new ();
  gboolean more;

  if (!liaison_json_reader_begin_array (reader, error))
    return NULL;
  while (TRUE)
    {
      LiaisonOperand operand = { LIAISON_OPERAND_INTEGER };
      if (!liaison_json_reader_next_element (reader, &more, error))
        return NULL;
      if (!more)
        return g_steal_pointer (&operands);
      if (operands->len == MAX_OPERANDS)
        {
          liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_LIMIT, "more than %d operands", MAX_OPERANDS);
          return NULL;
        }
      if (!read_operand (reader, &operand, error))
        {
          liaison_operand_clear (&operand);
          return NULL;
        }
      g_array_append_val (operands, operand);
    }
}
