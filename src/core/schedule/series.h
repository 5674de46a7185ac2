/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A recurring event that moves as a whole: what was taken out of it stays out, what was put
 * elsewhere moves along, and as many occurrences as before are left. */
#pragma once

#include "edit/proposal.h"
#include "record/lookup.h"

G_BEGIN_DECLS

/* Adds to @proposal, which moves events of @before, what keeps their exceptions with the occurrences
 * they are about, the end of their rules as far from the start as it was on the clock, and weekly
 * ones on the days that they come to. Items that it changes already are left alone. */
void liaison_series_follow (LiaisonProposal *proposal, const LiaisonLookup *before);

G_END_DECLS
