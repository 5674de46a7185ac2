/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/names.h"

#include "words/nation.h"
#include "words/words-private.h"

#include <string.h>
#include <unicode/uloc.h>

#define NAME_SIZE 256

static ULocaleDisplayNames *
get_names (LiaisonIcu *icu)
{
  UDisplayContext contexts[] = { UDISPCTX_STANDARD_NAMES, UDISPCTX_CAPITALIZATION_NONE };
  UErrorCode status = U_ZERO_ERROR;

  if (!icu->names)
    icu->names = uldn_openForContext (icu->locale, contexts, G_N_ELEMENTS (contexts), &status);
  if (U_FAILURE (status))
    g_clear_pointer (&icu->names, uldn_close);
  return icu->names;
}

char *
liaison_words_dup_nation (LiaisonWords *self, const char *code)
{
  const char *organisation = liaison_nation_get_organisation (code);
  g_autoptr (GMutexLocker) lock = NULL;
  UErrorCode status = U_ZERO_ERROR;
  UChar name[NAME_SIZE];
  char *utf8 = NULL;
  int32_t length;

  if (organisation)
    return g_strdup (liaison_words_get (self, organisation));
  if (!liaison_nation_is_known (code))
    return g_strdup (code);

  lock = g_mutex_locker_new (&self->icu.lock);
  if (get_names (&self->icu))
    {
      length = uldn_regionDisplayName (self->icu.names, code, name, NAME_SIZE, &status);
      utf8 = U_SUCCESS (status) ? liaison_icu_to_utf8 (name, length) : NULL;
    }
  return utf8 ? utf8 : g_strdup (code);
}

/* "ポルトガル語 (ブラジル)": between characters in squares brackets are as wide as these. */
static char *
widen_brackets (LiaisonWords *self, char *name)
{
  g_autoptr (GString) wide = NULL;

  if (!g_str_has_prefix (self->language, "ja") || strchr (name, '(') == NULL)
    return name;
  wide = g_string_new (name);
  g_free (name);
  g_string_replace (wide, " (", "(", 0);
  g_string_replace (wide, "(", "（", 0);
  g_string_replace (wide, ")", "）", 0);
  return g_strdup (wide->str);
}

char *
liaison_words_dup_language (LiaisonWords *self, const char *tag)
{
  g_autoptr (GMutexLocker) lock = g_mutex_locker_new (&self->icu.lock);
  char locale[ULOC_FULLNAME_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  UChar name[NAME_SIZE];
  char *utf8 = NULL;
  int32_t length, read = 0;

  uloc_forLanguageTag (tag, locale, sizeof locale, &read, &status);
  if (U_SUCCESS (status) && read > 0 && tag[read] == '\0' && get_names (&self->icu))
    {
      length = uldn_localeDisplayName (self->icu.names, locale, name, NAME_SIZE, &status);
      utf8 = U_SUCCESS (status) ? liaison_icu_to_utf8 (name, length) : NULL;
    }
  return utf8 ? widen_brackets (self, utf8) : g_strdup (tag);
}

/* Hours ahead of UTC are counted as people do: "Etc/GMT-2" is called "UTC+2", as the sign of these
 * names is that of POSIX. NULL where @zone is no such name. */
static char *
make_fixed (const char *zone)
{
  static const char prefix[] = "Etc/GMT";
  const char *sign = zone + strlen (prefix);

  if (!g_str_has_prefix (zone, prefix) || (*sign != '+' && *sign != '-'))
    return NULL;
  return g_strdup_printf ("UTC%c%s", *sign == '+' ? '-' : '+', sign + 1);
}

/* The last part of the zone's name: "America/Argentina/Buenos_Aires" is "Buenos Aires". */
static char *
make_city (const char *zone)
{
  const char *slash = strrchr (zone, '/');

  return g_strdelimit (g_strdup (slash ? slash + 1 : zone), "_", ' ');
}

/* Opening a format for one zone takes ICU some 50 us, so what is found is kept. */
static char *
find_city (LiaisonIcu *icu, const char *zone)
{
  static const UChar pattern[] = { 'V', 'V', 'V', 0 }; /* exemplar city */
  g_autofree UChar *wide = NULL;
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format;
  UChar name[NAME_SIZE];
  char *city = NULL;
  int32_t length;

  wide = liaison_icu_from_utf8 (zone, &length);
  format = udat_open (UDAT_PATTERN, UDAT_PATTERN, icu->locale, wide, length, pattern, -1, &status);
  if (U_SUCCESS (status))
    {
      length = udat_format (format, 0, name, NAME_SIZE, NULL, &status);
      city = U_SUCCESS (status) ? liaison_icu_to_utf8 (name, length) : NULL;
      udat_close (format);
    }
  return city ? city : make_city (zone);
}

static gboolean
is_utc (const char *zone)
{
  static const char *const names[] = {
    "UTC", "Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "UCT", "Universal", "Zulu", NULL,
  };

  return !zone || g_strv_contains (names, zone);
}

/* Whether ICU knows @zone by a city; "Etc/..." and bare names have none, and it says "Unknown City"
 * for them. */
static gboolean
has_city (const char *zone)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree UChar *wide = NULL;
  UChar canonical[64];
  UBool system = FALSE;
  int32_t length;

  if (!strchr (zone, '/') || g_str_has_prefix (zone, "Etc/"))
    return FALSE;
  wide = liaison_icu_from_utf8 (zone, &length);
  ucal_getCanonicalTimeZoneID (wide, length, canonical, G_N_ELEMENTS (canonical), &system, &status);
  return U_SUCCESS (status) && system;
}

char *
liaison_words_dup_zone (LiaisonWords *self, const char *zone)
{
  g_autoptr (GMutexLocker) lock = NULL;
  const char *city;
  char *fixed;

  if (is_utc (zone))
    return g_strdup ("UTC");
  fixed = make_fixed (zone);
  if (fixed)
    return fixed;
  if (!has_city (zone))
    return make_city (zone);

  lock = g_mutex_locker_new (&self->icu.lock);
  if (!self->icu.zones)
    self->icu.zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  city = g_hash_table_lookup (self->icu.zones, zone);
  if (!city)
    {
      city = find_city (&self->icu, zone);
      g_hash_table_insert (self->icu.zones, g_strdup (zone), (gpointer) city);
    }
  return g_strdup (city);
}
