/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may see a record, for rules that compare. */
#pragma once

#include "review/review.h"

G_BEGIN_DECLS

/* The nations that the record's marking and originator let see it, groups taken apart. Transfer full; NULL: none. */
LiaisonCodes *liaison_release_list_get (LiaisonReview *review, const LiaisonBlock *block);

/* Adds the nations of @wide that @narrow does not have, up to five; FALSE when there are none. */
gboolean liaison_release_list_find_extra (const LiaisonCodes *wide, const LiaisonCodes *narrow, GPtrArray *extra);

/* Offers, under @label, to leave out of the record's own list who is not on that of @narrow. Leaves it out where the record
 * comes from one of them: that nation sees it whatever is marked. */
void liaison_release_list_offer_narrow (LiaisonReview *review,
                                        LiaisonFinding *finding,
                                        LiaisonId record,
                                        LiaisonId narrow,
                                        const char *label);

G_END_DECLS
