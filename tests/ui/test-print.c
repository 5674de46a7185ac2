/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a table offers for paper and for other programs, and the window that shows the pages. */
#include "config.h"

#include "table-fixture.h"

#include "exchange/export.h"
#include "print/page-view.h"
#include "print/print-window.h"
#include "print/printable.h"

#include <string.h>

static LiaisonListing *
make_listing (Fixture *f, LiaisonExtractRows rows, const char *language)
{
  g_autoptr (LiaisonExtract) extract = liaison_printable_extract (LIAISON_PRINTABLE (f->view));
  g_autoptr (LiaisonWords) words = liaison_words_new (language, NULL);
  const LiaisonExtractChoice choice = { .rows = rows, .words = words };

  return liaison_extract_make_listing (extract, &choice, NULL, NULL);
}

static guint
find_column (const LiaisonListing *listing, const char *name)
{
  for (guint i = 0; i < listing->n_columns; i++)
    if (strcmp (listing->columns[i].name, name) == 0)
      return i;
  g_error ("there is no column “%s”", name);
}

/* The columns that are shown, in the order of the rows, as they are sorted now. */
static void
test_as_shown (Fixture *f, gconstpointer data)
{
  g_autoptr (LiaisonListing) listing = NULL;
  g_autoptr (GPtrArray) columns = NULL;

  liaison_table_view_sort_by (f->view, "title", TRUE);
  liaison_table_view_set_column_shown (f->view, "serial", FALSE);
  table_settle ();
  columns = liaison_table_view_list_columns (f->view);
  listing = make_listing (f, LIAISON_EXTRACT_SHOWN, "en");
  g_assert_cmpuint (listing->n_columns, ==, columns->len);
  for (guint i = 0; i < columns->len; i++)
    g_assert_cmpstr (listing->columns[i].name, ==, columns->pdata[i]);
  g_assert_cmpuint (liaison_listing_get_n_rows (listing), ==, table_count_rows (f->view));
  for (guint row = 0; row < liaison_listing_get_n_rows (listing); row++)
    {
      g_autofree char *name = table_name_at (f, f->view, row);

      g_assert_cmpstr (liaison_listing_get (listing, row, find_column (listing, "title"))->text, ==,
                       name);
    }
  g_assert_null (listing->filter);
}

static void
test_filtered_and_selected (Fixture *f, gconstpointer data)
{
  g_autofree char *first = table_name_at (f, f->view, 0);
  g_autoptr (LiaisonListing) shown = NULL, selected = NULL, all = NULL;
  guint n = table_count_rows (f->view);

  liaison_table_filter_set_words (liaison_table_view_get_filter (f->view), first);
  table_settle ();
  table_select_one (f, f->events[0]);
  shown = make_listing (f, LIAISON_EXTRACT_SHOWN, "en");
  selected = make_listing (f, LIAISON_EXTRACT_SELECTED, "en");
  all = make_listing (f, LIAISON_EXTRACT_ALL, "en");
  g_assert_cmpuint (liaison_listing_get_n_rows (shown), ==, table_count_rows (f->view));
  g_assert_cmpuint (liaison_listing_get_n_rows (shown), <, n);
  g_assert_cmpuint (liaison_listing_get_n_rows (selected), <=, 1);
  g_assert_cmpuint (liaison_listing_get_n_rows (all), ==, n);
  g_assert_nonnull (strstr (shown->filter, first));
  g_assert_null (all->filter);
}

static gboolean
has_pages (LiaisonPrintWindow *window)
{
  GtkWidget *view = table_find_widget (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (view));

  return g_list_model_get_n_items (G_LIST_MODEL (model)) > 0;
}

/* Pages appear, and a window that is closed goes. */
static void
test_window (Fixture *f, gconstpointer data)
{
  g_autoptr (LiaisonExtract) extract = liaison_printable_extract (LIAISON_PRINTABLE (f->view));
  GtkWidget *window = liaison_print_window_new (GTK_WINDOW (f->window), f->session, extract);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_present (GTK_WINDOW (window));
  liaison_test_wait_until (has_pages (LIAISON_PRINT_WINDOW (window)));
  g_assert_true (has_pages (LIAISON_PRINT_WINDOW (window)));
  table_settle ();
  gtk_window_destroy (GTK_WINDOW (window));
  liaison_test_wait_until (window == NULL);
  g_assert_null (window);
}

/* A window that is closed while the pages are being set waits for nothing. */
static void
test_closed_early (Fixture *f, gconstpointer data)
{
  g_autoptr (LiaisonExtract) extract = liaison_printable_extract (LIAISON_PRINTABLE (f->view));
  GtkWidget *window = liaison_print_window_new (GTK_WINDOW (f->window), f->session, extract);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  liaison_test_wait_until (window == NULL);
  g_assert_null (window);
}

int
main (int argc, char *argv[])
{
  if (!liaison_test_init (&argc, &argv))
    return 0;
  TABLE_ADD ("/print/as-shown", test_as_shown);
  TABLE_ADD ("/print/filtered-and-selected", test_filtered_and_selected);
  TABLE_ADD ("/print/window", test_window);
  TABLE_ADD ("/print/closed-early", test_closed_early);
  return g_test_run ();
}
