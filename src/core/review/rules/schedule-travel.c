/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "review/rules/presence.h"
#include "review/rules/schedule-move.h"
#include "record/kinds/event.h"
#include "record/kinds/site.h"

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
  gint64 shift;

  liaison_finding_add_record (finding, earlier->block->id);
  liaison_finding_add_record (finding, who->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("from", get_end_site (earlier->block)));
  liaison_finding_take_operand (finding, liaison_operand_record ("to", get_start_site (later->block)));
  liaison_finding_take_operand (finding, liaison_operand_record ("who", who->id));
  liaison_finding_take_operand (finding, liaison_operand_record ("other", earlier->block->id));
  liaison_finding_take_operand (finding, liaison_operand_duration ("gap", gap));
  liaison_finding_take_operand (finding, liaison_operand_duration ("needed", needed));
  if (liaison_schedule_find_shift (review, later, NULL, needed - gap, &shift))
    liaison_schedule_offer_move (review, finding, later, shift, N_ ("Leave time for the journey"));
}

/* One participant's or post's uses in order of time. One that can be at several events at once has no one way to go. */
static void
look_at_pool (LiaisonReview *review, const LiaisonBookings *bookings, guint resource)
{
  const LiaisonTravel *travel = liaison_review_get_travel (review);
  guint n, n_events;
  const LiaisonUse *uses = liaison_bookings_get_pool (bookings, resource, &n);
  const LiaisonScheduledEvent *events = liaison_bookings_get_events (bookings, &n_events);

  for (guint i = 1; i < n; i++)
    {
      const LiaisonScheduledEvent *earlier = &events[uses[i - 1].event], *later = &events[uses[i].event];
      gint64 gap = uses[i].start - uses[i - 1].end, needed;
      if (gap < 0
          || !liaison_travel_get (travel, get_end_site (earlier->block), get_start_site (later->block), &needed)
          || gap >= needed || !liaison_review_may_list (review))
        continue;
      report (review, later, earlier, liaison_bookings_get_resource (bookings, resource), gap, needed);
    }
}

static void
run (LiaisonReview *review)
{
  static const LiaisonKindId kinds[] = { LIAISON_KIND_PARTICIPANT, LIAISON_KIND_POST };
  const LiaisonBookings *bookings = liaison_review_get_bookings (review);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint first, end;
      liaison_bookings_get_resources (bookings, kinds[i], &first, &end);
      for (guint resource = first; resource < end; resource++)
        if (liaison_bookings_get_capacity (bookings, resource) == 1)
          look_at_pool (review, bookings, resource);
    }
}

const LiaisonRule liaison_rule_travel_too_short = {
  "travel-too-short", LIAISON_SEVERITY_WARNING, N_ ("Too little time to travel"),
  N_ ("Somebody is to be at two places one after the other, with less time between them than the journey takes. Move one of the "
      "events, send somebody else, or correct the travel times of the sites."),
  run
};
