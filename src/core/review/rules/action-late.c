/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/action.h"
#include "review/summary.h"

#include <glib/gi18n-lib.h>

static gboolean
is_open (const LiaisonActionData *action)
{
  return action->status != LIAISON_ACTION_STATUS_DONE && action->status != LIAISON_ACTION_STATUS_DROPPED
         && (action->type == LIAISON_ACTION_TYPE_ACTION || action->type == LIAISON_ACTION_TYPE_ISSUE
             || action->type == LIAISON_ACTION_TYPE_UNSET);
}

static void
look_at (LiaisonReview *review, const LiaisonBlock *block)
{
  gint32 due;

  if (!is_open (LIAISON_DATA (Action, block)) || !liaison_action_get_due (&review->lookup, block, &due)
      || due + review->value >= liaison_review_get_today (review) || !liaison_review_may_list (review))
    return;
  LiaisonFinding *finding
      = liaison_review_add (review, block, "due", N_ ("“{record}” was due on {date} and is still open."));
  liaison_finding_take_operand (finding, liaison_operand_date ("date", due));
}

const LiaisonRule liaison_rule_action_late = {
  "action-late", LIAISON_SEVERITY_NOTE, N_ ("Late actions"),
  N_ ("An action is past its date and still open. Ask its owner, set another date, or close it."), NULL, 0,
  N_ ("days after which an action is called late"),
  .look = look_at, .kinds = LIAISON_TARGET (ACTION), .reach = LIAISON_TARGET (EVENT)
};
