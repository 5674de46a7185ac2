/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When an agreement is needed, and the last day on which each step towards it can still be done.
 *
 * An agreement is needed on the day it says, else on the first day from now on on which something begins
 * that hangs on it: an event, a liaison post, a channel, a support request, an event at a site. From there the steps
 * that are not done are counted back by the days they take; where it has no steps, by usual ones. */
#pragma once

#include "record/document.h"
#include "record/kinds/agreement.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

typedef struct
{
  int stage;                 /* LiaisonAgreementStage */
  const LiaisonBlock *item;  /* an agreement-step, or NULL: a usual one */
  gint32 lead;               /* days it takes */
  gint32 planned, done;      /* days, or LIAISON_DATE_UNSET */
  gint32 first, last;        /* when it must be begun and done at the latest, or LIAISON_DATE_UNSET */
  gboolean is_done;
} LiaisonAgreementStepDates;

typedef struct
{
  const LiaisonBlock *block;
  gint32 day; /* LIAISON_DATE_UNSET: at no time */
} LiaisonDependant;

typedef enum
{
  LIAISON_AGREEMENT_IN_FORCE,
  LIAISON_AGREEMENT_IN_TIME,
  LIAISON_AGREEMENT_SOON,     /* less than three weeks are left for the step that is being done */
  LIAISON_AGREEMENT_LATE,     /* its last responsible day has passed */
  LIAISON_AGREEMENT_UNDATED,  /* nothing says when it is needed */
  LIAISON_AGREEMENT_OVER,     /* expired, suspended or abandoned, and nothing needs it */
  LIAISON_AGREEMENT_MISSING,  /* expired, suspended or abandoned, but something needs it */
} LiaisonAgreementState;
#define LIAISON_N_AGREEMENT_STATES (LIAISON_AGREEMENT_MISSING + 1)
/* Labels, a place each. */
extern const char *const liaison_agreement_state_labels[];

typedef struct
{
  const LiaisonBlock *agreement;
  LiaisonAgreementState state;
  gint32 needed;                  /* day, or LIAISON_DATE_UNSET */
  const LiaisonBlock *needed_for; /* what begins then; NULL: the agreement says so itself */
  gint32 last_day;    /* the last responsible day of the step that is being done, or LIAISON_DATE_UNSET */
  GArray *steps;      /* of LiaisonAgreementStepDates, in the order of stages */
  GArray *dependants; /* of LiaisonDependant, by day */
} LiaisonAgreementDates;

typedef struct
{
  LiaisonSnapshot *snapshot;
  gint32 today;
  GPtrArray *agreements; /* of LiaisonAgreementDates, in the order of ids */
} LiaisonAgreements;

LiaisonAgreements *liaison_agreements_new (LiaisonSnapshot *snapshot, gint64 now);
void liaison_agreements_free (LiaisonAgreements *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonAgreements, liaison_agreements_free)
/* Those of one agreement: what hangs on it is what refers to it in @document, whose records @snapshot has. */
LiaisonAgreementDates *liaison_agreement_dates_new (LiaisonDocument *document,
                                                    const LiaisonSnapshot *snapshot,
                                                    const LiaisonBlock *agreement,
                                                    gint64 now);
void liaison_agreement_dates_free (LiaisonAgreementDates *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonAgreementDates, liaison_agreement_dates_free)
/* NULL where there is none. */
const LiaisonAgreementDates *liaison_agreements_find (const LiaisonAgreements *self,
                                                      LiaisonId agreement);

/* Whether the action is about an agreement: then it is one of the issue log of agreements. */
gboolean liaison_agreement_has_issue (const LiaisonLookup *lookup, const LiaisonBlock *action);

G_END_DECLS
