/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signs, spaces and lines of Japanese. */
#include "config.h"

#include "pack/squares.h"

#include <string.h>

static LiaisonTypesetter *
new_typesetter (void)
{
  return liaison_typesetter_new ("ja", FALSE);
}

/* In squares. */
static double
measure (LiaisonTypesetter *typesetter, const char *text)
{
  double square = liaison_typesetter_measure (typesetter, "水", &liaison_type_cell, NULL);

  return liaison_typesetter_measure (typesetter, text, &liaison_type_cell, NULL) / square;
}

/* Where two signs meet half a square of blank is between them, not a whole one. What ends with a
 * sign ends where that is seen to end. */
static void
test_signs (void)
{
  static const struct
  {
    const char *text;
    double squares;
  } cases[] = {
    { "水水", 2 },       { "水、水", 3 },     { "「水」水", 4 },   { "「水」", 2.5 },
    { "水」「水", 3.5 }, { "水。「水", 3.5 }, { "水」、水", 3.5 }, { "水「（水", 3.5 },
    { "水）」水", 3.5 }, { "水・水", 3 },     { "水」」」水", 4 }, { "水。", 1.5 },
    { "水！", 2 },       { "水：「水", 4 },

  };
  g_autoptr (LiaisonTypesetter) typesetter = new_typesetter ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (ABS (measure (typesetter, cases[i].text) - cases[i].squares) > 0.01)
      g_error ("“%s” is %g squares wide", cases[i].text, measure (typesetter, cases[i].text));
  g_assert_cmpfloat_with_epsilon (measure (typesetter, "水。¹"), 1.5 + measure (typesetter, "¹"),
                                  0.01);
}

/* Latin letters and digits stand off a little, but not from signs, nor where a blank is already. */
static void
test_latin (void)
{
  g_autoptr (LiaisonTypesetter) typesetter = new_typesetter ();
  double digit = measure (typesetter, "1"), blank = measure (typesetter, "1 1") - 2 * digit;

  g_assert_cmpfloat_with_epsilon (measure (typesetter, "水1水"), 2.25 + digit, 0.01);
  g_assert_cmpfloat_with_epsilon (measure (typesetter, "水 1"), 1 + digit + blank, 0.01);
  g_assert_cmpfloat_with_epsilon (measure (typesetter, "、1、水"), 3 + digit, 0.01);
}

static void
test_judge (void)
{
  /* Each worse than the one before, or as bad. */
  static const struct
  {
    const char *before, *after;
    gboolean worse;
  } cases[] = {
    { "、", "水", FALSE }, { "・", "ル", FALSE }, { "水", "「", FALSE }, { "の", "水", TRUE },
    { "水", "ポ", TRUE },  { "水", "を", TRUE },  { "水", "害", FALSE }, { "ポ", "ン", TRUE },
    { "3", "日", TRUE },   { "月", "3", FALSE },  { "日", "～", FALSE },
  };
  guint last = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint now = liaison_squares_judge (g_utf8_get_char (cases[i].before),
                                         g_utf8_get_char (cases[i].after));

      g_assert_true (cases[i].worse ? now > last : now == last);
      last = now;
    }
  g_assert_cmpuint (last, ==, LIAISON_SQUARES_WORST);
}

/* Lines as people who read the language would end them, on as few as they can be. */
static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    double squares;
    const char *lines;
  } cases[] = {
    { "ピーテル・ファン・フーケンダール", 9.2, "ピーテル・ファン・|フーケンダール" },
    { "若葉建物判定チーム", 7.2, "若葉建物判定|チーム" },
    { "調整センターの日本連絡幹部", 12.2, "調整センターの|日本連絡幹部" },
    { "2026年12月29日～2027年1月3日", 13.5, "2026年12月29日～|2027年1月3日" },
    { "二名署名によるサイバー演習網の消去", 16.2, "二名署名による|サイバー演習網の消去" },
    { "演習", 1.2, "演|習" },
    { "1月28日～2月25日水害害害害害害", 8.9, "1月28日～|2月25日水害害害|害害害" },
  };
  g_autoptr (LiaisonTypesetter) typesetter = new_typesetter ();
  const LiaisonTypeStyle *face = liaison_typesetter_get_face (typesetter, &liaison_type_cell);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LiaisonShapedParagraph paragraph = { 0 };
      g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (GString) lines = g_string_new (NULL);
      const char *text = cases[i].text;
      guint at = 0;

      liaison_shape_paragraph (typesetter, text, (int) strlen (text), face, &paragraph);
      g_assert_true (liaison_squares_break (&paragraph, cases[i].squares * face->size, ends));
      for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c), at++)
        {
          for (guint e = 0; e + 1 < ends->len; e++)
            if (g_array_index (ends, guint, e) == at)
              g_string_append_c (lines, '|');
          g_string_append_unichar (lines, g_utf8_get_char (c));
        }
      g_assert_cmpstr (lines->str, ==, cases[i].lines);
      liaison_shaped_paragraph_clear (&paragraph);
    }
}

/* A word that no line holds is left to the other way. */
static void
test_too_long (void)
{
  g_autoptr (LiaisonTypesetter) typesetter = new_typesetter ();
  const LiaisonSetting *setting = liaison_typesetter_set (
      typesetter, "水wrzosowska@lantern.example水害害害", &liaison_type_cell, 30);

  g_assert_cmpuint (liaison_setting_get_n_lines (setting), >, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/squares/signs", test_signs);
  g_test_add_func ("/pack/squares/latin", test_latin);
  g_test_add_func ("/pack/squares/judge", test_judge);
  g_test_add_func ("/pack/squares/lines", test_lines);
  g_test_add_func ("/pack/squares/too-long", test_too_long);
  return g_test_run ();
}
