/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/picture.h"

#include <string.h>

/* A body of 400 by 300 with a red bar of 100 by 20 at its origin, heads of 50 and 30. */
#define TEST_TYPE_DRAWING (test_drawing_get_type ())
G_DECLARE_FINAL_TYPE (TestDrawing, test_drawing, TEST, DRAWING, LiaisonDrawing)

struct _TestDrawing
{
  LiaisonDrawing parent_instance;
  guint measured;
  LiaisonBox seen[4];
};

G_DEFINE_FINAL_TYPE (TestDrawing, test_drawing, LIAISON_TYPE_DRAWING)

static const LiaisonColour red = { 1, 0, 0, 1 };

static void
test_drawing_measure (LiaisonDrawing *drawing, LiaisonCanvas *canvas, LiaisonDrawingSize *size)
{
  TEST_DRAWING (drawing)->measured++;
  *size = (LiaisonDrawingSize){ 400, 300, 50, 30 };
}

static void
test_drawing_draw (LiaisonDrawing *drawing,
                   LiaisonCanvas *canvas,
                   LiaisonDrawingPart part,
                   const LiaisonBox *visible)
{
  TEST_DRAWING (drawing)->seen[part] = *visible;
  if (part == LIAISON_PART_BODY)
    liaison_canvas_fill_box (canvas, &(LiaisonBox){ 0, 0, 100, 20 }, &red);
}

static void
test_drawing_class_init (TestDrawingClass *klass)
{
  LIAISON_DRAWING_CLASS (klass)->measure = test_drawing_measure;
  LIAISON_DRAWING_CLASS (klass)->draw = test_drawing_draw;
}

static void
test_drawing_init (TestDrawing *self)
{
}

typedef struct
{
  TestDrawing *drawing;
  LiaisonTextCache *texts;
  LiaisonWords *words;
  LiaisonManner manner;
  LiaisonCanvas canvas;
  cairo_surface_t *surface;
} Fixture;

static void
set_up (Fixture *f, gconstpointer language)
{
  f->drawing = g_object_new (TEST_TYPE_DRAWING, NULL);
  f->texts = liaison_text_cache_new_off_screen ("DejaVu Sans 10", 10);
  f->words = liaison_words_new (language, NULL);
  f->manner.words = f->words;
  f->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 100);
  f->canvas = liaison_canvas_init (cairo_create (f->surface), f->texts,
                                   liaison_palette_get (LIAISON_PALETTE_LIGHT), &f->manner);
}

static void
tear_down (Fixture *f, gconstpointer language)
{
  cairo_destroy (f->canvas.cr);
  cairo_surface_destroy (f->surface);
  liaison_words_unref (f->words);
  liaison_text_cache_free (f->texts);
  g_assert_finalize_object (f->drawing);
}

static gboolean
is_red (Fixture *f, int x, int y)
{
  const guint32 *row;

  cairo_surface_flush (f->surface);
  row = (const guint32 *) (cairo_image_surface_get_data (f->surface)
                           + y * cairo_image_surface_get_stride (f->surface));
  return (row[x] & 0xffffff) == 0xff0000;
}

static void
test_window (Fixture *f, gconstpointer language)
{
  liaison_drawing_draw_window (LIAISON_DRAWING (f->drawing), &f->canvas, 200, 100, 60, 5);
  g_assert_cmpfloat (f->drawing->seen[LIAISON_PART_BODY].x, ==, 60);
  g_assert_cmpfloat (f->drawing->seen[LIAISON_PART_BODY].width, ==, 150);
  g_assert_cmpfloat (f->drawing->seen[LIAISON_PART_ABOVE].x, ==, 60);
  g_assert_cmpfloat (f->drawing->seen[LIAISON_PART_ABOVE].y, ==, 0);
  g_assert_cmpfloat (f->drawing->seen[LIAISON_PART_START].y, ==, 5);
  g_assert_cmpfloat (f->drawing->seen[LIAISON_PART_START].x, ==, 0);
  /* 40 of the bar are left, from 50 to 90 (mirrored: 110 to 150), 15 high. */
  gboolean mirrored = f->canvas.mirrored;
  g_assert_true (is_red (f, mirrored ? 149 : 50, 30));
  g_assert_true (is_red (f, mirrored ? 110 : 89, 44));
  g_assert_false (is_red (f, mirrored ? 109 : 90, 44));
  g_assert_false (is_red (f, mirrored ? 150 : 49, 30));
  g_assert_false (is_red (f, mirrored ? 149 : 50, 29));
  g_assert_false (is_red (f, mirrored ? 149 : 50, 45));
}

static void
test_measured_once (Fixture *f, gconstpointer language)
{
  for (guint i = 0; i < 3; i++)
    liaison_drawing_draw_window (LIAISON_DRAWING (f->drawing), &f->canvas, 200, 100, 0, 0);
  g_assert_cmpuint (f->drawing->measured, ==, 1);
  liaison_drawing_changed (LIAISON_DRAWING (f->drawing), FALSE);
  liaison_drawing_measure (LIAISON_DRAWING (f->drawing), &f->canvas, NULL);
  g_assert_cmpuint (f->drawing->measured, ==, 1);
  liaison_drawing_changed (LIAISON_DRAWING (f->drawing), TRUE);
  liaison_drawing_measure (LIAISON_DRAWING (f->drawing), &f->canvas, NULL);
  g_assert_cmpuint (f->drawing->measured, ==, 2);
}

static void
test_pictures (Fixture *f, gconstpointer language)
{
  static const struct
  {
    const char *name, *begins;
  } formats[] = {
    { "a.png", "\x89PNG" }, { "b.SVG", "<?xml" }, { "c.pdf", "%PDF" }, { "d", "\x89PNG" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes =
          liaison_picture_make (LIAISON_DRAWING (f->drawing), &f->canvas, NULL,
                                liaison_picture_format_for_name (formats[i].name), 2, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 100);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), strlen (formats[i].begins),
                       formats[i].begins, strlen (formats[i].begins));
    }
  /* The whole, heads included, was drawn. */
  g_assert_cmpfloat (f->drawing->seen[LIAISON_PART_BODY].width, ==, 400);
  g_assert_cmpfloat (f->drawing->seen[LIAISON_PART_BODY].height, ==, 300);
}

static void
test_too_large (Fixture *f, gconstpointer language)
{
  LiaisonPictureWindow window = { 1e6, 1e6, 0, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = liaison_picture_make (LIAISON_DRAWING (f->drawing), &f->canvas,
                                                   &window, LIAISON_PICTURE_PNG, 2, &error);
  const guchar *data;

  /* Scaled down to 100 million pixels. */
  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, NULL);
  g_assert_cmpuint (data[18] << 8 | data[19], ==, 10000);
  window.width = -5;
  g_assert_null (liaison_picture_make (LIAISON_DRAWING (f->drawing), &f->canvas, &window,
                                       LIAISON_PICTURE_PNG, 2, &error));
  g_assert_error (error, LIAISON_PICTURE_ERROR, LIAISON_PICTURE_ERROR_SIZE);
}

#define ADD(path, language, func) g_test_add (path, Fixture, language, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/draw/drawing/window", "en", test_window);
  ADD ("/draw/drawing/window-mirrored", "ar", test_window);
  ADD ("/draw/drawing/measured-once", "en", test_measured_once);
  ADD ("/draw/drawing/pictures", "en", test_pictures);
  ADD ("/draw/drawing/too-large", "en", test_too_large);
  return g_test_run ();
}
