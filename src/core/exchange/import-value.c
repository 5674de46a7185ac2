/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/import-private.h"

#include "exchange/import-names.h"
#include "exchange/import-synonyms.h"
#include "exchange/spelling.h"
#include "record/field-type.h"
#include "words/search.h"

#include <string.h>

#define SECONDS_PER_DAY 86400

gboolean
liaison_import_is_nothing (const char *text)
{
  static const char *const words[] = { "",    "-",   "--",   "—",    "–",   "n/a",
                                       "na",  "nil", "none", "null", "tbd", "tbc",
                                       "tba", "tbn", "?",    "??",   "…",   NULL };
  g_autofree char *folded = strlen (text) < 12 ? liaison_import_names_fold (text) : NULL;

  return folded != NULL && g_strv_contains (words, folded);
}

/* Words of other languages may stand there. */
static gboolean
depends_on_language (LiaisonFieldType type)
{
  const guint types =
      1 << LIAISON_FIELD_NATION | 1 << LIAISON_FIELD_NATIONS | 1 << LIAISON_FIELD_CHOICE
      | 1 << LIAISON_FIELD_BOOLEAN | 1 << LIAISON_FIELD_DATE | 1 << LIAISON_FIELD_INSTANT
      | 1 << LIAISON_FIELD_DURATION | 1 << LIAISON_FIELD_ZONE | 1 << LIAISON_FIELD_LEVEL;

  return types >> type & 1;
}

/* Whether what was read hangs on the text alone. */
static gboolean
is_lasting (LiaisonFieldType type)
{
  const guint types = 1 << LIAISON_FIELD_NATION | 1 << LIAISON_FIELD_NATIONS
                      | 1 << LIAISON_FIELD_CHOICE | 1 << LIAISON_FIELD_ZONE
                      | 1 << LIAISON_FIELD_LEVEL | 1 << LIAISON_FIELD_MARKING;

  return types >> type & 1;
}

static gboolean
read_with (const LiaisonImport *import,
           LiaisonWords *words,
           const char *zone,
           const LiaisonField *field,
           const char *text,
           LiaisonValue *value,
           GError **error)
{
  LiaisonManner manner = import->manner;

  manner.words = words;
  manner.zone = zone;
  return liaison_manner_read_field (&manner, import->snapshot, field, NULL, text, value, error);
}

/* The language that was understood last comes first. */
static gboolean
read_in_others (LiaisonImport *import,
                const char *zone,
                const LiaisonField *field,
                const char *text,
                LiaisonValue *value)
{
  const guint n = import->languages->len;

  for (guint i = 0; i < n; i++)
    {
      guint at = (import->fluent + i) % n;

      if (!read_with (import, liaison_import_get_words (import, at), zone, field, text, value,
                      NULL))
        continue;
      import->fluent = at;
      return TRUE;
    }
  return FALSE;
}

/* What planners say for a choice. */
static gboolean
read_choice (const LiaisonField *field, const char *text, LiaisonValue *value)
{
  g_autofree char *folded = liaison_import_names_fold (text);

  for (const LiaisonImportChoice *each = liaison_import_choices; each->choices != NULL; each++)
    {
      g_auto (GStrv) names = NULL;

      if (each->choices != field->choices)
        continue;
      names = g_strsplit (each->names, "|", -1);
      if (!g_strv_contains ((const char *const *) names, folded))
        continue;
      *value = (LiaisonValue){ LIAISON_VALUE_FIELD, field };
      value->as.choice =
          (int) liaison_choices_find (field->choices, each->nick, strlen (each->nick));
      return value->as.choice != 0;
    }
  return FALSE;
}

/* "All": every nation of the exercise. */
static gboolean
read_all_nations (const LiaisonImport *import,
                  const LiaisonField *field,
                  const char *text,
                  LiaisonValue *value)
{
  static const char *const words[] = {
    "all",   "all nations", "all participants", "everybody", "alle",          "tous", "todos",
    "tutti", "wszyscy",     "all pn",           "all pns",   "multinational", NULL
  };
  const LiaisonField *code = liaison_shape_find_flagged (
      &liaison_kind_get (LIAISON_KIND_NATION)->shape, LIAISON_FIELD_CODE);
  g_autofree char *folded = liaison_import_names_fold (text);
  g_autoptr (GPtrArray) codes = NULL;
  const LiaisonBlock *const *blocks;
  guint n;

  if (!g_strv_contains (words, folded))
    return FALSE;
  codes = g_ptr_array_new ();
  blocks = liaison_snapshot_get (import->snapshot, LIAISON_KIND_NATION, &n);
  for (guint i = 0; i < n; i++)
    if (liaison_block_field_is_set (blocks[i], code))
      g_ptr_array_add (codes, *(gpointer *) LIAISON_BLOCK_AT (blocks[i], code));
  if (codes->len == 0)
    return FALSE;
  *value = (LiaisonValue){ LIAISON_VALUE_FIELD, field };
  value->as.nations = liaison_codes_new ((const char *const *) codes->pdata, codes->len);
  return TRUE;
}

/* What people put between members of a list beside commas. */
static char *
dup_with_commas (const char *text)
{
  GString *list = g_string_new (text);

  g_string_replace (list, "/", ",", 0);
  g_string_replace (list, "+", ",", 0);
  g_string_replace (list, "&", ",", 0);
  g_string_replace (list, "\n", ",", 0);
  return g_string_free (list, FALSE);
}

static gboolean
is_number (const char *text, double *number)
{
  g_autofree char *dotted = strlen (text) < 20 ? g_strdelimit (g_strdup (text), ",", '.') : NULL;
  char *end;

  if (dotted == NULL || *dotted == '\0')
    return FALSE;
  *number = g_ascii_strtod (dotted, &end);
  return *end == '\0' && *number > -1e12 && *number < 1e12;
}

/* A number without unit counts what the heading says, else minutes: nobody plans in seconds. */
static gboolean
read_duration (const LiaisonImportColumn *column,
               const LiaisonField *field,
               const char *text,
               LiaisonValue *value)
{
  double number;

  if (!is_number (text, &number))
    return FALSE;
  *value = (LiaisonValue){ LIAISON_VALUE_FIELD, field };
  value->as.duration = (gint64) (number * (column->unit != 0 ? column->unit : 60));
  return (field->minimum == 0 && field->maximum == 0)
         || (value->as.duration >= field->minimum && value->as.duration <= field->maximum);
}

/* Dates in numbers, relative ones, serial numbers of days. */
static gboolean
read_date (const LiaisonImport *import,
           const LiaisonField *field,
           const char *text,
           LiaisonValue *value)
{
  const LiaisonImportClock clock = { import->manner.words, import->mapping,
                                     liaison_import_get_startex (import) };
  LiaisonImportDay day;
  double serial;

  if (is_number (text, &serial) && serial > 20000 && serial < 80000)
    day = (LiaisonImportDay){ TRUE, FALSE, (gint32) serial - 25569 };
  else if (!liaison_import_day_read (&clock, text, &day))
    return FALSE;
  if (day.relative && clock.startex == G_MININT32)
    return FALSE;
  *value = (LiaisonValue){ LIAISON_VALUE_FIELD, field };
  value->as.date = day.relative ? clock.startex + day.days : day.days;
  return TRUE;
}

/* What Excel makes of whole numbers: 12.0, 12,00. */
static char *
dup_whole (const char *text)
{
  gsize length = strlen (text), point = strcspn (text, ".,");

  if (point < length && point > 0 && length - point <= 3
      && strspn (text + point + 1, "0") == length - point - 1 && length - point - 1 > 0
      && length - point - 1 < 3)
    return g_strndup (text, point);
  return g_strdup (text);
}

/* Ways of spreadsheets that the manner does not know. */
static gboolean
read_specially (LiaisonImport *import,
                const LiaisonImportColumn *column,
                const LiaisonField *field,
                const char *text,
                LiaisonValue *value)
{
  switch (field->type)
    {
    case LIAISON_FIELD_CHOICE:
      return read_choice (field, text, value);
    case LIAISON_FIELD_NATIONS:
      return read_all_nations (import, field, text, value);
    case LIAISON_FIELD_DURATION:
      return read_duration (column, field, text, value);
    case LIAISON_FIELD_DATE:
      return read_date (import, field, text, value);
    default:
      return FALSE;
    }
}

static gboolean
read_anyhow (LiaisonImport *import,
             const LiaisonImportColumn *column,
             const LiaisonField *field,
             const char *text,
             LiaisonValue *value,
             GError **error)
{
  const char *zone = column->zone != NULL ? column->zone : import->manner.zone;
  g_autofree char *plain = field->type == LIAISON_FIELD_INTEGER ? dup_whole (text) : NULL;

  if (g_strcmp0 (zone, "UTC") == 0)
    zone = NULL;
  if ((*text == '{' || *text == '[') && liaison_spelling_read (field, text, value, NULL))
    return TRUE;
  if (read_specially (import, column, field, text, value))
    return TRUE;
  liaison_value_clear (value);
  if (read_with (import, import->manner.words, zone, field, plain != NULL ? plain : text, value,
                 error))
    return TRUE;
  if (field->type == LIAISON_FIELD_NATIONS)
    {
      g_autofree char *list = dup_with_commas (text);

      if (read_with (import, import->manner.words, zone, field, list, value, NULL)
          || read_in_others (import, zone, field, list, value))
        {
          g_clear_error (error);
          return TRUE;
        }
    }
  if (!depends_on_language (field->type) || !read_in_others (import, zone, field, text, value))
    return FALSE;
  g_clear_error (error);
  return TRUE;
}

static void
free_value (gpointer data)
{
  liaison_value_clear (data);
  g_free (data);
}

gboolean
liaison_import_read_value (LiaisonImport *import,
                           const LiaisonImportColumn *column,
                           const LiaisonField *field,
                           const char *text,
                           LiaisonValue *value,
                           GError **error)
{
  g_autofree char *key =
      is_lasting (field->type) ? g_strdup_printf ("%p\n%s", (gconstpointer) field, text) : NULL;
  const LiaisonValue *known;

  if (import->known == NULL)
    import->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_value);
  known = key != NULL ? g_hash_table_lookup (import->known, key) : NULL;
  if (known != NULL)
    {
      liaison_value_copy (value, known);
      return TRUE;
    }
  text = liaison_spelling_unguard (text);
  if (!read_anyhow (import, column, field, text, value, error))
    {
      liaison_value_clear (value);
      return FALSE;
    }
  if (key != NULL)
    {
      LiaisonValue *copy = g_new (LiaisonValue, 1);

      liaison_value_copy (copy, value);
      g_hash_table_insert (import->known, g_steal_pointer (&key), copy);
    }
  return TRUE;
}
