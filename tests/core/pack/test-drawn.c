/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawings cut into tiles, and charts that are shrunk to their page. */
#include "config.h"

#include "pack/chart.h"
#include "pack/drawn.h"
#include "pack/pages-private.h"

#include <math.h>

/* A grid of cells; it remembers what was seen of it. */
#define TYPE_GRID (grid_get_type ())
G_DECLARE_FINAL_TYPE (Grid, grid, TEST, GRID, LiaisonDrawing)

struct _Grid
{
  LiaisonDrawing parent_instance;

  double cell_width, cell_height; /* of a cell */
  guint columns, rows;
  GArray *seen; /* of LiaisonBox, of the body */
};

G_DEFINE_FINAL_TYPE (Grid, grid, LIAISON_TYPE_DRAWING)

static void
grid_measure (LiaisonDrawing *drawing, LiaisonCanvas *canvas, LiaisonDrawingSize *size)
{
  const Grid *self = TEST_GRID (drawing);

  *size = (LiaisonDrawingSize){ .width = self->columns * self->cell_width,
                                .height = self->rows * self->cell_height,
                                .head_width = 60,
                                .head_height = 20 };
}

static void
grid_draw (LiaisonDrawing *drawing,
           LiaisonCanvas *canvas,
           LiaisonDrawingPart part,
           const LiaisonBox *visible)
{
  if (part == LIAISON_PART_BODY)
    g_array_append_val (TEST_GRID (drawing)->seen, *visible);
}

static double
grid_find_cut (LiaisonDrawing *drawing, gboolean across, double from, double most)
{
  const Grid *self = TEST_GRID (drawing);
  double size = across ? self->cell_width : self->cell_height;

  return floor (most / size) * size;
}

static void
grid_finalize (GObject *object)
{
  g_array_unref (TEST_GRID (object)->seen);
  G_OBJECT_CLASS (grid_parent_class)->finalize (object);
}

static void
grid_class_init (GridClass *klass)
{
  LiaisonDrawingClass *drawing_class = LIAISON_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = grid_finalize;
  drawing_class->measure = grid_measure;
  drawing_class->draw = grid_draw;
  drawing_class->find_cut = grid_find_cut;
}

static void
grid_init (Grid *self)
{
  self->seen = g_array_new (FALSE, FALSE, sizeof (LiaisonBox));
}

static LiaisonPages *
new_pages (void)
{
  g_autoptr (LiaisonWords) words = liaison_words_new ("en", NULL);
  const LiaisonPageSetup setup = { .paper = LIAISON_PAPER_A5, .margin = 30 };

  return liaison_pages_new (&setup, words);
}

static Grid *
tile (double cell_width, double cell_height, guint columns, guint rows)
{
  g_autoptr (LiaisonPages) pages = new_pages ();
  Grid *grid = g_object_new (TYPE_GRID, NULL);
  const LiaisonManner manner = { .words = pages->words };
  const LiaisonDrawnOptions options = { .tiled = TRUE, .scale = 0.5 };

  grid->cell_width = cell_width;
  grid->cell_height = cell_height;
  grid->columns = columns;
  grid->rows = rows;
  liaison_pages_add (pages, liaison_drawn_new (LIAISON_DRAWING (grid), &manner, &options));
  g_assert_true (liaison_pages_flow (pages, NULL, NULL, NULL, NULL));
  g_assert_cmpuint (liaison_pages_get_n (pages), ==, grid->seen->len);
  return grid;
}

/* Whether it is a whole number of @size. */
static gboolean
is_edge (double at, double size)
{
  return fabs (at / size - round (at / size)) < 1e-6;
}

/* Tiles end at edges of cells, and together they are all of it, none of it twice. */
static void
test_cut (void)
{
  g_autoptr (Grid) grid = tile (130, 70, 11, 40);
  double area = 0;

  g_assert_cmpuint (grid->seen->len, >, 4);
  for (guint i = 0; i < grid->seen->len; i++)
    {
      const LiaisonBox *box = &g_array_index (grid->seen, LiaisonBox, i);

      g_assert_true (is_edge (box->x, 130) && is_edge (box->x + box->width, 130));
      g_assert_true (is_edge (box->y, 70) && is_edge (box->y + box->height, 70));
      g_assert_cmpfloat (box->x + box->width, <=, 11 * 130 + 0.01);
      g_assert_cmpfloat (box->y + box->height, <=, 40 * 70 + 0.01);
      area += box->width * box->height;
      for (guint k = 0; k < i; k++)
        g_assert_false (liaison_box_overlaps (box, &g_array_index (grid->seen, LiaisonBox, k)));
    }
  g_assert_cmpfloat_with_epsilon (area, 11. * 130 * 40 * 70, 1);
}

/* Cells larger than a page are cut where they have to be, and nothing of them is left out. */
static void
test_large_cells (void)
{
  g_autoptr (Grid) grid = tile (1500, 2500, 2, 2);
  double area = 0;

  for (guint i = 0; i < grid->seen->len; i++)
    area += g_array_index (grid->seen, LiaisonBox, i).width
            * g_array_index (grid->seen, LiaisonBox, i).height;
  g_assert_cmpfloat_with_epsilon (area, 3000. * 5000, 1);
}

/* @n boxes below one, @factor of the usual size: how many pages they stand on, and how high the
 * second is. */
static guint
chart (guint n, double factor, double *height, double *depth)
{
  g_autoptr (LiaisonPages) pages = new_pages ();
  LiaisonMatter *matter = liaison_chart_new (factor);
  const LiaisonPlacement *second;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Cell %u", i);

      liaison_chart_add (matter, i > 0, name, NULL, NULL);
    }
  liaison_pages_add (pages, matter);
  g_assert_true (liaison_pages_flow (pages, NULL, NULL, NULL, NULL));
  g_assert_cmpuint (pages->placements->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const LiaisonPlacement *at = &g_array_index (pages->placements, LiaisonPlacement, i);

      g_assert_cmpuint (at->from, ==, i);
      g_assert_cmpfloat (at->y + at->height, <=, pages->bottom + 0.1);
    }
  second = &g_array_index (pages->placements, LiaisonPlacement, 1);
  *height = second->height;
  *depth = pages->bottom - pages->top;
  return liaison_pages_get_n (pages);
}

/* A little too much for a page becomes smaller, and stands on one; much more keeps its size. */
static void
test_shrunk (void)
{
  double usual, height, depth;
  guint fill;

  g_assert_cmpuint (chart (2, 1, &usual, &depth), ==, 1);
  fill = (guint) (depth / usual);
  g_assert_cmpuint (chart (fill * 8 / 10, 1, &height, &depth), ==, 1);
  g_assert_cmpfloat_with_epsilon (height, usual, 0.01);
  g_assert_cmpuint (chart (fill * 11 / 10, 1, &height, &depth), ==, 1);
  g_assert_cmpfloat (height, <, usual - 0.2);
  g_assert_cmpfloat (height, >, usual * 0.7);
  g_assert_cmpuint (chart (fill * 14 / 10, 1, &height, &depth), ==, 2);
  g_assert_cmpfloat_with_epsilon (height, usual, 0.01);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/drawn/cut", test_cut);
  g_test_add_func ("/pack/drawn/large-cells", test_large_cells);
  g_test_add_func ("/pack/chart/shrunk", test_shrunk);
  return g_test_run ();
}
