/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A widget that shows a drawing, scrolled within a GtkScrolledWindow, with its heads kept in sight.
 * What pointers and keys do is the view's that it stands in. */
#pragma once

#include "draw/drawing.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_DRAWING_HOST (liaison_drawing_host_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonDrawingHost, liaison_drawing_host, LIAISON, DRAWING_HOST, GtkWidget)

/* Signal "room" (int width, int height): it has another size; drawings that fit it are told by the
 * view. Keeps references. */
LiaisonDrawingHost *liaison_drawing_host_new (LiaisonSession *session, LiaisonDrawing *drawing);
/* What it shows, for screen readers and prints; static, translated. */
void liaison_drawing_host_set_title (LiaisonDrawingHost *self, const char *title);
/* It, in a scrolled window. */
GtkWidget *liaison_drawing_host_new_scrolled (LiaisonDrawingHost *self);

/* Which part of the drawing is at a point of the widget, and where in it. FALSE outside. */
gboolean liaison_drawing_host_locate (LiaisonDrawingHost *self,
                                      double at_x,
                                      double at_y,
                                      LiaisonDrawingPart *part,
                                      double *x,
                                      double *y);
/* The same where @part is given: a drag that left it still says where it would be. */
void liaison_drawing_host_locate_in (LiaisonDrawingHost *self,
                                     LiaisonDrawingPart part,
                                     double at_x,
                                     double at_y,
                                     double *x,
                                     double *y);
gboolean
liaison_drawing_host_find (LiaisonDrawingHost *self, double at_x, double at_y, LiaisonHit *hit);
/* Where a box of a part stands in the widget. */
void liaison_drawing_host_place (LiaisonDrawingHost *self,
                                 LiaisonDrawingPart part,
                                 const LiaisonBox *box,
                                 GdkRectangle *area);
/* Scrolls so that the box of the body is seen. */
void liaison_drawing_host_reveal (LiaisonDrawingHost *self, const LiaisonBox *box);
/* Scrolls the body so that @y is at the top. */
void liaison_drawing_host_scroll_to (LiaisonDrawingHost *self, double y);
double liaison_drawing_host_get_scroll (LiaisonDrawingHost *self);
/* What of the body is seen; empty: it has no size yet. */
void liaison_drawing_host_get_seen (LiaisonDrawingHost *self, LiaisonBox *seen);

/* The drawing, as it is seen now or (@whole) all of it, to the clipboard. */
void liaison_drawing_host_copy_picture (LiaisonDrawingHost *self, gboolean whole);

G_END_DECLS
