/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/drawing.h"

typedef struct
{
  LiaisonDrawingSize size;
  gboolean measured;
} LiaisonDrawingPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LiaisonDrawing, liaison_drawing, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
liaison_drawing_class_init (LiaisonDrawingClass *klass)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", LIAISON_TYPE_DRAWING, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
liaison_drawing_init (LiaisonDrawing *self)
{
}

void
liaison_drawing_changed (LiaisonDrawing *self, gboolean size)
{
  LiaisonDrawingPrivate *priv = liaison_drawing_get_instance_private (self);

  if (size)
    priv->measured = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, size);
}

void
liaison_drawing_measure (LiaisonDrawing *self, LiaisonCanvas *canvas, LiaisonDrawingSize *size)
{
  LiaisonDrawingPrivate *priv = liaison_drawing_get_instance_private (self);

  if (!priv->measured)
    {
      priv->size = (LiaisonDrawingSize){ 0 };
      LIAISON_DRAWING_GET_CLASS (self)->measure (self, canvas, &priv->size);
      priv->measured = TRUE;
    }
  if (size != NULL)
    *size = priv->size;
}

LiaisonBox
liaison_drawing_get_part_box (LiaisonDrawing *self,
                              LiaisonCanvas *canvas,
                              LiaisonDrawingPart part,
                              double width,
                              double height)
{
  LiaisonDrawingSize size;
  double head_width, head_height;
  gboolean start = part == LIAISON_PART_START || part == LIAISON_PART_CORNER;
  gboolean above = part == LIAISON_PART_ABOVE || part == LIAISON_PART_CORNER;

  liaison_drawing_measure (self, canvas, &size);
  head_width = MIN (size.head_width, width);
  head_height = MIN (size.head_height, height);
  return (LiaisonBox){ start ? 0 : head_width, above ? 0 : head_height,
                       start ? head_width : width - head_width,
                       above ? head_height : height - head_height };
}

void
liaison_drawing_draw_part (LiaisonDrawing *self,
                           LiaisonCanvas *canvas,
                           LiaisonDrawingPart part,
                           double width,
                           double height,
                           double x,
                           double y)
{
  LiaisonBox box = liaison_drawing_get_part_box (self, canvas, part, width, height);
  gboolean follows_x = part == LIAISON_PART_BODY || part == LIAISON_PART_ABOVE;
  gboolean follows_y = part == LIAISON_PART_BODY || part == LIAISON_PART_START;
  LiaisonBox visible = { follows_x ? x : 0, follows_y ? y : 0, box.width, box.height };

  if (box.width <= 0 || box.height <= 0)
    return;
  canvas->width = width;
  canvas->dx = canvas->dy = 0;
  liaison_canvas_clip (canvas, &box);
  liaison_canvas_fill_box (canvas, &box,
                           liaison_canvas_get_role (canvas, part == LIAISON_PART_BODY
                                                                ? LIAISON_ROLE_GROUND
                                                                : LIAISON_ROLE_RAISED));
  canvas->dx = box.x - visible.x;
  canvas->dy = box.y - visible.y;
  LIAISON_DRAWING_GET_CLASS (self)->draw (self, canvas, part, &visible);
  liaison_canvas_unclip (canvas);
}

void
liaison_drawing_draw_tile (LiaisonDrawing *self, LiaisonCanvas *canvas, const LiaisonBox *tile)
{
  LiaisonBox box = { 0, 0, tile->width, tile->height };
  LiaisonDrawingSize size;

  liaison_drawing_measure (self, canvas, &size);
  canvas->width = tile->width;
  canvas->dx = canvas->dy = 0;
  liaison_canvas_clip (canvas, &box);
  liaison_canvas_fill_box (canvas, &box, liaison_canvas_get_role (canvas, LIAISON_ROLE_GROUND));
  canvas->dx = -tile->x;
  canvas->dy = -tile->y;
  LIAISON_DRAWING_GET_CLASS (self)->draw (self, canvas, LIAISON_PART_BODY, tile);
  liaison_canvas_unclip (canvas);
}

double
liaison_drawing_find_cut (LiaisonDrawing *self, gboolean across, double from, double most)
{
  LiaisonDrawingClass *class = LIAISON_DRAWING_GET_CLASS (self);
  double cut = class->find_cut != NULL ? class->find_cut (self, across, from, most) : most;

  return cut > from ? cut : most;
}

gboolean
liaison_drawing_is_still (LiaisonDrawing *self)
{
  return LIAISON_DRAWING_GET_CLASS (self)->still;
}

void
liaison_drawing_draw_window (
    LiaisonDrawing *self, LiaisonCanvas *canvas, double width, double height, double x, double y)
{
  for (LiaisonDrawingPart part = LIAISON_PART_BODY; part <= LIAISON_PART_CORNER; part++)
    liaison_drawing_draw_part (self, canvas, part, width, height, x, y);
}

gboolean
liaison_drawing_find (
    LiaisonDrawing *self, LiaisonDrawingPart part, double x, double y, LiaisonHit *hit)
{
  LiaisonDrawingClass *class = LIAISON_DRAWING_GET_CLASS (self);

  *hit = (LiaisonHit){ .part = part };
  return class->find != NULL && class->find (self, part, x, y, hit);
}

gboolean
liaison_drawing_locate (LiaisonDrawing *self, LiaisonId record, LiaisonHit *hit)
{
  LiaisonDrawingClass *class = LIAISON_DRAWING_GET_CLASS (self);

  *hit = (LiaisonHit){ .record = record };
  return class->locate != NULL && class->locate (self, record, hit);
}

gboolean
liaison_drawing_step (LiaisonDrawing *self,
                      const LiaisonHit *from,
                      LiaisonStep step,
                      LiaisonHit *to)
{
  LiaisonDrawingClass *class = LIAISON_DRAWING_GET_CLASS (self);

  *to = (LiaisonHit){ 0 };
  return class->step != NULL && class->step (self, from, step, to);
}

char *
liaison_drawing_tell (LiaisonDrawing *self, const LiaisonManner *manner, const LiaisonHit *hit)
{
  LiaisonDrawingClass *class = LIAISON_DRAWING_GET_CLASS (self);

  return class->tell != NULL ? class->tell (self, manner, hit) : NULL;
}

gboolean
liaison_drawing_can_zoom (LiaisonDrawing *self)
{
  return LIAISON_DRAWING_GET_CLASS (self)->zoom != NULL;
}

double
liaison_drawing_zoom (LiaisonDrawing *self, double factor, double x)
{
  return LIAISON_DRAWING_GET_CLASS (self)->zoom (self, factor, x);
}

GPtrArray *
liaison_drawing_make_table (LiaisonDrawing *self, const LiaisonManner *manner)
{
  LiaisonDrawingClass *class = LIAISON_DRAWING_GET_CLASS (self);

  return class->make_table != NULL ? class->make_table (self, manner) : NULL;
}
