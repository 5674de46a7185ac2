/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The areas of liaison and interoperability: what a gesture does to the plan. */
#include "config.h"

#include "table-fixture.h"

#include "agreements/agreements-area.h"
#include "agreements/positions-view.h"
#include "agreements/versions-view.h"
#include "interoperability/choose-dialog.h"
#include "interoperability/interoperability-area.h"
#include "interoperability/plan-dialog.h"
#include "interoperability/results-view.h"
#include "posts/checklist-view.h"
#include "posts/liaison-area.h"
#include "posts/manning-view.h"
#include "posts/shift-dialog.h"
#include "record/kinds.h"
#include "print/printable.h"
#include "shared/area-filter.h"
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

/* Whatever has the focus is shown: else no key would reach anything. */
static void
assert_focus (Fixture *f, GtkWidget *area)
{
  GtkWidget *focus;

  gtk_widget_child_focus (area, GTK_DIR_TAB_FORWARD);
  table_settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (f->window));
  g_assert_true (focus == NULL || gtk_widget_get_mapped (focus));
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
          assert_focus (f, gtk_stack_get_visible_child (
                               GTK_STACK (liaison_page_area_find_pages (area))));
        }
      area = liaison_interoperability_area_new (f->session);
      table_show (f, area);
      for (guint i = 0; i < G_N_ELEMENTS (together_pages); i++)
        {
          g_assert_true (liaison_page_area_show (area, together_pages[i]));
          table_settle ();
          assert_focus (f, gtk_stack_get_visible_child (
                               GTK_STACK (liaison_page_area_find_pages (area))));
        }
      add_nation (f, round == 0 ? "FR" : "NO");
      add_post (f);
    }
}

/* An agreement of two parties with an article. */
static LiaisonId
add_agreement (Fixture *f, const char *title)
{
  static const char *const codes[] = { "FR", "NO" };
  LiaisonAgreementData *made =
      (LiaisonAgreementData *) liaison_session_new_block (f->session, &liaison_agreement_kind);
  LiaisonArticleData *article =
      (LiaisonArticleData *) liaison_block_new (&liaison_article_shape, liaison_id_new (3));
  LiaisonBlock *parties[2], *articles[] = { &article->block };

  for (guint i = 0; i < 2; i++)
    {
      LiaisonPartyData *party =
          (LiaisonPartyData *) liaison_block_new (&liaison_party_shape, liaison_id_new (4 + i));

      party->nation = g_intern_string (codes[i]);
      parties[i] = &party->block;
    }
  article->number = g_ref_string_new ("1");
  article->title = table_make_text (f, "Aim & <scope>");
  made->title = table_make_text (f, title);
  made->stage = LIAISON_AGREEMENT_STAGE_DRAFTING;
  made->parties = liaison_items_new_take (parties, 2);
  made->articles = liaison_items_new_take (articles, 1);
  return add (f, &liaison_agreement_kind, made);
}

static GtkWidget *
find_popover (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      return child;
  return NULL;
}

/* Presses a button of what popped up over @widget. */
static void
press_choice (GtkWidget *widget, guint number)
{
  GtkWidget *popover = find_popover (widget), *button;

  g_assert_nonnull (popover);
  button = gtk_widget_get_first_child (gtk_popover_get_child (GTK_POPOVER (popover)));
  while (number-- > 0)
    button = gtk_widget_get_next_sibling (button);
  g_signal_emit_by_name (button, "clicked");
  table_settle ();
  g_assert_null (find_popover (widget));
}

static char *
tell_cell (LiaisonMatrix *matrix, guint row, guint column)
{
  g_autoptr (GPtrArray) table = liaison_matrix_make_table (matrix);

  return g_strdup (((char **) table->pdata[row + 1])[column + 1]);
}

static void
assert_cell (LiaisonMatrix *matrix, guint row, guint column, const char *expected)
{
  g_autofree char *text = tell_cell (matrix, row, column);

  g_assert_cmpstr (text, ==, expected);
}

/* Article by article, from the popover and by number; each an edit that comes back. */
static void
test_positions (Fixture *f, gconstpointer data)
{
  GtkWidget *view;
  LiaisonMatrix *matrix;
  guint edits;

  add_nation (f, "FR");
  add_nation (f, "NO");
  add_agreement (f, "Memorandum");
  view = liaison_positions_view_new (f->session);
  matrix = show (f, view);
  assert_cell (matrix, 1, 0, "Not stated");
  edits = table_count_edits (f);
  g_assert_true (liaison_live_matrix_activate (LIAISON_LIVE_MATRIX (view), 1, 0));
  table_settle ();
  press_choice (view, 1);
  assert_cell (matrix, 1, 0, "Reservation");
  g_assert_cmpuint (table_count_edits (f), ==, edits + 1);
  g_assert_true (liaison_live_matrix_press (LIAISON_LIVE_MATRIX (view), GDK_KEY_1, 1, 1));
  g_assert_true (liaison_live_matrix_press (LIAISON_LIVE_MATRIX (view), GDK_KEY_3, 0, 0));
  table_settle ();
  assert_cell (matrix, 1, 1, "Agreed");
  assert_cell (matrix, 0, 0, "Open concern");
  g_assert_false (liaison_live_matrix_press (LIAISON_LIVE_MATRIX (view), GDK_KEY_9, 0, 0));
  g_assert_cmpuint (table_count_edits (f), ==, edits + 3);
  liaison_session_undo (f->session);
  liaison_session_undo (f->session);
  liaison_session_undo (f->session);
  table_settle ();
  assert_cell (matrix, 1, 0, "Not stated");
  assert_cell (matrix, 1, 1, "Not stated");
}

/* A version comes, is authentic, goes. */
static void
test_versions (Fixture *f, gconstpointer data)
{
  GtkWidget *view;
  LiaisonMatrix *matrix;
  LiaisonNationData *nation =
      (LiaisonNationData *) liaison_session_new_block (f->session, &liaison_nation_kind);
  LiaisonLanguageUseData *use =
      (LiaisonLanguageUseData *) liaison_block_new (&liaison_language_use_shape, liaison_id_new (1));
  LiaisonBlock *uses[] = { &use->block };

  use->language.language = g_intern_string ("fr");
  use->use = LIAISON_LANGUAGE_USE_OFFICIAL;
  nation->code = g_intern_string ("FR");
  nation->languages = liaison_items_new_take (uses, 1);
  add (f, &liaison_nation_kind, nation);
  add_agreement (f, "Memorandum");
  view = liaison_versions_view_new (f->session);
  matrix = show (f, view);
  assert_cell (matrix, 0, 0, "Missing");
  g_assert_true (liaison_live_matrix_activate (LIAISON_LIVE_MATRIX (view), 0, 0));
  table_settle ();
  press_choice (view, 3);
  assert_cell (matrix, 0, 0, "Authentic");
  g_assert_true (liaison_live_matrix_press (LIAISON_LIVE_MATRIX (view), GDK_KEY_Delete, 0, 0));
  table_settle ();
  assert_cell (matrix, 0, 0, "Missing");
}

/* The filter of the table counts in the matrix beside it, in what is exported of it in another language, and can
 * be taken away there. */
static void
test_filter (Fixture *f, gconstpointer data)
{
  GtkWidget *area, *live;
  LiaisonTableView *table;
  LiaisonAreaFilter *filter;
  LiaisonManner manner;
  const char *title = NULL;
  g_autoptr (LiaisonWords) french = liaison_words_new ("fr", NULL);
  g_autoptr (LiaisonDrawing) copy = NULL;
  g_autoptr (GPtrArray) rows = NULL, all = NULL;

  add_nation (f, "FR");
  add_nation (f, "NO");
  add_agreement (f, "Alpha");
  add_agreement (f, "Beta");
  area = liaison_agreements_area_new (f->session);
  table_show (f, area);
  g_assert_true (liaison_page_area_show (area, "list"));
  table_settle ();
  table = table_find_widget (area, LIAISON_TYPE_TABLE_VIEW);
  liaison_table_filter_set_words (liaison_table_view_get_filter (table), "alpha");
  g_assert_true (liaison_page_area_show (area, "positions"));
  table_settle ();
  live = table_find_widget (area, LIAISON_TYPE_LIVE_MATRIX);
  filter = table_find_widget (live, LIAISON_TYPE_AREA_FILTER);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (filter)));
  g_assert_true (liaison_printable_is_filtered (LIAISON_PRINTABLE (live)));
  manner = liaison_session_get_manner (f->session);
  manner.words = french;
  copy = liaison_printable_make_drawing (LIAISON_PRINTABLE (live), &manner, &title);
  rows = liaison_drawing_make_table (copy, &manner);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (((char **) rows->pdata[1])[0], ==, "Alpha");
  g_assert_cmpstr (title, ==, liaison_words_get (french, "Positions of the parties"));
  g_assert_cmpstr (((char **) rows->pdata[2])[1], ==, liaison_words_get (french, "Not stated"));
  g_signal_emit_by_name (gtk_widget_get_first_child (GTK_WIDGET (filter)), "clicked");
  table_settle ();
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (filter)));
  all = liaison_matrix_make_table (liaison_live_matrix_get_matrix (LIAISON_LIVE_MATRIX (live)));
  g_assert_cmpuint (all->len, ==, 5);
  g_assert_false (liaison_table_filter_is_active (liaison_table_view_get_filter (table)));
}

/* Every drawing of the areas is a table too, in another language as well; boards and charts among them. */
static void
test_tables (Fixture *f, gconstpointer data)
{
  static const char *const pages[] = { "board", "steps", "positions", "versions" };
  LiaisonManner manner;
  g_autoptr (LiaisonWords) arabic = liaison_words_new ("ar", NULL);
  GtkWidget *area;

  add_nation (f, "FR");
  add_nation (f, "NO");
  add_agreement (f, "Alpha");
  area = liaison_agreements_area_new (f->session);
  table_show (f, area);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      const char *title = NULL;
      LiaisonPrintable *view;
      g_autoptr (LiaisonDrawing) drawing = NULL;
      g_autoptr (GPtrArray) rows = NULL;

      g_assert_true (liaison_page_area_show (area, pages[i]));
      table_settle ();
      view = liaison_printable_find (area);
      if (i == 1)
        {
          /* Nothing needs it yet. */
          continue;
        }
      g_assert_nonnull (view);
      manner = liaison_session_get_manner (f->session);
      manner.words = arabic;
      drawing = liaison_printable_make_drawing (view, &manner, &title);
      rows = liaison_drawing_make_table (drawing, &manner);
      g_assert_cmpuint (rows->len, >=, 2);
      g_assert_nonnull (title);
    }
}

/* Requirements and nations become events and assessments in one edit. */
static void
test_plan (Fixture *f, gconstpointer data)
{
  const char *nations[] = { g_intern_string ("FR"), g_intern_string ("NO") };
  LiaisonTestWishes wishes = { .nations = nations,
                               .n_nations = 2,
                               .by = LIAISON_TESTS_BY_NATION,
                               .first = (gint32) (DAY (40) / 86400),
                               .last = (gint32) (DAY (42) / 86400),
                               .opens = 9 * 3600,
                               .closes = 17 * 3600,
                               .length = 3600 };
  LiaisonRequirementData *requirement =
      (LiaisonRequirementData *) liaison_session_new_block (f->session, &liaison_requirement_kind);
  g_autoptr (LiaisonTestEvents) events = NULL;
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  guint edits, before, n;
  const LiaisonBlock *const *all;

  add_nation (f, "FR");
  add_nation (f, "NO");
  requirement->title = table_make_text (f, "Voice");
  requirement->level = LIAISON_REQUIREMENT_LEVEL_REQUIREMENT;
  requirement->selected = TRUE;
  requirement->per = LIAISON_ASSESSED_PER_NATION;
  add (f, &liaison_requirement_kind, requirement);
  snapshot = liaison_document_get_snapshot (f->document);
  events = liaison_test_events_new (snapshot, &wishes);
  g_assert_cmpuint (events->n_placed, ==, 2);
  before = count (f, LIAISON_KIND_EVENT);
  edits = table_count_edits (f);
  g_assert_true (liaison_plan_dialog_plan (f->session, events));
  g_assert_cmpuint (table_count_edits (f), ==, edits + 1);
  g_assert_cmpuint (count (f, LIAISON_KIND_EVENT), ==, before + 2);
  g_assert_cmpuint (count (f, LIAISON_KIND_ASSESSMENT), ==, 2);
  g_clear_pointer (&snapshot, liaison_snapshot_unref);
  snapshot = liaison_document_get_snapshot (f->document);
  all = liaison_snapshot_get (snapshot, LIAISON_KIND_ASSESSMENT, &n);
  g_assert_cmpstr (LIAISON_DATA (Assessment, all[0])->serial, !=,
                   LIAISON_DATA (Assessment, all[1])->serial);
  liaison_session_undo (f->session);
  g_assert_cmpuint (count (f, LIAISON_KIND_EVENT), ==, before);
  g_assert_cmpuint (count (f, LIAISON_KIND_ASSESSMENT), ==, 0);
  /* The window opens on a plan, and goes. */
  liaison_plan_dialog_present (GTK_WINDOW (f->window), f->session);
  table_settle ();
  {
    GtkWindow *window = find_window ("Plan Interoperability Tests");

    g_assert_nonnull (window);
    gtk_window_destroy (window);
  }
}

int
main (int argc, char *argv[])
{
  if (!liaison_test_init (&argc, &argv))
    return 0;
  TABLE_ADD ("/together/manning", test_manning);
  TABLE_ADD ("/together/checklist", test_checklist);
  TABLE_ADD ("/together/results", test_results);
  TABLE_ADD ("/together/areas", test_areas);
  TABLE_ADD ("/together/positions", test_positions);
  TABLE_ADD ("/together/versions", test_versions);
  TABLE_ADD ("/together/filter", test_filter);
  TABLE_ADD ("/together/tables", test_tables);
  TABLE_ADD ("/together/plan", test_plan);
  return g_test_run ();
}
