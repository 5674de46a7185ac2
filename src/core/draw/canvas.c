/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/canvas.h"

#include <math.h>

/* Narrower than this no letter is to be seen. */
#define NARROWEST_TEXT 9

LiaisonCanvas
liaison_canvas_init (cairo_t *cr,
                     LiaisonTextCache *texts,
                     const LiaisonPalette *palette,
                     const LiaisonManner *manner)
{
  return (LiaisonCanvas){ .cr = cr,
                          .texts = texts,
                          .palette = palette,
                          .manner = manner,
                          .scale = 1,
                          .mirrored = liaison_words_is_right_to_left (manner->words) };
}

void
liaison_canvas_set_colour (LiaisonCanvas *self, const LiaisonColour *colour)
{
  cairo_set_source_rgba (self->cr, colour->red, colour->green, colour->blue, colour->alpha);
}

const LiaisonColour *
liaison_canvas_get_role (const LiaisonCanvas *self, LiaisonRole role)
{
  return &self->palette->roles[role];
}

void
liaison_canvas_set_role (LiaisonCanvas *self, LiaisonRole role)
{
  liaison_canvas_set_colour (self, liaison_canvas_get_role (self, role));
}

void
liaison_canvas_place (const LiaisonCanvas *self, double x, double y, double *to_x, double *to_y)
{
  x += self->dx;
  *to_x = self->mirrored ? self->width - x : x;
  *to_y = y + self->dy;
}

static double
snap (const LiaisonCanvas *self, double value)
{
  return self->scale > 0 ? round (value * self->scale) / self->scale : value;
}

/* The smallest length that is seen for certain. */
static double
get_hairline (const LiaisonCanvas *self)
{
  return self->scale > 0 ? 1 / self->scale : .25;
}

static void
snap_span (const LiaisonCanvas *self, double *from, double *length)
{
  double start = snap (self, *from), end = snap (self, *from + *length);

  if (*length > 0 && end - start < get_hairline (self))
    end = start + get_hairline (self);
  *from = start;
  *length = end - start;
}

LiaisonBox
liaison_canvas_place_box (const LiaisonCanvas *self, const LiaisonBox *box)
{
  LiaisonBox placed = { box->x + self->dx, box->y + self->dy, box->width, box->height };

  if (self->mirrored)
    placed.x = self->width - placed.x - placed.width;
  snap_span (self, &placed.x, &placed.width);
  snap_span (self, &placed.y, &placed.height);
  return placed;
}

void
liaison_canvas_add_box (LiaisonCanvas *self, const LiaisonBox *box)
{
  LiaisonBox placed = liaison_canvas_place_box (self, box);

  cairo_rectangle (self->cr, placed.x, placed.y, placed.width, placed.height);
}

void
liaison_canvas_add_bar (LiaisonCanvas *self, const LiaisonBox *box, double corner)
{
  LiaisonBox placed = liaison_canvas_place_box (self, box);
  double inset = corner * get_hairline (self);

  if (placed.width < 4 * inset || placed.height < 4 * inset)
    {
      cairo_rectangle (self->cr, placed.x, placed.y, placed.width, placed.height);
      return;
    }
  cairo_rectangle (self->cr, placed.x + inset, placed.y, placed.width - 2 * inset, inset);
  cairo_rectangle (self->cr, placed.x, placed.y + inset, placed.width, placed.height - 2 * inset);
  cairo_rectangle (self->cr, placed.x + inset, placed.y + placed.height - inset,
                   placed.width - 2 * inset, inset);
}

void
liaison_canvas_add_rounded (LiaisonCanvas *self, const LiaisonBox *box, double radius)
{
  LiaisonBox b = liaison_canvas_place_box (self, box);
  double r = MIN (radius, MIN (b.width, b.height) / 2);

  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, b.x + b.width - r, b.y + r, r, -G_PI_2, 0);
  cairo_arc (self->cr, b.x + b.width - r, b.y + b.height - r, r, 0, G_PI_2);
  cairo_arc (self->cr, b.x + r, b.y + b.height - r, r, G_PI_2, G_PI);
  cairo_arc (self->cr, b.x + r, b.y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (self->cr);
}

void
liaison_canvas_fill_box (LiaisonCanvas *self, const LiaisonBox *box, const LiaisonColour *colour)
{
  if (colour->alpha <= 0)
    return;
  liaison_canvas_set_colour (self, colour);
  liaison_canvas_add_box (self, box);
  cairo_fill (self->cr);
}

void
liaison_canvas_frame_box (LiaisonCanvas *self,
                          const LiaisonBox *box,
                          double thickness,
                          const LiaisonColour *colour)
{
  LiaisonBox b = liaison_canvas_place_box (self, box);
  double t = MAX (snap (self, thickness), get_hairline (self));

  if (b.width <= 2 * t || b.height <= 2 * t)
    {
      liaison_canvas_fill_box (self, box, colour);
      return;
    }
  liaison_canvas_set_colour (self, colour);
  cairo_rectangle (self->cr, b.x, b.y, b.width, t);
  cairo_rectangle (self->cr, b.x, b.y + b.height - t, b.width, t);
  cairo_rectangle (self->cr, b.x, b.y + t, t, b.height - 2 * t);
  cairo_rectangle (self->cr, b.x + b.width - t, b.y + t, t, b.height - 2 * t);
  cairo_fill (self->cr);
}

/* On paper lines are finer than a unit. */
static double
get_line_width (const LiaisonCanvas *self)
{
  return self->scale > 0 ? MAX (snap (self, 1), get_hairline (self)) : .5;
}

void
liaison_canvas_add_horizontal (LiaisonCanvas *self, double x, double y, double length)
{
  LiaisonBox box = liaison_canvas_place_box (self, &(LiaisonBox){ x, y, length, 0 });

  cairo_rectangle (self->cr, box.x, box.y, box.width, get_line_width (self));
}

void
liaison_canvas_add_vertical (LiaisonCanvas *self, double x, double y, double length)
{
  LiaisonBox box = liaison_canvas_place_box (self, &(LiaisonBox){ x, y, 0, length });
  double width = get_line_width (self);

  cairo_rectangle (self->cr, self->mirrored ? box.x - width : box.x, box.y, width, box.height);
}

void
liaison_canvas_hatch (LiaisonCanvas *self,
                      const LiaisonBox *box,
                      double step,
                      const LiaisonColour *colour)
{
  LiaisonBox b = liaison_canvas_place_box (self, box);
  double first = floor ((b.x + b.y) / step) * step;

  cairo_save (self->cr);
  cairo_rectangle (self->cr, b.x, b.y, b.width, b.height);
  cairo_clip (self->cr);
  /* Lines of x + y = c, so that the pattern of neighbours continues. */
  for (double c = first; c < b.x + b.width + b.y + b.height; c += step)
    {
      cairo_move_to (self->cr, c - b.y, b.y);
      cairo_line_to (self->cr, c - b.y - b.height, b.y + b.height);
    }
  liaison_canvas_set_colour (self, colour);
  cairo_set_line_width (self->cr, get_line_width (self));
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

void
liaison_canvas_clip (LiaisonCanvas *self, const LiaisonBox *box)
{
  cairo_save (self->cr);
  liaison_canvas_add_box (self, box);
  cairo_clip (self->cr);
}

void
liaison_canvas_unclip (LiaisonCanvas *self)
{
  cairo_restore (self->cr);
}

double
liaison_canvas_draw_text (LiaisonCanvas *self,
                          const char *text,
                          LiaisonTextStyle style,
                          const LiaisonBox *box,
                          LiaisonAlign align,
                          const LiaisonColour *colour)
{
  LiaisonBox placed = { box->x + self->dx, box->y + self->dy, box->width, box->height };
  LiaisonTextSize size;
  PangoLayout *layout;
  double free;

  if (text == NULL || *text == '\0' || box->width < NARROWEST_TEXT)
    return 0;
  layout = liaison_text_cache_get (self->texts, text, style, box->width, &size);
  free = box->width - size.width;
  placed.x += align == LIAISON_ALIGN_START ? 0 : align == LIAISON_ALIGN_END ? free : free / 2;
  if (self->mirrored)
    placed.x = self->width - placed.x - size.width;
  liaison_canvas_set_colour (self, colour);
  cairo_move_to (self->cr, snap (self, placed.x),
                 snap (self, placed.y + (placed.height - size.height) / 2));
  pango_cairo_show_layout (self->cr, layout);
  /* No later arc shall begin here. */
  cairo_new_path (self->cr);
  return size.width;
}

double
liaison_canvas_measure_text (LiaisonCanvas *self, const char *text, LiaisonTextStyle style)
{
  LiaisonTextSize size;

  liaison_text_cache_get (self->texts, text, style, -1, &size);
  return size.width;
}

double
liaison_canvas_get_line_height (LiaisonCanvas *self, LiaisonTextStyle style)
{
  return liaison_text_cache_get_line_height (self->texts, style);
}
