/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include <glib/gi18n-lib.h>

static void
look_at (LiaisonReview      *review,
         const LiaisonBlock *block)
{
  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];
      if (!(field->flags & LIAISON_FIELD_REQUIRED) || liaison_block_field_is_set (block, field))
        continue;
      LiaisonFinding *finding = liaison_review_add (review, block, field->name,
                                                    N_("“{record}” has nothing under “{field}”."));
      liaison_finding_take_operand (finding, liaison_operand_field ("field", field->label));
    }
}

const LiaisonRule liaison_rule_required_missing = {
  "required-missing", LIAISON_SEVERITY_NOTE, N_("Left empty"),
  N_("A field that others rely on has not been filled in yet."), NULL,
  .look = look_at, .kinds = LIAISON_TARGET_ALL
};
