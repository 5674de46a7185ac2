/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is drawn over the timeline while something is dragged. */
#include "config.h"

#include "schedule/timeline/timeline-view-private.h"

#include "draw/category.h"
#include "record/dtg.h"
#include "record/zone.h"
#include "words/sentence.h"

#include <glib/gi18n.h>
#include <math.h>

/* A time as a DTG, in Zulu or the zone of the first ruler. */
static void
append_time (LiaisonTimelineView *self, GString *text, gint64 seconds)
{
  const char *zone = liaison_timeline_get_ruler (self->timeline)->zones[0];
  char dtg[LIAISON_DTG_TEXT_SIZE];
  gint32 offset = 0;

  liaison_zone_get_offset (zone, seconds, &offset);
  liaison_dtg_format (seconds, offset, LIAISON_DTG_DEFAULT, dtg);
  g_string_append (text, dtg);
}

static void
append_length (GString *text, gint64 seconds)
{
  gint64 minutes = seconds / 60;

  if (minutes >= 1440)
    g_string_append_printf (text, "%" G_GINT64_FORMAT "d", minutes / 1440);
  if (minutes % 1440 >= 60)
    g_string_append_printf (text, "%" G_GINT64_FORMAT "h", minutes % 1440 / 60);
  if (minutes % 60 > 0 || minutes == 0)
    g_string_append_printf (text, "%" G_GINT64_FORMAT "m", minutes % 60);
}

/* A line of the readout, in the colour that is given. */
static void
draw_line (LiaisonCanvas *canvas,
           const char *text,
           const LiaisonBox *ghost,
           const LiaisonBox *visible,
           double y,
           LiaisonRole ground)
{
  double height = liaison_canvas_get_line_height (canvas, LIAISON_TEXT_SMALL_BOLD) + 8;
  double width = MIN (liaison_canvas_measure_text (canvas, text, LIAISON_TEXT_SMALL_BOLD) + 16,
                      visible->width - 8);
  LiaisonBox box = { CLAMP (ghost->x, visible->x + 4,
                            MAX (visible->x + 4, visible->x + visible->width - width - 4)),
                     y, width, height };

  liaison_canvas_set_role (canvas, ground);
  liaison_canvas_add_rounded (canvas, &box, 5);
  cairo_fill (canvas->cr);
  box.x += 8;
  box.width -= 16;
  liaison_canvas_draw_text (canvas, text, LIAISON_TEXT_SMALL_BOLD, &box, LIAISON_ALIGN_START,
                            liaison_canvas_get_role (canvas, LIAISON_ROLE_GROUND));
}

/* When it would be; and on the other side of the ghost, what stands against it. */
static void
draw_readout (LiaisonTimelineView *self,
              LiaisonCanvas *canvas,
              const LiaisonBox *ghost,
              const LiaisonBox *visible)
{
  const LiaisonDrag *drag = &self->drag;
  g_autoptr (GString) text = g_string_new (NULL);
  double height = liaison_canvas_get_line_height (canvas, LIAISON_TEXT_SMALL_BOLD) + 8;
  double above = ghost->y - height - 5, below = ghost->y + ghost->height + 5;
  g_autofree char *against = NULL;

  append_time (self, text, drag->new_start);
  g_string_append (text, " – ");
  append_time (self, text, drag->new_end);
  g_string_append (text, "  (");
  append_length (text, drag->new_end - drag->new_start);
  g_string_append (text, ")");
  if (above < visible->y + 2)
    {
      above = below;
      below += height + 4;
    }
  draw_line (canvas, text->str, ghost, visible, above, LIAISON_ROLE_TEXT);
  against = drag->refusal != NULL ? g_strdup (_ (drag->refusal))
                                  : liaison_timeline_view_tell_placement (self);
  if (against == NULL)
    return;
  if (below + height > visible->y + visible->height)
    below = above - height - 4;
  draw_line (canvas, against, ghost, visible, below,
             drag->refusal != NULL ? LIAISON_ROLE_ERROR : LIAISON_ROLE_WARNING);
}

/* Lines down from both ends, so that one sees what it meets. */
static void
draw_guides (LiaisonCanvas *canvas, const LiaisonBox *ghost, const LiaisonBox *visible)
{
  static const double dashes[] = { 3, 3 };
  double x, y;

  cairo_save (canvas->cr);
  for (guint i = 0; i < 2; i++)
    {
      liaison_canvas_place (canvas, ghost->x + i * ghost->width, visible->y, &x, &y);
      cairo_move_to (canvas->cr, round (x) + .5, y);
      cairo_line_to (canvas->cr, round (x) + .5, y + visible->height);
    }
  cairo_set_dash (canvas->cr, dashes, 2, 0);
  cairo_set_line_width (canvas->cr, 1);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_ACCENT);
  cairo_stroke (canvas->cr);
  cairo_restore (canvas->cr);
}

/* The lane it would be put into, and over it the ghost. */
static void
place_in_lane (LiaisonTimelineView *self, LiaisonCanvas *canvas, LiaisonBox *ghost)
{
  const LiaisonDrag *drag = &self->drag;
  LiaisonBox lane = liaison_timeline_get_lane_box (self->timeline, drag->to_lane);
  const LiaisonColour *colour = liaison_canvas_get_role (
      canvas, drag->refusal != NULL ? LIAISON_ROLE_ERROR : LIAISON_ROLE_ACCENT);
  LiaisonColour faint = liaison_colour_fade (colour, .12);

  liaison_canvas_fill_box (canvas, &lane, &faint);
  liaison_canvas_frame_box (canvas, &lane, 1.5, colour);
  ghost->y = CLAMP (drag->to_y - ghost->height / 2, lane.y + 2,
                    MAX (lane.y + 2, lane.y + lane.height - ghost->height - 2));
}

static void
draw_ghost_of (LiaisonTimelineView *self, LiaisonCanvas *canvas, LiaisonId id, double by)
{
  LiaisonHit hit;
  LiaisonColour fill =
      liaison_colour_fade (liaison_canvas_get_role (canvas, LIAISON_ROLE_ACCENT), .35);

  if (!liaison_drawing_locate (LIAISON_DRAWING (self->timeline), id, &hit))
    return;
  hit.box.x += by;
  liaison_canvas_fill_box (canvas, &hit.box, &fill);
}

static void
draw_change (LiaisonTimelineView *self, LiaisonCanvas *canvas, const LiaisonBox *visible)
{
  const LiaisonDrag *drag = &self->drag;
  const LiaisonTimeAxis *axis = liaison_timeline_get_axis (self->timeline);
  LiaisonColour veil =
      liaison_colour_fade (liaison_canvas_get_role (canvas, LIAISON_ROLE_GROUND), .55);
  LiaisonColour fill =
      liaison_colour_fade (liaison_canvas_get_role (canvas, LIAISON_ROLE_ACCENT), .35);
  LiaisonBox ghost = drag->hit.box;
  double row = liaison_timeline_get_row_height (self->timeline);
  guint n;
  const LiaisonId *ids = liaison_selection_get (liaison_session_get_selection (self->session), &n);

  if (drag->mode == LIAISON_DRAG_CREATE)
    ghost = (LiaisonBox){ 0, floor ((drag->y - 3) / row) * row, 0, row - 3 };
  else
    liaison_canvas_fill_box (canvas, &drag->hit.box, &veil);
  if (drag->mode == LIAISON_DRAG_CREATE && drag->lane != G_MAXUINT)
    {
      LiaisonBox lane = liaison_timeline_get_lane_box (self->timeline, drag->lane);
      ghost.y = CLAMP (drag->y - row / 2, lane.y + 2, MAX (lane.y + 2, lane.y + lane.height - row));
    }
  ghost.x = liaison_time_axis_get_position (axis, drag->new_start);
  ghost.width = MAX (4, (double) (drag->new_end - drag->new_start) / axis->pace);
  if (drag->mode == LIAISON_DRAG_MOVE && drag->to_lane != G_MAXUINT)
    place_in_lane (self, canvas, &ghost);
  draw_guides (canvas, &ghost, visible);
  for (guint i = 0; drag->mode == LIAISON_DRAG_MOVE && i < MIN (n, 300); i++)
    if (!liaison_id_same (ids[i], drag->hit.record))
      draw_ghost_of (self, canvas, ids[i], (double) (drag->new_start - drag->start) / axis->pace);
  liaison_canvas_fill_box (canvas, &ghost, &fill);
  liaison_canvas_frame_box (canvas, &ghost, 2,
                            liaison_canvas_get_role (canvas, LIAISON_ROLE_ACCENT));
  draw_readout (self, canvas, &ghost, visible);
}

/* What letting go would do. */
static void
draw_tie_readout (LiaisonTimelineView *self, LiaisonCanvas *canvas, const LiaisonBox *visible)
{
  const LiaisonDrag *drag = &self->drag;
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (GArray) operands = NULL;
  g_autofree char *text = NULL;
  LiaisonOperand operand;

  if (liaison_id_is_zero (drag->over.record))
    return;
  operands = liaison_operands_new ();
  operand = liaison_operand_record ("record", drag->over.record);
  g_array_append_val (operands, operand);
  operand = liaison_operand_record ("other", drag->hit.record);
  g_array_append_val (operands, operand);
  text = liaison_manner_tell_sentence (&manner, N_ ("Let {record} depend on {other}"), operands);
  draw_line (canvas, text, &drag->over.box, visible,
             drag->over.box.y + drag->over.box.height + 5, LIAISON_ROLE_TEXT);
}

static void
draw_tie (LiaisonTimelineView *self, LiaisonCanvas *canvas, const LiaisonBox *visible)
{
  const LiaisonDrag *drag = &self->drag;
  double x1, y1, x2, y2;

  if (!liaison_id_is_zero (drag->over.record))
    liaison_canvas_frame_box (canvas, &drag->over.box, 2,
                              liaison_canvas_get_role (canvas, LIAISON_ROLE_ACCENT));
  liaison_canvas_place (canvas, drag->hit.box.x + drag->hit.box.width,
                        drag->hit.box.y + drag->hit.box.height / 2, &x1, &y1);
  liaison_canvas_place (canvas, drag->to_x, drag->to_y, &x2, &y2);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_ACCENT);
  cairo_set_line_width (canvas->cr, 2);
  cairo_move_to (canvas->cr, x1, y1);
  cairo_curve_to (canvas->cr, (x1 + x2) / 2, y1, (x1 + x2) / 2, y2, x2, y2);
  cairo_stroke (canvas->cr);
  cairo_arc (canvas->cr, x2, y2, 3.5, 0, 2 * G_PI);
  cairo_fill (canvas->cr);
  draw_tie_readout (self, canvas, visible);
}

void
liaison_timeline_view_draw_drag (LiaisonTimelineView *self,
                                 LiaisonCanvas *canvas,
                                 const LiaisonBox *visible)
{
  const LiaisonDrag *drag = &self->drag;
  LiaisonBox box = { MIN (drag->x, drag->to_x), MIN (drag->y, drag->to_y),
                     fabs (drag->to_x - drag->x), fabs (drag->to_y - drag->y) };

  if (!drag->active)
    liaison_timeline_view_draw_grips (self, canvas);
  else if (drag->mode == LIAISON_DRAG_LINK)
    draw_tie (self, canvas, visible);
  else if (drag->mode == LIAISON_DRAG_RUBBER)
    {
      liaison_canvas_fill_box (canvas, &box,
                               liaison_canvas_get_role (canvas, LIAISON_ROLE_SELECTION));
      liaison_canvas_frame_box (canvas, &box, 1,
                                liaison_canvas_get_role (canvas, LIAISON_ROLE_ACCENT));
    }
  else if (drag->mode != LIAISON_DRAG_NONE)
    draw_change (self, canvas, visible);
}
