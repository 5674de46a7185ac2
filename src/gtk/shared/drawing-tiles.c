/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/drawing-tiles.h"

#include <math.h>

/* Of one tile, in application pixels: so low that the rows that come into sight cost little a
 * frame. */
#define WIDTH  256
#define HEIGHT 64
/* So many beside those in sight are kept. */
#define KEPT 200

struct _LiaisonDrawingTiles
{
  LiaisonDrawing *drawing; /* borrowed */
  GHashTable *nodes;       /* place -> GskRenderNode, which begins at 0, 0 */

  /* What the tiles were drawn for */
  const LiaisonPalette *palette;
  double scale;
  gboolean mirrored;
};

LiaisonDrawingTiles *
liaison_drawing_tiles_new (LiaisonDrawing *drawing)
{
  LiaisonDrawingTiles *self = g_new0 (LiaisonDrawingTiles, 1);

  self->drawing = drawing;
  self->nodes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gsk_render_node_unref);
  return self;
}

void
liaison_drawing_tiles_free (LiaisonDrawingTiles *self)
{
  g_hash_table_unref (self->nodes);
  g_free (self);
}

void
liaison_drawing_tiles_clear (LiaisonDrawingTiles *self)
{
  g_hash_table_remove_all (self->nodes);
}

/* The pixels are drawn at once, and the node only shows them: what it records is one image, not
 * letters. */
static GskRenderNode *
draw_tile (LiaisonDrawingTiles *self, const LiaisonCanvas *like, guint column, guint row)
{
  const LiaisonBox tile = { column * WIDTH, row * HEIGHT, WIDTH, HEIGHT };
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  cairo_surface_t *image = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) (WIDTH * self->scale), (int) (HEIGHT * self->scale));
  LiaisonCanvas canvas = *like;
  cairo_t *cr;

  cairo_surface_set_device_scale (image, self->scale, self->scale);
  canvas.cr = cairo_create (image);
  liaison_drawing_draw_tile (self->drawing, &canvas, &tile);
  cairo_destroy (canvas.cr);
  cr = gsk_cairo_node_get_draw_context (node);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_rectangle (cr, 0, 0, WIDTH, HEIGHT);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
  return node;
}

static GskRenderNode *
get_tile (LiaisonDrawingTiles *self, const LiaisonCanvas *canvas, guint column, guint row)
{
  gpointer place = GUINT_TO_POINTER (row << 12 | column);
  GskRenderNode *node = g_hash_table_lookup (self->nodes, place);

  if (node == NULL)
    {
      node = draw_tile (self, canvas, column, row);
      g_hash_table_insert (self->nodes, place, node);
    }
  return node;
}

/* Tiles far out of sight go when there are too many. */
static void
forget_far (
    LiaisonDrawingTiles *self, guint first_column, guint end_column, guint first_row, guint end_row)
{
  GHashTableIter iter;
  gpointer place;

  if (g_hash_table_size (self->nodes) < KEPT + (end_column - first_column) * (end_row - first_row))
    return;
  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    {
      guint column = GPOINTER_TO_UINT (place) & 0xfff, row = GPOINTER_TO_UINT (place) >> 12;
      if (column < first_column || column >= end_column || row < first_row || row >= end_row)
        g_hash_table_iter_remove (&iter);
    }
}

static void
take_look (LiaisonDrawingTiles *self, const LiaisonCanvas *canvas)
{
  if (self->palette == canvas->palette && self->scale == canvas->scale
      && self->mirrored == canvas->mirrored)
    return;
  liaison_drawing_tiles_clear (self);
  self->palette = canvas->palette;
  self->scale = canvas->scale;
  self->mirrored = canvas->mirrored;
}

void
liaison_drawing_tiles_snapshot (LiaisonDrawingTiles *self,
                                GtkSnapshot *snapshot,
                                const LiaisonCanvas *canvas,
                                const LiaisonBox *box,
                                double x,
                                double y)
{
  guint first_column = (guint) (MAX (x, 0) / WIDTH),
        end_column = (guint) ceil ((x + box->width) / WIDTH);
  guint first_row = (guint) (MAX (y, 0) / HEIGHT),
        end_row = (guint) ceil ((y + box->height) / HEIGHT);
  double from = canvas->mirrored ? canvas->width - box->x - box->width : box->x;

  if (box->width <= 0 || box->height <= 0)
    return;
  take_look (self, canvas);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (from, box->y, box->width, box->height));
  for (guint row = first_row; row < end_row; row++)
    for (guint column = first_column; column < end_column; column++)
      {
        double at = column * (double) WIDTH - x + box->x;
        gtk_snapshot_save (snapshot);
        gtk_snapshot_translate (
            snapshot, &GRAPHENE_POINT_INIT (canvas->mirrored ? canvas->width - at - WIDTH : at,
                                            row * (double) HEIGHT - y + box->y));
        gtk_snapshot_append_node (snapshot, get_tile (self, canvas, column, row));
        gtk_snapshot_restore (snapshot);
      }
  gtk_snapshot_pop (snapshot);
  forget_far (self, first_column, end_column, first_row, end_row);
}
