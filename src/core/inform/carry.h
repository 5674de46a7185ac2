/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carrying open lessons of one exercise into the objectives of the next. */
#pragma once

#include "edit/proposal.h"
#include "inform/product-flow.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

/* The observations of @from that are worth carrying on, by serial: those marked so, and those that
 * were identified and are not learned. Borrowed blocks; free the array. */
GPtrArray *liaison_carry_list (const LiaisonSnapshot *from);
/* Where a carried lesson says that it comes from: “Harbour Lantern 26, OB-003”. Transfer full. */
char *liaison_carry_tell_origin (const LiaisonSnapshot *from, const LiaisonBlock *observation);
/* Whether @into has it already. */
gboolean liaison_carry_is_there (const LiaisonSnapshot *from,
                                 const LiaisonSnapshot *into,
                                 const LiaisonBlock *observation);

/* Adds to @proposal, for each of @n observations of @from, the observation as a record of @into and an
 * objective that carries it on. What only the other plan has is left out; of an action body the name
 * is kept. @language: of names; @new_record: see product-flow.h. */
void liaison_carry_propose (const LiaisonSnapshot *from,
                            const LiaisonSnapshot *into,
                            const LiaisonBlock *const *observations,
                            guint n,
                            const char *language,
                            LiaisonNewRecordFunc new_record,
                            gpointer data,
                            LiaisonProposal *proposal);

G_END_DECLS
