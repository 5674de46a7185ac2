/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/lexicon-private.h"
#include "words/search.h"

#include <string.h>

typedef struct
{
  GHashTable *tables[LIAISON_LEXICON_N_TABLES];
} Lexicon;

typedef void (*FillFunc) (LiaisonWords *words, GHashTable *table);

static const FillFunc fill[LIAISON_LEXICON_N_TABLES] = {
  [LIAISON_LEXICON_MONTHS] = liaison_lexicon_fill_months,
  [LIAISON_LEXICON_WEEKDAYS] = liaison_lexicon_fill_weekdays,
  [LIAISON_LEXICON_FILLERS] = liaison_lexicon_fill_fillers,
  [LIAISON_LEXICON_UNITS] = liaison_lexicon_fill_units,
  [LIAISON_LEXICON_JOINERS] = liaison_lexicon_fill_joiners,
  [LIAISON_LEXICON_NATIONS] = liaison_lexicon_fill_nations,
  [LIAISON_LEXICON_LANGUAGES] = liaison_lexicon_fill_languages,
  [LIAISON_LEXICON_ZONES] = liaison_lexicon_fill_zones,
};

static gpointer
make_english (gpointer data)
{
  const char *const nowhere[] = { NULL };

  return liaison_words_new ("en", nowhere);
}

LiaisonWords *
liaison_lexicon_get_english (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_english, NULL);
}

char *
liaison_lexicon_fold (const char *text)
{
  g_autofree char *folded = liaison_words_fold (text);
  GString *out = g_string_sized_new (strlen (folded));

  for (const char *at = folded; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      int digit = g_unichar_type (c) == G_UNICODE_DECIMAL_NUMBER ? g_unichar_digit_value (c) : -1;

      if (digit >= 0)
        g_string_append_c (out, (char) ('0' + digit));
      else
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

void
liaison_lexicon_add (GHashTable *table, const char *text, gconstpointer value)
{
  char *folded = liaison_lexicon_fold (text);

  if (*folded == '\0' || g_hash_table_contains (table, folded))
    g_free (folded);
  else
    g_hash_table_insert (table, folded, (gpointer) value);
}

/* The lexicon of one locale of ICU; under the lock. */
static Lexicon *
get_lexicon (const char *locale)
{
  static GHashTable *lexicons;
  Lexicon *lexicon;

  if (!lexicons)
    lexicons = g_hash_table_new (g_str_hash, g_str_equal);
  lexicon = g_hash_table_lookup (lexicons, locale);
  if (!lexicon)
    {
      lexicon = g_new0 (Lexicon, 1);
      g_hash_table_insert (lexicons, g_strdup (locale), lexicon);
    }
  return lexicon;
}

GHashTable *
liaison_lexicon_get (LiaisonWords *words, LiaisonLexiconTable table)
{
  static GMutex lock;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  Lexicon *lexicon = get_lexicon (words->icu.locale);

  if (!lexicon->tables[table])
    {
      GHashTable *filled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      fill[table](words, filled);
      lexicon->tables[table] = filled;
    }
  return lexicon->tables[table];
}
