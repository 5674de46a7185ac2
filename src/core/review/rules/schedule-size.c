/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/event.h"
#include "record/kinds/site.h"
#include "review/rules/schedule-move.h"
#include "schedule/bookings.h"

#include <glib/gi18n-lib.h>

static void
look_at (LiaisonReview      *review,
         const LiaisonBlock *block)
{
  const LiaisonEventData *event = LIAISON_DATA (Event, block);
  const LiaisonBlock *site;

  if (event->expected <= 0 || liaison_id_is_zero (event->site) || liaison_review_get_event (review, block) == NULL)
    return;
  site = liaison_snapshot_find (review->snapshot, event->site);
  if (site == NULL || site->shape != &liaison_site_kind.shape)
    return;
  gint64 capacity = LIAISON_DATA (Site, site)->capacity;
  if (capacity <= 0 || event->expected <= capacity || !liaison_review_may_list (review))
    return;
  LiaisonFinding *finding = liaison_review_add (
      review, block, "expected", N_("“{record}” expects more people ({people}) than “{site}” holds ({capacity})."));
  liaison_finding_add_record (finding, site->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("site", site->id));
  liaison_finding_take_operand (finding, liaison_operand_integer ("people", event->expected));
  liaison_finding_take_operand (finding, liaison_operand_integer ("capacity", capacity));
}

static void
fix (LiaisonReview *review, LiaisonFinding *finding)
{
  liaison_overbooked_offer_larger (review, finding, finding->records[1],
                                   liaison_fix_find_operand (finding, "people")->value.integer);
}

const LiaisonRule liaison_rule_site_too_small = {
  "site-too-small", LIAISON_SEVERITY_WARNING, N_("More people than the site holds"),
  N_("The people expected do not fit into the site. Choose a larger one, or invite fewer."), NULL,
  .look = look_at, .kinds = LIAISON_TARGET (EVENT), .reach = LIAISON_TARGET (SITE), .fix = fix
};
