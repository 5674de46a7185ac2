/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/intern.h"
#include "record/kinds/nation.h"
#include "record/zone.h"
#include "words/lexicon-private.h"
#include "words/manner-reading.h"
#include "words/names.h"
#include "words/nation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_called (const LiaisonText *text, const char *folded)
{
  for (guint i = 0; i < liaison_text_get_size (text); i++)
    {
      g_autofree char *name = liaison_lexicon_fold (liaison_text_get_string (text, i));

      if (g_str_equal (name, folded))
        return TRUE;
    }
  return FALSE;
}

/* The plan's own names of nations, in all languages. */
static const char *
find_in_plan (const LiaisonReading *reading, const char *folded)
{
  guint n;
  const LiaisonBlock *const *blocks =
      liaison_snapshot_get (reading->snapshot, LIAISON_KIND_NATION, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonNationData *nation = LIAISON_DATA (Nation, blocks[i]);

      if (nation->code
          && (is_called (nation->name, folded) || is_called (nation->short_name, folded)
              || is_called (nation->formal_name, folded)))
        return nation->code;
    }
  return NULL;
}

const char *
liaison_reading_find_nation (const LiaisonReading *reading, const char *plain)
{
  g_autofree char *upper = g_ascii_strup (plain, -1);
  g_autofree char *folded = NULL;
  const LiaisonBlock *block = NULL;
  const char *code;

  /* A code that the plan has, though the world may not. */
  if (liaison_code_is_valid (upper, strlen (upper)))
    block = liaison_lookup_find_nation (&reading->manner->lookup, upper);
  if (block && block->shape == &liaison_nation_kind.shape)
    return liaison_intern (upper, strlen (upper));
  if (liaison_nation_is_known (upper))
    return liaison_intern (upper, strlen (upper));
  folded = liaison_lexicon_fold (plain);
  code = reading->snapshot ? find_in_plan (reading, folded) : NULL;
  return code ? code : liaison_lexicon_find_nation (reading->manner->words, folded);
}

static gboolean
refuse_nation (const LiaisonReading *reading, const char *plain, GError **error)
{
  g_autofree char *name = liaison_manner_tell_nation (reading->manner, "NO");

  return liaison_reading_refuse (
      reading, error, LIAISON_WORDS_ERROR_UNKNOWN,
      /* Translators: {example} is the name of a country, “Norway”. NO and NOR are its codes. */
      N_ ("“{part}” is no nation or organisation known here. Write a code such as NO or NOR, or "
          "a name such as {example}."),
      liaison_operand_text ("part", plain), liaison_operand_text ("example", name));
}

gboolean
liaison_reading_read_nation (const LiaisonReading *reading, gpointer at, GError **error)
{
  const char *code = liaison_reading_find_nation (reading, reading->plain);

  if (!code)
    return refuse_nation (reading, reading->plain, error);
  *(const char **) at = code;
  return TRUE;
}

/* Codes with only blanks between them: NO FR PL. All of them, or none. */
static gboolean
take_codes (const char *plain, GPtrArray *codes)
{
  g_auto (GStrv) words = g_strsplit (plain, " ", -1);

  for (gsize i = 0; words[i]; i++)
    if (*words[i] != '\0' && !liaison_nation_is_known (words[i]))
      return FALSE;
  for (gsize i = 0; words[i]; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (codes, (gpointer) liaison_intern (words[i], strlen (words[i])));
  return TRUE;
}

static gboolean
take_nation_cb (const LiaisonReading *reading, const char *plain, gpointer data)
{
  GPtrArray *codes = data;
  const char *code = liaison_reading_find_nation (reading, plain);

  if (!code)
    return take_codes (plain, codes);
  g_ptr_array_add (codes, (gpointer) code);
  return TRUE;
}

gboolean
liaison_reading_read_nations (const LiaisonReading *reading, gpointer at, GError **error)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autofree char *unknown =
      liaison_reading_take_members (reading, reading->plain, take_nation_cb, codes);

  if (unknown)
    return refuse_nation (reading, unknown, error);
  *(LiaisonCodes **) at = liaison_codes_new ((const char *const *) codes->pdata, codes->len);
  return TRUE;
}

gboolean
liaison_reading_find_zone (const LiaisonReading *reading, const char *plain, const char **zone)
{
  static const char *const utc[] = { "utc", "gmt", "z", "zulu", NULL };
  g_autofree char *folded = liaison_lexicon_fold (plain);
  const char *found;

  if (g_strv_contains (utc, folded))
    {
      *zone = NULL;
      return TRUE;
    }
  /* Cities go before the zones' names of long ago: "Jamaica" is America/Jamaica. */
  found = liaison_lexicon_find_zone (reading->manner->words, folded);
  if (!found && liaison_zone_is_valid_name (plain, strlen (plain)) && liaison_zone_is_known (plain))
    found = liaison_zone_intern (plain, strlen (plain));
  if (!found)
    return FALSE;
  *zone = g_str_equal (found, "UTC") ? NULL : found;
  return TRUE;
}

gboolean
liaison_reading_read_zone (const LiaisonReading *reading, gpointer at, GError **error)
{
  const char *zone;

  if (!liaison_reading_find_zone (reading, reading->plain, &zone))
    {
      g_autofree char *city = liaison_words_dup_zone (reading->manner->words, "Europe/Oslo");

      return liaison_reading_refuse (
          reading, error, LIAISON_WORDS_ERROR_UNKNOWN,
          /* Translators: {city} is “Oslo”. */
          N_ ("“{text}” is no time zone known here. Write the name of its city, such as {city}, or "
              "as Europe/Oslo, or UTC."),
          liaison_operand_text ("city", city));
    }
  *(const char **) at = zone ? zone : liaison_zone_intern ("UTC", 3);
  return TRUE;
}

/* Where the profile begins, four skills behind the last blank: "French 3332"; NULL: there is none.
 */
static const char *
find_profile (const char *plain)
{
  const char *space = strrchr (plain, ' ');
  g_autofree char *spelt = space ? g_strconcat ("en", space, NULL) : NULL;
  LiaisonLevel level;

  return spelt && liaison_level_parse (spelt, strlen (spelt), &level) ? space : NULL;
}

gboolean
liaison_reading_read_level (const LiaisonReading *reading, gpointer at, GError **error)
{
  const char *profile = find_profile (reading->plain);
  g_autofree char *name = g_strstrip (g_strndup (
      reading->plain, profile ? (gsize) (profile - reading->plain) : strlen (reading->plain)));
  g_autofree char *folded = liaison_lexicon_fold (name);
  const char *tag = liaison_lexicon_find_language (reading->manner->words, folded);
  g_autofree char *spelt = tag ? g_strconcat (tag, profile, NULL) : NULL;

  if (spelt && liaison_level_parse (spelt, strlen (spelt), at))
    return TRUE;
  name = (g_free (name), liaison_words_dup_language (reading->manner->words, "fr"));
  return liaison_reading_refuse (
      reading, error, LIAISON_WORDS_ERROR_INPUT,
      /* Translators: {language} is “French”. */
      N_ ("“{text}” is no language with a level. Write a language and, if you like, its levels in "
          "listening, speaking, reading and writing, as {language} 3332."),
      liaison_operand_text ("language", name));
}
