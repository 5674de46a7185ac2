/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/branch.h"

/* Deeper than any organisation or story; a longer chain goes round in a circle that does not lead
 * back. */
#define MAX_DEPTH 64

LiaisonBranch *
liaison_branch_new (LiaisonRecord *record)
{
  LiaisonBranch *self = g_new0 (LiaisonBranch, 1);
  self->record = g_object_ref (record);
  self->id = liaison_record_get_id (record);
  return self;
}

void
liaison_branch_free (gpointer branch)
{
  LiaisonBranch *self = branch;
  g_object_unref (self->record);
  g_clear_object (&self->children);
  g_free (self);
}

gboolean
liaison_branch_has_children (const LiaisonBranch *self)
{
  return self->children != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->children)) > 0;
}

LiaisonId
liaison_branch_get_parent_id (const LiaisonTreeShape *tree, const LiaisonBlock *block)
{
  const LiaisonField *parent =
      liaison_shape_find_flagged (&tree->kind->shape, LIAISON_FIELD_PARENT);

  return block->shape == &tree->kind->shape && parent != NULL
             ? *(const LiaisonId *) LIAISON_BLOCK_AT (block, parent)
             : (LiaisonId){ 0 };
}

static LiaisonRecord *
parent_of (const LiaisonTreeShape *tree, LiaisonDocument *document, const LiaisonBlock *block)
{
  LiaisonId id = liaison_branch_get_parent_id (tree, block);
  LiaisonRecord *record = liaison_id_is_zero (id) ? NULL : liaison_document_find (document, id);

  return record != NULL && liaison_record_get_kind (record) == tree->kind ? record : NULL;
}

static gboolean
leads_to (const LiaisonTreeShape *tree,
          LiaisonDocument *document,
          LiaisonRecord *from,
          LiaisonId id)
{
  for (guint depth = 0; from != NULL && depth < MAX_DEPTH; depth++)
    {
      if (liaison_id_same (liaison_record_get_id (from), id))
        return TRUE;
      from = parent_of (tree, document, liaison_record_get_block (from));
    }
  return FALSE;
}

LiaisonRecord *
liaison_branch_find_parent (const LiaisonTreeShape *tree,
                            LiaisonDocument *document,
                            const LiaisonBlock *block,
                            gboolean *circular)
{
  LiaisonRecord *parent = parent_of (tree, document, block);

  *circular = parent != NULL && leads_to (tree, document, parent, block->id);
  if (parent != NULL && !*circular)
    return parent;
  return tree->find_above != NULL ? tree->find_above (document, block) : NULL;
}

static const char *
order_of (LiaisonRecord *record)
{
  const LiaisonField *order =
      liaison_shape_find_flagged (&liaison_record_get_kind (record)->shape, LIAISON_FIELD_ORDER);
  const char *key =
      order != NULL
          ? *(const char *const *) LIAISON_BLOCK_AT (liaison_record_get_block (record), order)
          : NULL;
  /* Above every key: who was never put anywhere comes last. */
  return key != NULL ? key : "~";
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  LiaisonRecord *first = (LiaisonRecord *) a, *second = (LiaisonRecord *) b;
  int order = g_strcmp0 (order_of (first), order_of (second));
  return order != 0
             ? order
             : liaison_id_compare (liaison_record_get_id (first), liaison_record_get_id (second));
}

void
liaison_branch_list_insert (GListStore *list, LiaisonRecord *record)
{
  g_list_store_insert_sorted (list, record, compare_cb, NULL);
}

static int
compare_places_cb (gconstpointer a, gconstpointer b)
{
  return compare_cb (*(gconstpointer *) a, *(gconstpointer *) b, NULL);
}

void
liaison_branch_list_fill (GListStore *list, GPtrArray *records)
{
  g_ptr_array_sort (records, compare_places_cb);
  g_list_store_splice (list, 0, g_list_model_get_n_items (G_LIST_MODEL (list)), records->pdata,
                       records->len);
}

gboolean
liaison_branch_list_remove (GListStore *list, LiaisonRecord *record)
{
  guint position;

  if (!g_list_store_find (list, record, &position))
    return FALSE;
  g_list_store_remove (list, position);
  return TRUE;
}
