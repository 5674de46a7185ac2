/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/language.h"

#include <string.h>
#include <unicode/uloc.h>

/* Modifiers of POSIX locales that name a script (glibc's locales; "euro" and its like say nothing
 * of the language). */
static const struct
{
  const char *modifier;
  const char *script;
} script_modifiers[] = {
  { "latin", "Latn" },
  { "cyrillic", "Cyrl" },
  { "arabic", "Arab" },
  { "devanagari", "Deva" },
};

typedef struct
{
  char language[ULOC_LANG_CAPACITY];
  char script[ULOC_SCRIPT_CAPACITY];
  char region[ULOC_COUNTRY_CAPACITY];
} Parts;

static gboolean
get_parts (const char *locale, Parts *parts)
{
  UErrorCode status = U_ZERO_ERROR;

  uloc_getLanguage (locale, parts->language, sizeof parts->language, &status);
  uloc_getScript (locale, parts->script, sizeof parts->script, &status);
  uloc_getCountry (locale, parts->region, sizeof parts->region, &status);
  return U_SUCCESS (status) && *parts->language != '\0';
}

/* What CLDR takes for granted where a tag leaves script or region out. */
static gboolean
get_likely_parts (const char *locale, Parts *parts)
{
  char likely[ULOC_FULLNAME_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;

  uloc_addLikelySubtags (locale, likely, sizeof likely, &status);
  return U_SUCCESS (status) && get_parts (likely, parts);
}

char *
liaison_language_normalise (const char *tag)
{
  char locale[ULOC_FULLNAME_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  int32_t read = 0;
  Parts parts;

  if (!tag || strlen (tag) >= sizeof locale)
    return NULL;
  uloc_forLanguageTag (tag, locale, sizeof locale, &read, &status);
  if (U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING || tag[read] != '\0'
      || !get_parts (locale, &parts))
    return NULL;
  return g_strconcat (g_str_equal (parts.language, "no") ? "nb" : parts.language,
                      *parts.script ? "-" : "", parts.script, *parts.region ? "-" : "",
                      parts.region, NULL);
}

static const char *
find_script (const char *modifier)
{
  for (gsize i = 0; i < G_N_ELEMENTS (script_modifiers); i++)
    if (g_str_equal (modifier, script_modifiers[i].modifier))
      return script_modifiers[i].script;
  return NULL;
}

/* The tag for "ll_RR@modifier"; NULL where it is none. */
static char *
read_posix_name (const char *name)
{
  g_auto (GStrv) halves = g_strsplit (name, "@", 2);
  const char *script = halves[0] && halves[1] ? find_script (halves[1]) : NULL;
  g_auto (GStrv) subtags = NULL;
  g_autofree char *tag = NULL;

  if (!halves[0])
    return NULL;
  subtags = g_strsplit (halves[0], "_", 2);
  if (!subtags[0])
    return NULL;
  tag = g_strjoin ("-", subtags[0], script ? script : subtags[1], script ? subtags[1] : NULL, NULL);
  return liaison_language_normalise (tag);
}

char *
liaison_language_from_locale (const char *locale)
{
  g_autoptr (GString) name = g_string_new (locale);
  char *encoding = strchr (name->str, '.');
  char *tag = NULL;

  if (encoding)
    g_string_erase (name, encoding - name->str, (gssize) strcspn (encoding, "@"));
  if (name->len > 0 && !g_str_equal (name->str, "C") && !g_str_equal (name->str, "POSIX"))
    tag = read_posix_name (name->str);
  return tag ? tag : g_strdup ("en");
}

char *
liaison_language_from_folder (const char *folder)
{
  return read_posix_name (folder);
}

static void
add_folder (GPtrArray *folders, const char *language, const char *separator, const char *rest)
{
  g_autofree char *folder = g_strconcat (language, separator, rest, NULL);

  if (!g_ptr_array_find_with_equal_func (folders, folder, g_str_equal, NULL))
    g_ptr_array_add (folders, g_steal_pointer (&folder));
}

char **
liaison_language_list_folders (const char *tag)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  char locale[ULOC_FULLNAME_CAPACITY] = "";
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *same_script = NULL;
  Parts given, likely, usual, sibling;

  uloc_forLanguageTag (tag, locale, sizeof locale, NULL, &status);
  if (U_SUCCESS (status) && get_parts (locale, &given) && get_likely_parts (locale, &likely)
      && get_likely_parts (given.language, &usual))
    {
      gboolean usual_script = g_str_equal (likely.script, usual.script);

      /* "sr_RS" is Cyrillic, so a Latin tag may not read it. */
      if (*given.region && (!*given.script || usual_script))
        add_folder (folders, given.language, "_", given.region);
      for (gsize i = 0; i < G_N_ELEMENTS (script_modifiers) && !usual_script; i++)
        if (g_str_equal (script_modifiers[i].script, likely.script))
          add_folder (folders, given.language, "@", script_modifiers[i].modifier);
      if (usual_script)
        add_folder (folders, given.language, "", "");

      /* Chinese is filed by region where script is meant: zh_TW serves Hong Kong too. */
      same_script = g_strconcat (given.language, "_", likely.script, NULL);
      if (get_likely_parts (same_script, &sibling)
          && (usual_script || g_str_equal (given.language, "zh")))
        add_folder (folders, given.language, "_", sibling.region);
    }
  g_ptr_array_add (folders, NULL);
  return (char **) g_ptr_array_steal (folders, NULL);
}
