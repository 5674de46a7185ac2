/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/event.h"
#include "record/kinds/exercise.h"
#include "record/kinds/site.h"
#include "record/times.h"
#include "record/zone.h"
#include "review/rules/presence.h"
#include "review/rules/schedule-move.h"
#include "schedule/calendar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* By how many s clocks at the site are ahead of those that the time is written for, at that time. */
static gint32
get_difference (const LiaisonInstant *start, const char *place)
{
  gint32 here = start->offset, there = 0;

  return liaison_zone_get_offset (place, start->seconds, &there) ? there - here : 0;
}

/* Zulu is everybody's, and the exercise's zone is what planners think in. Who is named from afar is no matter of the site. */
static void
look_at (LiaisonReview *review, const LiaisonBlock *block)
{
  const LiaisonInstant *start = &LIAISON_DATA (Event, block)->start;
  const char *common = LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (review->snapshot))->zone;
  const char *place;

  if (start->form != LIAISON_INSTANT_FIXED || start->zone == NULL || g_strcmp0 (start->zone, common) == 0
      || liaison_id_is_zero (LIAISON_DATA (Event, block)->site))
    return;
  place = liaison_calendars_get_place (liaison_review_get_calendars (review), block);
  if (place == NULL || strcmp (place, start->zone) == 0 || get_difference (start, place) == 0
      || !liaison_review_may_list (review))
    return;
  LiaisonId site = LIAISON_DATA (Event, block)->site;
  LiaisonFinding *finding = liaison_review_add (
      review, block, "start", N_ ("“{record}” is written for clocks in {zone}; at “{site}” they show those of {place}."));
  liaison_finding_add_record (finding, site);
  liaison_finding_take_operand (finding, liaison_operand_record ("site", site));
  liaison_finding_take_operand (finding, liaison_operand_text ("zone", start->zone));
  liaison_finding_take_operand (finding, liaison_operand_text ("place", place));
}

/* The same moment, as clocks there show it. */
static void
fix (LiaisonReview *review, LiaisonFinding *finding)
{
  const LiaisonBlock *event = liaison_review_find (review, finding->records[0], &liaison_event_kind);
  const char *place = liaison_fix_find_operand (finding, "place")->value.text;
  const guint field = LIAISON_FIELD (Event, start);
  LiaisonSlot slot = liaison_slot_field (finding->records[0], field);
  LiaisonInstant there;

  if (event != NULL && liaison_instant_from_unix (LIAISON_DATA (Event, event)->start.seconds, place, &there))
    liaison_finding_take_fix (finding, N_ ("Write the same moment for clocks in {place}"), &slot,
                              liaison_value_field (&liaison_event_kind.shape.fields[field], &there));
}

const LiaisonRule liaison_rule_zone_differs = {
  "zone-differs", LIAISON_SEVERITY_NOTE, N_ ("Written for other clocks"),
  N_ ("An event is written in a time zone that is neither that of its site nor that of the exercise, as happens when the site or "
      "its zone was changed. See whether the time on the clock was meant, or the moment."),
  NULL, .look = look_at, .kinds = LIAISON_TARGET (EVENT), .reach = LIAISON_TARGET (SITE), .fix = fix
};
