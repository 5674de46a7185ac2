/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it means to put an event into another lane of a timeline: another site, another track; where
 * the lane is that of somebody who takes part, they take the place of who was meant before. */
#pragma once

#include "draw/lanes.h"
#include "edit/proposal.h"

G_BEGIN_DECLS

/* Whether an event of the lane at place @from may go to that at @to; and, where @proposal is not
 * NULL, the edits that put it there. @event is as it is now. NULL: it may; else a static msgid that
 * says why not. */
const char *liaison_lane_drop (const LiaisonLanes *lanes,
                               LiaisonLanesBy by,
                               guint from,
                               guint to,
                               const LiaisonBlock *event,
                               LiaisonProposal *proposal);

G_END_DECLS
