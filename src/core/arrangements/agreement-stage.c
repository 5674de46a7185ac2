/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "arrangements/agreement-stage.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

static void
set_done (LiaisonProposal *proposal, const LiaisonBlock *agreement, LiaisonId step, gint32 day)
{
  LiaisonSlot slot = liaison_slot_item_field (agreement->id, LIAISON_FIELD (Agreement, steps), step,
                                              LIAISON_FIELD (AgreementStep, done));

  liaison_proposal_take (
      proposal, &liaison_agreement_kind, &slot,
      liaison_value_field (&liaison_agreement_step_shape.fields[LIAISON_FIELD (AgreementStep, done)],
                           &day));
}

/* Only stages of the way say anything of steps: what is suspended stays where it was. */
static void
set_steps (LiaisonProposal *proposal,
           const LiaisonBlock *agreement,
           LiaisonAgreementStage stage,
           gint32 today)
{
  const LiaisonItems *items = LIAISON_DATA (Agreement, agreement)->steps;

  if (stage < LIAISON_AGREEMENT_STAGE_GOALS || stage > LIAISON_AGREEMENT_STAGE_IN_FORCE)
    return;
  for (guint i = 0; i < liaison_items_get_size (items); i++)
    {
      const LiaisonBlock *item = liaison_items_get (items, i);
      const LiaisonAgreementStepData *step = LIAISON_DATA (AgreementStep, item);
      gboolean past = step->stage < (int) stage
                      || (stage == LIAISON_AGREEMENT_STAGE_IN_FORCE && step->stage == (int) stage);

      if (past && step->done == LIAISON_DATE_UNSET)
        set_done (proposal, agreement, item->id, today);
      else if (!past && step->done != LIAISON_DATE_UNSET)
        set_done (proposal, agreement, item->id, LIAISON_DATE_UNSET);
    }
}

LiaisonProposal *
liaison_agreement_propose_stage (const LiaisonBlock *agreement,
                                 LiaisonAgreementStage stage,
                                 gint32 today)
{
  const LiaisonAgreementData *data = LIAISON_DATA (Agreement, agreement);
  int choice = (int) stage;
  LiaisonProposal *proposal;

  if (data->stage == choice)
    return NULL;
  proposal = liaison_proposal_new (N_ ("Move {agreement} to “{stage}”"));
  liaison_proposal_take_operand (proposal, liaison_operand_record ("agreement", agreement->id));
  liaison_proposal_take_operand (
      proposal, liaison_operand_field ("stage", liaison_agreement_stages.choices[stage].label));
  liaison_proposal_set_field (proposal, agreement, LIAISON_FIELD (Agreement, stage), &choice);
  set_steps (proposal, agreement, stage, today);
  if (stage == LIAISON_AGREEMENT_STAGE_IN_FORCE && data->in_force == LIAISON_DATE_UNSET)
    liaison_proposal_set_field (proposal, agreement, LIAISON_FIELD (Agreement, in_force), &today);
  return proposal;
}
