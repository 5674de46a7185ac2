/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records that are one thing, joined from a table. */
#include "config.h"

#include "table-fixture.h"

#include "review/join-window.h"
#include "review/join.h"

static LiaisonId
site_of (Fixture *f, guint event)
{
  return table_event_of (f, f->events[event])->site;
}

static void
set_site (Fixture *f, guint event, LiaisonId site)
{
  const LiaisonBlock *block =
      liaison_record_get_block (liaison_document_find (f->document, f->events[event]));
  guint place;
  const LiaisonField *field = liaison_shape_find (block->shape, "site", &place);

  g_assert_true (
      liaison_session_set_field (f->session, block, place, liaison_value_field (field, &site)));
}

/* Three become one: what referred to the others refers to it, and one undo brings all back. */
static void
test_records (Fixture *f, gconstpointer data)
{
  LiaisonId ids[] = { f->site, table_add_site (f, "Harbor"), table_add_site (f, "The harbour") };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    set_site (f, i, ids[i]);
  g_assert_true (liaison_join_records (f->session, ids, G_N_ELEMENTS (ids), 1));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_true (liaison_id_same (site_of (f, i), ids[1]));
      g_assert_true ((liaison_document_find (f->document, ids[i]) != NULL) == (i == 1));
    }
  liaison_session_undo (f->session);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_true (liaison_id_same (site_of (f, i), ids[i]));
      g_assert_nonnull (liaison_document_find (f->document, ids[i]));
    }
}

/* Not in a plan that is read only, and not what is known by its code. */
static void
test_refused (Fixture *f, gconstpointer data)
{
  LiaisonId ids[] = { f->site, table_add_site (f, "Harbor") };

  g_assert_true (liaison_join_suits (LIAISON_KIND_SITE));
  g_assert_false (liaison_join_suits (LIAISON_KIND_NATION));
  g_assert_false (liaison_join_suits (LIAISON_KIND_EXERCISE));
  liaison_editor_set_read_only (liaison_session_get_editor (f->session), TRUE);
  g_assert_false (liaison_join_records (f->session, ids, G_N_ELEMENTS (ids), 0));
  g_assert_nonnull (liaison_document_find (f->document, ids[1]));
}

static GtkWidget *
find_button (GtkWidget *inside, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (inside) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (inside)), label) == 0)
    return inside;
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static GtkWindow *
find_window (const char *title)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_strcmp0 (gtk_window_get_title (window), title) == 0)
        return window;
    }
  return NULL;
}

/* From the table: the first one stays unless another is chosen. */
static void
test_window (Fixture *f, gconstpointer data)
{
  LiaisonId ids[] = { f->site, table_add_site (f, "Harbor") };
  LiaisonTableView *sites =
      LIAISON_TABLE_VIEW (liaison_table_view_new (f->session, &liaison_site_kind));
  GtkWindow *window;

  table_show (f, GTK_WIDGET (sites));
  liaison_selection_set (liaison_session_get_selection (f->session), ids, G_N_ELEMENTS (ids));
  liaison_test_wait_until (
      gtk_bitset_get_size (gtk_selection_model_get_selection (liaison_table_view_get_rows (sites)))
      == G_N_ELEMENTS (ids));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (sites), "table.join", NULL));
  window = find_window ("Join Records");
  g_assert_nonnull (window);
  g_signal_emit_by_name (find_button (GTK_WIDGET (window), "_Join"), "clicked");
  g_assert_null (find_window ("Join Records"));
  g_assert_nonnull (liaison_document_find (f->document, ids[0]));
  g_assert_null (liaison_document_find (f->document, ids[1]));
}

int
main (int argc, char *argv[])
{
  if (!liaison_test_init (&argc, &argv))
    return 0;
  TABLE_ADD ("/join/records", test_records);
  TABLE_ADD ("/join/refused", test_refused);
  TABLE_ADD ("/join/window", test_window);
  return g_test_run ();
}
