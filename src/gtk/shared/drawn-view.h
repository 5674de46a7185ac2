/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A widget that shows a drawing (core/draw): scrolled, zoomed, with selection, tooltips, keys and a
 * menu.
 *
 * It belongs into a GtkScrolledWindow. As it is, a click selects the record that is pointed at,
 * arrows move from neighbour to neighbour, Enter opens the form. What is more a class of its own
 * adds. */
#pragma once

#include "session.h"

#include "draw/drawing.h"
#include "draw/picture.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_DRAWN_VIEW (liaison_drawn_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (LiaisonDrawnView, liaison_drawn_view, LIAISON, DRAWN_VIEW, GtkWidget)

struct _LiaisonDrawnViewClass
{
  GtkWidgetClass parent_class;

  /* Draws over the body, with the canvas moved and clipped to it: what a gesture shows. May be
   * NULL. */
  void (*draw_over) (LiaisonDrawnView *self, LiaisonCanvas *canvas, const LiaisonBox *visible);
  /* A press of the main button, or of the second one before the menu opens. @hit is NULL on empty
   * ground; x and y are of the part. TRUE: done. By default selects. */
  gboolean (*pressed) (LiaisonDrawnView *self,
                       LiaisonDrawingPart part,
                       double x,
                       double y,
                       const LiaisonHit *hit,
                       guint n_press,
                       GdkModifierType state);
  /* What there is to say of it, in place of what the drawing says. May be NULL. Transfer full;
   * NULL: nothing. */
  char *(*tell) (LiaisonDrawnView *self, const LiaisonHit *hit);
  /* What Ctrl+C copies, in place of what is seen as a table. FALSE: nothing. May be NULL. */
  gboolean (*copy) (LiaisonDrawnView *self);
  /* The drawing itself shows what is selected. */
  gboolean draws_selection;
};

/* A view as described above. Takes @drawing. @label says what it shows, for screen readers;
 * translated. */
GtkWidget *
liaison_drawn_view_new (LiaisonSession *session, LiaisonDrawing *drawing, const char *label);
/* The same for a derived class, once, after g_object_new (). */
void liaison_drawn_view_construct (LiaisonDrawnView *self,
                                   LiaisonSession *session,
                                   LiaisonDrawing *drawing,
                                   const char *label);
/* A scrolled window around @view. */
GtkWidget *liaison_drawn_view_wrap (LiaisonDrawnView *view);

LiaisonSession *liaison_drawn_view_get_session (LiaisonDrawnView *self);
LiaisonDrawing *liaison_drawn_view_get_drawing (LiaisonDrawnView *self);
/* A canvas to measure with: colours, fonts and direction as on the screen, no cairo context. */
LiaisonCanvas liaison_drawn_view_get_canvas (LiaisonDrawnView *self);

/* How far the body is scrolled, in units of the drawing from its start; and the room there is for
 * it. */
void liaison_drawn_view_get_scroll (LiaisonDrawnView *self, double *x, double *y);
void liaison_drawn_view_scroll_to (LiaisonDrawnView *self, double x, double y);
void liaison_drawn_view_get_room (LiaisonDrawnView *self, double *width, double *height);
/* Scrolls so that the box of the body is seen, if need be. */
void liaison_drawn_view_reveal (LiaisonDrawnView *self, const LiaisonBox *box);

/* Between places in the widget and in a part. */
LiaisonDrawingPart
liaison_drawn_view_to_part (LiaisonDrawnView *self, double x, double y, double *to_x, double *to_y);
void liaison_drawn_view_from_part (LiaisonDrawnView *self,
                                   LiaisonDrawingPart part,
                                   const LiaisonBox *box,
                                   GdkRectangle *to);
/* Where the pointer was last, in the widget; FALSE: not over it. */
gboolean liaison_drawn_view_get_pointer (LiaisonDrawnView *self, double *x, double *y);

/* What the keys go from, and a frame shows. */
const LiaisonHit *liaison_drawn_view_get_cursor (LiaisonDrawnView *self);
void liaison_drawn_view_set_cursor (LiaisonDrawnView *self, const LiaisonHit *hit);
/* Of a right click and the menu key, beside copying and saving a picture. */
void liaison_drawn_view_set_menu (LiaisonDrawnView *self, GMenuModel *menu);
/* All of it, with what every such view has. Transfer full. */
GMenuModel *liaison_drawn_view_dup_menu (LiaisonDrawnView *self);
/* Zooms about a place of the widget. */
void liaison_drawn_view_zoom (LiaisonDrawnView *self, double factor, double x, double y);
/* A picture of what is seen, or (@whole) of everything. NULL when it failed, which was told. */
GBytes *liaison_drawn_view_make_picture (LiaisonDrawnView *self,
                                         LiaisonPictureFormat format,
                                         gboolean whole,
                                         GError **error);

G_END_DECLS
