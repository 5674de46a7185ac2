/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What charts of days are made of: support asked for and given, people coming and going, tests and
 * what came of them. */
#pragma once

#include "arrangements/circuits.h"
#include "arrangements/movement-days.h"
#include "arrangements/support-days.h"
#include "draw/day-chart.h"

G_BEGIN_DECLS

/* So many nations have a part of their own; the others stand together. */
#define LIAISON_CHART_MOST_NATIONS 8

/* What is asked of a pool, by nation, against what there is. */
void liaison_day_chart_fill_support (LiaisonDayChart *self,
                                     const LiaisonSupportDays *days,
                                     const LiaisonSupportPool *pool,
                                     const LiaisonManner *manner);
/* Who arrives, stays and leaves, against @beds (LIAISON_INTEGER_UNSET: not known). */
void liaison_day_chart_fill_movements (LiaisonDayChart *self,
                                       const LiaisonMovementDays *days,
                                       gint64 beds,
                                       const LiaisonManner *manner);
/* The tests of the last @most_days days that have any, by what came of them. */
void liaison_day_chart_fill_tests (LiaisonDayChart *self,
                                   const LiaisonCircuits *circuits,
                                   guint most_days,
                                   const LiaisonManner *manner);

/* What a pool is called: "Accommodation · Tiller Camp (beds)". Transfer full. */
char *liaison_support_pool_tell (const LiaisonSupportPool *pool, const LiaisonManner *manner);

G_END_DECLS
