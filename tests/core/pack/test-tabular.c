/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Widths of columns, and how rows fall on pages. */
#include "config.h"

#include "pack/pages-private.h"
#include "pack/tabular-private.h"

#include <math.h>
#include <string.h>

#define N 3

typedef struct
{
  LiaisonColumnNeeds needs[N];
  double measure;
  gboolean fits;
  double widths[N]; /* -1: whatever is between least and natural */
} Fit;

/* natural, least, weight */
static const Fit fits[] = {
  { { { 50, 50, 50 }, { 100, 40, 300 }, { 20, 20, 20 } }, 400, TRUE, { -2, -2, -2 } },
  { { { 50, 50, 50 }, { 400, 40, 4000 }, { 20, 20, 20 } }, 300, TRUE, { 50, 230, 20 } },
  { { { 60, 60, 600 }, { 300, 50, 900 }, { 300, 50, 900 } }, 260, TRUE, { 60, 100, 100 } },
  { { { 300, 100, 10 }, { 300, 100, 10 }, { 300, 100, 10 } }, 330, TRUE, { 110, 110, 110 } },
  { { { 300, 100, 10 }, { 300, 100, 10 }, { 300, 100, 10 } }, 270, FALSE, { 90, 90, 90 } },
};

static void
test_fit (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fits); i++)
    {
      double widths[N], total = 0;

      g_assert_cmpint (liaison_tabular_fit (fits[i].needs, N, fits[i].measure, 0, widths), ==,
                       fits[i].fits);
      for (guint c = 0; c < N; c++)
        {
          total += widths[c];
          if (fits[i].widths[c] >= 0)
            g_assert_cmpfloat_with_epsilon (widths[c], fits[i].widths[c], 0.01);
          else
            g_assert_cmpfloat (widths[c], >=, fits[i].needs[c].natural);
        }
      g_assert_cmpfloat (total, <=, fits[i].measure + 0.01);
    }
}

static void
test_cut (void)
{
  const double widths[] = { 40, 30, 30, 120, 20 };
  g_autoptr (GArray) tiles = liaison_tabular_cut (widths, 5, 0, 100, 0);
  static const LiaisonTile wanted[] = { { 0, 3, G_MAXUINT }, { 3, 4, 0 }, { 4, 5, 0 } };

  g_assert_cmpuint (tiles->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < tiles->len; i++)
    {
      const LiaisonTile *tile = &g_array_index (tiles, LiaisonTile, i);

      g_assert_cmpuint (tile->first, ==, wanted[i].first);
      g_assert_cmpuint (tile->end, ==, wanted[i].end);
      g_assert_cmpuint (tile->repeated, ==, wanted[i].repeated);
    }
}

/* Rows of so many lines each. */
typedef struct
{
  const guint *lines;
  guint n;
} Rows;

static const char *
get_lines (gpointer data, guint row, guint column)
{
  static char text[4096];
  const Rows *rows = data;

  text[0] = '\0';
  for (guint i = 0; column == 1 && i < rows->lines[row]; i++)
    strcat (text, i > 0 ? "\nmore" : "more");
  return column == 0 ? "x" : text;
}

static LiaisonPages *
set_rows (const Rows *rows, LiaisonPaper paper, gboolean tiled)
{
  static const LiaisonTabularColumn columns[] = { { "Name", TRUE, FALSE, TRUE }, { "Text" } };
  const LiaisonTabularSource source = {
    columns, 2, rows->n, tiled, get_lines, NULL, (gpointer) rows
  };
  const LiaisonPageSetup setup = { paper, FALSE, 36 };
  g_autoptr (LiaisonWords) words = liaison_words_new ("en", NULL);
  LiaisonPages *pages = liaison_pages_new (&setup, words);

  liaison_pages_add (pages, liaison_tabular_new (&source));
  g_assert_true (liaison_pages_flow (pages, NULL, NULL, NULL, NULL));
  return pages;
}

/* Every line of every row is on exactly one page, pages are filled no further than they are high,
 * rows are only parted where they are higher than a page. */
static void
check_rows (const Rows *rows, const LiaisonPages *pages)
{
  guint row = 0, line = 0;

  for (guint p = 0; p < pages->pages->len; p++)
    {
      const LiaisonPageRecord *page = &g_array_index (pages->pages, LiaisonPageRecord, p);
      const LiaisonPlacement *placement =
          &g_array_index (pages->placements, LiaisonPlacement, page->first);

      g_assert_cmpuint (page->n, ==, 1);
      g_assert_cmpfloat (placement->y + placement->height, <=, pages->bottom + 0.1);
      g_assert_cmpuint (placement->from, ==, row);
      g_assert_cmpuint (placement->first_line, ==, line);
      g_assert_cmpuint (placement->to, >, placement->from);
      row = placement->to;
      line = 0;
      if (placement->last_line < rows->lines[row - 1])
        {
          g_assert_cmpuint (rows->lines[row - 1], >, 40);
          line = placement->last_line;
          row--;
        }
    }
  g_assert_cmpuint (row, ==, rows->n);
  g_assert_cmpuint (line, ==, 0);
}

static void
test_breaks (void)
{
  static const guint plain[] = { 1, 2, 3, 1, 30, 25, 1, 1, 20, 20, 20, 5, 4, 3, 2, 1 };
  static const guint high[] = { 1, 200, 1, 70, 59, 3 };
  static const guint one[] = { 1 };
  const Rows rows[] = { { plain, G_N_ELEMENTS (plain) },
                        { high, G_N_ELEMENTS (high) },
                        { one, 1 } };
  const LiaisonPaper papers[] = { LIAISON_PAPER_A4, LIAISON_PAPER_LETTER };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint p = 0; p < G_N_ELEMENTS (papers); p++)
      {
        g_autoptr (LiaisonPages) pages = set_rows (&rows[i], papers[p], FALSE);

        check_rows (&rows[i], pages);
      }
}

/* A card in the pocket is too low for most rows; nothing hangs, nothing is lost. */
static void
test_low_page (void)
{
  static const guint lines[] = { 1, 40, 2, 1, 3 };
  const Rows rows = { lines, G_N_ELEMENTS (lines) };
  g_autoptr (LiaisonPages) pages = set_rows (&rows, LIAISON_PAPER_POCKET, FALSE);

  g_assert_cmpuint (liaison_pages_get_n (pages), >, 2);
  g_assert_cmpuint (liaison_pages_get_n (pages), <, 48);
}

static void
test_no_rows (void)
{
  const Rows rows = { NULL, 0 };
  g_autoptr (LiaisonPages) pages = set_rows (&rows, LIAISON_PAPER_A4, FALSE);

  g_assert_cmpuint (liaison_pages_get_n (pages), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/tabular/fit", test_fit);
  g_test_add_func ("/pack/tabular/cut", test_cut);
  g_test_add_func ("/pack/tabular/breaks", test_breaks);
  g_test_add_func ("/pack/tabular/low-page", test_low_page);
  g_test_add_func ("/pack/tabular/no-rows", test_no_rows);
  return g_test_run ();
}
