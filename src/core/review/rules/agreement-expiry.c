/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/agreement.h"
#include "record/kinds/exercise.h"
#include "record/times.h"
#include "schedule/recurrence.h"

#include <glib/gi18n-lib.h>

/* One that is over already, or was given up, is missed where it is needed. */
static gboolean
is_live (const LiaisonAgreementData *agreement)
{
  return agreement->stage != LIAISON_AGREEMENT_STAGE_EXPIRED && agreement->stage != LIAISON_AGREEMENT_STAGE_ABANDONED;
}

static void
look_at (LiaisonReview *review, const LiaisonBlock *block)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (review->snapshot);
  const LiaisonAgreementData *agreement = LIAISON_DATA (Agreement, block);
  gint64 endex;

  if (agreement->expires == LIAISON_DATE_UNSET || agreement->renews || !is_live (agreement)
      || liaison_times_get_end (&review->lookup, exercise, &endex) != LIAISON_TIME_KNOWN)
    return;
  gint32 last = (gint32) (liaison_recurrence_to_wall (LIAISON_DATA (Exercise, exercise)->zone, endex) / 86400);
  if (agreement->expires >= last || !liaison_review_may_list (review))
    return;
  LiaisonFinding *finding
      = liaison_review_add (review, block, "expires", N_ ("“{record}” expires on {date}, before ENDEX on {endex}."));
  liaison_finding_take_operand (finding, liaison_operand_date ("date", agreement->expires));
  liaison_finding_take_operand (finding, liaison_operand_date ("endex", last));
}

const LiaisonRule liaison_rule_agreement_expires_early = {
  "agreement-expires-early", LIAISON_SEVERITY_WARNING, N_ ("Agreements that expire before ENDEX"),
  N_ ("An agreement ends while the exercise still goes on. Have it extended, or say that it renews by itself."), NULL,
  .look = look_at, .kinds = LIAISON_TARGET (AGREEMENT)
};
