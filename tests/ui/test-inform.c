/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Information, lessons and “What if”, as they are used. */
#include "config.h"

#include "table-fixture.h"

#include "inform/capture-window.h"
#include "inform/carry-window.h"
#include "inform/decision-window.h"
#include "inform/information-area.h"
#include "inform/lesson-board.h"
#include "inform/lesson-steps.h"
#include "inform/lesson-view.h"
#include "inform/lessons-area.h"
#include "inform/product-view.h"
#include "inform/release-matrix-view.h"
#include "inform/request-view.h"
#include "inform/shelf-view.h"
#include "review/trend-view.h"
#include "shared/live-matrix.h"
#include "store/plan.h"
#include "withdraw/withdraw-window.h"

#include <glib/gstdio.h>
#include <string.h>

/* Waits until something is so; threads answer meanwhile. */
#define WAIT_FOR(condition)                                                                        \
  liaison_test_wait_until (condition);                                                             \
  g_assert_true (condition)

static GtkWidget *
find_toplevel (const char *title)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (all, i);
      if (g_strcmp0 (gtk_window_get_title (window), title) == 0)
        return GTK_WIDGET (window);
    }
  return NULL;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static const LiaisonObservationData *
observation_of (Fixture *f, LiaisonId id)
{
  return LIAISON_DATA (Observation,
                       liaison_record_get_block (liaison_document_find (f->document, id)));
}

/* One line, one edit, tied to what is selected, which stays selected. */
static void
test_capture (Fixture *f, gconstpointer data)
{
  guint before;

  table_select_one (f, f->events[1]);
  before = table_count_edits (f);
  LiaisonId id = liaison_capture (f->session, "  + Radios worked. All of them, all day.", TRUE);
  g_assert_false (liaison_id_is_zero (id));
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  g_assert_cmpint (observation_of (f, id)->type, ==, LIAISON_OBSERVATION_TYPE_SUSTAIN);
  g_assert_cmpint (observation_of (f, id)->stage, ==, LIAISON_LESSON_STAGE_OBSERVATION);
  g_assert_true (liaison_ids_contains (observation_of (f, id)->events, f->events[1]));
  g_assert_cmpstr (liaison_text_pick (observation_of (f, id)->title, "en", NULL), ==,
                   "Radios worked");
  g_assert_cmpstr (liaison_text_pick (observation_of (f, id)->observation, "en", NULL), ==,
                   "Radios worked. All of them, all day.");
  g_assert_true (
      liaison_selection_contains (liaison_session_get_selection (f->session), f->events[1]));
  id = liaison_capture (f->session, "- R&D <b>late</b> مرحبا", FALSE);
  g_assert_cmpint (observation_of (f, id)->type, ==, LIAISON_OBSERVATION_TYPE_IMPROVE);
  g_assert_null (observation_of (f, id)->events);
  g_assert_cmpstr (liaison_text_pick (observation_of (f, id)->title, "en", NULL), ==,
                   "R&D <b>late</b> مرحبا");
  g_assert_true (liaison_id_is_zero (liaison_capture (f->session, "  +  ", TRUE)));
}

/* The window: open, type, Enter. */
static void
test_capture_window (Fixture *f, gconstpointer data)
{
  LiaisonTable *table = liaison_document_get_table (f->document, LIAISON_KIND_OBSERVATION);
  GtkWidget *window, *entry;

  liaison_capture_window_present (GTK_WINDOW (f->window), f->session);
  table_settle ();
  window = find_toplevel ("Observe");
  g_assert_nonnull (window);
  entry = table_find_widget (window, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Too few chairs");
  g_signal_emit_by_name (entry, "activate");
  table_settle ();
  g_assert_cmpuint (liaison_table_get_size (table), ==, 1);
  g_assert_null (find_toplevel ("Observe"));
}

static void
test_stages (Fixture *f, gconstpointer data)
{
  LiaisonId id = liaison_capture (f->session, "Too few chairs", FALSE);
  GtkWidget *view = liaison_lesson_view_new (f->session);
  const char *why = NULL;
  guint before;

  table_show (f, view);
  table_select_one (f, id);
  table_settle ();
  before = table_count_edits (f);
  g_assert_true (gtk_widget_activate_action (view, "lesson.next", NULL));
  g_assert_cmpint (observation_of (f, id)->stage, ==, LIAISON_LESSON_STAGE_ANALYSIS);
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  /* Nothing has been concluded: refused, and nothing is changed. */
  gtk_widget_activate_action (view, "lesson.next", NULL);
  g_assert_cmpint (observation_of (f, id)->stage, ==, LIAISON_LESSON_STAGE_ANALYSIS);
  g_assert_false (
      liaison_lessons_move (f->session, &id, 1, LIAISON_LESSON_STAGE_UNSET, FALSE, &why));
  g_assert_nonnull (why);
  g_assert_true (gtk_widget_activate_action (view, "lesson.back", NULL));
  g_assert_cmpint (observation_of (f, id)->stage, ==, LIAISON_LESSON_STAGE_OBSERVATION);
}

static LiaisonId
add_product (Fixture *f, LiaisonProductStatus status)
{
  LiaisonBlock *block = liaison_session_new_block (f->session, &liaison_product_kind);
  const char *const codes[] = { "FR" };
  g_autoptr (LiaisonCodes) list = liaison_codes_new (codes, 1);

  ((LiaisonProductData *) block)->title = table_make_text (f, "Map");
  ((LiaisonProductData *) block)->status = status;
  g_clear_pointer (&((LiaisonProductData *) block)->marking, liaison_marking_unref);
  ((LiaisonProductData *) block)->marking =
      liaison_marking_new (g_intern_static_string ("EXERCISE-UNCLASSIFIED"), list, NULL);
  return liaison_session_add_record (f->session, &liaison_product_kind, block);
}

static const LiaisonProductData *
product_of (Fixture *f, LiaisonId id)
{
  return LIAISON_DATA (Product, liaison_record_get_block (liaison_document_find (f->document, id)));
}

/* The dialog decides; without an authority it is refused, and stays. */
static void
test_decide (Fixture *f, gconstpointer data)
{
  LiaisonId id;
  GtkWidget *window, *entry;
  LiaisonTable *releases = liaison_document_get_table (f->document, LIAISON_KIND_RELEASE);

  table_add_nation (f, "FR");
  table_add_nation (f, "DE");
  id = add_product (f, LIAISON_PRODUCT_STATUS_APPROVED);
  liaison_decision_window_present (GTK_WINDOW (f->window), f->session, id,
                                   LIAISON_PRODUCT_STEP_RELEASE);
  table_settle ();
  window = find_toplevel ("Release");
  g_assert_nonnull (window);
  g_signal_emit_by_name (find_button (window, "Release"), "clicked");
  table_settle ();
  g_assert_cmpint (product_of (f, id)->status, ==, LIAISON_PRODUCT_STATUS_APPROVED);
  g_assert_nonnull (find_toplevel ("Release"));
  entry = table_find_widget (window, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Order 7");
  g_signal_emit_by_name (find_button (window, "Release"), "clicked");
  table_settle ();
  g_assert_null (find_toplevel ("Release"));
  g_assert_cmpint (product_of (f, id)->status, ==, LIAISON_PRODUCT_STATUS_RELEASED);
  /* To the one nation on its list. */
  g_assert_cmpuint (liaison_table_get_size (releases), ==, 1);
  liaison_session_undo (f->session);
  g_assert_cmpuint (liaison_table_get_size (releases), ==, 0);
}

static void
test_matrix (Fixture *f, gconstpointer data)
{
  GtkWidget *view = liaison_release_matrix_view_new (f->session);
  LiaisonMatrix *matrix = liaison_live_matrix_get_matrix (LIAISON_LIVE_MATRIX (view));

  table_add_nation (f, "FR");
  add_product (f, LIAISON_PRODUCT_STATUS_APPROVED);
  table_show (f, view);
  table_settle ();
  g_assert_cmpuint (liaison_matrix_count_rows (matrix), ==, 1);
  table_add_nation (f, "DE");
  table_settle ();
  g_assert_cmpuint (liaison_matrix_count_columns (matrix), ==, 2);
}

static void
test_board (Fixture *f, gconstpointer data)
{
  GtkWidget *view = liaison_lesson_board_new (f->session);
  LiaisonMatrix *matrix = liaison_live_matrix_get_matrix (LIAISON_LIVE_MATRIX (view));
  guint n;

  table_show (f, view);
  table_settle ();
  g_assert_cmpuint (liaison_matrix_count_rows (matrix), ==, 0);
  liaison_capture (f->session, "One", FALSE);
  liaison_capture (f->session, "Two", FALSE);
  table_settle ();
  g_assert_cmpuint (liaison_matrix_count_rows (matrix), ==, 1);
  liaison_matrix_get_items (matrix, 0, 0, &n);
  g_assert_cmpuint (n, ==, 2);
}

/* To what is selected, once. */
static void
test_precedent (Fixture *f, gconstpointer data)
{
  LiaisonId id = liaison_capture (f->session, "Nobody spoke for them", FALSE);
  guint n;
  const LiaisonCase *const *cases = liaison_case_shelf_get (&n);

  table_select_one (f, f->events[0]);
  g_assert_false (liaison_shelf_link (f->session, cases[0]));
  table_select_one (f, id);
  g_assert_true (liaison_shelf_link (f->session, cases[0]));
  g_assert_false (liaison_shelf_link (f->session, cases[0]));
  g_assert_cmpuint (liaison_items_get_size (observation_of (f, id)->precedents), ==, 1);
}

/* Whether a label on show reads @text. */
static gboolean
shows_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_label (child, text))
      return TRUE;
  return FALSE;
}

/* Another exercise with one lesson that was identified there, in a file. Transfer full. */
static char *
write_other_plan (void)
{
  g_autofree char *folder = g_dir_make_tmp ("liaison-carry-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  LiaisonPlan *plan = liaison_plan_new (liaison_id_new (1));
  LiaisonObservationData *lesson
      = (LiaisonObservationData *) liaison_block_new (&liaison_observation_kind.shape, liaison_id_new (2));
  char *path = g_build_filename (folder, "before.liaison", NULL);

  lesson->serial = g_ref_string_new ("OB-001");
  lesson->title = liaison_text_new (g_intern_static_string ("en"), "R&D <b>late</b>");
  lesson->recommendation = liaison_text_new (g_intern_static_string ("en"), "Tell everybody");
  lesson->stage = LIAISON_LESSON_STAGE_LESSON_IDENTIFIED;
  liaison_document_fill (plan->document, &liaison_observation_kind, &lesson->block);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  liaison_plan_save (snapshot, NULL, path, NULL, NULL, &error);
  g_assert_no_error (error);
  liaison_plan_free (plan);
  return path;
}

static void
remove_with_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_rmdir (folder);
}

/* Open lessons of another exercise are shown, and become observation and objective here, as one edit; once. */
static void
test_carry (Fixture *f, gconstpointer data)
{
  LiaisonTable *observations = liaison_document_get_table (f->document, LIAISON_KIND_OBSERVATION);
  LiaisonTable *objectives = liaison_document_get_table (f->document, LIAISON_KIND_OBJECTIVE);
  g_autofree char *path = write_other_plan ();
  guint before = table_count_edits (f);
  GtkWidget *apply;

  liaison_carry_present_from (GTK_WINDOW (f->window), f->session, path);
  WAIT_FOR (find_toplevel ("Carry Lessons Over") != NULL);
  WAIT_FOR (shows_label (find_toplevel ("Carry Lessons Over"), "R&D <b>late</b>"));
  apply = find_button (find_toplevel ("Carry Lessons Over"), "_Carry Over");
  g_assert_true (gtk_widget_get_sensitive (apply));
  g_signal_emit_by_name (apply, "clicked");
  table_settle ();
  g_assert_null (find_toplevel ("Carry Lessons Over"));
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  g_assert_cmpuint (liaison_table_get_size (observations), ==, 1);
  g_assert_cmpuint (liaison_table_get_size (objectives), ==, 1);
  /* It is here already, and cannot be chosen again. */
  liaison_carry_present_from (GTK_WINDOW (f->window), f->session, path);
  WAIT_FOR (find_toplevel ("Carry Lessons Over") != NULL);
  apply = find_button (find_toplevel ("Carry Lessons Over"), "_Carry Over");
  g_assert_false (gtk_widget_get_sensitive (apply));
  gtk_window_close (GTK_WINDOW (find_toplevel ("Carry Lessons Over")));
  table_settle ();
  liaison_session_undo (f->session);
  g_assert_cmpuint (liaison_table_get_size (observations), ==, 0);
  g_assert_cmpuint (liaison_table_get_size (objectives), ==, 0);
  remove_with_folder (path);
}

/* What cannot be read is said, and nothing is changed. */
static void
test_carry_refuses (Fixture *f, gconstpointer data)
{
  guint before = table_count_edits (f);

  liaison_carry_present_from (GTK_WINDOW (f->window), f->session, "/nowhere/at-all.liaison");
  WAIT_FOR (table_find_dialog () != NULL);
  g_assert_null (find_toplevel ("Carry Lessons Over"));
  g_assert_cmpuint (table_count_edits (f), ==, before);
  gtk_window_destroy (GTK_WINDOW (table_find_dialog ()));
}

/* Each view shows itself with a plan that has next to nothing, and goes away again. */
static void
test_views (Fixture *f, gconstpointer data)
{
  GtkWidget *(*const create[]) (LiaisonSession *) = {
    liaison_information_area_new, liaison_lessons_area_new, liaison_shelf_view_new,
    liaison_request_view_new, liaison_product_view_new
  };

  for (guint i = 0; i < G_N_ELEMENTS (create); i++)
    {
      table_show (f, create[i](f->session));
      table_settle ();
    }
  table_show (f, liaison_trend_view_new (f->session, NULL));
  WAIT_FOR (shows_label (f->window, "No Conference Yet"));
}

/* The window lists what breaks, proposes, applies as one edit that one undo takes back. */
static void
test_what_if (Fixture *f, gconstpointer data)
{
  LiaisonId lost = table_add_site (f, "Hall");
  LiaisonRecord *record = liaison_document_find (f->document, f->events[0]);
  GtkWidget *window, *apply;
  guint before;

  liaison_session_set_field (
      f->session, liaison_record_get_block (record), LIAISON_FIELD (Event, site),
      liaison_value_field (&liaison_event_kind.shape.fields[LIAISON_FIELD (Event, site)], &lost));
  liaison_withdraw_window_present (GTK_WINDOW (f->window), f->session, lost);
  window = find_toplevel ("What If");
  g_assert_nonnull (window);
  apply = find_button (window, "_Apply");
  WAIT_FOR (gtk_widget_get_sensitive (apply));
  g_assert_true (shows_label (window, "Hall"));
  before = table_count_edits (f);
  g_signal_emit_by_name (apply, "clicked");
  table_settle ();
  g_assert_null (find_toplevel ("What If"));
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  g_assert_true (liaison_id_same (table_event_of (f, f->events[0])->site, f->site));
  liaison_session_undo (f->session);
  g_assert_true (liaison_id_same (table_event_of (f, f->events[0])->site, lost));
}

int
main (int argc, char **argv)
{
  if (!liaison_test_init (&argc, &argv))
    return 0;
  TABLE_ADD ("/ui/inform/capture", test_capture);
  TABLE_ADD ("/ui/inform/capture-window", test_capture_window);
  TABLE_ADD ("/ui/inform/stages", test_stages);
  TABLE_ADD ("/ui/inform/decide", test_decide);
  TABLE_ADD ("/ui/inform/matrix", test_matrix);
  TABLE_ADD ("/ui/inform/board", test_board);
  TABLE_ADD ("/ui/inform/precedent", test_precedent);
  TABLE_ADD ("/ui/inform/carry", test_carry);
  TABLE_ADD ("/ui/inform/carry-refuses", test_carry_refuses);
  TABLE_ADD ("/ui/inform/views", test_views);
  TABLE_ADD ("/ui/inform/what-if", test_what_if);
  return g_test_run ();
}
