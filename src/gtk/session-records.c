/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-private.h"

#include "record/kinds/exercise.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

/* The highest number behind the kind's prefix among the serials there are. */
static guint
highest_serial (LiaisonDocument    *document,
                const LiaisonKind  *kind,
                const LiaisonField *code)
{
  LiaisonTable *table = liaison_document_get_table (document, kind->id);
  gsize prefix = strlen (kind->prefix);
  guint highest = 0;

  for (guint i = 0; i < liaison_table_get_size (table); i++)
    {
      const LiaisonBlock *block = liaison_record_get_block (liaison_table_get (table, i));
      const char *serial = *(const char *const *) LIAISON_BLOCK_AT (block, code);
      if (serial != NULL && strncmp (serial, kind->prefix, prefix) == 0)
        {
          const char *digits = serial + prefix + (serial[prefix] == '-');
          highest = MAX (highest, (guint) strtoul (digits, NULL, 10));
        }
    }
  return highest;
}

static void
give_serial (LiaisonSession    *self,
             const LiaisonKind *kind,
             LiaisonBlock      *block)
{
  const LiaisonField *code = liaison_shape_find_flagged (&kind->shape, LIAISON_FIELD_CODE);

  if (kind->prefix == NULL || code == NULL || code->type != LIAISON_FIELD_STRING)
    return;
  g_autofree char *serial
      = g_strdup_printf ("%s-%03u", kind->prefix, highest_serial (self->plan->document, kind, code) + 1);
  *(GRefString **) LIAISON_BLOCK_AT (block, code) = g_ref_string_new (serial);
}

LiaisonBlock *
liaison_session_new_block (LiaisonSession    *self,
                           const LiaisonKind *kind)
{
  const LiaisonBlock *exercise = liaison_record_get_block (liaison_document_get_exercise (self->plan->document));
  LiaisonBlock *block = liaison_block_new (&kind->shape, liaison_editor_new_id (self->editor));
  const LiaisonField *marking = liaison_shape_find (&kind->shape, "marking", NULL);

  if (marking != NULL && marking->type == LIAISON_FIELD_MARKING)
    *(LiaisonMarking **) LIAISON_BLOCK_AT (block, marking)
        = liaison_marking_ref (LIAISON_DATA (Exercise, exercise)->default_marking);
  give_serial (self, kind, block);
  return block;
}

LiaisonId
liaison_session_add_record (LiaisonSession    *self,
                            const LiaisonKind *kind,
                            LiaisonBlock      *block)
{
  g_autoptr (LiaisonBlock) taken = block;
  LiaisonProposal *proposal = liaison_proposal_new (N_("Add {record}"));

  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", block->id));
  liaison_proposal_add_record (proposal, block);
  if (liaison_session_commit (self, proposal, NULL))
    liaison_selection_set_one (self->selection, block->id);
  return block->id;
}

gboolean
liaison_session_set_field (LiaisonSession     *self,
                           const LiaisonBlock *block,
                           guint               field,
                           LiaisonValue        value)
{
  LiaisonProposal *proposal = liaison_proposal_new (N_("Change “{field}” of {record}"));
  LiaisonSlot slot = liaison_slot_field (block->id, field);

  liaison_proposal_take_operand (proposal, liaison_operand_field ("field", block->shape->fields[field].label));
  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", block->id));
  liaison_proposal_take (proposal, liaison_kind_for_shape (block->shape), &slot, value);
  return liaison_session_commit (self, proposal, NULL);
}
