/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/timeline-private.h"

#include "record/kinds/exercise.h"
#include "record/times.h"

#include <math.h>

#define DAY G_GINT64_CONSTANT (86400)
/* The head is so many lines of its text wide, but leaves room for the body. */
#define NARROWEST_HEAD 7
#define WIDEST_HEAD    14
#define MOST_HEAD      340
#define MOST_MEASURED  300 /* labels of lanes that are looked at for the width of the head */
#define INDENT         16

G_DEFINE_FINAL_TYPE (LiaisonTimeline, liaison_timeline, LIAISON_TYPE_DRAWING)

static double
measure_head (LiaisonTimeline *self, LiaisonCanvas *canvas)
{
  guint n;
  const LiaisonLane *lanes = liaison_lanes_get (self->lanes, &n);
  double widest = 0, line = liaison_canvas_get_line_height (canvas, LIAISON_TEXT_BODY);

  for (guint i = 0; i < MIN (n, MOST_MEASURED); i++)
    widest = MAX (widest, 30 + INDENT * lanes[i].depth
                              + liaison_canvas_measure_text (
                                  canvas, lanes[i].label,
                                  lanes[i].depth == 0 ? LIAISON_TEXT_BOLD : LIAISON_TEXT_BODY));
  return CLAMP (ceil (widest), NARROWEST_HEAD * line, MIN (WIDEST_HEAD * line, MOST_HEAD));
}

static void
place_lanes (LiaisonTimeline *self)
{
  guint n;
  const LiaisonLane *lanes = liaison_lanes_get (self->lanes, &n);
  double top = 0;

  g_array_set_size (self->tops, 0);
  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (self->tops, top);
      top += MAX (1, liaison_lane_index_count_rows (lanes[i].index)) * self->row_height
             + 2 * LIAISON_TIMELINE_LANE_PAD + 1;
    }
  g_array_append_val (self->tops, top);
}

static void
liaison_timeline_measure (LiaisonDrawing *drawing, LiaisonCanvas *canvas, LiaisonDrawingSize *size)
{
  LiaisonTimeline *self = LIAISON_TIMELINE (drawing);

  self->row_height = liaison_canvas_get_line_height (canvas, LIAISON_TEXT_SMALL) + 8;
  self->ruler_height = liaison_time_ruler_get_height (&self->ruler, canvas);
  if (self->lanes == NULL)
    return;
  self->head_width = measure_head (self, canvas);
  place_lanes (self);
  *size = (LiaisonDrawingSize){ liaison_time_axis_get_position (&self->axis, self->until),
                                g_array_index (self->tops, double, self->tops->len - 1) + 24,
                                self->head_width, self->ruler_height };
}

static void
liaison_timeline_draw (LiaisonDrawing *drawing,
                       LiaisonCanvas *canvas,
                       LiaisonDrawingPart part,
                       const LiaisonBox *visible)
{
  LiaisonTimeline *self = LIAISON_TIMELINE (drawing);

  if (self->lanes == NULL)
    return;
  switch (part)
    {
    case LIAISON_PART_BODY:
      self->room = visible->width;
      liaison_timeline_draw_ground (self, canvas, visible);
      liaison_timeline_draw_bars (self, canvas, visible);
      liaison_timeline_draw_links (self, canvas, visible);
      liaison_timeline_draw_clock_lines (self, canvas, visible);
      break;
    case LIAISON_PART_ABOVE:
      liaison_timeline_draw_above (self, canvas, visible);
      break;
    case LIAISON_PART_START:
      liaison_timeline_draw_start (self, canvas, visible);
      break;
    case LIAISON_PART_CORNER:
      liaison_timeline_draw_corner (self, canvas);
      break;
    }
}

static double
liaison_timeline_zoom (LiaisonDrawing *drawing, double factor, double x)
{
  LiaisonTimeline *self = LIAISON_TIMELINE (drawing);
  gint64 time = liaison_time_axis_get_time (&self->axis, x);

  liaison_time_axis_zoom (&self->axis, factor, self->room > 0 ? self->room : 800);
  liaison_drawing_changed (drawing, TRUE);
  return liaison_time_axis_get_position (&self->axis, time);
}

static void
liaison_timeline_finalize (GObject *object)
{
  LiaisonTimeline *self = LIAISON_TIMELINE (object);

  g_clear_pointer (&self->path, liaison_timeline_path_free);
  g_clear_pointer (&self->calendars, liaison_calendars_free);
  g_clear_pointer (&self->calendars_of, liaison_snapshot_unref);
  g_clear_pointer (&self->lanes, liaison_lanes_free);
  g_clear_pointer (&self->tops, g_array_unref);
  g_clear_pointer (&self->labels, g_array_unref);
  g_clear_pointer (&self->selected, g_hash_table_unref);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->seen, g_array_unref);

  G_OBJECT_CLASS (liaison_timeline_parent_class)->finalize (object);
}

static void
liaison_timeline_class_init (LiaisonTimelineClass *klass)
{
  LiaisonDrawingClass *drawing_class = LIAISON_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = liaison_timeline_finalize;
  drawing_class->measure = liaison_timeline_measure;
  drawing_class->draw = liaison_timeline_draw;
  drawing_class->find = liaison_timeline_find;
  drawing_class->locate = liaison_timeline_locate;
  drawing_class->step = liaison_timeline_step;
  drawing_class->tell = liaison_timeline_tell;
  drawing_class->zoom = liaison_timeline_zoom;
}

static void
liaison_timeline_init (LiaisonTimeline *self)
{
  self->tops = g_array_new (FALSE, FALSE, sizeof (double));
  self->seen = g_array_new (FALSE, FALSE, sizeof (LiaisonTimelineSeen));
  self->labels = g_array_new (FALSE, FALSE, sizeof (LiaisonTimelineLabel));
  self->selected = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL);
  self->ruler = (LiaisonTimeRuler){ .zones = { NULL }, .n_zones = 1 };
  self->flags = LIAISON_TIMELINE_SHADE;
  self->now = G_MININT64;
  self->axis.pace = 3600;
}

LiaisonTimeline *
liaison_timeline_new (void)
{
  return g_object_new (LIAISON_TYPE_TIMELINE, NULL);
}

void
liaison_timeline_get_extent (LiaisonTimeline *self, gint64 now, gint64 *from, gint64 *until)
{
  const LiaisonBlock *exercise;
  LiaisonLookup lookup;
  gint64 start, end;
  gboolean known = self->lanes != NULL && liaison_lanes_get_extent (self->lanes, from, until);

  if (!known)
    {
      *from = G_MAXINT64;
      *until = G_MININT64;
    }
  if (self->lanes != NULL)
    {
      lookup = liaison_snapshot_get_lookup (liaison_lanes_get_snapshot (self->lanes));
      exercise = liaison_lookup_get_exercise (&lookup);
      if (liaison_times_get_start (&lookup, exercise, &start) == LIAISON_TIME_KNOWN)
        *from = MIN (*from, start);
      if (liaison_times_get_end (&lookup, exercise, &end) == LIAISON_TIME_KNOWN)
        *until = MAX (*until, end);
    }
  if (*from == G_MAXINT64)
    *from = *until == G_MININT64 ? now - 2 * DAY : *until - 12 * DAY;
  if (*until < *from)
    *until = *from + 14 * DAY;
}

/* The time that can be scrolled to only grows, so that nothing jumps while one works. */
static void
widen (LiaisonTimeline *self)
{
  gint64 from, until, margin;

  liaison_timeline_get_extent (self, self->now != G_MININT64 ? self->now : 0, &from, &until);
  margin = MAX (3 * DAY, (until - from) / 8);
  from -= margin;
  until += margin;
  if (!self->fitted || from < self->axis.origin)
    self->axis.origin = from;
  if (!self->fitted || until > self->until)
    self->until = until;
}

/* Whether the days off are what they were. */
static gboolean
has_same_calendars (LiaisonTimeline *self, LiaisonSnapshot *snapshot)
{
  static const LiaisonKindId kinds[] = { LIAISON_KIND_EXERCISE, LIAISON_KIND_NATION,
                                         LIAISON_KIND_SITE, LIAISON_KIND_PARTICIPANT,
                                         LIAISON_KIND_OBSERVANCE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n_before, n_after;
      if (liaison_snapshot_get (self->calendars_of, kinds[i], &n_before)
              != liaison_snapshot_get (snapshot, kinds[i], &n_after)
          || n_before != n_after)
        return FALSE;
    }
  return TRUE;
}

/* What was worked out from the lanes as they were. */
static void
forget (LiaisonTimeline *self, LiaisonSnapshot *snapshot)
{
  if (self->calendars_of != NULL && !has_same_calendars (self, snapshot))
    {
      g_clear_pointer (&self->calendars, liaison_calendars_free);
      g_clear_pointer (&self->calendars_of, liaison_snapshot_unref);
    }
  g_clear_pointer (&self->links, g_array_unref);
  g_array_set_size (self->seen, 0);
  g_array_set_size (self->labels, 0);
}

void
liaison_timeline_set_lanes (LiaisonTimeline *self, LiaisonLanes *lanes)
{
  forget (self, liaison_lanes_get_snapshot (lanes));
  g_clear_pointer (&self->lanes, liaison_lanes_free);
  self->lanes = lanes;
  widen (self);
  liaison_drawing_changed (LIAISON_DRAWING (self), TRUE);
}

gboolean
liaison_timeline_follow (LiaisonTimeline *self,
                         LiaisonSnapshot *snapshot,
                         const LiaisonManner *manner,
                         const LiaisonLanesSetup *setup)
{
  if (self->lanes == NULL)
    return FALSE;
  forget (self, snapshot);
  if (!liaison_lanes_follow (self->lanes, snapshot, manner, setup))
    return FALSE;
  widen (self);
  liaison_drawing_changed (LIAISON_DRAWING (self), TRUE);
  return TRUE;
}

void
liaison_timeline_set_uses (LiaisonTimeline *self, LiaisonUsesFunc func, gpointer data)
{
  self->uses = func;
  self->uses_data = data;
}

const LiaisonLanes *
liaison_timeline_get_lanes (LiaisonTimeline *self)
{
  return self->lanes;
}

void
liaison_timeline_set_zones (LiaisonTimeline *self, const char *const *zones, guint n)
{
  self->ruler.n_zones = CLAMP (n, 1, LIAISON_TIME_RULER_MOST_ZONES);
  self->ruler.zones[0] = NULL;
  for (guint i = 0; i < MIN (n, LIAISON_TIME_RULER_MOST_ZONES); i++)
    self->ruler.zones[i] = zones[i];
  liaison_drawing_changed (LIAISON_DRAWING (self), TRUE);
}

const LiaisonTimeRuler *
liaison_timeline_get_ruler (LiaisonTimeline *self)
{
  return &self->ruler;
}

const LiaisonTimeAxis *
liaison_timeline_get_axis (LiaisonTimeline *self)
{
  return &self->axis;
}

double
liaison_timeline_fit (LiaisonTimeline *self, gint64 from, gint64 until, double width)
{
  LiaisonTimeAxis fit = self->axis;

  liaison_time_axis_fit (&fit, from, until, width);
  self->axis.pace = fit.pace;
  self->room = width;
  if (fit.origin < self->axis.origin)
    self->axis.origin = fit.origin;
  self->until = MAX (self->until, fit.origin + (gint64) (width * fit.pace));
  self->fitted = TRUE;
  liaison_drawing_changed (LIAISON_DRAWING (self), TRUE);
  return liaison_time_axis_get_position (&self->axis, fit.origin);
}

void
liaison_timeline_set_now (LiaisonTimeline *self, gint64 now)
{
  self->now = now;
  liaison_drawing_changed (LIAISON_DRAWING (self), FALSE);
}

void
liaison_timeline_set_selected (LiaisonTimeline *self, const LiaisonId *ids, guint n)
{
  g_hash_table_remove_all (self->selected);
  for (guint i = 0; i < n; i++)
    g_hash_table_add (self->selected, g_memdup2 (&ids[i], sizeof *ids));
  liaison_drawing_changed (LIAISON_DRAWING (self), FALSE);
}

gboolean
liaison_timeline_is_selected (LiaisonTimeline *self, LiaisonId id)
{
  return g_hash_table_contains (self->selected, &id);
}

void
liaison_timeline_take_marks (LiaisonTimeline *self, GHashTable *marks)
{
  g_clear_pointer (&self->marks, g_hash_table_unref);
  self->marks = marks;
  liaison_drawing_changed (LIAISON_DRAWING (self), FALSE);
}

void
liaison_timeline_set_flags (LiaisonTimeline *self, LiaisonTimelineFlags flags)
{
  self->flags = flags;
  liaison_drawing_changed (LIAISON_DRAWING (self), FALSE);
}

LiaisonTimelineFlags
liaison_timeline_get_flags (LiaisonTimeline *self)
{
  return self->flags;
}

double
liaison_timeline_get_row_height (LiaisonTimeline *self)
{
  return self->row_height;
}
