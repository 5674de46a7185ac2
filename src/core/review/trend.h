/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has become of the findings since the last planning conference. */
#pragma once

#include "review/comparison.h"

G_BEGIN_DECLS

/* The last conference that had ended by @now (Unix s), and when it ended. FALSE: none had. */
gboolean liaison_review_find_conference (const LiaisonSnapshot *snapshot,
                                         gint64 now,
                                         LiaisonId *conference,
                                         gint64 *end);

typedef struct
{
  guint then[3], now[3];               /* how many of each severity */
  LiaisonReviewComparison *comparison; /* what is gone, and what has arisen. Owned */
} LiaisonReviewTrend;

/* Reviews the plan as it was, with the clock of that time, and as it is. Any thread; NULL only when
 * cancelled. Transfer full. */
LiaisonReviewTrend *liaison_review_trend_new (const LiaisonSnapshot *before,
                                              gint64 then,
                                              const LiaisonSnapshot *after,
                                              gint64 now,
                                              GCancellable *cancellable);
void liaison_review_trend_free (LiaisonReviewTrend *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonReviewTrend, liaison_review_trend_free)

G_END_DECLS
