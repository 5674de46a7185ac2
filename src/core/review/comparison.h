/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a change to a plan does to its findings. */
#pragma once

#include "review/review.h"

G_BEGIN_DECLS

/* Of LiaisonFinding; the same finding is the same rule about the same records, whatever the times. */
typedef struct
{
  GPtrArray *gone;   /* were there before. Owned */
  GPtrArray *arisen; /* are there only afterwards. Owned */
  guint n_before, n_after;
} LiaisonReviewComparison;

/* Runs all rules over both plans. Any thread; NULL only when cancelled. Transfer full. */
LiaisonReviewComparison *liaison_review_compare (const LiaisonSnapshot *before,
                                                 const LiaisonSnapshot *after,
                                                 gint64 now,
                                                 GCancellable *cancellable);
/* The same of what has been found already. Transfer full. */
LiaisonReviewComparison *liaison_review_compare_findings (const GPtrArray *before,
                                                          const GPtrArray *after);
void liaison_review_comparison_free (LiaisonReviewComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonReviewComparison, liaison_review_comparison_free)

G_END_DECLS
