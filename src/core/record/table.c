/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/table.h"

#include "record/near.h"

#include <stdlib.h>

struct _LiaisonTable
{
  GObject parent_instance;

  const LiaisonKind *kind;

  /* Owned */
  GPtrArray *records;
  GArray *ids; /* of the records, in the same places: a search then touches little memory */

  gboolean in_order; /* FALSE while it is being filled */
};

typedef struct
{
  LiaisonId id;
  LiaisonRecord *record;
} Pair;

static int
compare_pairs (const void *a,
               const void *b)
{
  return liaison_id_compare (((const Pair *) a)->id, ((const Pair *) b)->id);
}

/* Brings what was filled in into the order of ids. */
static void
settle (LiaisonTable *self)
{
  guint n = self->records->len;
  g_autofree Pair *pairs = NULL;

  if (G_LIKELY (self->in_order))
    return;
  pairs = g_new (Pair, n);
  for (guint i = 0; i < n; i++)
    pairs[i] = (Pair) { g_array_index (self->ids, LiaisonId, i), self->records->pdata[i] };
  qsort (pairs, n, sizeof (Pair), compare_pairs);
  for (guint i = 0; i < n; i++)
    {
      g_array_index (self->ids, LiaisonId, i) = pairs[i].id;
      self->records->pdata[i] = pairs[i].record;
    }
  self->in_order = TRUE;
}

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

  settle (self);
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
  g_clear_pointer (&self->ids, g_array_unref);

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
  self->ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  self->in_order = TRUE;
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
  settle (self);
  return self->records->pdata[position];
}

/* The first place whose record has an id not below @id. */
static guint
lower_bound (LiaisonTable *self,
             LiaisonId     id)
{
  const LiaisonId *ids = (const LiaisonId *) self->ids->data;
  guint low = 0, high = self->ids->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (liaison_id_compare (ids[middle], id) < 0)
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
  settle (self);
  *position = lower_bound (self, id);
  return *position < self->ids->len && liaison_id_same (g_array_index (self->ids, LiaisonId, *position), id);
}

gboolean
liaison_table_find_record (LiaisonTable  *self,
                           LiaisonRecord *record,
                           guint         *position)
{
  guint place = liaison_record_get_place (record);

  settle (self);
  if (place < self->records->len && self->records->pdata[place] == record)
    {
      *position = place;
      return TRUE;
    }
  if (!liaison_table_find (self, liaison_record_get_id (record), position))
    return FALSE;
  liaison_record_set_place (record, *position);
  return TRUE;
}

void
liaison_table_insert (LiaisonTable  *self,
                      LiaisonRecord *record)
{
  LiaisonId id = liaison_record_get_id (record);
  guint position;

  settle (self);
  position = lower_bound (self, id);
  g_ptr_array_insert (self->records, position, record);
  liaison_record_set_place (record, position);
  g_array_insert_val (self->ids, position, id);
}

void
liaison_table_fill (LiaisonTable  *self,
                    LiaisonRecord *record)
{
  guint n = self->ids->len;
  LiaisonId id = liaison_record_get_id (record);

  if (n > 0 && liaison_id_compare (g_array_index (self->ids, LiaisonId, n - 1), id) > 0)
    self->in_order = FALSE;
  liaison_record_set_place (record, n);
  g_ptr_array_add (self->records, record);
  g_array_append_val (self->ids, id);
}

void
liaison_table_remove (LiaisonTable *self,
                      guint         position)
{
  settle (self);
  g_ptr_array_remove_index (self->records, position);
  g_array_remove_index (self->ids, position);
}

void
liaison_table_prefetch (LiaisonTable  *self,
                        LiaisonRecord *record)
{
  __builtin_prefetch (self->records->pdata + liaison_record_get_place (record));
}
