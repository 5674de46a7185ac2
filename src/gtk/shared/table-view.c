/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/first-column.h"
#include "shared/table-view.h"

#include "finding-item.h"
#include "print/printable.h"
#include "record/kinds/exercise.h"
#include "shared/own-filter.h"
#include "shared/table-cell.h"
#include "screen.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonTableView,
                               liaison_table_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LIAISON_TYPE_PRINTABLE,
                                                      liaison_table_view_printable_init))

GtkWindow *
liaison_table_view_get_window (LiaisonTableView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
update_count (LiaisonTableView *self, guint shown, guint all)
{
  g_autofree char *total = liaison_table_count_text (self->kind, all);
  g_autofree char *text = NULL;

  /* Translators: How many rows are left by a filter; the second is translated on its own: “34 of
   * 355 events” */
  if (liaison_table_filter_is_active (self->filter))
    text = liaison_screen_printf (_ ("%1$u of %2$s"), shown, total);
  else
    text = g_steal_pointer (&total);
  if (self->tree != NULL && self->setup->tell_more != NULL)
    {
      g_autofree char *some = text;
      g_autofree char *more = self->setup->tell_more (self->tree);
      /* Translators: How many rows, and what they hold: “355 participants (212 persons)” */
      text = g_strdup_printf (_ ("%1$s (%2$s)"), some, more);
    }
  liaison_table_filter_bar_set_count (self->line, text);
}

static guint
count_all (LiaisonTableView *self)
{
  LiaisonDocument *document = liaison_session_get_document (self->session);

  return liaison_table_get_size (liaison_document_get_table (document, self->kind->id));
}

void
liaison_table_view_show_page (LiaisonTableView *self)
{
  guint rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  if (rows > 0)
    gtk_stack_set_visible_child_name (self->pages, "rows");
  else
    gtk_stack_set_visible_child_name (
        self->pages,
        count_all (self) > 0 && liaison_table_filter_is_active (self->filter) ? "nothing"
                                                                              : "empty");
}

void
liaison_table_view_update_page (LiaisonTableView *self)
{
  guint all = count_all (self), rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  liaison_table_view_show_page (self);
  if (self->line == NULL || self->line != self->bar)
    return;
  liaison_table_filter_bar_set_size (self->line, all);
  update_count (self, self->tree != NULL ? liaison_record_tree_count (self->tree) : rows, all);
}

/* What is selected stays in sight, else the first rows do. */
static void
filter_changed_cb (LiaisonTableView *self)
{
  LiaisonRecord *record =
      liaison_selection_get_record (liaison_session_get_selection (self->session));
  guint position = record != NULL
                       ? liaison_table_view_find_row (self, liaison_record_get_id (record))
                       : GTK_INVALID_LIST_POSITION;

  liaison_table_view_update_page (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0)
    liaison_table_view_scroll_to (self, position != GTK_INVALID_LIST_POSITION ? position : 0);
}

static void
refresh_cells (LiaisonTableView *self)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    liaison_table_cell_refresh (cell);
}

/* Only what is seen is brought up to date. */
static void
catch_up (LiaisonTableView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh_cells (self);
  else
    self->behind = TRUE;
}

/* Columns of the exercise's own have changed: keys and search texts are to be made anew. */
static void
follow_own_columns (LiaisonTableView *self)
{
  if (!liaison_table_view_follow_own_columns (self))
    return;
  liaison_table_cache_clear (self->cache);
  liaison_table_sorter_invalidate (self->sorter);
}

static gboolean
changes_exercise (const LiaisonChange *changes, guint n)
{
  for (guint i = 0; i < n; i++)
    if (changes[i].after != NULL && changes[i].after->shape == &liaison_exercise_kind.shape)
      return TRUE;
  return FALSE;
}

static void
document_changed_cb (LiaisonTableView *self, const LiaisonChange *changes, guint n)
{
  if (changes_exercise (changes, n))
    follow_own_columns (self);
  liaison_table_view_update_page (self);
  catch_up (self);
}

static gboolean
sorts_by_names (LiaisonTableView *self)
{
  guint n;
  const LiaisonTableLevel *levels = liaison_table_sorter_get_levels (self->sorter, &n);

  for (guint i = 0; i < n; i++)
    if (levels[i].column->field->type == LIAISON_FIELD_REFERENCE
        || levels[i].column->field->type == LIAISON_FIELD_REFERENCES
        || levels[i].column->field->type == LIAISON_FIELD_NATION
        || levels[i].column->field->type == LIAISON_FIELD_NATIONS)
      return TRUE;
  return FALSE;
}

static void
stale_cb (LiaisonTableView *self)
{
  if (sorts_by_names (self))
    liaison_table_sorter_invalidate (self->sorter);
}

static void
manner_changed_cb (LiaisonTableView *self)
{
  liaison_table_cache_clear (self->cache);
  liaison_table_view_follow_own_columns (self);
  liaison_table_sorter_invalidate (self->sorter);
  if (self->line == self->bar)
    liaison_table_filter_bar_refresh (self->line);
  liaison_table_view_update_page (self);
  catch_up (self);
}

static void
count_marks (LiaisonTableView *self)
{
  GListModel *findings = liaison_session_get_findings (self->session);
  guint n = g_list_model_get_n_items (findings);

  g_hash_table_remove_all (self->marks);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LiaisonFindingItem) item = g_list_model_get_item (findings, i);
      const LiaisonFinding *finding = liaison_finding_item_get_finding (item);
      for (guint j = 0; j < finding->n_records; j++)
        {
          LiaisonTableMark *mark = g_hash_table_lookup (self->marks, &finding->records[j]);
          if (mark == NULL)
            {
              mark = g_new0 (LiaisonTableMark, 1);
              g_hash_table_insert (self->marks,
                                   g_memdup2 (&finding->records[j], sizeof (LiaisonId)), mark);
            }
          mark->n++;
          mark->severity = MAX (mark->severity, (int) finding->severity);
        }
    }
  self->unmarked = FALSE;
}

static void
findings_changed_cb (LiaisonTableView *self)
{
  self->unmarked = TRUE;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->behind = TRUE;
      return;
    }
  count_marks (self);
  refresh_cells (self);
}

static void
liaison_table_view_map (GtkWidget *widget)
{
  LiaisonTableView *self = LIAISON_TABLE_VIEW (widget);

  GTK_WIDGET_CLASS (liaison_table_view_parent_class)->map (widget);
  if (!self->behind)
    return;
  self->behind = FALSE;
  if (self->unmarked)
    count_marks (self);
  refresh_cells (self);
  liaison_table_view_follow_selection (self);
}

static gboolean
liaison_table_view_grab_focus (GtkWidget *widget)
{
  LiaisonTableView *self = LIAISON_TABLE_VIEW (widget);

  /* What is not shown must not have the focus: no key would reach anything. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self->list)) || !gtk_widget_get_mapped (widget))
    return gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return gtk_widget_child_focus (gtk_stack_get_visible_child (self->pages), GTK_DIR_TAB_FORWARD);
}

static void
liaison_table_view_dispose (GObject *object)
{
  LiaisonTableView *self = LIAISON_TABLE_VIEW (object);

  if (self->session != NULL && self->list != NULL)
    {
      liaison_table_view_remember (self);
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (liaison_session_get_document (self->session), self);
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->list), self);
    }
  g_clear_weak_pointer (&self->cursor_cell);
  g_clear_weak_pointer (&self->line);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), LIAISON_TYPE_TABLE_VIEW);
  g_clear_object (&self->rows);
  g_clear_object (&self->tree);
  g_clear_object (&self->sorter);
  g_clear_object (&self->filter);
  g_clear_object (&self->cache);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_table_view_parent_class)->dispose (object);
}

static void
liaison_table_view_finalize (GObject *object)
{
  LiaisonTableView *self = LIAISON_TABLE_VIEW (object);

  g_clear_pointer (&self->slots, g_ptr_array_unref);
  g_clear_pointer (&self->set_aside, g_ptr_array_unref);
  g_clear_pointer (&self->cells, g_hash_table_unref);
  g_clear_pointer (&self->marks, g_hash_table_unref);

  G_OBJECT_CLASS (liaison_table_view_parent_class)->finalize (object);
}

static void
liaison_table_view_class_init (LiaisonTableViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_table_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_table_view_finalize;
  widget_class->map = liaison_table_view_map;
  widget_class->grab_focus = liaison_table_view_grab_focus;

  g_type_ensure (LIAISON_TYPE_TABLE_FILTER_BAR);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/liaisonplanner/Liaison/shared/table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonTableView, content);
  gtk_widget_class_bind_template_child (widget_class, LiaisonTableView, bar);
  gtk_widget_class_bind_template_child (widget_class, LiaisonTableView, pages);
  gtk_widget_class_bind_template_child (widget_class, LiaisonTableView, scroller);
  gtk_widget_class_bind_template_child (widget_class, LiaisonTableView, list);
  gtk_widget_class_bind_template_child (widget_class, LiaisonTableView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, LiaisonTableView, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, LiaisonTableView, row_menu);
  liaison_table_view_class_install_actions (widget_class);
}

static void
liaison_table_view_init (LiaisonTableView *self)
{
  self->cells = g_hash_table_new (NULL, NULL);
  self->marks = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
create_chooser_cb (GtkMenuButton *button, gpointer data)
{
  gtk_menu_button_set_popover (button, liaison_table_chooser_new (LIAISON_TABLE_VIEW (data)));
}

static void
follow (LiaisonTableView *self)
{
  LiaisonSession *session = self->session;

  g_signal_connect_object (self->cache, "stale", G_CALLBACK (stale_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (manner_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_findings (session), "items-changed",
                           G_CALLBACK (findings_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_editor (session), "notify::read-only",
                           G_CALLBACK (liaison_table_view_update_actions), self, G_CONNECT_SWAPPED);
}

static void
name_parts (LiaisonTableView *self)
{
  const char *plural = _ (self->kind->plural_label);
  /* Translators: What a table without rows says; “Events: nothing yet” */
  g_autofree char *nothing = g_strdup_printf (_ ("%s: nothing yet"), plural);
  g_autofree char *title = g_markup_escape_text (nothing, -1);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plural, -1);
  adw_status_page_set_title (self->empty_page, title);
  adw_status_page_set_description (self->empty_page,
                                   _ ("Add one, or paste rows from a spreadsheet with Ctrl+V."));
  adw_status_page_set_icon_name (self->empty_page, self->setup != NULL && self->setup->icon != NULL
                                                       ? self->setup->icon
                                                       : "view-list-symbolic");
  gtk_menu_button_set_create_popup_func (liaison_table_filter_bar_get_columns_button (self->line),
                                         create_chooser_cb, self, NULL);
}

/* A line of filters of its own, or @bar. */
static void
take_filter (LiaisonTableView *self, LiaisonTableFilterBar *bar)
{
  LiaisonTable *table =
      liaison_document_get_table (liaison_session_get_document (self->session), self->kind->id);

  gtk_widget_set_visible (GTK_WIDGET (self->bar), bar == NULL);
  g_set_weak_pointer (&self->line, bar != NULL ? bar : self->bar);
  if (bar != NULL)
    {
      self->filter = g_object_ref (liaison_table_filter_bar_get_filter (bar));
      self->cache = g_object_ref (liaison_table_filter_get_cache (self->filter));
      return;
    }
  self->cache = liaison_table_cache_new (self->session, G_LIST_MODEL (table));
  self->filter = liaison_table_filter_new (self->cache);
  liaison_table_filter_bar_set_filter (self->bar, self->session, self->kind, self->filter,
                                       self->setup != NULL ? self->setup->filter : NULL);
}

static void
make_own_filters (LiaisonTableView *self)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();

  for (guint i = 0; i < self->slots->len; i++)
    {
      LiaisonTableSlot *slot = self->slots->pdata[i];
      if (slot->column.own != NULL)
        g_ptr_array_add (columns, (gpointer) slot->column.own);
    }
  if (columns->len > 0)
    liaison_own_filter_update (self, columns);
}

LiaisonTableView *
liaison_table_view_new_with (LiaisonSession *session,
                             const LiaisonKind *kind,
                             const LiaisonTableSetup *setup,
                             gpointer data)
{
  return liaison_table_view_new_filtered (session, kind, setup, data, NULL);
}

LiaisonTableView *
liaison_table_view_new_filtered (LiaisonSession *session,
                                 const LiaisonKind *kind,
                                 const LiaisonTableSetup *setup,
                                 gpointer data,
                                 LiaisonTableFilterBar *bar)
{
  LiaisonTableView *self = g_object_new (LIAISON_TYPE_TABLE_VIEW, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  self->setup = setup;
  self->setup_data = data;
  take_filter (self, bar);
  self->sorter = liaison_table_sorter_new (self->cache);
  name_parts (self);
  liaison_table_view_make_columns (self);
  liaison_table_view_make_rows (self);
  make_own_filters (self);
  liaison_table_view_install_keys (self);
  liaison_table_view_watch_clicks (self);
  liaison_show_first_column (self->scroller);
  follow (self);
  self->unmarked = TRUE;
  liaison_table_view_update_page (self);
  self->behind = TRUE;
  liaison_table_view_update_actions (self);
  return self;
}

GtkWidget *
liaison_table_view_new (LiaisonSession *session, const LiaisonKind *kind)
{
  return GTK_WIDGET (liaison_table_view_new_with (session, kind, NULL, NULL));
}

LiaisonSession *
liaison_table_view_get_session (LiaisonTableView *self)
{
  return self->session;
}

const LiaisonKind *
liaison_table_view_get_kind (LiaisonTableView *self)
{
  return self->kind;
}

LiaisonTableFilter *
liaison_table_view_get_filter (LiaisonTableView *self)
{
  return self->filter;
}

LiaisonTableSorter *
liaison_table_view_get_sorter (LiaisonTableView *self)
{
  return self->sorter;
}

GtkSelectionModel *
liaison_table_view_get_rows (LiaisonTableView *self)
{
  return GTK_SELECTION_MODEL (self->rows);
}

LiaisonRecordTree *
liaison_table_view_get_tree (LiaisonTableView *self)
{
  return self->tree;
}

void
liaison_table_view_add_filter (LiaisonTableView *self, GtkWidget *widget, GCallback reset)
{
  liaison_table_filter_bar_add (self->line, widget, reset);
}

void
liaison_table_view_append_menu (LiaisonTableView *self, GMenuModel *section)
{
  g_menu_append_section (G_MENU (self->row_menu), NULL, section);
}

GMenuModel *
liaison_table_view_get_menu (LiaisonTableView *self)
{
  return self->row_menu;
}

void
liaison_table_view_focus_search (LiaisonTableView *self)
{
  liaison_table_filter_bar_focus (self->line);
}
