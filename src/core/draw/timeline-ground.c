/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/timeline-private.h"

#include "record/kinds/exercise.h"
#include "record/times.h"
#include "record/zone.h"
#include "schedule/observances.h"

/* Time off that would be narrower is not shaded. */
#define NARROWEST 3.
/* Around the time that can be scrolled to, calendars are worked out. */
#define MARGIN (40 * G_GINT64_CONSTANT (86400))

typedef struct
{
  LiaisonTimeline *self;
  LiaisonCanvas *canvas;
  const LiaisonBox *visible;
  LiaisonBox lane;
} Shade;

static LiaisonCalendars *
get_calendars (LiaisonTimeline *self)
{
  gint64 from = self->axis.origin - MARGIN, until = self->until + MARGIN;

  /* Those kept from before may not reach as far. */
  if (self->calendars != NULL && (from < self->calendars_from || until > self->calendars_until))
    g_clear_pointer (&self->calendars, liaison_calendars_free);
  if (self->calendars != NULL)
    return self->calendars;
  g_clear_pointer (&self->calendars_of, liaison_snapshot_unref);
  self->calendars_of = liaison_snapshot_ref (liaison_lanes_get_snapshot (self->lanes));
  self->calendars_from = from;
  self->calendars_until = until;
  self->calendars = liaison_calendars_new (self->calendars_of, from, until);
  return self->calendars;
}

static LiaisonCalendar *
get_calendar (LiaisonTimeline *self, const LiaisonLane *lane)
{
  LiaisonCalendars *calendars = get_calendars (self);
  LiaisonKindId kind =
      lane->block != NULL ? liaison_kind_for_shape (lane->block->shape)->id : LIAISON_KIND_EXERCISE;

  if (kind == LIAISON_KIND_SITE)
    return liaison_calendars_get_site (calendars, lane->key);
  if (kind == LIAISON_KIND_PARTICIPANT)
    return liaison_calendars_get_participant (calendars, lane->key, NULL);
  if (lane->nation != NULL)
    return liaison_calendars_get_nation (calendars, lane->nation, NULL);
  return liaison_calendars_get_hours (calendars, NULL);
}

static void
add_span (Shade *shade, gint64 from, gint64 until)
{
  const LiaisonTimeAxis *axis = &shade->self->axis;
  double start = MAX (liaison_time_axis_get_position (axis, from), shade->visible->x);
  double end =
      MIN (liaison_time_axis_get_position (axis, until), shade->visible->x + shade->visible->width);

  if (end - start >= NARROWEST)
    liaison_canvas_add_box (
        shade->canvas, &(LiaisonBox){ start, shade->lane.y, end - start, shade->lane.height - 1 });
}

static void
shade_off (Shade *shade, const LiaisonCalendar *calendar)
{
  LiaisonTimeline *self = shade->self;
  guint n, low = 0, high;
  const LiaisonSpan *off = liaison_calendar_get_off (calendar, &n);
  gint64 from = liaison_time_axis_get_time (&self->axis, shade->visible->x);
  gint64 until =
      liaison_time_axis_get_time (&self->axis, shade->visible->x + shade->visible->width);

  for (high = n; low < high;)
    {
      guint middle = low + (high - low) / 2;
      if (off[middle].end > from)
        high = middle;
      else
        low = middle + 1;
    }
  for (guint i = low; i < n && off[i].start < until; i++)
    add_span (shade, off[i].start, off[i].end);
}

static void
observed_cb (const LiaisonObservedTime *time, gint64 start, gint64 end, gpointer data)
{
  const LiaisonObservanceData *observance = LIAISON_DATA (Observance, time->block);

  /* Every weekend would drown the days one has to know about. */
  if (!time->works && observance->type != LIAISON_OBSERVANCE_TYPE_WEEKEND)
    add_span (data, start, end);
}

static void
shade_lane (Shade *shade, const LiaisonLane *lane)
{
  LiaisonTimeline *self = shade->self;
  gint64 from = liaison_time_axis_get_time (&self->axis, shade->visible->x);
  gint64 until =
      liaison_time_axis_get_time (&self->axis, shade->visible->x + shade->visible->width);

  shade_off (shade, get_calendar (self, lane));
  liaison_canvas_set_role (shade->canvas, LIAISON_ROLE_SHADE);
  cairo_fill (shade->canvas->cr);
  if (lane->nation == NULL)
    return;
  liaison_observances_foreach (liaison_calendars_get_observances (get_calendars (self)),
                               lane->nation, NULL, from, until, observed_cb, shade);
  liaison_canvas_set_role (shade->canvas, LIAISON_ROLE_OBSERVANCE);
  cairo_fill (shade->canvas->cr);
}

static void
draw_edge (LiaisonTimeline *self,
           LiaisonCanvas *canvas,
           const LiaisonBox *visible,
           gint64 seconds,
           double width,
           LiaisonRole role)
{
  double x = liaison_time_axis_get_position (&self->axis, seconds);

  if (x >= visible->x - width && x <= visible->x + visible->width)
    liaison_canvas_fill_box (canvas,
                             &(LiaisonBox){ x - width / 2, visible->y, width, visible->height },
                             liaison_canvas_get_role (canvas, role));
}

/* STARTEX and ENDEX. */
static void
draw_bounds (LiaisonTimeline *self, LiaisonCanvas *canvas, const LiaisonBox *visible)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (liaison_lanes_get_snapshot (self->lanes));
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&lookup);
  gint64 seconds;

  if (liaison_times_get_start (&lookup, exercise, &seconds) == LIAISON_TIME_KNOWN)
    draw_edge (self, canvas, visible, seconds, 2, LIAISON_ROLE_SLACK);
  if (liaison_times_get_end (&lookup, exercise, &seconds) == LIAISON_TIME_KNOWN)
    draw_edge (self, canvas, visible, seconds, 2, LIAISON_ROLE_SLACK);
}

void
liaison_timeline_draw_ground (LiaisonTimeline *self,
                              LiaisonCanvas *canvas,
                              const LiaisonBox *visible)
{
  guint n, first = liaison_timeline_get_lane_at (self, visible->y);
  const LiaisonLane *lanes = liaison_lanes_get (self->lanes, &n);
  double bottom = visible->y + visible->height;

  for (guint i = first; i < n && g_array_index (self->tops, double, i) < bottom; i++)
    {
      LiaisonBox box = liaison_timeline_get_lane_box (self, i);
      Shade shade = { self, canvas, visible, box };

      box.x = visible->x;
      box.width = visible->width;
      if (i % 2 == 1)
        liaison_canvas_fill_box (canvas, &box,
                                 liaison_canvas_get_role (canvas, LIAISON_ROLE_STRIPE));
      /* At wide zooms hours off are too narrow to be seen, so they are not even looked for. */
      if (self->flags & LIAISON_TIMELINE_SHADE && self->axis.pace < 20000)
        shade_lane (&shade, &lanes[i]);
    }
  liaison_time_ruler_draw_lines (&self->ruler, canvas, &self->axis, visible);
  for (guint i = first; i < n && g_array_index (self->tops, double, i) < bottom; i++)
    liaison_canvas_add_horizontal (canvas, visible->x,
                                   g_array_index (self->tops, double, i + 1) - 1, visible->width);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE);
  cairo_fill (canvas->cr);
  draw_bounds (self, canvas, visible);
}

/* Where the clocks of a zone of the rulers change, a dashed line stands. */
static void
draw_changes (LiaisonTimeline *self, LiaisonCanvas *canvas, const LiaisonBox *visible)
{
  static const double dashes[] = { 4, 3 };
  gint64 from = liaison_time_axis_get_time (&self->axis, visible->x);
  gint64 until = liaison_time_axis_get_time (&self->axis, visible->x + visible->width);

  for (guint i = 0; i < self->ruler.n_zones; i++)
    {
      gint64 at = from, when;
      gint32 before, after;

      while (self->ruler.zones[i] != NULL
             && liaison_zone_next_change (self->ruler.zones[i], at, until, &when, &before, &after))
        {
          double x, y;
          liaison_canvas_place (canvas, liaison_time_axis_get_position (&self->axis, when),
                                visible->y, &x, &y);
          cairo_move_to (canvas->cr, x, y);
          cairo_line_to (canvas->cr, x, y + visible->height);
          at = when;
        }
    }
  cairo_save (canvas->cr);
  cairo_set_dash (canvas->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (canvas->cr, 1);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_NOTE);
  cairo_stroke (canvas->cr);
  cairo_restore (canvas->cr);
}

void
liaison_timeline_draw_clock_lines (LiaisonTimeline *self,
                                   LiaisonCanvas *canvas,
                                   const LiaisonBox *visible)
{
  /* Over years they would only be in the way. */
  if (self->axis.pace < 3600)
    draw_changes (self, canvas, visible);
  if (self->now != G_MININT64)
    draw_edge (self, canvas, visible, self->now, 2, LIAISON_ROLE_NOW);
}
