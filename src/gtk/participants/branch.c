/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "participants/branch.h"

#include "record/kinds/nation.h"
#include "record/kinds/participant.h"

/* Deeper than any organisation; a longer chain goes round in a circle that does not lead back. */
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
liaison_branch_is_nation (const LiaisonBranch *self)
{
  return liaison_record_get_kind (self->record) == &liaison_nation_kind;
}

gboolean
liaison_branch_has_children (const LiaisonBranch *self)
{
  return self->children != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->children)) > 0;
}

static LiaisonRecord *
find_participant (LiaisonDocument *document, LiaisonId id)
{
  LiaisonRecord *record = liaison_id_is_zero (id) ? NULL : liaison_document_find (document, id);
  return record != NULL && liaison_record_get_kind (record) == &liaison_participant_kind ? record
                                                                                         : NULL;
}

static LiaisonRecord *
parent_of (LiaisonDocument *document, const LiaisonBlock *block)
{
  return find_participant (document, LIAISON_DATA (Participant, block)->parent);
}

static gboolean
leads_to (LiaisonDocument *document, LiaisonRecord *from, LiaisonId id)
{
  for (guint depth = 0; from != NULL && depth < MAX_DEPTH; depth++)
    {
      if (liaison_id_same (liaison_record_get_id (from), id))
        return TRUE;
      from = parent_of (document, liaison_record_get_block (from));
    }
  return FALSE;
}

static LiaisonRecord *
find_nation (LiaisonDocument *document, const char *code)
{
  LiaisonTable *nations = liaison_document_get_table (document, LIAISON_KIND_NATION);

  for (guint i = 0; code != NULL && i < liaison_table_get_size (nations); i++)
    {
      LiaisonRecord *nation = liaison_table_get (nations, i);
      /* Codes are interned. */
      if (LIAISON_DATA (Nation, liaison_record_get_block (nation))->code == code)
        return nation;
    }
  return NULL;
}

LiaisonRecord *
liaison_branch_find_parent (LiaisonDocument *document,
                            const LiaisonBlock *block,
                            gboolean *circular)
{
  LiaisonRecord *parent = parent_of (document, block);

  *circular = parent != NULL && leads_to (document, parent, block->id);
  if (parent != NULL && !*circular)
    return parent;
  return find_nation (document, LIAISON_DATA (Participant, block)->nation);
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

gboolean
liaison_branch_list_remove (GListStore *list, LiaisonRecord *record)
{
  guint position;

  if (!g_list_store_find (list, record, &position))
    return FALSE;
  g_list_store_remove (list, position);
  return TRUE;
}
