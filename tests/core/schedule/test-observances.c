/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/observances.h"
#include "schedule/observances-systems.h"

#include "plan.h"

#include <string.h>

static gint32
date (const char *text)
{
  gint32 days;
  g_assert_true (liaison_date_parse (text, strlen (text), &days, NULL));
  return days;
}

static void
append_day_cb (gint32 day, gpointer data)
{
  GString *text = data;
  char buffer[LIAISON_DATE_TEXT_SIZE];

  liaison_date_format (day, buffer);
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", buffer);
}

/* Dates as published: Umm al-Qura by R. H. van Gent, Hebrew by hebcal.com, Chinese by the Hong Kong
 * Observatory, Persian by the University of Tehran, Ethiopic and Coptic by their rule. */
static void
test_systems (void)
{
  static const struct
  {
    LiaisonCalendarSystem system;
    int month, day;
    const char *expected; /* in 2026, 2027 and 2028 */
  } cases[] = {
    { LIAISON_CALENDAR_SYSTEM_GREGORIAN, 5, 17, "2026-05-17 2027-05-17 2028-05-17" },
    { LIAISON_CALENDAR_SYSTEM_UNSET, 12, 31, "2026-12-31 2027-12-31 2028-12-31" },
    { LIAISON_CALENDAR_SYSTEM_GREGORIAN, 2, 29, "2028-02-29" },
    { LIAISON_CALENDAR_SYSTEM_GREGORIAN, 13, 1, "" },
    { LIAISON_CALENDAR_SYSTEM_BUDDHIST, 4, 13, "2026-04-13 2027-04-13 2028-04-13" },
    { LIAISON_CALENDAR_SYSTEM_JAPANESE, 2, 23, "2026-02-23 2027-02-23 2028-02-23" },
    { LIAISON_CALENDAR_SYSTEM_JULIAN, 12, 25, "2026-01-07 2027-01-07 2028-01-07" },
    { LIAISON_CALENDAR_SYSTEM_ISLAMIC_UMALQURA, 9, 1, "2026-02-18 2027-02-08 2028-01-28" },
    { LIAISON_CALENDAR_SYSTEM_ISLAMIC_UMALQURA, 10, 1, "2026-03-20 2027-03-09 2028-02-26" },
    { LIAISON_CALENDAR_SYSTEM_ISLAMIC_UMALQURA, 12, 10, "2026-05-27 2027-05-16 2028-05-05" },
    { LIAISON_CALENDAR_SYSTEM_ISLAMIC_UMALQURA, 1, 1, "2026-06-16 2027-06-06 2028-05-25" },
    { LIAISON_CALENDAR_SYSTEM_ISLAMIC_CIVIL, 10, 1, "2026-03-20 2027-03-10 2028-02-27" },
    { LIAISON_CALENDAR_SYSTEM_HEBREW, 1, 1, "2026-09-12 2027-10-02 2028-09-21" },
    { LIAISON_CALENDAR_SYSTEM_HEBREW, 1, 10, "2026-09-21 2027-10-11 2028-09-30" },
    { LIAISON_CALENDAR_SYSTEM_HEBREW, 8, 15, "2026-04-02 2027-04-22 2028-04-11" },
    { LIAISON_CALENDAR_SYSTEM_HEBREW, 7, 14, "2026-03-03 2027-03-23 2028-03-12" },
    { LIAISON_CALENDAR_SYSTEM_HEBREW, 6, 14, "2027-02-21" }, /* Adar I: 5787 is a leap year */
    { LIAISON_CALENDAR_SYSTEM_CHINESE, 1, 1, "2026-02-17 2027-02-06 2028-01-26" },
    { LIAISON_CALENDAR_SYSTEM_CHINESE, 5, 5, "2026-06-19 2027-06-09 2028-05-28" },
    { LIAISON_CALENDAR_SYSTEM_CHINESE, 8, 15, "2026-09-25 2027-09-15 2028-10-03" },
    { LIAISON_CALENDAR_SYSTEM_PERSIAN, 1, 1, "2026-03-21 2027-03-21 2028-03-20" },
    { LIAISON_CALENDAR_SYSTEM_PERSIAN, 1, 13, "2026-04-02 2027-04-02 2028-04-01" },
    { LIAISON_CALENDAR_SYSTEM_ETHIOPIC, 1, 1, "2026-09-11 2027-09-12 2028-09-11" },
    { LIAISON_CALENDAR_SYSTEM_ETHIOPIC, 4, 29, "2026-01-07 2027-01-07 2028-01-08" },
    { LIAISON_CALENDAR_SYSTEM_ETHIOPIC, 5, 11, "2026-01-19 2027-01-19 2028-01-20" },
    { LIAISON_CALENDAR_SYSTEM_ETHIOPIC, 13, 6, "2027-09-11" }, /* the leap day of 2019 */
    { LIAISON_CALENDAR_SYSTEM_COPTIC, 1, 1, "2026-09-11 2027-09-12 2028-09-11" },
    { LIAISON_CALENDAR_SYSTEM_INDIAN, 1, 1, "2026-03-22 2027-03-22 2028-03-21" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) found = g_string_new (NULL);
      liaison_calendar_system_foreach_day (cases[i].system, cases[i].month, cases[i].day,
                                           date ("2026-01-01"), date ("2028-12-31"), append_day_cb,
                                           found);
      g_assert_cmpstr (found->str, ==, cases[i].expected);
    }
}

static void
test_easter (void)
{
  static const struct
  {
    int year;
    const char *western, *eastern;
  } cases[] = {
    { 1961, "1961-04-02", "1961-04-09" }, { 2008, "2008-03-23", "2008-04-27" },
    { 2024, "2024-03-31", "2024-05-05" }, { 2025, "2025-04-20", "2025-04-20" },
    { 2026, "2026-04-05", "2026-04-12" }, { 2027, "2027-03-28", "2027-05-02" },
    { 2028, "2028-04-16", "2028-04-16" }, { 2038, "2038-04-25", "2038-04-25" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (liaison_easter_western (cases[i].year), ==, date (cases[i].western));
      g_assert_cmpint (liaison_easter_eastern (cases[i].year), ==, date (cases[i].eastern));
    }
}

/* Sixteen years of each, as published: Easter by the US Naval Observatory and the Greek Orthodox
 * Archdiocese, Chinese New Year by the Hong Kong Observatory, Rosh Hashanah by hebcal.com, Nowruz by
 * the calendar centre of the University of Tehran, Eid al-Fitr in the Umm al-Qura calendar by R. H.
 * van Gent. */
static void
test_many_years (void)
{
  static const struct
  {
    LiaisonCalendarSystem system;
    int month, day, until;
    const char *expected;
  } cases[] = {
    { LIAISON_CALENDAR_SYSTEM_CHINESE, 1, 1, 2035,
      "2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 "
      "2028-01-26 2029-02-13 2030-02-03 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08" },
    { LIAISON_CALENDAR_SYSTEM_HEBREW, 1, 1, 2035,
      "2020-09-19 2021-09-07 2022-09-26 2023-09-16 2024-10-03 2025-09-23 2026-09-12 2027-10-02 "
      "2028-09-21 2029-09-10 2030-09-28 2031-09-18 2032-09-06 2033-09-24 2034-09-14 2035-10-04" },
    { LIAISON_CALENDAR_SYSTEM_PERSIAN, 1, 1, 2035,
      "2020-03-20 2021-03-21 2022-03-21 2023-03-21 2024-03-20 2025-03-21 2026-03-21 2027-03-21 "
      "2028-03-20 2029-03-20 2030-03-21 2031-03-21 2032-03-20 2033-03-20 2034-03-21 2035-03-21" },
    { LIAISON_CALENDAR_SYSTEM_ISLAMIC_UMALQURA, 10, 1, 2030,
      "2020-05-24 2021-05-13 2022-05-02 2023-04-21 2024-04-10 2025-03-30 2026-03-20 2027-03-09 "
      "2028-02-26 2029-02-14 2030-02-04" },
  };
  static const char western[]
      = "2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 "
        "2028-04-16 2029-04-01 2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25";
  static const char eastern[]
      = "2020-04-19 2021-05-02 2022-04-24 2023-04-16 2024-05-05 2025-04-20 2026-04-12 2027-05-02 "
        "2028-04-16 2029-04-08 2030-04-28 2031-04-13 2032-05-02 2033-04-24 2034-04-09 2035-04-29";
  g_autoptr (GString) west = g_string_new (NULL);
  g_autoptr (GString) east = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) found = g_string_new (NULL);
      g_autofree char *until = g_strdup_printf ("%d-12-31", cases[i].until);

      liaison_calendar_system_foreach_day (cases[i].system, cases[i].month, cases[i].day,
                                           date ("2020-01-01"), date (until), append_day_cb, found);
      g_assert_cmpstr (found->str, ==, cases[i].expected);
    }
  for (int year = 2020; year <= 2035; year++)
    {
      append_day_cb (liaison_easter_western (year), west);
      append_day_cb (liaison_easter_eastern (year), east);
    }
  g_assert_cmpstr (west->str, ==, western);
  g_assert_cmpstr (east->str, ==, eastern);
}

static LiaisonObservanceData *
begin (Plan *plan, LiaisonObservanceBasis basis, const char *nation)
{
  LiaisonObservanceData *data = plan_begin (plan, &liaison_observance_kind);

  data->basis = (int) basis;
  data->nations = liaison_codes_new (&nation, 1);
  return data;
}

static LiaisonItems *
entered (Plan *plan, const char *from, const char *until)
{
  LiaisonObservedDateData *item
      = (gpointer) liaison_block_new (&liaison_observed_date_shape, plan_id (++plan->made));
  LiaisonBlock *block = &item->block;

  item->from = date (from);
  if (until != NULL)
    item->until = date (until);
  return liaison_items_new_take (&block, 1);
}

static void
append_run_cb (gint32 first, gint32 last, gboolean confirmed, gpointer data)
{
  append_day_cb (first, data);
  if (last != first)
    g_string_append_printf (data, "+%d", last - first);
  if (confirmed)
    g_string_append_c (data, '!');
}

static void
assert_days (LiaisonObservanceData *data, const char *from, const char *until, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (LiaisonBlock) block = &data->block;

  liaison_observance_foreach_days (block, date (from), date (until), append_run_cb, found);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_bases (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonObservanceData *data;

  data = begin (plan, LIAISON_OBSERVANCE_BASIS_DATES, "JP");
  data->dates = entered (plan, "2027-05-03", "2027-05-05");
  assert_days (data, "2027-05-05", "2027-12-31", "2027-05-03+2");

  data = begin (plan, LIAISON_OBSERVANCE_BASIS_EASTER_WESTERN, "BR");
  data->offset = -48;
  data->length = 2;
  assert_days (data, "2026-06-01", "2028-06-01", "2027-02-08+1 2028-02-28+1");

  data = begin (plan, LIAISON_OBSERVANCE_BASIS_EASTER_EASTERN, "EL");
  data->offset = 1;
  assert_days (data, "2027-01-01", "2027-12-31", "2027-05-03");

  data = begin (plan, LIAISON_OBSERVANCE_BASIS_RECURRENCE, "JO");
  data->rule = g_ref_string_new ("FREQ=WEEKLY;BYDAY=FR,SA");
  data->last = date ("2027-10-09");
  assert_days (data, "2027-10-01", "2027-10-31", "2027-10-01 2027-10-02 2027-10-08 2027-10-09");

  data = begin (plan, LIAISON_OBSERVANCE_BASIS_RECURRENCE, "CA");
  data->rule = g_ref_string_new ("FREQ=YEARLY;BYMONTH=10;BYDAY=2MO");
  data->dates = entered (plan, "2027-10-11", NULL);
  assert_days (data, "2026-01-01", "2027-12-31", "2026-10-12 2027-10-11");

  /* The moon was seen a day later than computed. */
  data = begin (plan, LIAISON_OBSERVANCE_BASIS_YEARLY, "JO");
  data->calendar = LIAISON_CALENDAR_SYSTEM_ISLAMIC_UMALQURA;
  data->month = 9;
  data->day = 1;
  data->length = 30;
  data->dates = entered (plan, "2027-02-09", "2027-03-09");
  assert_days (data, "2027-01-01", "2028-12-31", "2027-02-09+28 2028-01-28+29");

  data = begin (plan, LIAISON_OBSERVANCE_BASIS_YEARLY, "NO");
  data->month = 5;
  data->day = 17;
  data->status = LIAISON_OBSERVANCE_STATUS_REFUSED;
  assert_days (data, "2027-01-01", "2028-12-31", "");
}

static void
append_time_cb (const LiaisonObservedTime *time, gint64 start, gint64 end, gpointer data)
{
  GString *text = data;
  LiaisonWall wall;

  liaison_wall_from_unix (start, 0, &wall);
  g_string_append_printf (text, "%s%02d%02dT%02d%02dZ/%d", text->len > 0 ? " " : "", wall.month,
                          wall.day, wall.hour, wall.minute, (int) (end - start) / 60);
}

/* Hours on the wall of the place, or of the observance's own zone; both clock changes. */
static void
test_times (void)
{
  static const struct
  {
    const char *zone, *own_zone;
    gint64 from, until; /* of day, s */
    gboolean eve;
    const char *day;
    const char *expected;
  } cases[] = {
    { "Europe/Oslo", NULL, -1, -1, FALSE, "2027-05-17", "0516T2200Z/1440" },
    { "Asia/Tokyo", NULL, -1, -1, FALSE, "2027-05-17", "0516T1500Z/1440" },
    { "Asia/Tokyo", "Europe/Oslo", -1, -1, FALSE, "2027-05-17", "0516T2200Z/1440" },
    { "Europe/Oslo", NULL, -1, -1, FALSE, "2027-03-28", "0327T2300Z/1380" },
    { "Europe/Oslo", NULL, -1, -1, FALSE, "2027-10-31", "1030T2200Z/1500" },
    { "Asia/Amman", NULL, -1, -1, TRUE, "2027-05-16", "0515T1500Z/1800" },
    { "Europe/Oslo", NULL, 42300, 47700, FALSE, "2027-10-29", "1029T0945Z/90" },
    { "Europe/Oslo", NULL, 79200, 21600, FALSE, "2027-10-30", "1030T2000Z/540" },
    { "Europe/Oslo", NULL, 64800, -1, FALSE, "2027-05-17", "0517T1600Z/360" },
    { NULL, NULL, -1, 3600, FALSE, "2027-05-17", "0517T0000Z/60" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Plan) plan = plan_new ();
      g_autoptr (GString) found = g_string_new (NULL);
      LiaisonObservanceData *data = begin (plan, LIAISON_OBSERVANCE_BASIS_DATES, "NO");
      data->dates = entered (plan, cases[i].day, NULL);
      data->eve = cases[i].eve;
      data->zone = cases[i].own_zone != NULL ? g_intern_string (cases[i].own_zone) : NULL;
      if (cases[i].from >= 0)
        data->time_from = cases[i].from;
      if (cases[i].until >= 0)
        data->time_until = cases[i].until;
      plan_add (plan, &liaison_observance_kind, data);
      g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
      g_autoptr (LiaisonObservances) all
          = liaison_observances_new (snapshot, date ("2027-01-01"), date ("2027-12-31"));
      liaison_observances_foreach (all, "NO", cases[i].zone, (gint64) date ("2027-01-01") * 86400,
                                   (gint64) date ("2027-12-31") * 86400, append_time_cb, found);
      g_assert_cmpstr (found->str, ==, cases[i].expected);
      g_string_truncate (found, 0);
      liaison_observances_foreach (all, "PL", cases[i].zone, 0, G_MAXINT32, append_time_cb, found);
      g_assert_cmpstr (found->str, ==, "");
    }
}

/* A long fast is found from its last day, among weekends that begin later. */
static void
test_long_among_short (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (GString) found = g_string_new (NULL);
  LiaisonObservanceData *fast = begin (plan, LIAISON_OBSERVANCE_BASIS_DATES, "JO");
  fast->dates = entered (plan, "2027-02-08", "2027-03-09");
  plan_add (plan, &liaison_observance_kind, fast);
  LiaisonObservanceData *weekend = begin (plan, LIAISON_OBSERVANCE_BASIS_RECURRENCE, "JO");
  weekend->rule = g_ref_string_new ("FREQ=WEEKLY;BYDAY=FR,SA");
  plan_add (plan, &liaison_observance_kind, weekend);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonObservances) all
      = liaison_observances_new (snapshot, date ("2027-01-01"), date ("2027-12-31"));

  liaison_observances_foreach (all, "JO", NULL, (gint64) date ("2027-03-09") * 86400 + 3600,
                               (gint64) date ("2027-03-12") * 86400 + 3600, append_time_cb, found);
  g_assert_cmpstr (found->str, ==, "0208T0000Z/43200 0312T0000Z/1440");
}

/* What only some keep is theirs, and of those below them. */
static void
test_participants (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (GString) found = g_string_new (NULL);
  LiaisonId unit = plan_person (plan);
  LiaisonParticipantData *member = plan_begin (plan, &liaison_participant_kind);
  member->parent = unit;
  LiaisonId person = plan_add (plan, &liaison_participant_kind, member);
  LiaisonObservanceData *data = begin (plan, LIAISON_OBSERVANCE_BASIS_DATES, "JO");
  data->dates = entered (plan, "2027-02-08", NULL);
  data->participants = liaison_ids_new (&unit, 1);
  plan_add (plan, &liaison_observance_kind, data);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonObservances) all
      = liaison_observances_new (snapshot, date ("2027-01-01"), date ("2027-12-31"));

  liaison_observances_foreach (all, "JO", NULL, 0, G_MAXINT32, append_time_cb, found);
  g_assert_cmpstr (found->str, ==, "");
  liaison_observances_foreach_of (all, person, NULL, 0, G_MAXINT32, append_time_cb, found);
  g_assert_cmpstr (found->str, ==, "0208T0000Z/1440");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/observances/systems", test_systems);
  g_test_add_func ("/schedule/observances/easter", test_easter);
  g_test_add_func ("/schedule/observances/many-years", test_many_years);
  g_test_add_func ("/schedule/observances/bases", test_bases);
  g_test_add_func ("/schedule/observances/times", test_times);
  g_test_add_func ("/schedule/observances/long-among-short", test_long_among_short);
  g_test_add_func ("/schedule/observances/participants", test_participants);
  return g_test_run ();
}
