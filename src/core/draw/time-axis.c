/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/time-axis.h"

#include <math.h>

/* Unix s; some 30,000 years, which no plan reaches. */
#define FARTHEST 1e12

gint64
liaison_time_axis_get_time (const LiaisonTimeAxis *self, double position)
{
  double seconds = round (position * self->pace);

  return self->origin + (gint64) CLAMP (seconds, -FARTHEST, FARTHEST);
}

static double
clamp_pace (double pace, double width)
{
  width = MAX (width, 1);
  return CLAMP (pace, LIAISON_TIME_AXIS_SHORTEST / width, LIAISON_TIME_AXIS_LONGEST / width);
}

void
liaison_time_axis_fit (LiaisonTimeAxis *self, gint64 from, gint64 until, double width)
{
  double span = (double) MAX (until - from, 1);
  double over;

  self->pace = clamp_pace (span / MAX (width, 1), width);
  /* What is shorter than the shortest window stands in its middle. */
  over = MAX (width, 1) * self->pace - span;
  self->origin = from - (over > 0 ? (gint64) (over / 2) : 0);
}

double
liaison_time_axis_zoom (LiaisonTimeAxis *self, double factor, double width)
{
  double before = self->pace;

  if (!(factor > 0))
    return 1;
  self->pace = clamp_pace (self->pace / factor, width);
  return before / self->pace;
}
