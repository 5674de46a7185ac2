/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/table.h"

struct _LiaisonTable
{
  GObject parent_instance;

  const LiaisonKind *kind;
  GPtrArray *records;
};

static GType
liaison_table_get_item_type (GListModel *model)
{
  return LIAISON_TABLE (model)->kind->get_type ();
}

static guint
liaison_table_get_n_items (GListModel *model)
{
  return LIAISON_TABLE (model)->records->len;
}

static gpointer
liaison_table_get_item (GListModel *model,
                        guint       position)
{
  LiaisonTable *self = LIAISON_TABLE (model);
  return position < self->records->len ? g_object_ref (self->records->pdata[position]) : NULL;
}

static void
liaison_table_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = liaison_table_get_item_type;
  iface->get_n_items = liaison_table_get_n_items;
  iface->get_item = liaison_table_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonTable, liaison_table, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, liaison_table_list_model_init))

static void
liaison_table_finalize (GObject *object)
{
  LiaisonTable *self = LIAISON_TABLE (object);

  g_clear_pointer (&self->records, g_ptr_array_unref);

  G_OBJECT_CLASS (liaison_table_parent_class)->finalize (object);
}

static void
liaison_table_class_init (LiaisonTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_table_finalize;
}

static void
liaison_table_init (LiaisonTable *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

LiaisonTable *
liaison_table_new (const LiaisonKind *kind)
{
  LiaisonTable *self = g_object_new (LIAISON_TYPE_TABLE, NULL);
  self->kind = kind;
  return self;
}

const LiaisonKind *
liaison_table_get_kind (LiaisonTable *self)
{
  return self->kind;
}

guint
liaison_table_get_size (LiaisonTable *self)
{
  return self->records->len;
}

LiaisonRecord *
liaison_table_get (LiaisonTable *self,
                   guint         position)
{
  g_return_val_if_fail (position < self->records->len, NULL);
  return self->records->pdata[position];
}

/* The first place whose record has an id not below @id. */
static guint
lower_bound (LiaisonTable *self,
             LiaisonId     id)
{
  guint low = 0, high = self->records->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (liaison_id_compare (liaison_record_get_id (self->records->pdata[middle]), id) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gboolean
liaison_table_find (LiaisonTable *self,
                    LiaisonId     id,
                    guint        *position)
{
  guint at = lower_bound (self, id);
  *position = at;
  return at < self->records->len && liaison_id_same (liaison_record_get_id (self->records->pdata[at]), id);
}

void
liaison_table_insert (LiaisonTable  *self,
                      LiaisonRecord *record)
{
  guint n = self->records->len;
  LiaisonId id = liaison_record_get_id (record);

  if (n == 0 || liaison_id_compare (liaison_record_get_id (self->records->pdata[n - 1]), id) < 0)
    g_ptr_array_add (self->records, record);
  else
    g_ptr_array_insert (self->records, lower_bound (self, id), record);
}

void
liaison_table_remove (LiaisonTable *self,
                      guint         position)
{
  g_ptr_array_remove_index (self->records, position);
}
