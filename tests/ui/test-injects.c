/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-fixture.h"

#include "injects/coverage-view.h"
#include "injects/density-view.h"
#include "shared/live-matrix.h"
#include "injects/msel-view.h"
#include "schedule/move-dialog.h"
#include "schedule/occurrences-window.h"
#include "schedule/quick-line.h"
#include "schedule/time-actions.h"
#include "shared/field-rows.h"
#include "shared/field-rule.h"
#include "shared/own-columns-dialog.h"

#include <string.h>

static LiaisonId
add_inject (Fixture *f, const char *title, LiaisonInjectLevel level, LiaisonId parent, gint64 start)
{
  LiaisonBlock *block = liaison_session_new_block (f->session, &liaison_inject_kind);
  LiaisonInjectData *data = (LiaisonInjectData *) block;

  data->title = table_make_text (f, title);
  data->level = level;
  data->parent = parent;
  data->status = LIAISON_INJECT_STATUS_DRAFT;
  if (start != 0)
    liaison_instant_from_unix (start, NULL, &data->start);
  return liaison_session_add_record (f->session, &liaison_inject_kind, block);
}

static const LiaisonInjectData *
inject_of (Fixture *f, LiaisonId id)
{
  return LIAISON_DATA (Inject, liaison_record_get_block (liaison_document_find (f->document, id)));
}

static void
test_tree_and_list (Fixture *f, gconstpointer data)
{
  const LiaisonId none = { 0 };
  LiaisonId storm = add_inject (f, "Storm", LIAISON_INJECT_LEVEL_STORYLINE, none, 0);
  LiaisonId surge = add_inject (f, "Surge", LIAISON_INJECT_LEVEL_INCIDENT, storm, DAY (3));
  GtkWidget *msel = liaison_msel_view_new (f->session);
  LiaisonTableView *view = liaison_msel_view_get_table (msel);

  add_inject (f, "Late call", LIAISON_INJECT_LEVEL_INJECT, surge, DAY (5));
  add_inject (f, "Early call", LIAISON_INJECT_LEVEL_INJECT, surge, DAY (4));
  table_show (f, msel);
  add_inject (f, "Stray", LIAISON_INJECT_LEVEL_INJECT, none, DAY (1));
  table_settle ();
  /* By time among siblings; what has no time comes last. */
  table_assert_names (f, view, "Stray|Storm|Surge|Early call|Late call");
  liaison_msel_view_set_flat (msel, TRUE);
  table_settle ();
  table_assert_names (f, view, "Stray|Surge|Early call|Late call|Storm");
  add_inject (f, "Midnight", LIAISON_INJECT_LEVEL_INJECT, storm, DAY (4) + 60);
  table_settle ();
  table_assert_names (f, view, "Stray|Surge|Early call|Midnight|Late call|Storm");
  liaison_msel_view_set_flat (msel, FALSE);
  table_settle ();
  table_assert_names (f, view, "Stray|Storm|Surge|Early call|Late call|Midnight");
}

static void
test_status (Fixture *f, gconstpointer data)
{
  const LiaisonId none = { 0 };
  LiaisonId id = add_inject (f, "Call", LIAISON_INJECT_LEVEL_INJECT, none, DAY (1));
  GtkWidget *msel = liaison_msel_view_new (f->session);
  LiaisonTableView *view = liaison_msel_view_get_table (msel);
  guint before;

  table_show (f, msel);
  table_select_one (f, id);
  table_settle ();
  before = table_count_edits (f);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "inject.advance", NULL));
  g_assert_cmpint (inject_of (f, id)->status, ==, LIAISON_INJECT_STATUS_REVIEW);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "inject.status", "s", "released"));
  g_assert_cmpint (inject_of (f, id)->status, ==, LIAISON_INJECT_STATUS_RELEASED);
  g_assert_cmpint (inject_of (f, id)->actual.form, ==, LIAISON_INSTANT_FIXED);
  g_assert_cmpuint (table_count_edits (f), ==, before + 2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "inject.back", NULL));
  g_assert_cmpint (inject_of (f, id)->status, ==, LIAISON_INJECT_STATUS_APPROVED);
}

/* What has a serial is retired, not deleted. */
static void
test_retire (Fixture *f, gconstpointer data)
{
  const LiaisonId none = { 0 };
  LiaisonId id = add_inject (f, "Call", LIAISON_INJECT_LEVEL_INJECT, none, DAY (1));
  GtkWidget *msel = liaison_msel_view_new (f->session);
  LiaisonTableView *view = liaison_msel_view_get_table (msel);

  table_show (f, msel);
  table_select_one (f, id);
  table_settle ();
  liaison_table_view_delete (view);
  table_settle ();
  table_answer ("retire");
  table_settle ();
  g_assert_cmpint (inject_of (f, id)->status, ==, LIAISON_INJECT_STATUS_RETIRED);
  liaison_table_view_delete (view);
  table_settle ();
  table_answer ("delete");
  table_settle ();
  g_assert_null (liaison_document_find (f->document, id));
}

/* Columns for exercise control and what is not released yet go, and come back. */
static void
test_players (Fixture *f, gconstpointer data)
{
  const LiaisonId none = { 0 };
  GtkWidget *msel = liaison_msel_view_new (f->session);
  LiaisonTableView *view = liaison_msel_view_get_table (msel);
  LiaisonId id = add_inject (f, "Call", LIAISON_INJECT_LEVEL_INJECT, none, DAY (1));
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) players = NULL;
  g_autoptr (GPtrArray) after = NULL;

  add_inject (f, "Secret", LIAISON_INJECT_LEVEL_INJECT, none, DAY (2));
  table_show (f, msel);
  g_assert_true (liaison_table_view_edit_cell (view, id, "status", "Released to players", NULL));
  table_settle ();
  before = liaison_table_view_list_columns (view);
  g_assert_true (g_ptr_array_find_with_equal_func (before, "expected-action", g_str_equal, NULL));
  liaison_table_filter_clear (liaison_table_view_get_filter (view));
  liaison_table_view_set_for_players (view, TRUE);
  table_settle ();
  players = liaison_table_view_list_columns (view);
  g_assert_false (g_ptr_array_find_with_equal_func (players, "expected-action", g_str_equal, NULL));
  table_assert_names (f, view, "Call");
  liaison_table_view_set_for_players (view, FALSE);
  table_settle ();
  after = liaison_table_view_list_columns (view);
  g_assert_cmpuint (after->len, ==, before->len);
  table_assert_names (f, view, "Call|Secret");
}

static void
test_quick_line (Fixture *f, gconstpointer data)
{
  const LiaisonId none = { 0 };
  GtkWidget *msel = liaison_msel_view_new (f->session);
  LiaisonQuickLine *line = table_find_widget (msel, LIAISON_TYPE_QUICK_LINE);
  LiaisonId storm = add_inject (f, "Storm", LIAISON_INJECT_LEVEL_STORYLINE, none, 0);
  const LiaisonInjectData *made;

  table_show (f, msel);
  gtk_editable_set_text (liaison_quick_line_get_entry (line),
                         "141300ZMAY27 30m Fuel spill !telephone >Storm");
  g_assert_true (liaison_quick_line_add (line));
  table_settle ();
  made = LIAISON_DATA (Inject, liaison_record_get_block (liaison_selection_get_record (
                                   liaison_session_get_selection (f->session))));
  g_assert_true (liaison_id_same (made->parent, storm));
  g_assert_cmpint (made->method, ==, LIAISON_INJECT_METHOD_TELEPHONE);
  g_assert_cmpint (made->status, ==, LIAISON_INJECT_STATUS_DRAFT);
  g_assert_cmpint (made->level, ==, LIAISON_INJECT_LEVEL_INJECT);
  g_assert_nonnull (made->serial);
}

/* A column that the exercise adds is there at once: shown, edited, sorted by, filtered. */
static void
test_own_columns (Fixture *f, gconstpointer data)
{
  const LiaisonId none = { 0 };
  GtkWidget *msel = liaison_msel_view_new (f->session);
  LiaisonTableView *view = liaison_msel_view_get_table (msel);
  LiaisonId one = add_inject (f, "One", LIAISON_INJECT_LEVEL_INJECT, none, DAY (1));
  LiaisonId two = add_inject (f, "Two", LIAISON_INJECT_LEVEL_INJECT, none, DAY (2));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) columns = NULL;

  table_show (f, msel);
  g_assert_false (
      liaison_own_columns_add (f->session, &liaison_inject_kind, "  ", LIAISON_COLUMN_TYPE_NUMBER));
  g_assert_true (liaison_own_columns_add (f->session, &liaison_inject_kind, "Casualty players",
                                          LIAISON_COLUMN_TYPE_NUMBER));
  g_assert_true (liaison_own_columns_add (f->session, &liaison_inject_kind, "Casualty-players",
                                          LIAISON_COLUMN_TYPE_YES_NO));
  table_settle ();
  columns = liaison_table_view_list_columns (view);
  g_assert_true (
      g_ptr_array_find_with_equal_func (columns, "own:casualty-players", g_str_equal, NULL));
  g_assert_true (
      g_ptr_array_find_with_equal_func (columns, "own:casualty-players-2", g_str_equal, NULL));
  g_assert_false (liaison_table_view_edit_cell (view, one, "own:casualty-players", "some", &error));
  g_assert_nonnull (error);
  g_assert_true (liaison_table_view_edit_cell (view, one, "own:casualty-players", "12", NULL));
  g_assert_true (liaison_table_view_edit_cell (view, two, "own:casualty-players", "7", NULL));
  table_settle ();
  g_assert_true (table_shows_text (GTK_WIDGET (view), "12"));
  liaison_table_view_sort_by (view, "own:casualty-players", FALSE);
  table_settle ();
  table_assert_names (f, view, "Two|One");
  liaison_table_view_sort_by (view, "own:casualty-players", TRUE);
  table_settle ();
  table_assert_names (f, view, "One|Two");

  /* It goes as it came; a table that was sorted by it is still there. */
  for (guint i = 0; i < 4; i++)
    liaison_session_undo (f->session);
  table_settle ();
  g_ptr_array_unref (columns);
  columns = liaison_table_view_list_columns (view);
  g_assert_false (
      g_ptr_array_find_with_equal_func (columns, "own:casualty-players", g_str_equal, NULL));
  g_assert_cmpuint (table_count_rows (view), ==, 2);
}

/* Pasted under its heading, it lands where it belongs. */
static void
test_own_paste (Fixture *f, gconstpointer data)
{
  GtkWidget *msel = liaison_msel_view_new (f->session);
  LiaisonTableView *view = liaison_msel_view_get_table (msel);
  const LiaisonItems *values;

  table_show (f, msel);
  g_assert_true (liaison_own_columns_add (f->session, &liaison_inject_kind, "Markers",
                                          LIAISON_COLUMN_TYPE_NUMBER));
  table_settle ();
  g_assert_cmpuint (
      liaison_table_view_paste (view, "Title\tMarkers\tMethod\nFire\t5\tTelephone\n", FALSE), ==,
      1);
  table_settle ();
  values = LIAISON_DATA (Inject, liaison_record_get_block (table_record_at (view, 0)))->values;
  g_assert_cmpuint (liaison_items_get_size (values), ==, 1);
  g_assert_cmpstr (LIAISON_DATA (ColumnValue, liaison_items_get (values, 0))->value, ==, "5");
}

/* Moved by keys and in the dialog, which says first what will be. */
static void
test_move (Fixture *f, gconstpointer data)
{
  const LiaisonId none = { 0 };
  GtkWidget *msel = liaison_msel_view_new (f->session);
  LiaisonId ids[] = { add_inject (f, "One", LIAISON_INJECT_LEVEL_INJECT, none, DAY (1)),
                      add_inject (f, "Two", LIAISON_INJECT_LEVEL_INJECT, none, DAY (2)) };
  LiaisonTable *injects = liaison_document_get_table (f->document, LIAISON_KIND_INJECT);
  GtkWindow *dialog;
  guint before;

  table_show (f, msel);
  liaison_selection_set (liaison_session_get_selection (f->session), ids, 2);
  table_settle ();
  before = table_count_edits (f);
  g_assert_true (liaison_time_actions_move (f->session, 900));
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  g_assert_cmpint (inject_of (f, ids[0])->start.seconds, ==, DAY (1) + 900);
  g_assert_cmpint (inject_of (f, ids[1])->start.seconds, ==, DAY (2) + 900);

  dialog = liaison_move_dialog_present (GTK_WINDOW (f->window), f->session);
  liaison_move_dialog_fill (dialog, LIAISON_MOVE_DIALOG_MOVE, "a while");
  g_assert_false (liaison_move_dialog_apply (dialog));
  liaison_move_dialog_fill (dialog, LIAISON_MOVE_DIALOG_MOVE, "-15m");
  g_assert_nonnull (strstr (liaison_move_dialog_get_preview (dialog), "2 move"));
  g_assert_true (liaison_move_dialog_apply (dialog));
  g_assert_cmpint (inject_of (f, ids[0])->start.seconds, ==, DAY (1));

  /* To a time: the first goes there, the other keeps its distance. */
  dialog = liaison_move_dialog_present (GTK_WINDOW (f->window), f->session);
  liaison_move_dialog_fill (dialog, LIAISON_MOVE_DIALOG_MOVE, "to 2027-05-05 06:00Z");
  g_assert_true (liaison_move_dialog_apply (dialog));
  g_assert_cmpint (inject_of (f, ids[1])->start.seconds - inject_of (f, ids[0])->start.seconds, ==,
                   86400);

  /* Copies have serials of their own. */
  dialog = liaison_move_dialog_present (GTK_WINDOW (f->window), f->session);
  liaison_move_dialog_fill (dialog, LIAISON_MOVE_DIALOG_COPY, "+7d");
  g_assert_true (liaison_move_dialog_apply (dialog));
  g_assert_cmpuint (liaison_table_get_size (injects), ==, 4);
  g_assert_cmpstr (
      LIAISON_DATA (Inject, liaison_record_get_block (liaison_table_get (injects, 2)))->serial, !=,
      LIAISON_DATA (Inject, liaison_record_get_block (liaison_table_get (injects, 3)))->serial);

  dialog = liaison_move_dialog_present (GTK_WINDOW (f->window), f->session);
  liaison_move_dialog_fill (dialog, LIAISON_MOVE_DIALOG_STRETCH, "150 %");
  g_assert_true (liaison_move_dialog_apply (dialog));
  g_assert_cmpint (inject_of (f, ids[1])->start.seconds - inject_of (f, ids[0])->start.seconds, ==,
                   86400 * 3 / 2);
}

/* Single occurrences are cancelled, taken up again and moved. */
static void
test_occurrences (Fixture *f, gconstpointer data)
{
  LiaisonFieldTarget *target =
      liaison_field_target_new (f->session, &liaison_event_kind, &f->events[0], 1);
  LiaisonFormRow *row = liaison_field_rows_create (target, LIAISON_FIELD (Event, rule));
  const LiaisonItems *exceptions;
  GtkWindow *window;

  g_object_ref_sink (row);
  g_assert_true (LIAISON_IS_FIELD_RULE_ROW (row));
  g_assert_true (
      liaison_field_rule_row_set_rule (LIAISON_FIELD_RULE_ROW (row), "FREQ=DAILY;COUNT=5"));
  window = liaison_occurrences_window_present (GTK_WINDOW (f->window), f->session, f->events[0]);
  g_assert_cmpuint (liaison_occurrences_window_count (window), ==, 5);
  g_assert_true (liaison_occurrences_window_cancel (window, 1, TRUE));
  table_settle ();
  g_assert_cmpuint (liaison_occurrences_window_count (window), ==, 5);
  exceptions = table_event_of (f, f->events[0])->exceptions;
  g_assert_cmpuint (liaison_items_get_size (exceptions), ==, 1);
  g_assert_true (LIAISON_DATA (EventException, liaison_items_get (exceptions, 0))->cancelled);
  g_assert_true (liaison_occurrences_window_cancel (window, 1, FALSE));
  table_settle ();
  g_assert_cmpuint (liaison_items_get_size (table_event_of (f, f->events[0])->exceptions), ==, 0);
  g_assert_false (liaison_occurrences_window_move (window, 2, "some time"));
  g_assert_true (liaison_occurrences_window_move (window, 2, "2027-05-06 09:30Z"));
  exceptions = table_event_of (f, f->events[0])->exceptions;
  g_assert_cmpint (LIAISON_DATA (EventException, liaison_items_get (exceptions, 0))->start.seconds,
                   ==, DAY (5) + 9 * 3600 + 1800);
  gtk_window_destroy (window);
  g_object_unref (row);
  g_object_unref (target);
}

/* Cells count injects and select them; limits and edits change what is shown. */
static void
test_density (Fixture *f, gconstpointer data)
{
  const LiaisonId none = { 0 };
  LiaisonId staff = table_add_participant (f, "Staff", NULL, none);
  LiaisonId inject = add_inject (f, "One", LIAISON_INJECT_LEVEL_INJECT, none, DAY (1));
  LiaisonProposal *proposal = liaison_proposal_new ("test");
  g_autoptr (LiaisonIds) to = liaison_ids_new (&staff, 1);
  int role = LIAISON_PARTICIPANT_ROLE_TRAINING_AUDIENCE;
  GtkWidget *view = liaison_density_view_new (f->session);
  LiaisonMatrix *matrix = liaison_live_matrix_get_matrix (LIAISON_LIVE_MATRIX (view));
  LiaisonRecord *selected;

  liaison_proposal_set_field (proposal,
                              liaison_record_get_block (liaison_document_find (f->document, staff)),
                              LIAISON_FIELD (Participant, role), &role);
  liaison_proposal_set_field (
      proposal, liaison_record_get_block (liaison_document_find (f->document, inject)),
      LIAISON_FIELD (Inject, to), &to);
  g_assert_true (liaison_session_commit (f->session, proposal, NULL));
  add_inject (f, "Timeless", LIAISON_INJECT_LEVEL_INJECT, none, 0);
  table_show (f, view);
  table_settle ();
  g_assert_cmpuint (liaison_matrix_count_rows (matrix), ==, 2);
  g_assert_cmpstr (liaison_matrix_get_row_label (matrix, 0), ==, "Staff");
  g_assert_cmpuint (liaison_matrix_count_columns (matrix), ==, 1);
  g_assert_nonnull (
      strstr (liaison_live_matrix_get_summary (LIAISON_LIVE_MATRIX (view)), "1 inject has no"));
  liaison_selection_set (liaison_session_get_selection (f->session), NULL, 0);
  liaison_live_matrix_select (LIAISON_LIVE_MATRIX (view), 0, 0);
  selected = liaison_selection_get_record (liaison_session_get_selection (f->session));
  g_assert_nonnull (selected);
  g_assert_true (liaison_id_same (liaison_record_get_id (selected), inject));
  add_inject (f, "Two", LIAISON_INJECT_LEVEL_INJECT, none, DAY (2));
  table_settle ();
  g_assert_cmpuint (liaison_matrix_count_columns (matrix), ==, 7);
}

static void
test_coverage (Fixture *f, gconstpointer data)
{
  LiaisonBlock *block = liaison_session_new_block (f->session, &liaison_objective_kind);
  GtkWidget *view = liaison_coverage_view_new (f->session);
  LiaisonMatrix *matrix = liaison_live_matrix_get_matrix (LIAISON_LIVE_MATRIX (view));
  const LiaisonId none = { 0 };
  LiaisonId objective;

  ((LiaisonObjectiveData *) block)->title = table_make_text (f, "Coordinate R&D");
  objective = liaison_session_add_record (f->session, &liaison_objective_kind, block);
  add_inject (f, "One", LIAISON_INJECT_LEVEL_INJECT, none, DAY (1));
  table_show (f, view);
  table_settle ();
  g_assert_cmpuint (liaison_matrix_count_rows (matrix), ==, 2);
  g_assert_cmpstr (liaison_live_matrix_get_summary (LIAISON_LIVE_MATRIX (view)), ==,
                   "1 objective has no inject");
  /* An objective without injects shows itself. */
  liaison_selection_set (liaison_session_get_selection (f->session), NULL, 0);
  liaison_live_matrix_select (LIAISON_LIVE_MATRIX (view), 0, 0);
  g_assert_true (
      liaison_selection_contains (liaison_session_get_selection (f->session), objective));
}

int
main (int argc, char *argv[])
{
  if (!liaison_test_init (&argc, &argv))
    return 0;
  TABLE_ADD ("/injects/tree-and-list", test_tree_and_list);
  TABLE_ADD ("/injects/status", test_status);
  TABLE_ADD ("/injects/retire", test_retire);
  TABLE_ADD ("/injects/players", test_players);
  TABLE_ADD ("/injects/own-columns", test_own_columns);
  TABLE_ADD ("/injects/own-paste", test_own_paste);
  TABLE_ADD ("/injects/quick-line", test_quick_line);
  TABLE_ADD ("/injects/move", test_move);
  TABLE_ADD ("/injects/occurrences", test_occurrences);
  TABLE_ADD ("/injects/density", test_density);
  TABLE_ADD ("/injects/coverage", test_coverage);
  return g_test_run ();
}
