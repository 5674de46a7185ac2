/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/intern.h"
#include "record/zone.h"
#include "words/language.h"
#include "words/lexicon-private.h"
#include "words/names.h"
#include "words/nation.h"

#include <string.h>
#include <unicode/uloc.h>

/* Names come from ICU alone: those that catalogues have are not the same for all words of one
 * locale. */
void
liaison_lexicon_fill_nations (LiaisonWords *words, GHashTable *table)
{
  const char *const *codes = liaison_nation_list ();

  for (gsize i = 0; codes[i]; i++)
    {
      const char *alpha3 = liaison_nation_get_alpha3 (codes[i]);

      liaison_lexicon_add (table, codes[i], codes[i]);
      if (alpha3 && *alpha3 != '\0')
        liaison_lexicon_add (table, alpha3, codes[i]);
    }
  for (gsize i = 0; codes[i]; i++)
    if (!liaison_nation_get_organisation (codes[i]))
      {
        g_autofree char *name = liaison_words_dup_nation (words, codes[i]);

        liaison_lexicon_add (table, name, codes[i]);
      }
}

static void
add_language (LiaisonWords *words, GHashTable *table, const char *tag)
{
  g_autofree char *canonical = liaison_language_normalise (tag);
  const char *interned = canonical ? liaison_intern (canonical, strlen (canonical)) : NULL;
  g_autofree char *name = canonical ? liaison_words_dup_language (words, canonical) : NULL;

  if (!canonical)
    return;
  liaison_lexicon_add (table, canonical, interned);
  if (!g_str_equal (name, canonical))
    liaison_lexicon_add (table, name, interned);
}

/* The languages of ISO 639, and those of regions for which there is a locale. */
void
liaison_lexicon_fill_languages (LiaisonWords *words, GHashTable *table)
{
  int32_t n = uloc_countAvailable ();

  for (const char *const *language = uloc_getISOLanguages (); *language; language++)
    add_language (words, table, *language);
  for (int32_t i = 0; i < n; i++)
    {
      char tag[ULOC_FULLNAME_CAPACITY];
      UErrorCode status = U_ZERO_ERROR;

      uloc_toLanguageTag (uloc_getAvailable (i), tag, sizeof tag, TRUE, &status);
      if (U_SUCCESS (status))
        add_language (words, table, tag);
    }
}

static const char *
intern_zone (const char *zone)
{
  return liaison_zone_intern (zone, strlen (zone));
}

void
liaison_lexicon_fill_zones (LiaisonWords *words, GHashTable *table)
{
  const char *const *zones = liaison_zone_list ();

  liaison_lexicon_add (table, "UTC", intern_zone ("UTC"));
  for (gsize i = 0; zones[i]; i++)
    liaison_lexicon_add (table, zones[i], intern_zone (zones[i]));
  for (gsize i = 0; zones[i]; i++)
    {
      g_autofree char *city = liaison_words_dup_zone (words, zones[i]);

      liaison_lexicon_add (table, city, intern_zone (zones[i]));
    }
}

static gpointer
find_in_either (LiaisonWords *words, LiaisonLexiconTable table, const char *folded)
{
  gpointer found = g_hash_table_lookup (liaison_lexicon_get (words, table), folded);

  return found ? found
               : g_hash_table_lookup (liaison_lexicon_get (liaison_lexicon_get_english (), table),
                                      folded);
}

/* The name of an organisation in the catalogue or in English. */
static const char *
find_organisation (LiaisonWords *words, const char *folded)
{
  const char *const *codes = liaison_nation_list ();

  for (gsize i = 0; codes[i]; i++)
    {
      const char *english = liaison_nation_get_organisation (codes[i]);
      g_autofree char *name =
          english ? liaison_lexicon_fold (liaison_words_get (words, english)) : NULL;
      g_autofree char *other = english ? liaison_lexicon_fold (english) : NULL;

      if (english && (g_str_equal (name, folded) || g_str_equal (other, folded)))
        return codes[i];
    }
  return NULL;
}

const char *
liaison_lexicon_find_nation (LiaisonWords *words, const char *folded)
{
  const char *code = find_in_either (words, LIAISON_LEXICON_NATIONS, folded);

  if (!code)
    code = find_organisation (words, folded);
  return code ? liaison_intern (code, strlen (code)) : NULL;
}

const char *
liaison_lexicon_find_language (LiaisonWords *words, const char *folded)
{
  return find_in_either (words, LIAISON_LEXICON_LANGUAGES, folded);
}

const char *
liaison_lexicon_find_zone (LiaisonWords *words, const char *folded)
{
  return find_in_either (words, LIAISON_LEXICON_ZONES, folded);
}
