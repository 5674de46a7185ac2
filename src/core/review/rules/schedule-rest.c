/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/event.h"
#include "record/kinds/exercise.h"
#include "record/times.h"
#include "review/rules/presence.h"
#include "review/rules/schedule-move.h"
#include "schedule/recurrence.h"

#include <glib/gi18n-lib.h>

#define DAY  86400
#define HOUR 3600

/* Whether a duty takes more than an hour of the night, from 22:00 until 06:00 where it is done. */
static gboolean
is_at_night (LiaisonReview *review, const LiaisonDuty *duty)
{
  const char *zone = liaison_times_get_zone (&review->lookup, duty->block);
  gint64 start = liaison_recurrence_to_wall (zone, duty->start), end = start + (duty->end - duty->start);
  gint64 midnight = start / DAY * DAY, night = 0;

  for (gint64 day = midnight - DAY; day <= end && day < midnight + 40 * DAY; day += DAY)
    night += MAX (0, MIN (end, day + 30 * HOUR) - MAX (start, day + 22 * HOUR));
  return night > HOUR;
}

static gboolean
is_rest (const LiaisonDuty *duty)
{
  return !duty->on_shift && LIAISON_DATA (Event, duty->block)->type == LIAISON_EVENT_TYPE_REST;
}

static void
report (LiaisonReview *review, const LiaisonBlock *person, const LiaisonDuty *duty, const LiaisonDuty *before, gint64 rest)
{
  if (!liaison_review_may_list (review))
    return;
  LiaisonFinding *finding = liaison_review_add (
      review, duty->block, "start", N_ ("“{who}” has {gap} of rest after the night of “{other}” and before “{record}”; {rest} are due."));
  liaison_finding_add_record (finding, before->block->id);
  liaison_finding_add_record (finding, person->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("who", person->id));
  liaison_finding_take_operand (finding, liaison_operand_record ("other", before->block->id));
  liaison_finding_take_operand (finding, liaison_operand_duration ("gap", duty->start - before->end));
  liaison_finding_take_operand (finding, liaison_operand_duration ("rest", rest));
}

static void
look_at_duties (LiaisonReview *review, const LiaisonBlock *person, const LiaisonDuty *duties, guint n)
{
  gint64 rest = LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (review->snapshot))->minimum_rest;
  const LiaisonDuty *night = NULL; /* the night work that ended last */

  for (guint i = 0; i < n; i++)
    {
      if (is_rest (&duties[i]))
        continue;
      /* What begins before the night has ended is another rule's; what follows at once is the same duty. */
      if (night != NULL && duties[i].start > night->end + HOUR && duties[i].start < night->end + rest
          && duties[i].block != night->block)
        report (review, person, &duties[i], night, rest);
      /* What the next begins long after leads nowhere. */
      if (i + 1 < n && duties[i + 1].start < duties[i].end + rest && is_at_night (review, &duties[i]) && (night == NULL || duties[i].end > night->end))
        night = &duties[i];
    }
}

static void
look_at (LiaisonReview *review, const LiaisonBlock *person)
{
  gint64 rest = LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (review->snapshot))->minimum_rest;

  if (rest != LIAISON_DURATION_UNSET && rest > 0)
    liaison_presence_look_at_duties (review, person, look_at_duties);
}

static void
fix (LiaisonReview *review, LiaisonFinding *finding)
{
  gint64 gap = liaison_fix_find_operand (finding, "gap")->value.seconds;

  liaison_schedule_fix (review, finding, FALSE, liaison_fix_find_operand (finding, "rest")->value.seconds - gap,
                        N_ ("Leave time for rest"));
}

const LiaisonRule liaison_rule_rest_too_short = {
  "rest-too-short", LIAISON_SEVERITY_WARNING, N_ ("Too little rest after night work"),
  N_ ("A person is asked for again sooner after night work than the rest that the exercise promises between duties. Move the "
      "later duty, or send somebody else."),
  NULL,
  .look = look_at, .kinds = LIAISON_TARGET (PARTICIPANT), .referrers = LIAISON_TARGET (EVENT) | LIAISON_TARGET (POST), .matters = liaison_review_presence_differs, .fix = fix
};
