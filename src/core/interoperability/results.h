/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found of each requirement, for each nation and each pair of nations, as it stood on a
 * day.
 *
 * Requirements are those used in this exercise; in a plan that says so of none, all. Of several
 * assessments of one requirement the last that has a result counts; one that is only planned counts
 * where there is no other. A pair is the same both ways round. */
#pragma once

#include "edit/proposal.h"
#include "record/kinds/assessment.h"
#include "record/kinds/requirement.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

typedef struct _LiaisonResults LiaisonResults;

/* @until: what was found later does not count (days since 1970-01-01); LIAISON_DATE_UNSET:
 * everything does. Any thread; the snapshot must outlive it. */
LiaisonResults *liaison_results_new (const LiaisonSnapshot *snapshot, gint32 until);
void liaison_results_free (LiaisonResults *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonResults, liaison_results_free)

/* The nations that take part, in the order of the plan: blocks; and their interned codes. */
const LiaisonBlock *const *liaison_results_get_nations (const LiaisonResults *self, guint *n);
const char *liaison_results_get_code (const LiaisonResults *self, guint nation);
/* The requirements used, chapter by chapter in the order of their serials, and those chapters; what
 * stands in no chapter comes last, under NULL. */
const LiaisonBlock *const *liaison_results_get_requirements (const LiaisonResults *self, guint *n);
const LiaisonBlock *const *liaison_results_get_chapters (const LiaisonResults *self, guint *n);
const LiaisonBlock *liaison_results_get_chapter (const LiaisonResults *self,
                                                 const LiaisonBlock *requirement);

/* Whether it is to be assessed for that nation, or (@other not NULL) for that pair: by what it is
 * assessed for and by the nations it applies to. One for the whole exercise is assessed for the
 * host, else the lead. Codes are interned. */
gboolean liaison_results_applies (const LiaisonResults *self,
                                  const LiaisonBlock *requirement,
                                  const char *nation,
                                  const char *other);
/* The assessment that counts, or NULL. @other NULL: of the nation alone. */
const LiaisonBlock *liaison_results_find (const LiaisonResults *self,
                                          LiaisonId requirement,
                                          const char *nation,
                                          const char *other);
/* Each assessment that counts. */
typedef void (*LiaisonResultFunc) (const LiaisonBlock *requirement,
                                   const LiaisonBlock *assessment,
                                   gpointer data);
void liaison_results_foreach (const LiaisonResults *self, LiaisonResultFunc func, gpointer data);

/* Whether it says more than that a test is planned. */
gboolean liaison_assessment_has_result (const LiaisonBlock *assessment);
/* The day it counts from: its date, else when its test event begins, else when it was written
 * down. */
gint32 liaison_assessment_get_day (const LiaisonLookup *lookup, const LiaisonBlock *assessment);

/* Puts down a result of today. What was found on a day before stays, for the trend: the new one
 * says what it follows. @fresh, an assessment with nothing but an id, a serial and a marking, is
 * taken and used where a new one is needed. Transfer full; NULL: it is so already. */
LiaisonProposal *liaison_results_propose (const LiaisonResults *self,
                                          const LiaisonBlock *requirement,
                                          const char *nation,
                                          const char *other,
                                          LiaisonAssessmentResult result,
                                          gint32 today,
                                          LiaisonBlock *fresh);

G_END_DECLS
