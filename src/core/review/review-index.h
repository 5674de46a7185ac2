/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of a plan, kept true from edit to edit: after one, a rule looks again only at the
 * records that the edit can matter to, as its line in the table says (review.h). They are always
 * those that a full review finds, in the same order. */
#pragma once

#include "record/document.h"
#include "review/review.h"

G_BEGIN_DECLS

typedef struct _LiaisonReviewIndex LiaisonReviewIndex;

/* A full look, in any thread; from then on it is used by the thread of the document alone. NULL when
 * cancelled, and where there is so much to find that following it would take too much memory. */
LiaisonReviewIndex *
liaison_review_index_new (LiaisonSnapshot *snapshot, gint64 now, GCancellable *cancellable);
void liaison_review_index_free (LiaisonReviewIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonReviewIndex, liaison_review_index_free)

/* The version of the document that it tells of, and the time it took to be now. */
guint64 liaison_review_index_get_version (const LiaisonReviewIndex *self);
gint64 liaison_review_index_get_now (const LiaisonReviewIndex *self);

/* Follows the changes of one group, all of them and each once, as "changed" of @document tells them.
 * The document must know who refers to whom (liaison_document_take_uses ()), or this takes long.
 *
 * FALSE where so much may have changed that only a full look will tell: then the index is spent, and
 * a new one is to be made. That is so when the exercise itself changes other than in its texts, when
 * a site, participant, post or channel comes or goes, and when a group touches very many records. */
gboolean liaison_review_index_advance (LiaisonReviewIndex *self,
                                       LiaisonDocument *document,
                                       const LiaisonChange *changes,
                                       guint n);

/* As liaison_review_run_all () would find them: those that stand, and those accepted
 * (LiaisonAcceptance). Transfer full. */
GPtrArray *liaison_review_index_list (const LiaisonReviewIndex *self, GPtrArray **accepted);

G_END_DECLS
