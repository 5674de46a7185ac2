/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/picture.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#define MOST_PIXELS  100e6
#define LONGEST_SIDE 30000. /* px; cairo's images end at 32767 */
#define LONGEST_PAGE 14400. /* points: what readers of PDF show */

G_DEFINE_QUARK (liaison - picture - error - quark, liaison_picture_error)

LiaisonPictureFormat
liaison_picture_format_for_name (const char *name)
{
  g_autofree char *small = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (small, ".svg"))
    return LIAISON_PICTURE_SVG;
  if (g_str_has_suffix (small, ".pdf"))
    return LIAISON_PICTURE_PDF;
  return LIAISON_PICTURE_PNG;
}

static cairo_status_t
write_cb (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static double
limit_scale (LiaisonPictureFormat format, const LiaisonPictureWindow *window, double scale)
{
  double longest = MAX (window->width, window->height);

  if (format == LIAISON_PICTURE_SVG)
    return 1;
  if (format == LIAISON_PICTURE_PDF)
    return MIN (1, LONGEST_PAGE / longest);
  scale = MIN (scale, LONGEST_SIDE / longest);
  return MIN (scale, sqrt (MOST_PIXELS / (window->width * window->height)));
}

static cairo_surface_t *
create_surface (LiaisonPictureFormat format, double width, double height, GByteArray *bytes)
{
  if (format == LIAISON_PICTURE_PNG)
    return cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX (1, (int) ceil (width)),
                                       MAX (1, (int) ceil (height)));
  if (format == LIAISON_PICTURE_SVG)
    return cairo_svg_surface_create_for_stream (write_cb, bytes, width, height);
  return cairo_pdf_surface_create_for_stream (write_cb, bytes, width, height);
}

/* The name of the program and the time of day say nothing to a reader, and differ each time. */
static void
set_head (cairo_surface_t *surface, LiaisonPictureFormat format)
{
  if (format == LIAISON_PICTURE_PDF)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                    "2000-01-01T00:00:00Z");
}

static void
draw (LiaisonDrawing *drawing,
      LiaisonCanvas *canvas,
      const LiaisonPictureWindow *window,
      cairo_surface_t *surface,
      double scale)
{
  canvas->cr = cairo_create (surface);
  cairo_scale (canvas->cr, scale, scale);
  liaison_drawing_draw_window (drawing, canvas, window->width, window->height, window->x,
                               window->y);
  cairo_show_page (canvas->cr);
  cairo_destroy (canvas->cr);
}

static GBytes *
finish (cairo_surface_t *surface, LiaisonPictureFormat format, GByteArray *bytes, GError **error)
{
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  if (format == LIAISON_PICTURE_PNG)
    status = cairo_surface_write_to_png_stream (surface, write_cb, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  g_set_error (error, LIAISON_PICTURE_ERROR, LIAISON_PICTURE_ERROR_WRITE, "drawing failed: %s",
               cairo_status_to_string (status));
  return NULL;
}

GBytes *
liaison_picture_make (LiaisonDrawing *drawing,
                      const LiaisonCanvas *canvas,
                      const LiaisonPictureWindow *window,
                      LiaisonPictureFormat format,
                      double scale,
                      GError **error)
{
  LiaisonCanvas own = *canvas;
  LiaisonPictureWindow shown = window != NULL ? *window : (LiaisonPictureWindow){ 0 };
  LiaisonDrawingSize size;
  GByteArray *bytes;
  cairo_surface_t *surface;

  liaison_drawing_measure (drawing, &own, &size);
  if (shown.width == 0 || shown.height == 0)
    shown = (LiaisonPictureWindow){ size.head_width + size.width, size.head_height + size.height };
  if (!(shown.width >= 1) || !(shown.height >= 1))
    {
      g_set_error_literal (error, LIAISON_PICTURE_ERROR, LIAISON_PICTURE_ERROR_SIZE,
                           "there is nothing to picture");
      return NULL;
    }
  scale = limit_scale (format, &shown, scale);
  bytes = g_byte_array_new ();
  surface = create_surface (format, shown.width * scale, shown.height * scale, bytes);
  set_head (surface, format);
  own.scale = format == LIAISON_PICTURE_PNG ? scale : 0;
  draw (drawing, &own, &shown, surface, scale);
  return finish (surface, format, bytes, error);
}
