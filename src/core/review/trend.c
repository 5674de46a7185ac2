/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/trend.h"

#include "record/kinds/event.h"
#include "record/times.h"

gboolean
liaison_review_find_conference (const LiaisonSnapshot *snapshot,
                                gint64 now,
                                LiaisonId *conference,
                                gint64 *end)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);
  guint n;
  const LiaisonBlock *const *events = liaison_snapshot_get (snapshot, LIAISON_KIND_EVENT, &n);
  gboolean found = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const LiaisonEventData *event = LIAISON_DATA (Event, events[i]);
      gint64 ended;
      if (event->type != LIAISON_EVENT_TYPE_CONFERENCE
          || event->conference == LIAISON_CONFERENCE_TYPE_UNSET
          || event->conference == LIAISON_CONFERENCE_TYPE_COORDINATION
          || event->status == LIAISON_EVENT_STATUS_CANCELLED
          || event->status == LIAISON_EVENT_STATUS_POSTPONED
          || liaison_times_get_end (&lookup, events[i], &ended) != LIAISON_TIME_KNOWN || ended > now
          || (found && ended <= *end))
        continue;
      found = TRUE;
      *conference = events[i]->id;
      *end = ended;
    }
  return found;
}

static void
count (const GPtrArray *findings, guint counts[3])
{
  for (guint i = 0; i < findings->len; i++)
    counts[((const LiaisonFinding *) findings->pdata[i])->severity]++;
}

LiaisonReviewTrend *
liaison_review_trend_new (const LiaisonSnapshot *before,
                          gint64 then,
                          const LiaisonSnapshot *after,
                          gint64 now,
                          GCancellable *cancellable)
{
  g_autoptr (GPtrArray) old = liaison_review_run (before, then, cancellable);
  g_autoptr (GPtrArray) new = old != NULL ? liaison_review_run (after, now, cancellable) : NULL;
  LiaisonReviewTrend *self;

  if (new == NULL)
    return NULL;
  self = g_new0 (LiaisonReviewTrend, 1);
  count (old, self->then);
  count (new, self->now);
  self->comparison = liaison_review_compare_findings (old, new);
  return self;
}

void
liaison_review_trend_free (LiaisonReviewTrend *self)
{
  if (self == NULL)
    return;
  liaison_review_comparison_free (self->comparison);
  g_free (self);
}
