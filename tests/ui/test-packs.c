/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The area of packs: what is selected is set page by page, follows the plan, and is dropped whole.
 */
#include "config.h"

#include "table-fixture.h"

#include "packs/baselines-window.h"
#include "packs/pack-release.h"
#include "packs/packs-area.h"
#include "record/kinds/pack.h"
#include "record/kinds/release.h"

#include <string.h>

/* The list of pages, beside the page that is looked at. */
static GtkListView *
find_pages (GtkWidget *widget)
{
  if (GTK_IS_LIST_VIEW (widget) && gtk_widget_has_css_class (widget, "navigation-sidebar"))
    return GTK_LIST_VIEW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkListView *found = find_pages (child);

      if (found != NULL)
        return found;
    }
  return NULL;
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

static guint
count_pages (GtkWidget *area)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (find_pages (area))));
}

/* Until there are more than @few pages. */
static guint
wait_for_more_than (GtkWidget *area, guint few)
{
  liaison_test_wait_until (count_pages (area) > few);
  return count_pages (area);
}

static LiaisonId
add_pack (Fixture *f, const LiaisonPackSection *sections, guint n)
{
  LiaisonBlock *block = liaison_session_new_block (f->session, &liaison_pack_kind);
  LiaisonPackData *pack = (LiaisonPackData *) block;
  g_autofree LiaisonBlock **parts = g_new0 (LiaisonBlock *, n);

  for (guint i = 0; i < n; i++)
    {
      parts[i] =
          liaison_block_new (&liaison_pack_part_shape,
                             liaison_editor_new_id (liaison_session_get_editor (f->session)));
      ((LiaisonPackPartData *) parts[i])->section = sections[i];
      ((LiaisonPackPartData *) parts[i])->new_page = TRUE;
    }
  pack->contents = liaison_items_new_take (parts, n);
  pack->title = table_make_text (f, "Pack for France");
  pack->audience = LIAISON_PACK_AUDIENCE_NATION;
  pack->nation = "FR";
  pack->language.language = "en";
  return liaison_session_add_record (f->session, &liaison_pack_kind, block);
}

/* Pages appear, and follow what is edited. */
static void
test_preview (Fixture *f, gconstpointer data)
{
  static const LiaisonPackSection sections[] = { LIAISON_PACK_SECTION_COVER,
                                                 LIAISON_PACK_SECTION_NOTES };
  GtkWidget *area = liaison_packs_area_new (f->session);
  LiaisonId pack;
  guint pages, field;

  table_add_nation (f, "FR");
  table_show (f, area);
  table_settle ();
  g_assert_cmpuint (count_pages (area), ==, 0);
  pack = add_pack (f, sections, G_N_ELEMENTS (sections));
  pages = wait_for_more_than (area, 0);
  g_assert_cmpuint (pages, >=, 2);

  /* Nobody is it for any more: there is nothing to show. */
  const LiaisonBlock *block = liaison_record_get_block (liaison_document_find (f->document, pack));
  const LiaisonField *row = liaison_shape_find (block->shape, "nation", &field);
  const char *nobody = NULL;

  liaison_session_set_field (f->session, block, field, liaison_value_field (row, &nobody));
  liaison_test_wait_until (count_pages (area) == 0);
  g_assert_cmpuint (count_pages (area), ==, 0);
  table_settle ();
  g_assert_true (says (area, "This Pack Cannot Be Set"));
  liaison_session_undo (f->session);
  g_assert_cmpuint (wait_for_more_than (area, 0), ==, pages);
}

/* Whoever comes to the area sees the first pack, and what was selected before is selected still. */
static void
test_first_pack (Fixture *f, gconstpointer data)
{
  static const LiaisonPackSection sections[] = { LIAISON_PACK_SECTION_COVER };
  LiaisonSelection *selection = liaison_session_get_selection (f->session);
  GtkWidget *area;

  table_add_nation (f, "FR");
  add_pack (f, sections, G_N_ELEMENTS (sections));
  liaison_selection_clear (selection);
  area = liaison_packs_area_new (f->session);
  table_show (f, area);
  g_assert_cmpuint (wait_for_more_than (area, 0), >=, 1);
  g_assert_null (liaison_selection_get_record (selection));
}

/* A template makes one pack, in one step. */
static void
test_template (Fixture *f, gconstpointer data)
{
  GtkWidget *area = liaison_packs_area_new (f->session);
  LiaisonTable *packs = liaison_document_get_table (f->document, LIAISON_KIND_PACK);
  guint before;

  table_show (f, area);
  table_settle ();
  before = table_count_edits (f);
  gtk_widget_activate_action (area, "packs.new", "s", "pocket-card");
  table_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (packs)), ==, 1);
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  liaison_session_undo (f->session);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (packs)), ==, 0);
}

/* A version that is typed in and kept is one edit, and is listed. */
static void
test_baseline (Fixture *f, gconstpointer data)
{
  LiaisonTable *table = liaison_document_get_table (f->document, LIAISON_KIND_BASELINE);
  GtkWidget *window, *entry;
  GListModel *windows = gtk_window_get_toplevels ();

  liaison_baselines_window_show (GTK_WINDOW (f->window), f->session);
  table_settle ();
  window = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) each = g_list_model_get_item (windows, i);

      if (LIAISON_IS_BASELINES_WINDOW (each))
        window = each;
    }
  g_assert_nonnull (window);
  entry = table_find_widget (window, ADW_TYPE_ENTRY_ROW);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "  First & <b>draft</b> ");
  g_signal_emit_by_name (entry, "entry-activated");
  liaison_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (table)) > 0);
  table_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (table)), ==, 1);
  g_assert_true (says (window, "First & <b>draft</b>"));
  liaison_session_undo (f->session);
  table_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (table)), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(GPtrArray **) data = liaison_set_packs_finish (result, &error);
  g_assert_no_error (error);
}

static GPtrArray *
set_copies (Fixture *f, LiaisonId pack, guint first, guint n)
{
  g_autoptr (LiaisonSnapshot) plan = liaison_document_get_snapshot (f->document);
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonPackOrder) order =
      liaison_pack_order_new_for_record (plan, liaison_snapshot_find (plan, pack), NULL, &error);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GPtrArray *packs = NULL;

  g_assert_no_error (error);
  liaison_set_packs_async (plan, order, first, n, NULL, NULL, cancellable, set_cb, &packs);
  liaison_test_wait_until (packs != NULL);
  return packs;
}

/* What was printed, in which version, with which hash, for whom, and the numbers of its copies: in
 * one step that can be undone. */
static void
test_release_record (Fixture *f, gconstpointer data)
{
  static const LiaisonPackSection sections[] = { LIAISON_PACK_SECTION_COVER };
  LiaisonTable *releases = liaison_document_get_table (f->document, LIAISON_KIND_RELEASE);
  g_autoptr (GPtrArray) packs = NULL;
  const LiaisonReleaseData *release;
  LiaisonId pack;

  table_add_nation (f, "FR");
  pack = add_pack (f, sections, G_N_ELEMENTS (sections));
  packs = set_copies (f, pack, 7, 2);
  g_assert_cmpuint (packs->len, ==, 2);
  liaison_pack_record_release (f->session, packs);
  g_assert_cmpuint (liaison_table_get_size (releases), ==, 1);
  release = LIAISON_DATA (Release, liaison_record_get_block (liaison_table_get (releases, 0)));
  g_assert_true (liaison_id_same (release->item, pack));
  g_assert_cmpstr (release->nation, ==, "FR");
  g_assert_cmpstr (liaison_text_pick (release->title, "en", NULL), ==, "Pack for France");
  g_assert_cmpint (release->status, ==, LIAISON_RELEASE_STATUS_RELEASED);
  g_assert_cmpstr (release->language.language, ==, "en");
  g_assert_cmpint (release->pages, ==,
                   liaison_pages_get_n (((LiaisonSetPack *) packs->pdata[0])->pages));
  g_assert_cmpuint (strlen (release->sha256), ==, 64);
  g_assert_cmpstr (release->sha256, ==, ((LiaisonSetPack *) packs->pdata[0])->hash);
  g_assert_cmpuint (liaison_items_get_size (release->copies), ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (LIAISON_DATA (ReleaseCopy, liaison_items_get (release->copies, i))->number, ==,
                     7 + (int) i);
  g_assert_cmpint (release->start.form, ==, LIAISON_INSTANT_FIXED);
  liaison_session_undo (f->session);
  g_assert_cmpuint (liaison_table_get_size (releases), ==, 0);
}

static void
test_finalized (Fixture *f, gconstpointer data)
{
  GtkWidget *area = liaison_packs_area_new (f->session);
  gpointer kept = g_object_ref_sink (area);

  g_object_add_weak_pointer (kept, &kept);
  table_settle ();
  g_object_unref (area);
  liaison_test_wait_until (kept == NULL);
  g_assert_null (kept);
}

int
main (int argc, char *argv[])
{
  if (!liaison_test_init (&argc, &argv))
    return 0;
  TABLE_ADD ("/packs-area/preview", test_preview);
  TABLE_ADD ("/packs-area/first-pack", test_first_pack);
  TABLE_ADD ("/packs-area/template", test_template);
  TABLE_ADD ("/packs-area/baseline", test_baseline);
  TABLE_ADD ("/packs-area/release-record", test_release_record);
  TABLE_ADD ("/packs-area/finalized", test_finalized);
  return g_test_run ();
}
