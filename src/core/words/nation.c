/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/nation.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uloc.h>

typedef struct
{
  const char *code;
  const char *name;
} Organisation;

/* Organisations that send people to exercises; none has a code of ISO 3166. Sorted by code. */
static const Organisation organisations[] = {
  /* Translators: the regional organisation, as a participant of an exercise. AU is Australia. */
  { "AFU", N_ ("African Union") },
  /* Translators: the regional organisation, as a participant of an exercise. */
  { "ASEAN", N_ ("Association of Southeast Asian Nations") },
  /* Translators: the regional organisation, as a participant of an exercise. */
  { "ECOWAS", N_ ("Economic Community of West African States") },
  /* Translators: the regional organisation, as a participant of an exercise. */
  { "EU", N_ ("European Union") },
  /* Translators: the Red Cross committee, as a participant of an exercise. */
  { "ICRC", N_ ("International Committee of the Red Cross") },
  /* Translators: the military alliance, as a participant of an exercise. */
  { "NATO", N_ ("North Atlantic Treaty Organization") },
  /* Translators: the security organisation, as a participant of an exercise. */
  { "OSCE", N_ ("Organization for Security and Co-operation in Europe") },
  /* Translators: the world organisation, as a participant of an exercise. */
  { "UN", N_ ("United Nations") },
};

/* ICU lists regions that CLDR knows beyond ISO 3166-1's assigned codes; only Kosovo's is wanted. */
static const char *const not_assigned[] = {
  "AC", "AN", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ",
};

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
is_assigned (const char *code)
{
  return !bsearch (&code, not_assigned, G_N_ELEMENTS (not_assigned), sizeof *not_assigned,
                   compare_codes);
}

static gpointer
make_list (gpointer data)
{
  GPtrArray *codes = g_ptr_array_new ();
  gboolean kosovo = FALSE;

  for (const char *const *country = uloc_getISOCountries (); *country; country++)
    if (is_assigned (*country))
      {
        kosovo |= g_str_equal (*country, "XK");
        g_ptr_array_add (codes, (gpointer) g_intern_string (*country));
      }
  if (!kosovo)
    g_ptr_array_add (codes, (gpointer) g_intern_static_string ("XK"));
  for (gsize i = 0; i < G_N_ELEMENTS (organisations); i++)
    g_ptr_array_add (codes, (gpointer) organisations[i].code);
  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);
  return codes;
}

static const GPtrArray *
get_codes (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_list, NULL);
}

const char *const *
liaison_nation_list (void)
{
  return (const char *const *) get_codes ()->pdata;
}

gboolean
liaison_nation_is_known (const char *code)
{
  const GPtrArray *codes = get_codes ();

  return code && bsearch (&code, codes->pdata, codes->len - 1, sizeof (char *), compare_codes);
}

const char *
liaison_nation_get_organisation (const char *code)
{
  const Organisation *organisation = bsearch (&code, organisations, G_N_ELEMENTS (organisations),
                                              sizeof *organisations, compare_codes);

  return organisation ? organisation->name : NULL;
}

const char *
liaison_nation_get_alpha3 (const char *code)
{
  char locale[8];

  if (!liaison_nation_is_known (code))
    return NULL;
  if (liaison_nation_get_organisation (code))
    return g_intern_string (code);
  if (g_str_equal (code, "XK"))
    return "XKX";
  g_snprintf (locale, sizeof locale, "_%s", code);
  return uloc_getISO3Country (locale);
}
