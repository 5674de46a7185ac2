/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The areas of liaison and interoperability: what a gesture does to the plan. */
#include "config.h"

#include "table-fixture.h"

#include "interoperability/choose-dialog.h"
#include "interoperability/interoperability-area.h"
#include "interoperability/results-view.h"
#include "posts/checklist-view.h"
#include "posts/liaison-area.h"
#include "posts/manning-view.h"
#include "posts/shift-dialog.h"
#include "record/kinds.h"
#include "shared/live-matrix.h"
#include "shared/page-area.h"

#include <string.h>

static LiaisonId
add (Fixture *f, const LiaisonKind *kind, gpointer block)
{
  return liaison_session_add_record (f->session, kind, block);
}

static const LiaisonBlock *
block_of (Fixture *f, LiaisonId id)
{
  return liaison_record_get_block (liaison_document_find (f->document, id));
}

static LiaisonId
add_nation (Fixture *f, const char *code)
{
  LiaisonNationData *nation =
      (LiaisonNationData *) liaison_session_new_block (f->session, &liaison_nation_kind);

  nation->code = g_intern_string (code);
  nation->name = table_make_text (f, code);
  nation->status = LIAISON_NATION_STATUS_CONFIRMED;
  return add (f, &liaison_nation_kind, nation);
}

static LiaisonId
add_person (Fixture *f, const char *name)
{
  LiaisonParticipantData *person =
      (LiaisonParticipantData *) liaison_session_new_block (f->session, &liaison_participant_kind);

  person->name = table_make_text (f, name);
  person->nation = g_intern_string ("FR");
  person->type = LIAISON_PARTICIPANT_TYPE_PERSON;
  return add (f, &liaison_participant_kind, person);
}

/* A post that is to be manned for a day, with a line of kit. */
static LiaisonId
add_post (Fixture *f)
{
  LiaisonPostData *post =
      (LiaisonPostData *) liaison_session_new_block (f->session, &liaison_post_kind);
  LiaisonCheckItemData *item =
      (LiaisonCheckItemData *) liaison_block_new (&liaison_check_item_shape, liaison_id_new (1));
  LiaisonBlock *items[] = { &item->block };

  item->title = table_make_text (f, "Map");
  post->title = table_make_text (f, "Liaison & <co>");
  post->from_nation = g_intern_string ("FR");
  post->to_nation = g_intern_string ("NO");
  post->cover = LIAISON_POST_COVER_CONTINUOUS;
  post->kit = liaison_items_new_take (items, 1);
  liaison_instant_from_unix (DAY (3), NULL, &post->start);
  liaison_instant_from_unix (DAY (4), NULL, &post->end);
  return add (f, &liaison_post_kind, post);
}

static LiaisonMatrix *
show (Fixture *f, GtkWidget *widget)
{
  table_show (f, widget);
  table_settle ();
  return liaison_live_matrix_get_matrix (LIAISON_LIVE_MATRIX (widget));
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

/* A gap is filled by somebody; taken off it is a gap again; each is one edit and comes back. */
static void
test_manning (Fixture *f, gconstpointer data)
{
  LiaisonId person, post;
  GtkWidget *view;
  LiaisonMatrix *matrix;
  guint before, n;

  add_nation (f, "FR");
  add_nation (f, "NO");
  person = add_person (f, "Ada");
  post = add_post (f);
  view = liaison_manning_view_new (f->session);
  matrix = show (f, view);
  g_assert_cmpuint (liaison_matrix_count_columns (matrix), ==, 2);
  /* A heading over posts without a site, and the post. */
  g_assert_cmpuint (liaison_matrix_count_rows (matrix), ==, 2);
  before = table_count_edits (f);
  g_assert_true (liaison_live_matrix_activate (LIAISON_LIVE_MATRIX (view), 1, 0));
  table_settle ();
  liaison_shift_dialog_choose (find_window ("Who Stands There"), person);
  table_settle ();
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  g_assert_cmpuint (liaison_items_get_size (LIAISON_DATA (Post, block_of (f, post))->shifts), ==,
                    1);
  liaison_matrix_get_items (matrix, 1, 0, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (liaison_live_matrix_press (LIAISON_LIVE_MATRIX (view), GDK_KEY_Delete, 1, 0));
  table_settle ();
  g_assert_cmpuint (liaison_items_get_size (LIAISON_DATA (Post, block_of (f, post))->shifts), ==,
                    0);
  liaison_session_undo (f->session);
  table_settle ();
  g_assert_cmpuint (liaison_items_get_size (LIAISON_DATA (Post, block_of (f, post))->shifts), ==,
                    1);
}

static void
test_checklist (Fixture *f, gconstpointer data)
{
  LiaisonId post = add_post (f);
  GtkWidget *view = liaison_checklist_view_new (f->session);
  LiaisonMatrix *matrix = show (f, view);
  const LiaisonCheckItemData *item;

  g_assert_cmpuint (liaison_matrix_count_columns (matrix), ==, 1);
  g_assert_true (liaison_live_matrix_press (LIAISON_LIVE_MATRIX (view), GDK_KEY_space, 0, 0));
  item =
      LIAISON_DATA (CheckItem, liaison_items_get (LIAISON_DATA (Post, block_of (f, post))->kit, 0));
  g_assert_true (item->done);
  table_settle ();
  g_assert_true (liaison_live_matrix_press (LIAISON_LIVE_MATRIX (view), GDK_KEY_space, 0, 0));
  item =
      LIAISON_DATA (CheckItem, liaison_items_get (LIAISON_DATA (Post, block_of (f, post))->kit, 0));
  g_assert_false (item->done);
}

static guint
count (Fixture *f, LiaisonKindId kind)
{
  return liaison_table_get_size (liaison_document_get_table (f->document, kind));
}

/* Chosen from a catalogue in one edit; a letter and a digit set results, in one edit each. */
static void
test_results (Fixture *f, gconstpointer data)
{
  GtkWidget *view = liaison_results_view_new (f->session);
  LiaisonMatrix *matrix;
  GtkWindow *dialog;
  guint before;

  add_nation (f, "FR");
  matrix = show (f, view);
  g_assert_cmpuint (liaison_matrix_count_rows (matrix), ==, 0);
  before = table_count_edits (f);
  dialog = liaison_choose_dialog_present (GTK_WINDOW (gtk_widget_get_root (view)), f->session);
  g_assert_true (liaison_choose_dialog_tick (dialog, "TIME-1", TRUE));
  g_assert_true (liaison_choose_dialog_tick (dialog, "TIME-2", TRUE));
  g_assert_false (liaison_choose_dialog_tick (dialog, "NONE", TRUE));
  liaison_choose_dialog_apply (dialog);
  table_settle ();
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  g_assert_cmpuint (count (f, LIAISON_KIND_REQUIREMENT), ==, 3);
  g_assert_cmpuint (liaison_matrix_count_rows (matrix), ==, 3);
  /* Nothing is put down on a heading, nor by a letter that means nothing. */
  liaison_live_matrix_press (LIAISON_LIVE_MATRIX (view), GDK_KEY_s, 0, 0);
  g_assert_false (liaison_live_matrix_press (LIAISON_LIVE_MATRIX (view), GDK_KEY_z, 1, 0));
  g_assert_cmpuint (count (f, LIAISON_KIND_ASSESSMENT), ==, 0);
  g_assert_true (liaison_live_matrix_press (LIAISON_LIVE_MATRIX (view), GDK_KEY_s, 1, 0));
  table_settle ();
  g_assert_true (liaison_live_matrix_press (LIAISON_LIVE_MATRIX (view), GDK_KEY_3, 2, 0));
  table_settle ();
  g_assert_cmpuint (count (f, LIAISON_KIND_ASSESSMENT), ==, 2);
  g_assert_cmpuint (table_count_edits (f), ==, before + 3);
  liaison_session_undo (f->session);
  g_assert_cmpuint (count (f, LIAISON_KIND_ASSESSMENT), ==, 1);
}

/* Every view of both areas is made, shown and dropped, empty and with something in it. */
static void
test_areas (Fixture *f, gconstpointer data)
{
  static const char *const liaison_pages[] = { "manning",   "nations",    "sites",
                                               "languages", "checklists", "list" };
  static const char *const together_pages[] = { "pairs",        "levels", "trend",
                                                "requirements", "list",   "results" };
  GtkWidget *area;

  for (guint round = 0; round < 2; round++)
    {
      area = liaison_liaison_area_new (f->session);
      table_show (f, area);
      for (guint i = 0; i < G_N_ELEMENTS (liaison_pages); i++)
        {
          g_assert_true (liaison_page_area_show (area, liaison_pages[i]));
          table_settle ();
        }
      area = liaison_interoperability_area_new (f->session);
      table_show (f, area);
      for (guint i = 0; i < G_N_ELEMENTS (together_pages); i++)
        {
          g_assert_true (liaison_page_area_show (area, together_pages[i]));
          table_settle ();
        }
      add_nation (f, round == 0 ? "FR" : "NO");
      add_post (f);
    }
}

int
main (int argc, char *argv[])
{
  if (!table_init (&argc, &argv))
    return 0;
  TABLE_ADD ("/together/manning", test_manning);
  TABLE_ADD ("/together/checklist", test_checklist);
  TABLE_ADD ("/together/results", test_results);
  TABLE_ADD ("/together/areas", test_areas);
  return g_test_run ();
}
