/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the net diagram looks. */
#include "config.h"

#include "draw/net-diagram-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static LiaisonHue
get_hue (LiaisonCircuitState state)
{
  static const LiaisonHue hues[] = {
    [LIAISON_CIRCUIT_GOOD] = LIAISON_HUE_GREEN,     [LIAISON_CIRCUIT_POOR] = LIAISON_HUE_ORANGE,
    [LIAISON_CIRCUIT_DOWN] = LIAISON_HUE_RED,       [LIAISON_CIRCUIT_UNTESTED] = LIAISON_HUE_BLUE,
    [LIAISON_CIRCUIT_PLANNED] = LIAISON_HUE_PURPLE, [LIAISON_CIRCUIT_CLOSED] = LIAISON_HUE_GREY,
  };
  return hues[state];
}

static void
move (LiaisonCanvas *canvas, double x, double y, gboolean begin)
{
  double px, py;

  liaison_canvas_place (canvas, x, y, &px, &py);
  if (begin)
    cairo_move_to (canvas->cr, px, py);
  else
    cairo_line_to (canvas->cr, px, py);
}

static void
trace (LiaisonCanvas *canvas, const double (*corners)[2], guint n, double x, double y, double reach)
{
  cairo_new_path (canvas->cr);
  for (guint i = 0; i < n; i++)
    move (canvas, x + corners[i][0] * reach, y + corners[i][1] * reach, i == 0);
  cairo_close_path (canvas->cr);
}

void
liaison_net_diagram_draw_sign (
    LiaisonCanvas *canvas, LiaisonCircuitState state, double x, double y, double reach)
{
  static const double triangle[][2] = { { 0, -1.1 }, { 1.15, .9 }, { -1.15, .9 } };
  static const double diamond[][2] = { { 0, -1.2 }, { 1.2, 0 }, { 0, 1.2 }, { -1.2, 0 } };
  static const double bar[][2] = { { -1.1, -.35 }, { 1.1, -.35 }, { 1.1, .35 }, { -1.1, .35 } };
  double px, py;

  liaison_canvas_set_colour (canvas, &canvas->palette->hues[get_hue (state)].edge);
  cairo_set_dash (canvas->cr, NULL, 0, 0);
  cairo_set_line_width (canvas->cr, 2);
  liaison_canvas_place (canvas, x, y, &px, &py);
  cairo_new_path (canvas->cr);
  switch (state)
    {
    case LIAISON_CIRCUIT_GOOD:
      cairo_arc (canvas->cr, px, py, reach, 0, 2 * G_PI);
      cairo_fill (canvas->cr);
      break;
    case LIAISON_CIRCUIT_POOR:
      trace (canvas, triangle, G_N_ELEMENTS (triangle), x, y, reach);
      cairo_fill (canvas->cr);
      break;
    case LIAISON_CIRCUIT_DOWN:
      cairo_set_line_width (canvas->cr, reach * .55);
      move (canvas, x - reach, y - reach, TRUE);
      move (canvas, x + reach, y + reach, FALSE);
      move (canvas, x - reach, y + reach, TRUE);
      move (canvas, x + reach, y - reach, FALSE);
      cairo_stroke (canvas->cr);
      break;
    case LIAISON_CIRCUIT_UNTESTED:
      cairo_arc (canvas->cr, px, py, reach - .5, 0, 2 * G_PI);
      cairo_stroke (canvas->cr);
      break;
    case LIAISON_CIRCUIT_PLANNED:
      trace (canvas, diamond, G_N_ELEMENTS (diamond), x, y, reach - .5);
      cairo_stroke (canvas->cr);
      break;
    case LIAISON_CIRCUIT_CLOSED:
    default:
      trace (canvas, bar, G_N_ELEMENTS (bar), x, y, reach);
      cairo_fill (canvas->cr);
    }
}

/* Solid where something is heard, in pieces where it is not. */
static void
set_dash (LiaisonCanvas *canvas, LiaisonCircuitState state)
{
  static const double poor[] = { 14, 4 }, down[] = { 4, 8 }, planned[] = { 2, 4 };

  if (state == LIAISON_CIRCUIT_POOR)
    cairo_set_dash (canvas->cr, poor, 2, 0);
  else if (state == LIAISON_CIRCUIT_DOWN)
    cairo_set_dash (canvas->cr, down, 2, 0);
  else if (state >= LIAISON_CIRCUIT_UNTESTED)
    cairo_set_dash (canvas->cr, planned, 2, 0);
  else
    cairo_set_dash (canvas->cr, NULL, 0, 0);
}

static void
draw_wire (LiaisonCanvas *canvas, const Item *item, double from, double until)
{
  double y = item->box.y + item->box.height - 4;
  LiaisonColour colour = canvas->palette->hues[get_hue (item->state)].edge;

  if (item->faint)
    colour = liaison_colour_fade (&colour, .35);
  if (until <= from)
    return;
  liaison_canvas_set_colour (canvas, &colour);
  cairo_set_line_width (canvas->cr, 1.5);
  set_dash (canvas, item->state);
  cairo_new_path (canvas->cr);
  move (canvas, from, y, TRUE);
  move (canvas, until, y, FALSE);
  cairo_stroke (canvas->cr);
  cairo_set_dash (canvas->cr, NULL, 0, 0);
}

/* The letter of PACE in a frame: filled for the primary one, so that it is seen first. */
static double
draw_pace (LiaisonCanvas *canvas, const Item *item, double x, double y, double side)
{
  const LiaisonColour *text = liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT),
                      *ground = liaison_canvas_get_role (canvas, LIAISON_ROLE_GROUND);
  LiaisonBox box = { x, y, side, side };

  if (item->pace == LIAISON_PACE_UNSET)
    return x;
  if (item->pace == LIAISON_PACE_PRIMARY)
    liaison_canvas_fill_box (canvas, &box, text);
  else
    liaison_canvas_frame_box (canvas, &box, 1, text);
  liaison_canvas_draw_text (canvas, liaison_pace_get_letter (item->pace), LIAISON_TEXT_SMALL_BOLD,
                            &box, LIAISON_ALIGN_CENTRE,
                            item->pace == LIAISON_PACE_PRIMARY ? ground : text);
  return x + side + 6;
}

static void
draw_circuit (LiaisonNetDiagram *self, LiaisonCanvas *canvas, const Item *item)
{
  double side = floor (self->row - 9), x = item->box.x + 14, y = item->box.y;
  double end = item->box.x + item->box.width - 14, middle = y + (self->row - 6) / 2, width;
  LiaisonColour colour = *liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT);
  LiaisonBox box;

  if (item->faint)
    colour = liaison_colour_fade (&colour, .45);
  draw_wire (canvas, item, item->box.x, item->box.x + item->box.width);
  x = draw_pace (canvas, item, x, y + 1, side);
  liaison_net_diagram_draw_sign (canvas, item->state, x + SIGN, middle, SIGN);
  x += 2 * SIGN + 7;
  if (item->overdue)
    {
      const char *text = liaison_words_get (canvas->manner->words, N_ ("overdue"));

      width = liaison_canvas_measure_text (canvas, text, LIAISON_TEXT_SMALL_BOLD) + 2;
      box = (LiaisonBox){ end - width, y, width, self->row - 6 };
      liaison_canvas_draw_text (canvas, text, LIAISON_TEXT_SMALL_BOLD, &box, LIAISON_ALIGN_START,
                                liaison_canvas_get_role (canvas, LIAISON_ROLE_WARNING));
      end -= width + 10;
    }
  box = (LiaisonBox){ x, y, MAX (end - x, 0), self->row - 6 };
  width = liaison_canvas_draw_text (canvas, item->label, LIAISON_TEXT_BODY, &box,
                                    LIAISON_ALIGN_START, &colour);
  box.x += width + 10;
  box.width = end - box.x;
  if (item->detail != NULL && box.width > 40)
    liaison_canvas_draw_text (canvas, item->detail, LIAISON_TEXT_SMALL, &box, LIAISON_ALIGN_START,
                              liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
}

static void
draw_station (LiaisonCanvas *canvas, const Item *item)
{
  LiaisonBox text = { item->box.x + 8, item->box.y, item->box.width - 16, item->box.height };
  double line = liaison_canvas_get_line_height (canvas, LIAISON_TEXT_BODY);

  liaison_canvas_fill_box (canvas, &item->box,
                           liaison_canvas_get_role (canvas, LIAISON_ROLE_RAISED));
  liaison_canvas_frame_box (canvas, &item->box, 1,
                            liaison_canvas_get_role (canvas, LIAISON_ROLE_LINE_STRONG));
  if (item->detail != NULL && item->box.height >= 2 * line + 4)
    {
      LiaisonBox low = { text.x, item->box.y + item->box.height / 2, text.width, line };

      text.y = low.y - line;
      text.height = line;
      liaison_canvas_draw_text (canvas, item->detail, LIAISON_TEXT_SMALL, &low, LIAISON_ALIGN_START,
                                liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
    }
  liaison_canvas_draw_text (canvas, item->label, LIAISON_TEXT_BOLD, &text, LIAISON_ALIGN_START,
                            liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT));
}

static void
draw_line (LiaisonCanvas *canvas, const Item *item)
{
  LiaisonBox box = item->box;

  box.width -= liaison_canvas_draw_text (canvas, item->label, LIAISON_TEXT_SMALL_BOLD, &box,
                                         LIAISON_ALIGN_START,
                                         liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
}

/* What the signs mean. */
static void
draw_legend (LiaisonNetDiagram *self, LiaisonCanvas *canvas, double width)
{
  double line = liaison_canvas_get_line_height (canvas, LIAISON_TEXT_BODY), x = MARGIN + SIGN;

  for (guint i = 0; i < LIAISON_N_CIRCUIT_STATES; i++)
    {
      const char *text =
          liaison_words_get (canvas->manner->words, liaison_circuit_state_labels[i]);
      LiaisonBox box = { x + SIGN + 5, 6,
                         liaison_canvas_measure_text (canvas, text, LIAISON_TEXT_SMALL) + 2, line };

      if (box.x + box.width > width - MARGIN)
        return;
      liaison_net_diagram_draw_sign (canvas, (LiaisonCircuitState) i, x, 6 + line / 2, SIGN);
      liaison_canvas_draw_text (canvas, text, LIAISON_TEXT_SMALL, &box, LIAISON_ALIGN_START,
                                liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT));
      x = box.x + box.width + 16 + SIGN;
    }
}

void
net_diagram_draw (LiaisonDrawing *drawing,
                  LiaisonCanvas *canvas,
                  LiaisonDrawingPart part,
                  const LiaisonBox *visible)
{
  LiaisonNetDiagram *self = LIAISON_NET_DIAGRAM (drawing);

  if (part == LIAISON_PART_ABOVE)
    draw_legend (self, canvas, self->width);
  if (part != LIAISON_PART_BODY)
    return;
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = ITEM (i);

      if (!liaison_box_overlaps (&item->box, visible))
        continue;
      if (item->type == ITEM_CIRCUIT)
        draw_circuit (self, canvas, item);
      else if (item->type == ITEM_LINE)
        draw_line (canvas, item);
      else
        draw_station (canvas, item);
    }
}
