/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Observances on offer, from those that come with the program or from a calendar that was read:
 * which of them the plan does not have, and what becomes of those it has. Nothing changes before
 * they are proposed. */
#pragma once

#include "edit/proposal.h"
#include "record/kinds/observance.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_OFFER_NEW,
  LIAISON_OFFER_CHANGED, /* other days, or more nations */
  LIAISON_OFFER_SAME,
} LiaisonOfferState;

/* Days in a row. */
typedef struct
{
  gint32 first, last;
  gboolean confirmed;
} LiaisonOfferRun;

typedef struct
{
  LiaisonOfferState state;
  LiaisonBlock *before; /* as the plan has it; NULL: not there */
  LiaisonBlock *after;  /* as it would be */
  GArray *runs;         /* of LiaisonOfferRun: its days in the window, at most 60 of them */
  gboolean wanted; /* for people to change: at first what is new or changed, and in the window */
} LiaisonObservanceOffer;

typedef struct
{
  gint32 from, until; /* the window of days */
  gint64 now;         /* Unix ms, for new ids */
  gboolean mark;      /* new ones get the exercise's default marking; else none */
} LiaisonOfferTerms;

/* @candidates (of LiaisonBlock of observances) are known again by their calendar's UID and feed, or
 * by being the same rule for one of the same nations. Of one that the plan has, people's own words
 * and confirmed days are kept; nations and days are added, days of the same year that nobody has
 * confirmed replaced. In the order of their first day, those without one last. Transfer full, of
 * LiaisonObservanceOffer. */
GPtrArray *liaison_observance_offers_new (const LiaisonSnapshot *snapshot,
                                          const GPtrArray *candidates,
                                          const LiaisonOfferTerms *terms);
/* Those that are wanted, as one edit; @sentence may hold {count}. NULL: none. */
LiaisonProposal *liaison_observance_offers_propose (const GPtrArray *offers, const char *sentence);

G_END_DECLS
