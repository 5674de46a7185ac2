/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Support, day by day: what is asked of each site in each class, and what it can give.
 *
 * A request counts on each day from when it is needed until it is not; a bed for the nights, so not
 * on the day of leaving. Requests that were refused, cancelled or closed do not count. It is asked of
 * its provider where that is a site, else of its site, or of the nearest site around it that gives
 * anything of the class. A site gives its supplies while they are available; where it has none of a
 * class, its beds for accommodation, its seats for workspace, its meals a sitting three times a day
 * for rations. Where a site has several supplies of one class they are told apart by unit. */
#pragma once

#include "record/kinds/support-request.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

typedef struct
{
  const LiaisonBlock *request;
  gint32 first, last; /* days */
  gint64 quantity;
} LiaisonSupportDemand;

/* What one site gives of one class, in one unit, and who asks for it. */
typedef struct
{
  const LiaisonBlock *site; /* NULL: requests that name no site */
  int class;                /* LiaisonSupportClass */
  const LiaisonText *unit;  /* borrowed; NULL: nobody said */
  gboolean known;           /* it is known what there is */
  GArray *demands;          /* of LiaisonSupportDemand, in the order of ids */
  gint64 *asked;            /* a day, from the first day of all */
  gint64 *available;        /* a day; only where `known` */
  guint n_short;            /* days on which more is asked for than there is */
  gint32 worst;             /* the day on which most is missing, or LIAISON_DATE_UNSET */
} LiaisonSupportPool;

typedef struct
{
  LiaisonSnapshot *snapshot;
  gint32 first; /* day; of all that is asked for */
  guint n_days;
  GPtrArray *pools; /* of LiaisonSupportPool, by class and site */
  guint n_undated;  /* requests that nobody can place on a day, or that say no quantity */
} LiaisonSupportDays;

LiaisonSupportDays *liaison_support_days_new (LiaisonSnapshot *snapshot);
void liaison_support_days_free (LiaisonSupportDays *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonSupportDays, liaison_support_days_free)

/* A shortfall of @pool: the first that its requests, in the order of ids, run into on their first
 * day. The request that came last to it, borrowed; NULL: none. */
const LiaisonSupportDemand *liaison_support_pool_find_shortfall (const LiaisonSupportDays *self,
                                                                 const LiaisonSupportPool *pool,
                                                                 gint32 *day,
                                                                 gint64 *asked,
                                                                 gint64 *available);
/* What @nation (NULL: everybody) asks of the pool on the day that is @index days after the first. */
gint64 liaison_support_pool_sum (const LiaisonSupportDays *self,
                                 const LiaisonSupportPool *pool,
                                 const char *nation,
                                 guint index);

G_END_DECLS
