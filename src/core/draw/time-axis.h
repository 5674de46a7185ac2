/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a time stands on a line, at any zoom. Positions grow with time; a canvas that runs from
 * right to left mirrors them (canvas.h). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a window shows at least and at most, in s: ten minutes, two years. */
#define LIAISON_TIME_AXIS_SHORTEST 600.
#define LIAISON_TIME_AXIS_LONGEST  (731. * 86400)

/* A plain value. */
typedef struct
{
  gint64 origin; /* Unix s at position 0 */
  double pace;   /* s a unit; more than 0 */
} LiaisonTimeAxis;

static inline double
liaison_time_axis_get_position (const LiaisonTimeAxis *self, gint64 seconds)
{
  return (double) (seconds - self->origin) / self->pace;
}

/* To the second. Positions far outside any plan are clamped. */
gint64 liaison_time_axis_get_time (const LiaisonTimeAxis *self, double position);

/* Fits the times from @from to @until into @width units, as far as the zoom goes. Position 0
 * becomes the time that then stands at the start of the window. */
void liaison_time_axis_fit (LiaisonTimeAxis *self, gint64 from, gint64 until, double width);
/* Enlarges by @factor (2: half as many s a unit) in a window of @width units, as far as the zoom
 * goes: position 0 keeps its time. Returns by how much it really was. */
double liaison_time_axis_zoom (LiaisonTimeAxis *self, double factor, double width);

G_END_DECLS
