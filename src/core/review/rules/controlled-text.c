/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "arrangements/controlled-text.h"

#include <glib/gi18n-lib.h>

/* What was written is not told again: a list of findings goes further than a form. */
static void
look_at (LiaisonReview *review, const LiaisonBlock *block)
{
  guint field;
  LiaisonControlled found = liaison_controlled_text_find (block, &field);
  LiaisonFinding *finding;

  if (found == LIAISON_CONTROLLED_NOTHING || !liaison_review_may_list (review))
    return;
  finding = liaison_review_add (
      review, block, block->shape->fields[field].name,
      found == LIAISON_CONTROLLED_FREQUENCY
          ? N_ ("“{field}” of “{record}” looks as if it held a frequency.")
          : N_ ("“{field}” of “{record}” looks as if it held a key or an authentication code."));
  liaison_finding_take_operand (
      finding, liaison_operand_field ("field", block->shape->fields[field].label));
}

const LiaisonRule liaison_rule_controlled_text = {
  "controlled-text", LIAISON_SEVERITY_WARNING, N_ ("Frequencies and keys in the plan"),
  N_ ("A plan goes to many people and holds no frequencies and no keys. Take them out, and write the number of the controlled "
      "document that holds them."),
  NULL,
  .look = look_at, .kinds = LIAISON_TARGET (CHANNEL) | LIAISON_TARGET (CHANNEL_TEST)
};
