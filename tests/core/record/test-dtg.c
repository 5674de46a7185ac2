/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/dtg.h"

#include "record/zone.h"

#include <string.h>

/* 2025-01-15T12:00Z; rules of the past do not change with the system's zone data. */
#define REFERENCE G_GINT64_CONSTANT (1736942400)

static const LiaisonDtgContext oslo = { REFERENCE, "Europe/Oslo" };
static const LiaisonDtgContext utc = { REFERENCE, NULL };

/* What is read, as the plan's file would spell it. */
typedef struct
{
  const char *dtg;
  const char *instant;
} Reading;

static void
check (const LiaisonDtgContext *context, const Reading *readings, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      char text[LIAISON_INSTANT_TEXT_SIZE];
      LiaisonInstant instant;

      g_test_message ("%s", readings[i].dtg);
      liaison_dtg_parse (readings[i].dtg, context, &instant, &error);
      g_assert_no_error (error);
      liaison_instant_format (&instant, text);
      g_assert_cmpstr (text, ==, readings[i].instant);
    }
}

static void
test_spellings (void)
{
  static const Reading readings[] = {
    { "141300ZMAY27", "2027-05-14T13:00Z" },
    { "14 1300Z MAY 27", "2027-05-14T13:00Z" },
    { "141300Z MAY 2027", "2027-05-14T13:00Z" },
    { "141300ZMAY2027", "2027-05-14T13:00Z" },
    { " 14  1300 z  may  27 ", "2027-05-14T13:00Z" },
    { "14\xc2\xa0"
      "1300Z\xc2\xa0MAY\xc2\xa0"
      "27",
      "2027-05-14T13:00Z" },
    { "141300zmay27", "2027-05-14T13:00Z" },
    { "141300Z June 27", "2027-06-14T13:00Z" },
    { "141300ZSEPT27", "2027-09-14T13:00Z" },
    { "14130055ZMAY27", "2027-05-14T13:00:55Z" },
    { "14 130055Z MAY 27", "2027-05-14T13:00:55Z" },
    { "140000ZMAY27", "2027-05-14T00:00Z" },
    { "142359ZMAY27", "2027-05-14T23:59Z" },
    { "290000ZFEB28", "2028-02-29T00:00Z" },
    { "141300BMAY27", "2027-05-14T13:00+02:00" },
    { "141300MMAY27", "2027-05-14T13:00+12:00" },
    { "141300YMAY27", "2027-05-14T13:00-12:00" },
    { "141300DDEC27", "2027-12-14T13:00+04:00" },
    { "141300AAPR27", "2027-04-14T13:00+01:00" },
    { "141300+0545MAY27", "2027-05-14T13:00+05:45" },
    { "141300+05:45MAY27", "2027-05-14T13:00+05:45" },
    { "14 1300-0330 MAY 27", "2027-05-14T13:00-03:30" },
    { "141300Z+0545MAY27", "2027-05-14T13:00+05:45" },
    { "141300+1300MAY27", "2027-05-14T13:00+13:00" },
    { "141300+054116MAY27", "2027-05-14T13:00+05:41:16" },
    { "141300Z-0000MAY27", "2027-05-14T13:00Z" },
    { "010000ZJAN1900", "1900-01-01T00:00Z" },
    { "312359ZDEC2200", "2200-12-31T23:59Z" },
  };

  check (&oslo, readings, G_N_ELEMENTS (readings));
}

static void
test_reader_zone (void)
{
  static const Reading readings[] = {
    { "141300JMAY25", "2025-05-14T13:00+02:00[Europe/Oslo]" },
    { "141300MAY25", "2025-05-14T13:00+02:00[Europe/Oslo]" },
    { "141300JJAN25", "2025-01-14T13:00+01:00[Europe/Oslo]" },
    { "141300JAN25", "2025-01-14T13:00+01:00[Europe/Oslo]" },
    { "141300JUN25", "2025-06-14T13:00+02:00[Europe/Oslo]" },
    { "141300 j jul 25", "2025-07-14T13:00+02:00[Europe/Oslo]" },
    { "141300J", "2025-01-14T13:00+01:00[Europe/Oslo]" },
    { "141300", "2025-01-14T13:00+01:00[Europe/Oslo]" },
    /* Clocks jump over 0230 and show it twice: it moves on by the hour, and the first is meant. */
    { "300230JMAR25", "2025-03-30T03:30+02:00[Europe/Oslo]" },
    { "260230JOCT25", "2025-10-26T02:30+02:00[Europe/Oslo]" },
  };
  static const Reading plain[] = { { "141300JMAY25", "2025-05-14T13:00Z" } };

  check (&oslo, readings, G_N_ELEMENTS (readings));
  check (&utc, plain, G_N_ELEMENTS (plain));
}

static void
test_nearest (void)
{
  static const Reading readings[] = {
    { "151200Z", "2025-01-15T12:00Z" },      { "141300B", "2025-01-14T13:00+02:00" },
    { "310000Z", "2025-01-31T00:00Z" },      { "010000Z", "2025-01-01T00:00Z" },
    { "300000Z", "2025-01-30T00:00Z" },      { "290000Z", "2025-01-29T00:00Z" },
    { "141300ZMAY", "2025-05-14T13:00Z" },   { "141300ZDEC", "2024-12-14T13:00Z" },
    { "141300ZAUG", "2024-08-14T13:00Z" },   { "290000ZFEB", "2024-02-29T00:00Z" },
    { "141300ZMAY26", "2026-05-14T13:00Z" }, { "141300ZMAY74", "2074-05-14T13:00Z" },
    { "141300ZMAY76", "1976-05-14T13:00Z" }, { "141300ZMAY00", "2000-05-14T13:00Z" },
  };

  check (&utc, readings, G_N_ELEMENTS (readings));
}

static void
test_nearest_of_days_that_months_lack (void)
{
  /* 2025-03-01T00:00Z, 2100-03-01T00:00Z */
  static const LiaisonDtgContext march = { G_GINT64_CONSTANT (1740787200), NULL };
  static const LiaisonDtgContext century = { G_GINT64_CONSTANT (4107542400), NULL };
  static const Reading after_february[] = {
    { "310000Z", "2025-01-31T00:00Z" },
    { "290000Z", "2025-03-29T00:00Z" },
    { "280000Z", "2025-02-28T00:00Z" },
  };
  /* The years 2096 and 2104 are four away each and 2100 has no such day; the later is nearer. */
  static const Reading leap[] = { { "290000ZFEB", "2104-02-29T00:00Z" } };

  check (&march, after_february, G_N_ELEMENTS (after_february));
  check (&century, leap, G_N_ELEMENTS (leap));
}

static void
test_equally_near_is_later (void)
{
  /* 2025-06-30T12:00Z is as far from 15 June as from 15 July, 12:00. */
  static const LiaisonDtgContext middle = { G_GINT64_CONSTANT (1751284800), NULL };
  static const Reading readings[] = { { "151200Z", "2025-07-15T12:00Z" } };

  check (&middle, readings, G_N_ELEMENTS (readings));
}

static void
test_weekdays (void)
{
  static const Reading readings[] = {
    { "FRI 141300ZMAY27", "2027-05-14T13:00Z" },
    { "Fri, 14 1300Z May 27", "2027-05-14T13:00Z" },
    { "friday 141300zmay27", "2027-05-14T13:00Z" },
    { "FRI141300ZMAY27", "2027-05-14T13:00Z" },
    /* The weekday is that of the zone written, not of UTC. */
    { "SAT 150100BMAY27", "2027-05-15T01:00+02:00" },
    { "TUE 141300J", "2025-01-14T13:00+01:00[Europe/Oslo]" },
  };

  check (&oslo, readings, G_N_ELEMENTS (readings));
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *dtg;
    int code;
  } refusals[] = {
    { "", LIAISON_TIME_ERROR_SYNTAX },
    { "   ", LIAISON_TIME_ERROR_SYNTAX },
    { "garbage", LIAISON_TIME_ERROR_SYNTAX },
    { "tomorrow", LIAISON_TIME_ERROR_SYNTAX },
    { "14", LIAISON_TIME_ERROR_SYNTAX },
    { "1413", LIAISON_TIME_ERROR_SYNTAX },
    { "41300ZMAY27", LIAISON_TIME_ERROR_SYNTAX },
    { "1413000ZMAY27", LIAISON_TIME_ERROR_SYNTAX },
    { "141300550ZMAY27", LIAISON_TIME_ERROR_SYNTAX },
    { "14 13 00Z MAY 27", LIAISON_TIME_ERROR_SYNTAX },
    { "141300ZMAI27", LIAISON_TIME_ERROR_SYNTAX },
    { "141300ZMA27", LIAISON_TIME_ERROR_SYNTAX },
    { "141300ZMAYOR27", LIAISON_TIME_ERROR_SYNTAX },
    { "141300ZZMAY27", LIAISON_TIME_ERROR_SYNTAX },
    { "141300Z05", LIAISON_TIME_ERROR_SYNTAX },
    { "141300ZMAY2", LIAISON_TIME_ERROR_SYNTAX },
    { "141300ZMAY027", LIAISON_TIME_ERROR_SYNTAX },
    { "141300ZMAY27Z", LIAISON_TIME_ERROR_SYNTAX },
    { "141300ZMAY20271", LIAISON_TIME_ERROR_SYNTAX },
    { "141300B+0200MAY27", LIAISON_TIME_ERROR_SYNTAX },
    { "141300J+0200MAY27", LIAISON_TIME_ERROR_SYNTAX },
    { "141300+5MAY27", LIAISON_TIME_ERROR_SYNTAX },
    { "141300+", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00Z", LIAISON_TIME_ERROR_SYNTAX },
    { "\xd9\xa1\xd9\xa4"
      "1300Z",
      LIAISON_TIME_ERROR_SYNTAX },
    { "141300\xff", LIAISON_TIME_ERROR_SYNTAX },
    { "FR 141300ZMAY27", LIAISON_TIME_ERROR_SYNTAX },
    { "FRI", LIAISON_TIME_ERROR_SYNTAX },
    { "142400ZMAY27", LIAISON_TIME_ERROR_RANGE },
    { "141360ZMAY27", LIAISON_TIME_ERROR_RANGE },
    { "14130060ZMAY27", LIAISON_TIME_ERROR_RANGE },
    { "001300ZMAY27", LIAISON_TIME_ERROR_RANGE },
    { "321300ZMAY27", LIAISON_TIME_ERROR_RANGE },
    { "310000ZAPR27", LIAISON_TIME_ERROR_RANGE },
    { "290000ZFEB2027", LIAISON_TIME_ERROR_RANGE },
    { "300000ZFEB", LIAISON_TIME_ERROR_RANGE },
    { "290000ZFEB27", LIAISON_TIME_ERROR_RANGE },
    { "312359ZDEC1899", LIAISON_TIME_ERROR_RANGE },
    { "010000ZJAN2201", LIAISON_TIME_ERROR_RANGE },
    { "141300+1900MAY27", LIAISON_TIME_ERROR_RANGE },
    { "141300+0560MAY27", LIAISON_TIME_ERROR_RANGE },
    { "THU 141300ZMAY27", LIAISON_TIME_ERROR_WEEKDAY },
    { "FRI 141300Z", LIAISON_TIME_ERROR_WEEKDAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *shown = g_strescape (refusals[i].dtg, NULL);
      g_autoptr (GError) error = NULL;
      LiaisonInstant instant = { .form = 7 };

      g_test_message ("%s", shown);
      g_assert_false (liaison_dtg_parse (refusals[i].dtg, &oslo, &instant, &error));
      g_assert_error (error, LIAISON_TIME_ERROR, refusals[i].code);
      g_assert_cmpuint (instant.form, ==, 7);
    }
}

static void
test_unknown_reader_zone (void)
{
  static const LiaisonDtgContext nowhere = { REFERENCE, "Europe/Nowhere" };
  static const Reading readings[] = { { "141300ZMAY27", "2027-05-14T13:00Z" } };
  g_autoptr (GError) error = NULL;
  LiaisonInstant instant;

  g_assert_false (liaison_dtg_parse ("141300JMAY27", &nowhere, &instant, &error));
  g_assert_error (error, LIAISON_TIME_ERROR, LIAISON_TIME_ERROR_ZONE);
  check (&nowhere, readings, G_N_ELEMENTS (readings));
}

static void
test_reference_far_away (void)
{
  static const gint64 references[] = { G_MININT64, G_MAXINT64, -G_GINT64_CONSTANT (62135596800) };

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      LiaisonDtgContext context = { references[i], "Europe/Oslo" };
      g_autoptr (GError) error = NULL;
      LiaisonInstant instant;

      g_assert_false (liaison_dtg_parse ("141300ZMAY", &context, &instant, &error));
      g_assert_error (error, LIAISON_TIME_ERROR, LIAISON_TIME_ERROR_RANGE);
    }
}

static void
test_errors_name_the_place (void)
{
  static const struct
  {
    const char *dtg, *message;
  } errors[] = {
    { "141300ZMAI27", "expected an English month such as MAY at character 8" },
    { "14\xc2\xa0"
      "13x",
      "expected four digits of the time at character 6" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autoptr (GError) error = NULL;
      LiaisonInstant instant;

      g_assert_false (liaison_dtg_parse (errors[i].dtg, &utc, &instant, &error));
      g_assert_cmpstr (error->message, ==, errors[i].message);
    }
}

/* 2027-05-14T13:00:05Z */
#define MOMENT G_GINT64_CONSTANT (1810299605)

static void
test_format (void)
{
  static const struct
  {
    gint32 offset;
    LiaisonDtgFlags flags;
    const char *text;
  } forms[] = {
    { 0, LIAISON_DTG_DEFAULT, "141300ZMAY27" },
    { 0, LIAISON_DTG_SPACED, "14 1300Z MAY 27" },
    { 0, LIAISON_DTG_SECONDS, "14130005ZMAY27" },
    { 0, LIAISON_DTG_LONG_YEAR, "141300ZMAY2027" },
    { 0, LIAISON_DTG_NO_YEAR, "141300ZMAY" },
    { 0, LIAISON_DTG_SPACED | LIAISON_DTG_NO_YEAR, "14 1300Z MAY" },
    { 0, LIAISON_DTG_SPACED | LIAISON_DTG_SECONDS | LIAISON_DTG_LONG_YEAR, "14 130005Z MAY 2027" },
    { 7200, LIAISON_DTG_DEFAULT, "141500BMAY27" },
    { 43200, LIAISON_DTG_DEFAULT, "150100MMAY27" },
    { -43200, LIAISON_DTG_DEFAULT, "140100YMAY27" },
    { 20700, LIAISON_DTG_DEFAULT, "141845+0545MAY27" },
    { 20700, LIAISON_DTG_SPACED, "14 1845+0545 MAY 27" },
    { -12600, LIAISON_DTG_DEFAULT, "140930-0330MAY27" },
    { 50400, LIAISON_DTG_DEFAULT, "150300+1400MAY27" },
    { 20476, LIAISON_DTG_SECONDS, "14184121+054116MAY27" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      char text[LIAISON_DTG_TEXT_SIZE];
      LiaisonInstant instant;

      g_assert_cmpuint (liaison_dtg_format (MOMENT, forms[i].offset, forms[i].flags, text), ==,
                        strlen (forms[i].text));
      g_assert_cmpstr (text, ==, forms[i].text);
      /* All of it is read back; without seconds to the minute. */
      g_assert_true (liaison_dtg_parse (text, &utc, &instant, NULL));
      if (forms[i].flags & LIAISON_DTG_NO_YEAR)
        continue;
      g_assert_cmpint (instant.offset, ==, forms[i].offset);
      g_assert_cmpint (instant.seconds, ==,
                       forms[i].flags & LIAISON_DTG_SECONDS ? MOMENT : MOMENT - 5);
    }
}

static void
test_every_letter_comes_back (void)
{
  for (const char *letter = "ABCDEFGHIKLMNOPQRSTUVWXYZ"; *letter != '\0'; letter++)
    for (gint64 month = 0; month < 12; month++)
      {
        gint64 moment = MOMENT - 5 + month * 30 * 86400;
        char text[LIAISON_DTG_TEXT_SIZE];
        LiaisonInstant instant;
        gint32 offset;

        g_assert_true (liaison_zone_letter_to_offset (*letter, &offset));
        liaison_dtg_format (moment, offset, LIAISON_DTG_DEFAULT, text);
        g_assert_cmpint (text[6], ==, *letter);
        g_assert_true (liaison_dtg_parse (text, &utc, &instant, NULL));
        g_assert_cmpint (instant.seconds, ==, moment);
        g_assert_cmpint (instant.offset, ==, offset);
        g_assert_null (instant.zone);
      }
}

static void
test_format_fits_whatever_the_numbers (void)
{
  static const gint64 moments[] = { G_MININT64, -1, 0, G_MAXINT64 };
  static const gint32 offsets[] = { G_MININT32, -1, 0, 59, G_MAXINT32 };

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    for (guint j = 0; j < G_N_ELEMENTS (offsets); j++)
      {
        char text[LIAISON_DTG_TEXT_SIZE];
        gsize length = liaison_dtg_format (
            moments[i], offsets[j],
            LIAISON_DTG_SPACED | LIAISON_DTG_SECONDS | LIAISON_DTG_LONG_YEAR, text);

        g_assert_cmpuint (length, ==, strlen (text));
        g_assert_cmpuint (length, <, LIAISON_DTG_TEXT_SIZE);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/dtg/spellings", test_spellings);
  g_test_add_func ("/record/dtg/reader-zone", test_reader_zone);
  g_test_add_func ("/record/dtg/nearest", test_nearest);
  g_test_add_func ("/record/dtg/nearest/of-days-that-months-lack",
                   test_nearest_of_days_that_months_lack);
  g_test_add_func ("/record/dtg/nearest/equally-near-is-later", test_equally_near_is_later);
  g_test_add_func ("/record/dtg/weekdays", test_weekdays);
  g_test_add_func ("/record/dtg/refusals", test_refusals);
  g_test_add_func ("/record/dtg/unknown-reader-zone", test_unknown_reader_zone);
  g_test_add_func ("/record/dtg/reference-far-away", test_reference_far_away);
  g_test_add_func ("/record/dtg/errors-name-the-place", test_errors_name_the_place);
  g_test_add_func ("/record/dtg/format", test_format);
  g_test_add_func ("/record/dtg/every-letter-comes-back", test_every_letter_comes_back);
  g_test_add_func ("/record/dtg/format-fits-whatever-the-numbers",
                   test_format_fits_whatever_the_numbers);
  return g_test_run ();
}
