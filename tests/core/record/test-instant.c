/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/instant.h"

#include "record/zone.h"

#include <string.h>

#define ID "01890a5d-ac96-774b-bcce-b302099a8057"

static LiaisonInstant
read_good (const char *text)
{
  g_autoptr (GError) error = NULL;
  LiaisonInstant instant = { 0 };

  liaison_instant_parse (text, strlen (text), &instant, &error);
  g_assert_no_error (error);
  return instant;
}

static void
assert_text (const LiaisonInstant *instant, const char *expected)
{
  char text[LIAISON_INSTANT_TEXT_SIZE];

  g_assert_cmpuint (liaison_instant_format (instant, text), ==, strlen (text));
  g_assert_cmpstr (text, ==, expected);
}

/* Walls. Only rules of the past are named: those of the future change with the system's zone data.
 */

static void
test_from_wall (void)
{
  static const struct
  {
    int y, mo, d, h, mi;
    const char *zone, *text;
    LiaisonWallState state;
  } walls[] = {
    { 2025, 5, 14, 15, 0, "Europe/Oslo", "2025-05-14T15:00+02:00[Europe/Oslo]",
      LIAISON_WALL_PLAIN },
    { 2025, 5, 14, 15, 0, NULL, "2025-05-14T15:00Z", LIAISON_WALL_PLAIN },
    { 2025, 3, 30, 2, 30, "Europe/Oslo", "2025-03-30T03:30+02:00[Europe/Oslo]",
      LIAISON_WALL_SKIPPED },
    { 2025, 3, 30, 3, 0, "Europe/Oslo", "2025-03-30T03:00+02:00[Europe/Oslo]", LIAISON_WALL_PLAIN },
    { 2025, 10, 26, 2, 30, "Europe/Oslo", "2025-10-26T02:30+02:00[Europe/Oslo]",
      LIAISON_WALL_DOUBLED },
    { 2025, 3, 9, 2, 0, "America/New_York", "2025-03-09T03:00-04:00[America/New_York]",
      LIAISON_WALL_SKIPPED },
    { 2025, 11, 2, 1, 0, "America/New_York", "2025-11-02T01:00-04:00[America/New_York]",
      LIAISON_WALL_DOUBLED },
    { 2025, 4, 6, 1, 45, "Australia/Lord_Howe", "2025-04-06T01:45+11:00[Australia/Lord_Howe]",
      LIAISON_WALL_DOUBLED },
    { 2025, 10, 5, 2, 15, "Australia/Lord_Howe", "2025-10-05T02:45+11:00[Australia/Lord_Howe]",
      LIAISON_WALL_SKIPPED },
    { 2024, 3, 10, 2, 30, "Africa/Casablanca", "2024-03-10T02:30+01:00[Africa/Casablanca]",
      LIAISON_WALL_DOUBLED },
    { 2024, 4, 14, 2, 30, "Africa/Casablanca", "2024-04-14T03:30+01:00[Africa/Casablanca]",
      LIAISON_WALL_SKIPPED },
    { 2011, 12, 30, 12, 0, "Pacific/Apia", "2011-12-31T12:00+14:00[Pacific/Apia]",
      LIAISON_WALL_SKIPPED },
    { 2011, 12, 29, 23, 59, "Pacific/Apia", "2011-12-29T23:59-10:00[Pacific/Apia]",
      LIAISON_WALL_PLAIN },
    { 2025, 1, 1, 0, 0, "Pacific/Kiritimati", "2025-01-01T00:00+14:00[Pacific/Kiritimati]",
      LIAISON_WALL_PLAIN },
    { 2024, 2, 29, 0, 0, "Asia/Kathmandu", "2024-02-29T00:00+05:45[Asia/Kathmandu]",
      LIAISON_WALL_PLAIN },
    { 1910, 1, 1, 0, 0, "Asia/Kathmandu", "1910-01-01T00:00+05:41:16[Asia/Kathmandu]",
      LIAISON_WALL_PLAIN },
    { 1900, 1, 1, 0, 0, "UTC", "1900-01-01T00:00+00:00[UTC]", LIAISON_WALL_PLAIN },
    { 2200, 12, 31, 23, 59, "Asia/Kolkata", "2200-12-31T23:59+05:30[Asia/Kolkata]",
      LIAISON_WALL_PLAIN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (walls); i++)
    {
      LiaisonInstant instant, read;
      LiaisonWallState state;

      g_test_message ("%s", walls[i].text);
      g_assert_true (liaison_instant_from_wall (walls[i].y, walls[i].mo, walls[i].d, walls[i].h,
                                                walls[i].mi, 0, walls[i].zone, &instant, &state));
      g_assert_cmpint (state, ==, walls[i].state);
      assert_text (&instant, walls[i].text);
      read = read_good (walls[i].text);
      g_assert_true (liaison_instant_equal (&instant, &read));
    }
}

static void
test_from_wall_refusals (void)
{
  static const int parts[][6] = {
    { 1899, 12, 31, 12, 0, 0 },  { 2201, 1, 1, 0, 0, 0 },        { 2025, 0, 1, 0, 0, 0 },
    { 2025, 13, 1, 0, 0, 0 },    { 2025, 2, 29, 0, 0, 0 },       { 2025, 4, 31, 0, 0, 0 },
    { 2025, 1, 0, 0, 0, 0 },     { 2025, 1, 32, 0, 0, 0 },       { 2025, 1, 1, 24, 0, 0 },
    { 2025, 1, 1, -1, 0, 0 },    { 2025, 1, 1, 0, 60, 0 },       { 2025, 1, 1, 0, -1, 0 },
    { 2025, 1, 1, 0, 0, 60 },    { 2025, 1, 1, 0, 0, -1 },       { G_MAXINT, 1, 1, 0, 0, 0 },
    { G_MININT, 1, 1, 0, 0, 0 }, { 2025, G_MAXINT, 1, 0, 0, 0 }, { 2025, 1, G_MININT, 0, 0, 0 },
    { -1, 1, 1, 0, 0, 0 },
  };
  LiaisonInstant instant = { .form = 7 };
  LiaisonWallState state;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_false (liaison_instant_from_wall (parts[i][0], parts[i][1], parts[i][2], parts[i][3],
                                               parts[i][4], parts[i][5], "Europe/Oslo", &instant,
                                               NULL));
  g_assert_false (
      liaison_instant_from_wall (2025, 1, 1, 0, 0, 0, "Europe/Nowhere", &instant, &state));
  g_assert_cmpint (state, ==, LIAISON_WALL_NO_ZONE);
  g_assert_cmpint (instant.form, ==, 7);
}

static void
test_from_unix (void)
{
  LiaisonInstant instant;

  g_assert_true (liaison_instant_from_unix (1747227600, "Europe/Oslo", &instant));
  assert_text (&instant, "2025-05-14T15:00+02:00[Europe/Oslo]");
  g_assert_true (instant.zone == liaison_zone_intern ("Europe/Oslo", 11));
  g_assert_true (liaison_instant_from_unix (1747227600, NULL, &instant));
  assert_text (&instant, "2025-05-14T13:00Z");
  /* The second showing of a doubled hour. */
  g_assert_true (liaison_instant_from_unix (1761442200, "Europe/Oslo", &instant));
  assert_text (&instant, "2025-10-26T02:30+01:00[Europe/Oslo]");
  g_assert_cmpint (liaison_instant_get_wall_state (&instant), ==, LIAISON_WALL_DOUBLED);
  g_assert_false (liaison_instant_from_unix (1747227600, "Europe/Nowhere", &instant));
  g_assert_false (liaison_instant_from_unix (G_MAXINT64, "Europe/Oslo", &instant));
  g_assert_false (liaison_instant_from_unix (G_MININT64, NULL, &instant));
  /* The year counts on the wall, not in UTC. */
  g_assert_false (liaison_instant_from_unix (-G_GINT64_CONSTANT (2208988801), NULL, &instant));
  g_assert_true (
      liaison_instant_from_unix (-G_GINT64_CONSTANT (2208988801), "Etc/GMT-1", &instant));
  assert_text (&instant, "1900-01-01T00:59:59+01:00[Etc/GMT-1]");
}

static void
test_wall_states (void)
{
  static const struct
  {
    const char *text;
    LiaisonWallState state;
  } states[] = {
    { "2025-05-14T15:00+02:00[Europe/Oslo]", LIAISON_WALL_PLAIN },
    { "2025-05-14T15:00+02:00", LIAISON_WALL_PLAIN },
    { "2025-05-14T13:00Z", LIAISON_WALL_PLAIN },
    { "2025-05-14T15:00+01:00[Europe/Oslo]", LIAISON_WALL_CHANGED },
    { "2025-03-30T02:30+01:00[Europe/Oslo]", LIAISON_WALL_SKIPPED },
    { "2025-03-30T02:30+02:00[Europe/Oslo]", LIAISON_WALL_SKIPPED },
    { "2025-10-26T02:30+02:00[Europe/Oslo]", LIAISON_WALL_DOUBLED },
    { "2025-10-26T02:30+01:00[Europe/Oslo]", LIAISON_WALL_DOUBLED },
    { "2025-10-26T02:30+00:00[Europe/Oslo]", LIAISON_WALL_CHANGED },
    { "2025-04-06T01:45+11:00[Australia/Lord_Howe]", LIAISON_WALL_DOUBLED },
    { "2025-04-06T01:45+10:30[Australia/Lord_Howe]", LIAISON_WALL_DOUBLED },
    { "2011-12-30T12:00-10:00[Pacific/Apia]", LIAISON_WALL_SKIPPED },
    { "2025-05-14T15:00+02:00[Europe/Nowhere]", LIAISON_WALL_NO_ZONE },
    { "STARTEX+1d@02:30[Europe/Oslo]", LIAISON_WALL_PLAIN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      LiaisonInstant instant = read_good (states[i].text);

      g_test_message ("%s", states[i].text);
      g_assert_cmpint (liaison_instant_get_wall_state (&instant), ==, states[i].state);
    }
}

/* Every day of the years that plans may speak of, against GLib's calendar. */
static void
test_calendar (void)
{
  g_autoptr (GDate) date = g_date_new_dmy (1, 1, 1900);
  gint32 first, days;

  g_assert_true (liaison_days_from_date (1900, 1, 1, &first));
  for (days = first; g_date_get_year (date) <= 2200; days++, g_date_add_days (date, 1))
    {
      LiaisonWall wall;
      gint32 back;
      int year, month, day;

      liaison_date_from_days (days, &year, &month, &day);
      g_assert_cmpint (year, ==, g_date_get_year (date));
      g_assert_cmpint (month, ==, g_date_get_month (date));
      g_assert_cmpint (day, ==, g_date_get_day (date));
      g_assert_true (liaison_days_from_date (year, month, day, &back));
      g_assert_cmpint (back, ==, days);
      liaison_wall_from_unix (days * G_GINT64_CONSTANT (86400) + 86399, 0, &wall);
      g_assert_cmpint (wall.day, ==, day);
      g_assert_cmpint (wall.second, ==, 59);
      g_assert_cmpint (wall.weekday, ==, g_date_get_weekday (date));
    }
  g_assert_cmpint (days - first, ==, 109938);
}

static void
test_calendar_edges (void)
{
  LiaisonWall wall;
  gint32 days;

  g_assert_true (liaison_days_from_date (1, 1, 1, &days));
  g_assert_cmpint (days, ==, -719162);
  g_assert_true (liaison_days_from_date (9999, 12, 31, &days));
  g_assert_cmpint (days, ==, 2932896);
  g_assert_false (liaison_days_from_date (0, 1, 1, &days));
  g_assert_false (liaison_days_from_date (10000, 1, 1, &days));
  g_assert_false (liaison_days_from_date (1900, 2, 29, &days));
  g_assert_true (liaison_days_from_date (2000, 2, 29, &days));
  liaison_wall_from_unix (-1, 0, &wall);
  g_assert_cmpint (wall.year, ==, 1969);
  g_assert_cmpint (wall.second, ==, 59);
  g_assert_cmpint (wall.weekday, ==, 3);
  liaison_wall_from_unix (G_MAXINT64, G_MAXINT32, &wall);
  g_assert_cmpint (wall.year, ==, 9999);
  liaison_wall_from_unix (G_MININT64, G_MININT32, &wall);
  g_assert_cmpint (wall.year, ==, 1);
}

/* Resolving */

static gboolean
look_up_cb (LiaisonAnchorEdge edge, LiaisonId anchor, gint64 *seconds, gpointer data)
{
  const gint64 *times = data;

  *seconds = times[edge];
  if (edge == LIAISON_ANCHOR_START || edge == LIAISON_ANCHOR_END)
    g_assert_cmphex (anchor.low, ==, G_GUINT64_CONSTANT (0xbcceb302099a8057));
  return *seconds != 0;
}

static void
test_resolve (void)
{
  /* STARTEX 2025-03-28T22:30Z is 2025-03-28T23:30 in Oslo and already the next day in Kathmandu;
   * ENDEX is 2025-10-25T22:30Z, which is 2025-10-26T00:30 in Oslo. */
  gint64 times[] = { 1743201000, 1761431400, 1747227600, 1747231200 };
  static const struct
  {
    const char *text, *utc;
    LiaisonWallState state;
  } cases[] = {
    { "STARTEX", "2025-03-28T22:30Z", LIAISON_WALL_PLAIN },
    { "STARTEX+57h", "2025-03-31T07:30Z", LIAISON_WALL_PLAIN },
    { "STARTEX-2d", "2025-03-26T22:30Z", LIAISON_WALL_PLAIN },
    { "ENDEX+30m", "2025-10-25T23:00Z", LIAISON_WALL_PLAIN },
    { "start(" ID ")+30m", "2025-05-14T13:30Z", LIAISON_WALL_PLAIN },
    { "end(" ID ")-2h", "2025-05-14T12:00Z", LIAISON_WALL_PLAIN },
    /* The clock keeps its hour through the change of the 30th. */
    { "STARTEX+1d@09:00[Europe/Oslo]", "2025-03-29T08:00Z", LIAISON_WALL_PLAIN },
    { "STARTEX+2d@09:00[Europe/Oslo]", "2025-03-30T07:00Z", LIAISON_WALL_PLAIN },
    { "STARTEX+2d@02:30[Europe/Oslo]", "2025-03-30T01:30Z", LIAISON_WALL_SKIPPED },
    { "STARTEX@09:00Z", "2025-03-28T09:00Z", LIAISON_WALL_PLAIN },
    { "STARTEX@09:00[Asia/Kathmandu]", "2025-03-29T03:15Z", LIAISON_WALL_PLAIN },
    { "STARTEX@00:00[Pacific/Kiritimati]", "2025-03-28T10:00Z", LIAISON_WALL_PLAIN },
    { "STARTEX-28d@00:00[Europe/Oslo]", "2025-02-27T23:00Z", LIAISON_WALL_PLAIN },
    { "ENDEX@02:30[Europe/Oslo]", "2025-10-26T00:30Z", LIAISON_WALL_DOUBLED },
    { "ENDEX-1d@23:59:59[Europe/Oslo]", "2025-10-25T21:59:59Z", LIAISON_WALL_PLAIN },
    { "2025-05-14T15:00+02:00[Europe/Oslo]", "2025-05-14T13:00Z", LIAISON_WALL_PLAIN },
    { "2025-10-26T02:30+01:00[Europe/Oslo]", "2025-10-26T01:30Z", LIAISON_WALL_DOUBLED },
    { "2025-05-14T15:00+02:00[Europe/Nowhere]", "2025-05-14T13:00Z", LIAISON_WALL_NO_ZONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LiaisonInstant instant = read_good (cases[i].text), resolved;
      LiaisonWallState state;
      gint64 seconds;

      g_test_message ("%s", cases[i].text);
      g_assert_true (liaison_instant_resolve (&instant, look_up_cb, times, &seconds, &state));
      g_assert_true (liaison_instant_from_unix (seconds, NULL, &resolved));
      assert_text (&resolved, cases[i].utc);
      g_assert_cmpint (state, ==, cases[i].state);
      g_assert_true (liaison_instant_resolve (&instant, look_up_cb, times, &seconds, NULL));
    }
}

static void
test_what_has_no_time (void)
{
  static const char *const texts[] = { "STARTEX", "STARTEX+57h", "STARTEX@09:00Z",
                                       "ENDEX@09:00[Europe/Nowhere]" };
  gint64 times[] = { 0, 1761431400, 0, 0 };
  LiaisonInstant unset = { 0 };
  gint64 seconds;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      LiaisonInstant instant = read_good (texts[i]);

      g_assert_false (liaison_instant_resolve (&instant, look_up_cb, times, &seconds, NULL));
      g_assert_false (liaison_instant_resolve (&instant, NULL, NULL, &seconds, NULL));
    }
  g_assert_false (liaison_instant_resolve (&unset, look_up_cb, times, &seconds, NULL));
  /* An anchor off the calendar gives no time, and nothing overflows. */
  for (guint i = 0; i < 2; i++)
    {
      LiaisonInstant instant = read_good ("STARTEX+36525d@09:00[Europe/Oslo]");

      times[0] = i == 0 ? G_MAXINT64 : G_MININT64;
      g_assert_false (liaison_instant_resolve (&instant, look_up_cb, times, &seconds, NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/instant/from-wall", test_from_wall);
  g_test_add_func ("/record/instant/from-wall/refusals", test_from_wall_refusals);
  g_test_add_func ("/record/instant/from-unix", test_from_unix);
  g_test_add_func ("/record/instant/wall-states", test_wall_states);
  g_test_add_func ("/record/instant/calendar", test_calendar);
  g_test_add_func ("/record/instant/calendar/edges", test_calendar_edges);
  g_test_add_func ("/record/instant/resolve", test_resolve);
  g_test_add_func ("/record/instant/what-has-no-time", test_what_has_no_time);
  return g_test_run ();
}
