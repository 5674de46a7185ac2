/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Approving and withdrawing the statements of a card, with name and date, each as one edit. */
#pragma once

#include "edit/proposal.h"
#include "record/kinds/briefing.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_APPROVAL_APPROVE,
  LIAISON_APPROVAL_WITHDRAW, /* back to proposed, without name and date */
  LIAISON_APPROVAL_REFUSE,
} LiaisonApprovalStep;

/* For one statement (@statement), or for the whole card (zero): then all that say something and are
 * not refused, and the card itself. @who and @date: of whom speaks for the nation; for withdrawing
 * they do not matter. NULL where nothing would change. */
LiaisonProposal *liaison_approval_propose (const LiaisonBlock *briefing,
                                           LiaisonId statement,
                                           LiaisonApprovalStep step,
                                           const char *who,
                                           gint32 date);

G_END_DECLS
