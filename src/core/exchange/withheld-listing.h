/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of what was withheld from an audience, for the planners: to be printed, exported, kept
 * apart from the copy. */
#pragma once

#include "exchange/listing.h"
#include "release/redact.h"

G_BEGIN_DECLS

/* Table, record, field, reason: a row for each text that is to be mended, then for each thing
 * withheld. @manner's lookup is of the plan, not of the copy. Transfer full. */
LiaisonListing *liaison_withheld_listing_new (const LiaisonRedaction *redaction,
                                              const LiaisonManner *manner);
/* "Withheld from France" (or of whatever audience). Transfer full. */
char *liaison_withheld_listing_tell_title (const LiaisonAudience *audience,
                                           const LiaisonManner *manner);
/* What the audience is called: "France", "Evaluators", "LP-01 Liaison officer". Transfer full. */
char *liaison_audience_tell (const LiaisonAudience *audience, const LiaisonManner *manner);

G_END_DECLS
