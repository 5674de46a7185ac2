/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/names.h"

#include "catalogues.h"
#include "words/nation.h"

#include <string.h>

static void
test_nations (void)
{
  static const struct
  {
    const char *tag, *code, *name;
  } cases[] = {
    { "en", "NO", "Norway" },
    { "fr", "NO", "Norvège" },
    { "ar", "NO", "النرويج" },
    { "ja", "NO", "ノルウェー" },
    { "en", "XK", "Kosovo" },
    { "de", "AU", "Australien" },
    { "fr", "NATO", "North Atlantic Treaty Organization" },
    { "fr", "EU", "European Union" },
    { "fr", "QQ", "QQ" },
    { "fr", "", "" },
    { "fr", "no", "no" },
    { "fr", "%s & <b>", "%s & <b>" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonWords) words = catalogues_new_words (cases[i].tag, NULL);
      g_autofree char *name = liaison_words_dup_nation (words, cases[i].code);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_organisations_are_translated (void)
{
  char *dir = catalogues_make_dir ("fr", NULL);
  g_autoptr (LiaisonWords) words = catalogues_new_words ("fr", dir);
  g_autofree char *name = liaison_words_dup_nation (words, "UN");

  g_assert_cmpstr (name, ==, "Nations Unies");
  catalogues_remove_dir (dir);
}

static void
test_list_is_sorted_and_named (void)
{
  const char *const *codes = liaison_nation_list ();
  g_autoptr (LiaisonWords) words = catalogues_new_words ("fr", NULL);

  g_assert_cmpuint (g_strv_length ((char **) codes), >, 249);
  for (gsize i = 0; codes[i]; i++)
    {
      g_autofree char *name = liaison_words_dup_nation (words, codes[i]);

      g_assert_true (i == 0 || strcmp (codes[i - 1], codes[i]) < 0);
      g_assert_true (liaison_nation_is_known (codes[i]));
      g_assert_cmpstr (name, !=, codes[i]);
      g_assert_cmpuint (strlen (liaison_nation_get_alpha3 (codes[i])), >=, 2);
    }
}

static void
test_alpha3 (void)
{
  g_assert_cmpstr (liaison_nation_get_alpha3 ("NO"), ==, "NOR");
  g_assert_cmpstr (liaison_nation_get_alpha3 ("XK"), ==, "XKX");
  g_assert_cmpstr (liaison_nation_get_alpha3 ("NATO"), ==, "NATO");
  g_assert_null (liaison_nation_get_alpha3 ("QQ"));
  g_assert_null (liaison_nation_get_alpha3 (NULL));
  g_assert_false (liaison_nation_is_known ("ZZ"));
  g_assert_false (liaison_nation_is_known ("AC"));
}

static void
test_languages (void)
{
  static const struct
  {
    const char *tag, *language, *name;
  } cases[] = {
    { "en", "fr", "French" },
    { "fr", "no", "norvégien" },
    { "fr", "pt-BR", "portugais (Brésil)" },
    { "ja", "ar", "アラビア語" },
    { "fr", "x!", "x!" },
    { "fr", "", "" },
    { "fr", "\xff", "\xff" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonWords) words = catalogues_new_words (cases[i].tag, NULL);
      g_autofree char *name = liaison_words_dup_language (words, cases[i].language);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_zones (void)
{
  static const struct
  {
    const char *tag, *zone, *name;
  } cases[] = {
    { "en", "Europe/Oslo", "Oslo" },
    { "en", "America/New_York", "New York" },
    { "es", "America/New_York", "Nueva York" },
    { "ar", "Europe/Oslo", "أوسلو" },
    { "en", "America/Argentina/Buenos_Aires", "Buenos Aires" },
    { "fr", NULL, "UTC" },
    { "fr", "Etc/UTC", "UTC" },
    { "fr", "UTC", "UTC" },
    { "fr", "Etc/GMT+5", "UTC-5" },
    { "fr", "Etc/GMT-2", "UTC+2" },
    { "fr", "Nowhere/Some_Place", "Some Place" },
    { "fr", "CET", "CET" },
    { "fr", "", "" },
    { "fr", "/", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonWords) words = catalogues_new_words (cases[i].tag, NULL);
      g_autofree char *first = liaison_words_dup_zone (words, cases[i].zone);
      g_autofree char *again = liaison_words_dup_zone (words, cases[i].zone);

      g_assert_cmpstr (first, ==, cases[i].name);
      g_assert_cmpstr (again, ==, first);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/names/nations", test_nations);
  g_test_add_func ("/words/names/organisations-are-translated", test_organisations_are_translated);
  g_test_add_func ("/words/names/list-is-sorted-and-named", test_list_is_sorted_and_named);
  g_test_add_func ("/words/names/alpha3", test_alpha3);
  g_test_add_func ("/words/names/languages", test_languages);
  g_test_add_func ("/words/names/zones", test_zones);
  return g_test_run ();
}
