/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/workflow.h"

#include "record/kinds/event.h"

#include <glib/gi18n-lib.h>

/* In the order of the way; HELD stands beside it. */
static const LiaisonInjectStatus way[] = {
  LIAISON_INJECT_STATUS_DRAFT,    LIAISON_INJECT_STATUS_REVIEW,    LIAISON_INJECT_STATUS_APPROVED,
  LIAISON_INJECT_STATUS_RELEASED, LIAISON_INJECT_STATUS_COMPLETED,
};

static int
find_place (LiaisonInjectStatus status)
{
  for (guint i = 0; i < G_N_ELEMENTS (way); i++)
    if (way[i] == status)
      return (int) i;
  /* What has no status yet begins; what was held goes on where it was stopped. */
  if (status == LIAISON_INJECT_STATUS_UNSET)
    return -1;
  return status == LIAISON_INJECT_STATUS_HELD ? 1 : (int) G_N_ELEMENTS (way);
}

LiaisonInjectStatus
liaison_workflow_get_next (LiaisonInjectStatus status)
{
  int next = find_place (status) + 1;
  return next < (int) G_N_ELEMENTS (way) ? way[next] : LIAISON_INJECT_STATUS_UNSET;
}

LiaisonInjectStatus
liaison_workflow_get_previous (LiaisonInjectStatus status)
{
  int place = find_place (status);

  if (status == LIAISON_INJECT_STATUS_HELD)
    return LIAISON_INJECT_STATUS_REVIEW;
  /* Who took an inject out can take it up again. */
  if (place == (int) G_N_ELEMENTS (way))
    return LIAISON_INJECT_STATUS_DRAFT;
  return place > 0 ? way[place - 1] : LIAISON_INJECT_STATUS_UNSET;
}

static gboolean
has_come_to (LiaisonInjectStatus status, LiaisonInjectStatus to)
{
  int place = find_place (status);

  if (status == LIAISON_INJECT_STATUS_HELD)
    return to <= LIAISON_INJECT_STATUS_APPROVED;
  return place < (int) G_N_ELEMENTS (way) && place >= find_place (to);
}

static void
set (LiaisonProposal *proposal, const LiaisonBlock *block, guint field, gconstpointer at)
{
  liaison_proposal_set_field (proposal, block, field, at);
}

static void
note_approval (LiaisonProposal *proposal,
               const LiaisonBlock *block,
               LiaisonInjectStatus status,
               const LiaisonWorkflowHand *hand)
{
  const LiaisonInjectData *inject = LIAISON_DATA (Inject, block);
  g_autoptr (GRefString) author = NULL;
  GRefString *none = NULL;
  gint32 day = (gint32) (hand->now / 86400), unset = LIAISON_DATE_UNSET;

  if (has_come_to (status, LIAISON_INJECT_STATUS_APPROVED))
    {
      if (inject->approved_by == NULL && hand->author != NULL && *hand->author != '\0')
        {
          author = g_ref_string_new (hand->author);
          set (proposal, block, LIAISON_FIELD (Inject, approved_by), &author);
        }
      if (inject->approved == LIAISON_DATE_UNSET)
        set (proposal, block, LIAISON_FIELD (Inject, approved), &day);
    }
  else if (status == LIAISON_INJECT_STATUS_DRAFT || status == LIAISON_INJECT_STATUS_REVIEW)
    {
      if (inject->approved_by != NULL)
        set (proposal, block, LIAISON_FIELD (Inject, approved_by), &none);
      if (inject->approved != LIAISON_DATE_UNSET)
        set (proposal, block, LIAISON_FIELD (Inject, approved), &unset);
    }
}

/* When it reached the players, and when it was dealt with. */
static void
note_time (LiaisonProposal *proposal,
           const LiaisonBlock *block,
           guint field,
           gboolean reached,
           const LiaisonWorkflowHand *hand)
{
  const LiaisonInstant *present = LIAISON_BLOCK_AT (block, &block->shape->fields[field]);
  LiaisonInstant now = { 0 };

  if (reached == (present->form != LIAISON_INSTANT_UNSET))
    return;
  if (reached && !liaison_instant_from_unix (hand->now / 60 * 60, hand->zone, &now))
    liaison_instant_from_unix (hand->now / 60 * 60, NULL, &now);
  set (proposal, block, field, &now);
}

static gboolean
add_step (LiaisonProposal *proposal,
          const LiaisonBlock *block,
          LiaisonInjectStatus status,
          const LiaisonWorkflowHand *hand)
{
  int choice = (int) status;
  const gboolean on_way =
      status != LIAISON_INJECT_STATUS_CANCELLED && status != LIAISON_INJECT_STATUS_RETIRED;

  if (block->shape != &liaison_inject_kind.shape || status == LIAISON_INJECT_STATUS_UNSET
      || LIAISON_DATA (Inject, block)->status == choice)
    return FALSE;
  set (proposal, block, LIAISON_FIELD (Inject, status), &choice);
  /* What is cancelled or retired keeps what became of it before. */
  if (!on_way)
    return TRUE;
  note_approval (proposal, block, status, hand);
  note_time (proposal, block, LIAISON_FIELD (Inject, actual),
             has_come_to (status, LIAISON_INJECT_STATUS_RELEASED), hand);
  note_time (proposal, block, LIAISON_FIELD (Inject, completed),
             has_come_to (status, LIAISON_INJECT_STATUS_COMPLETED), hand);
  return TRUE;
}

/* Names what is done where one status is given, and the inject where it is one. */
static LiaisonProposal *
make_proposal (const LiaisonBlock *one, guint n, LiaisonInjectStatus status)
{
  LiaisonProposal *proposal = liaison_proposal_new (
      n == 1                                  ? N_ ("Set {record} to “{status}”")
      : status != LIAISON_INJECT_STATUS_UNSET ? N_ ("Set {count} injects to “{status}”")
                                              : N_ ("Change the status of {count} injects"));

  if (n == 1)
    liaison_proposal_take_operand (proposal, liaison_operand_record ("record", one->id));
  else
    liaison_proposal_take_operand (proposal, liaison_operand_integer ("count", n));
  if (status != LIAISON_INJECT_STATUS_UNSET)
    liaison_proposal_take_operand (
        proposal, liaison_operand_field ("status", liaison_inject_statuses.choices[status].label));
  return proposal;
}

/* @status UNSET: a step forward or back for each. */
static LiaisonProposal *
change (const LiaisonBlock *const *blocks,
        guint n,
        LiaisonInjectStatus status,
        gboolean back,
        const LiaisonWorkflowHand *hand)
{
  g_autofree LiaisonInjectStatus *wanted = g_new0 (LiaisonInjectStatus, n);
  const LiaisonBlock *one = NULL;
  LiaisonInjectStatus common = LIAISON_INJECT_STATUS_UNSET;
  LiaisonProposal *proposal;
  guint count = 0;

  for (guint i = 0; i < n; i++)
    {
      LiaisonInjectStatus present;

      if (blocks[i]->shape != &liaison_inject_kind.shape)
        continue;
      present = (LiaisonInjectStatus) LIAISON_DATA (Inject, blocks[i])->status;
      wanted[i] = status != LIAISON_INJECT_STATUS_UNSET ? status
                  : back                                ? liaison_workflow_get_previous (present)
                                                        : liaison_workflow_get_next (present);
      if (wanted[i] == present)
        wanted[i] = LIAISON_INJECT_STATUS_UNSET;
      if (wanted[i] == LIAISON_INJECT_STATUS_UNSET)
        continue;
      common = count == 0 || common == wanted[i] ? wanted[i] : LIAISON_INJECT_STATUS_UNSET;
      one = blocks[i];
      count++;
    }
  if (count == 0)
    return NULL;
  proposal = make_proposal (one, count, common);
  for (guint i = 0; i < n; i++)
    add_step (proposal, blocks[i], wanted[i], hand);
  return proposal;
}

LiaisonProposal *
liaison_workflow_set (const LiaisonBlock *const *blocks,
                      guint n,
                      LiaisonInjectStatus status,
                      const LiaisonWorkflowHand *hand)
{
  g_return_val_if_fail (status != LIAISON_INJECT_STATUS_UNSET, NULL);
  return change (blocks, n, status, FALSE, hand);
}

LiaisonProposal *
liaison_workflow_step (const LiaisonBlock *const *blocks,
                       guint n,
                       gboolean back,
                       const LiaisonWorkflowHand *hand)
{
  return change (blocks, n, LIAISON_INJECT_STATUS_UNSET, back, hand);
}

gboolean
liaison_workflow_is_for_players (const LiaisonBlock *block)
{
  if (block->shape == &liaison_event_kind.shape)
    return !LIAISON_DATA (Event, block)->hidden;
  if (block->shape == &liaison_inject_kind.shape)
    return LIAISON_DATA (Inject, block)->status == LIAISON_INJECT_STATUS_RELEASED
           || LIAISON_DATA (Inject, block)->status == LIAISON_INJECT_STATUS_COMPLETED;
  return TRUE;
}
