/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/picture.h"

#include "exchange/picture-read.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>
#include <string.h>

/* Dots an inch of print, and points. */
#define DOTS    300.0
#define POINTS  72.0
#define QUALITY "86"

typedef struct
{
  int width, height; /* at most, in pixels */
  gboolean too_large;
} Bounds;

static void
size_cb (GdkPixbufLoader *loader, int width, int height, Bounds *bounds)
{
  double scale =
      MIN ((double) bounds->width / MAX (width, 1), (double) bounds->height / MAX (height, 1));

  bounds->too_large =
      width < 1 || height < 1 || (gint64) width * height > LIAISON_PICTURE_MOST_PIXELS;
  if (bounds->too_large)
    gdk_pixbuf_loader_set_size (loader, 1, 1);
  else if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX ((int) (width * scale), 1),
                                MAX ((int) (height * scale), 1));
}

static GdkPixbuf *
decode (const LiaisonAttachmentData *attachment, Bounds *bounds)
{
  g_autoptr (GdkPixbufLoader) loader = NULL;
  g_autofree guchar *bytes = NULL;
  GdkPixbuf *picture;
  gsize n = 0;
  gboolean done;

  if (attachment->content == NULL)
    return NULL;
  bytes = g_base64_decode (attachment->content, &n);
  if (bytes == NULL || liaison_picture_sniff (bytes, n) == NULL
      || g_strcmp0 (attachment->media_type, liaison_picture_sniff (bytes, n)) != 0)
    return NULL;
  loader = gdk_pixbuf_loader_new_with_mime_type (attachment->media_type, NULL);
  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_cb), bounds);
  done = gdk_pixbuf_loader_write (loader, bytes, n, NULL);
  done = gdk_pixbuf_loader_close (loader, NULL) && done && !bounds->too_large;
  picture = done ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  return picture != NULL ? gdk_pixbuf_apply_embedded_orientation (picture) : NULL;
}

/* Cairo wants colours multiplied by how opaque they are. */
static guint32
to_cairo (const guchar *from, gboolean alpha)
{
  guint a = alpha ? from[3] : 255;

  return a << 24 | (from[0] * a / 255) << 16 | (from[1] * a / 255) << 8 | from[2] * a / 255;
}

static cairo_surface_t *
make_surface (const GdkPixbuf *picture)
{
  int width = gdk_pixbuf_get_width (picture), height = gdk_pixbuf_get_height (picture);
  gboolean alpha = gdk_pixbuf_get_has_alpha (picture);
  int step = gdk_pixbuf_get_n_channels (picture), stride = gdk_pixbuf_get_rowstride (picture);
  const guchar *pixels = gdk_pixbuf_read_pixels (picture);
  cairo_surface_t *surface =
      cairo_image_surface_create (alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height);
  guchar *into = cairo_image_surface_get_data (surface);
  int into_stride = cairo_image_surface_get_stride (surface);

  if (into == NULL)
    {
      cairo_surface_destroy (surface);
      return NULL;
    }
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      guint32 *row = (guint32 *) (gpointer) (into + (gsize) y * (gsize) into_stride);

      for (int x = 0; x < width; x++)
        row[x] = to_cairo (pixels + (gsize) y * (gsize) stride + (gsize) x * (gsize) step, alpha);
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* A photograph goes into a PDF as one: a fifth of the bytes. */
static void
attach_jpeg (cairo_surface_t *surface, GdkPixbuf *picture)
{
  char *bytes = NULL;
  gsize n = 0;

  if (!gdk_pixbuf_save_to_buffer (picture, &bytes, &n, "jpeg", NULL, "quality", QUALITY, NULL))
    return;
  if (cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, (const guchar *) bytes, n, g_free,
                                   bytes)
      != CAIRO_STATUS_SUCCESS)
    g_free (bytes);
}

cairo_surface_t *
liaison_picture_load (const LiaisonBlock *attachment, double width, double height)
{
  const LiaisonAttachmentData *data = LIAISON_DATA (Attachment, attachment);
  Bounds bounds = { (int) ceil (width / POINTS * DOTS), (int) ceil (height / POINTS * DOTS),
                    FALSE };
  g_autoptr (GdkPixbuf) picture = decode (data, &bounds);
  cairo_surface_t *surface = picture != NULL ? make_surface (picture) : NULL;

  if (surface != NULL && strcmp (data->media_type, "image/jpeg") == 0)
    attach_jpeg (surface, picture);
  return surface;
}

void
liaison_picture_draw_nobody (cairo_t *cr, double x, double y, double width, double height)
{
  double middle = x + width / 2, head = height * 0.19;

  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  cairo_set_source_rgb (cr, 0.93, 0.93, 0.93);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.72, 0.72, 0.72);
  cairo_arc (cr, middle, y + height * 0.38, head, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_save (cr);
  cairo_translate (cr, middle, y + height * 1.02);
  cairo_scale (cr, width * 0.42, height * 0.36);
  cairo_arc (cr, 0, 0, 1, G_PI, 2 * G_PI);
  cairo_restore (cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

void
liaison_picture_draw (
    cairo_t *cr, cairo_surface_t *picture, double x, double y, double width, double height)
{
  double w = cairo_image_surface_get_width (picture), h = cairo_image_surface_get_height (picture);
  double scale = MIN (width / w, height / h);

  cairo_save (cr);
  cairo_translate (cr, x + (width - w * scale) / 2, y + (height - h * scale) / 2);
  cairo_scale (cr, scale, scale);
  /* Cairo takes a paint without clip for the page's ground, and forgets the tags before it. */
  cairo_rectangle (cr, 0, 0, w, h);
  cairo_clip (cr);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BEST);
  cairo_paint (cr);
  cairo_restore (cr);
}
