/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-fixture.h"

#include "participants/participants-view.h"
#include "schedule/schedule-view.h"
#include "shared/table-order.h"

#include <string.h>

static void
test_shows (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) columns = liaison_table_view_list_columns (f->view);

  g_assert_cmpuint (table_count_rows (f->view), ==, 3);
  g_assert_cmpstr (columns->pdata[0], ==, "serial");
  g_assert_cmpstr (columns->pdata[1], ==, "title");
  g_assert_true (table_shows_text (GTK_WIDGET (f->view), "Élan <b>R&D</b> briefing"));
  g_assert_true (table_shows_text (GTK_WIDGET (f->view), "EV-001"));
}

static void
test_columns (Fixture *f, gconstpointer data)
{
  gpointer view = f->view;
  GtkWidget *again;

  liaison_table_view_set_column_shown (f->view, "title", FALSE);
  liaison_table_view_set_column_shown (f->view, "track", TRUE);
  table_settle ();
  g_assert_false (table_shows_text (GTK_WIDGET (f->view), "Rehearsal"));

  g_object_add_weak_pointer (view, &view);
  gtk_window_set_child (GTK_WINDOW (f->window), NULL);
  liaison_test_wait_until (view == NULL);
  again = liaison_table_view_new (f->session, &liaison_event_kind);
  table_show (f, again);
  g_autoptr (GPtrArray) columns = liaison_table_view_list_columns (LIAISON_TABLE_VIEW (again));
  g_assert_false (g_ptr_array_find_with_equal_func (columns, "title", g_str_equal, NULL));
  g_assert_true (g_ptr_array_find_with_equal_func (columns, "track", g_str_equal, NULL));
}

static void
test_follows (Fixture *f, gconstpointer data)
{
  g_assert_true (table_edit (f, f->events[0], "title", "Dry run"));
  table_settle ();
  g_assert_true (table_shows_text (GTK_WIDGET (f->view), "Dry run"));
  g_assert_false (table_shows_text (GTK_WIDGET (f->view), "Rehearsal"));
  liaison_session_undo (f->session);
  table_settle ();
  g_assert_true (table_shows_text (GTK_WIDGET (f->view), "Rehearsal"));
  table_add_event (f, "Late one", 5);
  table_settle ();
  g_assert_cmpuint (table_count_rows (f->view), ==, 4);
}

/* The name of a site stands in the rows of its events. */
static void
test_follows_names (Fixture *f, gconstpointer data)
{
  LiaisonRecord *site = liaison_document_find (f->document, f->site);
  LiaisonText *name = table_make_text (f, "Quay");

  g_assert_true (table_edit (f, f->events[0], "site", "Harbour"));
  table_settle ();
  g_assert_true (table_shows_text (GTK_WIDGET (f->view), "Harbour"));
  liaison_table_filter_set_words (liaison_table_view_get_filter (f->view), "harbour");
  g_assert_cmpuint (table_count_rows (f->view), ==, 1);

  const LiaisonField *field = &liaison_site_kind.shape.fields[LIAISON_FIELD (Site, name)];
  liaison_session_set_field (f->session, liaison_record_get_block (site),
                             LIAISON_FIELD (Site, name), liaison_value_field (field, &name));
  liaison_text_unref (name);
  table_settle ();
  g_assert_true (table_shows_text (GTK_WIDGET (f->view), "Quay"));
  liaison_table_filter_set_words (liaison_table_view_get_filter (f->view), "quay");
  g_assert_cmpuint (table_count_rows (f->view), ==, 1);
}

static void
test_sorts (Fixture *f, gconstpointer data)
{
  liaison_table_view_sort_by (f->view, "title", FALSE);
  table_assert_names (f, f->view, "Conference|Élan <b>R&D</b> briefing|Rehearsal");
  liaison_table_view_sort_by (f->view, "title", TRUE);
  table_assert_names (f, f->view, "Rehearsal|Élan <b>R&D</b> briefing|Conference");
  liaison_table_view_sort_by (f->view, "start", FALSE);
  table_assert_names (f, f->view, "Élan <b>R&D</b> briefing|Conference|Rehearsal");
  g_assert_true (table_edit (f, f->events[0], "start", "010000ZJAN27"));
  table_assert_names (f, f->view, "Rehearsal|Élan <b>R&D</b> briefing|Conference");
  /* What is not set stays last, whichever way. */
  g_assert_true (table_edit (f, f->events[1], "start", ""));
  table_assert_names (f, f->view, "Rehearsal|Conference|Élan <b>R&D</b> briefing");
  liaison_table_view_sort_by (f->view, "start", TRUE);
  table_assert_names (f, f->view, "Conference|Rehearsal|Élan <b>R&D</b> briefing");
}

static void
test_sorts_by_several (Fixture *f, gconstpointer data)
{
  g_assert_true (table_edit (f, f->events[0], "type", "Briefing"));
  g_assert_true (table_edit (f, f->events[1], "type", "Briefing"));
  g_assert_true (table_edit (f, f->events[2], "type", "Conference"));
  liaison_table_view_sort_by (f->view, "start", TRUE);
  liaison_table_view_sort_by (f->view, "type", FALSE);
  table_assert_names (f, f->view, "Conference|Rehearsal|Élan <b>R&D</b> briefing");
}

/* The order kept edit by edit is the one that sorting all gives. */
static void
test_keeps_order (Fixture *f, gconstpointer data)
{
  g_autoptr (LiaisonTableOrder) kept = NULL;
  LiaisonTableSorter *sorter = liaison_table_view_get_sorter (f->view);
  GListModel *table = G_LIST_MODEL (liaison_document_get_table (f->document, LIAISON_KIND_EVENT));

  liaison_table_view_sort_by (f->view, "title", FALSE);
  kept = liaison_table_order_new (table, sorter);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *title = g_strdup_printf ("T%d", g_test_rand_int_range (0, 40));
      guint n = g_list_model_get_n_items (table);
      g_autoptr (LiaisonRecord) some =
          g_list_model_get_item (table, (guint) g_test_rand_int_range (0, (gint32) n));

      if (i % 5 == 0)
        table_add_event (f, title, i);
      else if (i % 7 == 0)
        liaison_session_undo (f->session);
      else
        table_edit (f, liaison_record_get_id (some), "title", title);

      g_autoptr (LiaisonTableOrder) fresh = liaison_table_order_new (table, sorter);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (kept)), ==,
                        g_list_model_get_n_items (table));
      for (guint j = 0; j < g_list_model_get_n_items (table); j++)
        {
          g_autoptr (GObject) a = g_list_model_get_item (G_LIST_MODEL (kept), j);
          g_autoptr (GObject) b = g_list_model_get_item (G_LIST_MODEL (fresh), j);
          g_assert_true (a == b);
        }
    }
}

static void
test_filters (Fixture *f, gconstpointer data)
{
  LiaisonTableFilter *filter = liaison_table_view_get_filter (f->view);
  const LiaisonField *type = &liaison_event_kind.shape.fields[LIAISON_FIELD (Event, type)];

  liaison_table_filter_set_words (filter, "ELAN brief");
  table_assert_names (f, f->view, "Élan <b>R&D</b> briefing");
  liaison_table_filter_set_words (filter, "nowhere");
  g_assert_cmpuint (table_count_rows (f->view), ==, 0);
  liaison_table_filter_clear (filter);
  g_assert_cmpuint (table_count_rows (f->view), ==, 3);

  g_assert_true (table_edit (f, f->events[2], "type", "conference"));
  liaison_table_filter_set_choice (filter, type, LIAISON_EVENT_TYPE_CONFERENCE);
  table_assert_names (f, f->view, "Conference");
  liaison_table_filter_set_choice (filter, type, 0);
  g_assert_cmpuint (table_count_rows (f->view), ==, 2);
  /* What the person has just edited does not vanish under their hands. */
  g_assert_true (table_edit (f, f->events[0], "type", "conference"));
  g_assert_cmpuint (table_count_rows (f->view), ==, 2);
  liaison_table_filter_set_choice (filter, type, LIAISON_TABLE_ANY);
  g_assert_cmpuint (table_count_rows (f->view), ==, 3);
}

static void
test_one_edit (Fixture *f, gconstpointer data)
{
  guint before = table_count_edits (f);

  g_assert_true (table_edit (f, f->events[0], "duration", "2h30"));
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  g_assert_cmpint (table_event_of (f, f->events[0])->duration, ==, 9000);
  g_assert_true (table_edit (f, f->events[0], "title", "Rehearsal"));
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
}

static void
test_refuses (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint before = table_count_edits (f);

  g_assert_false (
      liaison_table_view_edit_cell (f->view, f->events[0], "start", "the day after never", &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (table_count_edits (f), ==, before);
}

static void
test_selection (Fixture *f, gconstpointer data)
{
  LiaisonSelection *selection = liaison_session_get_selection (f->session);
  GtkSelectionModel *rows = liaison_table_view_get_rows (f->view);
  guint n;

  liaison_table_view_sort_by (f->view, "title", FALSE);
  table_select_one (f, f->events[1]);
  g_assert_true (gtk_selection_model_is_selected (rows, 1));
  gtk_selection_model_select_item (rows, 2, FALSE);
  liaison_selection_get (selection, &n);
  g_assert_cmpuint (n, ==, 2);

  /* Rows that are taken out and put back in stay selected, wherever they go. */
  g_assert_true (table_edit (f, f->events[1], "title", "Zulu time"));
  table_settle ();
  liaison_selection_get (selection, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_false (gtk_selection_model_is_selected (rows, 0));
  g_assert_true (gtk_selection_model_is_selected (rows, 1));
  g_assert_true (gtk_selection_model_is_selected (rows, 2));

  /* What a filter hides stays selected for the other views. */
  liaison_table_filter_set_words (liaison_table_view_get_filter (f->view), "conference");
  table_settle ();
  liaison_selection_get (selection, &n);
  g_assert_cmpuint (n, ==, 2);
  liaison_table_filter_clear (liaison_table_view_get_filter (f->view));
  table_settle ();
  g_assert_true (gtk_selection_model_is_selected (rows, 2));
}

static void
test_deletes (Fixture *f, gconstpointer data)
{
  guint before = table_count_edits (f);

  gtk_selection_model_select_all (liaison_table_view_get_rows (f->view));
  liaison_table_view_delete (f->view);
  g_assert_null (table_find_dialog ());
  g_assert_cmpuint (table_count_rows (f->view), ==, 0);
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  liaison_session_undo (f->session);
  g_assert_cmpuint (table_count_rows (f->view), ==, 3);
}

static void
tie_to (Fixture *f, LiaisonId event, LiaisonId site)
{
  LiaisonProposal *proposal = liaison_proposal_new ("test");
  const LiaisonBlock *block = liaison_record_get_block (liaison_document_find (f->document, event));
  LiaisonInstant after = { .form = LIAISON_INSTANT_ELAPSED,
                           .edge = LIAISON_ANCHOR_START,
                           .anchor = liaison_anchor_for (f->events[0]),
                           .seconds = 3600 };

  liaison_proposal_set_field (proposal, block, LIAISON_FIELD (Event, site), &site);
  liaison_proposal_set_field (proposal, block, LIAISON_FIELD (Event, start), &after);
  g_assert_true (liaison_session_commit (f->session, proposal, NULL));
}

static void
test_delete_asks (Fixture *f, gconstpointer data)
{
  guint before;

  tie_to (f, f->events[1], f->site);
  before = table_count_edits (f);
  table_select_one (f, f->events[0]);
  liaison_table_view_delete (f->view);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (table_find_dialog ()), "R&D"));
  table_answer ("cancel");
  g_assert_nonnull (liaison_document_find (f->document, f->events[0]));
  g_assert_cmpuint (table_count_edits (f), ==, before);

  liaison_table_view_delete (f->view);
  table_answer ("delete");
  g_assert_null (liaison_document_find (f->document, f->events[0]));
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  /* The time that hung on it is where it was. */
  g_assert_cmpint (table_event_of (f, f->events[1])->start.form, ==, LIAISON_INSTANT_FIXED);
  g_assert_cmpint (table_event_of (f, f->events[1])->start.seconds, ==, DAY (3) + 3600);

  liaison_session_undo (f->session);
  g_assert_cmpint (table_event_of (f, f->events[1])->start.form, ==, LIAISON_INSTANT_ELAPSED);
}

static void
test_delete_clears (Fixture *f, gconstpointer data)
{
  g_autoptr (LiaisonTableView) sites = g_object_ref_sink (
      LIAISON_TABLE_VIEW (liaison_table_view_new (f->session, &liaison_site_kind)));

  tie_to (f, f->events[1], f->site);
  table_show (f, GTK_WIDGET (sites));
  table_select_one (f, f->site);
  liaison_table_view_delete (sites);
  table_answer ("delete");
  g_assert_null (liaison_document_find (f->document, f->site));
  g_assert_true (liaison_id_is_zero (table_event_of (f, f->events[1])->site));
}

static void
test_actions (Fixture *f, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (f->view);
  guint before = table_count_edits (f);

  gtk_widget_activate_action (view, "table.add", NULL);
  table_settle ();
  g_assert_cmpuint (table_count_rows (f->view), ==, 4);
  table_select_one (f, f->events[0]);
  gtk_widget_activate_action (view, "table.duplicate", NULL);
  table_settle ();
  g_assert_cmpuint (table_count_rows (f->view), ==, 5);
  g_assert_cmpuint (table_count_edits (f), ==, before + 2);

  liaison_editor_set_read_only (liaison_session_get_editor (f->session), TRUE);
  gtk_widget_activate_action (view, "table.add", NULL);
  g_assert_cmpuint (liaison_table_view_paste (f->view, "Title\nNo", FALSE), ==, 0);
  g_assert_cmpuint (table_count_rows (f->view), ==, 5);
}

/* A click with Ctrl takes one in, foremost, or out; the others stay. */
static void
test_toggle (Fixture *f, gconstpointer data)
{
  LiaisonSelection *selection = liaison_session_get_selection (f->session);
  const LiaisonId *ids;
  guint n;

  liaison_selection_set (selection, f->events, 2);
  liaison_selection_toggle (selection, f->events[2]);
  ids = liaison_selection_get (selection, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (liaison_id_same (ids[0], f->events[2]));
  liaison_selection_toggle (selection, f->events[0]);
  ids = liaison_selection_get (selection, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_false (liaison_selection_contains (selection, f->events[0]));
  g_assert_true (liaison_id_same (ids[1], f->events[1]));
}

static void
test_finalised (Fixture *f, gconstpointer data)
{
  gpointer view = f->view, session = f->session, rows = liaison_table_view_get_rows (f->view);

  gtk_widget_activate_action (GTK_WIDGET (f->view), "table.add", NULL);
  table_settle ();
  g_object_add_weak_pointer (view, &view);
  g_object_add_weak_pointer (session, &session);
  g_object_add_weak_pointer (rows, &rows);
  gtk_window_set_child (GTK_WINDOW (f->window), NULL);
  /* The window lets go of what had the focus with its next frame. */
  liaison_test_wait_until (view == NULL);
  g_assert_null (view);
  g_assert_null (rows);
  table_show (f, liaison_participants_view_new (f->session));
  table_show (f, liaison_schedule_view_new (f->session));
  gtk_window_set_child (GTK_WINDOW (f->window), NULL);
  g_clear_object (&f->session);
  liaison_test_wait_until (session == NULL);
  g_assert_null (session);
}

int
main (int argc, char *argv[])
{
  if (!liaison_test_init (&argc, &argv))
    return 0;
  TABLE_ADD ("/table/shows-model", test_shows);
  TABLE_ADD ("/table/remembers-columns", test_columns);
  TABLE_ADD ("/table/follows-change", test_follows);
  TABLE_ADD ("/table/follows-names-of-others", test_follows_names);
  TABLE_ADD ("/table/sorts", test_sorts);
  TABLE_ADD ("/table/sorts-by-several", test_sorts_by_several);
  TABLE_ADD ("/table/keeps-order-through-edits", test_keeps_order);
  TABLE_ADD ("/table/filters", test_filters);
  TABLE_ADD ("/table/cell-makes-one-edit", test_one_edit);
  TABLE_ADD ("/table/cell-refuses", test_refuses);
  TABLE_ADD ("/table/selection-survives-edits", test_selection);
  TABLE_ADD ("/table/deletes-at-once", test_deletes);
  TABLE_ADD ("/table/delete-asks", test_delete_asks);
  TABLE_ADD ("/table/delete-clears-references", test_delete_clears);
  TABLE_ADD ("/table/actions", test_actions);
  TABLE_ADD ("/table/selection-toggled", test_toggle);
  TABLE_ADD ("/table/dropped-is-finalised", test_finalised);
  return g_test_run ();
}
