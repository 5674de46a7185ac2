/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/table-order.h"

#include <string.h>

/* With more changes at once than this all is sorted again. */
#define MANY 64

struct _LiaisonTableOrder
{
  GObject parent_instance;

  /* Owned */
  GListModel *table;
  LiaisonTableSorter *sorter;
  GPtrArray *before; /* the records in the order of the table, as it was last heard of */
  GPtrArray *rows;   /* the same, sorted; borrowed from `before` */
};

static GType
liaison_table_order_get_item_type (GListModel *model)
{
  return LIAISON_TYPE_RECORD;
}

static guint
liaison_table_order_get_n_items (GListModel *model)
{
  return LIAISON_TABLE_ORDER (model)->rows->len;
}

static gpointer
liaison_table_order_get_item (GListModel *model, guint position)
{
  LiaisonTableOrder *self = LIAISON_TABLE_ORDER (model);
  return position < self->rows->len ? g_object_ref (self->rows->pdata[position]) : NULL;
}

static void
liaison_table_order_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = liaison_table_order_get_item_type;
  iface->get_n_items = liaison_table_order_get_n_items;
  iface->get_item = liaison_table_order_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonTableOrder,
                               liaison_table_order,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      liaison_table_order_list_model_init))

static void
read_table (LiaisonTableOrder *self)
{
  guint n = g_list_model_get_n_items (self->table);

  g_ptr_array_set_size (self->before, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->before, g_list_model_get_item (self->table, i));
}

static void
sort_all (LiaisonTableOrder *self)
{
  g_ptr_array_set_size (self->rows, (int) self->before->len);
  if (self->before->len > 0)
    memcpy (self->rows->pdata, self->before->pdata, self->before->len * sizeof (gpointer));
  liaison_table_sorter_sort (self->sorter, (LiaisonRecord **) self->rows->pdata, self->rows->len);
}

static void
sorter_changed_cb (LiaisonTableOrder *self)
{
  sort_all (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, self->rows->len, self->rows->len);
}

/* A look at each pointer is faster than keeping places up to date: 50 us for 100,000. */
static void
remove_row (LiaisonTableOrder *self, LiaisonRecord *record)
{
  guint position;

  if (!g_ptr_array_find (self->rows, record, &position))
    return;
  g_ptr_array_remove_index (self->rows, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/* Those that are equal stand by age, as they do in the table. */
static int
compare (LiaisonTableOrder *self, LiaisonRecord *a, LiaisonRecord *b)
{
  int order = liaison_table_sorter_compare_records (self->sorter, a, b);
  return order != 0 ? order
                    : liaison_id_compare (liaison_record_get_id (a), liaison_record_get_id (b));
}

/* The place after all that come before the record. */
static guint
find_place (LiaisonTableOrder *self, LiaisonRecord *record)
{
  guint low = 0, high = self->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare (self, self->rows->pdata[middle], record) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
insert_row (LiaisonTableOrder *self, LiaisonRecord *record)
{
  guint position = find_place (self, record);

  g_ptr_array_insert (self->rows, (int) position, record);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

/* A record that stays in its place is announced in one go, so that its row keeps the focus. */
static gboolean
stays (LiaisonTableOrder *self, LiaisonRecord *record)
{
  guint position;

  if (!g_ptr_array_find (self->rows, record, &position))
    return FALSE;
  if (position > 0 && compare (self, self->rows->pdata[position - 1], record) > 0)
    return FALSE;
  if (position + 1 < self->rows->len && compare (self, record, self->rows->pdata[position + 1]) > 0)
    return FALSE;
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
  return TRUE;
}

/* Takes over what the table has now from @position on. */
static void
splice_before (LiaisonTableOrder *self, guint position, guint removed, guint added)
{
  if (removed > 0)
    g_ptr_array_remove_range (self->before, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->before, (int) (position + i),
                        g_list_model_get_item (self->table, position + i));
}

static void
change_few (LiaisonTableOrder *self, guint position, guint removed, guint added)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_object_unref);

  if (removed == 1 && added == 1)
    {
      g_autoptr (LiaisonRecord) record = g_list_model_get_item (self->table, position);
      if (self->before->pdata[position] == record && stays (self, record))
        return;
    }
  for (guint i = 0; i < removed; i++)
    g_ptr_array_add (gone, g_object_ref (self->before->pdata[position + i]));
  splice_before (self, position, removed, added);
  for (guint i = 0; i < gone->len; i++)
    remove_row (self, gone->pdata[i]);
  for (guint i = 0; i < added; i++)
    insert_row (self, self->before->pdata[position + i]);
}

static void
items_changed_cb (LiaisonTableOrder *self, guint position, guint removed, guint added)
{
  guint n = self->rows->len;

  if (removed + added <= MANY)
    {
      change_few (self, position, removed, added);
      return;
    }
  read_table (self);
  sort_all (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n, self->rows->len);
}

static void
liaison_table_order_finalize (GObject *object)
{
  LiaisonTableOrder *self = LIAISON_TABLE_ORDER (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_object (&self->sorter);
  g_clear_object (&self->table);

  G_OBJECT_CLASS (liaison_table_order_parent_class)->finalize (object);
}

static void
liaison_table_order_class_init (LiaisonTableOrderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_table_order_finalize;
}

static void
liaison_table_order_init (LiaisonTableOrder *self)
{
  self->before = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
}

LiaisonTableOrder *
liaison_table_order_new (GListModel *table, LiaisonTableSorter *sorter)
{
  LiaisonTableOrder *self = g_object_new (LIAISON_TYPE_TABLE_ORDER, NULL);

  self->table = g_object_ref (table);
  self->sorter = g_object_ref (sorter);
  read_table (self);
  sort_all (self);
  g_signal_connect_object (table, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sorter, "changed", G_CALLBACK (sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}
