/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records of a plan an audience may see: the one place where that is decided. */
#pragma once

#include "release/audience.h"
#include "release/withheld.h"
#include "words/marking-scheme.h"

G_BEGIN_DECLS

/* Borrows the plan and the audience. For any thread, one at a time. */
typedef struct _LiaisonView LiaisonView;

LiaisonView *liaison_view_new (const LiaisonSnapshot *plan, const LiaisonAudience *audience);
/* One that answers _may_see alone, for whoever asks about few records: it looks at none beforehand.
 */
LiaisonView *liaison_view_new_for_questions (const LiaisonSnapshot *plan,
                                             const LiaisonAudience *audience);
void liaison_view_free (LiaisonView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonView, liaison_view_free)

const LiaisonSnapshot *liaison_view_get_plan (const LiaisonView *self);
const LiaisonAudience *liaison_view_get_audience (const LiaisonView *self);

/* Whether the audience may see the record. *@why (may be NULL) is filled in where it may not. */
gboolean
liaison_view_may_see (const LiaisonView *self, const LiaisonBlock *block, LiaisonWithheld *why);
/* The record, where there is such a one and the audience may see it; NULL otherwise. */
const LiaisonBlock *liaison_view_find (const LiaisonView *self, LiaisonId id);
/* Whether the audience may know of the nation: a record of it is seen, or it is one of the audience
 * itself. */
gboolean liaison_view_knows_nation (const LiaisonView *self, const char *code);
/* Whether the audience may see the field of records that it sees. *@reason (may be NULL) is filled
 * in where it may not. */
gboolean liaison_view_may_see_field (const LiaisonView *self,
                                     const LiaisonField *field,
                                     LiaisonWithheldReason *reason);
/* Whether the audience may see the own column with this key of the table of @kind. */
gboolean liaison_view_may_see_column (const LiaisonView *self, LiaisonKindId kind, const char *key);

G_END_DECLS
