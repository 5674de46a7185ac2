/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-fixture.h"

#include "import/import-window.h"
#include "shared/tsv.h"

#include <string.h>

static void
test_tsv (void)
{
  const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "", "" },
    { "\n\r\n\t\t\n", "" },
    { "a\tb\nc\td", "a|b/c|d" },
    { "a\tb\r\nc\td\r\n", "a|b/c|d" },
    { "\"two\nlines\"\tx\n", "two\nlines|x" },
    { "\"say \"\"no\"\"\"", "say \"no\"" },
    { "\"open\tx", "\"open|x" },
    { "5\" gun\tx", "5\" gun|x" },
    { "\"a\"b\tc", "\"a\"b|c" },
    { "a\t\t", "a||" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) rows = liaison_tsv_parse (cases[i].text);
      g_autoptr (GString) joined = g_string_new (NULL);

      for (guint j = 0; j < rows->len; j++)
        {
          g_autofree char *row = g_strjoinv ("|", rows->pdata[j]);
          g_string_append_printf (joined, "%s%s", j > 0 ? "/" : "", row);
        }
      g_assert_cmpstr (joined->str, ==, cases[i].expected);
    }
}

static void
test_tsv_round_trip (void)
{
  const char *const cells[] = { "plain", "a\tb", "two\nlines", "say \"no\"", "", "\"", "تجربة" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    liaison_tsv_append (text, cells[i], i == 0);
  rows = liaison_tsv_parse (text->str);
  g_assert_cmpuint (rows->len, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_cmpstr (((char **) rows->pdata[0])[i], ==, cells[i]);
}

static void
test_pastes (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) tsv = g_string_new ("Duration\tTitle\tSite\r\n");
  guint before = table_count_edits (f), n;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (tsv, "%uh\t\"Row \"\"%u\"\"\"\tHarbour\r\n", 1 + i % 5, i);
  g_assert_cmpuint (liaison_table_view_paste (f->view, tsv->str, FALSE), ==, 200);
  g_assert_null (table_find_dialog ());
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  g_assert_cmpuint (table_count_rows (f->view), ==, 203);
  const LiaisonId *ids = liaison_selection_get (liaison_session_get_selection (f->session), &n);
  g_assert_cmpuint (n, ==, 200);
  g_assert_cmpstr (table_title_of (f, ids[7]), ==, "Row \"7\"");
  g_assert_cmpint (table_event_of (f, ids[7])->duration, ==, 3 * 3600);
  g_assert_true (liaison_id_same (table_event_of (f, ids[7])->site, f->site));
  g_assert_cmpstr (table_event_of (f, ids[0])->serial, ==, "EV-004");
  g_assert_cmpstr (table_event_of (f, ids[199])->serial, ==, "EV-203");
  liaison_session_undo (f->session);
  g_assert_cmpuint (table_count_rows (f->view), ==, 3);
}

static GtkWindow *
find_import (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (LIAISON_IS_IMPORT_WINDOW (window))
        return window;
    }
  return NULL;
}

/* What is not clean changes nothing before it was looked at. */
static void
test_paste_shows_preview (Fixture *f, gconstpointer data)
{
  guint before = table_count_edits (f);
  GtkWindow *import;

  g_assert_null (find_import ());
  g_assert_cmpuint (liaison_table_view_paste (
                        f->view, "Title\tStart\nGood\t141300ZMAY27\nBad\tnever ever\n", FALSE),
                    ==, 0);
  import = find_import ();
  g_assert_nonnull (import);
  g_assert_cmpuint (table_count_rows (f->view), ==, 3);
  g_assert_cmpuint (table_count_edits (f), ==, before);
  gtk_window_destroy (import);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (find_import ());
}

static void
test_paste_over (Fixture *f, gconstpointer data)
{
  guint before = table_count_edits (f);

  liaison_table_view_sort_by (f->view, "serial", FALSE);
  gtk_selection_model_select_all (liaison_table_view_get_rows (f->view));
  g_assert_cmpuint (liaison_table_view_paste (f->view, "title\nOne\nTwo\nThree", TRUE), ==, 3);
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  g_assert_cmpstr (table_title_of (f, f->events[0]), ==, "One");
  g_assert_cmpstr (table_title_of (f, f->events[2]), ==, "Three");
  /* A single row goes into all. */
  g_assert_cmpuint (liaison_table_view_paste (f->view, "Title\tDuration\nSame\t1h", TRUE), ==, 3);
  g_assert_cmpstr (table_title_of (f, f->events[1]), ==, "Same");
  g_assert_cmpint (table_event_of (f, f->events[2])->duration, ==, 3600);
}

static void
test_copy_comes_back (Fixture *f, gconstpointer data)
{
  g_autofree char *tsv = NULL;
  guint n;

  g_assert_true (table_edit (f, f->events[1], "site", "Harbour"));
  g_assert_true (table_edit (f, f->events[1], "type", "Briefing"));
  table_select_one (f, f->events[1]);
  tsv = liaison_table_view_copy (f->view);
  g_assert_cmpuint (liaison_table_view_paste (f->view, tsv, FALSE), ==, 1);
  g_assert_null (table_find_dialog ());
  const LiaisonId *ids = liaison_selection_get (liaison_session_get_selection (f->session), &n);
  g_assert_false (liaison_id_same (ids[0], f->events[1]));
  g_assert_cmpstr (table_title_of (f, ids[0]), ==, table_title_of (f, f->events[1]));
  g_assert_true (liaison_id_same (table_event_of (f, ids[0])->site, f->site));
  g_assert_cmpint (table_event_of (f, ids[0])->type, ==, LIAISON_EVENT_TYPE_BRIEFING);
  g_assert_cmpint (table_event_of (f, ids[0])->start.seconds, ==,
                   table_event_of (f, f->events[1])->start.seconds);
}

int
main (int argc, char *argv[])
{
  if (!liaison_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/table/tsv/parse", test_tsv);
  g_test_add_func ("/table/tsv/round-trip", test_tsv_round_trip);
  TABLE_ADD ("/table/paste-makes-one-group", test_pastes);
  TABLE_ADD ("/table/paste-shows-preview", test_paste_shows_preview);
  TABLE_ADD ("/table/paste-over", test_paste_over);
  TABLE_ADD ("/table/copy-comes-back", test_copy_comes_back);
  return g_test_run ();
}
