/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which way texts run on pages of either kind, and what stays as it is in them. */
#include "config.h"

#include "words/capital.h"
#include "words/direction.h"

#include <string.h>

#define NEUTRAL LIAISON_DIRECTION_NEUTRAL
#define LTR     LIAISON_DIRECTION_LEFT_TO_RIGHT
#define RTL     LIAISON_DIRECTION_RIGHT_TO_LEFT

static void
test_base (void)
{
  static const struct
  {
    const char *text;
    LiaisonDirection in_left, in_right;
  } cases[] = {
    { "", NEUTRAL, NEUTRAL },
    { "+47 5550 0602", NEUTRAL, NEUTRAL },
    { "2027", NEUTRAL, NEUTRAL },
    { "١٤:٠٠", NEUTRAL, RTL },
    { "Trondheim", LTR, LTR },
    { "مؤتمر", RTL, RTL },
    /* A sentence that begins with a foreign word. */
    { "NATO تشارك في التمرين كله", RTL, RTL },
    { "السلام is said on arrival", LTR, RTL },
    { "NP-JO · الإصدار 0.1", RTL, RTL },
    { "شكراً and a long sentence in English about how it is said and when", LTR, LTR },
    /* What is isolated does not count beside anything else, and alone it does. */
    { "\u2068Harbour Lantern 27 of Trondheim\u2069 في", RTL, RTL },
    { "\u2066HARBOUR\u2069 \u2066+47 5550\u2069", LTR, LTR },
    { "\u2068مركز\u2069", RTL, RTL },
    /* A mark decides, but only at the beginning. */
    { "\u200f¹ Norway.no", RTL, RTL },
    { "\u200eمؤتمر", LTR, LTR },
    { "Norway\u200f¹", LTR, LTR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (liaison_words_find_base (cases[i].text, -1, FALSE), ==, cases[i].in_left);
      g_assert_cmpint (liaison_words_find_base (cases[i].text, -1, TRUE), ==, cases[i].in_right);
    }
  g_assert_cmpint (liaison_words_find_base ("abc مؤتمر", 3, TRUE), ==, LTR);
}

static void
test_codes (void)
{
  static const struct
  {
    const char *text, *isolated; /* NULL: nothing to isolate */
  } cases[] = {
    { "", NULL },
    { "مؤتمر 3322", NULL },
    { "الساعة 15:00", NULL },
    { "اتصل على +47 5550 0404 الآن", "اتصل على \u2066+47 5550 0404\u2069 الآن" },
    { "\u2068+47 5550 0404\u2069", "\u2068\u2066+47 5550 0404\u2069\u2069" },
    { "\u2066+47 5550 0404\u2069 م", NULL },
    { "\u2066\u2068x\u2069 1-2\u2069 3-4", "\u2066\u2068x\u2069 1-2\u2069 \u20663-4\u2069" },
    { "الفرنسية 1+1+2+1", "الفرنسية \u20661+1+2+1\u2069" },
    { "الفرنسية 2+", "الفرنسية \u20662+\u2069" },
    { "في 2027-05-14", "في \u20662027-05-14\u2069" },
    { "REQ-1.2", NULL },
    { "1 - 2", NULL },
    { "1 ", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) places = NULL;
      g_autofree char *isolated = liaison_words_isolate_codes (cases[i].text, &places);

      g_assert_cmpstr (isolated, ==, cases[i].isolated);
      g_assert_true ((isolated == NULL) == (places == NULL));
      for (guint p = 0; places != NULL && p < places->len; p++)
        g_assert_cmpuint (g_array_index (places, gsize, p), <=, strlen (cases[i].text));
    }
}

static void
test_capital (void)
{
  static const struct
  {
    const char *language, *text, *capital;
  } cases[] = {
    { "fr", "lundi 25 octobre", "Lundi 25 octobre" },
    { "fr", "écrit", "Écrit" },
    { "fr", "1er mai", "1er mai" },
    { "fr", "", "" },
    { "tr", "ilk", "İlk" },
    { "en", "\u2068dž\u2069", "\u2068Dž\u2069" },
    { "ar", "الاثنين", "الاثنين" },
    { "ja", "月曜日", "月曜日" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonWords) words = liaison_words_new (cases[i].language, NULL);
      g_autofree char *capital = liaison_words_capitalise (words, g_strdup (cases[i].text));

      g_assert_cmpstr (capital, ==, cases[i].capital);
    }
  g_assert_null (liaison_words_capitalise (NULL, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/direction/base", test_base);
  g_test_add_func ("/words/direction/codes", test_codes);
  g_test_add_func ("/words/direction/capital", test_capital);
  return g_test_run ();
}
