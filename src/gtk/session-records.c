/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-private.h"

#include "edit/new-record.h"

#include "record/kinds/exercise.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

LiaisonBlock *
liaison_session_new_block (LiaisonSession    *self,
                           const LiaisonKind *kind)
{
  return liaison_new_record (self->editor, self->plan->trail, kind);
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
