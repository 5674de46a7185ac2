/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interoperability/trend.h"

#include "record/kinds/event.h"
#include "record/kinds/nation.h"
#include "record/times.h"

#define DAY 86400

struct _LiaisonTrend
{
  GArray *rows;   /* of LiaisonTrendRow */
  GArray *points; /* of LiaisonTrendPoint */
  LiaisonTally *cells;
  GHashTable *nations;  /* code -> row */
  GHashTable *chapters; /* block or NULL -> row */
};

void
liaison_trend_free (LiaisonTrend *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->points);
  g_hash_table_unref (self->nations);
  g_hash_table_unref (self->chapters);
  g_free (self->cells);
  g_free (self);
}

static gboolean
is_planning_conference (const LiaisonBlock *event)
{
  const LiaisonEventData *data = LIAISON_DATA (Event, event);

  return data->status != LIAISON_EVENT_STATUS_CANCELLED
         && (data->conference == LIAISON_CONFERENCE_TYPE_CONCEPT
             || data->conference == LIAISON_CONFERENCE_TYPE_INITIAL
             || data->conference == LIAISON_CONFERENCE_TYPE_MAIN
             || data->conference == LIAISON_CONFERENCE_TYPE_FINAL);
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const LiaisonTrendPoint *one = a, *two = b;

  if (one->day != two->day)
    return one->day < two->day ? -1 : 1;
  return (one->event == NULL) - (two->event == NULL);
}

static void
add_points (LiaisonTrend *self, const LiaisonSnapshot *snapshot, gint64 now)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);
  const LiaisonTrendPoint today = { NULL, (gint32) (now / DAY), FALSE };
  guint n;
  const LiaisonBlock *const *events = liaison_snapshot_get (snapshot, LIAISON_KIND_EVENT, &n);

  for (guint i = 0; i < n; i++)
    {
      gint64 start, end;
      if (!is_planning_conference (events[i])
          || liaison_times_get_start (&lookup, events[i], &start) != LIAISON_TIME_KNOWN)
        continue;
      if (liaison_times_get_end (&lookup, events[i], &end) != LIAISON_TIME_KNOWN)
        end = start;
      const LiaisonTrendPoint point = { events[i], (gint32) (end / DAY), start > now };
      g_array_append_val (self->points, point);
    }
  g_array_append_val (self->points, today);
  g_array_sort (self->points, compare_points);
}

static guint
add_row (LiaisonTrend *self,
         LiaisonTrendRowType type,
         LiaisonDimension dimension,
         const LiaisonBlock *block)
{
  const LiaisonTrendRow row = { type, dimension, block };

  g_array_append_val (self->rows, row);
  return self->rows->len - 1;
}

static void
add_rows (LiaisonTrend *self, const LiaisonResults *results)
{
  guint n;
  const LiaisonBlock *const *blocks;

  add_row (self, LIAISON_TREND_ALL, LIAISON_DIMENSION_UNSET, NULL);
  for (LiaisonDimension i = LIAISON_DIMENSION_HUMAN; i <= LIAISON_DIMENSION_TECHNICAL; i++)
    add_row (self, LIAISON_TREND_DIMENSION, i, NULL);
  blocks = liaison_results_get_chapters (results, &n);
  for (guint i = 0; i < n; i++)
    g_hash_table_insert (self->chapters, (gpointer) blocks[i],
                         GUINT_TO_POINTER (add_row (self, LIAISON_TREND_CHAPTER,
                                                    LIAISON_DIMENSION_UNSET, blocks[i])));
  blocks = liaison_results_get_nations (results, &n);
  for (guint i = 0; i < n; i++)
    g_hash_table_insert (self->nations, (gpointer) LIAISON_DATA (Nation, blocks[i])->code,
                         GUINT_TO_POINTER (add_row (self, LIAISON_TREND_NATION,
                                                    LIAISON_DIMENSION_UNSET, blocks[i])));
}

/* One column while it is counted. */
typedef struct
{
  LiaisonTrend *trend;
  const LiaisonResults *results, *all;
  guint point;
} Count;

static LiaisonTally *
get_tally (const LiaisonTrend *self, guint row, guint point)
{
  return &self->cells[row * self->points->len + point];
}

static void
count_at (Count *self, guint row, const LiaisonBlock *assessment)
{
  LiaisonTally *tally = get_tally (self->trend, row, self->point);

  tally->n++;
  if (assessment == NULL)
    return;
  if (!liaison_assessment_has_result (assessment))
    {
      tally->n_planned++;
      return;
    }
  tally->n_tested++;
  tally->n_success +=
      LIAISON_DATA (Assessment, assessment)->result == LIAISON_ASSESSMENT_RESULT_SUCCESS;
  tally->n_issue += LIAISON_DATA (Assessment, assessment)->result
                    == LIAISON_ASSESSMENT_RESULT_INTEROPERABILITY_ISSUE;
}

static void
count_at_nation (Count *self, const char *code, const LiaisonBlock *assessment)
{
  gpointer row;

  if (code != NULL && g_hash_table_lookup_extended (self->trend->nations, code, NULL, &row))
    count_at (self, GPOINTER_TO_UINT (row), assessment);
}

static void
count (Count *self,
       const LiaisonBlock *requirement,
       const char *nation,
       const char *other,
       const LiaisonBlock *assessment)
{
  int dimension = LIAISON_DATA (Requirement, requirement)->dimension;
  const LiaisonBlock *chapter = liaison_results_get_chapter (self->results, requirement);
  gpointer row;

  if (assessment != NULL
      && LIAISON_DATA (Assessment, assessment)->result == LIAISON_ASSESSMENT_RESULT_NOT_APPLICABLE)
    return;
  count_at (self, 0, assessment);
  if (dimension != LIAISON_DIMENSION_UNSET)
    count_at (self, (guint) dimension, assessment);
  if (g_hash_table_lookup_extended (self->trend->chapters, chapter, NULL, &row))
    count_at (self, GPOINTER_TO_UINT (row), assessment);
  count_at_nation (self, nation, assessment);
  count_at_nation (self, other, assessment);
}

/* Pairs that anybody ever looked at or means to. */
static void
count_pair_cb (const LiaisonBlock *requirement, const LiaisonBlock *assessment, gpointer data)
{
  Count *self = data;
  const LiaisonAssessmentData *found = LIAISON_DATA (Assessment, assessment);

  if (LIAISON_DATA (Requirement, requirement)->per == LIAISON_ASSESSED_PER_PAIR)
    count (
        self, requirement, found->nation, found->other_nation,
        liaison_results_find (self->results, requirement->id, found->nation, found->other_nation));
}

static void
count_nations (Count *self)
{
  guint n, n_nations;
  const LiaisonBlock *const *requirements = liaison_results_get_requirements (self->results, &n);

  liaison_results_get_nations (self->results, &n_nations);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n_nations; j++)
      {
        const char *code = liaison_results_get_code (self->results, j);
        if (liaison_results_applies (self->results, requirements[i], code, NULL))
          count (self, requirements[i], code, NULL,
                 liaison_results_find (self->results, requirements[i]->id, code, NULL));
      }
}

LiaisonTrend *
liaison_trend_new (const LiaisonSnapshot *snapshot, gint64 now)
{
  LiaisonTrend *self = g_new0 (LiaisonTrend, 1);
  g_autoptr (LiaisonResults) all = liaison_results_new (snapshot, LIAISON_DATE_UNSET);

  self->rows = g_array_new (FALSE, FALSE, sizeof (LiaisonTrendRow));
  self->points = g_array_new (FALSE, FALSE, sizeof (LiaisonTrendPoint));
  self->nations = g_hash_table_new (g_str_hash, g_str_equal);
  self->chapters = g_hash_table_new (NULL, NULL);
  add_points (self, snapshot, now);
  add_rows (self, all);
  self->cells = g_new0 (LiaisonTally, self->rows->len * self->points->len);
  for (guint i = 0; i < self->points->len; i++)
    {
      g_autoptr (LiaisonResults) results =
          liaison_results_new (snapshot, liaison_trend_get_point (self, i)->day);
      Count counting = { self, results, all, i };
      count_nations (&counting);
      liaison_results_foreach (all, count_pair_cb, &counting);
    }
  return self;
}

guint
liaison_trend_count_rows (const LiaisonTrend *self)
{
  return self->rows->len;
}

guint
liaison_trend_count_points (const LiaisonTrend *self)
{
  return self->points->len;
}

const LiaisonTrendRow *
liaison_trend_get_row (const LiaisonTrend *self, guint row)
{
  return &g_array_index (self->rows, LiaisonTrendRow, row);
}

const LiaisonTrendPoint *
liaison_trend_get_point (const LiaisonTrend *self, guint point)
{
  return &g_array_index (self->points, LiaisonTrendPoint, point);
}

const LiaisonTally *
liaison_trend_get (const LiaisonTrend *self, guint row, guint point)
{
  return get_tally (self, row, point);
}
