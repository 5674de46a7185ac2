/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/search.h"

#include "catalogues.h"

#include <string.h>

static void
test_folds (void)
{
  static const struct
  {
    const char *text, *folded;
  } cases[] = {
    { "Tromsø", "tromso" },
    { "ÉCOLE supérieure", "ecole superieure" },
    { "e\u0301cole", "ecole" },
    { "Łódź", "lodz" },
    { "Straße", "strasse" },
    { "ﬁle Ａ１", "file a1" },
    { "İstanbul ılıca", "istanbul ilica" },
    { "مُحَمَّـــد", "محمد" },
    { "אֱלֹהִים", "אלהים" },
    { "ΑΘΉΝΑ", "αθηνα" },
    { "x\u200dy\u2068z\u2069", "xyz" },
    { "  two\t\n words  ", "two words" },
    { "a\u00a0b", "a b" },
    { "Ꮮꮮ", "ᏞᏞ" }, /* Cherokee folds to capitals */
    { "", "" },
    { " ", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = liaison_words_fold (cases[i].text);
      g_autofree char *twice = liaison_words_fold (folded);

      g_assert_cmpstr (folded, ==, cases[i].folded);
      g_assert_cmpstr (twice, ==, folded);
    }
}

static void
test_keeps_letters_apart (void)
{
  static const struct
  {
    const char *a, *b;
  } cases[] = {
    { "がく", "かく" }, /* voicing is part of the letter */
    { "कि", "कु" },      /* so are Indic vowels */
    { "й-1", "й-2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *a = liaison_words_fold (cases[i].a);
      g_autofree char *b = liaison_words_fold (cases[i].b);

      g_assert_cmpstr (a, !=, b);
    }
}

static void
test_folds_bad_bytes (void)
{
  g_autofree char *folded = liaison_words_fold ("a\xff"
                                                "B");

  g_assert_true (g_utf8_validate (folded, -1, NULL));
  g_assert_true (g_str_has_prefix (folded, "a"));
}

static void
assert_before (LiaisonWords *words, const char *a, const char *b)
{
  g_autofree char *key_a = liaison_words_dup_sort_key (words, a);
  g_autofree char *key_b = liaison_words_dup_sort_key (words, b);

  g_test_message ("%s < %s", a, b);
  g_assert_cmpint (strcmp (key_a, key_b), <, 0);
  g_assert_cmpint (liaison_words_compare (words, a, b), <, 0);
  g_assert_cmpint (liaison_words_compare (words, b, a), >, 0);
}

static void
test_sorts_by_language (void)
{
  g_autoptr (LiaisonWords) sv = catalogues_new_words ("sv", NULL);
  g_autoptr (LiaisonWords) de = catalogues_new_words ("de", NULL);
  g_autoptr (LiaisonWords) cs = catalogues_new_words ("cs", NULL);
  g_autoptr (LiaisonWords) da = catalogues_new_words ("da", NULL);

  assert_before (sv, "z", "ö");
  assert_before (de, "ö", "z");
  assert_before (cs, "hz", "cha");
  assert_before (de, "cha", "hz");
  assert_before (da, "zz", "aa"); /* aa is å */
}

static void
test_sorts_numbers_by_value (void)
{
  g_autoptr (LiaisonWords) en = catalogues_new_words ("en", NULL);

  assert_before (en, "Serial 9", "Serial 10");
  assert_before (en, "Serial 10", "Serial 10a");
  assert_before (en, "", "a");
  g_assert_cmpint (liaison_words_compare (en, "same", "same"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/search/folds", test_folds);
  g_test_add_func ("/words/search/keeps-letters-apart", test_keeps_letters_apart);
  g_test_add_func ("/words/search/folds-bad-bytes", test_folds_bad_bytes);
  g_test_add_func ("/words/search/sorts-by-language", test_sorts_by_language);
  g_test_add_func ("/words/search/sorts-numbers-by-value", test_sorts_numbers_by_value);
  return g_test_run ();
}
