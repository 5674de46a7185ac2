/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body of a drawing as it was drawn, kept in tiles: scrolling shows them where they have come
 * to, and only what comes into sight is drawn. For drawings that are still (draw/drawing.h). */
#pragma once

#include "draw/drawing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _LiaisonDrawingTiles LiaisonDrawingTiles;

LiaisonDrawingTiles *liaison_drawing_tiles_new (LiaisonDrawing *drawing);
void liaison_drawing_tiles_free (LiaisonDrawingTiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonDrawingTiles, liaison_drawing_tiles_free)

/* Forgets what was drawn: the drawing, its colours or its letters are others. */
void liaison_drawing_tiles_clear (LiaisonDrawingTiles *self);
/* Shows the body in @box, scrolled by @x and @y. @canvas needs no cairo context; box and canvas as
 * in liaison_drawing_get_part_box (). */
void liaison_drawing_tiles_snapshot (LiaisonDrawingTiles *self,
                                     GtkSnapshot *snapshot,
                                     const LiaisonCanvas *canvas,
                                     const LiaisonBox *box,
                                     double x,
                                     double y);

G_END_DECLS
