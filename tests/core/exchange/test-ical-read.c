/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/ical-read.h"

#include <string.h>

#define HEAD         "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//\r\n"
#define TAIL         "END:VCALENDAR\r\n"
#define EVENT(lines) "BEGIN:VEVENT\r\nUID:u1\r\nDTSTAMP:20260101T000000Z\r\n" lines "END:VEVENT\r\n"

static LiaisonIcalHolidays *
read_with (const char *text, gssize length, GError **error)
{
  static const char *const nations[] = { "NO", "FR" };
  const LiaisonIcalTerms terms = { .nations = nations,
                                   .n_nations = 2,
                                   .language = "fr",
                                   .source = "holidays.ics",
                                   .checked = 20000,
                                   .now = G_GINT64_CONSTANT (1800000000000) };
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return liaison_ical_read_holidays (bytes, &terms, error);
}

/* "Title|language|basis|days or rule" of each. */
static char *
tell (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonIcalHolidays) holidays = read_with (text, -1, &error);
  GString *told = g_string_new (NULL);

  if (holidays == NULL)
    g_error ("%s", error->message);
  for (guint i = 0; i < holidays->blocks->len; i++)
    {
      const LiaisonObservanceData *data = LIAISON_DATA (Observance, holidays->blocks->pdata[i]);
      const char *language;

      g_string_append_printf (told, "%s%s", i > 0 ? " / " : "",
                              liaison_text_pick (data->title, "xx", &language));
      g_string_append_printf (told, "|%s", language);
      if (data->rule != NULL)
        {
          char day[LIAISON_DATE_TEXT_SIZE];

          liaison_date_format (data->first, day);
          g_string_append_printf (told, "|%s from %s", data->rule, day);
        }
      for (guint j = 0; j < liaison_items_get_size (data->dates); j++)
        {
          const LiaisonObservedDateData *date =
              LIAISON_DATA (ObservedDate, liaison_items_get (data->dates, j));
          char day[LIAISON_DATE_TEXT_SIZE];

          liaison_date_format (date->from, day);
          g_string_append_printf (told, "|%s", day);
          if (date->until != LIAISON_DATE_UNSET)
            g_string_append_printf (told, "+%d", date->until - date->from);
        }
      if (data->time_from != LIAISON_DURATION_UNSET)
        g_string_append_printf (told, "|%d-%d %s", (int) data->time_from / 60,
                                (int) data->time_until / 60, data->zone != NULL ? data->zone : "");
    }
  g_string_append_printf (told, " (%u, %u)", holidays->n_events, holidays->n_skipped);
  return g_string_free (told, FALSE);
}

static void
test_reads (void)
{
  static const struct
  {
    const char *text, *expected;
  } cases[] = {
    { HEAD EVENT ("SUMMARY:Jul\r\nDTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261226\r\n")
          TAIL,
      "Jul|fr|2026-12-25 (1, 0)" },
    /* Several years, several days, and the language that the file says. */
    { HEAD EVENT ("SUMMARY;LANGUAGE=nb:Jul\r\nDTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:"
                  "20261227\r\n")
          EVENT ("SUMMARY;LANGUAGE=nb:JUL \r\nDTSTART;VALUE=DATE:20271225\r\n") TAIL,
      "Jul|nb|2026-12-25+1|2027-12-25 (2, 0)" },
    { HEAD EVENT ("SUMMARY:A\r\nDTSTART;VALUE=DATE:20260517\r\nRRULE:FREQ=YEARLY\r\n") TAIL,
      "A|fr|FREQ=YEARLY from 2026-05-17 (1, 0)" },
    { HEAD EVENT ("SUMMARY:Prayer\r\nDTSTART;TZID=Asia/Amman:20271029T120000\r\nDTEND;TZID=Asia/"
                  "Amman:20271029T133000\r\n") TAIL,
      "Prayer|fr|2027-10-29|720-810 Asia/Amman (1, 0)" },
    { HEAD EVENT ("SUMMARY:Zulu\r\nDTSTART:20271029T120000Z\r\nDTEND:20271029T130000Z\r\n") TAIL,
      "Zulu|fr|2027-10-29|720-780 UTC (1, 0)" },
    /* Folded, escaped, right to left. */
    { HEAD EVENT ("SUMMARY:عيد\r\n  الفطر\\, يوم\r\nDTSTART;VALUE=DATE:20270309\r\n") TAIL,
      "عيد الفطر, يوم|fr|2027-03-09 (1, 0)" },
    /* What is no holiday is skipped, the others are not. */
    { HEAD EVENT ("SUMMARY:Good\r\nDTSTART;VALUE=DATE:20270309\r\n")
          EVENT ("SUMMARY:Gone\r\nDTSTART;VALUE=DATE:20270310\r\nSTATUS:CANCELLED\r\n")
              EVENT ("DTSTART;VALUE=DATE:20270311\r\n") EVENT ("SUMMARY:No day\r\n")
                  EVENT ("SUMMARY:Long\r\nDTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:"
                         "20280101\r\n")
                      EVENT ("SUMMARY:Fast\r\nDTSTART:20270101T000000Z\r\nRRULE:FREQ=SECONDLY;"
                             "BYMONTH=2;BYMONTHDAY=30\r\n") TAIL,
      "Good|fr|2027-03-09 (6, 5)" },
    /* A byte order mark, bare line feeds, small letters, two calendars in one file. */
    { "\xef\xbb\xbf"
      "begin:vcalendar\nbegin:vevent\nsummary:One\ndtstart;value=date:20270309\nend:vevent\nend:"
      "vcalendar\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Two\nDTSTART;VALUE=DATE:20270310\nEND:"
      "VEVENT\nEND:VCALENDAR\n",
      "One|fr|2027-03-09 / Two|fr|2027-03-10 (2, 0)" },
    /* Without an end it is the day; a zone that nobody knows is no zone. */
    { HEAD EVENT ("SUMMARY:Open\r\nDTSTART:20271029T120000Z\r\n") TAIL,
      "Open|fr|2027-10-29 (1, 0)" },
    { HEAD EVENT ("SUMMARY:Odd\r\nDTSTART;TZID=../../etc/passwd:20271029T120000\r\nDTEND;TZID=../"
                  "../etc/passwd:20271029T140000\r\n") TAIL,
      "Odd|fr|2027-10-29|720-840  (1, 0)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *told = tell (cases[i].text);
      g_assert_cmpstr (told, ==, cases[i].expected);
    }
}

static void
test_details (void)
{
  g_autoptr (LiaisonIcalHolidays) holidays =
      read_with (HEAD "X-WR-CALNAME:Norske helligdager\r\n" EVENT (
                     "SUMMARY:Jul\\nog \x01 mer\r\nDESCRIPTION:Fri\\nhele "
                     "dagen\r\nURL:https://example.org/j\r\n"
                     "CATEGORIES:Holidays\r\nDTSTART;VALUE=DATE:20261225\r\n") TAIL,
                 -1, NULL);
  const LiaisonObservanceData *data;
  guint n;

  g_assert_nonnull (holidays);
  g_assert_cmpstr (holidays->name, ==, "Norske helligdager");
  data = LIAISON_DATA (Observance, holidays->blocks->pdata[0]);
  g_assert_cmpstr (liaison_text_pick (data->title, "fr", NULL), ==, "Jul og   mer");
  g_assert_cmpstr (liaison_text_pick (data->advice, "fr", NULL), ==, "Fri\nhele dagen");
  g_assert_cmpstr (data->source, ==, "Norske helligdager");
  g_assert_cmpstr (data->source_link, ==, "https://example.org/j");
  g_assert_cmpint (data->type, ==, LIAISON_OBSERVANCE_TYPE_PUBLIC_HOLIDAY);
  g_assert_cmpint (data->effect, ==, LIAISON_OBSERVANCE_EFFECT_NO_WORK);
  g_assert_cmpint (data->status, ==, LIAISON_OBSERVANCE_STATUS_SUGGESTED);
  g_assert_cmpint (data->checked, ==, 20000);
  g_assert_null (data->marking);
  liaison_codes_get (data->nations, &n);
  g_assert_cmpuint (n, ==, 2);
}

static void
assert_refused (const char *text, gssize length, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonIcalHolidays) holidays = read_with (text, length, &error);
  g_autoptr (LiaisonWords) words = liaison_words_new ("en", NULL);

  g_assert_null (holidays);
  g_assert_error (error, LIAISON_EXCHANGE_ERROR, code);
  g_assert_nonnull (liaison_exchange_tell_error (words, error));
}

static void
test_refusals (void)
{
  g_autoptr (GString) deep = g_string_new (HEAD);
  g_autoptr (GString) many = g_string_new (HEAD);
  g_autoptr (GString) lines = g_string_new (HEAD);
  g_autoptr (GString) folded = g_string_new (HEAD "BEGIN:VEVENT\r\nSUMMARY:");
  g_autofree char *big = g_strnfill (5 * 1024 * 1024, 'A');

  for (guint i = 0; i < 10; i++)
    g_string_append (deep, "BEGIN:VEVENT\r\n");
  for (guint i = 0; i < 10001; i++)
    g_string_append (many, "BEGIN:VEVENT\r\nEND:VEVENT\r\n");
  for (guint i = 0; i < 200001; i++)
    g_string_append (lines, "X-A:1\n");
  for (guint i = 0; i < 2000; i++)
    g_string_append (folded, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n ");
  g_string_append (many, TAIL);

  assert_refused ("", -1, LIAISON_EXCHANGE_ERROR_EMPTY);
  assert_refused ("\r\n\r\n", -1, LIAISON_EXCHANGE_ERROR_EMPTY);
  assert_refused ("PK\x03\x04 not a calendar", -1, LIAISON_EXCHANGE_ERROR_FORMAT);
  assert_refused ("<html>moved</html>", -1, LIAISON_EXCHANGE_ERROR_FORMAT);
  assert_refused (HEAD "a\0b" TAIL, sizeof HEAD "a\0b" TAIL - 1, LIAISON_EXCHANGE_ERROR_FORMAT);
  assert_refused (HEAD "SUMMARY:\xff\xfe\r\n" TAIL, -1, LIAISON_EXCHANGE_ERROR_ENCODING);
  assert_refused ("\xff\xfe"
                  "B",
                  3, LIAISON_EXCHANGE_ERROR_ENCODING);
  assert_refused (HEAD, -1, LIAISON_EXCHANGE_ERROR_DAMAGED);
  assert_refused (HEAD EVENT ("SUMMARY:A\r\nDTSTART;VALUE=DATE:20270309\r\n"), -1,
                  LIAISON_EXCHANGE_ERROR_DAMAGED);
  assert_refused (HEAD "BEGIN:VEVENT\r\nEND:VTODO\r\n" TAIL, -1, LIAISON_EXCHANGE_ERROR_DAMAGED);
  assert_refused (HEAD TAIL TAIL, -1, LIAISON_EXCHANGE_ERROR_DAMAGED);
  assert_refused (HEAD TAIL, -1, LIAISON_EXCHANGE_ERROR_EMPTY);
  assert_refused (deep->str, -1, LIAISON_EXCHANGE_ERROR_HOSTILE);
  assert_refused (many->str, -1, LIAISON_EXCHANGE_ERROR_LIMIT);
  assert_refused (lines->str, -1, LIAISON_EXCHANGE_ERROR_LIMIT);
  assert_refused (folded->str, -1, LIAISON_EXCHANGE_ERROR_LIMIT);
  assert_refused (big, -1, LIAISON_EXCHANGE_ERROR_LIMIT);
}

/* Bytes of a good file changed, dropped and doubled at random: it is read or refused, nothing else,
 * and never for long. */
static void
test_damaged (void)
{
  static const char good[] =
      HEAD "X-WR-CALNAME:Days\r\n" EVENT ("SUMMARY;LANGUAGE=nb:Jul\r\nDTSTART;VALUE=DATE:20261225"
                                          "\r\nRRULE:FREQ=YEARLY;BYMONTH=12;BYDAY=1MO\r\n")
          EVENT ("SUMMARY:B\r\nDTSTART;TZID=Europe/Oslo:20270101T100000\r\nDTEND;TZID=Europe/Oslo:"
                 "20270101T110000\r\nDESCRIPTION:x\\ny\r\nURL:https://a.example\r\n") TAIL;
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guint n_read = 0;

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (LiaisonIcalHolidays) holidays = NULL;
      guint n_changes = (guint) g_rand_int_range (random, 1, 5);

      g_byte_array_append (bytes, (const guint8 *) good, sizeof good - 1);
      for (guint j = 0; j < n_changes && bytes->len > 1; j++)
        {
          guint at = (guint) g_rand_int_range (random, 0, (gint32) bytes->len);

          switch (g_rand_int_range (random, 0, 4))
            {
            case 0:
              bytes->data[at] = (guint8) g_rand_int_range (random, 1, 127);
              break;
            case 1:
              g_byte_array_remove_index (bytes, at);
              break;
            case 2:
              bytes->data[at] = (guint8) "0123456789;:,=\r\n"[g_rand_int_range (random, 0, 16)];
              break;
            default:
              g_byte_array_remove_range (bytes, at, MIN (bytes->len - at, 20));
              break;
            }
        }
      holidays = read_with ((const char *) bytes->data, (gssize) bytes->len, NULL);
      n_read += holidays != NULL;
    }
  g_assert_cmpuint (n_read, >, 200);
  g_assert_cmpuint (n_read, <, 3000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/ical-read/reads", test_reads);
  g_test_add_func ("/exchange/ical-read/details", test_details);
  g_test_add_func ("/exchange/ical-read/refusals", test_refusals);
  g_test_add_func ("/exchange/ical-read/damaged", test_damaged);
  return g_test_run ();
}
