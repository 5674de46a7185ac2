/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/timeline-private.h"

#include "record/kinds/exercise.h"
#include "record/times.h"

#define INDENT 16
#define BADGE  34

/* A flag at the line of a time: before it or after it, where there is room to be read. */
typedef struct
{
  const char *text;
  double line;
  LiaisonBox box;
} Flag;

static gboolean
place_flag (LiaisonTimeline *self,
            LiaisonCanvas *canvas,
            const LiaisonBox *visible,
            gint64 seconds,
            gboolean before,
            Flag *flag)
{
  double x = liaison_time_axis_get_position (&self->axis, seconds);
  double width = liaison_canvas_measure_text (canvas, flag->text, LIAISON_TEXT_SMALL_BOLD) + 8;
  double end = visible->x + visible->width;

  if (x < visible->x - width || x > end + width)
    return FALSE;
  if (before && x - width < visible->x)
    before = FALSE;
  else if (!before && x + width > end)
    before = TRUE;
  flag->line = x;
  flag->box = (LiaisonBox){ before ? x - width : x, 2, width,
                            liaison_canvas_get_line_height (canvas, LIAISON_TEXT_SMALL) + 2 };
  return TRUE;
}

static void
draw_flag (LiaisonTimeline *self, LiaisonCanvas *canvas, const Flag *flag)
{
  LiaisonBox box = flag->box;

  liaison_canvas_set_role (canvas, LIAISON_ROLE_SLACK);
  liaison_canvas_add_bar (canvas, &box, 1);
  liaison_canvas_add_box (canvas, &(LiaisonBox){ flag->line - 1, 2, 2, self->ruler_height });
  cairo_fill (canvas->cr);
  box.x += 4;
  box.width -= 4;
  liaison_canvas_draw_text (canvas, flag->text, LIAISON_TEXT_SMALL_BOLD, &box, LIAISON_ALIGN_START,
                            liaison_canvas_get_role (canvas, LIAISON_ROLE_GROUND));
}

/* The flags of the exercise that are seen. */
static guint
place_flags (LiaisonTimeline *self, LiaisonCanvas *canvas, const LiaisonBox *visible, Flag flags[2])
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (liaison_lanes_get_snapshot (self->lanes));
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&lookup);
  guint n = 0;
  gint64 seconds;

  flags[n].text = "STARTEX";
  if (liaison_times_get_start (&lookup, exercise, &seconds) == LIAISON_TIME_KNOWN
      && place_flag (self, canvas, visible, seconds, TRUE, &flags[n]))
    n++;
  flags[n].text = "ENDEX";
  if (liaison_times_get_end (&lookup, exercise, &seconds) == LIAISON_TIME_KNOWN
      && place_flag (self, canvas, visible, seconds, FALSE, &flags[n]))
    n++;
  return n;
}

void
liaison_timeline_draw_above (LiaisonTimeline *self,
                             LiaisonCanvas *canvas,
                             const LiaisonBox *visible)
{
  LiaisonTimeRuler ruler = self->ruler;
  Flag flags[2];

  ruler.n_taken = place_flags (self, canvas, visible, flags);
  for (guint i = 0; i < ruler.n_taken; i++)
    {
      ruler.taken[i].from = flags[i].box.x;
      ruler.taken[i].until = flags[i].box.x + flags[i].box.width;
    }
  liaison_time_ruler_draw (&ruler, canvas, &self->axis, visible);
  for (guint i = 0; i < ruler.n_taken; i++)
    draw_flag (self, canvas, &flags[i]);
  if (self->now != G_MININT64)
    {
      double x = liaison_time_axis_get_position (&self->axis, self->now), to_x, to_y;

      liaison_canvas_place (canvas, x, self->ruler_height, &to_x, &to_y);
      cairo_move_to (canvas->cr, to_x - 5, to_y - 7);
      cairo_line_to (canvas->cr, to_x + 5, to_y - 7);
      cairo_line_to (canvas->cr, to_x, to_y);
      cairo_close_path (canvas->cr);
      liaison_canvas_set_role (canvas, LIAISON_ROLE_NOW);
      cairo_fill (canvas->cr);
    }
}

static void
draw_triangle (LiaisonCanvas *canvas, double x, double y, gboolean folded)
{
  double to_x, to_y, sign = liaison_canvas_sign (canvas);

  liaison_canvas_place (canvas, x, y, &to_x, &to_y);
  if (folded)
    {
      cairo_move_to (canvas->cr, to_x - 2 * sign, to_y - 4);
      cairo_line_to (canvas->cr, to_x + 3 * sign, to_y);
      cairo_line_to (canvas->cr, to_x - 2 * sign, to_y + 4);
    }
  else
    {
      cairo_move_to (canvas->cr, to_x - 4, to_y - 2);
      cairo_line_to (canvas->cr, to_x + 4, to_y - 2);
      cairo_line_to (canvas->cr, to_x, to_y + 3);
    }
  cairo_close_path (canvas->cr);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_TEXT_DIM);
  cairo_fill (canvas->cr);
}

static void
draw_lane_head (LiaisonTimeline *self, LiaisonCanvas *canvas, const LiaisonLane *lane, guint place)
{
  LiaisonBox box = liaison_timeline_get_lane_box (self, place);
  double x = 8 + INDENT * lane->depth;
  double end = self->head_width - 6;
  gboolean badge = lane->nation != NULL
                   && (lane->block == NULL
                       || liaison_kind_for_shape (lane->block->shape)->id != LIAISON_KIND_NATION);
  LiaisonBox label = { x + 14, box.y + LIAISON_TIMELINE_LANE_PAD,
                       end - x - 14 - (badge ? BADGE : 0), self->row_height };

  if (lane->has_children)
    draw_triangle (canvas, x + 4, label.y + label.height / 2, lane->folded);
  liaison_canvas_draw_text (
      canvas, lane->label, lane->depth == 0 ? LIAISON_TEXT_BOLD : LIAISON_TEXT_BODY, &label,
      LIAISON_ALIGN_START, liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT));
  if (badge)
    liaison_canvas_draw_text (canvas, lane->nation, LIAISON_TEXT_SMALL,
                              &(LiaisonBox){ end - BADGE, label.y, BADGE, label.height },
                              LIAISON_ALIGN_END,
                              liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
  liaison_canvas_add_horizontal (canvas, 0, box.y + box.height - 1, self->head_width);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE);
  cairo_fill (canvas->cr);
}

static void
draw_border (LiaisonTimeline *self, LiaisonCanvas *canvas, double top, double height)
{
  liaison_canvas_add_vertical (canvas, self->head_width - 1, top, height);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE_STRONG);
  cairo_fill (canvas->cr);
}

void
liaison_timeline_draw_start (LiaisonTimeline *self,
                             LiaisonCanvas *canvas,
                             const LiaisonBox *visible)
{
  guint n, first = liaison_timeline_get_lane_at (self, visible->y);
  const LiaisonLane *lanes = liaison_lanes_get (self->lanes, &n);

  for (guint i = first;
       i < n && g_array_index (self->tops, double, i) < visible->y + visible->height; i++)
    draw_lane_head (self, canvas, &lanes[i], i);
  draw_border (self, canvas, visible->y, visible->height);
}

void
liaison_timeline_draw_corner (LiaisonTimeline *self, LiaisonCanvas *canvas)
{
  liaison_time_ruler_draw_names (&self->ruler, canvas, self->head_width);
  liaison_canvas_add_horizontal (canvas, 0, self->ruler_height - 1, self->head_width);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE_STRONG);
  cairo_fill (canvas->cr);
  draw_border (self, canvas, 0, self->ruler_height);
}
