/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/times.h"
#include "review/rules/schedule-move.h"
#include "schedule/bookings.h"

#include <glib/gi18n-lib.h>

static void
look_at (LiaisonReview      *review,
         const LiaisonBlock *block)
{
  const LiaisonScheduledEvent *event;
  gint64 deadline;

  if (LIAISON_DATA (Event, block)->deadline.form == LIAISON_INSTANT_UNSET
      || (event = liaison_review_get_event (review, block)) == NULL)
    return;
  if (liaison_times_resolve (&review->lookup, &LIAISON_DATA (Event, event->block)->deadline, &deadline, NULL)
          != LIAISON_TIME_KNOWN
      || event->end <= deadline || !liaison_review_may_list (review))
    return;
  LiaisonFinding *finding
      = liaison_review_add (review, event->block, "deadline", N_("“{record}” ends {duration} after its deadline."));
  liaison_finding_take_operand (finding, liaison_operand_duration ("duration", event->end - deadline));
}

static void
fix (LiaisonReview *review, LiaisonFinding *finding)
{
  liaison_schedule_fix_earlier (review, finding, liaison_fix_find_operand (finding, "duration")->value.seconds,
                                N_ ("Move it to before its deadline"));
}

const LiaisonRule liaison_rule_deadline_missed = {
  "deadline-missed", LIAISON_SEVERITY_ERROR, N_("Deadlines missed"),
  N_("An event ends after the time by which it must have ended. Move it, shorten it, or agree on a later deadline."), NULL,
  .look = look_at, .kinds = LIAISON_TARGET (EVENT), .fix = fix
};
