/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-private.h"

#include "edit/serials.h"

#include "record/kinds/exercise.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

/* One that no record has or ever had. */
static void
give_serial (LiaisonSession    *self,
             const LiaisonKind *kind,
             LiaisonBlock      *block)
{
  const LiaisonField *code = liaison_shape_find_flagged (&kind->shape, LIAISON_FIELD_CODE);
  g_autofree char *serial = liaison_serials_make_next (self->plan->document, self->plan->trail, kind);

  if (serial != NULL)
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
