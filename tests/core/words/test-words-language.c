/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/language.h"

static void
test_normalises (void)
{
  static const struct
  {
    const char *tag, *canonical;
  } cases[] = {
    { "fr", "fr" },
    { "PT-br", "pt-BR" },
    { "zh-hant-tw", "zh-Hant-TW" },
    { "no", "nb" },
    { "no-NO", "nb-NO" },
    { "ar-u-nu-latn", "ar" },
    { "sr-Latn", "sr-Latn" },
    { "", NULL },
    { "x!", NULL },
    { "french language", NULL },
    { "en_US", NULL },
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *canonical = liaison_language_normalise (cases[i].tag);

      g_test_message ("%s", cases[i].tag);
      g_assert_cmpstr (canonical, ==, cases[i].canonical);
    }
}

static void
test_refuses_overlong_tags (void)
{
  g_autoptr (GString) tag = g_string_new ("en");
  g_autofree char *canonical = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (tag, "-abcdefgh");
  canonical = liaison_language_normalise (tag->str);
  g_assert_null (canonical);
}

static void
test_reads_posix_names (void)
{
  static const struct
  {
    const char *locale, *tag;
  } cases[] = {
    { "de_AT.UTF-8", "de-AT" },
    { "sr_RS@latin", "sr-Latn-RS" },
    { "sr_RS.UTF-8@latin", "sr-Latn-RS" },
    { "de_DE@euro", "de-DE" },
    { "zh_TW", "zh-TW" },
    { "ja", "ja" },
    { "C", "en" },
    { "C.UTF-8", "en" },
    { "POSIX", "en" },
    { "", "en" },
    { "@", "en" },
    { "rubbish!!", "en" },
    { NULL, "en" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tag = liaison_language_from_locale (cases[i].locale);

      g_test_message ("%s", cases[i].locale);
      g_assert_cmpstr (tag, ==, cases[i].tag);
    }
}

static void
test_lists_folders (void)
{
  static const struct
  {
    const char *tag, *folders;
  } cases[] = {
    { "pt-BR", "pt_BR pt" },      { "en-GB", "en_GB en en_US" }, { "zh-Hant", "zh_TW" },
    { "zh-HK", "zh_HK zh_TW" },   { "zh-CN", "zh_CN zh" },       { "sr", "sr sr_RS" },
    { "sr-Latn-RS", "sr@latin" }, { "sr-Latn", "sr@latin" },     { "uz-Cyrl", "uz@cyrillic" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) folders = liaison_language_list_folders (cases[i].tag);
      g_autofree char *joined = g_strjoinv (" ", folders);

      g_assert_cmpstr (joined, ==, cases[i].folders);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/language/normalises", test_normalises);
  g_test_add_func ("/words/language/refuses-overlong-tags", test_refuses_overlong_tags);
  g_test_add_func ("/words/language/reads-posix-names", test_reads_posix_names);
  g_test_add_func ("/words/language/lists-folders", test_lists_folders);
  return g_test_run ();
}
