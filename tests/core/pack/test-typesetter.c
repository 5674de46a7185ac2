/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that are kept, and numbers of notes. */
#include "config.h"

#include "pack/typesetter-private.h"

#include <string.h>

/* Texts put together from words that are kept are as wide as Pango sets them, and are broken where
 * it breaks them. */
static void
test_kept_words (void)
{
  static const char *const texts[] = {
    "The mayor asks whether anybody is in charge (again).",
    "Où avez-vous mal ? Ici, dit-elle ; puis : rien.",
    "Two  blanks and a-hyphen, 3.5 km/h [1] – done",
    "AVATAR To Wave, Ty. fi ffl office",
    "Zażółć gęślą jaźń Łódź",
  };
  g_autoptr (LiaisonTypesetter) typesetter = liaison_typesetter_new ("fr", FALSE);
  const LiaisonTypeStyle *style = liaison_typesetter_get_face (typesetter, &liaison_type_text);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      LiaisonShapedParagraph words = { 0 }, whole = { 0 };
      int length = (int) strlen (texts[i]);

      g_assert_true (liaison_shape_words (typesetter, texts[i], length, style, &words));
      liaison_shape_whole (typesetter, texts[i], length, style, &whole);
      g_assert_cmpfloat_with_epsilon (words.line.width, whole.line.width, 0.5);
      g_assert_cmpuint (words.n_cuts, ==, whole.n_cuts);
      for (guint c = 0; c < words.n_cuts; c++)
        {
          if (words.cuts[c].breaks != whole.cuts[c].breaks)
            g_error ("“%s” breaks otherwise at byte %d", texts[i], words.cuts[c].byte);
          g_assert_cmpint (words.cuts[c].byte, ==, whole.cuts[c].byte);
          g_assert_cmpuint (words.cuts[c].white, ==, whole.cuts[c].white);
        }
      liaison_shaped_paragraph_clear (&words);
      liaison_shaped_paragraph_clear (&whole);
    }
  LiaisonShapedParagraph none = { 0 }, quoted = { 0 };

  /* French quotation marks stay with what they quote, which Unicode's rules do not ask for. */
  g_assert_true (liaison_shape_words (typesetter, "« Ici »", 9, style, &quoted));
  for (guint c = 0; c < quoted.n_cuts; c++)
    g_assert_false (quoted.cuts[c].breaks);
  liaison_shaped_paragraph_clear (&quoted);

  g_assert_false (liaison_shape_words (typesetter, "مرحبا بكم", 17, style, &none));
  g_assert_false (liaison_shape_words (typesetter, "one", 3, style, &none));
}

/* Numbers of notes are in the digits of the page, and what is marked stays so. */
static void
test_raised (void)
{
  static const struct
  {
    const char *language, *text, *raised;
  } cases[] = {
    { "ar", "عيد³⁶ آخر¹", "عيد٣٦ آخر١" },
    { "ar-JO", "\u200f⁷ Visit", "\u200f٧ Visit" },
    { "fa", "روز²", "روز۲" },
    { "ar-MA", "عيد³", NULL },
    { "ja", "祝日³", NULL },
    { "ar", "عيد 3 m", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (LiaisonRichSpan));
      const LiaisonRichSpan all = { .end = (guint) strlen (cases[i].text),
                                    .marks = LIAISON_RICH_STRONG };
      g_autofree char *raised = NULL;

      g_array_append_val (spans, all);
      raised = liaison_raise_digits (cases[i].text, cases[i].language, spans);
      g_assert_cmpstr (raised, ==, cases[i].raised);
      g_assert_cmpuint (g_array_index (spans, LiaisonRichSpan, 0).end, ==,
                        strlen (raised != NULL ? raised : cases[i].text));
      g_assert_cmpuint (spans->len > 1, ==, raised != NULL);
    }
}

/* They are small, and stand above the line. */
static void
test_raised_high (void)
{
  g_autoptr (LiaisonTypesetter) typesetter = liaison_typesetter_new ("ar", TRUE);
  double raised = liaison_typesetter_measure (typesetter, "عيد³", &liaison_type_cell, NULL);
  double plain = liaison_typesetter_measure (typesetter, "عيد٣", &liaison_type_cell, NULL);
  const LiaisonSetting *setting =
      liaison_typesetter_set (typesetter, "عيد³", &liaison_type_cell, 100);
  double highest = 0;

  g_assert_cmpfloat (raised, <, plain);
  for (guint i = 0; i < setting->lines->n_runs; i++)
    for (int g = 0; g < setting->lines->runs[i].n_glyphs; g++)
      highest = MIN (highest, setting->lines->runs[i].glyphs[g].y);
  g_assert_cmpfloat (highest, <, -2);
}

/* No line begins with one. */
static void
test_raised_stays (void)
{
  static const char *const texts[] = { "قائمة في الأرز.\u200f²²", "قائمة في الأرز²²",
                                       "قائمة في الأرز،³" };
  g_autoptr (LiaisonTypesetter) typesetter = liaison_typesetter_new ("ar", TRUE);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double whole = liaison_typesetter_measure (typesetter, texts[i], &liaison_type_cell, NULL);
      const LiaisonSetting *setting =
          liaison_typesetter_set (typesetter, texts[i], &liaison_type_cell, whole - 1);
      guint last = liaison_setting_get_n_lines (setting) - 1;

      g_assert_cmpuint (last, ==, 1);
      g_assert_cmpfloat (setting->lines[last].width, >, 15);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/words-kept", test_kept_words);
  g_test_add_func ("/pack/raised", test_raised);
  g_test_add_func ("/pack/raised/high", test_raised_high);
  g_test_add_func ("/pack/raised/stays", test_raised_stays);
  return g_test_run ();
}
