/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table as it is filtered, sorted and columned now, for paper and for other programs. */
#include "config.h"

#include "shared/table-private.h"

#include "print/printable.h"

#include <glib/gi18n.h>

/* Ways to tell the start that the command line has columns for too. */
static LiaisonColumnSource
find_source (const LiaisonTableColumn *column)
{
  if (column->tell == liaison_manner_tell_start_zulu)
    return LIAISON_COLUMN_ZULU;
  if (column->tell == liaison_manner_tell_start_local)
    return LIAISON_COLUMN_LOCAL;
  return column->tell != NULL ? LIAISON_COLUMN_TOLD : LIAISON_COLUMN_FIELD;
}

static void
add_column (GArray *columns, const LiaisonTableColumn *from)
{
  const LiaisonColumn column = { .source = find_source (from),
                                 .field = from->field,
                                 .name = from->id,
                                 .label = from->label,
                                 .tell = from->tell };

  g_array_append_val (columns, column);
}

/* Those that are shown in their order, then the others. */
static void
add_columns (LiaisonTableView *self, LiaisonExtract *extract)
{
  g_autoptr (GPtrArray) shown = liaison_table_view_list_columns (self);

  for (guint i = 0; i < shown->len; i++)
    add_column (extract->columns, &liaison_table_view_find_slot (self, shown->pdata[i])->column);
  for (guint i = 0; i < self->slots->len; i++)
    {
      const LiaisonTableSlot *slot = self->slots->pdata[i];

      if (!g_ptr_array_find_with_equal_func (shown, slot->column.id, g_str_equal, NULL))
        add_column (extract->more_columns, &slot->column);
    }
}

static void
add_shown_rows (LiaisonTableView *self, LiaisonExtract *extract, GHashTable *seen)
{
  GListModel *rows = G_LIST_MODEL (self->rows);
  guint n = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (rows, i);
      LiaisonRecord *record = liaison_table_row_get_record (row);
      guint level =
          GTK_IS_TREE_LIST_ROW (row) ? gtk_tree_list_row_get_depth (GTK_TREE_LIST_ROW (row)) : 0;

      if (record == NULL)
        continue;
      liaison_extract_add_row (
          extract, liaison_record_get_block (record), level, TRUE,
          gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->rows), i));
      g_hash_table_add (seen, record);
    }
}

/* What the filter leaves out, and what lies in closed branches. */
static void
add_other_rows (LiaisonTableView *self, LiaisonExtract *extract, GHashTable *seen)
{
  LiaisonTable *table =
      liaison_document_get_table (liaison_session_get_document (self->session), self->kind->id);

  for (guint i = 0; i < liaison_table_get_size (table); i++)
    {
      LiaisonRecord *record = liaison_table_get (table, i);

      if (!g_hash_table_contains (seen, record))
        liaison_extract_add_row (extract, liaison_record_get_block (record), 0, FALSE, FALSE);
    }
}

static void
add_filter_cb (const LiaisonField *field, int choice, const char *code, gpointer data)
{
  const LiaisonExtractFilter filter = { field, choice, g_strdup (code) };

  g_array_append_val (((LiaisonExtract *) data)->filters, filter);
}

static LiaisonExtract *
liaison_table_view_extract (LiaisonPrintable *printable)
{
  LiaisonTableView *self = LIAISON_TABLE_VIEW (printable);
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  LiaisonExtract *extract = liaison_extract_new (snapshot);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  extract->title = g_strdup (_ (self->kind->plural_label));
  extract->label = self->kind->plural_label;
  extract->name = g_strdup (self->kind->plural);
  extract->typed = g_strdup (liaison_table_filter_get_typed (self->filter));
  liaison_table_filter_foreach (self->filter, add_filter_cb, extract);
  add_columns (self, extract);
  add_shown_rows (self, extract, seen);
  add_other_rows (self, extract, seen);
  return extract;
}

void
liaison_table_view_printable_init (gpointer interface, gpointer data)
{
  ((LiaisonPrintableInterface *) interface)->extract = liaison_table_view_extract;
}
