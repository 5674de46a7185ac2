/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix: what stands in cells, folding, the way of the keys, what is found where. */
#include "config.h"

#include "draw/matrix.h"

#include <pango/pangocairo.h>
#include <string.h>

typedef struct
{
  LiaisonMatrix *matrix;
  LiaisonWords *words;
  LiaisonTextCache *texts;
  LiaisonManner manner;
  LiaisonCanvas canvas;
} Fixture;

static LiaisonId
id_of (guint number)
{
  return liaison_id_new_from_parts (1800000000000, number & 0xfff, number);
}

static void
add_row (LiaisonMatrix *matrix, guint number, guint depth, const char *label)
{
  LiaisonMatrixHead head = { .id = id_of (number), .label = label, .depth = depth };
  liaison_matrix_add_row (matrix, &head);
}

static void
add_item (LiaisonMatrix *matrix, guint row, guint column, guint record, const char *label)
{
  LiaisonMatrixItem item = { .record = id_of (record), .label = label, .order = record };
  liaison_matrix_add_item (matrix, row, column, &item);
}

/*         Mon       Tue
 * A       x, y
 *   A1              z
 *   A2    w
 * B                                     */
static void
fill (LiaisonMatrix *matrix)
{
  LiaisonMatrixHead monday = { .id = id_of (100), .label = "Mon", .group = "Week" };
  LiaisonMatrixHead tuesday = { .id = id_of (101), .label = "Tue", .group = "Week" };

  liaison_matrix_begin (matrix);
  liaison_matrix_set_corner (matrix, "Who");
  liaison_matrix_add_column (matrix, &monday);
  liaison_matrix_add_column (matrix, &tuesday);
  add_row (matrix, 1, 0, "A");
  add_row (matrix, 2, 1, "A1");
  add_row (matrix, 3, 1, "A2");
  add_row (matrix, 4, 0, "B");
  add_item (matrix, 0, 0, 11, "y");
  add_item (matrix, 2, 0, 12, "w");
  add_item (matrix, 1, 1, 13, "z");
  add_item (matrix, 0, 0, 10, "x");
  liaison_matrix_end (matrix);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  f->matrix = liaison_matrix_new ();
  f->words = liaison_words_new ("en", NULL);
  f->texts = liaison_text_cache_new (context, 100);
  g_object_unref (context);
  f->manner = (LiaisonManner){ .words = f->words };
  f->canvas =
      liaison_canvas_init (NULL, f->texts, liaison_palette_get (LIAISON_PALETTE_LIGHT), &f->manner);
  fill (f->matrix);
  liaison_drawing_measure (LIAISON_DRAWING (f->matrix), &f->canvas, NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_object_unref (f->matrix);
  liaison_text_cache_free (f->texts);
  liaison_words_unref (f->words);
}

static void
test_items (Fixture *f, gconstpointer data)
{
  guint n, first = liaison_matrix_get_items (f->matrix, 0, 0, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (liaison_matrix_get_item (f->matrix, first)->label, ==, "x");
  g_assert_cmpstr (liaison_matrix_get_item (f->matrix, first + 1)->label, ==, "y");
  liaison_matrix_get_items (f->matrix, 0, 1, &n);
  g_assert_cmpuint (n, ==, 0);
  liaison_matrix_get_items (f->matrix, 3, 1, &n);
  g_assert_cmpuint (n, ==, 0);
}

static double
measure_height (Fixture *f)
{
  LiaisonDrawingSize size;

  liaison_drawing_measure (LIAISON_DRAWING (f->matrix), &f->canvas, &size);
  return size.height;
}

static void
test_fold (Fixture *f, gconstpointer data)
{
  double open = measure_height (f);
  LiaisonHit hit;

  g_assert_true (liaison_matrix_can_fold (f->matrix, 0));
  g_assert_false (liaison_matrix_can_fold (f->matrix, 3));
  g_assert_true (liaison_drawing_locate (LIAISON_DRAWING (f->matrix), id_of (13), &hit));
  liaison_matrix_set_folded (f->matrix, 0, TRUE);
  g_assert_cmpfloat (measure_height (f), <, open);
  g_assert_false (liaison_drawing_locate (LIAISON_DRAWING (f->matrix), id_of (13), &hit));
  /* It stays folded when it is filled anew. */
  fill (f->matrix);
  g_assert_true (liaison_matrix_is_folded (f->matrix, 0));
  liaison_matrix_set_folded (f->matrix, 0, FALSE);
  g_assert_cmpfloat (measure_height (f), ==, open);
}

static void
step (Fixture *f, LiaisonStep where, guint row, guint column, const char *item)
{
  LiaisonMatrixCursor cursor;

  g_assert_true (liaison_matrix_find_step (f->matrix, where, &cursor));
  liaison_matrix_set_cursor (f->matrix, &cursor);
  g_assert_cmpuint (cursor.row, ==, row);
  g_assert_cmpuint (cursor.column, ==, column);
  if (item == NULL)
    g_assert_cmpuint (cursor.item, ==, LIAISON_MATRIX_NOWHERE);
  else
    g_assert_cmpstr (liaison_matrix_get_item (f->matrix, cursor.item)->label, ==, item);
}

static void
test_steps (Fixture *f, gconstpointer data)
{
  LiaisonMatrixCursor cursor;

  step (f, LIAISON_STEP_DOWN, 0, 0, "x");
  step (f, LIAISON_STEP_DOWN, 0, 0, "y");
  step (f, LIAISON_STEP_DOWN, 1, 0, NULL);
  step (f, LIAISON_STEP_END, 1, 1, "z");
  g_assert_false (liaison_matrix_find_step (f->matrix, LIAISON_STEP_END, &cursor));
  step (f, LIAISON_STEP_UP, 0, 1, NULL);
  step (f, LIAISON_STEP_START, 0, 0, "x");
  step (f, LIAISON_STEP_START, 0, LIAISON_MATRIX_NOWHERE, NULL);
  g_assert_false (liaison_matrix_find_step (f->matrix, LIAISON_STEP_START, &cursor));
  step (f, LIAISON_STEP_END, 0, 0, "x");
  /* Under a folded row nothing is stepped on. */
  liaison_matrix_set_folded (f->matrix, 0, TRUE);
  cursor = (LiaisonMatrixCursor){ 0, 0, LIAISON_MATRIX_NOWHERE };
  liaison_matrix_set_cursor (f->matrix, &cursor);
  step (f, LIAISON_STEP_DOWN, 3, 0, NULL);
  g_assert_false (liaison_matrix_find_step (f->matrix, LIAISON_STEP_DOWN, &cursor));
}

/* What is drawn at a place is found there. */
static void
test_find (Fixture *f, gconstpointer data)
{
  LiaisonDrawing *drawing = LIAISON_DRAWING (f->matrix);
  LiaisonMatrixCursor cursor;
  LiaisonHit hit, again;

  for (guint record = 10; record < 14; record++)
    {
      g_assert_true (liaison_drawing_locate (drawing, id_of (record), &hit));
      g_assert_true (liaison_drawing_find (drawing, LIAISON_PART_BODY,
                                           hit.box.x + hit.box.width / 2,
                                           hit.box.y + hit.box.height / 2, &again));
      g_assert_true (liaison_id_same (again.record, id_of (record)));
      g_assert_true (liaison_matrix_read_hit (f->matrix, &again, &cursor));
      g_assert_cmpuint (cursor.item, ==, hit.index);
    }
  g_assert_false (liaison_drawing_find (drawing, LIAISON_PART_BODY, 1e6, 5, &hit));
  g_assert_false (liaison_drawing_find (drawing, LIAISON_PART_BODY, 5, 1e6, &hit));
  g_assert_true (liaison_drawing_find (drawing, LIAISON_PART_ABOVE, 3, 3, &hit));
  g_assert_true (liaison_id_same (hit.record, id_of (100)));
}

static void
test_table (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) table = liaison_matrix_make_table (f->matrix);
  static const char *const expected[] = { "Who|Week, Mon|Week, Tue", "A|x; y|", "A1||z", "A2|w|",
                                          "B||" };

  g_assert_cmpuint (table->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < table->len; i++)
    {
      g_autofree char *line = g_strjoinv ("|", table->pdata[i]);
      g_assert_cmpstr (line, ==, expected[i]);
    }
}

static void
test_heat (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) table = NULL;

  liaison_matrix_set_heat (f->matrix, 3, 1, LIAISON_HUE_RED, 2.5, "7");
  table = liaison_matrix_make_table (f->matrix);
  g_assert_cmpstr (((char **) table->pdata[4])[2], ==, "7");
  liaison_matrix_begin (f->matrix);
  liaison_matrix_end (f->matrix);
  g_assert_cmpuint (liaison_matrix_count_rows (f->matrix), ==, 0);
  g_assert_cmpfloat (measure_height (f), ==, 0);
}

/* The number of pixels that are not of the ground, drawn on a surface. */
static guint
count_ink (Fixture *f, gboolean mirrored, double x, double y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 200);
  cairo_t *cr = cairo_create (surface);
  LiaisonCanvas canvas = f->canvas;
  guint ink = 0;
  const guint32 *pixels;

  canvas.cr = cr;
  canvas.scale = 1;
  canvas.mirrored = mirrored;
  liaison_drawing_draw_window (LIAISON_DRAWING (f->matrix), &canvas, 400, 200, x, y);
  cairo_surface_flush (surface);
  pixels = (gconstpointer) cairo_image_surface_get_data (surface);
  for (guint i = 1; i < 400 * 200; i++)
    ink += pixels[i] != pixels[i - 1];
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ink;
}

static void
test_draw (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (count_ink (f, FALSE, 0, 0), >, 200);
  g_assert_cmpuint (count_ink (f, TRUE, 0, 0), >, 200);
  /* Scrolled out of all there is. */
  g_assert_cmpuint (count_ink (f, FALSE, 1e5, 1e5), <, count_ink (f, FALSE, 0, 0));
}

/* What is selected, and where keys go to, is seen on a screen, and not on paper. */
static void
test_paper (Fixture *f, gconstpointer data)
{
  guint n, first = liaison_matrix_get_items (f->matrix, 0, 0, &n);
  LiaisonId id = liaison_matrix_get_item (f->matrix, first)->record;
  LiaisonMatrixCursor cursor = { 0, 1, 0 };
  guint ink[2][2];

  for (guint chosen = 0; chosen < 2; chosen++)
    {
      static const LiaisonPaletteId palettes[] = { LIAISON_PALETTE_LIGHT, LIAISON_PALETTE_PAPER };
      for (guint i = 0; i < 2; i++)
        {
          f->canvas.palette = liaison_palette_get (palettes[i]);
          ink[chosen][i] = count_ink (f, FALSE, 0, 0);
        }
      liaison_matrix_set_selection (f->matrix, &id, 1);
      liaison_matrix_set_cursor (f->matrix, &cursor);
    }
  g_assert_cmpuint (ink[0][0], !=, ink[1][0]);
  g_assert_cmpuint (ink[0][1], ==, ink[1][1]);
}

static cairo_surface_t *
begin_image (Fixture *f, double width, double height)
{
  cairo_surface_t *image =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);

  f->canvas.cr = cairo_create (image);
  f->canvas.scale = 1;
  return image;
}

static void
end_image (Fixture *f, cairo_surface_t *image)
{
  cairo_destroy (f->canvas.cr);
  f->canvas.cr = NULL;
  cairo_surface_flush (image);
}

/* A tile has the very pixels that the body has there, whichever way it runs. */
static void
test_tile (Fixture *f, gconstpointer data)
{
  const LiaisonBox tile = { 37, 11, 160, 64 };
  LiaisonDrawingSize size;

  g_assert_true (liaison_drawing_is_still (LIAISON_DRAWING (f->matrix)));
  for (guint mirrored = 0; mirrored < 2; mirrored++)
    {
      f->canvas.mirrored = mirrored;
      liaison_drawing_measure (LIAISON_DRAWING (f->matrix), &f->canvas, &size);
      double width = size.head_width + tile.width, height = size.head_height + tile.height;
      cairo_surface_t *whole = begin_image (f, width, height), *part;
      liaison_drawing_draw_window (LIAISON_DRAWING (f->matrix), &f->canvas, width, height, tile.x,
                                   tile.y);
      end_image (f, whole);
      part = begin_image (f, tile.width, tile.height);
      liaison_drawing_draw_tile (LIAISON_DRAWING (f->matrix), &f->canvas, &tile);
      end_image (f, part);
      const guchar *a = cairo_image_surface_get_data (whole),
                   *b = cairo_image_surface_get_data (part);
      gboolean any = FALSE;
      for (guint y = 0; y < tile.height; y++)
        {
          const guint32 *in_whole =
              (const guint32 *) (gconstpointer) (a
                                                 + (y + (guint) size.head_height)
                                                       * cairo_image_surface_get_stride (whole));
          const guint32 *in_part =
              (const guint32 *) (gconstpointer) (b + y * cairo_image_surface_get_stride (part));
          in_whole += mirrored ? 0 : (guint) size.head_width;
          for (guint x = 0; x < tile.width; x++)
            {
              g_assert_cmphex (in_whole[x] & 0xffffff, ==, in_part[x] & 0xffffff);
              any |= in_part[x] != in_part[0];
            }
        }
      g_assert_true (any);
      cairo_surface_destroy (whole);
      cairo_surface_destroy (part);
    }
}

/* Rows that match stay with those above and under them, whatever the case, also in the table. */
static void
test_search (Fixture *f, gconstpointer data)
{
  double all = measure_height (f), some, one;
  g_autoptr (GPtrArray) table = NULL;

  liaison_matrix_set_search (f->matrix, "a1");
  some = measure_height (f);
  g_assert_cmpfloat (some, <, all);
  liaison_matrix_set_search (f->matrix, "b");
  one = measure_height (f);
  g_assert_cmpfloat (one, <, some);
  liaison_matrix_set_search (f->matrix, "nowhere");
  g_assert_cmpfloat (measure_height (f), ==, 0);
  liaison_matrix_set_search (f->matrix, "a1");
  table = liaison_drawing_make_table (LIAISON_DRAWING (f->matrix), &f->manner);
  g_assert_cmpuint (table->len, ==, 3);
  g_assert_cmpstr (((char **) table->pdata[2])[0], ==, "A1");
  liaison_matrix_set_search (f->matrix, NULL);
  g_assert_cmpfloat (measure_height (f), ==, all);
}

static gboolean
is_no_leaf_but (LiaisonId row, gpointer data)
{
  return liaison_id_same (row, *(LiaisonId *) data);
}

/* What the sieve holds back is gone with headings that nothing is left under; a copy shows the
 * same. */
static void
test_sieve (Fixture *f, gconstpointer data)
{
  LiaisonId wanted = liaison_matrix_get_row_id (f->matrix, 2);
  g_autoptr (LiaisonMatrix) copy = liaison_matrix_new ();
  g_autoptr (GPtrArray) table = NULL, copied = NULL;
  double all = measure_height (f);

  liaison_matrix_set_sieve (f->matrix, is_no_leaf_but, &wanted);
  liaison_matrix_begin (copy);
  for (guint i = 0; i < liaison_matrix_count_rows (f->matrix); i++)
    {
      const LiaisonMatrixHead head = { .id = liaison_matrix_get_row_id (f->matrix, i),
                                       .label = "autre",
                                       .depth = i == 1 || i == 2 };
      liaison_matrix_add_row (copy, &head);
    }
  liaison_matrix_end (copy);
  liaison_matrix_set_search (f->matrix, "a");
  table = liaison_matrix_make_table (f->matrix);
  g_assert_cmpuint (table->len, ==, 3);
  g_assert_cmpstr (((char **) table->pdata[1])[0], ==, "A");
  g_assert_cmpstr (((char **) table->pdata[2])[0], ==, "A2");
  g_assert_cmpfloat (measure_height (f), <, all);
  liaison_matrix_take_sight (copy, f->matrix);
  copied = liaison_matrix_make_table (copy);
  g_assert_cmpuint (copied->len, ==, 3);
  liaison_matrix_set_sieve (f->matrix, NULL, NULL);
  liaison_matrix_set_search (f->matrix, NULL);
  g_assert_cmpfloat (measure_height (f), ==, all);
}

static char *
tell_cb (const LiaisonManner *manner, guint row, guint column, gpointer data)
{
  return row == 0 ? g_strdup ("because") : NULL;
}

/* What a cell says has the reason below it. */
static void
test_teller (Fixture *f, gconstpointer data)
{
  const LiaisonHit hit = { .part = LIAISON_PART_BODY, .index = 0x80000000u };
  g_autofree char *text = NULL;

  liaison_matrix_set_teller (f->matrix, tell_cb, NULL);
  text = liaison_drawing_tell (LIAISON_DRAWING (f->matrix), &f->manner, &hit);
  g_assert_nonnull (strstr (text, "\nbecause"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/draw/matrix/items", test_items);
  ADD ("/draw/matrix/fold", test_fold);
  ADD ("/draw/matrix/steps", test_steps);
  ADD ("/draw/matrix/find", test_find);
  ADD ("/draw/matrix/table", test_table);
  ADD ("/draw/matrix/heat", test_heat);
  ADD ("/draw/matrix/draw", test_draw);
  ADD ("/draw/matrix/paper", test_paper);
  ADD ("/draw/matrix/tile", test_tile);
  ADD ("/draw/matrix/search", test_search);
  ADD ("/draw/matrix/sieve", test_sieve);
  ADD ("/draw/matrix/teller", test_teller);
  return g_test_run ();
}
