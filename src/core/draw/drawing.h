/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drawing: a body larger than any window, with heads above and at its start that stay in sight.
 * The same drawing is shown by a widget, printed by the page engine, fitted or cut into tiles, and
 * saved as a picture.
 *
 * Coordinates of the body begin at its own corner; those of the heads too: the head above shares
 * its x, the head at the start its y. All as if the language ran from left to right (see canvas.h).
 */
#pragma once

#include "draw/canvas.h"

G_BEGIN_DECLS

/* For callers that wish for other than the natural size. */
typedef struct
{
  double width, height; /* of the body */
  double head_width;    /* of the head at the start; 0: none */
  double head_height;   /* of the head above; 0: none */
} LiaisonDrawingSize;

typedef enum
{
  LIAISON_PART_BODY,
  LIAISON_PART_ABOVE,  /* the head above: a ruler of time, names of columns */
  LIAISON_PART_START,  /* the head at the start: names of rows */
  LIAISON_PART_CORNER, /* where the two meet; its coordinates begin at 0, 0 */
} LiaisonDrawingPart;

/* Something in a drawing that can be pointed at. */
typedef struct
{
  LiaisonDrawingPart part;
  LiaisonBox box;   /* in coordinates of the part */
  LiaisonId record; /* that it stands for; zero: none */
  guint index;      /* what it is, as the drawing numbers it: a row, a cell, an edge of a bar */
} LiaisonHit;

/* A move by keys. */
typedef enum
{
  LIAISON_STEP_START, /* towards the start of the line */
  LIAISON_STEP_END,
  LIAISON_STEP_UP,
  LIAISON_STEP_DOWN,
  LIAISON_STEP_FIRST,
  LIAISON_STEP_LAST,
} LiaisonStep;

#define LIAISON_TYPE_DRAWING (liaison_drawing_get_type ())
G_DECLARE_DERIVABLE_TYPE (LiaisonDrawing, liaison_drawing, LIAISON, DRAWING, GObject)

/* Signal "changed" (gboolean size): it has to be drawn again, and, if @size, measured again first.
 */
struct _LiaisonDrawingClass
{
  GObjectClass parent_class;

  /* Works out how large everything is with the fonts and words of @canvas, which has no cairo
   * context. */
  void (*measure) (LiaisonDrawing *self, LiaisonCanvas *canvas, LiaisonDrawingSize *size);
  /* Draws what of @part is seen in @visible (coordinates of the part); the canvas is moved and
   * clipped already, and the ground is drawn. Called after measure (). */
  void (*draw) (LiaisonDrawing *self,
                LiaisonCanvas *canvas,
                LiaisonDrawingPart part,
                const LiaisonBox *visible);

  /* Whether what stands at a place of the body looks the same whatever else of it is seen, so that what was drawn once may be
   * shown again where it has been scrolled to. */
  gboolean still;

  /* The following may be NULL. */

  /* What is at a point of @part; fills in all of @hit. */
  gboolean (*find) (
      LiaisonDrawing *self, LiaisonDrawingPart part, double x, double y, LiaisonHit *hit);
  /* Where the record stands (the first place of several). */
  gboolean (*locate) (LiaisonDrawing *self, LiaisonId record, LiaisonHit *hit);
  /* The neighbour of @from (NULL: of nothing, so the first there is). */
  gboolean (*step) (LiaisonDrawing *self, const LiaisonHit *from, LiaisonStep step, LiaisonHit *to);
  /* What there is to say of it: a tooltip, and what a screen reader says. Transfer full; NULL:
   * nothing. */
  char *(*tell) (LiaisonDrawing *self, const LiaisonManner *manner, const LiaisonHit *hit);
  /* Zooms by @factor about @x of the body: how wide things are changes, not how large letters are.
   * Returns where that place is now. NULL: the whole drawing is enlarged. */
  double (*zoom) (LiaisonDrawing *self, double factor, double x);
  /* What it shows as rows of text: GPtrArray of GStrv of one length, heads first. Transfer full. NULL:
   * it is no table. */
  GPtrArray *(*make_table) (LiaisonDrawing *self, const LiaisonManner *manner);
  /* Where its body may be cut for paper: the last edge of a column (or of a row, where not
   * @across) after @from and not beyond @most. NULL: anywhere. */
  double (*find_cut) (LiaisonDrawing *self, gboolean across, double from, double most);
};

/* @most where it may be cut anywhere, or has to be. */
double
liaison_drawing_find_cut (LiaisonDrawing *self, gboolean across, double from, double most);

/* Asks the drawing to be drawn again. */
void liaison_drawing_changed (LiaisonDrawing *self, gboolean size);
/* Measures; the sizes are kept until it changes. @canvas needs no cairo context. */
void
liaison_drawing_measure (LiaisonDrawing *self, LiaisonCanvas *canvas, LiaisonDrawingSize *size);

/* Draws all parts as they are seen in a window of @width and @height, the body scrolled by @x and
 * @y. The window begins at the origin of the cairo context. Sets where the canvas is moved to. */
void liaison_drawing_draw_window (
    LiaisonDrawing *self, LiaisonCanvas *canvas, double width, double height, double x, double y);
/* One part alone, as it is seen there: for widgets that keep the others. */
void liaison_drawing_draw_part (LiaisonDrawing *self,
                                LiaisonCanvas *canvas,
                                LiaisonDrawingPart part,
                                double width,
                                double height,
                                double x,
                                double y);
/* The body alone, from @tile->x and @tile->y on, at the origin of the cairo context: a tile for widgets that keep what was
 * drawn. */
void liaison_drawing_draw_tile (LiaisonDrawing *self, LiaisonCanvas *canvas, const LiaisonBox *tile);
gboolean liaison_drawing_is_still (LiaisonDrawing *self);
/* Where a part stands in such a window. */
LiaisonBox liaison_drawing_get_part_box (LiaisonDrawing *self,
                                         LiaisonCanvas *canvas,
                                         LiaisonDrawingPart part,
                                         double width,
                                         double height);

gboolean liaison_drawing_find (
    LiaisonDrawing *self, LiaisonDrawingPart part, double x, double y, LiaisonHit *hit);
gboolean liaison_drawing_locate (LiaisonDrawing *self, LiaisonId record, LiaisonHit *hit);
gboolean liaison_drawing_step (LiaisonDrawing *self,
                               const LiaisonHit *from,
                               LiaisonStep step,
                               LiaisonHit *to);
char *
liaison_drawing_tell (LiaisonDrawing *self, const LiaisonManner *manner, const LiaisonHit *hit);
gboolean liaison_drawing_can_zoom (LiaisonDrawing *self);
double liaison_drawing_zoom (LiaisonDrawing *self, double factor, double x);
/* For spreadsheets and the clipboard; see above. NULL: it is no table. */
GPtrArray *liaison_drawing_make_table (LiaisonDrawing *self, const LiaisonManner *manner);

G_END_DECLS
