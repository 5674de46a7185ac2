/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/drawn.h"

#include "pack/fonts.h"

#include <math.h>

#define LABELS    4096
#define FONT_SIZE 10
/* Points a unit: when nothing else is said, and the largest to which a small drawing grows. */
#define USUAL_SCALE 0.7
#define LARGEST     1.0
/* More pages than anybody tapes together. */
#define MAX_TILES 400

/* What of the drawing a tile shows. */
typedef struct
{
  double width, height, x, y;
  gboolean undrawn;
} Window;

typedef struct
{
  LiaisonMatter parent;

  /* Given */
  LiaisonDrawing *drawing; /* until the flow is done */
  LiaisonManner manner;
  LiaisonDrawnOptions options;
  char *shows; /* or NULL */

  /* Made by the flow */
  LiaisonTextCache *texts, *own_texts; /* own or borrowed; own or NULL */
  double scale;
  GPtrArray *tiles; /* of cairo_surface_t: what is drawn, recorded */
  GArray *windows;  /* of Window, one a tile */
  GMutex lock;      /* of the recordings */
} Drawn;

static LiaisonCanvas
make_canvas (Drawn *self, cairo_t *cr)
{
  LiaisonCanvas canvas = liaison_canvas_init (
      cr, self->texts, liaison_palette_get (LIAISON_PALETTE_PAPER), &self->manner);

  canvas.scale = 0;
  return canvas;
}

static void
measure (Drawn *self, LiaisonTypesetter *typesetter, LiaisonDrawingSize *size)
{
  LiaisonCanvas canvas;

  if (self->texts == NULL)
    {
      g_autofree char *font = g_strdup_printf (
          "%s %d", liaison_fonts_for_language (liaison_words_get_language (self->manner.words)),
          FONT_SIZE);

      self->texts = liaison_typesetter_get_labels (typesetter, font);
      if (self->texts == NULL)
        self->texts = self->own_texts = liaison_text_cache_new_off_screen (font, LABELS);
    }
  canvas = make_canvas (self, NULL);
  liaison_drawing_measure (self->drawing, &canvas, size);
}

/* What a window of @width and @height shows of it. */
static void
draw_window (Drawn *self, const Window *window, cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);
  LiaisonCanvas canvas = make_canvas (self, cr);

  liaison_drawing_draw_window (self->drawing, &canvas, window->width, window->height, window->x,
                               window->y);
  cairo_destroy (cr);
}

/* What flows several times is drawn only when its page is. */
static void
record (Drawn *self, double width, double height, double x, double y)
{
  const cairo_rectangle_t extents = { 0, 0, width, height };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  Window window = { width, height, x, y, self->options.again };

  if (!window.undrawn)
    draw_window (self, &window, surface);
  g_array_append_val (self->windows, window);
  g_ptr_array_add (self->tiles, surface);
}

static void
place (Drawn *self, LiaisonFlow *flow, double height)
{
  LiaisonPlacement *placement;

  if (self->tiles->len > 1 || height * self->scale > liaison_flow_get_room (flow))
    if (!liaison_flow_is_at_top (flow) && self->tiles->len > 1)
      liaison_flow_turn (flow);
  placement = liaison_flow_place (flow, &self->parent, height * self->scale);
  placement->tile = self->tiles->len - 1;
}

static void
flow_fitted (Drawn *self, LiaisonFlow *flow, const LiaisonDrawingSize *size)
{
  const LiaisonBox *seen = &self->options.seen;
  gboolean all = seen->width <= 0 || seen->height <= 0;
  double width = size->head_width + (all ? size->width : MIN (seen->width, size->width));
  double height = size->head_height + (all ? size->height : MIN (seen->height, size->height));

  self->scale = MIN (liaison_flow_get_measure (flow) / MAX (width, 1),
                     (liaison_flow_get_room (flow) - 1) / MAX (height, 1));
  self->scale = MIN (self->scale, LARGEST);
  record (self, width, height, all ? 0 : seen->x, all ? 0 : seen->y);
  place (self, flow, height);
}

/* Down, then on to the side; the first page has what stands above, and so less room. */
static void
flow_tiled (Drawn *self, LiaisonFlow *flow, const LiaisonDrawingSize *size)
{
  double width = liaison_flow_get_measure (flow), x = 0;

  self->scale = self->options.scale > 0 ? self->options.scale : USUAL_SCALE;
  width /= self->scale;
  do
    {
      double room = MAX (width - size->head_width, 1), y = 0, shown;

      /* Columns and rows stay whole where they can. */
      if (x + room < size->width)
        room = liaison_drawing_find_cut (self->drawing, TRUE, x, x + room) - x;
      shown = size->head_width + MIN (room, size->width - x);

      do
        {
          double depth = (self->tiles->len == 0 ? liaison_flow_get_room (flow) - 1
                                                : liaison_flow_get_depth (flow) - 1)
                         / self->scale;
          double high = MIN (depth, size->head_height + size->height - y);

          if (y + high - size->head_height < size->height - 0.5)
            high =
                size->head_height - y
                + liaison_drawing_find_cut (self->drawing, FALSE, y, y + high - size->head_height);

          record (self, shown, high, x, y);
          place (self, flow, high);
          y += MAX (high - size->head_height, 1);
        }
      while (y < size->height - 0.5 && self->tiles->len < MAX_TILES);
      x += room;
    }
  while (x < size->width - 0.5 && self->tiles->len < MAX_TILES);
}

static double
drawn_get_least (LiaisonMatter *matter, LiaisonFlow *flow)
{
  return liaison_flow_get_depth (flow) * 0.3;
}

static void
drawn_flow (LiaisonMatter *matter, LiaisonFlow *flow)
{
  Drawn *self = (Drawn *) matter;
  LiaisonDrawingSize size;

  g_ptr_array_set_size (self->tiles, 0);
  g_array_set_size (self->windows, 0);
  measure (self, liaison_flow_get_typesetter (flow), &size);
  if (self->options.tiled)
    flow_tiled (self, flow, &size);
  else
    flow_fitted (self, flow, &size);
  if (self->options.again)
    return;
  /* Others show it with other fonts. */
  liaison_drawing_changed (self->drawing, TRUE);
  g_clear_object (&self->drawing);
}

static void
drawn_draw (const LiaisonMatter *matter, const LiaisonPlacement *placement, LiaisonPress *press)
{
  Drawn *self = (Drawn *) matter;
  cairo_surface_t *tile = self->tiles->pdata[placement->tile];
  Window *window = &g_array_index (self->windows, Window, placement->tile);
  gboolean mirrored = liaison_words_is_right_to_left (self->manner.words);
  cairo_rectangle_t extents;
  double x = placement->x;

  cairo_recording_surface_get_extents (tile, &extents);
  if (mirrored)
    x += placement->width - extents.width * self->scale;
  liaison_press_begin_figure (press, self->shows);
  g_mutex_lock (&self->lock);
  if (window->undrawn)
    draw_window (self, window, tile);
  window->undrawn = FALSE;
  cairo_save (press->cr);
  cairo_translate (press->cr, x, placement->y);
  cairo_scale (press->cr, self->scale, self->scale);
  cairo_rectangle (press->cr, 0, 0, extents.width, extents.height);
  cairo_clip (press->cr);
  cairo_set_source_surface (press->cr, tile, 0, 0);
  cairo_paint (press->cr);
  cairo_restore (press->cr);
  g_mutex_unlock (&self->lock);
  liaison_press_end (press, "Figure");
}

static void
drawn_finalize (LiaisonMatter *matter)
{
  Drawn *self = (Drawn *) matter;

  g_clear_object (&self->drawing);
  g_ptr_array_unref (self->tiles);
  g_array_unref (self->windows);
  g_clear_pointer (&self->own_texts, liaison_text_cache_free);
  liaison_words_unref (self->manner.words);
  g_free (self->shows);
  g_mutex_clear (&self->lock);
}

static const LiaisonMatterClass drawn_class = { drawn_get_least, drawn_flow, drawn_draw,
                                                drawn_finalize };

LiaisonMatter *
liaison_drawn_new (LiaisonDrawing *drawing,
                   const LiaisonManner *manner,
                   const LiaisonDrawnOptions *options)
{
  Drawn *self = liaison_matter_alloc (&drawn_class, sizeof *self);

  self->drawing = g_object_ref (drawing);
  self->manner = *manner;
  liaison_words_ref (manner->words);
  self->options = *options;
  self->tiles = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  self->windows = g_array_new (FALSE, FALSE, sizeof (Window));
  g_mutex_init (&self->lock);
  return &self->parent;
}

void
liaison_drawn_set_description (LiaisonMatter *matter, const char *shows)
{
  Drawn *self = (Drawn *) matter;

  g_return_if_fail (matter->klass == &drawn_class);
  g_free (self->shows);
  self->shows = g_strdup (shows);
}
