/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/times.h"

#include <glib/gi18n-lib.h>

static void
look_at (LiaisonReview      *review,
         const LiaisonBlock *block)
{
  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];
      gint64 seconds;

      if (field->type != LIAISON_FIELD_INSTANT)
        continue;
      const LiaisonInstant *instant = LIAISON_BLOCK_AT (block, field);
      if (instant->form <= LIAISON_INSTANT_FIXED
          || liaison_times_resolve (&review->lookup, instant, &seconds, NULL) != LIAISON_TIME_CIRCLE)
        continue;
      LiaisonFinding *finding
          = liaison_review_add (review, block, field->name,
                                N_("The time “{field}” of “{record}” hangs, by way of others, on itself."));
      liaison_finding_take_operand (finding, liaison_operand_field ("field", field->label));
    }
}

const LiaisonRule liaison_rule_anchor_circle = {
  "anchor-circle", LIAISON_SEVERITY_ERROR, N_("Times in a circle"),
  N_("Times that are tied to each other in a circle have no time at all. Give one of them a fixed time."), NULL,
  .look = look_at, .kinds = LIAISON_TARGET_ALL
};
