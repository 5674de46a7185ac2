/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/numbers.h"
#include "words/printed.h"

#include "catalogues.h"
#include "record/duration.h"
#include "words/sentence.h"

#include <string.h>

static void
assert_has (const char *text, const char *part)
{
  if (!strstr (text, part))
    g_error ("\"%s\" lacks \"%s\"", text, part);
}

static void
test_integers (void)
{
  g_autoptr (LiaisonWords) en = catalogues_new_words ("en", NULL);
  g_autoptr (LiaisonWords) ar = catalogues_new_words ("ar-EG", NULL);
  g_autofree char *plain = liaison_words_format_integer (en, 1234567);
  g_autofree char *negative = liaison_words_format_integer (en, -5);
  g_autofree char *least = liaison_words_format_integer (en, G_MININT64);
  g_autofree char *arabic = liaison_words_format_integer (ar, 105);

  g_assert_cmpstr (plain, ==, "1,234,567");
  g_assert_cmpstr (negative, ==, "-5");
  g_assert_cmpstr (least, ==, "-9,223,372,036,854,775,808");
  g_assert_cmpstr (arabic, ==, "١٠٥");
}

static void
test_numbers_and_percent (void)
{
  g_autoptr (LiaisonWords) en = catalogues_new_words ("en", NULL);
  g_autoptr (LiaisonWords) fr = catalogues_new_words ("fr", NULL);
  g_autofree char *dot = liaison_words_format_number (en, 2.5);
  g_autofree char *comma = liaison_words_format_number (fr, 2.5);
  g_autofree char *whole = liaison_words_format_number (en, 3);
  g_autofree char *percent = liaison_words_format_percent (en, 0.256);

  g_assert_cmpstr (dot, ==, "2.5");
  g_assert_cmpstr (comma, ==, "2,5");
  g_assert_cmpstr (whole, ==, "3");
  g_assert_cmpstr (percent, ==, "26%");
}

static char *
join (const char *tag, LiaisonListKind kind, const char *const *texts)
{
  g_autoptr (LiaisonWords) words = catalogues_new_words (tag, NULL);

  return liaison_words_format_list (words, texts, g_strv_length ((char **) texts), kind);
}

#define ISOLATED(text) "\u2068" text "\u2069"

static void
test_lists (void)
{
  static const char *const italy[] = { "Francia", "Italia", NULL };
  static const char *const spain[] = { "Italia", "España", NULL };
  static const char *const one[] = { "Norge", NULL };
  static const char *const none[] = { NULL };
  static const char *const three[] = { "A", "B", "C", NULL };
  g_autofree char *e = join ("es", LIAISON_LIST_AND, italy);
  g_autofree char *y = join ("es", LIAISON_LIST_AND, spain);
  g_autofree char *alone = join ("es", LIAISON_LIST_AND, one);
  g_autofree char *nothing = join ("es", LIAISON_LIST_AND, none);
  g_autofree char *et = join ("fr", LIAISON_LIST_AND, three);
  g_autofree char * or = join ("en", LIAISON_LIST_OR, three);

  g_assert_cmpstr (e, ==, ISOLATED ("Francia") " e " ISOLATED ("Italia"));
  g_assert_cmpstr (y, ==, ISOLATED ("Italia") " y " ISOLATED ("España"));
  g_assert_cmpstr (alone, ==, ISOLATED ("Norge"));
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (et, ==, ISOLATED ("A") ", " ISOLATED ("B") " et " ISOLATED ("C"));
  assert_has (or, "or " ISOLATED ("C"));
}

/* Whatever an element is, it comes back whole, in its place, between isolates. */
static void
test_lists_keep_odd_elements (void)
{
  static const char *const odd[] = { "{0} & <b>", "",     ", and", "النرويج", "日本",
                                     "same",      "same", "x\ny",  NULL };
  static const char *const tags[] = { "en", "ar", "ja", "es", "he" };

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autofree char *text = join (tags[i], LIAISON_LIST_AND, odd);
      const char *at = text;

      for (gsize j = 0; odd[j]; j++)
        {
          g_autofree char *isolated = g_strconcat ("\u2068", odd[j], "\u2069", NULL);

          at = strstr (at, isolated);
          g_assert_nonnull (at);
          at += strlen (isolated);
        }
    }
}

static void
test_lists_survive_bad_bytes (void)
{
  static const char *const bad[] = { "\xff\xfe", "B", NULL };
  g_autofree char *text = join ("en", LIAISON_LIST_AND, bad);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  assert_has (text, ISOLATED ("B"));
}

static void
test_durations (void)
{
  static const struct
  {
    const char *tag;
    gint64 seconds;
    const char *parts[4];
    const char *absent;
  } cases[] = {
    { "fr", 9000, { "2", "h", "30", "min" }, "s" },
    { "en", 86400, { "1", "day" }, "0" },
    { "en", 93784, { "1 day", "2", "3", "4" }, "0" },
    { "en", 45, { "45", "s" }, "0" },
    { "en", 0, { "0", "min" }, "h" },
    { "en", -1800, { "-30", "min" }, "0 h" },
    { "en", -93600, { "-1 day", "2" }, "-2" },
    { "ar-EG", 1800, { "٣٠" }, "30" },
    { "en", -G_MAXINT64, { "-106,751,991,167,300" }, "--" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonWords) words = catalogues_new_words (cases[i].tag, NULL);
      g_autofree char *text = liaison_words_format_duration (words, cases[i].seconds);
      const char *at = text;

      for (gsize j = 0; j < G_N_ELEMENTS (cases[i].parts) && cases[i].parts[j]; j++)
        {
          assert_has (at, cases[i].parts[j]);
          at = strstr (at, cases[i].parts[j]);
        }
      g_test_message ("%s", text);
      g_assert_null (strstr (text, cases[i].absent));
    }
}

static void
test_unset_duration_is_empty (void)
{
  g_autoptr (LiaisonWords) words = catalogues_new_words ("en", NULL);
  g_autofree char *text = liaison_words_format_duration (words, LIAISON_DURATION_UNSET);

  g_assert_cmpstr (text, ==, "");
}

static void
assert_prints (const char *tag, const char *expected, const char *format, ...)
{
  g_autoptr (LiaisonWords) words = catalogues_new_words (tag, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  va_list arguments;

  va_start (arguments, format);
  liaison_words_append_printed (words, text, format, arguments);
  va_end (arguments);
  g_assert_cmpstr (text->str, ==, expected);
}

/* Only the numbers change: a serial or a time in a text stays, and so does what a format sets out.
 */
static void
test_printed (void)
{
  assert_prints ("ar-EG", "١٢ من EV-012", "%u من %s", 12u, "EV-012");
  assert_prints ("ar-EG", "EV-3: ٤٥ / ٧", "%2$s: %1$u / %3$d", 45u, "EV-3", 7);
  assert_prints ("ar-EG", "07:05, 100%, -2.5", "%02u:%02d, 100%%, %.1f", 7u, 5, -2.5);
  assert_prints ("en", "12,345 of -1", "%u of %d", 12345u, -1);
  assert_prints ("en", "no number", "no number");
  assert_prints ("en", "", "%s", "");
}

static void
assert_leads (const char *tag, const char *expected, const char *lead, const char *text)
{
  g_autoptr (LiaisonWords) words = catalogues_new_words (tag, NULL);
  g_autofree char *line = liaison_words_lead (words, lead, text);

  g_assert_cmpstr (line, ==, expected);
}

/* In Arabic the time stands at the right, also before an English title. */
static void
test_lead (void)
{
  assert_leads ("en", "09:30 Morning update", "09:30", "Morning update");
  assert_leads ("en", "Morning update", NULL, "Morning update");
  assert_leads ("ar", "\u200f٠٩:٣٠ \u2068Morning update\u2069", "٠٩:٣٠", "Morning update");
  assert_leads ("ar", "\u200fEV-3 \u2068إحاطة\u2069", "EV-3", "إحاطة");
  assert_leads ("ar", "إحاطة", NULL, "إحاطة");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/numbers/integers", test_integers);
  g_test_add_func ("/words/numbers/numbers-and-percent", test_numbers_and_percent);
  g_test_add_func ("/words/numbers/lists", test_lists);
  g_test_add_func ("/words/numbers/lists-keep-odd-elements", test_lists_keep_odd_elements);
  g_test_add_func ("/words/numbers/lists-survive-bad-bytes", test_lists_survive_bad_bytes);
  g_test_add_func ("/words/numbers/durations", test_durations);
  g_test_add_func ("/words/numbers/unset-duration-is-empty", test_unset_duration_is_empty);
  g_test_add_func ("/words/numbers/printed", test_printed);
  g_test_add_func ("/words/numbers/lead", test_lead);
  return g_test_run ();
}
