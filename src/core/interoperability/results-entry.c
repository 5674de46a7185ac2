/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting down results. */
#include "config.h"

#include "interoperability/results.h"

#include <glib/gi18n-lib.h>

static void
set (LiaisonProposal *proposal, const LiaisonBlock *assessment, guint field, gconstpointer at)
{
  liaison_proposal_set_field (proposal, assessment, field, at);
}

/* The present one is changed. */
static void
change (LiaisonProposal *proposal,
        const LiaisonBlock *assessment,
        LiaisonAssessmentResult result,
        gint32 today)
{
  const LiaisonAssessmentData *data = LIAISON_DATA (Assessment, assessment);
  const int value = (int) result, tested = LIAISON_ASSESSMENT_STATUS_TESTED;
  const gint64 no_level = LIAISON_INTEGER_UNSET;

  set (proposal, assessment, LIAISON_FIELD (Assessment, result), &value);
  if (data->level != LIAISON_INTEGER_UNSET)
    set (proposal, assessment, LIAISON_FIELD (Assessment, level), &no_level);
  if (result == LIAISON_ASSESSMENT_RESULT_NOT_TESTED)
    return;
  if (data->date != today)
    set (proposal, assessment, LIAISON_FIELD (Assessment, date), &today);
  if (data->status <= LIAISON_ASSESSMENT_STATUS_PLANNED)
    set (proposal, assessment, LIAISON_FIELD (Assessment, status), &tested);
}

static void
add (LiaisonProposal *proposal,
     LiaisonBlock *fresh,
     const LiaisonBlock *requirement,
     const LiaisonBlock *before,
     LiaisonAssessmentResult result,
     gint32 today)
{
  LiaisonAssessmentData *data = (LiaisonAssessmentData *) fresh;
  gboolean tested = result != LIAISON_ASSESSMENT_RESULT_NOT_TESTED;

  data->requirement = requirement->id;
  data->result = (int) result;
  data->date = tested ? today : LIAISON_DATE_UNSET;
  data->status = tested ? LIAISON_ASSESSMENT_STATUS_TESTED : LIAISON_ASSESSMENT_STATUS_PLANNED;
  if (before != NULL)
    data->previous = before->id;
  liaison_proposal_add_record (proposal, fresh);
}

LiaisonProposal *
liaison_results_propose (const LiaisonResults *self,
                         const LiaisonBlock *requirement,
                         const char *nation,
                         const char *other,
                         LiaisonAssessmentResult result,
                         gint32 today,
                         LiaisonBlock *fresh)
{
  g_autoptr (LiaisonBlock) taken = fresh;
  const LiaisonBlock *present = liaison_results_find (self, requirement->id, nation, other);
  LiaisonProposal *proposal;

  if (present != NULL && LIAISON_DATA (Assessment, present)->result == (int) result)
    return NULL;
  proposal = liaison_proposal_new (N_ ("Set the result of {record} to “{result}”"));
  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", requirement->id));
  liaison_proposal_take_operand (
      proposal, liaison_operand_field ("result", liaison_assessment_results.choices[result].label));
  if (present != NULL
      && (!liaison_assessment_has_result (present)
          || LIAISON_DATA (Assessment, present)->date == today
          || result == LIAISON_ASSESSMENT_RESULT_NOT_TESTED))
    {
      change (proposal, present, result, today);
      return proposal;
    }
  ((LiaisonAssessmentData *) fresh)->nation = nation;
  ((LiaisonAssessmentData *) fresh)->other_nation = other;
  add (proposal, fresh, requirement, present, result, today);
  return proposal;
}
