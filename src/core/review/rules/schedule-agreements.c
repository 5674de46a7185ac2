/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/agreement.h"
#include "record/times.h"
#include "record/zone.h"
#include "review/rules/presence.h"
#include "review/rules/schedule-move.h"
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

static const char *
choose_sentence (gboolean early,
                 gboolean later)
{
  if (early)
    return LIAISON_OCCASION (
        later, N_("“{record}” needs “{agreement}”, which is not in force before {date}."),
        N_("“{record}” needs “{agreement}” at {time}, and that is not in force before {date}."));
  return LIAISON_OCCASION (later, N_("“{record}” needs “{agreement}”, which expires on {date}."),
                           N_("“{record}” needs “{agreement}” at {time}, and that expires on {date}."));
}

/* Files what stands in the way first, if anything: an agreement without days is no conflict of time. */
static gboolean
occasion_cb (LiaisonReview               *review,
             const LiaisonScheduledEvent *event,
             LiaisonId                    site,
             gboolean                     later,
             gpointer                     data)
{
  const LiaisonBlock *block = data;
  const LiaisonAgreementData *agreement = LIAISON_DATA (Agreement, block);
  gboolean early = agreement->in_force != LIAISON_DATE_UNSET
                   && day_of (review, event->block, event->start) < agreement->in_force;
  gboolean late = agreement->expires != LIAISON_DATE_UNSET && !agreement->renews
                  && day_of (review, event->block, event->end) > agreement->expires;

  if (!early && !late)
    return TRUE;
  if (!liaison_review_may_list (review))
    return FALSE;
  LiaisonFinding *finding = liaison_review_add (review, event->block, "agreements", choose_sentence (early, later));
  liaison_finding_add_record (finding, block->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("agreement", block->id));
  liaison_finding_take_operand (finding,
                                liaison_operand_date ("date", early ? agreement->in_force : agreement->expires));
  liaison_review_tell_occasion (finding, event, later);
  return FALSE;
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
        liaison_review_foreach_occasion (review, event, occasion_cb, (gpointer) agreement);
    }
}

/* To the day on which it comes into force, at the hour it had; a series, and what comes too late, are for people. */
static void
fix (LiaisonReview *review, LiaisonFinding *finding)
{
  const LiaisonScheduledEvent *event = liaison_fix_find_event (review, finding);
  const LiaisonBlock *agreement = liaison_review_find (review, finding->records[1], &liaison_agreement_kind);

  if (event == NULL || agreement == NULL || liaison_fix_find_operand (finding, "time") != NULL)
    return;
  gint64 days = (gint64) LIAISON_DATA (Agreement, agreement)->in_force - day_of (review, event->block, event->start);
  if (LIAISON_DATA (Agreement, agreement)->in_force != LIAISON_DATE_UNSET && days > 0)
    liaison_schedule_fix (review, finding, FALSE, days * 86400, N_ ("Move it to when the agreement is in force"));
}

const LiaisonRule liaison_rule_agreement_not_in_force = {
  "agreement-not-in-force", LIAISON_SEVERITY_ERROR, N_("Before an agreement is in force"),
  N_("An event needs an agreement on a day when that is not in force. Move the event, or hasten the agreement."), NULL,
  .look = look_at, .kinds = LIAISON_TARGET (EVENT), .reach = LIAISON_TARGET (AGREEMENT) | LIAISON_TARGET (SITE),
  .fix = fix
};
