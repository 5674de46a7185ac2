/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/dates.h"

#include "catalogues.h"
#include "record/duration.h"
#include "words/range.h"

#include <string.h>

/* 2027-05-14T13:00Z, a Friday. */
#define MAY_14      1810299600
#define MAY_14_DAYS 20952

/* ICU's wording differs between its versions, so what is asserted is what must be in it. */
static void
assert_has (const char *text, const char *part)
{
  if (!strstr (text, part))
    g_error ("\"%s\" lacks \"%s\"", text, part);
}

static void
test_is_gregorian_everywhere (void)
{
  static const char *const tags[] = { "en",    "fr", "th", "fa-AF", "ja",
                                      "ar-SA", "he", "am", "pt-BR", "zh-Hant" };

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      const char *const none[] = { NULL };
      g_autoptr (LiaisonWords) words =
          liaison_words_new_with_digits (tags[i], none, LIAISON_DIGITS_WESTERN);
      g_autofree char *medium =
          liaison_words_format_date (words, MAY_14, NULL, LIAISON_DATE_MEDIUM);
      g_autofree char *full = liaison_words_format_day (words, MAY_14_DAYS, LIAISON_DATE_FULL);

      assert_has (medium, "2027");
      assert_has (medium, "14");
      assert_has (full, "2027");
      assert_has (full, "14");
    }
}

/* Each part isolated, and the whole as the language runs. */
static void
test_ranges (void)
{
  static const struct
  {
    const char *tag, *from, *to;
    LiaisonRange style;
    const char *told;
  } cases[] = {
    { "en", "9:00", "10:30", LIAISON_RANGE_CLOSE,
      "\u2066\u20689:00\u2069–\u206810:30\u2069\u2069" },
    { "fr", "1 mai", "2 mai", LIAISON_RANGE_OPEN,
      "\u2066\u20681 mai\u2069 – \u20682 mai\u2069\u2069" },
    { "de", NULL, "2. Mai", LIAISON_RANGE_OPEN, "\u2066– \u20682. Mai\u2069\u2069" },
    { "ar", "٩:٠٠", "١٠:٣٠", LIAISON_RANGE_CLOSE,
      "\u2067\u2068٩:٠٠\u2069–\u2068١٠:٣٠\u2069\u2069" },
    { "ja", "5月1日", "5月2日", LIAISON_RANGE_OPEN,
      "\u2066\u20685月1日\u2069～\u20685月2日\u2069\u2069" },
    { "ja", "9:00", "10:30", LIAISON_RANGE_CLOSE,
      "\u2066\u20689:00\u2069～\u206810:30\u2069\u2069" },
    { "zh-Hant", "5月1日", NULL, LIAISON_RANGE_OPEN, "\u2066\u20685月1日\u2069～\u2069" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const none[] = { NULL };
      g_autoptr (LiaisonWords) words = liaison_words_new (cases[i].tag, none);
      g_autofree char *told =
          liaison_words_format_range (words, cases[i].from, cases[i].to, cases[i].style);

      g_assert_cmpstr (told, ==, cases[i].told);
    }
}

static void
test_styles (void)
{
  static const struct
  {
    const char *tag;
    LiaisonDateStyle style;
    const char *parts[3];
  } cases[] = {
    { "en", LIAISON_DATE_SHORT, { "14", "May" } },
    { "en", LIAISON_DATE_MEDIUM, { "14", "May", "2027" } },
    { "en", LIAISON_DATE_WEEKDAY_SHORT, { "Fri", "14", "May" } },
    { "en", LIAISON_DATE_FULL, { "Friday", "14", "2027" } },
    { "en", LIAISON_DATE_MONTH, { "May", "2027" } },
    { "fr", LIAISON_DATE_FULL, { "vendredi", "14", "mai 2027" } },
    { "es", LIAISON_DATE_WEEKDAY, { "viernes" } },
    { "ja", LIAISON_DATE_FULL, { "2027年", "5月", "金曜日" } },
    { "ar", LIAISON_DATE_WEEKDAY, { "الجمعة" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonWords) words = catalogues_new_words (cases[i].tag, NULL);
      g_autofree char *text = liaison_words_format_day (words, MAY_14_DAYS, cases[i].style);

      for (gsize j = 0; j < G_N_ELEMENTS (cases[i].parts) && cases[i].parts[j]; j++)
        assert_has (text, cases[i].parts[j]);
    }
}

/* An ordinal in French, and there alone. */
static void
test_first_of_month (void)
{
  const gint32 october = MAY_14_DAYS + 140;
  static const struct
  {
    const char *tag;
    LiaisonDateStyle style;
    const char *text;
  } cases[] = {
    { "fr", LIAISON_DATE_FULL, "vendredi 1er octobre 2027" },
    { "fr", LIAISON_DATE_MEDIUM, "1er oct. 2027" },
    { "fr", LIAISON_DATE_MONTH, "octobre 2027" },
    { "en", LIAISON_DATE_MEDIUM, "1 Oct 2027" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonWords) words = catalogues_new_words (cases[i].tag, NULL);
      g_autofree char *text = liaison_words_format_day (words, october, cases[i].style);
      g_autofree char *eleventh = liaison_words_format_day (words, october + 10, cases[i].style);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_null (strstr (eleventh, "1er"));
    }
}

static void
test_short_styles_leave_the_year_out (void)
{
  g_autoptr (LiaisonWords) words = catalogues_new_words ("fr", NULL);
  g_autofree char *text = liaison_words_format_day (words, MAY_14_DAYS, LIAISON_DATE_SHORT);

  g_assert_null (strstr (text, "27"));
}

static void
test_shows_zones (void)
{
  static const struct
  {
    gint64 seconds;
    const char *zone, *time, *day;
  } cases[] = {
    { MAY_14, NULL, "13:00", "14" },
    { MAY_14, "Europe/Oslo", "15:00", "14" },
    { MAY_14, "Asia/Kathmandu", "18:45", "14" },
    { MAY_14, "Pacific/Kiritimati", "03:00", "15" }, /* beyond the date line */
    { MAY_14, "Pacific/Pago_Pago", "02:00", "14" },
    { MAY_14, "Nowhere/At_All", "13:00", "14" },
    /* 2027-03-28 and 2027-10-31: clocks in Oslo jump forward and back at 01:00Z. */
    { 1806195599, "Europe/Oslo", "01:59", "28" },
    { 1806195600, "Europe/Oslo", "03:00", "28" },
    { 1824944399, "Europe/Oslo", "02:59", "31" },
    { 1824944400, "Europe/Oslo", "02:00", "31" },
    { 1835395200, NULL, "00:00", "29" }, /* midnight of 29 February 2028 */
    { -1, NULL, "23:59", "31" },
  };
  g_autoptr (LiaisonWords) words = catalogues_new_words ("en", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *time = liaison_words_format_time (words, cases[i].seconds, cases[i].zone);
      g_autofree char *date =
          liaison_words_format_date (words, cases[i].seconds, cases[i].zone, LIAISON_DATE_MEDIUM);
      g_autofree char *both = liaison_words_format_date_time (
          words, cases[i].seconds, cases[i].zone, LIAISON_DATE_TIME_FULL);

      g_assert_cmpstr (time, ==, cases[i].time);
      assert_has (date, cases[i].day);
      assert_has (both, cases[i].time);
      assert_has (both, cases[i].day);
    }
}

static void
test_says_utc (void)
{
  g_autoptr (LiaisonWords) words = catalogues_new_words ("en", NULL);
  g_autofree char *text =
      liaison_words_format_date_time (words, MAY_14, "Europe/Oslo", LIAISON_DATE_TIME_UTC);

  assert_has (text, "13:00");
  assert_has (text, "UTC");
}

static void
test_writes_digits_asked_for (void)
{
  const char *const none[] = { NULL };
  static const struct
  {
    const char *tag;
    LiaisonDigits digits;
    const char *year;
  } cases[] = {
    { "ar-EG", LIAISON_DIGITS_USUAL, "٢٠٢٧" }, { "ar-EG", LIAISON_DIGITS_WESTERN, "2027" },
    { "ar-MA", LIAISON_DIGITS_USUAL, "2027" }, { "ar-MA", LIAISON_DIGITS_NATIVE, "٢٠٢٧" },
    { "fa", LIAISON_DIGITS_NATIVE, "۲۰۲۷" },   { "fr", LIAISON_DIGITS_NATIVE, "2027" },
    { "hi", LIAISON_DIGITS_NATIVE, "२०२७" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonWords) words =
          liaison_words_new_with_digits (cases[i].tag, none, cases[i].digits);
      g_autofree char *text = liaison_words_format_day (words, MAY_14_DAYS, LIAISON_DATE_MEDIUM);

      assert_has (text, cases[i].year);
    }
}

static void
test_relative_days (void)
{
  g_autoptr (LiaisonWords) en = catalogues_new_words ("en", NULL);
  g_autoptr (LiaisonWords) fr = catalogues_new_words ("fr", NULL);
  g_autofree char *later = liaison_words_format_relative_days (en, 12);
  g_autofree char *past = liaison_words_format_relative_days (en, -3);
  g_autofree char *today = liaison_words_format_relative_days (fr, 0);

  g_assert_cmpstr (later, ==, "in 12 days");
  g_assert_cmpstr (past, ==, "3 days ago");
  assert_has (today, "hui");
}

static void
test_first_weekday (void)
{
  static const struct
  {
    const char *tag;
    guint day;
  } cases[] = { { "en", 1 }, { "fr", 1 }, { "en-US", 7 }, { "ar-EG", 6 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonWords) words = catalogues_new_words (cases[i].tag, NULL);

      g_assert_cmpuint (liaison_words_get_first_weekday (words), ==, cases[i].day);
    }
}

static void
test_unset_is_empty (void)
{
  g_autoptr (LiaisonWords) words = catalogues_new_words ("en", NULL);
  g_autofree char *text = liaison_words_format_day (words, LIAISON_DATE_UNSET, LIAISON_DATE_FULL);

  g_assert_cmpstr (text, ==, "");
}

/* Days are told once where they have a month or a year in common; a line may end at the dash only.
 */
static void
test_days (void)
{
  static const struct
  {
    const char *tag;
    gint32 first, last;
    const char *parts[3], *without;
  } cases[] = {
    { "en", MAY_14_DAYS, MAY_14_DAYS, { "14", "May", "2027" }, "–" },
    { "en", MAY_14_DAYS, MAY_14_DAYS + 2, { "14–16", "May", "2027" }, " " },
    { "en", MAY_14_DAYS, MAY_14_DAYS + 20, { "14", "May", "3\u00a0Jun" }, "2027 " },
    { "fr", MAY_14_DAYS - 13, MAY_14_DAYS, { "1er–14", "mai", "2027" }, "14er" },
    { "fr", MAY_14_DAYS, MAY_14_DAYS + 18, { "14", "mai", "1er\u00a0juin" }, "2027 " },
    { "de", MAY_14_DAYS, MAY_14_DAYS + 2, { "14.–16.", "Mai", "2027" }, " " },
    { "ja", MAY_14_DAYS, MAY_14_DAYS + 2, { "2027", "14", "16" }, "June" },
  };
  const char *const none[] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonWords) words =
          liaison_words_new_with_digits (cases[i].tag, none, LIAISON_DIGITS_WESTERN);
      g_autofree char *told = liaison_words_format_days (words, cases[i].first, cases[i].last);

      for (gsize p = 0; p < G_N_ELEMENTS (cases[i].parts); p++)
        assert_has (told, cases[i].parts[p]);
      g_assert_null (strstr (told, cases[i].without));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/dates/is-gregorian-everywhere", test_is_gregorian_everywhere);
  g_test_add_func ("/words/dates/ranges", test_ranges);
  g_test_add_func ("/words/dates/styles", test_styles);
  g_test_add_func ("/words/dates/first-of-month", test_first_of_month);
  g_test_add_func ("/words/dates/short-styles-leave-the-year-out",
                   test_short_styles_leave_the_year_out);
  g_test_add_func ("/words/dates/shows-zones", test_shows_zones);
  g_test_add_func ("/words/dates/says-utc", test_says_utc);
  g_test_add_func ("/words/dates/writes-digits-asked-for", test_writes_digits_asked_for);
  g_test_add_func ("/words/dates/relative-days", test_relative_days);
  g_test_add_func ("/words/dates/first-weekday", test_first_weekday);
  g_test_add_func ("/words/dates/unset-is-empty", test_unset_is_empty);
  g_test_add_func ("/words/dates/days", test_days);
  return g_test_run ();
}
