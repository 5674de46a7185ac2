/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/import-private.h"

#include "import/import-item.h"
#include "shared/first-column.h"
#include "screen.h"
#include "record/field-type.h"
#include "words/sentence.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is shown */

static gboolean
is_shown (LiaisonImportShow show, const LiaisonImportRow *row)
{
  LiaisonSeverity severity;
  gboolean marked = liaison_import_row_get_severity (row, &severity);

  switch (show)
    {
    case LIAISON_IMPORT_SHOW_ERRORS:
      return marked && severity == LIAISON_SEVERITY_ERROR;
    case LIAISON_IMPORT_SHOW_WARNINGS:
      return marked && severity == LIAISON_SEVERITY_WARNING;
    case LIAISON_IMPORT_SHOW_NEW:
      return row->state == LIAISON_IMPORT_NEW;
    case LIAISON_IMPORT_SHOW_CHANGED:
      return row->state == LIAISON_IMPORT_CHANGED;
    case LIAISON_IMPORT_SHOW_SAME:
      return row->state == LIAISON_IMPORT_SAME;
    case LIAISON_IMPORT_SHOW_GONE:
      return row->state == LIAISON_IMPORT_GONE;
    case LIAISON_IMPORT_SHOW_ALL:
    default:
      return TRUE;
    }
}

static gboolean
filter_cb (gpointer item, gpointer data)
{
  LiaisonImportWindow *self = data;

  return is_shown (self->show, liaison_import_item_get_row (item));
}

static void
shown_cb (GtkToggleButton *button, LiaisonImportWindow *self)
{
  if (!gtk_toggle_button_get_active (button) || self->filling)
    return;
  self->show = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "show"));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
count_rows (LiaisonImportWindow *self, guint counts[LIAISON_IMPORT_N_SHOWS])
{
  memset (counts, 0, sizeof (guint) * LIAISON_IMPORT_N_SHOWS);
  for (guint i = 0; i < liaison_import_preview_get_n_rows (self->preview); i++)
    for (guint show = 0; show < LIAISON_IMPORT_N_SHOWS; show++)
      counts[show] += is_shown (show, liaison_import_preview_get_row (self->preview, i));
}

/* Buttons with their counts; those without rows are not there. */
static void
fill_shows (LiaisonImportWindow *self)
{
  /* Translators: Which rows of a preview are shown, with their number behind it. */
  static const char *const labels[] = { N_ ("All %u"), N_ ("Errors %u"),  N_ ("Warnings %u"),
                                        N_ ("New %u"), N_ ("Changed %u"), N_ ("The Same %u"),
                                        N_ ("Gone %u") };
  GtkToggleButton *first = NULL;
  GtkWidget *child;
  guint counts[LIAISON_IMPORT_N_SHOWS];

  count_rows (self, counts);
  if (counts[self->show] == 0)
    self->show = LIAISON_IMPORT_SHOW_ALL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->shows))) != NULL)
    gtk_box_remove (self->shows, child);
  for (guint i = 0; i < LIAISON_IMPORT_N_SHOWS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      g_autofree char *label = NULL;

      if (i > 0 && counts[i] == 0)
        {
          g_object_ref_sink (button);
          g_object_unref (button);
          continue;
        }
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      label = liaison_screen_printf (_ (labels[i]), counts[i]);
#pragma GCC diagnostic pop
      gtk_button_set_label (GTK_BUTTON (button), label);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      first = first != NULL ? first : GTK_TOGGLE_BUTTON (button);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == self->show);
      g_object_set_data (G_OBJECT (button), "show", GUINT_TO_POINTER (i));
      g_signal_connect (button, "toggled", G_CALLBACK (shown_cb), self);
      gtk_box_append (self->shows, button);
    }
}

static void
selected_cb (LiaisonImportWindow *self)
{
  if (!self->filling)
    liaison_import_window_fill_fixes (self);
}

void
liaison_import_window_init_preview (LiaisonImportWindow *self)
{
  GtkFilterListModel *filtered;

  self->items = g_list_store_new (LIAISON_TYPE_IMPORT_ITEM);
  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                        g_object_ref (GTK_FILTER (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->rows, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
index_blocks (LiaisonImportWindow *self)
{
  self->blocks = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  for (guint i = 0; i < liaison_import_preview_get_n_rows (self->preview); i++)
    {
      LiaisonBlock *after = liaison_import_preview_get_row (self->preview, i)->after;

      if (after != NULL)
        g_hash_table_insert (self->blocks, &after->id, after);
    }
}

static gboolean
is_wrong (const LiaisonImportRow *row)
{
  LiaisonSeverity severity;

  return liaison_import_row_get_severity (row, &severity) && severity == LIAISON_SEVERITY_ERROR;
}

/* Of the shown rows, the first from row @from of the preview on that is wrong, or is that very row;
 * G_MAXUINT: none. */
static guint
find_shown (LiaisonImportWindow *self, guint from, gboolean wrong)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LiaisonImportItem) item =
          g_list_model_get_item (G_LIST_MODEL (self->selection), i);
      const guint index = liaison_import_item_get_index (item);

      if (wrong ? index >= from && is_wrong (liaison_import_item_get_row (item)) : index == from)
        return i;
    }
  return G_MAXUINT;
}

/* The row that was selected before, after a correction the next that is wrong, at first the first.
 */
static void
select_again (LiaisonImportWindow *self, guint selected)
{
  const gboolean wrong = selected == G_MAXUINT || self->fixing;
  guint found = find_shown (self, selected == G_MAXUINT ? 0 : selected, wrong);

  if (found == G_MAXUINT && self->fixing)
    found = find_shown (self, 0, TRUE);
  if (found == G_MAXUINT && self->fixing)
    found = find_shown (self, selected, FALSE);
  if (found != G_MAXUINT)
    gtk_single_selection_set_selected (self->selection, found);
}

/* Who corrects by keyboard goes on so. */
static void
go_on_fixing (LiaisonImportWindow *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  self->fixing = FALSE;
  if (selected != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->rows)),
                                "list.scroll-to-item", "u", selected);
  if (!gtk_widget_get_visible (self->fixes_place)
      || !gtk_widget_child_focus (GTK_WIDGET (self->fixes), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->rows));
}

void
liaison_import_window_fill_preview (LiaisonImportWindow *self)
{
  LiaisonImportItem *before = gtk_single_selection_get_selected_item (self->selection);
  const guint selected =
      before != NULL && g_str_equal (gtk_stack_get_visible_child_name (self->stack), "preview")
          ? liaison_import_item_get_index (before)
          : G_MAXUINT;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const guint n = liaison_import_preview_get_n_rows (self->preview);

  self->filling = TRUE;
  index_blocks (self);
  if (selected == G_MAXUINT)
    {
      liaison_import_window_make_preview_columns (self);
      liaison_show_first_column (GTK_SCROLLED_WINDOW (
          gtk_widget_get_ancestor (GTK_WIDGET (self->rows), GTK_TYPE_SCROLLED_WINDOW)));
    }
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, liaison_import_item_new (self->preview, i));
  fill_shows (self);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  select_again (self, selected);
  self->filling = FALSE;
  liaison_import_window_fill_fixes (self);
  if (self->fixing)
    go_on_fixing (self);
}
