/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/field-type.h"
#include "record/zone.h"
#include "words/manner-reading.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef gboolean (*ReadFunc) (const LiaisonReading *reading, gpointer at, GError **error);

static gboolean read_text (const LiaisonReading *reading, gpointer at, GError **error);
static gboolean read_string (const LiaisonReading *reading, gpointer at, GError **error);

static const ReadFunc read_type[LIAISON_FIELD_N_TYPES] = {
  [LIAISON_FIELD_TEXT] = read_text,
  [LIAISON_FIELD_STRING] = read_string,
  [LIAISON_FIELD_INTEGER] = liaison_reading_read_integer,
  [LIAISON_FIELD_BOOLEAN] = liaison_reading_read_boolean,
  [LIAISON_FIELD_CHOICE] = liaison_reading_read_choice,
  [LIAISON_FIELD_INSTANT] = liaison_reading_read_instant,
  [LIAISON_FIELD_DURATION] = liaison_reading_read_duration,
  [LIAISON_FIELD_DATE] = liaison_reading_read_date,
  [LIAISON_FIELD_ZONE] = liaison_reading_read_zone,
  [LIAISON_FIELD_NATION] = liaison_reading_read_nation,
  [LIAISON_FIELD_NATIONS] = liaison_reading_read_nations,
  [LIAISON_FIELD_LEVEL] = liaison_reading_read_level,
  [LIAISON_FIELD_REFERENCE] = liaison_reading_read_reference,
  [LIAISON_FIELD_REFERENCES] = liaison_reading_read_references,
  [LIAISON_FIELD_MARKING] = liaison_reading_read_marking,
  [LIAISON_FIELD_ITEMS] = liaison_reading_read_items,
};

gboolean
liaison_reading_read (const LiaisonReading *reading, gpointer at, GError **error)
{
  return read_type[reading->field->type](reading, at, error);
}

char *
liaison_reading_make_plain (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *plain = g_string_sized_new (strlen (text));

  for (const char *at = composed; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      GUnicodeType type = g_unichar_type (c);

      if (type == G_UNICODE_DECIMAL_NUMBER)
        g_string_append_c (plain, (char) ('0' + g_unichar_digit_value (c)));
      else if (c == 0x2212)
        g_string_append_c (plain, '-');
      else if (c == '\n' || c == '\r' || !g_unichar_isspace (c))
        {
          if (type != G_UNICODE_FORMAT)
            g_string_append_unichar (plain, c);
        }
      else
        g_string_append_c (plain, ' ');
    }
  return g_strstrip (g_string_free (plain, FALSE));
}

LiaisonReading
liaison_reading_of_part (const LiaisonReading *whole, const char *plain)
{
  LiaisonReading part = *whole;

  part.plain = plain;
  part.text = plain;
  return part;
}

gboolean
liaison_reading_refuse_take (const LiaisonReading *reading,
                             GError **error,
                             LiaisonWordsError code,
                             const char *msgid,
                             LiaisonOperand *operands,
                             gsize n_operands)
{
  g_autofree char *sentence =
      liaison_words_format_take (reading->manner->words, msgid, operands, n_operands);

  g_set_error_literal (error, LIAISON_WORDS_ERROR, (int) code, sentence);
  return FALSE;
}

gboolean
liaison_reading_refuse_with (const LiaisonReading *reading,
                             GError **error,
                             LiaisonWordsError code,
                             const char *msgid,
                             GArray *operands)
{
  g_autoptr (GArray) owned = operands;
  g_autofree char *sentence = liaison_words_format_operands (
      reading->manner->words, msgid, (const LiaisonOperand *) owned->data, owned->len, NULL);

  g_set_error_literal (error, LIAISON_WORDS_ERROR, (int) code, sentence);
  return FALSE;
}

static gboolean
refuse_long (const LiaisonReading *reading, GError **error)
{
  return liaison_reading_refuse (
      reading, error, LIAISON_WORDS_ERROR_RANGE,
      N_ ("This text is too long: {field} may have {limit} bytes. Shorten it."),
      liaison_operand_field ("field", reading->field->label),
      liaison_operand_integer ("limit", (gint64) liaison_field_get_limit (reading->field)));
}

/* What was typed without blanks at either end; in one line where the field has one. NULL, with
 * @error, when it is too long. */
static char *
make_string (const LiaisonReading *reading, GError **error)
{
  g_autofree char *string = g_strdup (reading->text);

  if (!(reading->field->flags & LIAISON_FIELD_LONG))
    g_strdelimit (string, "\r\n\t", ' ');
  g_strstrip (string);
  if (strlen (string) <= liaison_field_get_limit (reading->field))
    return g_steal_pointer (&string);
  refuse_long (reading, error);
  return NULL;
}

static const LiaisonText *
get_present_text (const LiaisonReading *reading)
{
  return reading->block ? *(LiaisonText *const *) LIAISON_BLOCK_AT (reading->block, reading->field)
                        : NULL;
}

static gboolean
read_text (const LiaisonReading *reading, gpointer at, GError **error)
{
  g_autofree char *string = make_string (reading, error);
  g_autoptr (GRefString) counted = string ? g_ref_string_new (string) : NULL;

  if (!counted)
    return FALSE;
  *(LiaisonText **) at = liaison_text_with (
      get_present_text (reading), liaison_words_get_language (reading->manner->words), counted);
  return TRUE;
}

static gboolean
read_string (const LiaisonReading *reading, gpointer at, GError **error)
{
  g_autofree char *string = make_string (reading, error);

  if (!string)
    return FALSE;
  *(GRefString **) at = g_ref_string_new (string);
  return TRUE;
}

/* Nothing was typed: nothing is set, but the other languages of a text stay. */
static LiaisonValue
read_nothing (const LiaisonReading *reading)
{
  g_autoptr (LiaisonText) rest = NULL;

  if (reading->field->type != LIAISON_FIELD_TEXT)
    return (LiaisonValue) LIAISON_VALUE_INIT;
  rest = liaison_text_with (get_present_text (reading),
                            liaison_words_get_language (reading->manner->words), NULL);
  return liaison_value_field (reading->field, &rest);
}

/* Whether the text is what the field says anyway: then it is left as it is, to the second and to
 * the language. */
static gboolean
is_unchanged (const LiaisonReading *reading)
{
  g_autofree char *told = NULL;
  g_autofree char *told_plain = NULL;

  if (!reading->block)
    return FALSE;
  told = liaison_manner_tell_field (reading->manner, reading->block, reading->field);
  if (reading->field->type == LIAISON_FIELD_TEXT || reading->field->type == LIAISON_FIELD_STRING)
    return g_str_equal (told, reading->text);
  told_plain = liaison_reading_make_plain (told);
  return g_str_equal (told_plain, reading->plain);
}

static const char *
find_zone (const LiaisonManner *manner, const LiaisonBlock *block)
{
  const char *zone = block ? liaison_times_get_zone (&manner->lookup, block) : NULL;

  if (!zone || !liaison_zone_is_known (zone))
    zone = manner->zone;
  return zone && liaison_zone_is_known (zone) ? zone : NULL;
}

static gboolean
refuse_bytes (const LiaisonManner *manner, GError **error)
{
  g_set_error_literal (
      error, LIAISON_WORDS_ERROR, LIAISON_WORDS_ERROR_INPUT,
      liaison_words_get (manner->words, N_ ("This text is not UTF-8. Convert it first.")));
  return FALSE;
}

gboolean
liaison_manner_read_field (const LiaisonManner *manner,
                           const LiaisonSnapshot *snapshot,
                           const LiaisonField *field,
                           const LiaisonBlock *block,
                           const char *text,
                           LiaisonValue *value,
                           GError **error)
{
  LiaisonReading reading = { manner, snapshot, field, block, find_zone (manner, block), text };
  g_autofree char *plain = NULL;

  *value = (LiaisonValue) LIAISON_VALUE_INIT;
  if (!g_utf8_validate (text, -1, NULL))
    return refuse_bytes (manner, error);
  reading.plain = plain = liaison_reading_make_plain (text);
  if (*plain == '\0')
    *value = read_nothing (&reading);
  else if (is_unchanged (&reading))
    *value = liaison_value_field (field, LIAISON_BLOCK_AT (block, field));
  else
    {
      const LiaisonFieldOps *ops = liaison_field_type_ops (field->type);
      LiaisonValue found = { LIAISON_VALUE_FIELD, field };

      ops->init (&found.as);
      if (!liaison_reading_read (&reading, &found.as, error))
        {
          ops->clear (&found.as);
          return FALSE;
        }
      if (ops->is_set (&found.as))
        *value = found;
    }
  return TRUE;
}
