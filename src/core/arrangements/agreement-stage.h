/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving an agreement from stage to stage. */
#pragma once

#include "edit/proposal.h"
#include "record/kinds/agreement.h"

G_BEGIN_DECLS

/* The agreement is in @stage from @today (days) on: the steps before it that nobody has said are done are done
 * today, those from it on are not done any more; one that comes into force is in force from today where no
 * day is given. One proposal; NULL where it is in that stage already. */
LiaisonProposal *liaison_agreement_propose_stage (const LiaisonBlock *agreement,
                                                  LiaisonAgreementStage stage,
                                                  gint32 today);

G_END_DECLS
