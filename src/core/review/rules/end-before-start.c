/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/times.h"

#include <glib/gi18n-lib.h>

static void
look_at (LiaisonReview      *review,
         const LiaisonBlock *block)
{
  gint64 start, end;

  if (liaison_times_get_start (&review->lookup, block, &start) != LIAISON_TIME_KNOWN
      || liaison_times_get_end (&review->lookup, block, &end) != LIAISON_TIME_KNOWN || end >= start)
    return;

  const LiaisonField *field = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_END);
  if (field == NULL)
    field = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_LENGTH);
  LiaisonFinding *finding = liaison_review_add (review, block, field != NULL ? field->name : NULL,
                                                N_("“{record}” ends {duration} before it begins."));
  liaison_finding_take_operand (finding, liaison_operand_duration ("duration", start - end));
}

const LiaisonRule liaison_rule_end_before_start = {
  "end-before-start", LIAISON_SEVERITY_ERROR, N_("Ends before it begins"),
  N_("The end lies before the beginning, or the duration is negative. Often a date was typed in the wrong month."), NULL,
  .look = look_at, .kinds = LIAISON_TARGET_ALL
};
