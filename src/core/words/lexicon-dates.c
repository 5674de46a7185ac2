/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/instant.h"
#include "words/dates.h"
#include "words/lexicon-private.h"

#include <string.h>
#include <unicode/udat.h>

/* Letters that cut a name short without making it another's. */
#define SHORTEST_PREFIX 3

static UDateFormat *
open_symbols (LiaisonWords *words)
{
  static const UChar pattern[] = { 'y', 0 };
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format =
      udat_open (UDAT_PATTERN, UDAT_PATTERN, words->icu.locale, NULL, 0, pattern, 1, &status);

  if (U_SUCCESS (status))
    return format;
  g_clear_pointer (&format, udat_close);
  return NULL;
}

static gboolean
is_letter (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

gsize
liaison_lexicon_measure_word (const char *text)
{
  const char *at = text;

  while (*at
         && (is_letter (at) || (*at == '.' && at > text && at[1] != '\0' && is_letter (at + 1))))
    at = g_utf8_next_char (at);
  return (gsize) (at - text);
}

char *
liaison_lexicon_make_word (const char *text, gsize length)
{
  GString *word = g_string_new (NULL);

  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    if (!g_unichar_ispunct (g_utf8_get_char (at)))
      g_string_append_unichar (word, g_utf8_get_char (at));
  return g_string_free (word, FALSE);
}

static void
add_name (GHashTable *table, const char *name, guint number)
{
  g_autofree char *word = liaison_lexicon_make_word (name, strlen (name));

  /* Months that are numbers ("5月") are read as numbers. */
  if (!strpbrk (word, "0123456789"))
    liaison_lexicon_add (table, word, GUINT_TO_POINTER (number));
}

static void
add_symbols (const UDateFormat *format,
             GHashTable *table,
             UDateFormatSymbolType type,
             int32_t first,
             guint n)
{
  for (guint i = 0; i < n; i++)
    {
      UErrorCode status = U_ZERO_ERROR;
      UChar name[128];
      g_autofree char *utf8 = NULL;
      int32_t length =
          udat_getSymbols (format, type, first + (int32_t) i, name, G_N_ELEMENTS (name), &status);

      if (U_SUCCESS (status))
        utf8 = liaison_icu_to_utf8 (name, length);
      if (utf8)
        add_name (table, utf8, i + 1);
    }
}

/* The next word from *@at on, which moves behind it; NULL at the end. The caller's. */
static char *
next_word (const char **at)
{
  const char *from;
  gsize length;

  while (**at && liaison_lexicon_measure_word (*at) == 0)
    *at = g_utf8_next_char (*at);
  from = *at;
  length = liaison_lexicon_measure_word (from);
  *at += length;
  return length > 0 ? liaison_lexicon_make_word (from, length) : NULL;
}

/* Adds the words of @text, a date in @month, to @seen; those of several months get the number of
 * none. */
static void
add_words (GHashTable *seen, const char *text, guint month)
{
  g_autofree char *folded = liaison_lexicon_fold (text);
  const char *at = folded;
  char *word;

  while ((word = next_word (&at)) != NULL)
    {
      gpointer before;
      gboolean known = g_hash_table_lookup_extended (seen, word, NULL, &before);

      g_hash_table_insert (
          seen, word, GUINT_TO_POINTER (known && GPOINTER_TO_UINT (before) != month ? 0 : month));
    }
}

/* Months as they stand in dates, where some languages write another word into them ("בינואר"). All
 * days are Mondays, so that only the month differs. */
static void
add_months_of_dates (LiaisonWords *words, GHashTable *table)
{
  static const LiaisonDateStyle styles[] = { LIAISON_DATE_MEDIUM, LIAISON_DATE_FULL };
  static const int mondays[] = { 4, 1, 1, 5, 3, 7, 5, 2, 6, 4, 1, 6 }; /* of 2027 */
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer word, month;

  for (guint i = 0; i < G_N_ELEMENTS (mondays); i++)
    for (gsize style = 0; style < G_N_ELEMENTS (styles); style++)
      {
        g_autofree char *text = NULL;
        gint32 days;

        liaison_days_from_date (2027, (int) i + 1, mondays[i], &days);
        text = liaison_words_format_day (words, days, styles[style]);
        add_words (seen, text, i + 1);
      }
  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, &word, &month))
    if (GPOINTER_TO_UINT (month) != 0)
      liaison_lexicon_add (table, word, month);
}

void
liaison_lexicon_fill_months (LiaisonWords *words, GHashTable *table)
{
  static const UDateFormatSymbolType types[] = { UDAT_SHORT_MONTHS, UDAT_MONTHS,
                                                 UDAT_STANDALONE_SHORT_MONTHS,
                                                 UDAT_STANDALONE_MONTHS };
  UDateFormat *format = open_symbols (words);

  for (gsize i = 0; format && i < G_N_ELEMENTS (types); i++)
    add_symbols (format, table, types[i], 0, 12);
  g_clear_pointer (&format, udat_close);
  add_months_of_dates (words, table);
}

void
liaison_lexicon_fill_weekdays (LiaisonWords *words, GHashTable *table)
{
  static const UDateFormatSymbolType types[] = { UDAT_SHORT_WEEKDAYS, UDAT_WEEKDAYS,
                                                 UDAT_STANDALONE_SHORT_WEEKDAYS,
                                                 UDAT_STANDALONE_WEEKDAYS };
  UDateFormat *format = open_symbols (words);

  for (gsize i = 0; format && i < G_N_ELEMENTS (types); i++)
    {
      /* ICU counts from Sunday, 1. */
      g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      GHashTableIter iter;
      gpointer name, number;

      add_symbols (format, names, types[i], 1, 7);
      g_hash_table_iter_init (&iter, names);
      while (g_hash_table_iter_next (&iter, &name, &number))
        liaison_lexicon_add (table, name,
                             GUINT_TO_POINTER ((GPOINTER_TO_UINT (number) + 5) % 7 + 1));
    }
  g_clear_pointer (&format, udat_close);
}

/* Learnt from how the language writes dates. Months and weekdays come among them too, but are
 * looked for before. */
void
liaison_lexicon_fill_fillers (LiaisonWords *words, GHashTable *table)
{
  for (guint style = LIAISON_DATE_TIME_MEDIUM; style <= LIAISON_DATE_TIME_FULL; style++)
    {
      g_autofree char *text = liaison_words_format_date_time (words, 0, NULL, style);

      g_autofree char *folded = liaison_lexicon_fold (text);
      const char *at = folded;
      char *word;

      while ((word = next_word (&at)) != NULL)
        g_hash_table_replace (table, word, GUINT_TO_POINTER (1));
    }
}

/* The number of the only name that @word begins, or that of @word itself; 0: none. */
static guint
find_number (GHashTable *table, const char *word)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (table, word));
  GHashTableIter iter;
  gpointer name, number;

  if (found != 0 || g_utf8_strlen (word, -1) < SHORTEST_PREFIX)
    return found;
  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &name, &number))
    if (g_str_has_prefix (name, word))
      {
        if (found != 0 && found != GPOINTER_TO_UINT (number))
          return 0;
        found = GPOINTER_TO_UINT (number);
      }
  return found;
}

static guint
find_in_either (LiaisonWords *words, LiaisonLexiconTable table, const char *word)
{
  guint found = find_number (liaison_lexicon_get (words, table), word);

  return found != 0
             ? found
             : find_number (liaison_lexicon_get (liaison_lexicon_get_english (), table), word);
}

guint
liaison_lexicon_find_month (LiaisonWords *words, const char *word)
{
  return find_in_either (words, LIAISON_LEXICON_MONTHS, word);
}

guint
liaison_lexicon_find_weekday (LiaisonWords *words, const char *word)
{
  return find_in_either (words, LIAISON_LEXICON_WEEKDAYS, word);
}

gboolean
liaison_lexicon_is_filler (LiaisonWords *words, const char *word)
{
  return g_hash_table_contains (liaison_lexicon_get (words, LIAISON_LEXICON_FILLERS), word);
}
