/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the list of findings: a finding, or the heading of those of one rule. */
#pragma once

#include "record/finding.h"
#include "review/review.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_REVIEW_ROW (liaison_review_row_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonReviewRow, liaison_review_row, LIAISON, REVIEW_ROW, GObject)

/* The heading over the findings of @rule; @findings are those shown below it. */
LiaisonReviewRow *liaison_review_row_new_heading (const LiaisonRule *rule, const GPtrArray *findings);
LiaisonReviewRow *liaison_review_row_new (LiaisonFinding *finding);

/* NULL for a heading. Borrowed. */
LiaisonFinding *liaison_review_row_get_finding (LiaisonReviewRow *self);
/* Of a heading. Borrowed. */
const LiaisonRule *liaison_review_row_get_rule (LiaisonReviewRow *self);
const GPtrArray *liaison_review_row_get_findings (LiaisonReviewRow *self);

G_END_DECLS
