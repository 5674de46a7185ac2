/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables put together by hand. */
#include "config.h"

#include "flowing.h"
#include "pack/rows.h"

/* Rows of two parts stand below each other; what stands over rows is never the last on a page. */
static void
test_rows (void)
{
  g_autoptr (LiaisonPages) pages = new_pages ("en");
  LiaisonRows *rows = liaison_rows_new ();
  LiaisonMatter *whole = NULL;

  liaison_rows_add_column (rows, "Time", LIAISON_ROWS_WHOLE);
  liaison_rows_add_column (rows, "Event", LIAISON_ROWS_PLAIN);
  for (guint i = 0; i < 12; i++)
    {
      liaison_rows_begin_row (rows, NULL, 0);
      liaison_rows_add (rows, i < 6 ? "08:00" : "08:00–17:45");
      liaison_rows_add (rows, make_text (4));
    }
  liaison_pages_add (pages, liaison_rows_to_part (rows, pages, 1, 0, 6, &whole));
  liaison_pages_add (pages, liaison_rows_to_part (rows, pages, 1, 6, 12, &whole));
  flow (pages);
  g_assert_cmpuint (pages->placements->len, ==, 2);
  g_assert_cmpuint (get_placement (pages, 0)->to, ==, 6);
  g_assert_cmpuint (get_placement (pages, 1)->from, ==, 6);
}

static void
test_spans (void)
{
  g_autoptr (LiaisonPages) pages = new_pages ("en");
  LiaisonRows *rows = liaison_rows_new ();

  liaison_rows_add_column (rows, "Name", LIAISON_ROWS_PLAIN);
  for (guint i = 0; i < 40; i++)
    {
      liaison_rows_add_span (rows, "France");
      for (guint k = 0; k < i % 4 + 1; k++)
        {
          liaison_rows_begin_row (rows, NULL, 0);
          liaison_rows_add (rows, make_text (3));
        }
    }
  liaison_rows_add_span (rows, "Nobody");
  liaison_rows_drop_last (rows);
  liaison_pages_add (pages, liaison_rows_to_matter (rows, pages, FALSE, 1));
  flow (pages);
  g_assert_cmpuint (pages->placements->len, >, 2);
  for (guint i = 0; i + 1 < pages->placements->len; i++)
    {
      const LiaisonPlacement *at = get_placement (pages, i);

      g_assert_cmpfloat (at->y + at->height, <=, pages->bottom + 0.5);
      g_assert_cmpuint (at->to, ==, get_placement (pages, i + 1)->from);
    }
}

/* One row of a long table does not stand alone under the heading and the head. */
static void
test_rows_together (void)
{
  for (guint lines = 10; lines < 45; lines++)
    {
      g_autoptr (LiaisonPages) pages = new_pages ("en");
      LiaisonMatter *heading = liaison_matter_new_heading ("Days", &liaison_type_chapter, 1);
      LiaisonRows *rows = liaison_rows_new ();
      LiaisonMatter *table;
      guint n = 0;

      for (guint i = 0; i < lines; i++)
        liaison_pages_add (pages, liaison_matter_new_paragraph ("Line", &liaison_type_cell));
      liaison_rows_add_column (rows, "Date", 0);
      for (guint i = 0; i < 40; i++)
        {
          liaison_rows_begin_row (rows, NULL, 0);
          liaison_rows_add (rows, "Monday");
        }
      table = liaison_rows_to_matter (rows, pages, FALSE, 1);
      liaison_pages_add (pages, heading);
      liaison_pages_add (pages, table);
      flow (pages);
      g_assert_cmpuint (heading->page, ==, table->page);
      for (guint i = 0; i < pages->placements->len; i++)
        {
          const LiaisonPlacement *at = get_placement (pages, i);

          if (at->matter == table && find_page (pages, i) + 1 == heading->page)
            n += at->to - at->from;
        }
      g_assert_cmpuint (n, >=, 2);
    }
}

/* A cell of two lines on purpose is no reason for a wide column beside one that has to be broken
 * for want of room: neither is broken where both can be had. */
static void
test_broken_rows (void)
{
  g_autoptr (LiaisonPages) pages = new_pages ("en");
  LiaisonRows *rows = liaison_rows_new ();
  double height = 0;

  liaison_rows_add_column (rows, "Whom", LIAISON_ROWS_LEAD);
  liaison_rows_add_column (rows, "Telephone", 0);
  liaison_rows_add_column (rows, "When", 0);
  for (guint i = 0; i < 4; i++)
    {
      liaison_rows_begin_row (rows, NULL, 0);
      liaison_rows_add (rows, "Duty officer\nExercise control floor");
      liaison_rows_add (rows, "113\n114\n115\nTelephone of the duty officer of the host");
      liaison_rows_add (rows, "Day and night");
    }
  liaison_pages_add (pages, liaison_rows_to_matter (rows, pages, FALSE, 1));
  flow (pages);
  for (guint i = 0; i < pages->placements->len; i++)
    height = MAX (height, get_placement (pages, i)->y + get_placement (pages, i)->height);
  /* A head and four rows of five lines at most. */
  g_assert_cmpfloat (height - pages->top, <=, (1 + 4 * 5) * 11.5 + 5 * 5 + 12);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/flow/rows/broken-on-purpose", test_broken_rows);
  g_test_add_func ("/pack/flow/rows/together", test_rows_together);
  g_test_add_func ("/pack/flow/rows/parts", test_rows);
  g_test_add_func ("/pack/flow/rows/spans", test_spans);
  return g_test_run ();
}
