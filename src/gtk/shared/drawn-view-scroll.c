/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/drawn-view-private.h"

#include <math.h>

#define LEAST_ZOOM .4
#define MOST_ZOOM  3.
#define MARGIN     24 /* kept around what is scrolled to */

static gboolean
is_mirrored (LiaisonDrawnView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static LiaisonBox
get_body_box (LiaisonDrawnView *self)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  LiaisonCanvas canvas = liaison_drawn_view_get_canvas (self);

  return liaison_drawing_get_part_box (priv->drawing, &canvas, LIAISON_PART_BODY,
                                       gtk_widget_get_width (GTK_WIDGET (self)) / priv->zoom,
                                       gtk_widget_get_height (GTK_WIDGET (self)) / priv->zoom);
}

/* GTK counts from the left whatever the direction; so do bars of scrolled windows. */
static double
flip (GtkAdjustment *adjustment, double value)
{
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) - value;
}

static void
value_changed_cb (LiaisonDrawnView *self, GtkAdjustment *adjustment)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  double value = gtk_adjustment_get_value (adjustment);

  if (priv->configuring)
    return;
  if (adjustment == priv->adjustments[GTK_ORIENTATION_HORIZONTAL])
    priv->x = (is_mirrored (self) ? flip (adjustment, value) : value) / priv->zoom;
  else
    priv->y = value / priv->zoom;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
configure_one (
    LiaisonDrawnView *self, GtkOrientation orientation, double *value, double room, double size)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  GtkAdjustment *adjustment = priv->adjustments[orientation];
  double upper = MAX (size, room);
  double at;

  *value = CLAMP (*value, 0, upper - room);
  if (adjustment == NULL)
    return;
  at = orientation == GTK_ORIENTATION_HORIZONTAL && is_mirrored (self) ? upper - room - *value
                                                                       : *value;
  gtk_adjustment_configure (adjustment, at * priv->zoom, 0, upper * priv->zoom,
                            room * priv->zoom * .1, room * priv->zoom * .9, room * priv->zoom);
}

void
liaison_drawn_view_configure (LiaisonDrawnView *self)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  LiaisonDrawingSize size;
  LiaisonCanvas canvas;
  LiaisonBox body;

  if (priv->drawing == NULL || priv->configuring || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  canvas = liaison_drawn_view_get_canvas (self);
  liaison_drawing_measure (priv->drawing, &canvas, &size);
  body = get_body_box (self);
  priv->configuring = TRUE;
  configure_one (self, GTK_ORIENTATION_HORIZONTAL, &priv->x, body.width, size.width);
  configure_one (self, GTK_ORIENTATION_VERTICAL, &priv->y, body.height, size.height);
  priv->configuring = FALSE;
}

void
liaison_drawn_view_set_adjustment (LiaisonDrawnView *self,
                                   GtkOrientation orientation,
                                   GtkAdjustment *adjustment)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);

  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  if (priv->adjustments[orientation] == adjustment)
    return;
  if (priv->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (priv->adjustments[orientation], self);
  g_clear_object (&priv->adjustments[orientation]);
  priv->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  liaison_drawn_view_configure (self);
}

void
liaison_drawn_view_get_scroll (LiaisonDrawnView *self, double *x, double *y)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);

  *x = priv->x;
  *y = priv->y;
}

void
liaison_drawn_view_scroll_to (LiaisonDrawnView *self, double x, double y)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);

  priv->x = MAX (x, 0);
  priv->y = MAX (y, 0);
  liaison_drawn_view_configure (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
liaison_drawn_view_get_room (LiaisonDrawnView *self, double *width, double *height)
{
  LiaisonBox body = get_body_box (self);

  *width = body.width;
  *height = body.height;
}

/* The nearest place from which the span is seen; of one that is too long, its start. */
static double
get_near (double at, double room, double start, double length)
{
  if (length + 2 * MARGIN > room)
    return start < at || start > at + room - MARGIN ? start - MARGIN : at;
  if (start < at + MARGIN)
    return start - MARGIN;
  if (start + length > at + room - MARGIN)
    return start + length - room + MARGIN;
  return at;
}

void
liaison_drawn_view_reveal (LiaisonDrawnView *self, const LiaisonBox *box)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  LiaisonBox body = get_body_box (self);

  if (body.width <= 0 || body.height <= 0)
    return;
  /* What is far away is shown in the middle, with what surrounds it. */
  if (box->x + box->width < priv->x - body.width || box->x > priv->x + 2 * body.width)
    priv->x = MAX (0, box->x - body.width / 3);
  liaison_drawn_view_scroll_to (self, get_near (priv->x, body.width, box->x, box->width),
                                get_near (priv->y, body.height, box->y, box->height));
}

void
liaison_drawn_view_keep_seen (LiaisonDrawnView *self)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  const LiaisonBox body = get_body_box (self), *box = &priv->cursor.box;
  const double *room = priv->room;

  if (priv->has_cursor && priv->cursor.part == LIAISON_PART_BODY
      && (body.width < room[0] || body.height < room[1]) && box->x < priv->x + room[0]
      && box->x + box->width > priv->x && box->y < priv->y + room[1]
      && box->y + box->height > priv->y)
    liaison_drawn_view_reveal (self, box);
  priv->room[0] = body.width;
  priv->room[1] = body.height;
}

LiaisonDrawingPart
liaison_drawn_view_to_part (LiaisonDrawnView *self, double x, double y, double *to_x, double *to_y)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  LiaisonBox body = get_body_box (self);
  gboolean start, above;

  x /= priv->zoom;
  y /= priv->zoom;
  if (is_mirrored (self))
    x = gtk_widget_get_width (GTK_WIDGET (self)) / priv->zoom - x;
  start = x < body.x;
  above = y < body.y;
  *to_x = start ? x : x - body.x + priv->x;
  *to_y = above ? y : y - body.y + priv->y;
  return start && above ? LIAISON_PART_CORNER
         : start        ? LIAISON_PART_START
         : above        ? LIAISON_PART_ABOVE
                        : LIAISON_PART_BODY;
}

void
liaison_drawn_view_from_part (LiaisonDrawnView *self,
                              LiaisonDrawingPart part,
                              const LiaisonBox *box,
                              GdkRectangle *to)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  LiaisonBox body = get_body_box (self);
  gboolean start = part == LIAISON_PART_START || part == LIAISON_PART_CORNER;
  gboolean above = part == LIAISON_PART_ABOVE || part == LIAISON_PART_CORNER;
  double x = start ? box->x : box->x - priv->x + body.x;
  double y = above ? box->y : box->y - priv->y + body.y;
  double width = box->width;

  /* What is scrolled away at the start begins where it is seen. */
  if (!start && x < body.x)
    {
      width -= body.x - x;
      x = body.x;
    }
  width = CLAMP (width, 1, MAX (1, body.width));
  if (is_mirrored (self))
    x = gtk_widget_get_width (GTK_WIDGET (self)) / priv->zoom - x - width;
  *to = (GdkRectangle){ (int) (x * priv->zoom), (int) (y * priv->zoom),
                        MAX (1, (int) (width * priv->zoom)),
                        MAX (1, (int) (box->height * priv->zoom)) };
}

void
liaison_drawn_view_zoom (LiaisonDrawnView *self, double factor, double x, double y)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  double at_x, at_y, before_x, before_y;

  liaison_drawn_view_to_part (self, x, y, &at_x, &at_y);
  before_x = at_x - priv->x;
  if (liaison_drawing_can_zoom (priv->drawing))
    {
      double now = liaison_drawing_zoom (priv->drawing, factor, at_x);
      liaison_drawn_view_scroll_to (self, now - before_x, priv->y);
      return;
    }
  before_y = at_y - priv->y;
  factor = CLAMP (priv->zoom * factor, LEAST_ZOOM, MOST_ZOOM) / priv->zoom;
  priv->zoom *= factor;
  liaison_drawn_view_scroll_to (self, at_x - before_x / factor, at_y - before_y / factor);
}
