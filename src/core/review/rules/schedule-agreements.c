/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/agreement.h"
#include "record/times.h"
#include "record/zone.h"
#include "schedule/bookings.h"

#include <glib/gi18n-lib.h>

/* The day, where the event is, on which that second falls. */
static gint32
day_of (LiaisonReview      *review,
        const LiaisonBlock *event,
        gint64              seconds)
{
  gint32 offset = 0;

  liaison_zone_get_offset (liaison_times_get_zone (&review->lookup, event), seconds, &offset);
  gint64 local = seconds + offset;
  return local / 86400 - (local % 86400 < 0);
}

/* Files what stands in the way, if anything: an agreement without days is no conflict of time. */
static void
look_at_agreement (LiaisonReview               *review,
                   const LiaisonScheduledEvent *event,
                   const LiaisonBlock          *block)
{
  const LiaisonAgreementData *agreement = LIAISON_DATA (Agreement, block);
  gboolean early = agreement->in_force != LIAISON_DATE_UNSET
                   && day_of (review, event->block, event->start) < agreement->in_force;
  gboolean late = agreement->expires != LIAISON_DATE_UNSET && !agreement->renews
                  && day_of (review, event->block, event->end) > agreement->expires;

  if ((!early && !late) || !liaison_review_may_list (review))
    return;
  LiaisonFinding *finding
      = liaison_review_add (review, event->block, "agreements",
                            early ? N_("“{record}” needs “{agreement}”, which is not in force before {date}.")
                                  : N_("“{record}” needs “{agreement}”, which expires on {date}."));
  liaison_finding_add_record (finding, block->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("agreement", block->id));
  liaison_finding_take_operand (finding,
                                liaison_operand_date ("date", early ? agreement->in_force : agreement->expires));
}

static void
look_at (LiaisonReview      *review,
         const LiaisonBlock *block)
{
  guint n_needed;
  const LiaisonId *needed = liaison_ids_get (LIAISON_DATA (Event, block)->agreements, &n_needed);
  const LiaisonScheduledEvent *event = n_needed > 0 ? liaison_review_get_event (review, block) : NULL;

  for (guint i = 0; i < n_needed && event != NULL; i++)
    {
      const LiaisonBlock *agreement = liaison_snapshot_find (review->snapshot, needed[i]);
      if (agreement != NULL && agreement->shape == &liaison_agreement_kind.shape)
        look_at_agreement (review, event, agreement);
    }
}

const LiaisonRule liaison_rule_agreement_not_in_force = {
  "agreement-not-in-force", LIAISON_SEVERITY_ERROR, N_("Before an agreement is in force"),
  N_("An event needs an agreement on a day when that is not in force. Move the event, or hasten the agreement."), NULL,
  .look = look_at, .kinds = LIAISON_TARGET (EVENT), .reach = LIAISON_TARGET (AGREEMENT) | LIAISON_TARGET (SITE)
};
