/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a drawing draws on: a cairo context with the colours, labels, direction and words that go
 * with it.
 *
 * A drawing thinks from left to right. Where the language runs the other way the canvas mirrors
 * each box and each point it is given, but not the text in them. Coordinates are units of the
 * drawing (on a screen, application pixels; on paper, points); the canvas moves them to where they
 * stand in its window and snaps boxes to whole device pixels. */
#pragma once

#include "draw/palette.h"
#include "draw/text-cache.h"
#include "words/manner.h"

G_BEGIN_DECLS

typedef struct
{
  double x, y, width, height;
} LiaisonBox;

static inline gboolean
liaison_box_contains (const LiaisonBox *box, double x, double y)
{
  return x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height;
}

static inline gboolean
liaison_box_overlaps (const LiaisonBox *a, const LiaisonBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

/* A plain value; all is borrowed. */
typedef struct
{
  cairo_t *cr;
  LiaisonTextCache *texts;
  const LiaisonPalette *palette;
  const LiaisonManner *manner;
  double scale; /* device pixels a unit, to snap to; 0: do not snap (paper) */
  double width; /* of the window, about which is mirrored */
  gboolean mirrored;
  double dx, dy; /* from the drawing to its window, before mirroring */
} LiaisonCanvas;

/* The same for drawing off screen: @mirrored from the direction of the manner's language. */
LiaisonCanvas liaison_canvas_init (cairo_t *cr,
                                   LiaisonTextCache *texts,
                                   const LiaisonPalette *palette,
                                   const LiaisonManner *manner);

void liaison_canvas_set_colour (LiaisonCanvas *self, const LiaisonColour *colour);
void liaison_canvas_set_role (LiaisonCanvas *self, LiaisonRole role);
const LiaisonColour *liaison_canvas_get_role (const LiaisonCanvas *self, LiaisonRole role);

/* Where a point stands in the window, for paths; and the sign of steps to the right there. */
void
liaison_canvas_place (const LiaisonCanvas *self, double x, double y, double *to_x, double *to_y);
static inline double
liaison_canvas_sign (const LiaisonCanvas *self)
{
  return self->mirrored ? -1. : 1.;
}
/* On paper, and in pictures, nothing is selected. */
static inline gboolean
liaison_canvas_is_paper (const LiaisonCanvas *self)
{
  return self->palette == liaison_palette_get (LIAISON_PALETTE_PAPER);
}
/* Where a box stands in the window, snapped; at least a device pixel wide and high unless it was
 * empty. */
LiaisonBox liaison_canvas_place_box (const LiaisonCanvas *self, const LiaisonBox *box);

/* Adds to the path; boxes beside each other share no pixel. */
void liaison_canvas_add_box (LiaisonCanvas *self, const LiaisonBox *box);
/* A box with its corners taken off by @corner device pixels, of boxes alone, which is filled as
 * quickly as a box. */
void liaison_canvas_add_bar (LiaisonCanvas *self, const LiaisonBox *box, double corner);
/* A box with round corners, for few. */
void liaison_canvas_add_rounded (LiaisonCanvas *self, const LiaisonBox *box, double radius);
void
liaison_canvas_fill_box (LiaisonCanvas *self, const LiaisonBox *box, const LiaisonColour *colour);
/* A frame of @thickness units inside the box. */
void liaison_canvas_frame_box (LiaisonCanvas *self,
                               const LiaisonBox *box,
                               double thickness,
                               const LiaisonColour *colour);
/* Adds lines of one unit (at least a device pixel) to the path, to be filled. */
void liaison_canvas_add_horizontal (LiaisonCanvas *self, double x, double y, double length);
void liaison_canvas_add_vertical (LiaisonCanvas *self, double x, double y, double length);
/* Slanting lines over a box, @step units apart. */
void liaison_canvas_hatch (LiaisonCanvas *self,
                           const LiaisonBox *box,
                           double step,
                           const LiaisonColour *colour);

/* What is drawn until _unclip is seen only in @box. They nest. */
void liaison_canvas_clip (LiaisonCanvas *self, const LiaisonBox *box);
void liaison_canvas_unclip (LiaisonCanvas *self);

typedef enum
{
  LIAISON_ALIGN_START, /* where the line begins: on the right in a mirrored canvas */
  LIAISON_ALIGN_CENTRE,
  LIAISON_ALIGN_END,
} LiaisonAlign;

/* One line of text in the middle of the height of @box, ending in an ellipsis where it does not
 * fit; nothing at all where there is no room for a letter. Returns how wide it became. */
double liaison_canvas_draw_text (LiaisonCanvas *self,
                                 const char *text,
                                 LiaisonTextStyle style,
                                 const LiaisonBox *box,
                                 LiaisonAlign align,
                                 const LiaisonColour *colour);
/* The width of the text in one line. */
double liaison_canvas_measure_text (LiaisonCanvas *self, const char *text, LiaisonTextStyle style);
double liaison_canvas_get_line_height (LiaisonCanvas *self, LiaisonTextStyle style);

G_END_DECLS
