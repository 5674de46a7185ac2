/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may see what as a table: to be printed, exported, read aloud at a release board. */
#pragma once

#include "exchange/listing.h"

G_BEGIN_DECLS

/* A row for each record of @kind in its usual order, with its portion mark and, for each nation, a
 * letter (release/withheld.h). @withheld_only: without those that every nation may see. @manner's
 * lookup is of @snapshot. Transfer full. */
LiaisonListing *liaison_visibility_listing_new (LiaisonSnapshot *snapshot,
                                                LiaisonKindId kind,
                                                gboolean withheld_only,
                                                const LiaisonManner *manner);

G_END_DECLS
