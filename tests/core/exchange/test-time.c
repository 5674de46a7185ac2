/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times as planners write them in spreadsheets. */
#include "config.h"

#include "exchange/import-reference.h"
#include "exchange/import-time.h"
#include "record/duration.h"

/* STARTEX is on 25 October 2027; the row's day is 26 October. */
#define STARTEX 21116
#define TODAY   21117

static LiaisonWords *words;

static const struct
{
  const char *text;
  const char *expected; /* as it is given to the manner */
  gint64 duration;      /* 0: none */
} times[] = {
  { "0900", "2027-10-26 09:00:00", 0 },
  { "900", "2027-10-26 09:00:00", 0 },
  { "09:00", "2027-10-26 09:00:00", 0 },
  { "9.30", "2027-10-26 09:30:00", 0 },
  { "9:15 AM", "2027-10-26 09:15:00", 0 },
  { "12:05 am", "2027-10-26 00:05:00", 0 },
  { "12 p.m.", "2027-10-26 12:00:00", 0 },
  { "0900 hrs", "2027-10-26 09:00:00", 0 },
  { "0900Z", "2027-10-26 0900Z", 0 },
  { "0900L", "2027-10-26 09:00:00", 0 },
  { "2400", "2027-10-27 00:00:00", 0 },
  { "14/05/2027 0900", "2027-05-14 09:00:00", 0 },
  { "14.05.2027 09:00", "2027-05-14 09:00:00", 0 },
  { "14/5/27 9:00 PM", "2027-05-14 21:00:00", 0 },
  { "Fri 14/05/2027 0900", "2027-05-14 09:00:00", 0 },
  { "14/05/2027", "2027-05-14 00:00:00", 0 },
  { "27/10 0900", "2027-10-27 09:00:00", 0 },
  { "2027-05-14 09:00", "2027-05-14 09:00:00", 0 },
  { "2027-05-14T09:00:00", "2027-05-14 09:00:00", 0 },
  { "14 May 2027 0900", "2027-05-14 09:00:00", 0 },
  { "14-May-27", "2027-05-14 00:00:00", 0 },
  { "14 May 27 09:00", "2027-05-14 09:00:00", 0 },
  { "Monday, October 25, 2027", "2027-10-25 00:00:00", 0 },
  { "141300ZMAY27", "141300ZMAY27", 0 },
  { "14 1300Z MAY 27", "14 1300Z MAY 27", 0 },
  { "D+3 0900", "STARTEX+3d@09:00", 0 },
  { "D-Day 0900", "STARTEX@09:00", 0 },
  { "D-2, 14:30", "STARTEX-2d@14:30", 0 },
  { "D+3 0900Z", "STARTEX+3d@09:00Z", 0 },
  { "D+1", "STARTEX+1d@00:00", 0 },
  { "Day 3 0900", "STARTEX+2d@09:00", 0 },
  { "Day 1", "STARTEX@00:00", 0 },
  { "E-2 weeks", "STARTEX-14d@00:00", 0 },
  { "M-5", "STARTEX-153d@00:00", 0 }, /* from 25 May */
  { "T+2", "STARTEX+2h", 0 },
  { "T+2:30", "STARTEX+2h30m", 0 },
  { "H-30 min", "STARTEX-30m", 0 },
  { "T-0", "STARTEX", 0 },
  { "STARTEX+45m", "STARTEX+45m", 0 },
  { "STARTEX + 45 min", "STARTEX+45m", 0 },
  { "startex + 2 hours", "STARTEX+2h", 0 },
  { "ENDEX - 1d", "ENDEX-1d", 0 },
  { "9:15 AM - 9:30 AM", "2027-10-26 09:15:00", 900 },
  { "0915-1030", "2027-10-26 09:15:00", 4500 },
  { "0915 – 1030", "2027-10-26 09:15:00", 4500 },
  { "09:15 to 10:30", "2027-10-26 09:15:00", 4500 },
  { "2200-0200", "2027-10-26 22:00:00", 14400 },
  { "14/05/2027 0900-1000", "2027-05-14 09:00:00", 3600 },
  { "D+1 0900-1000", "STARTEX+1d@09:00", 3600 },
  { "14-16 May 2027", "2027-05-14 00:00:00", 3 * 86400 },
  { "noonish", "noonish", 0 },
  { "25:61", "25:61", 0 },
  { "31/09/2027", "31/09/2027", 0 },
  { "Range 3", "Range 3", 0 },
  { "A+B", "A+B", 0 },
  { "", "", 0 },
};

static void
test_times (void)
{
  g_autoptr (LiaisonImportMapping) mapping
      = liaison_import_mapping_new (liaison_kind_get (LIAISON_KIND_EVENT), 1);
  const LiaisonImportClock clock = { words, mapping, STARTEX };
  const LiaisonImportDay day = { TRUE, FALSE, TODAY };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_auto (LiaisonImportTime) time = { 0 };

      liaison_import_time_read (&clock, times[i].text, &day, &time);
      g_assert_cmpstr (time.start, ==, times[i].expected);
      g_assert_cmpint (time.duration == LIAISON_DURATION_UNSET ? 0 : time.duration, ==,
                       times[i].duration);
    }
}

static void
test_no_day (void)
{
  g_autoptr (LiaisonImportMapping) mapping
      = liaison_import_mapping_new (liaison_kind_get (LIAISON_KIND_EVENT), 1);
  const LiaisonImportClock clock = { words, mapping, G_MININT32 };
  g_auto (LiaisonImportTime) time = { 0 };
  g_auto (LiaisonImportTime) month = { 0 };

  liaison_import_time_read (&clock, "0900", NULL, &time);
  g_assert_true (time.notes & LIAISON_IMPORT_TIME_NO_DAY);
  liaison_import_time_read (&clock, "M-2", NULL, &month);
  g_assert_cmpstr (month.start, ==, "STARTEX-60d@00:00");
}

static void
test_month_first (void)
{
  g_autoptr (LiaisonImportMapping) mapping
      = liaison_import_mapping_new (liaison_kind_get (LIAISON_KIND_EVENT), 1);
  const LiaisonImportClock clock = { words, mapping, STARTEX };
  g_auto (LiaisonImportTime) time = { 0 };

  mapping->month_first = TRUE;
  liaison_import_time_read (&clock, "05/04/2027 9:00 AM", NULL, &time);
  g_assert_cmpstr (time.start, ==, "2027-05-04 09:00:00");
  g_assert_cmpint (liaison_import_date_order ("05/04/2027"), ==, 0);
  g_assert_cmpint (liaison_import_date_order ("05/14/2027"), ==, 1);
  g_assert_cmpint (liaison_import_date_order ("14/05/2027 0900"), ==, -1);
  g_assert_cmpint (liaison_import_date_order ("2027-05-04"), ==, G_MAXINT);
  g_assert_cmpint (liaison_import_date_order ("40/50/2027"), ==, G_MAXINT);
}

static void
test_days (void)
{
  static const struct
  {
    const char *text;
    gboolean relative;
    gint32 days;
  } days[] = { { "Tuesday 26 October 2027", FALSE, TODAY }, { "26/10/2027", FALSE, TODAY },
               { "D+1", TRUE, 1 },                          { "Day 2", TRUE, 1 },
               { "DAY 2 - 26 OCT 2027", FALSE, TODAY },     { "26-Oct-27", FALSE, TODAY } };
  static const char *const none[] = { "0900", "Storyline 1", "", "Cyber attack", "D", "26" };
  g_autoptr (LiaisonImportMapping) mapping
      = liaison_import_mapping_new (liaison_kind_get (LIAISON_KIND_EVENT), 1);
  const LiaisonImportClock clock = { words, mapping, STARTEX };
  LiaisonImportDay day;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_assert_true (liaison_import_day_read (&clock, days[i].text, &day));
      g_assert_cmpint (day.relative, ==, days[i].relative);
      g_assert_cmpint (day.days, ==, days[i].days);
    }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_false (liaison_import_day_read (&clock, none[i], &day));
}

static void
test_letters (void)
{
  g_assert_cmpint (liaison_import_letter_find ("T+2"), ==, 'T');
  g_assert_cmpint (liaison_import_letter_find ("M-5"), ==, 'M');
  g_assert_cmpint (liaison_import_letter_find ("E-2 weeks"), ==, 0); /* says its unit */
  g_assert_cmpint (liaison_import_letter_find ("Title"), ==, 0);
}

static void
test_names (void)
{
  static const char *const alike[][2] = { { "Rng 3", "Range 3" },      { "Range 03", "Range 3" },
                                          { "2nd Bn", "2 Battalion" }, { "Civ Protection", "Civil Protection" },
                                          { "Harbor Patrol", "Harbour Patrol" },
                                          { "Rlf HQ", "Relief HQ" },   { "RANGE-3", "Range 3" } };
  static const char *const other[][2] = { { "Range 3", "Range 4" },   { "Range 3", "Range" },
                                          { "Alpha", "Bravo" },       { "Nowhere Hall", "Lecture hall" },
                                          { "R 3", "Range 3" },       { "", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (alike); i++)
    if (!liaison_names_are_alike (alike[i][0], alike[i][1]))
      g_error ("%s is not %s", alike[i][0], alike[i][1]);
  for (guint i = 0; i < G_N_ELEMENTS (other); i++)
    if (liaison_names_are_alike (other[i][0], other[i][1]))
      g_error ("%s is %s", other[i][0], other[i][1]);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  words = liaison_words_new ("en", NULL);
  g_test_add_func ("/exchange/time/times", test_times);
  g_test_add_func ("/exchange/time/no-day", test_no_day);
  g_test_add_func ("/exchange/time/month-first", test_month_first);
  g_test_add_func ("/exchange/time/days", test_days);
  g_test_add_func ("/exchange/time/letters", test_letters);
  g_test_add_func ("/exchange/time/names", test_names);
  status = g_test_run ();
  liaison_words_unref (words);
  return status;
}
