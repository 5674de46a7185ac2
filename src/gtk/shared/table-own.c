/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns that the exercise adds to a table: they come, go and change their names while it is
 * shown. */
#include "config.h"

#include "shared/own-filter.h"
#include "shared/table-private.h"

static GPtrArray *
list_columns (LiaisonTableView *self)
{
  LiaisonDocument *document = liaison_session_get_document (self->session);
  return liaison_own_columns_list (
      liaison_record_get_block (liaison_document_get_exercise (document)), self->kind,
      liaison_words_get_language (liaison_table_cache_get_manner (self->cache)->words));
}

static void
forget (LiaisonTableView *self, LiaisonTableSlot *slot)
{
  guint n;
  const LiaisonTableLevel *levels = liaison_table_sorter_get_levels (self->sorter, &n);

  slot->gone = TRUE;
  if (slot->header != NULL)
    gtk_column_view_column_set_visible (slot->header, FALSE);
  for (guint i = 0; i < n; i++)
    if (levels[i].column == &slot->column)
      {
        gtk_column_view_sort_by_column (self->list, NULL, GTK_SORT_ASCENDING);
        return;
      }
}

static void
rename_slot (LiaisonTableSlot *slot, const LiaisonOwnColumn *own)
{
  slot->column = liaison_table_column_for_own (own);
  slot->shown_first = own->shown;
  if (slot->header != NULL)
    gtk_column_view_column_set_title (slot->header, own->field.label);
}

static LiaisonTableSlot *
find_own (LiaisonTableView *self, const char *id)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      LiaisonTableSlot *slot = self->slots->pdata[i];
      if (slot->column.own != NULL && g_str_equal (slot->column.id, id))
        return slot;
    }
  return NULL;
}

/* A slot for each column there is now; those that are no more are kept, as what is sorted by and
 * the cells that show them hold on to them, but nobody sees them. TRUE when anything is otherwise.
 */
static gboolean
follow (LiaisonTableView *self, const GPtrArray *columns, gboolean show)
{
  g_autoptr (GHashTable) left = g_hash_table_new (NULL, NULL);
  gboolean changed = FALSE;

  for (guint i = 0; i < self->slots->len; i++)
    if (((LiaisonTableSlot *) self->slots->pdata[i])->column.own != NULL)
      g_hash_table_add (left, self->slots->pdata[i]);
  for (guint i = 0; i < columns->len; i++)
    {
      const LiaisonOwnColumn *own = columns->pdata[i];
      const LiaisonTableColumn column = liaison_table_column_for_own (own);
      LiaisonTableSlot *slot = find_own (self, column.id);
      gboolean fresh = slot == NULL || slot->gone;

      if (slot == NULL)
        slot = liaison_table_view_add_slot (self, column, own->shown);
      g_hash_table_remove (left, slot);
      changed |= fresh || slot->column.own != own;
      slot->gone = FALSE;
      if (slot->column.own != own)
        rename_slot (slot, own);
      if (fresh && show && own->shown)
        liaison_table_view_set_column_shown (self, slot->column.id, TRUE);
    }
  GHashTableIter iter;
  gpointer slot;
  g_hash_table_iter_init (&iter, left);
  while (g_hash_table_iter_next (&iter, &slot, NULL))
    if (!((LiaisonTableSlot *) slot)->gone)
      {
        forget (self, slot);
        changed = TRUE;
      }
  return changed;
}

void
liaison_table_view_add_own_slots (LiaisonTableView *self)
{
  g_autoptr (GPtrArray) columns = list_columns (self);
  follow (self, columns, FALSE);
}

gboolean
liaison_table_view_follow_own_columns (LiaisonTableView *self)
{
  g_autoptr (GPtrArray) columns = NULL;

  if (!liaison_own_columns_has (self->kind, NULL))
    return FALSE;
  columns = list_columns (self);
  if (!follow (self, columns, TRUE))
    return FALSE;
  liaison_own_filter_update (self, columns);
  return TRUE;
}
