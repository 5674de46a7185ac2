/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels of interoperability, 0 to 3, worked out from results: of a nation, of a pair of nations,
 * of a nation in a chapter; whole or in the human, procedural or technical dimension. With the
 * reason for each.
 *
 * 0 not interoperable, 1 beside each other, 2 with each other, 3 as one: the four steps that armies
 * use when they measure interoperability in these three dimensions. */
#pragma once

#include "interoperability/results.h"

G_BEGIN_DECLS

/* The rule in words, a msgid. */
extern const char *const liaison_rating_rule;

#define LIAISON_RATING_UNKNOWN (-1)

/* Why a level is what it is. */
typedef enum
{
  LIAISON_RATING_NOTHING,     /* no requirement applies */
  LIAISON_RATING_UNTESTED,    /* nothing was tested yet */
  LIAISON_RATING_ONE_SIDED,   /* a pair: of one of the two nothing was tested, nor of both */
  LIAISON_RATING_TOLD,        /* the lowest is one that an assessor has put down */
  LIAISON_RATING_ISSUE,       /* an issue without a workaround */
  LIAISON_RATING_WORKAROUND,  /* an issue, or a limited success, that is worked around or not */
  LIAISON_RATING_LIMITED,     /* a limited success with a workaround */
  LIAISON_RATING_RECOMMENDED, /* too few of the recommended ones succeeded */
  LIAISON_RATING_FULL,        /* everything did */
} LiaisonRatingReason;

typedef struct
{
  int level; /* 0 to 3, or LIAISON_RATING_UNKNOWN */
  LiaisonRatingReason reason;
  gboolean provisional; /* a mandatory one is not tested, or two nations were not tested together */
  gboolean apart;       /* a pair: not one test of the two together */
  const LiaisonBlock *requirement, *assessment; /* that decided, or NULL */

  guint n;                                        /* requirements that apply */
  guint n_tested;                                 /* of them with a result */
  guint n_success, n_limited, n_issue, n_missing; /* missing: mandatory and not tested */
} LiaisonRating;

typedef struct
{
  LiaisonDimension dimension;  /* UNSET: all */
  gboolean in_chapter;         /* only requirements of that chapter */
  const LiaisonBlock *chapter; /* NULL: those that stand in none */
  const char *nation;          /* interned */
  const char *other;           /* NULL: the nation alone, with the pairs that it is in */
} LiaisonRatingScope;

LiaisonRating liaison_results_rate (const LiaisonResults *self, const LiaisonRatingScope *scope);
/* The assessments that count in that scope, worst first; free the array, of LiaisonId. */
GArray *liaison_results_list (const LiaisonResults *self, const LiaisonRatingScope *scope);
/* What one assessment comes to; UNKNOWN where it has no result. */
int liaison_assessment_rate (const LiaisonBlock *assessment);

G_END_DECLS
