/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inform/lesson-flow.h"

#include <glib/gi18n-lib.h>

#define STAGE(x) LIAISON_LESSON_STAGE_##x

LiaisonLessonStage
liaison_lesson_get_next (LiaisonLessonStage stage)
{
  return stage < STAGE (LESSON_LEARNED) ? MAX (stage, STAGE (OBSERVATION)) + 1 : STAGE (UNSET);
}

LiaisonLessonStage
liaison_lesson_get_previous (LiaisonLessonStage stage)
{
  /* What was closed or made a practice can be taken up again. */
  if (stage > STAGE (LESSON_LEARNED))
    return STAGE (ANALYSIS);
  return stage > STAGE (OBSERVATION) ? stage - 1 : STAGE (UNSET);
}

/* What must be there for a stage and all those before it. */
static const char *
find_missing (const LiaisonObservationData *data, LiaisonLessonStage stage)
{
  gboolean concluded = liaison_text_get_size (data->conclusion) > 0
                       || liaison_text_get_size (data->recommendation) > 0;
  gboolean bodied = !liaison_id_is_zero (data->action_body)
                    || liaison_text_get_size (data->action_body_name) > 0;
  gboolean shown = liaison_text_get_size (data->validation) > 0
                   || !liaison_id_is_zero (data->validated_by);

  if (stage >= STAGE (LESSON_IDENTIFIED) && !concluded)
    return N_ ("Write the conclusion or the recommendation first.");
  if (stage >= STAGE (ACTION) && !bodied)
    return N_ ("Name the action body first.");
  if (stage >= STAGE (ACTION) && data->due == LIAISON_DATE_UNSET)
    return N_ ("Say when it is due first.");
  if (stage >= STAGE (VALIDATED) && !shown)
    return N_ ("Say how the remedy was shown to work, or who validated it, first.");
  return NULL;
}

gboolean
liaison_lesson_may_enter (const LiaisonBlock *observation,
                          LiaisonLessonStage stage,
                          const char **why)
{
  const LiaisonObservationData *data = LIAISON_DATA (Observation, observation);
  const char *missing = NULL;

  if (stage <= STAGE (LESSON_LEARNED) && stage > (LiaisonLessonStage) data->stage)
    missing = find_missing (data, stage);
  if (why != NULL)
    *why = missing;
  return missing == NULL;
}

gboolean
liaison_lesson_enter (const LiaisonBlock *observation,
                      LiaisonLessonStage stage,
                      gint32 today,
                      LiaisonProposal *proposal,
                      const char **why)
{
  const LiaisonObservationData *data = LIAISON_DATA (Observation, observation);
  int choice = (int) stage;

  if (!liaison_lesson_may_enter (observation, stage, why))
    return FALSE;
  liaison_proposal_set_field (proposal, observation, LIAISON_FIELD (Observation, stage), &choice);
  if ((stage == STAGE (VALIDATED) || stage == STAGE (LESSON_LEARNED))
      && data->completed == LIAISON_DATE_UNSET)
    liaison_proposal_set_field (proposal, observation, LIAISON_FIELD (Observation, completed),
                                &today);
  if ((stage == STAGE (VALIDATED) || stage == STAGE (LESSON_LEARNED))
      && data->validated == LIAISON_DATE_UNSET)
    liaison_proposal_set_field (proposal, observation, LIAISON_FIELD (Observation, validated),
                                &today);
  return TRUE;
}

gboolean
liaison_lesson_is_open (const LiaisonBlock *observation)
{
  return LIAISON_DATA (Observation, observation)->stage < (int) STAGE (LESSON_LEARNED);
}

gboolean
liaison_lesson_is_late (const LiaisonBlock *observation, gint32 today)
{
  const LiaisonObservationData *data = LIAISON_DATA (Observation, observation);

  return liaison_lesson_is_open (observation) && data->stage < (int) STAGE (VALIDATED)
         && data->due != LIAISON_DATE_UNSET && data->due < today;
}
