/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/table-cell.h"
#include "shared/table-order.h"

/* Above this the filter works in slices between frames. */
#define MANY_ROWS 20000

LiaisonRecord *
liaison_table_view_get_record (LiaisonTableView *self, guint position)
{
  g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  return row != NULL ? liaison_table_row_get_record (row) : NULL;
}

guint
liaison_table_view_find_row (LiaisonTableView *self, LiaisonId id)
{
  LiaisonRecord *record = liaison_document_find (liaison_session_get_document (self->session), id);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; record != NULL && i < n; i++)
    if (liaison_table_view_get_record (self, i) == record)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LiaisonTableView *self = LIAISON_TABLE_VIEW (widget);

  if (gtk_widget_get_height (GTK_WIDGET (self->list)) <= 1)
    return G_SOURCE_CONTINUE;
  self->scroll_tick = 0;
  liaison_table_view_scroll_to (self, self->scroll_position);
  return G_SOURCE_REMOVE;
}

/* The rows of a column view are in a list of their own, its last child. One that has no room yet would take the place for its
 * first and, if there are very many rows, show none: it is told when it has. */
void
liaison_table_view_scroll_to (LiaisonTableView *self, guint position)
{
  self->scroll_position = position;
  if (gtk_widget_get_height (GTK_WIDGET (self->list)) > 1)
    gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->list)),
                                "list.scroll-to-item", "u", position);
  else if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

/* The positions of the selected rows, those of the focused row first: the inspector shows that one.
 */
static LiaisonId *
list_ids (LiaisonTableView *self, guint *n)
{
  g_autoptr (GtkBitset) chosen =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->rows));
  LiaisonId *ids = g_new (LiaisonId, gtk_bitset_get_size (chosen));
  GtkBitsetIter iter;
  guint position;

  *n = 0;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, chosen, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      LiaisonRecord *record = liaison_table_view_get_record (self, position);
      if (record == NULL)
        continue;
      ids[*n] = liaison_record_get_id (record);
      if (liaison_id_same (ids[*n], self->focused))
        {
          ids[*n] = ids[0];
          ids[0] = self->focused;
        }
      (*n)++;
    }
  return ids;
}

static void
selection_changed_cb (LiaisonTableView *self)
{
  g_autofree LiaisonId *ids = NULL;
  guint n;

  if (self->selecting)
    return;
  ids = list_ids (self, &n);
  self->selecting = TRUE;
  liaison_selection_set (liaison_session_get_selection (self->session), ids, n);
  self->selecting = FALSE;
  liaison_table_view_update_actions (self);
}

static GHashTable *
make_wanted (LiaisonTableView *self)
{
  GHashTable *wanted = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  guint n;
  const LiaisonId *ids = liaison_selection_get (liaison_session_get_selection (self->session), &n);

  for (guint i = 0; i < n; i++)
    g_hash_table_add (wanted, (gpointer) &ids[i]);
  return wanted;
}

/* Gives the rows from @first to @last the selection of the session. */
static void
select_rows (LiaisonTableView *self, guint first, guint last)
{
  g_autoptr (GHashTable) wanted = make_wanted (self);
  g_autoptr (GtkBitset) chosen = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = gtk_bitset_new_range (first, last - first);
  guint left = g_hash_table_size (wanted);

  for (guint i = first; i < last && left > 0; i++)
    {
      LiaisonRecord *record = liaison_table_view_get_record (self, i);
      LiaisonId id;

      if (record == NULL)
        continue;
      id = liaison_record_get_id (record);
      if (g_hash_table_contains (wanted, &id))
        {
          gtk_bitset_add (chosen, i);
          left--;
        }
    }
  self->selecting = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->rows), chosen, mask);
  self->selecting = FALSE;
}

void
liaison_table_view_follow_selection (LiaisonTableView *self)
{
  LiaisonSelection *selection = liaison_session_get_selection (self->session);
  LiaisonRecord *foremost = liaison_selection_get_record (selection);

  if (foremost != NULL && self->tree != NULL)
    liaison_record_tree_reveal (self->tree, liaison_record_get_id (foremost));
  select_rows (self, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)));
  liaison_table_view_update_actions (self);
  if (foremost != NULL)
    {
      guint position = liaison_table_view_find_row (self, liaison_record_get_id (foremost));
      if (position != GTK_INVALID_LIST_POSITION)
        liaison_table_view_scroll_to (self, position);
    }
}

static void
session_selection_cb (LiaisonTableView *self)
{
  if (self->selecting)
    return;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->behind = TRUE;
  else
    liaison_table_view_follow_selection (self);
}

/* An edit takes its row out and puts it back in, and with it the mark that it is selected. */
static void
items_changed_cb (LiaisonTableView *self, guint position, guint removed, guint added)
{
  guint n;

  liaison_selection_get (liaison_session_get_selection (self->session), &n);
  if (added > 0 && n > 0)
    select_rows (self, position, position + added);
  /* Of a tree branches open and close, and there are as many records as before. */
  if (self->tree != NULL)
    liaison_table_view_show_page (self);
  else
    liaison_table_view_update_page (self);
}

static GListModel *
arrange_plainly (LiaisonTableView *self)
{
  LiaisonTable *table =
      liaison_document_get_table (liaison_session_get_document (self->session), self->kind->id);
  LiaisonTableOrder *sorted = liaison_table_order_new (G_LIST_MODEL (table), self->sorter);
  GtkFilterListModel *shown =
      gtk_filter_list_model_new (G_LIST_MODEL (sorted), GTK_FILTER (g_object_ref (self->filter)));

  gtk_filter_list_model_set_incremental (shown, liaison_table_get_size (table) > MANY_ROWS);
  return G_LIST_MODEL (shown);
}

static GListModel *
arrange_as_tree (LiaisonTableView *self)
{
  self->tree = liaison_record_tree_new (self->session, self->setup->tree, self->filter,
                                        GTK_SORTER (self->sorter));
  return g_object_ref (liaison_record_tree_get_rows (self->tree));
}

void
liaison_table_view_make_rows (LiaisonTableView *self)
{
  gboolean tree = self->setup != NULL && self->setup->tree != NULL;

  self->rows = gtk_multi_selection_new (tree ? arrange_as_tree (self) : arrange_plainly (self));
  gtk_column_view_set_model (self->list, GTK_SELECTION_MODEL (self->rows));
  /* After the list, so that it knows of the rows by the time they are selected. */
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_selection (self->session), "changed",
                           G_CALLBACK (session_selection_cb), self, G_CONNECT_SWAPPED);
}

GPtrArray *
liaison_table_view_list_selected (LiaisonTableView *self, gboolean any)
{
  g_autoptr (GtkBitset) chosen =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->rows));
  GPtrArray *records = g_ptr_array_new ();
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, chosen, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      LiaisonRecord *record = liaison_table_view_get_record (self, position);
      if (record != NULL && (any || liaison_record_get_kind (record) == self->kind))
        g_ptr_array_add (records, record);
    }
  return records;
}

static GtkWidget *
find_row_widget (LiaisonTableView *self, guint position)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    if (liaison_table_cell_get_position (cell) == position)
      {
        GtkWidget *place = gtk_widget_get_parent (cell);
        return place != NULL ? gtk_widget_get_parent (place) : NULL;
      }
  return NULL;
}

void
liaison_table_view_focus_row (LiaisonTableView *self, guint position)
{
  GtkWidget *row;

  liaison_table_view_scroll_to (self, position);
  row = find_row_widget (self, position);
  if (row != NULL)
    gtk_widget_grab_focus (row);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

gboolean
liaison_table_view_show_record (LiaisonTableView *self, LiaisonId id)
{
  guint position;

  if (self->tree != NULL)
    liaison_record_tree_reveal (self->tree, id);
  position = liaison_table_view_find_row (self, id);
  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->rows), position, TRUE);
  liaison_table_view_focus_row (self, position);
  return TRUE;
}
