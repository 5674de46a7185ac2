/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/field-json.h"

#include "record/block.h"
#include "record/intern.h"
#include "record/zone.h"

#include <string.h>

#define MAX_LANGUAGES 200
#define MAX_MEMBERS 10000

static gboolean
refuse (LiaisonJsonReader *reader,
        GError           **error,
        const char        *expected,
        const char        *found)
{
  return liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_VALUE,
                                   "expected %s, found “%.60s”", expected, found);
}

/* Turns an error of a value's own parser into one with the place. */
static gboolean
refuse_error (LiaisonJsonReader *reader,
              GError           **error,
              GError            *cause)
{
  liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_VALUE, "%s", cause->message);
  g_error_free (cause);
  return FALSE;
}

static gboolean
read_limited (LiaisonJsonReader  *reader,
              const LiaisonField *field,
              GRefString        **string,
              GError            **error)
{
  const char *text;
  gsize length;

  if (!liaison_json_reader_read_string (reader, &text, &length, error))
    return FALSE;
  if (length > liaison_field_get_limit (field))
    return liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_LIMIT,
                                     "longer than %" G_GSIZE_FORMAT " bytes", liaison_field_get_limit (field));
  /* An empty string says no more than its absence. */
  *string = length > 0 ? g_ref_string_new_len (text, length) : NULL;
  return TRUE;
}

gboolean
liaison_field_read_text (gpointer            at,
                         const LiaisonField *field,
                         LiaisonJsonReader  *reader,
                         GError            **error)
{
  const char *languages[MAX_LANGUAGES], *name;
  GRefString *strings[MAX_LANGUAGES];
  gsize length;
  guint n = 0;
  gboolean ok = liaison_json_reader_begin_object (reader, error);

  while (ok && (ok = liaison_json_reader_next_member (reader, &name, &length, error)) && name != NULL)
    {
      if (!liaison_language_is_valid (name, length))
        ok = refuse (reader, error, "a language tag such as “fr” or “pt-BR”", name);
      else if (n == MAX_LANGUAGES)
        ok = liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_LIMIT, "more than %d languages", MAX_LANGUAGES);
      else
        {
          languages[n] = liaison_intern (name, length);
          ok = read_limited (reader, field, &strings[n], error);
          if (ok && strings[n] != NULL)
            n++;
        }
    }
  if (ok)
    {
      *(LiaisonText **) at = liaison_text_new_take (n, languages, strings);
      return TRUE;
    }
  while (n > 0)
    g_ref_string_release (strings[--n]);
  return FALSE;
}

gboolean
liaison_field_read_string (gpointer            at,
                           const LiaisonField *field,
                           LiaisonJsonReader  *reader,
                           GError            **error)
{
  return read_limited (reader, field, at, error);
}

gboolean
liaison_field_read_integer (gpointer            at,
                            const LiaisonField *field,
                            LiaisonJsonReader  *reader,
                            GError            **error)
{
  gint64 value;

  if (!liaison_json_reader_read_integer (reader, &value, error))
    return FALSE;
  if ((field->minimum != 0 || field->maximum != 0) && (value < field->minimum || value > field->maximum))
    return liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_VALUE,
                                     "expected a number from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT
                                     ", found %" G_GINT64_FORMAT,
                                     field->minimum, field->maximum, value);
  *(gint64 *) at = value;
  return TRUE;
}

gboolean
liaison_field_read_boolean (gpointer            at,
                            const LiaisonField *field,
                            LiaisonJsonReader  *reader,
                            GError            **error)
{
  return liaison_json_reader_read_boolean (reader, at, error);
}

static gboolean
refuse_choice (LiaisonJsonReader    *reader,
               const LiaisonChoices *choices,
               const char           *found,
               GError              **error)
{
  g_autoptr (GString) nicks = g_string_new ("one of");
  for (guint i = 1; i < choices->n; i++)
    g_string_append_printf (nicks, "%s “%s”", i > 1 ? "," : "", choices->choices[i].nick);
  return refuse (reader, error, nicks->str, found);
}

gboolean
liaison_field_read_choice (gpointer            at,
                           const LiaisonField *field,
                           LiaisonJsonReader  *reader,
                           GError            **error)
{
  const char *text;
  gsize length;

  if (!liaison_json_reader_read_string (reader, &text, &length, error))
    return FALSE;
  guint place = liaison_choices_find (field->choices, text, length);
  if (place == 0)
    return refuse_choice (reader, field->choices, text, error);
  *(int *) at = place;
  return TRUE;
}

gboolean
liaison_field_read_instant (gpointer            at,
                            const LiaisonField *field,
                            LiaisonJsonReader  *reader,
                            GError            **error)
{
  const char *text;
  gsize length;
  GError *cause = NULL;

  if (!liaison_json_reader_read_string (reader, &text, &length, error))
    return FALSE;
  return liaison_instant_parse (text, length, at, &cause) || refuse_error (reader, error, cause);
}

gboolean
liaison_field_read_duration (gpointer            at,
                             const LiaisonField *field,
                             LiaisonJsonReader  *reader,
                             GError            **error)
{
  const char *text;
  gsize length;
  GError *cause = NULL;
  gint64 seconds;

  if (!liaison_json_reader_read_string (reader, &text, &length, error))
    return FALSE;
  if (!liaison_duration_parse (text, length, &seconds, &cause))
    return refuse_error (reader, error, cause);
  if ((field->minimum != 0 || field->maximum != 0) && (seconds < field->minimum || seconds > field->maximum))
    return refuse (reader, error, "a duration within this field's range", text);
  *(gint64 *) at = seconds;
  return TRUE;
}

gboolean
liaison_field_read_date (gpointer            at,
                         const LiaisonField *field,
                         LiaisonJsonReader  *reader,
                         GError            **error)
{
  const char *text;
  gsize length;
  GError *cause = NULL;

  if (!liaison_json_reader_read_string (reader, &text, &length, error))
    return FALSE;
  return liaison_date_parse (text, length, at, &cause) || refuse_error (reader, error, cause);
}

gboolean
liaison_field_read_zone (gpointer            at,
                         const LiaisonField *field,
                         LiaisonJsonReader  *reader,
                         GError            **error)
{
  const char *text;
  gsize length;

  if (!liaison_json_reader_read_string (reader, &text, &length, error))
    return FALSE;
  if (!liaison_zone_is_valid_name (text, length))
    return refuse (reader, error, "a time zone such as “Europe/Oslo”", text);
  *(const char **) at = liaison_zone_intern (text, length);
  return TRUE;
}

static gboolean
read_code (LiaisonJsonReader *reader,
           const char       **code,
           GError           **error)
{
  const char *text;
  gsize length;

  if (!liaison_json_reader_read_string (reader, &text, &length, error))
    return FALSE;
  if (!liaison_code_is_valid (text, length))
    return refuse (reader, error, "the code of a nation or organisation such as “NO” or “NATO”", text);
  *code = liaison_intern (text, length);
  return TRUE;
}

gboolean
liaison_field_read_nation (gpointer            at,
                           const LiaisonField *field,
                           LiaisonJsonReader  *reader,
                           GError            **error)
{
  return read_code (reader, at, error);
}

gboolean
liaison_field_read_nations (gpointer            at,
                            const LiaisonField *field,
                            LiaisonJsonReader  *reader,
                            GError            **error)
{
  const char *few[32];
  g_autoptr (GPtrArray) many = NULL;
  guint n = 0;
  gboolean more;

  if (!liaison_json_reader_begin_array (reader, error))
    return FALSE;
  while (TRUE)
    {
      const char *code = NULL;
      if (!liaison_json_reader_next_element (reader, &more, error))
        return FALSE;
      if (!more)
        break;
      if (!read_code (reader, &code, error))
        return FALSE;
      if (n < G_N_ELEMENTS (few))
        few[n] = code;
      else
        {
          if (many == NULL)
            {
              many = g_ptr_array_new ();
              for (guint i = 0; i < n; i++)
                g_ptr_array_add (many, (gpointer) few[i]);
            }
          g_ptr_array_add (many, (gpointer) code);
        }
      if (++n > MAX_MEMBERS)
        return liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_LIMIT, "more than %d members", MAX_MEMBERS);
    }
  *(LiaisonCodes **) at = liaison_codes_new (many != NULL ? (const char *const *) many->pdata : few, n);
  return TRUE;
}

gboolean
liaison_field_read_level (gpointer            at,
                          const LiaisonField *field,
                          LiaisonJsonReader  *reader,
                          GError            **error)
{
  const char *text;
  gsize length;

  if (!liaison_json_reader_read_string (reader, &text, &length, error))
    return FALSE;
  return liaison_level_parse (text, length, at)
         || refuse (reader, error, "a language and its level such as “fr 3332”", text);
}

gboolean
liaison_field_read_reference (gpointer            at,
                              const LiaisonField *field,
                              LiaisonJsonReader  *reader,
                              GError            **error)
{
  const char *text;
  gsize length;

  if (!liaison_json_reader_read_string (reader, &text, &length, error))
    return FALSE;
  return liaison_id_parse (text, length, at) || refuse (reader, error, "the id of a record", text);
}

gboolean
liaison_field_read_references (gpointer            at,
                               const LiaisonField *field,
                               LiaisonJsonReader  *reader,
                               GError            **error)
{
  LiaisonId few[32];
  g_autoptr (GArray) many = NULL;
  guint n = 0;
  gboolean more;

  if (!liaison_json_reader_begin_array (reader, error))
    return FALSE;
  while (TRUE)
    {
      LiaisonId id;
      if (!liaison_json_reader_next_element (reader, &more, error))
        return FALSE;
      if (!more)
        break;
      if (!liaison_field_read_reference (&id, field, reader, error))
        return FALSE;
      if (n < G_N_ELEMENTS (few))
        few[n] = id;
      else
        {
          if (many == NULL)
            {
              many = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
              g_array_append_vals (many, few, n);
            }
          g_array_append_val (many, id);
        }
      if (++n > MAX_MEMBERS)
        return liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_LIMIT, "more than %d members", MAX_MEMBERS);
    }
  *(LiaisonIds **) at = liaison_ids_new (many != NULL ? (const LiaisonId *) many->data : few, n);
  return TRUE;
}

static const char *const marking_names[] = { "level", "nations", "groups" };
static const guint8 marking_lengths[] = { 5, 7, 6 };
static const LiaisonJsonNames marking_members = { 3, marking_names, marking_lengths };

static gboolean
read_marking_level (LiaisonJsonReader *reader,
                    const char       **level,
                    GError           **error)
{
  const char *text;
  gsize length;

  if (!liaison_json_reader_read_string (reader, &text, &length, error))
    return FALSE;
  if (!liaison_marking_is_valid_level (text, length))
    return refuse (reader, error, "the code of a level such as “EXERCISE-UNCLASSIFIED”", text);
  *level = liaison_intern (text, length);
  return TRUE;
}

gboolean
liaison_field_read_marking (gpointer            at,
                            const LiaisonField *field,
                            LiaisonJsonReader  *reader,
                            GError            **error)
{
  g_autoptr (LiaisonCodes) nations = NULL;
  g_autoptr (LiaisonIds) groups = NULL;
  const char *level = NULL;

  if (!liaison_json_reader_begin_object (reader, error))
    return FALSE;
  while (TRUE)
    {
      guint index;
      gboolean ok = liaison_json_reader_next_name (reader, &marking_members, &index, error);
      if (ok && index == LIAISON_JSON_NAME_END)
        break;
      /* An unknown member could narrow the release: better no plan than a marking read in part. */
      if (ok && index == LIAISON_JSON_NAME_UNKNOWN)
        ok = refuse (reader, error, "“level”, “nations” or “groups”", liaison_json_reader_get_name (reader, NULL));
      else if (ok && index == 0)
        ok = read_marking_level (reader, &level, error);
      else if (ok && index == 1)
        ok = liaison_field_read_nations (&nations, field, reader, error);
      else if (ok)
        ok = liaison_field_read_references (&groups, field, reader, error);
      if (!ok)
        return FALSE;
    }
  if (level == NULL)
    return liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_VALUE, "a marking needs a “level”");
  *(LiaisonMarking **) at = liaison_marking_new (level, nations, groups);
  return TRUE;
}

gboolean
liaison_field_read_items (gpointer            at,
                          const LiaisonField *field,
                          LiaisonJsonReader  *reader,
                          GError            **error)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref);
  gboolean more;

  if (!liaison_json_reader_begin_array (reader, error))
    return FALSE;
  while (TRUE)
    {
      if (!liaison_json_reader_next_element (reader, &more, error))
        return FALSE;
      if (!more)
        break;
      LiaisonBlock *block = liaison_block_read (field->items, reader, TRUE, error);
      if (block == NULL)
        return FALSE;
      g_ptr_array_add (blocks, block);
      if (blocks->len > MAX_MEMBERS)
        return liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_LIMIT, "more than %d items", MAX_MEMBERS);
    }

  guint n = blocks->len;
  g_ptr_array_set_free_func (blocks, NULL);
  LiaisonItems *items = liaison_items_new_take ((LiaisonBlock **) blocks->pdata, n);
  *(LiaisonItems **) at = items;
  if (liaison_items_get_size (items) != n)
    return liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_DUPLICATE, "two items have the same id");
  return TRUE;
}
