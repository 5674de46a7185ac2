/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far interoperability had come at each planning conference, and now: in all, by dimension, by
 * chapter, by nation. */
#pragma once

#include "interoperability/results.h"

G_BEGIN_DECLS

typedef struct
{
  const LiaisonBlock *event; /* the conference; NULL: now */
  gint32 day;                /* until which it counts: the last one of the conference */
  gboolean ahead;            /* it has not begun: what is planned until then is counted */
} LiaisonTrendPoint;

typedef enum
{
  LIAISON_TREND_ALL,
  LIAISON_TREND_DIMENSION,
  LIAISON_TREND_CHAPTER,
  LIAISON_TREND_NATION,
} LiaisonTrendRowType;

typedef struct
{
  LiaisonTrendRowType type;
  LiaisonDimension dimension;
  const LiaisonBlock *block; /* of the chapter (NULL: none) or nation */
} LiaisonTrendRow;

/* Of requirements as they are assessed: one for each nation and each pair that is looked at. */
typedef struct
{
  guint n;        /* to be assessed */
  guint n_tested; /* with a result, success among them */
  guint n_success;
  guint n_issue;
  guint n_planned; /* not tested, but planned until then */
} LiaisonTally;

typedef struct _LiaisonTrend LiaisonTrend;

/* Concept, initial, main and final conferences that take place, and now, in order. Any thread; the
 * snapshot must outlive it. */
LiaisonTrend *liaison_trend_new (const LiaisonSnapshot *snapshot, gint64 now);
void liaison_trend_free (LiaisonTrend *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonTrend, liaison_trend_free)

guint liaison_trend_count_rows (const LiaisonTrend *self);
guint liaison_trend_count_points (const LiaisonTrend *self);
const LiaisonTrendRow *liaison_trend_get_row (const LiaisonTrend *self, guint row);
const LiaisonTrendPoint *liaison_trend_get_point (const LiaisonTrend *self, guint point);
const LiaisonTally *liaison_trend_get (const LiaisonTrend *self, guint row, guint point);

G_END_DECLS
