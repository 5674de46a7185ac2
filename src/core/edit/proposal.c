/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit/proposal.h"

struct _LiaisonProposal
{
  LiaisonEditGroup *group; /* its edits have no `before` */
};

LiaisonProposal *
liaison_proposal_new (const char *sentence)
{
  LiaisonProposal *self = g_new (LiaisonProposal, 1);
  self->group = liaison_edit_group_new (sentence, NULL, NULL, 0);
  return self;
}

void
liaison_proposal_free (LiaisonProposal *self)
{
  liaison_edit_group_unref (self->group);
  g_free (self);
}

void
liaison_proposal_take_operand (LiaisonProposal *self,
                               LiaisonOperand   operand)
{
  if (self->group->operands == NULL)
    self->group->operands = liaison_operands_new ();
  g_array_append_val (self->group->operands, operand);
}

void
liaison_proposal_take (LiaisonProposal   *self,
                       const LiaisonKind *kind,
                       const LiaisonSlot *slot,
                       LiaisonValue       value)
{
  liaison_edit_group_take (self->group, kind, slot, (LiaisonValue) LIAISON_VALUE_INIT, value);
}

void
liaison_proposal_add_record (LiaisonProposal    *self,
                             const LiaisonBlock *block)
{
  LiaisonSlot slot = liaison_slot_record (block->id);
  liaison_proposal_take (self, liaison_kind_for_shape (block->shape), &slot, liaison_value_block (block));
}

void
liaison_proposal_remove_record (LiaisonProposal    *self,
                                const LiaisonBlock *block)
{
  LiaisonSlot slot = liaison_slot_record (block->id);
  liaison_proposal_take (self, liaison_kind_for_shape (block->shape), &slot, (LiaisonValue) LIAISON_VALUE_INIT);
}

void
liaison_proposal_set_field (LiaisonProposal    *self,
                            const LiaisonBlock *block,
                            guint               field,
                            gconstpointer       at)
{
  LiaisonSlot slot = liaison_slot_field (block->id, field);
  liaison_proposal_take (self, liaison_kind_for_shape (block->shape), &slot,
                         liaison_value_field (&block->shape->fields[field], at));
}

guint
liaison_proposal_get_size (const LiaisonProposal *self)
{
  return self->group->edits->len;
}

const char *
liaison_proposal_get_sentence (const LiaisonProposal *self)
{
  return self->group->sentence;
}

const GArray *
liaison_proposal_get_operands (const LiaisonProposal *self)
{
  return self->group->operands;
}

const GArray *
liaison_proposal_get_edits (const LiaisonProposal *self)
{
  return self->group->edits;
}
