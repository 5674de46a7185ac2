/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Proposals: what a front, an import or a merge would like to change, before the door has looked at it. */
#pragma once

#include "edit/edit.h"

G_BEGIN_DECLS

typedef struct _LiaisonProposal LiaisonProposal;

/* @sentence is a msgid fit for the Undo menu; its operands are added below. */
LiaisonProposal *liaison_proposal_new (const char *sentence);
void liaison_proposal_free (LiaisonProposal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonProposal, liaison_proposal_free)

/* Takes @operand, which fills a placeholder of the sentence. */
void liaison_proposal_take_operand (LiaisonProposal *self, LiaisonOperand operand);
/* Takes @value: what should stand at @slot of a record of @kind. */
void liaison_proposal_take (LiaisonProposal *self, const LiaisonKind *kind, const LiaisonSlot *slot, LiaisonValue value);
/* The record should be there with these values, or be gone. */
void liaison_proposal_add_record (LiaisonProposal *self, const LiaisonBlock *block);
void liaison_proposal_remove_record (LiaisonProposal *self, const LiaisonBlock *block);
/* For a single field: memory of the field's type at @at. */
void liaison_proposal_set_field (LiaisonProposal *self, const LiaisonBlock *block, guint field, gconstpointer at);

guint liaison_proposal_get_size (const LiaisonProposal *self);

/* Of LiaisonEdit, of which `before` is not filled in. */
const GArray *liaison_proposal_get_edits (const LiaisonProposal *self);

/*< private to edit/ >*/
const char *liaison_proposal_get_sentence (const LiaisonProposal *self);
const GArray *liaison_proposal_get_operands (const LiaisonProposal *self);

G_END_DECLS
