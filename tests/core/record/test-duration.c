/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/duration.h"

#include "record/instant.h"

#include <string.h>

#define DAY     G_GINT64_CONSTANT (86400)
#define CENTURY (36525 * DAY)

typedef struct
{
  const char *text;
  gint64 seconds;
} Spelling;

typedef struct
{
  const char *text;
  int code;
} Refusal;

/* A copy without a NUL, so that a memory checker sees a byte too many being read. */
static char *
copy_exactly (const char *text)
{
  return g_memdup2 (text, strlen (text));
}

static const Spelling canonical[] = {
  { "PT0S", 0 },
  { "PT1S", 1 },
  { "PT1M", 60 },
  { "PT2H30M", 9000 },
  { "PT23H59M59S", DAY - 1 },
  { "P1D", DAY },
  { "P1DT1S", DAY + 1 },
  { "P2DT3H", 2 * DAY + 10800 },
  { "P6D", 6 * DAY },
  { "P1W", 7 * DAY },
  { "P3W", 21 * DAY },
  { "P8D", 8 * DAY },
  { "P7DT1M", 7 * DAY + 60 },
  { "-PT15M", -900 },
  { "-P2W", -14 * DAY },
  { "-P1DT2H3M4S", -(DAY + 7384) },
  { "P36525D", CENTURY },
  { "-P36525D", -CENTURY },
};

static void
test_canonical (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (canonical); i++)
    {
      g_autofree char *text = copy_exactly (canonical[i].text);
      g_autoptr (GError) error = NULL;
      char written[LIAISON_DURATION_TEXT_SIZE];
      gint64 seconds = 0;

      g_test_message ("%s", canonical[i].text);
      g_assert_true (liaison_duration_parse (text, strlen (canonical[i].text), &seconds, &error));
      g_assert_no_error (error);
      g_assert_cmpint (seconds, ==, canonical[i].seconds);
      g_assert_cmpuint (liaison_duration_format (seconds, written), ==, strlen (written));
      g_assert_cmpstr (written, ==, canonical[i].text);
    }
}

static void
test_overfull_units_are_carried (void)
{
  static const struct
  {
    const char *text, *canonical;
  } spellings[] = {
    { "PT90M", "PT1H30M" }, { "PT24H", "P1D" },   { "P7D", "P1W" },
    { "PT3600S", "PT1H" },  { "P1DT24H", "P2D" }, { "-PT60S", "-PT1M" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      char written[LIAISON_DURATION_TEXT_SIZE];
      gint64 seconds;

      g_assert_true (
          liaison_duration_parse (spellings[i].text, strlen (spellings[i].text), &seconds, NULL));
      liaison_duration_format (seconds, written);
      g_assert_cmpstr (written, ==, spellings[i].canonical);
    }
}

static const Refusal refusals[] = {
  { "", LIAISON_TIME_ERROR_SYNTAX },
  { "P", LIAISON_TIME_ERROR_SYNTAX },
  { "PT", LIAISON_TIME_ERROR_SYNTAX },
  { "P1DT", LIAISON_TIME_ERROR_SYNTAX },
  { "-", LIAISON_TIME_ERROR_SYNTAX },
  { "+PT1H", LIAISON_TIME_ERROR_SYNTAX },
  { "-PT0S", LIAISON_TIME_ERROR_SYNTAX },
  { "P0D", LIAISON_TIME_ERROR_SYNTAX },
  { "PT0M", LIAISON_TIME_ERROR_SYNTAX },
  { "PT1H0M", LIAISON_TIME_ERROR_SYNTAX },
  { "PT01H", LIAISON_TIME_ERROR_SYNTAX },
  { "PT1.5H", LIAISON_TIME_ERROR_SYNTAX },
  { "PT1,5H", LIAISON_TIME_ERROR_SYNTAX },
  { "P1Y", LIAISON_TIME_ERROR_SYNTAX },
  { "P1M", LIAISON_TIME_ERROR_SYNTAX },
  { "P1H", LIAISON_TIME_ERROR_SYNTAX },
  { "PT1D", LIAISON_TIME_ERROR_SYNTAX },
  { "PT1W", LIAISON_TIME_ERROR_SYNTAX },
  { "P1W2D", LIAISON_TIME_ERROR_SYNTAX },
  { "P1DT2H3H", LIAISON_TIME_ERROR_SYNTAX },
  { "PT3M2H", LIAISON_TIME_ERROR_SYNTAX },
  { "PTT1H", LIAISON_TIME_ERROR_SYNTAX },
  { "PT1HT1M", LIAISON_TIME_ERROR_SYNTAX },
  { "pt1h", LIAISON_TIME_ERROR_SYNTAX },
  { "PT1h", LIAISON_TIME_ERROR_SYNTAX },
  { "PT1H ", LIAISON_TIME_ERROR_SYNTAX },
  { " PT1H", LIAISON_TIME_ERROR_SYNTAX },
  { "PT1", LIAISON_TIME_ERROR_SYNTAX },
  { "PT-1H", LIAISON_TIME_ERROR_SYNTAX },
  { "\xff\xfe", LIAISON_TIME_ERROR_SYNTAX },
  { "P36525DT1S", LIAISON_TIME_ERROR_RANGE },
  { "P5218W", LIAISON_TIME_ERROR_RANGE },
  { "P99999999999D", LIAISON_TIME_ERROR_RANGE },
  { "PT18446744073709551617S", LIAISON_TIME_ERROR_RANGE },
  { "PT3155760000M", LIAISON_TIME_ERROR_RANGE },
};

static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *shown = g_strescape (refusals[i].text, NULL);
      g_autofree char *text = copy_exactly (refusals[i].text);
      g_autoptr (GError) error = NULL;
      gint64 seconds = 77;

      g_test_message ("%s", shown);
      g_assert_false (liaison_duration_parse (text, strlen (refusals[i].text), &seconds, &error));
      g_assert_error (error, LIAISON_TIME_ERROR, refusals[i].code);
      g_assert_cmpint (seconds, ==, 77);
    }
}

static void
test_any_number_is_written (void)
{
  char text[LIAISON_DURATION_TEXT_SIZE];

  g_assert_cmpuint (liaison_duration_format (LIAISON_DURATION_UNSET, text), ==, 0);
  g_assert_cmpstr (text, ==, "");
  g_assert_cmpuint (liaison_duration_format_typed (LIAISON_DURATION_UNSET, text), ==, 0);
  liaison_duration_format (G_MAXINT64, text);
  g_assert_cmpstr (text, ==, "P106751991167300DT15H30M7S");
  liaison_duration_format (-G_MAXINT64, text);
  g_assert_cmpstr (text, ==, "-P106751991167300DT15H30M7S");
  liaison_duration_format_typed (-G_MAXINT64, text);
  g_assert_cmpstr (text, ==, "-106751991167300d15h30m7s");
}

static const Spelling typed[] = {
  { "2h", 7200 },
  { "90m", 5400 },
  { "90min", 5400 },
  { "90 Minutes", 5400 },
  { "1h30", 5400 },
  { "1 h 30", 5400 },
  { "2m30", 150 },
  { "1:30", 5400 },
  { "0:05", 300 },
  { "1:30:15", 5415 },
  { "100:00", 360000 },
  { "2d", 2 * DAY },
  { "2d4h", 2 * DAY + 14400 },
  { "2d 30min", 2 * DAY + 1800 },
  { "1w", 7 * DAY },
  { "1w2d", 9 * DAY },
  { "45s", 45 },
  { "2 h 30 min", 9000 },
  { "  2 H 30 MIN  ", 9000 },
  { "2hrs", 7200 },
  { "1 week", 7 * DAY },
  { "1.5h", 5400 },
  { "1,5 h", 5400 },
  { "0.25h", 900 },
  { "0.5d", DAY / 2 },
  { "1h 0.5m", 3630 },
  { "0", 0 },
  { "0h", 0 },
  { "0m", 0 },
  { "0:00", 0 },
  { "007m", 420 },
  { "-2h", -7200 },
  { "+2h", 7200 },
  { "\xe2\x88\x92"
    "2h",
    -7200 },
  { "- 1:30", -5400 },
  { "PT2H30M", 9000 },
  { "-PT15M", -900 },
  { " P3W ", 21 * DAY },
  { "36525d", CENTURY },
};

static void
test_typed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 seconds = 77;

      g_test_message ("%s", typed[i].text);
      g_assert_true (liaison_duration_parse_typed (typed[i].text, &seconds, &error));
      g_assert_no_error (error);
      g_assert_cmpint (seconds, ==, typed[i].seconds);
    }
}

static const Refusal typed_refusals[] = {
  { "", LIAISON_TIME_ERROR_SYNTAX },
  { "   ", LIAISON_TIME_ERROR_SYNTAX },
  { "-", LIAISON_TIME_ERROR_SYNTAX },
  { "h", LIAISON_TIME_ERROR_SYNTAX },
  { "90", LIAISON_TIME_ERROR_SYNTAX },
  { "2d4", LIAISON_TIME_ERROR_SYNTAX },
  { "45s30", LIAISON_TIME_ERROR_SYNTAX },
  { "30m2h", LIAISON_TIME_ERROR_SYNTAX },
  { "2h2h", LIAISON_TIME_ERROR_SYNTAX },
  { "2x", LIAISON_TIME_ERROR_SYNTAX },
  { "2 months", LIAISON_TIME_ERROR_SYNTAX },
  { "2h,", LIAISON_TIME_ERROR_SYNTAX },
  { "2h -30m", LIAISON_TIME_ERROR_SYNTAX },
  { "1:3", LIAISON_TIME_ERROR_SYNTAX },
  { "1:300", LIAISON_TIME_ERROR_SYNTAX },
  { "1:", LIAISON_TIME_ERROR_SYNTAX },
  { "1:30:15:10", LIAISON_TIME_ERROR_SYNTAX },
  { "1.5:30", LIAISON_TIME_ERROR_SYNTAX },
  { "1:30h", LIAISON_TIME_ERROR_SYNTAX },
  { "1.h", LIAISON_TIME_ERROR_SYNTAX },
  { "1.2345h", LIAISON_TIME_ERROR_SYNTAX },
  { ".5h", LIAISON_TIME_ERROR_SYNTAX },
  { "two hours", LIAISON_TIME_ERROR_SYNTAX },
  { "P", LIAISON_TIME_ERROR_SYNTAX },
  { "-Phew", LIAISON_TIME_ERROR_SYNTAX },
  { "\xd9\xa2h", LIAISON_TIME_ERROR_SYNTAX },
  { "\xff", LIAISON_TIME_ERROR_SYNTAX },
  { "1:60", LIAISON_TIME_ERROR_RANGE },
  { "1:30:60", LIAISON_TIME_ERROR_RANGE },
  { "0.001s", LIAISON_TIME_ERROR_RANGE },
  { "36525d1s", LIAISON_TIME_ERROR_RANGE },
  { "5218w", LIAISON_TIME_ERROR_RANGE },
  { "99999999999999999999999999s", LIAISON_TIME_ERROR_RANGE },
  { "3155760000w", LIAISON_TIME_ERROR_RANGE },
};

static void
test_typed_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed_refusals); i++)
    {
      g_autofree char *shown = g_strescape (typed_refusals[i].text, NULL);
      g_autoptr (GError) error = NULL;
      gint64 seconds = 77;

      g_test_message ("%s", shown);
      g_assert_false (liaison_duration_parse_typed (typed_refusals[i].text, &seconds, &error));
      g_assert_error (error, LIAISON_TIME_ERROR, typed_refusals[i].code);
      g_assert_cmpint (seconds, ==, 77);
    }
}

static void
test_typed_is_written_and_read_back (void)
{
  static const Spelling spellings[] = {
    { "0m", 0 },       { "45s", 45 },       { "2h30m", 9000 },
    { "3d", 3 * DAY }, { "2w", 14 * DAY },  { "8d1h", 8 * DAY + 3600 },
    { "-15m", -900 },  { "-1w", -7 * DAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      char text[LIAISON_DURATION_TEXT_SIZE];
      gint64 seconds;

      g_assert_cmpuint (liaison_duration_format_typed (spellings[i].seconds, text), ==,
                        strlen (spellings[i].text));
      g_assert_cmpstr (text, ==, spellings[i].text);
      g_assert_true (liaison_duration_parse_typed (text, &seconds, NULL));
      g_assert_cmpint (seconds, ==, spellings[i].seconds);
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    gint32 days;
  } dates[] = {
    { "1900-01-01", -25567 }, { "1969-12-31", -1 },    { "1970-01-01", 0 },
    { "2000-02-29", 11016 },  { "2024-02-29", 19782 }, { "2027-05-14", 20952 },
    { "2100-02-28", 47540 },  { "2100-03-01", 47541 }, { "2200-12-31", 84370 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *text = copy_exactly (dates[i].text);
      char written[LIAISON_DATE_TEXT_SIZE];
      gint32 days = 0;

      g_test_message ("%s", dates[i].text);
      g_assert_true (liaison_date_parse (text, strlen (dates[i].text), &days, NULL));
      g_assert_cmpint (days, ==, dates[i].days);
      g_assert_cmpuint (liaison_date_format (days, written), ==, 10);
      g_assert_cmpstr (written, ==, dates[i].text);
    }
}

static void
test_date_refusals (void)
{
  static const Refusal dates[] = {
    { "", LIAISON_TIME_ERROR_SYNTAX },
    { "2027", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-5-14", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-1", LIAISON_TIME_ERROR_SYNTAX },
    { "20270514", LIAISON_TIME_ERROR_SYNTAX },
    { "2027/05/14", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14 ", LIAISON_TIME_ERROR_SYNTAX },
    { "-027-05-14", LIAISON_TIME_ERROR_SYNTAX },
    { "14.05.2027", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-00-14", LIAISON_TIME_ERROR_RANGE },
    { "2027-13-14", LIAISON_TIME_ERROR_RANGE },
    { "2027-05-00", LIAISON_TIME_ERROR_RANGE },
    { "2027-05-32", LIAISON_TIME_ERROR_RANGE },
    { "2027-02-29", LIAISON_TIME_ERROR_RANGE },
    { "2100-02-29", LIAISON_TIME_ERROR_RANGE },
    { "1899-12-31", LIAISON_TIME_ERROR_RANGE },
    { "2201-01-01", LIAISON_TIME_ERROR_RANGE },
    { "0000-01-01", LIAISON_TIME_ERROR_RANGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *text = copy_exactly (dates[i].text);
      g_autoptr (GError) error = NULL;
      gint32 days;

      g_test_message ("%s", dates[i].text);
      g_assert_false (liaison_date_parse (text, strlen (dates[i].text), &days, &error));
      g_assert_error (error, LIAISON_TIME_ERROR, dates[i].code);
    }
}

static void
test_any_date_is_written (void)
{
  char text[LIAISON_DATE_TEXT_SIZE];

  g_assert_cmpuint (liaison_date_format (LIAISON_DATE_UNSET, text), ==, 0);
  g_assert_cmpstr (text, ==, "");
  liaison_date_format (G_MAXINT32, text);
  g_assert_cmpstr (text, ==, "5881580-07-11");
  liaison_date_format (G_MININT32 + 1, text);
  g_assert_cmpstr (text, ==, "-5877641-06-24");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/duration/canonical", test_canonical);
  g_test_add_func ("/record/duration/overfull-units-are-carried", test_overfull_units_are_carried);
  g_test_add_func ("/record/duration/refusals", test_refusals);
  g_test_add_func ("/record/duration/any-number-is-written", test_any_number_is_written);
  g_test_add_func ("/record/duration/typed", test_typed);
  g_test_add_func ("/record/duration/typed/refusals", test_typed_refusals);
  g_test_add_func ("/record/duration/typed/is-written-and-read-back",
                   test_typed_is_written_and_read_back);
  g_test_add_func ("/record/date/round-trip", test_dates);
  g_test_add_func ("/record/date/refusals", test_date_refusals);
  g_test_add_func ("/record/date/any-number-is-written", test_any_date_is_written);
  return g_test_run ();
}
