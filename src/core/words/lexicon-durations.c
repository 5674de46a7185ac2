/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/lexicon-private.h"

#include <string.h>

/* 100 years, as record/duration.h has it. */
#define LONGEST (36525 * G_GINT64_CONSTANT (86400))

static const struct
{
  gint64 seconds;
  const char *name;
} units[] = {
  { 604800, "week" }, { 86400, "day" }, { 3600, "hour" }, { 60, "minute" }, { 1, "second" },
};

/* Amounts that show every plural form of every language: the rules look at the last two digits. */
#define MOST 120

static LiaisonUnit *
unit_new (gint64 seconds, gint64 amount)
{
  LiaisonUnit *unit = g_new (LiaisonUnit, 1);

  *unit = (LiaisonUnit){ seconds, amount };
  return unit;
}

/* Takes apart one part such as "30 min": what stands around the number is the unit. */
static void
add_phrase (GHashTable *table, const char *text, gint64 seconds, gint64 amount)
{
  g_autofree char *folded = liaison_lexicon_fold (text);
  gsize first = strcspn (folded, "0123456789");
  gsize number = strspn (folded + first, "0123456789");
  g_autofree char *phrase = g_strconcat (number > 0 ? folded + first + number : "", NULL);
  g_autofree char *key = NULL;
  LiaisonUnit *present;

  folded[first] = '\0';
  key = g_strstrip (g_strconcat (folded, phrase, NULL));
  present = g_hash_table_lookup (table, key);
  if (*key != '\0' && !present)
    g_hash_table_insert (table, g_steal_pointer (&key),
                         unit_new (seconds, number > 0 ? 0 : amount));
  /* The same word with and without a number. */
  else if (present && number == 0 && present->amount == 0 && present->seconds == seconds)
    present->amount = amount;
}

static void
add_width (LiaisonWords *words, GHashTable *table, guint unit, const char *width)
{
  g_autofree char *skeleton =
      g_strdup_printf ("measure-unit/duration-%s unit-width-%s", units[unit].name, width);
  g_autofree UChar *wide = NULL;
  UErrorCode status = U_ZERO_ERROR;
  UFormattedNumber *result = unumf_openResult (&status);
  UNumberFormatter *formatter;
  int32_t length;

  wide = liaison_icu_from_utf8 (skeleton, &length);
  formatter = unumf_openForSkeletonAndLocale (wide, length, words->icu.locale, &status);
  for (gint64 amount = 0; amount <= MOST && U_SUCCESS (status); amount++)
    {
      UChar text[128];
      g_autofree char *utf8 = NULL;

      unumf_formatInt (formatter, amount, result, &status);
      length = unumf_resultToString (result, text, G_N_ELEMENTS (text), &status);
      utf8 = U_SUCCESS (status) ? liaison_icu_to_utf8 (text, length) : NULL;
      if (utf8)
        add_phrase (table, utf8, units[unit].seconds, amount);
    }
  g_clear_pointer (&formatter, unumf_close);
  unumf_closeResult (result);
}

void
liaison_lexicon_fill_units (LiaisonWords *words, GHashTable *table)
{
  static const char *const widths[] = { "short", "full-name", "narrow" };

  for (gsize width = 0; width < G_N_ELEMENTS (widths); width++)
    for (guint unit = 0; unit < G_N_ELEMENTS (units); unit++)
      add_width (words, table, unit, widths[width]);
}

/* What stands between the parts of a list of @type: "and", "،". */
static void
add_joiners (LiaisonWords *words,
             GHashTable *table,
             UListFormatterType type,
             UListFormatterWidth width)
{
  static const char *const parts[] = { "1", "2", "3", "4" };
  UErrorCode status = U_ZERO_ERROR;
  UListFormatter *list = ulistfmt_openForType (words->icu.locale, type, width, &status);

  for (gsize n = 2; n <= G_N_ELEMENTS (parts) && U_SUCCESS (status); n++)
    {
      g_autofree char *joined = liaison_icu_join (list, parts, n, FALSE);
      g_auto (GStrv) between = joined ? g_strsplit_set (joined, "1234", -1) : NULL;

      for (gsize i = 0; between && between[i]; i++)
        liaison_lexicon_add (table, g_strstrip (between[i]), GUINT_TO_POINTER (1));
    }
  g_clear_pointer (&list, ulistfmt_close);
}

void
liaison_lexicon_fill_joiners (LiaisonWords *words, GHashTable *table)
{
  add_joiners (words, table, ULISTFMT_TYPE_UNITS, ULISTFMT_WIDTH_NARROW);
  add_joiners (words, table, ULISTFMT_TYPE_AND, ULISTFMT_WIDTH_WIDE);
}

/* A duration that is being read. */
typedef struct
{
  GHashTable *units;
  GHashTable *joiners;
  const char *at;
  gint64 sum;
} Reading;

/* What may stand between parts: blanks, commas, dots of abbreviations, and the words that join
 * lists. */
static gboolean
skip_between (Reading *reading)
{
  GHashTableIter iter;
  gpointer joiner;

  if (*reading->at == ' ' || *reading->at == ',' || *reading->at == '.')
    {
      reading->at++;
      return TRUE;
    }
  g_hash_table_iter_init (&iter, reading->joiners);
  while (g_hash_table_iter_next (&iter, &joiner, NULL))
    if (g_str_has_prefix (reading->at, joiner))
      {
        reading->at += strlen (joiner);
        return TRUE;
      }
  return FALSE;
}

/* Digits, also in groups of three: 1,500. */
static gboolean
take_number (Reading *reading, gint64 *number)
{
  const char *at = reading->at;

  if (!g_ascii_isdigit (*at))
    return FALSE;
  *number = 0;
  for (; g_ascii_isdigit (*at); at++)
    {
      *number = *number * 10 + (*at - '0');
      if (*number > LONGEST)
        return FALSE;
      if (strchr (",.' ", at[1]) && at[1] != '\0' && strspn (at + 2, "0123456789") == 3)
        at++;
    }
  reading->at = at;
  return TRUE;
}

/* The longest phrase of the table that begins here and does not end within a word. */
static const LiaisonUnit *
take_unit (Reading *reading)
{
  const LiaisonUnit *best = NULL;
  gsize length = 0;
  GHashTableIter iter;
  gpointer phrase, unit;

  g_hash_table_iter_init (&iter, reading->units);
  while (g_hash_table_iter_next (&iter, &phrase, &unit))
    {
      gsize size = strlen (phrase);

      if (size > length && g_str_has_prefix (reading->at, phrase)
          && !g_unichar_isalpha (g_utf8_get_char (reading->at + size)))
        {
          best = unit;
          length = size;
        }
    }
  reading->at += length;
  return best;
}

static void
skip_blanks (Reading *reading)
{
  while (*reading->at == ' ')
    reading->at++;
}

/* "30 min", or in the order that the language has, "min 30"; or a phrase that is number and unit in
 * one. On FALSE nothing is taken. */
static gboolean
take_part (Reading *reading)
{
  const char *from = reading->at;
  const LiaisonUnit *unit;
  gint64 number = 0;
  gboolean numbered = take_number (reading, &number);

  skip_blanks (reading);
  unit = take_unit (reading);
  if (unit && !numbered && unit->amount == 0)
    {
      skip_blanks (reading);
      numbered = take_number (reading, &number);
    }
  if (!unit || (!numbered && unit->amount == 0) || number > LONGEST / unit->seconds)
    {
      reading->at = from;
      return FALSE;
    }
  reading->sum += (numbered ? number : unit->amount) * unit->seconds;
  return TRUE;
}

static gboolean
read_with (LiaisonWords *words, const char *folded, gint64 *seconds)
{
  Reading reading = { liaison_lexicon_get (words, LIAISON_LEXICON_UNITS),
                      liaison_lexicon_get (words, LIAISON_LEXICON_JOINERS), folded };
  gboolean negative = FALSE;

  while (g_str_has_prefix (reading.at, "-") || g_str_has_prefix (reading.at, "\u2212"))
    {
      negative = TRUE;
      reading.at = g_utf8_next_char (reading.at);
    }
  if (!take_part (&reading))
    return FALSE;
  while (*reading.at)
    if (reading.sum > LONGEST || (!take_part (&reading) && !skip_between (&reading)))
      return FALSE;
  *seconds = negative ? -reading.sum : reading.sum;
  return reading.sum <= LONGEST;
}

gboolean
liaison_lexicon_read_duration (LiaisonWords *words, const char *folded, gint64 *seconds)
{
  return read_with (words, folded, seconds)
         || read_with (liaison_lexicon_get_english (), folded, seconds);
}
