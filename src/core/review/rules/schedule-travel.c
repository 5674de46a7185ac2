/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "review/rules/presence.h"
#include "review/rules/schedule-move.h"
#include "record/kinds/event.h"
#include "record/kinds/site.h"
#include "schedule/conflicts.h"

#include <glib/gi18n-lib.h>

/* Where an event leaves those who were at it, and where it wants them at its beginning. */
static LiaisonId
get_end_site (const LiaisonBlock *event)
{
  return LIAISON_DATA (Event, event)->site;
}

static LiaisonId
get_start_site (const LiaisonBlock *event)
{
  const LiaisonEventData *data = LIAISON_DATA (Event, event);

  return liaison_id_is_zero (data->from_site) ? data->site : data->from_site;
}

static void
report (LiaisonReview *review,
        const LiaisonScheduledEvent *later,
        const LiaisonScheduledEvent *earlier,
        const LiaisonBlock *who,
        gint64 gap,
        gint64 needed)
{
  LiaisonFinding *finding = liaison_review_add (
      review, later->block, "start",
      N_ ("From “{from}” to “{to}” takes {needed}; “{who}” has {gap} between “{other}” and “{record}”."));

  liaison_finding_add_record (finding, earlier->block->id);
  liaison_finding_add_record (finding, who->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("from", get_end_site (earlier->block)));
  liaison_finding_take_operand (finding, liaison_operand_record ("to", get_start_site (later->block)));
  liaison_finding_take_operand (finding, liaison_operand_record ("who", who->id));
  liaison_finding_take_operand (finding, liaison_operand_record ("other", earlier->block->id));
  liaison_finding_take_operand (finding, liaison_operand_duration ("gap", gap));
  liaison_finding_take_operand (finding, liaison_operand_duration ("needed", needed));
}

/* One participant's or post's uses in order of time. */
static void
look_at_pool (LiaisonReview *review, const LiaisonReviewPool *pool, gpointer data)
{
  const LiaisonTravel *travel = liaison_review_get_travel (review);

  for (guint i = 1; i < pool->n && !pool->shared; i++)
    {
      const LiaisonScheduledEvent *earlier = liaison_review_get_used_by (review, pool->uses[i - 1].event);
      const LiaisonScheduledEvent *later = liaison_review_get_used_by (review, pool->uses[i].event);
      gint64 gap = pool->uses[i].start - pool->uses[i - 1].end, needed;
      if (gap < 0
          || !liaison_travel_get (travel, get_end_site (earlier->block), get_start_site (later->block), &needed)
          || gap >= needed || !liaison_review_may_list (review))
        continue;
      report (review, later, earlier, pool->resource, gap, needed);
    }
}

/* One that can be at several events at once has no one way to go. */
static void
look_at (LiaisonReview *review, const LiaisonBlock *who)
{
  if (liaison_resource_get_capacity (who) == 1)
    liaison_review_foreach_pool (review, who, look_at_pool, NULL);
}

static void
fix (LiaisonReview *review, LiaisonFinding *finding)
{
  gint64 gap = liaison_fix_find_operand (finding, "gap")->value.seconds;

  liaison_schedule_fix (review, finding, FALSE, liaison_fix_find_operand (finding, "needed")->value.seconds - gap,
                        N_ ("Leave time for the journey"));
}

const LiaisonRule liaison_rule_travel_too_short = {
  "travel-too-short", LIAISON_SEVERITY_WARNING, N_ ("Too little time to travel"),
  N_ ("Somebody is to be at two places one after the other, with less time between them than the journey takes. Move one of the "
      "events, send somebody else, or correct the travel times of the sites."),
  NULL,
  .look = look_at, .kinds = LIAISON_TARGET (PARTICIPANT) | LIAISON_TARGET (POST), .referrers = LIAISON_TARGET (EVENT), .matters = liaison_review_presence_differs,
  .reach = LIAISON_TARGET (SITE), .fix = fix
};
