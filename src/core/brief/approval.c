/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brief/approval.h"

#include "record/value.h"

#include <glib/gi18n-lib.h>

static const char *const sentences[][2] = {
  [LIAISON_APPROVAL_APPROVE] = { N_ ("Approve a statement of {record}"), N_ ("Approve {record}") },
  [LIAISON_APPROVAL_WITHDRAW] = { N_ ("Withdraw the approval of a statement of {record}"),
                                  N_ ("Withdraw approval of {record}") },
  [LIAISON_APPROVAL_REFUSE] = { N_ ("Refuse a statement of {record}"), N_ ("Refuse {record}") },
};

static void
set_item (LiaisonProposal *proposal,
          const LiaisonBlock *briefing,
          const LiaisonBlock *item,
          guint field,
          gconstpointer at)
{
  const LiaisonSlot slot =
      liaison_slot_item_field (briefing->id, LIAISON_FIELD (Briefing, statements), item->id, field);

  liaison_proposal_take (proposal, &liaison_briefing_kind, &slot,
                         liaison_value_field (&liaison_statement_shape.fields[field], at));
}

static void
step_statement (LiaisonProposal *proposal,
                const LiaisonBlock *briefing,
                const LiaisonBlock *item,
                LiaisonApprovalStep step,
                GRefString *who,
                gint32 date)
{
  const int status = step == LIAISON_APPROVAL_APPROVE    ? LIAISON_STATEMENT_STATUS_APPROVED
                     : step == LIAISON_APPROVAL_WITHDRAW ? LIAISON_STATEMENT_STATUS_PROPOSED
                                                         : LIAISON_STATEMENT_STATUS_REFUSED;

  if (LIAISON_DATA (Statement, item)->status == status)
    return;
  set_item (proposal, briefing, item, LIAISON_FIELD (Statement, status), &status);
  set_item (proposal, briefing, item, LIAISON_FIELD (Statement, approved_by), &who);
  set_item (proposal, briefing, item, LIAISON_FIELD (Statement, approved), &date);
}

static void
step_card (LiaisonProposal *proposal,
           const LiaisonBlock *briefing,
           LiaisonApprovalStep step,
           GRefString *who,
           gint32 date)
{
  const int status = step == LIAISON_APPROVAL_APPROVE ? LIAISON_BRIEFING_STATUS_APPROVED
                                                      : LIAISON_BRIEFING_STATUS_PROPOSED;

  if (LIAISON_DATA (Briefing, briefing)->status == status)
    return;
  liaison_proposal_set_field (proposal, briefing, LIAISON_FIELD (Briefing, status), &status);
  liaison_proposal_set_field (proposal, briefing, LIAISON_FIELD (Briefing, approved_by), &who);
  liaison_proposal_set_field (proposal, briefing, LIAISON_FIELD (Briefing, approved), &date);
}

static gboolean
is_meant (const LiaisonBlock *item, LiaisonId statement)
{
  const LiaisonStatementData *data = LIAISON_DATA (Statement, item);

  if (!liaison_id_is_zero (statement))
    return liaison_id_same (item->id, statement);
  return data->status != LIAISON_STATEMENT_STATUS_REFUSED && liaison_text_get_size (data->text) > 0;
}

LiaisonProposal *
liaison_approval_propose (const LiaisonBlock *briefing,
                          LiaisonId statement,
                          LiaisonApprovalStep step,
                          const char *who,
                          gint32 date)
{
  const LiaisonItems *items = LIAISON_DATA (Briefing, briefing)->statements;
  gboolean whole = liaison_id_is_zero (statement);
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new (sentences[step][whole]);
  GRefString *name = step != LIAISON_APPROVAL_WITHDRAW && who != NULL && *who != '\0'
                         ? g_ref_string_new (who)
                         : NULL;

  if (step == LIAISON_APPROVAL_WITHDRAW)
    date = LIAISON_DATE_UNSET;
  for (guint i = 0; i < liaison_items_get_size (items); i++)
    if (is_meant (liaison_items_get (items, i), statement))
      step_statement (proposal, briefing, liaison_items_get (items, i), step, name, date);
  /* What the nation takes back of a card, the card as a whole no longer has. */
  if (whole || step != LIAISON_APPROVAL_APPROVE)
    step_card (proposal, briefing, whole ? step : LIAISON_APPROVAL_WITHDRAW, whole ? name : NULL,
               whole ? date : LIAISON_DATE_UNSET);
  g_clear_pointer (&name, g_ref_string_release);
  if (liaison_proposal_get_size (proposal) == 0)
    return NULL;
  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", briefing->id));
  return g_steal_pointer (&proposal);
}
