/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/record-references.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  LiaisonReview *review;
  const LiaisonBlock *block;
} Look;

static gboolean
may_refer_to (const LiaisonField *field,
              const LiaisonBlock *target)
{
  return field->targets == 0
         || (field->targets & (G_GUINT64_CONSTANT (1) << liaison_kind_for_shape (target->shape)->id)) != 0;
}

static void
reference_cb (LiaisonId           target,
              guint               place,
              const LiaisonBlock *item,
              gpointer            data)
{
  const Look *look = data;
  const LiaisonField *field = &look->block->shape->fields[place];
  const LiaisonBlock *found = liaison_lookup_find (&look->review->lookup, target);

  /* Codes of nations have a rule of their own. */
  if (liaison_id_is_code (target))
    return;
  if (found != NULL && may_refer_to (field, found))
    return;

  LiaisonFinding *finding = liaison_review_add (
      look->review, look->block, field->name,
      found == NULL ? N_("“{record}” refers, under “{field}”, to something that is no longer in the plan.")
                    : N_("“{record}” refers, under “{field}”, to “{target}”, which cannot stand there."));
  liaison_finding_take_operand (finding, liaison_operand_field ("field", field->label));
  if (found != NULL)
    liaison_finding_take_operand (finding, liaison_operand_record ("target", target));
  if (field->type == LIAISON_FIELD_REFERENCE)
    {
      LiaisonSlot slot = liaison_slot_field (look->block->id, place);
      liaison_finding_take_fix (finding, N_("Clear the reference"), &slot, (LiaisonValue) LIAISON_VALUE_INIT);
    }
  else if (field->type == LIAISON_FIELD_REFERENCES)
    {
      LiaisonSlot slot = liaison_slot_field (look->block->id, place);
      slot.member = target;
      liaison_finding_take_fix (finding, N_("Clear the reference"), &slot, (LiaisonValue) LIAISON_VALUE_INIT);
    }
}

static void
look_at (LiaisonReview      *review,
         const LiaisonBlock *block)
{
  Look look = { review, block };
  liaison_block_foreach_record (block, reference_cb, &look);
}

/* It is there as before. */
static gboolean
matters (const LiaisonBlock *before, const LiaisonBlock *after)
{
  return FALSE;
}

const LiaisonRule liaison_rule_reference_dangling = {
  "reference-dangling", LIAISON_SEVERITY_ERROR, N_("References to nothing"),
  N_("A record refers to another that was removed or is of the wrong kind. Packs and matrices leave a gap there."), NULL,
  .look = look_at, .kinds = LIAISON_TARGET_ALL, .reach = LIAISON_TARGET_ALL, .matters = matters
};
