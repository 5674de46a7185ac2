/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/ticks.h"

#include <string.h>

#define HOUR 3600
#define DAY  86400

static gint64
at (const char *text)
{
  LiaisonInstant instant;
  gint64 seconds = 0;

  g_assert_true (liaison_instant_parse (text, strlen (text), &instant, NULL));
  g_assert_true (liaison_instant_resolve (&instant, NULL, NULL, &seconds, NULL));
  return seconds;
}

static void
add_cb (const LiaisonTick *tick, gpointer text)
{
  g_string_append_printf (text, "%s%02d.%02d %02d%02d/%g", ((GString *) text)->len > 0 ? ", " : "",
                          tick->wall.day, tick->wall.month, tick->wall.hour, tick->wall.minute,
                          (tick->end - tick->start) / (double) HOUR);
}

/* Steps as "day.month hour/length in hours". */
typedef struct
{
  const char *path, *zone;
  LiaisonTickLevel level;
  guint first_weekday;
  const char *from, *until;
  const char *wanted;
} Case;

static const Case cases[] = {
  { "hours",
    NULL,
    { LIAISON_TICK_HOUR, 6 },
    1,
    "2027-05-14T05:00Z",
    "2027-05-14T13:00Z",
    "14.05 0000/6, 14.05 0600/6, 14.05 1200/6" },
  { "minutes",
    NULL,
    { LIAISON_TICK_MINUTE, 15 },
    1,
    "2027-05-14T23:45Z",
    "2027-05-15T00:01Z",
    "14.05 2345/0.25, 15.05 0000/0.25" },
  { "half-hour-zone",
    "Asia/Kathmandu",
    { LIAISON_TICK_HOUR, 12 },
    1,
    "2027-05-14T00:00Z",
    "2027-05-14T07:00Z",
    "14.05 0000/12, 14.05 1200/12" },
  /* Clocks go forward at 02:00 to 03:00. */
  { "spring-hours",
    "Europe/Oslo",
    { LIAISON_TICK_HOUR, 1 },
    1,
    "2027-03-28T00:00Z",
    "2027-03-28T02:00Z",
    "28.03 0100/1, 28.03 0300/1" },
  { "spring-three-hours",
    "Europe/Oslo",
    { LIAISON_TICK_HOUR, 3 },
    1,
    "2027-03-27T23:00Z",
    "2027-03-28T05:00Z",
    "28.03 0000/2, 28.03 0300/3, 28.03 0600/3" },
  { "spring-day",
    "Europe/Oslo",
    { LIAISON_TICK_DAY, 1 },
    1,
    "2027-03-28T00:00Z",
    "2027-03-29T00:00Z",
    "28.03 0000/23, 29.03 0000/24" },
  /* Clocks go back at 03:00 to 02:00: 02:00 has two marks. */
  { "autumn-hours",
    "Europe/Oslo",
    { LIAISON_TICK_HOUR, 1 },
    1,
    "2027-10-31T00:00Z",
    "2027-10-31T03:00Z",
    "31.10 0200/1, 31.10 0200/1, 31.10 0300/1" },
  { "autumn-day",
    "Europe/Oslo",
    { LIAISON_TICK_DAY, 1 },
    1,
    "2027-10-31T00:00Z",
    "2027-10-31T01:00Z",
    "31.10 0000/25" },
  /* Lord Howe's clocks change by half an hour. */
  { "half-hour-change",
    "Australia/Lord_Howe",
    { LIAISON_TICK_HOUR, 6 },
    1,
    "2027-04-03T13:30Z",
    "2027-04-04T02:00Z",
    "04.04 0000/6.5, 04.04 0600/6, 04.04 1200/6" },
  /* Midnight itself is skipped in Beirut. */
  { "no-midnight",
    "Asia/Beirut",
    { LIAISON_TICK_DAY, 1 },
    1,
    "2027-03-27T23:00Z",
    "2027-03-28T22:00Z",
    "28.03 0100/23, 29.03 0000/24" },
  { "week-monday",
    NULL,
    { LIAISON_TICK_WEEK, 1 },
    1,
    "2027-05-14T00:00Z",
    "2027-05-18T00:00Z",
    "10.05 0000/168, 17.05 0000/168" },
  { "week-sunday",
    NULL,
    { LIAISON_TICK_WEEK, 1 },
    7,
    "2027-05-14T00:00Z",
    "2027-05-16T00:01Z",
    "09.05 0000/168, 16.05 0000/168" },
  { "month-leap",
    NULL,
    { LIAISON_TICK_MONTH, 1 },
    1,
    "2028-02-29T00:00Z",
    "2028-03-01T00:01Z",
    "01.02 0000/696, 01.03 0000/744" },
  { "quarter",
    NULL,
    { LIAISON_TICK_MONTH, 3 },
    1,
    "2027-12-31T00:00Z",
    "2028-01-01T00:01Z",
    "01.10 0000/2208, 01.01 0000/2184" },
  { "year",
    NULL,
    { LIAISON_TICK_YEAR, 1 },
    1,
    "2027-12-31T00:00Z",
    "2028-01-01T00:01Z",
    "01.01 0000/8760, 01.01 0000/8784" },
  { "unknown-zone",
    "Europe/Atlantis",
    { LIAISON_TICK_DAY, 1 },
    1,
    "2027-05-14T12:00Z",
    "2027-05-14T13:00Z",
    "14.05 0000/24" },
  { "nothing", NULL, { LIAISON_TICK_DAY, 1 }, 1, "2027-05-14T12:00Z", "2027-05-13T12:00Z", "" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GString) found = g_string_new (NULL);

  liaison_ticks_foreach (c->zone, c->level, c->first_weekday, at (c->from), at (c->until), add_cb,
                         found);
  g_assert_cmpstr (found->str, ==, c->wanted);
}

typedef struct
{
  gint64 last;
  guint n;
} Seen;

static void
check_cb (const LiaisonTick *tick, gpointer data)
{
  Seen *seen = data;

  g_assert_cmpint (tick->end, >, tick->start);
  if (seen->n++ > 0)
    g_assert_cmpint (tick->start, ==, seen->last);
  seen->last = tick->end;
}

/* Whatever the level and zone, steps lie end to end and cover what was asked. */
static void
test_gapless (void)
{
  static const char *const zones[] = {
    NULL,          "Europe/Oslo", "Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe",
    "Asia/Beirut", "Pacific/Apia"
  };
  static const LiaisonTickLevel levels[] = {
    { LIAISON_TICK_MINUTE, 30 }, { LIAISON_TICK_HOUR, 1 }, { LIAISON_TICK_HOUR, 12 },
    { LIAISON_TICK_DAY, 1 },     { LIAISON_TICK_WEEK, 1 }, { LIAISON_TICK_MONTH, 1 },
    { LIAISON_TICK_MONTH, 3 },   { LIAISON_TICK_YEAR, 1 },
  };
  gint64 from = at ("2027-01-03T07:11Z"), until = at ("2028-03-03T07:11Z");

  for (guint z = 0; z < G_N_ELEMENTS (zones); z++)
    for (guint l = 0; l < G_N_ELEMENTS (levels); l++)
      {
        Seen seen = { 0 };
        liaison_ticks_foreach (zones[z], levels[l], 1, from, until, check_cb, &seen);
        g_assert_cmpint (seen.last, >=, until);
      }
  /* Samoa left out the whole of 30 December 2011. */
  {
    Seen seen = { 0 };
    liaison_ticks_foreach ("Pacific/Apia", levels[3], 1, at ("2011-12-28T00:00Z"),
                           at ("2012-01-02T00:00Z"), check_cb, &seen);
    g_assert_cmpuint (seen.n, >=, 4);
  }
}

static void
test_choose (void)
{
  static const struct
  {
    double pace, units;
    LiaisonTickLevel level;
  } choices[] = {
    { .5, 40, { LIAISON_TICK_MINUTE, 1 } },   { 60, 40, { LIAISON_TICK_HOUR, 1 } },
    { 3600, 40, { LIAISON_TICK_WEEK, 1 } },   { 1800, 40, { LIAISON_TICK_DAY, 1 } },
    { 63000, 40, { LIAISON_TICK_MONTH, 1 } }, { 1e9, 40, { LIAISON_TICK_YEAR, 1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      LiaisonTickLevel level = liaison_tick_level_choose (choices[i].pace, choices[i].units);
      g_assert_cmpint (level.unit, ==, choices[i].level.unit);
      g_assert_cmpuint (level.step, ==, choices[i].level.step);
      g_assert_cmpint (liaison_tick_level_above (level).unit, >=, level.unit);
    }
}

static void
test_snap (void)
{
  LiaisonTickLevel quarter = { LIAISON_TICK_MINUTE, 15 }, day = { LIAISON_TICK_DAY, 1 };

  g_assert_cmpint (liaison_ticks_snap (NULL, quarter, 1, at ("2027-05-14T12:07Z")), ==,
                   at ("2027-05-14T12:00Z"));
  g_assert_cmpint (liaison_ticks_snap (NULL, quarter, 1, at ("2027-05-14T12:08Z")), ==,
                   at ("2027-05-14T12:15Z"));
  g_assert_cmpint (liaison_ticks_snap ("Europe/Oslo", day, 1, at ("2027-05-14T12:07Z")), ==,
                   at ("2027-05-14T22:00Z"));
  g_assert_cmpint (liaison_ticks_snap ("Europe/Oslo", day, 1, at ("2027-05-13T22:00Z")), ==,
                   at ("2027-05-13T22:00Z"));
}

static void
test_weeks (void)
{
  static const struct
  {
    LiaisonWall wall;
    guint week;
  } dates[] = {
    { { 2027, 1, 1, 0, 0, 0, 5 }, 53 },   { { 2027, 1, 4, 0, 0, 0, 1 }, 1 },
    { { 2026, 12, 31, 0, 0, 0, 4 }, 53 }, { { 2024, 12, 30, 0, 0, 0, 1 }, 1 },
    { { 2027, 5, 14, 0, 0, 0, 5 }, 19 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    g_assert_cmpuint (liaison_tick_get_week (&dates[i].wall), ==, dates[i].week);
}

static void
test_format (void)
{
  LiaisonTick tick = { .wall = { 2027, 5, 14, 6, 5, 0, 5 } };
  static const char *const wanted[] = { "0605", "0605", "14", "14 MAY", "MAY", "2027" };
  char text[LIAISON_TICK_LABEL_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      liaison_tick_format (&tick, i, text);
      g_assert_cmpstr (text, ==, wanted[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/draw/ticks/", cases[i].path, NULL);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/draw/ticks/gapless", test_gapless);
  g_test_add_func ("/draw/ticks/choose", test_choose);
  g_test_add_func ("/draw/ticks/snap", test_snap);
  g_test_add_func ("/draw/ticks/weeks", test_weeks);
  g_test_add_func ("/draw/ticks/format", test_format);
  return g_test_run ();
}
