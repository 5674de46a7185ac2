/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/hyphenator.h"
#include "pack/typesetter-private.h"

#include <glib/gstdio.h>
#include <string.h>

static LiaisonHyphenator *
read_text (const char *text, gssize length, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("liaison-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "hyph_xx.dic", NULL);
  LiaisonHyphenator *self;

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  self = liaison_hyphenator_read (path, error);
  g_remove (path);
  g_rmdir (folder);
  return self;
}

static char *
part (const LiaisonHyphenator *self, const char *word)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  GString *parted = g_string_new (word);

  liaison_hyphenator_part (self, word, strlen (word), places);
  for (guint i = places->len; i > 0; i--)
    g_string_insert_c (parted, g_array_index (places, guint, i - 1), '-');
  return g_string_free (parted, FALSE);
}

/* Liang's own example. */
static void
test_patterns (void)
{
  static const char patterns[] = "UTF-8\n% comment\nLEFTHYPHENMIN 1\nhy3ph\nhe2n\nhena4\nhen5at\n"
                                 "1na\nn2at\n1tio\n2io\no2n\nweird/=,1,2\n";
  static const struct
  {
    const char *word, *parted;
  } cases[] = {
    { "hyphenation", "hy-phen-ation" },
    { "Hyphenation", "Hy-phen-ation" },
    { "hyph", "hyph" },
    { "", "" },
    { "日本語", "日本語" },
  };
  g_autoptr (LiaisonHyphenator) self = read_text (patterns, -1, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *parted = part (self, cases[i].word);

      g_assert_cmpstr (parted, ==, cases[i].parted);
    }
}

/* Words that are longer than any. */
static void
test_long (void)
{
  g_autoptr (LiaisonHyphenator) self = read_text ("UTF-8\n1b\n", -1, NULL);
  g_autofree char *word = g_strnfill (5000, 'b'), *parted = part (self, word);

  g_assert_cmpstr (parted, ==, word);
}

/* Compounds first, then their parts; and a character set that is not UTF-8. */
static void
test_levels (void)
{
  static const char patterns[] = "ISO8859-1\nhaus1t\xfc"
                                 "r\nNEXTLEVEL\n1s\xfc\n.t\xfc"
                                 "1re\n";
  g_autoptr (LiaisonHyphenator) self = read_text (patterns, sizeof patterns - 1, NULL);
  g_autofree char *parted = part (self, "haustüren"), *other = part (self, "dietüren");

  g_assert_cmpstr (parted, ==, "haus-tü-ren");
  g_assert_cmpstr (other, ==, "dietüren");
}

static void
test_refusals (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text ("NONE SUCH\n1a\n", -1, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (read_text ("UTF-8\n\xff\xfe\n", -1, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (liaison_hyphenator_read ("/nowhere/hyph_xx.dic", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (liaison_hyphenator_new ("ar"));
  g_assert_cmpstr (liaison_hyphenator_find_package ("de-AT"), ==, "hyphen-de");
  g_assert_cmpstr (liaison_hyphenator_find_package ("en-US"), ==, "hyphen-en-us");
  g_assert_null (liaison_hyphenator_find_package ("ja"));
}

static LiaisonTypesetter *
new_typesetter (const char *language, gboolean right_to_left, const char *patterns)
{
  LiaisonTypesetter *self = liaison_typesetter_new (language, right_to_left);

  g_clear_pointer (&self->hyphenator, liaison_hyphenator_free);
  if (patterns != NULL)
    self->hyphenator = read_text (patterns, -1, NULL);
  return self;
}

/* What a line shows, in the order of its bytes where it runs one way. */
static char *
tell (const LiaisonSetLine *line)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < line->n_runs; i++)
    g_string_append_len (text, line->runs[i].text, line->runs[i].n_bytes);
  return g_string_free (text, FALSE);
}

/* Words end with a hyphen where they are parted; addresses and codes are not. */
static void
test_lines (void)
{
  static const struct
  {
    const char *text, *first;
  } cases[] = {
    { "aaaaabbbbb aaaaabbbbb", "aaaaa-" },
    { "mail@aaaaabbbbb aaaaabbbbb", NULL },
    { "AAAAABBBBB AAAAABBBBB", NULL },
  };
  g_autoptr (LiaisonTypesetter) self = new_typesetter ("fr", FALSE, "UTF-8\n1b4b4b4b4b\n");
  const LiaisonTypeStyle style = { .size = 10, .leading = 14, .weight = 400, .tag = "P" };
  const LiaisonTypeStyle *added = liaison_typesetter_add_style (self, &style);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LiaisonSetting *setting = liaison_typesetter_set (self, cases[i].text, added, 40);
      g_autofree char *first = tell (&setting->lines[0]);

      g_assert_cmpuint (setting->n_lines, >, 1);
      if (cases[i].first != NULL)
        g_assert_cmpstr (first, ==, cases[i].first);
      else
        g_assert_null (strchr (first, '-'));
      for (guint line = 0; line < setting->n_lines; line++)
        g_assert_cmpfloat (setting->lines[line].width, <=, 40.02);
    }
}

/* No fewer than three letters stand before a hyphen; names stay whole but in German, where all
 * nouns look like one. */
static void
test_hyphens (void)
{
  static const struct
  {
    const char *language, *text;
    gboolean parted;
  } cases[] = {
    { "fr", "La aaaaabbbbb", TRUE },    { "fr", "La Aaaaabbbbb", FALSE },
    { "fr", "Ici. Aaaaabbbbb", TRUE },  { "de", "Die Aaaaabbbbb", TRUE },
    { "fr", "Jean-Aaaaabbbbb", FALSE }, { "fr", "La aabbbbbb", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonTypesetter) self =
          new_typesetter (cases[i].language, FALSE, "UTF-8\n1b4b4b4b4b\n");
      const LiaisonTypeStyle *style = liaison_typesetter_add_style (self, &liaison_type_cell);
      LiaisonShapedParagraph shaped = { 0 };
      guint n = 0;

      liaison_shape_paragraph (self, cases[i].text, (int) strlen (cases[i].text), style, &shaped);
      for (guint c = 0; c < shaped.n_cuts; c++)
        n += shaped.cuts[c].hyphen;
      g_assert_cmpint (n > 0, ==, cases[i].parted);
      liaison_shaped_paragraph_clear (&shaped);
    }
}

/* "w domu": Polish leaves no word of one letter at the end of a line, French does. */
static void
test_bound_words (void)
{
  static const char *const languages[] = { "pl", "cs", "sk", "fr", "en" };
  static const char text[] = "Dom a sad i las w lesie z wilkiem o nocy";

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (LiaisonTypesetter) self = new_typesetter (languages[i], FALSE, NULL);
      const LiaisonTypeStyle *style = liaison_typesetter_add_style (self, &liaison_type_cell);
      guint n = 0;

      /* Narrower lines would have to be broken between letters. */
      for (double width = 60; width < 130; width += 2)
        {
          const LiaisonSetting *setting = liaison_typesetter_set (self, text, style, width);

          for (guint line = 0; line + 1 < setting->n_lines; line++)
            {
              g_autofree char *told = g_strchomp (tell (&setting->lines[line]));
              gsize length = strlen (told);

              n += length == 1 || (length > 1 && told[length - 2] == ' ');
            }
        }
      g_assert_cmpint (n > 0, ==, i >= 3);
    }
}

/* All glyphs of a line lie between its edges, none on another: also where it runs both ways, and
 * where it is moved apart. */
static void
check_line (const LiaisonSetting *setting, const LiaisonSetLine *line, double width)
{
  double factor = setting->size->factor, least = 1e9;

  for (guint r = 0; r < line->n_runs; r++)
    for (int g = 0; g < line->runs[r].n_glyphs; g++)
      {
        double x = (line->runs[r].glyphs[g].x + line->runs[r].shift) * factor;

        /* The blank after its last word hangs out. */
        g_assert_cmpfloat (x, >, -3);
        g_assert_cmpfloat (x, <, line->width * factor + 2);
        least = MIN (least, x);
      }
  g_assert_cmpfloat (least, <, 12);
  g_assert_cmpfloat (line->width * factor, <=, width + 0.02);
}

/* Numbers are isolated where lines run from right to left. */
static gsize
count_without_blanks (const char *text)
{
  gsize n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c != ' ' && (c < 0x2066 || c > 0x2069))
        n += (gsize) (g_utf8_next_char (text) - text);
    }
  return n;
}

static void
test_both_ways (void)
{
  static const char text[] =
      "يصل فريق Harbour Lantern 27 إلى المقر الساعة 08:30 يوم 25 أكتوبر، ثم يتصل على 555-0100 "
      "بضابط "
      "الاتصال (LO-07) قبل الساعة 12:00 في قاعة Sør-Trøndelag ويسلم الوثائق المطلوبة كلها هناك.";
  static const double widths[] = { 90, 130, 200, 301.5 };
  g_autoptr (LiaisonTypesetter) self = new_typesetter ("ar", TRUE, NULL);
  const LiaisonTypeStyle *style = liaison_typesetter_add_style (self, &liaison_type_text);

  for (gsize w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      const LiaisonSetting *setting = liaison_typesetter_set (self, text, style, widths[w]);
      gsize n_bytes = 0;

      g_assert_cmpuint (setting->n_lines, >, 1);
      for (guint i = 0; i < setting->n_lines; i++)
        {
          g_autofree char *told = tell (&setting->lines[i]);

          check_line (setting, &setting->lines[i], widths[w]);
          n_bytes += count_without_blanks (told);
          if (i + 1 < setting->n_lines && widths[w] > 150)
            g_assert_cmpfloat_with_epsilon (setting->lines[i].width * setting->size->factor,
                                            widths[w], 0.02);
        }
      /* Nothing is lost but blanks. */
      g_assert_cmpuint (n_bytes, ==, count_without_blanks (text));
    }
}

/* Where lines end between words there is still a blank for those who are read them. */
static void
test_blanks (void)
{
  static const char english[] = "The mayor asks whether anybody is in charge of the harbour again";
  static const char arabic[] = "يسأل رئيس البلدية هل هناك من يدير الميناء مرة أخرى في الصباح";
  const struct
  {
    const char *language, *text;
    const LiaisonTypeStyle *style;
  } cases[] = { { "en", english, &liaison_type_cell },
                { "en", english, &liaison_type_text },
                { "ar", arabic, &liaison_type_cell } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonTypesetter) self = new_typesetter (cases[i].language, i == 2, NULL);
      const LiaisonTypeStyle *style = liaison_typesetter_add_style (self, cases[i].style);
      const LiaisonSetting *setting = liaison_typesetter_set (self, cases[i].text, style, 90);
      g_autoptr (GString) all = g_string_new (NULL);

      g_assert_cmpuint (setting->n_lines, >, 2);
      for (guint line = 0; line < setting->n_lines; line++)
        {
          g_autofree char *told = tell (&setting->lines[line]);

          check_line (setting, &setting->lines[line], 90);
          g_string_append (all, told);
        }
      g_assert_cmpstr (all->str, ==, cases[i].text);
    }
}

/* Japanese lines end evenly, and no mark stands at the beginning of a line. */
static void
test_wide (void)
{
  static const char text[] =
      "この演習は、参加国が一つの港で協力する方法を試すものです。各国の連絡官は、"
      "毎朝の会議で前日の出来事を報告し、当日の予定を確認します。「緊急時」には、"
      "まず電話で知らせ、次に書面で知らせてください。";
  g_autoptr (LiaisonTypesetter) self = new_typesetter ("ja", FALSE, NULL);
  const LiaisonTypeStyle *style = liaison_typesetter_add_style (self, &liaison_type_text);
  const LiaisonSetting *setting = liaison_typesetter_set (self, text, style, 201);

  g_assert_cmpuint (setting->n_lines, >, 3);
  for (guint i = 0; i < setting->n_lines; i++)
    {
      g_autofree char *told = tell (&setting->lines[i]);

      check_line (setting, &setting->lines[i], 201);
      g_assert_false (g_str_has_prefix (told, "、") || g_str_has_prefix (told, "。")
                      || g_str_has_prefix (told, "」"));
      if (i + 1 < setting->n_lines)
        g_assert_cmpfloat_with_epsilon (setting->lines[i].width * setting->size->factor, 201, 0.02);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/hyphenator/patterns", test_patterns);
  g_test_add_func ("/pack/hyphenator/long", test_long);
  g_test_add_func ("/pack/hyphenator/levels", test_levels);
  g_test_add_func ("/pack/hyphenator/refusals", test_refusals);
  g_test_add_func ("/pack/lines/hyphens", test_lines);
  g_test_add_func ("/pack/lines/hyphens/names", test_hyphens);
  g_test_add_func ("/pack/lines/bound-words", test_bound_words);
  g_test_add_func ("/pack/lines/both-ways", test_both_ways);
  g_test_add_func ("/pack/lines/blanks", test_blanks);
  g_test_add_func ("/pack/lines/wide", test_wide);
  return g_test_run ();
}
