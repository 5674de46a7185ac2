/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/import-private.h"

#include "record/field-type.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const LiaisonField *
liaison_import_find_retired (const LiaisonShape *shape, guint *choice)
{
  static const char *const nicks[] = { "retired", "cancelled", "dropped", "withdrawn", "closed" };
  const LiaisonField *status = liaison_shape_find (shape, "status", NULL);

  if (status == NULL || status->type != LIAISON_FIELD_CHOICE)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      *choice = liaison_choices_find (status->choices, nicks[i], strlen (nicks[i]));
      if (*choice != 0)
        return status;
    }
  return NULL;
}

static void
propose_changes (LiaisonProposal *proposal, const LiaisonBlock *before, const LiaisonBlock *after)
{
  const LiaisonShape *shape = after->shape;

  for (guint i = 0; i < shape->n_fields; i++)
    {
      const LiaisonField *field = &shape->fields[i];

      if (!liaison_field_type_ops (field->type)
               ->equal (LIAISON_BLOCK_AT (before, field), LIAISON_BLOCK_AT (after, field)))
        liaison_proposal_set_field (proposal, before, i, LIAISON_BLOCK_AT (after, field));
    }
}

static void
propose_gone (LiaisonProposal *proposal, const LiaisonImportRow *row, LiaisonImportGone gone)
{
  guint choice = 0;
  const LiaisonField *status = gone == LIAISON_IMPORT_GONE_RETIRE
                                   ? liaison_import_find_retired (row->before->shape, &choice)
                                   : NULL;
  const int value = (int) choice;

  if (status == NULL)
    liaison_proposal_remove_record (proposal, row->before);
  else
    liaison_proposal_set_field (proposal, row->before,
                                (guint) (status - row->before->shape->fields), &value);
}

/* The ids of new records that are left out: what hangs on them hangs on nothing. NULL: none. */
static GHashTable *
list_left_out (const LiaisonImportPreview *preview)
{
  GHashTable *ids = NULL;

  for (guint i = 0; i < liaison_import_preview_get_n_rows (preview); i++)
    {
      const LiaisonImportRow *row = liaison_import_preview_get_row (preview, i);

      if (row->wanted || row->state != LIAISON_IMPORT_NEW)
        continue;
      if (ids == NULL)
        ids = g_hash_table_new (liaison_id_hash, liaison_id_equal);
      g_hash_table_add (ids, (gpointer) &row->after->id);
    }
  return ids;
}

static void
drop_references (LiaisonBlock *block, GHashTable *left_out)
{
  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];
      gpointer at = LIAISON_BLOCK_AT (block, field);
      guint n;

      if (field->type == LIAISON_FIELD_REFERENCE && g_hash_table_contains (left_out, at))
        *(LiaisonId *) at = (LiaisonId){ 0, 0 };
      if (field->type != LIAISON_FIELD_REFERENCES)
        continue;
      g_autoptr (LiaisonIds) all =
          *(LiaisonIds **) at != NULL ? liaison_ids_ref (*(LiaisonIds **) at) : NULL;
      const LiaisonId *ids = liaison_ids_get (all, &n);
      for (guint k = 0; k < n; k++)
        if (g_hash_table_contains (left_out, &ids[k]))
          {
            LiaisonIds *rest = liaison_ids_with (*(LiaisonIds **) at, ids[k], FALSE);

            g_clear_pointer ((LiaisonIds **) at, liaison_ids_unref);
            *(LiaisonIds **) at = rest;
          }
    }
}

static void
propose_record (LiaisonProposal *proposal, const LiaisonImportRow *row, GHashTable *left_out)
{
  g_autoptr (LiaisonBlock) after = NULL;

  if (left_out != NULL)
    {
      after = liaison_block_copy (row->after);
      drop_references (after, left_out);
    }
  if (row->state == LIAISON_IMPORT_NEW)
    liaison_proposal_add_record (proposal, after != NULL ? after : row->after);
  else
    propose_changes (proposal, row->before, after != NULL ? after : row->after);
}

LiaisonProposal *
liaison_import_preview_propose (const LiaisonImportPreview *self)
{
  g_autoptr (LiaisonProposal) proposal =
      liaison_proposal_new (N_ ("Import {count} rows from a spreadsheet"));
  g_autoptr (GHashTable) left_out = list_left_out (self);
  guint n = 0;

  for (guint i = 0; i < liaison_import_preview_get_n_rows (self); i++)
    {
      const LiaisonImportRow *row = liaison_import_preview_get_row (self, i);

      if (!row->wanted)
        continue;
      if (row->state == LIAISON_IMPORT_NEW || row->state == LIAISON_IMPORT_CHANGED)
        propose_record (proposal, row, left_out);
      else if (row->state == LIAISON_IMPORT_GONE)
        propose_gone (proposal, row, liaison_import_preview_get_mapping (self)->gone);
      else
        continue;
      n++;
    }
  if (n == 0)
    return NULL;
  liaison_proposal_take_operand (proposal, liaison_operand_integer ("count", n));
  return g_steal_pointer (&proposal);
}
