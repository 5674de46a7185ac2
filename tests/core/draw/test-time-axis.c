/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/time-axis.h"

#define DAY G_GINT64_CONSTANT (86400)

static void
test_round_trip (void)
{
  for (double pace = .5; pace < 200000; pace *= 3)
    for (gint64 time = -100 * 365 * DAY; time < 200 * 365 * DAY; time += 997 * DAY + 61)
      {
        LiaisonTimeAxis axis = { .origin = 20000 * DAY, .pace = pace };
        double position = liaison_time_axis_get_position (&axis, time);

        g_assert_cmpint (liaison_time_axis_get_time (&axis, position), ==, time);
      }
}

static void
test_fit (void)
{
  static const struct
  {
    gint64 span;
    double shown;
  } cases[] = {
    { 0, LIAISON_TIME_AXIS_SHORTEST },
    { 60, LIAISON_TIME_AXIS_SHORTEST },
    { 600, 600 },
    { 7 * DAY, 7. * DAY },
    { 731 * DAY, LIAISON_TIME_AXIS_LONGEST },
    { 9000 * DAY, LIAISON_TIME_AXIS_LONGEST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LiaisonTimeAxis axis = { 0 };

      liaison_time_axis_fit (&axis, 1000 * DAY, 1000 * DAY + cases[i].span, 800);
      g_assert_cmpfloat_with_epsilon (axis.pace * 800, cases[i].shown, 1e-3);
      g_assert_cmpint (axis.origin, <=, 1000 * DAY);
      g_assert_cmpfloat (liaison_time_axis_get_position (&axis, 1000 * DAY), <=, 400);
    }
}

static void
test_zoom_ends (void)
{
  LiaisonTimeAxis axis = { .origin = 0, .pace = 60 };

  for (guint i = 0; i < 200; i++)
    liaison_time_axis_zoom (&axis, 1.5, 1000);
  g_assert_cmpfloat_with_epsilon (axis.pace, .6, 1e-9);
  g_assert_cmpfloat (liaison_time_axis_zoom (&axis, 2, 1000), ==, 1);
  for (guint i = 0; i < 200; i++)
    liaison_time_axis_zoom (&axis, .5, 1000);
  g_assert_cmpfloat_with_epsilon (axis.pace, 731. * 86400 / 1000, 1e-6);
  g_assert_cmpfloat (liaison_time_axis_zoom (&axis, 0, 1000), ==, 1);
  g_assert_cmpfloat (liaison_time_axis_zoom (&axis, -1, 1000), ==, 1);
}

static void
test_far_away (void)
{
  LiaisonTimeAxis axis = { .origin = 0, .pace = 1e5 };

  g_assert_cmpint (liaison_time_axis_get_time (&axis, 1e300), ==,
                   G_GINT64_CONSTANT (1000000000000));
  g_assert_cmpint (liaison_time_axis_get_time (&axis, -1e300), ==,
                   G_GINT64_CONSTANT (-1000000000000));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/time-axis/round-trip", test_round_trip);
  g_test_add_func ("/draw/time-axis/fit", test_fit);
  g_test_add_func ("/draw/time-axis/zoom-ends", test_zoom_ends);
  g_test_add_func ("/draw/time-axis/far-away", test_far_away);
  return g_test_run ();
}
