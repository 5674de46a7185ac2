/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-fixture.h"

#include "record/intern.h"
#include "release/release-matrix-page.h"
#include "release/scheme-page.h"
#include "release/seen-as.h"
#include "release/withheld-view.h"
#include "shared/matrix-view.h"

#include <string.h>

static LiaisonMarking *
make_marking (const char *const *codes, guint n)
{
  g_autoptr (LiaisonCodes) nations = liaison_codes_new (codes, n);

  return liaison_marking_new (liaison_intern ("EXERCISE-UNCLASSIFIED", 21), nations, NULL);
}

static void
mark (Fixture *f, LiaisonId id, const char *const *codes, guint n)
{
  g_autoptr (LiaisonMarking) marking = make_marking (codes, n);
  const LiaisonBlock *block = liaison_record_get_block (liaison_document_find (f->document, id));
  guint field;
  const LiaisonField *row = liaison_shape_find (block->shape, "marking", &field);

  liaison_session_set_field (f->session, block, field, liaison_value_field (row, &marking));
}

static void
mark_all (Fixture *f)
{
  static const char *const all[] = { "FR", "NO" };

  table_add_nation (f, "FR");
  table_add_nation (f, "NO");
  for (guint i = 0; i < G_N_ELEMENTS (f->events); i++)
    mark (f, f->events[i], all, 2);
}

static void
wait_for (LiaisonWithheldView *view)
{
  table_settle ();
  liaison_test_wait_until (liaison_withheld_view_is_settled (view));
  g_assert_true (liaison_withheld_view_is_settled (view));
}

/* The list follows the plan: one more event is withheld, then it is not. */
static void
test_withheld (Fixture *f, gconstpointer data)
{
  static const char *const norway[] = { "NO" }, *const both[] = { "FR", "NO" };
  GtkWidget *view;
  guint before;

  mark_all (f);
  view = liaison_withheld_view_new (f->session);
  table_show (f, view);
  liaison_withheld_view_choose (LIAISON_WITHHELD_VIEW (view), "FR");
  wait_for (LIAISON_WITHHELD_VIEW (view));
  before = liaison_withheld_view_count (LIAISON_WITHHELD_VIEW (view));
  mark (f, f->events[0], norway, 1);
  wait_for (LIAISON_WITHHELD_VIEW (view));
  g_assert_cmpuint (liaison_withheld_view_count (LIAISON_WITHHELD_VIEW (view)), ==, before + 1);
  mark (f, f->events[0], both, 2);
  wait_for (LIAISON_WITHHELD_VIEW (view));
  g_assert_cmpuint (liaison_withheld_view_count (LIAISON_WITHHELD_VIEW (view)), ==, before);
}

/* A label that is seen says so. */
static gboolean
says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strcmp (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

/* With nobody there, it says so and offers nothing. */
static void
test_nobody (Fixture *f, gconstpointer data)
{
  GtkWidget *view = liaison_withheld_view_new (f->session);

  table_show (f, view);
  table_settle ();
  g_assert_true (says (view, "Nobody to Release To"));
}

/* Rows of the matrix are the records of the table, columns the nations; it follows both. */
static void
test_matrix (Fixture *f, gconstpointer data)
{
  static const char *const norway[] = { "NO" };
  GtkWidget *page;
  LiaisonMatrix *matrix;
  g_autoptr (GPtrArray) table = NULL;
  guint n_marks = 0;

  mark_all (f);
  page = liaison_release_matrix_page_new (f->session);
  table_show (f, page);
  table_settle ();
  matrix = liaison_matrix_view_get_matrix (table_find_widget (page, LIAISON_TYPE_MATRIX_VIEW));
  g_assert_cmpuint (liaison_matrix_count_rows (matrix), ==, 3);
  g_assert_cmpuint (liaison_matrix_count_columns (matrix), ==, 2);
  g_assert_nonnull (
      strstr (liaison_release_matrix_page_get_telling (LIAISON_RELEASE_MATRIX_PAGE (page)), "✓"));
  mark (f, f->events[1], norway, 1);
  table_add_nation (f, "PL");
  table_settle ();
  g_assert_cmpuint (liaison_matrix_count_columns (matrix), ==, 3);
  table = liaison_matrix_make_table (matrix);
  for (guint i = 1; i < table->len; i++)
    for (char **cell = table->pdata[i]; *cell != NULL; cell++)
      n_marks += strcmp (*cell, "–") == 0;
  /* Poland has none of the three, France not the second. */
  g_assert_cmpuint (n_marks, ==, 4);
}

static void
test_banner (Fixture *f, gconstpointer data)
{
  GtkWidget *banner = liaison_seen_as_banner_new ("R&D <b>");

  table_show (f, banner);
  table_settle ();
  g_assert_true (says (banner, "As \xe2\x81\xa8R&D <b>\xe2\x81\xa9 sees it"));
  g_assert_null (liaison_seen_as_get (f->document));
}

/* Another scheme is one edit, and its levels are shown. */
static void
test_scheme (Fixture *f, gconstpointer data)
{
  GtkWidget *page = liaison_scheme_page_new (f->session);
  guint before;

  mark_all (f);
  table_show (f, page);
  table_settle ();
  before = table_count_edits (f);
  liaison_scheme_page_choose (LIAISON_SCHEME_PAGE (page), "tlp-2-0");
  table_settle ();
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  g_assert_true (says (page, "TLP:AMBER+STRICT"));
  /* What is marked by another scheme is told apart. */
  g_assert_true (says (page, "EXERCISE-UNCLASSIFIED"));
  liaison_session_undo (f->session);
  table_settle ();
  g_assert_false (says (page, "TLP:AMBER+STRICT"));
}

static void
test_finalized (Fixture *f, gconstpointer data)
{
  GtkWidget *views[] = { liaison_withheld_view_new (f->session),
                         liaison_release_matrix_page_new (f->session),
                         liaison_scheme_page_new (f->session) };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      gpointer view = g_object_ref_sink (views[i]);

      g_object_add_weak_pointer (view, &view);
      table_settle ();
      g_object_unref (views[i]);
      liaison_test_wait_until (view == NULL);
      g_assert_null (view);
    }
}

int
main (int argc, char *argv[])
{
  if (!liaison_test_init (&argc, &argv))
    return 0;
  TABLE_ADD ("/release-area/withheld-follows", test_withheld);
  TABLE_ADD ("/release-area/nobody", test_nobody);
  TABLE_ADD ("/release-area/matrix-follows", test_matrix);
  TABLE_ADD ("/release-area/banner", test_banner);
  TABLE_ADD ("/release-area/scheme", test_scheme);
  TABLE_ADD ("/release-area/finalized", test_finalized);
  return g_test_run ();
}
