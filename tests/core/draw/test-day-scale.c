/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scales of days with 23, 24 and 25 hours, and places for what overlaps. */
#include "config.h"

#include "draw/calendar-drawing.h"
#include "draw/day-scale.h"
#include "draw/side-by-side.h"
#include "record/instant.h"

#define HOUR 3600

static gint32
day_of (int year, int month, int day)
{
  gint32 days;

  g_assert_true (liaison_days_from_date (year, month, day, &days));
  return days;
}

static void
test_plain (void)
{
  g_autoptr (LiaisonDayScale) scale =
      liaison_day_scale_new ("Europe/Oslo", day_of (2027, 5, 10), 7);
  const LiaisonScaleDay *monday = liaison_day_scale_get_day (scale, 0);
  guint index;
  gint64 at, length;

  g_assert_cmpint (scale->length, ==, 24 * HOUR);
  g_assert_cmpint (monday->end - monday->start, ==, 24 * HOUR);
  g_assert_cmpint (liaison_day_scale_get_position (scale, 0, monday->start + 9 * HOUR), ==,
                   9 * HOUR);
  g_assert_cmpint (liaison_day_scale_get_time (scale, 0, 9 * HOUR), ==, monday->start + 9 * HOUR);
  g_assert_false (liaison_day_scale_get_gap (scale, 0, &at, &length));
  /* What is outside of the day is at its edges. */
  g_assert_cmpint (liaison_day_scale_get_position (scale, 0, monday->start - 1), ==, 0);
  g_assert_cmpint (liaison_day_scale_get_position (scale, 0, monday->end + 1), ==, 24 * HOUR);
  g_assert_true (liaison_day_scale_find_day (scale, monday->end, &index));
  g_assert_cmpuint (index, ==, 1);
  g_assert_false (liaison_day_scale_find_day (scale, monday->start - 1, &index));
}

/* 31 October 2027: 02:00 to 03:00 stands twice, and the other days have a gap there. */
static void
test_long_day (void)
{
  g_autoptr (LiaisonDayScale) scale =
      liaison_day_scale_new ("Europe/Oslo", day_of (2027, 10, 25), 7);
  const LiaisonScaleDay *sunday = liaison_day_scale_get_day (scale, 6);
  const LiaisonScaleDay *monday = liaison_day_scale_get_day (scale, 0);
  gboolean again;
  gint64 at, length;

  g_assert_cmpint (scale->length, ==, 25 * HOUR);
  g_assert_cmpint (sunday->end - sunday->start, ==, 25 * HOUR);
  /* On the day itself the scale is the time that passed. */
  for (gint64 hour = 0; hour < 25; hour++)
    {
      g_assert_cmpint (liaison_day_scale_get_position (scale, 6, sunday->start + hour * HOUR), ==,
                       hour * HOUR);
      g_assert_cmpint (liaison_day_scale_get_time (scale, 6, hour * HOUR), ==,
                       sunday->start + hour * HOUR);
    }
  g_assert_false (liaison_day_scale_get_gap (scale, 6, &at, &length));
  /* On another one the third hour is no time: 04:00 on the wall stands at five hours. */
  g_assert_cmpint (liaison_day_scale_get_position (scale, 0, monday->start + 4 * HOUR), ==,
                   5 * HOUR);
  g_assert_cmpint (liaison_day_scale_get_time (scale, 0, 5 * HOUR), ==, monday->start + 4 * HOUR);
  g_assert_true (liaison_day_scale_get_gap (scale, 0, &at, &length));
  g_assert_cmpint (at, ==, 3 * HOUR);
  g_assert_cmpint (length, ==, HOUR);
  g_assert_cmpint (liaison_day_scale_get_time (scale, 0, 3 * HOUR + 60), ==,
                   monday->start + 3 * HOUR);
  g_assert_cmpint (liaison_day_scale_get_wall (scale, 3 * HOUR, &again), ==, 2 * HOUR);
  g_assert_true (again);
  g_assert_cmpint (liaison_day_scale_get_wall (scale, 2 * HOUR, &again), ==, 2 * HOUR);
  g_assert_false (again);
}

/* 28 March 2027: from 02:00 to 03:00 there is no time. */
static void
test_short_day (void)
{
  g_autoptr (LiaisonDayScale) scale =
      liaison_day_scale_new ("Europe/Oslo", day_of (2027, 3, 28), 1);
  const LiaisonScaleDay *day = liaison_day_scale_get_day (scale, 0);
  gint64 at, length;

  g_assert_cmpint (scale->length, ==, 24 * HOUR);
  g_assert_cmpint (day->end - day->start, ==, 23 * HOUR);
  g_assert_true (liaison_day_scale_get_gap (scale, 0, &at, &length));
  g_assert_cmpint (at, ==, 2 * HOUR);
  g_assert_cmpint (length, ==, HOUR);
  g_assert_cmpint (liaison_day_scale_get_position (scale, 0, day->start + 2 * HOUR), ==, 3 * HOUR);
  g_assert_cmpint (liaison_day_scale_get_position (scale, 0, day->start + HOUR), ==, HOUR);
  g_assert_cmpint (liaison_day_scale_get_time (scale, 0, 9 * HOUR), ==, day->start + 8 * HOUR);
  g_assert_cmpint (liaison_day_scale_get_time (scale, 0, 2 * HOUR + 1800), ==,
                   day->start + 2 * HOUR);
}

/* Half an hour at Lord Howe, midnight that is jumped over in Beirut, a zone nobody knows. */
static void
test_odd_zones (void)
{
  g_autoptr (LiaisonDayScale) howe =
      liaison_day_scale_new ("Australia/Lord_Howe", day_of (2027, 4, 4), 1);
  g_autoptr (LiaisonDayScale) beirut =
      liaison_day_scale_new ("Asia/Beirut", day_of (2027, 3, 28), 1);
  g_autoptr (LiaisonDayScale) nowhere =
      liaison_day_scale_new ("Nowhere/At_All", day_of (2027, 3, 28), 1);
  const LiaisonScaleDay *day = liaison_day_scale_get_day (howe, 0);

  g_assert_cmpint (howe->length, ==, 24 * HOUR + 1800);
  g_assert_cmpint (day->end - day->start, ==, 24 * HOUR + 1800);
  for (gint64 at = 0; at < howe->length; at += 600)
    g_assert_cmpint (
        liaison_day_scale_get_position (howe, 0, liaison_day_scale_get_time (howe, 0, at)), ==, at);
  day = liaison_day_scale_get_day (beirut, 0);
  g_assert_cmpint (day->end - day->start, ==, 23 * HOUR);
  g_assert_cmpint (liaison_day_scale_get_day (nowhere, 0)->start, ==,
                   (gint64) day_of (2027, 3, 28) * 86400);
}

static void
test_weeks (void)
{
  static const struct
  {
    int year, month, day;
    guint week;
  } cases[] = {
    { 2027, 1, 1, 53 },  { 2027, 1, 3, 53 },   { 2027, 1, 4, 1 },  { 2026, 12, 31, 53 },
    { 2024, 12, 30, 1 }, { 2027, 10, 31, 43 }, { 2028, 2, 29, 9 }, { 1969, 12, 31, 1 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (
        liaison_calendar_drawing_find_week (day_of (cases[i].year, cases[i].month, cases[i].day)),
        ==, cases[i].week);
}

static const LiaisonPlacedSpan *
span_of (const LiaisonPlacedSpan *spans, guint n, guint tag)
{
  for (guint i = 0; i < n; i++)
    if (spans[i].tag == tag)
      return &spans[i];
  g_assert_not_reached ();
}

static void
test_places (void)
{
  /* a and b overlap, b and c do, a and c do not; d stands alone; e and f last no time. */
  LiaisonPlacedSpan spans[] = { { 0, 10, 0 },  { 5, 15, 1 },  { 12, 20, 2 },
                                { 30, 40, 3 }, { 50, 50, 4 }, { 50, 50, 5 } };
  guint n = G_N_ELEMENTS (spans);

  liaison_place_side_by_side (spans, n, 1);
  g_assert_cmpuint (span_of (spans, n, 0)->place, ==, 0);
  g_assert_cmpuint (span_of (spans, n, 1)->place, ==, 1);
  g_assert_cmpuint (span_of (spans, n, 2)->place, ==, 0);
  g_assert_cmpuint (span_of (spans, n, 2)->places, ==, 2);
  g_assert_cmpuint (span_of (spans, n, 3)->places, ==, 1);
  g_assert_cmpuint (span_of (spans, n, 4)->places, ==, 2);
  g_assert_cmpuint (span_of (spans, n, 4)->place + span_of (spans, n, 5)->place, ==, 1);
}

/* Random spans: none that overlap share a place or reach into each other, and there are no more
 * places than are needed at the busiest time. */
static void
test_random_places (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint run = 0; run < 200; run++)
    {
      LiaisonPlacedSpan spans[40];
      guint n = (guint) g_rand_int_range (rand, 1, 40), busiest = 0, most = 0;

      for (guint i = 0; i < n; i++)
        {
          spans[i] = (LiaisonPlacedSpan){ .start = g_rand_int_range (rand, 0, 100), .tag = i };
          spans[i].end = spans[i].start + g_rand_int_range (rand, 1, 30);
        }
      liaison_place_side_by_side (spans, n, 1);
      for (gint64 at = 0; at < 140; at++)
        {
          guint going_on = 0;
          for (guint i = 0; i < n; i++)
            going_on += spans[i].start <= at && at < spans[i].end;
          busiest = MAX (busiest, going_on);
        }
      for (guint i = 0; i < n; i++)
        {
          most = MAX (most, spans[i].places);
          g_assert_cmpuint (spans[i].place + spans[i].width, <=, spans[i].places);
          for (guint j = 0; j < n; j++)
            if (i != j && spans[i].start < spans[j].end && spans[j].start < spans[i].end
                && spans[i].place <= spans[j].place)
              g_assert_cmpuint (spans[i].place + spans[i].width, <=, spans[j].place);
        }
      g_assert_cmpuint (most, ==, busiest);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/day-scale/plain", test_plain);
  g_test_add_func ("/draw/day-scale/25-hours", test_long_day);
  g_test_add_func ("/draw/day-scale/23-hours", test_short_day);
  g_test_add_func ("/draw/day-scale/odd-zones", test_odd_zones);
  g_test_add_func ("/draw/calendar/week-numbers", test_weeks);
  g_test_add_func ("/draw/spans/places", test_places);
  g_test_add_func ("/draw/spans/random", test_random_places);
  return g_test_run ();
}
