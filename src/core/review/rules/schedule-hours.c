/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/event.h"
#include "review/rules/presence.h"
#include "review/rules/schedule-move.h"

#include <glib/gi18n-lib.h>

/* Who goes home at night: those who meet, not those who train, travel or rest. */
static gboolean
keeps_hours (const LiaisonScheduledEvent *event)
{
  const LiaisonEventData *data = LIAISON_DATA (Event, event->block);

  if (!event->occurs || event->end <= event->start || data->any_hour)
    return FALSE;
  switch (data->type)
    {
    case LIAISON_EVENT_TYPE_CONFERENCE:
    case LIAISON_EVENT_TYPE_BRIEFING:
    case LIAISON_EVENT_TYPE_DEBRIEFING:
    case LIAISON_EVENT_TYPE_TECHNICAL_EXCHANGE:
    case LIAISON_EVENT_TYPE_BOARD:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
offer (LiaisonReview *review, LiaisonFinding *finding, const LiaisonScheduledEvent *event)
{
  gint64 shift;

  if (liaison_schedule_find_shift (review, event, liaison_review_get_calendars (review), 60, &shift))
    liaison_schedule_offer_move (review, finding, event, shift, N_ ("Move it into working hours"));
}

static void
look_at_hours (LiaisonReview *review, const LiaisonScheduledEvent *event)
{
  LiaisonCalendars *calendars = liaison_review_get_calendars (review);
  const char *place = liaison_calendars_get_place (calendars, event->block);
  gint64 end = event->start + liaison_calendars_get_needed (event->block);

  if (place == NULL
      || liaison_calendar_is_free (liaison_calendars_get_hours (calendars, place), event->start, end, NULL)
      || !liaison_review_may_list (review))
    return;
  offer (review,
         liaison_review_add (review, event->block, "start", N_ ("“{record}” lies outside the working hours of the exercise.")),
         event);
}

/* People at home who would have to be awake: from ten at night until six in the morning, or what the rule says. */
static void
look_at_homes (LiaisonReview *review, const LiaisonScheduledEvent *event)
{
  LiaisonCalendars *calendars = liaison_review_get_calendars (review);
  gint64 end = event->start + liaison_calendars_get_needed (event->block);
  LiaisonFinding *finding = NULL;

  if (liaison_calendars_get_place (calendars, event->block) != NULL)
    return;
  g_autoptr (GPtrArray) nations = liaison_presence_get_nations (review, event->block);
  for (guint i = 0; i < nations->len; i++)
    {
      LiaisonSpan off;
      if (liaison_calendar_is_free (liaison_calendars_get_home_hours (calendars, nations->pdata[i]), event->start, end, &off))
        continue;
      /* What touches the day's edges is worth a late evening or an early start. */
      gint64 grace = review->value * 3600;
      if (MAX (event->start, off.start + grace) >= MIN (MAX (end, event->start + 1), off.end - grace))
        continue;
      if (finding == NULL && !liaison_review_may_list (review))
        return;
      if (finding == NULL)
        finding = liaison_review_add (review, event->block, "start", N_ ("“{record}” falls into the night of {nations}."));
      liaison_finding_take_operand (finding, liaison_operand_nation ("nations", nations->pdata[i]));
    }
}

static void
run (LiaisonReview *review)
{
  guint n;
  const LiaisonScheduledEvent *events = liaison_bookings_get_events (liaison_review_get_bookings (review), &n);

  for (guint i = 0; i < n; i++)
    if (keeps_hours (&events[i]))
      {
        look_at_hours (review, &events[i]);
        look_at_homes (review, &events[i]);
      }
}

static void
run_sites (LiaisonReview *review)
{
  LiaisonCalendars *calendars = liaison_review_get_calendars (review);
  guint n;
  const LiaisonScheduledEvent *events = liaison_bookings_get_events (liaison_review_get_bookings (review), &n);

  for (guint i = 0; i < n; i++)
    {
      LiaisonId site = events[i].occurs ? LIAISON_DATA (Event, events[i].block)->site : (LiaisonId){ 0, 0 };
      LiaisonSpan closed;
      if (liaison_id_is_zero (site) || events[i].end <= events[i].start
          || liaison_calendar_is_free (liaison_calendars_get_site (calendars, site), events[i].start, events[i].end, &closed)
          || !liaison_review_may_list (review))
        continue;
      LiaisonFinding *finding = liaison_review_add (review, events[i].block, "site",
                                                    N_ ("“{record}” needs “{site}” while it is closed or not there."));
      liaison_finding_add_record (finding, site);
      liaison_finding_take_operand (finding, liaison_operand_record ("site", site));
      offer (review, finding, &events[i]);
    }
}

const LiaisonRule liaison_rule_outside_hours = {
  "outside-hours", LIAISON_SEVERITY_NOTE, N_ ("Outside working hours"),
  N_ ("A meeting lies outside the working hours of the exercise, or so far outside those of a nation that stays at home that its "
      "people would sit up at night. Move it, or say that it may be at any hour."),
  run, 4, N_ ("hours before and after the working day that a nation at home may be asked for")
};

const LiaisonRule liaison_rule_site_closed = {
  "site-closed", LIAISON_SEVERITY_WARNING, N_ ("Sites used while they are closed"),
  N_ ("An event needs a site outside its opening hours, or before or after it is available. Move the event, or have it opened."),
  run_sites
};
