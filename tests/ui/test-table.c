/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "participants/participants-view.h"
#include "record/intern.h"
#include "record/kinds.h"
#include "schedule/quick-line.h"
#include "schedule/schedule-view.h"
#include "shared/table-cell.h"
#include "shared/table-order.h"
#include "shared/tsv.h"

#include <string.h>

/* 00:00Z of a day in May 2027. */
#define DAY(n) (G_GINT64_CONSTANT (1809129600) + (n) * 86400)

typedef struct
{
  LiaisonSession *session;
  LiaisonDocument *document;
  GtkWidget *window;
  LiaisonTableView *view;
  LiaisonId site;
  LiaisonId events[3];
} Fixture;

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static LiaisonText *
make_text (Fixture *f, const char *text)
{
  return liaison_text_new (liaison_session_get_language (f->session), text);
}

static LiaisonId
add_event (Fixture *f, const char *title, gint64 start)
{
  LiaisonBlock *block = liaison_session_new_block (f->session, &liaison_event_kind);
  LiaisonEventData *data = (LiaisonEventData *) block;

  data->title = make_text (f, title);
  liaison_instant_from_unix (start, NULL, &data->start);
  return liaison_session_add_record (f->session, &liaison_event_kind, block);
}

static LiaisonId
add_site (Fixture *f, const char *name)
{
  LiaisonBlock *block = liaison_session_new_block (f->session, &liaison_site_kind);

  ((LiaisonSiteData *) block)->name = make_text (f, name);
  return liaison_session_add_record (f->session, &liaison_site_kind, block);
}

static LiaisonId
add_nation (Fixture *f, const char *code)
{
  LiaisonBlock *block = liaison_session_new_block (f->session, &liaison_nation_kind);

  ((LiaisonNationData *) block)->code = liaison_intern (code, strlen (code));
  return liaison_session_add_record (f->session, &liaison_nation_kind, block);
}

static LiaisonId
add_participant (Fixture *f, const char *name, const char *nation, LiaisonId parent)
{
  LiaisonBlock *block = liaison_session_new_block (f->session, &liaison_participant_kind);
  LiaisonParticipantData *data = (LiaisonParticipantData *) block;

  data->name = make_text (f, name);
  data->nation = nation != NULL ? liaison_intern (nation, strlen (nation)) : NULL;
  data->parent = parent;
  return liaison_session_add_record (f->session, &liaison_participant_kind, block);
}

static void
show (Fixture *f, GtkWidget *widget)
{
  gtk_window_set_child (GTK_WINDOW (f->window), widget);
  gtk_window_present (GTK_WINDOW (f->window));
  settle ();
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->session = liaison_session_new (liaison_plan_new (liaison_id_new (1000)), NULL);
  f->document = liaison_session_get_document (f->session);
  f->site = add_site (f, "Harbour");
  f->events[0] = add_event (f, "Rehearsal", DAY (3));
  f->events[1] = add_event (f, "Élan <b>R&D</b> briefing", DAY (1));
  f->events[2] = add_event (f, "Conference", DAY (2));
  liaison_selection_clear (liaison_session_get_selection (f->session));
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 900, 600);
  f->view = LIAISON_TABLE_VIEW (liaison_table_view_new (f->session, &liaison_event_kind));
  show (f, GTK_WIDGET (f->view));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *each = toplevels; each != NULL; each = each->next)
    gtk_window_destroy (GTK_WINDOW (each->data));
  settle ();
  g_clear_object (&f->session);
}

static guint
count_rows (LiaisonTableView *view)
{
  return g_list_model_get_n_items (G_LIST_MODEL (liaison_table_view_get_rows (view)));
}

static LiaisonRecord *
record_at (LiaisonTableView *view, guint position)
{
  g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (liaison_table_view_get_rows (view)), position);
  return liaison_table_row_get_record (row);
}

static char *
name_at (Fixture *f, LiaisonTableView *view, guint position)
{
  LiaisonManner manner = liaison_session_get_manner (f->session);
  return liaison_manner_tell_block_name (&manner, liaison_record_get_block (record_at (view, position)));
}

static char *
list_names (Fixture *f, LiaisonTableView *view)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < count_rows (view); i++)
    {
      g_autofree char *name = name_at (f, view, i);
      g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", name);
    }
  return g_strdup (names->str);
}

static void
assert_names (Fixture *f, LiaisonTableView *view, const char *expected)
{
  g_autofree char *names = list_names (f, view);
  g_assert_cmpstr (names, ==, expected);
}

static gboolean
shows_text (GtkWidget *widget, const char *text)
{
  if (LIAISON_IS_TABLE_CELL (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (liaison_table_cell_get_text (LIAISON_TABLE_CELL (widget)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows_text (child, text))
      return TRUE;
  return FALSE;
}

static gpointer
find_widget (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_widget (child, type);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
count_edits (Fixture *f)
{
  return liaison_editor_get_history (liaison_session_get_editor (f->session))->len;
}

static const LiaisonEventData *
event_of (Fixture *f, LiaisonId id)
{
  return LIAISON_DATA (Event, liaison_record_get_block (liaison_document_find (f->document, id)));
}

static const char *
title_of (Fixture *f, LiaisonId id)
{
  return liaison_text_pick (event_of (f, id)->title, "en", NULL);
}

static gboolean
edit (Fixture *f, LiaisonId id, const char *column, const char *text)
{
  return liaison_table_view_edit_cell (f->view, id, column, text, NULL);
}

static void
select_one (Fixture *f, LiaisonId id)
{
  liaison_selection_set_one (liaison_session_get_selection (f->session), id);
  settle ();
}

static AdwMessageDialog *
find_dialog (void)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *each = toplevels; each != NULL; each = each->next)
    if (ADW_IS_MESSAGE_DIALOG (each->data))
      return each->data;
  return NULL;
}

static void
answer (const char *response)
{
  AdwMessageDialog *dialog = find_dialog ();
  g_assert_nonnull (dialog);
  adw_message_dialog_response (dialog, response);
  settle ();
}

static void
test_shows (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) columns = liaison_table_view_list_columns (f->view);

  g_assert_cmpuint (count_rows (f->view), ==, 3);
  g_assert_cmpstr (columns->pdata[0], ==, "serial");
  g_assert_cmpstr (columns->pdata[1], ==, "title");
  g_assert_true (shows_text (GTK_WIDGET (f->view), "Élan <b>R&D</b> briefing"));
  g_assert_true (shows_text (GTK_WIDGET (f->view), "EV-001"));
}

static void
test_columns (Fixture *f, gconstpointer data)
{
  gpointer view = f->view;
  GtkWidget *again;

  liaison_table_view_set_column_shown (f->view, "title", FALSE);
  liaison_table_view_set_column_shown (f->view, "track", TRUE);
  settle ();
  g_assert_false (shows_text (GTK_WIDGET (f->view), "Rehearsal"));

  g_object_add_weak_pointer (view, &view);
  gtk_window_set_child (GTK_WINDOW (f->window), NULL);
  while (view != NULL)
    g_main_context_iteration (NULL, TRUE);
  again = liaison_table_view_new (f->session, &liaison_event_kind);
  show (f, again);
  g_autoptr (GPtrArray) columns = liaison_table_view_list_columns (LIAISON_TABLE_VIEW (again));
  g_assert_false (g_ptr_array_find_with_equal_func (columns, "title", g_str_equal, NULL));
  g_assert_true (g_ptr_array_find_with_equal_func (columns, "track", g_str_equal, NULL));
}

static void
test_follows (Fixture *f, gconstpointer data)
{
  g_assert_true (edit (f, f->events[0], "title", "Dry run"));
  settle ();
  g_assert_true (shows_text (GTK_WIDGET (f->view), "Dry run"));
  g_assert_false (shows_text (GTK_WIDGET (f->view), "Rehearsal"));
  liaison_session_undo (f->session);
  settle ();
  g_assert_true (shows_text (GTK_WIDGET (f->view), "Rehearsal"));
  add_event (f, "Late one", 5);
  settle ();
  g_assert_cmpuint (count_rows (f->view), ==, 4);
}

/* The name of a site stands in the rows of its events. */
static void
test_follows_names (Fixture *f, gconstpointer data)
{
  LiaisonRecord *site = liaison_document_find (f->document, f->site);
  LiaisonText *name = make_text (f, "Quay");

  g_assert_true (edit (f, f->events[0], "site", "Harbour"));
  settle ();
  g_assert_true (shows_text (GTK_WIDGET (f->view), "Harbour"));
  liaison_table_filter_set_words (liaison_table_view_get_filter (f->view), "harbour");
  g_assert_cmpuint (count_rows (f->view), ==, 1);

  const LiaisonField *field = &liaison_site_kind.shape.fields[LIAISON_FIELD (Site, name)];
  liaison_session_set_field (f->session, liaison_record_get_block (site), LIAISON_FIELD (Site, name),
                             liaison_value_field (field, &name));
  liaison_text_unref (name);
  settle ();
  g_assert_true (shows_text (GTK_WIDGET (f->view), "Quay"));
  liaison_table_filter_set_words (liaison_table_view_get_filter (f->view), "quay");
  g_assert_cmpuint (count_rows (f->view), ==, 1);
}

static void
test_sorts (Fixture *f, gconstpointer data)
{
  liaison_table_view_sort_by (f->view, "title", FALSE);
  assert_names (f, f->view, "Conference|Élan <b>R&D</b> briefing|Rehearsal");
  liaison_table_view_sort_by (f->view, "title", TRUE);
  assert_names (f, f->view, "Rehearsal|Élan <b>R&D</b> briefing|Conference");
  liaison_table_view_sort_by (f->view, "start", FALSE);
  assert_names (f, f->view, "Élan <b>R&D</b> briefing|Conference|Rehearsal");
  g_assert_true (edit (f, f->events[0], "start", "010000ZJAN27"));
  assert_names (f, f->view, "Rehearsal|Élan <b>R&D</b> briefing|Conference");
  /* What is not set stays last, whichever way. */
  g_assert_true (edit (f, f->events[1], "start", ""));
  assert_names (f, f->view, "Rehearsal|Conference|Élan <b>R&D</b> briefing");
  liaison_table_view_sort_by (f->view, "start", TRUE);
  assert_names (f, f->view, "Conference|Rehearsal|Élan <b>R&D</b> briefing");
}

static void
test_sorts_by_several (Fixture *f, gconstpointer data)
{
  g_assert_true (edit (f, f->events[0], "type", "Briefing"));
  g_assert_true (edit (f, f->events[1], "type", "Briefing"));
  g_assert_true (edit (f, f->events[2], "type", "Conference"));
  liaison_table_view_sort_by (f->view, "start", TRUE);
  liaison_table_view_sort_by (f->view, "type", FALSE);
  assert_names (f, f->view, "Conference|Rehearsal|Élan <b>R&D</b> briefing");
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
      g_autoptr (LiaisonRecord) some = g_list_model_get_item (table, (guint) g_test_rand_int_range (0, (gint32) n));

      if (i % 5 == 0)
        add_event (f, title, i);
      else if (i % 7 == 0)
        liaison_session_undo (f->session);
      else
        edit (f, liaison_record_get_id (some), "title", title);

      g_autoptr (LiaisonTableOrder) fresh = liaison_table_order_new (table, sorter);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (kept)), ==, g_list_model_get_n_items (table));
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
  assert_names (f, f->view, "Élan <b>R&D</b> briefing");
  liaison_table_filter_set_words (filter, "nowhere");
  g_assert_cmpuint (count_rows (f->view), ==, 0);
  liaison_table_filter_clear (filter);
  g_assert_cmpuint (count_rows (f->view), ==, 3);

  g_assert_true (edit (f, f->events[2], "type", "conference"));
  liaison_table_filter_set_choice (filter, type, LIAISON_EVENT_TYPE_CONFERENCE);
  assert_names (f, f->view, "Conference");
  liaison_table_filter_set_choice (filter, type, 0);
  g_assert_cmpuint (count_rows (f->view), ==, 2);
  /* What the person has just edited does not vanish under their hands. */
  g_assert_true (edit (f, f->events[0], "type", "conference"));
  g_assert_cmpuint (count_rows (f->view), ==, 2);
  liaison_table_filter_set_choice (filter, type, LIAISON_TABLE_ANY);
  g_assert_cmpuint (count_rows (f->view), ==, 3);
}

static void
test_one_edit (Fixture *f, gconstpointer data)
{
  guint before = count_edits (f);

  g_assert_true (edit (f, f->events[0], "duration", "2h30"));
  g_assert_cmpuint (count_edits (f), ==, before + 1);
  g_assert_cmpint (event_of (f, f->events[0])->duration, ==, 9000);
  g_assert_true (edit (f, f->events[0], "title", "Rehearsal"));
  g_assert_cmpuint (count_edits (f), ==, before + 1);
}

static void
test_refuses (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint before = count_edits (f);

  g_assert_false (liaison_table_view_edit_cell (f->view, f->events[0], "start", "the day after never", &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count_edits (f), ==, before);
}

static void
test_selection (Fixture *f, gconstpointer data)
{
  LiaisonSelection *selection = liaison_session_get_selection (f->session);
  GtkSelectionModel *rows = liaison_table_view_get_rows (f->view);
  guint n;

  liaison_table_view_sort_by (f->view, "title", FALSE);
  select_one (f, f->events[1]);
  g_assert_true (gtk_selection_model_is_selected (rows, 1));
  gtk_selection_model_select_item (rows, 2, FALSE);
  liaison_selection_get (selection, &n);
  g_assert_cmpuint (n, ==, 2);

  /* Rows that are taken out and put back in stay selected, wherever they go. */
  g_assert_true (edit (f, f->events[1], "title", "Zulu time"));
  settle ();
  liaison_selection_get (selection, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_false (gtk_selection_model_is_selected (rows, 0));
  g_assert_true (gtk_selection_model_is_selected (rows, 1));
  g_assert_true (gtk_selection_model_is_selected (rows, 2));

  /* What a filter hides stays selected for the other views. */
  liaison_table_filter_set_words (liaison_table_view_get_filter (f->view), "conference");
  settle ();
  liaison_selection_get (selection, &n);
  g_assert_cmpuint (n, ==, 2);
  liaison_table_filter_clear (liaison_table_view_get_filter (f->view));
  settle ();
  g_assert_true (gtk_selection_model_is_selected (rows, 2));
}

static void
test_deletes (Fixture *f, gconstpointer data)
{
  guint before = count_edits (f);

  gtk_selection_model_select_all (liaison_table_view_get_rows (f->view));
  liaison_table_view_delete (f->view);
  g_assert_null (find_dialog ());
  g_assert_cmpuint (count_rows (f->view), ==, 0);
  g_assert_cmpuint (count_edits (f), ==, before + 1);
  liaison_session_undo (f->session);
  g_assert_cmpuint (count_rows (f->view), ==, 3);
}

static void
tie_to (Fixture *f, LiaisonId event, LiaisonId site)
{
  LiaisonProposal *proposal = liaison_proposal_new ("test");
  const LiaisonBlock *block = liaison_record_get_block (liaison_document_find (f->document, event));
  LiaisonInstant after = { .form = LIAISON_INSTANT_ELAPSED, .edge = LIAISON_ANCHOR_START, .anchor = f->events[0],
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
  before = count_edits (f);
  select_one (f, f->events[0]);
  liaison_table_view_delete (f->view);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (find_dialog ()), "R&D"));
  answer ("cancel");
  g_assert_nonnull (liaison_document_find (f->document, f->events[0]));
  g_assert_cmpuint (count_edits (f), ==, before);

  liaison_table_view_delete (f->view);
  answer ("delete");
  g_assert_null (liaison_document_find (f->document, f->events[0]));
  g_assert_cmpuint (count_edits (f), ==, before + 1);
  /* The time that hung on it is where it was. */
  g_assert_cmpint (event_of (f, f->events[1])->start.form, ==, LIAISON_INSTANT_FIXED);
  g_assert_cmpint (event_of (f, f->events[1])->start.seconds, ==, DAY (3) + 3600);

  liaison_session_undo (f->session);
  g_assert_cmpint (event_of (f, f->events[1])->start.form, ==, LIAISON_INSTANT_ELAPSED);
}

static void
test_delete_clears (Fixture *f, gconstpointer data)
{
  g_autoptr (LiaisonTableView) sites = g_object_ref_sink (
      LIAISON_TABLE_VIEW (liaison_table_view_new (f->session, &liaison_site_kind)));

  tie_to (f, f->events[1], f->site);
  show (f, GTK_WIDGET (sites));
  select_one (f, f->site);
  liaison_table_view_delete (sites);
  answer ("delete");
  g_assert_null (liaison_document_find (f->document, f->site));
  g_assert_true (liaison_id_is_zero (event_of (f, f->events[1])->site));
}

static void
test_pastes (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) tsv = g_string_new ("Duration\tTitle\tSite\r\n");
  guint before = count_edits (f), n;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (tsv, "%uh\t\"Row \"\"%u\"\"\"\tHarbour\r\n", 1 + i % 5, i);
  g_assert_cmpuint (liaison_table_view_paste (f->view, tsv->str, FALSE), ==, 200);
  g_assert_null (find_dialog ());
  g_assert_cmpuint (count_edits (f), ==, before + 1);
  g_assert_cmpuint (count_rows (f->view), ==, 203);
  const LiaisonId *ids = liaison_selection_get (liaison_session_get_selection (f->session), &n);
  g_assert_cmpuint (n, ==, 200);
  g_assert_cmpstr (title_of (f, ids[7]), ==, "Row \"7\"");
  g_assert_cmpint (event_of (f, ids[7])->duration, ==, 3 * 3600);
  g_assert_true (liaison_id_same (event_of (f, ids[7])->site, f->site));
  g_assert_cmpstr (event_of (f, ids[0])->serial, ==, "EV-004");
  g_assert_cmpstr (event_of (f, ids[199])->serial, ==, "EV-203");
  liaison_session_undo (f->session);
  g_assert_cmpuint (count_rows (f->view), ==, 3);
}

static void
test_paste_reports (Fixture *f, gconstpointer data)
{
  AdwMessageDialog *dialog;

  g_assert_cmpuint (liaison_table_view_paste (f->view, "Title\tStart\nGood\t141300ZMAY27\nBad\tnever ever\n", FALSE), ==, 2);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "never ever"));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "Row 3"));
  g_assert_cmpuint (count_rows (f->view), ==, 5);
  answer ("undo");
  g_assert_cmpuint (count_rows (f->view), ==, 3);
}

static void
test_paste_over (Fixture *f, gconstpointer data)
{
  guint before = count_edits (f);

  liaison_table_view_sort_by (f->view, "serial", FALSE);
  gtk_selection_model_select_all (liaison_table_view_get_rows (f->view));
  g_assert_cmpuint (liaison_table_view_paste (f->view, "title\nOne\nTwo\nThree", TRUE), ==, 3);
  g_assert_cmpuint (count_edits (f), ==, before + 1);
  g_assert_cmpstr (title_of (f, f->events[0]), ==, "One");
  g_assert_cmpstr (title_of (f, f->events[2]), ==, "Three");
  /* A single row goes into all. */
  g_assert_cmpuint (liaison_table_view_paste (f->view, "Title\tDuration\nSame\t1h", TRUE), ==, 3);
  g_assert_cmpstr (title_of (f, f->events[1]), ==, "Same");
  g_assert_cmpint (event_of (f, f->events[2])->duration, ==, 3600);
}

static void
test_copy_comes_back (Fixture *f, gconstpointer data)
{
  g_autofree char *tsv = NULL;
  guint n;

  g_assert_true (edit (f, f->events[1], "site", "Harbour"));
  g_assert_true (edit (f, f->events[1], "type", "Briefing"));
  select_one (f, f->events[1]);
  tsv = liaison_table_view_copy (f->view);
  g_assert_cmpuint (liaison_table_view_paste (f->view, tsv, FALSE), ==, 1);
  g_assert_null (find_dialog ());
  const LiaisonId *ids = liaison_selection_get (liaison_session_get_selection (f->session), &n);
  g_assert_false (liaison_id_same (ids[0], f->events[1]));
  g_assert_cmpstr (title_of (f, ids[0]), ==, title_of (f, f->events[1]));
  g_assert_true (liaison_id_same (event_of (f, ids[0])->site, f->site));
  g_assert_cmpint (event_of (f, ids[0])->type, ==, LIAISON_EVENT_TYPE_BRIEFING);
  g_assert_cmpint (event_of (f, ids[0])->start.seconds, ==, event_of (f, f->events[1])->start.seconds);
}

static void
test_actions (Fixture *f, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (f->view);
  guint before = count_edits (f);

  gtk_widget_activate_action (view, "table.add", NULL);
  settle ();
  g_assert_cmpuint (count_rows (f->view), ==, 4);
  select_one (f, f->events[0]);
  gtk_widget_activate_action (view, "table.duplicate", NULL);
  settle ();
  g_assert_cmpuint (count_rows (f->view), ==, 5);
  g_assert_cmpuint (count_edits (f), ==, before + 2);

  liaison_editor_set_read_only (liaison_session_get_editor (f->session), TRUE);
  gtk_widget_activate_action (view, "table.add", NULL);
  g_assert_cmpuint (liaison_table_view_paste (f->view, "Title\nNo", FALSE), ==, 0);
  g_assert_cmpuint (count_rows (f->view), ==, 5);
}

static void
test_tree (Fixture *f, gconstpointer data)
{
  const LiaisonId none = { 0 };
  LiaisonTableView *view = LIAISON_TABLE_VIEW (liaison_participants_view_new (f->session));
  LiaisonId staff, cell;

  show (f, GTK_WIDGET (view));
  add_nation (f, "NO");
  add_nation (f, "FR");
  staff = add_participant (f, "Staff", "NO", none);
  cell = add_participant (f, "Cell", "NO", staff);
  add_participant (f, "Anna", "NO", cell);
  add_participant (f, "Guest", NULL, none);
  settle ();
  /* Each was selected when it was added, and its branch opened for that. */
  assert_names (f, view, "Norway|Staff|Cell|Anna|France|Guest");

  liaison_table_filter_set_words (liaison_table_view_get_filter (view), "anna");
  settle ();
  assert_names (f, view, "Norway|Staff|Cell|Anna");
  liaison_table_filter_clear (liaison_table_view_get_filter (view));
  settle ();
  assert_names (f, view, "Norway|Staff|Cell|Anna|France|Guest");

  g_assert_true (liaison_table_view_edit_cell (view, cell, "nation", "FR", NULL));
  g_assert_true (liaison_table_view_edit_cell (view, cell, "parent", "", NULL));
  settle ();
  assert_names (f, view, "Norway|Staff|France|Cell|Anna|Guest");
}

/* Whose parents go round in a circle is shown all the same, once. */
static void
test_tree_circle (Fixture *f, gconstpointer data)
{
  const LiaisonId none = { 0 };
  LiaisonTableView *view = LIAISON_TABLE_VIEW (liaison_participants_view_new (f->session));
  LiaisonId a, b, nation;

  show (f, GTK_WIDGET (view));
  nation = add_nation (f, "NO");
  a = add_participant (f, "Alpha", "NO", none);
  b = add_participant (f, "Bravo", "NO", a);
  settle ();
  assert_names (f, view, "Norway|Alpha|Bravo");
  LiaisonProposal *proposal = liaison_proposal_new ("test");
  liaison_proposal_set_field (proposal, liaison_record_get_block (liaison_document_find (f->document, a)),
                              LIAISON_FIELD (Participant, parent), &b);
  g_assert_true (liaison_session_commit (f->session, proposal, NULL));
  settle ();
  g_assert_cmpuint (count_rows (view), ==, 3);
  liaison_session_undo (f->session);
  settle ();
  assert_names (f, view, "Norway|Alpha|Bravo");

  proposal = liaison_proposal_new ("test");
  liaison_proposal_remove_record (proposal, liaison_record_get_block (liaison_document_find (f->document, nation)));
  g_assert_true (liaison_session_commit (f->session, proposal, NULL));
  settle ();
  assert_names (f, view, "Alpha|Bravo");
  liaison_session_undo (f->session);
  settle ();
  g_assert_cmpuint (count_rows (view), ==, 3);
}

static void
test_quick_line (Fixture *f, gconstpointer data)
{
  GtkWidget *schedule = liaison_schedule_view_new (f->session);
  LiaisonTableView *view = find_widget (schedule, LIAISON_TYPE_TABLE_VIEW);
  LiaisonQuickLine *line = find_widget (schedule, LIAISON_TYPE_QUICK_LINE);
  GtkEditable *entry = liaison_quick_line_get_entry (line);
  LiaisonRecord *added;
  guint before = count_edits (f);

  show (f, schedule);
  assert_names (f, view, "Élan <b>R&D</b> briefing|Conference|Rehearsal");
  g_assert_false (liaison_quick_line_add (line));
  gtk_editable_set_text (entry, "141300ZMAY27 2h Main planning conference @Nowhere");
  g_assert_false (liaison_quick_line_add (line));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "141300ZMAY27 2h Main planning conference @Nowhere");
  gtk_editable_set_text (entry, "141300ZMAY27 2h Main planning conference @Harbour #NO");
  g_assert_true (liaison_quick_line_add (line));
  settle ();
  g_assert_cmpuint (count_edits (f), ==, before + 1);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  added = liaison_selection_get_record (liaison_session_get_selection (f->session));
  g_assert_cmpstr (title_of (f, liaison_record_get_id (added)), ==, "Main planning conference");
  g_assert_cmpint (event_of (f, liaison_record_get_id (added))->duration, ==, 7200);
  g_assert_nonnull (event_of (f, liaison_record_get_id (added))->serial);
  assert_names (f, view, "Élan <b>R&D</b> briefing|Conference|Rehearsal|Main planning conference");
}

static void
test_finalised (Fixture *f, gconstpointer data)
{
  gpointer view = f->view, session = f->session, rows = liaison_table_view_get_rows (f->view);

  gtk_widget_activate_action (GTK_WIDGET (f->view), "table.add", NULL);
  settle ();
  g_object_add_weak_pointer (view, &view);
  g_object_add_weak_pointer (session, &session);
  g_object_add_weak_pointer (rows, &rows);
  gtk_window_set_child (GTK_WINDOW (f->window), NULL);
  /* The window lets go of what had the focus with its next frame. */
  for (gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC; view != NULL && g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (view);
  g_assert_null (rows);
  show (f, liaison_participants_view_new (f->session));
  show (f, liaison_schedule_view_new (f->session));
  gtk_window_set_child (GTK_WINDOW (f->window), NULL);
  settle ();
  g_clear_object (&f->session);
  g_assert_null (session);
}

static void
test_tsv (void)
{
  const struct { const char *text; const char *expected; } cases[] = {
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

int
main (int argc, char *argv[])
{
  /* A message bus for assistive technology is not there in a test, and its absence is a warning. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  gtk_disable_setlocale ();
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  adw_init ();

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  g_test_add_func ("/table/tsv/parse", test_tsv);
  g_test_add_func ("/table/tsv/round-trip", test_tsv_round_trip);
  ADD ("/table/shows-model", test_shows);
  ADD ("/table/remembers-columns", test_columns);
  ADD ("/table/follows-change", test_follows);
  ADD ("/table/follows-names-of-others", test_follows_names);
  ADD ("/table/sorts", test_sorts);
  ADD ("/table/sorts-by-several", test_sorts_by_several);
  ADD ("/table/keeps-order-through-edits", test_keeps_order);
  ADD ("/table/filters", test_filters);
  ADD ("/table/cell-makes-one-edit", test_one_edit);
  ADD ("/table/cell-refuses", test_refuses);
  ADD ("/table/selection-survives-edits", test_selection);
  ADD ("/table/deletes-at-once", test_deletes);
  ADD ("/table/delete-asks", test_delete_asks);
  ADD ("/table/delete-clears-references", test_delete_clears);
  ADD ("/table/paste-makes-one-group", test_pastes);
  ADD ("/table/paste-reports-refused", test_paste_reports);
  ADD ("/table/paste-over", test_paste_over);
  ADD ("/table/copy-comes-back", test_copy_comes_back);
  ADD ("/table/actions", test_actions);
  ADD ("/participants/tree", test_tree);
  ADD ("/participants/circle", test_tree_circle);
  ADD ("/schedule/quick-line", test_quick_line);
  ADD ("/table/dropped-is-finalised", test_finalised);
  return g_test_run ();
}
