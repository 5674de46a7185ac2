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

/* FALSE: one was found. */
static gboolean
look_at_hours (LiaisonReview *review, const LiaisonScheduledEvent *event, gboolean later)
{
  LiaisonCalendars *calendars = liaison_review_get_calendars (review);
  const char *place = liaison_calendars_get_place (calendars, event->block);
  gint64 end = event->start + liaison_calendars_get_needed (event->block);

  if (place == NULL
      || liaison_calendar_is_free (liaison_calendars_get_hours (calendars, place), event->start, end, NULL))
    return TRUE;
  if (liaison_review_may_list (review))
    liaison_review_tell_occasion (
        liaison_review_add (
            review, event->block, "start",
            LIAISON_OCCASION (later, N_ ("“{record}” lies outside the working hours of the exercise."),
                              N_ ("“{record}”, at {time}, lies outside the working hours of the exercise."))),
        event, later);
  return FALSE;
}

/* People at home who would have to be awake: from ten at night until six in the morning, or what the rule says. */
static gboolean
look_at_homes (LiaisonReview *review, const LiaisonScheduledEvent *event, gboolean later)
{
  LiaisonCalendars *calendars = liaison_review_get_calendars (review);
  gint64 end = event->start + liaison_calendars_get_needed (event->block);
  LiaisonFinding *finding = NULL;

  if (liaison_calendars_get_place (calendars, event->block) != NULL)
    return TRUE;
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
        return FALSE;
      if (finding == NULL)
        finding = liaison_review_add (review, event->block, "start",
                                      LIAISON_OCCASION (later, N_ ("“{record}” falls into the night of {nations}."),
                                                        N_ ("“{record}”, at {time}, falls into the night of {nations}.")));
      liaison_finding_take_operand (finding, liaison_operand_nation ("nations", nations->pdata[i]));
    }
  if (finding != NULL)
    liaison_review_tell_occasion (finding, event, later);
  return finding == NULL;
}

/* The first one of a series that is in somebody's night is told of. */
static gboolean
meeting_cb (LiaisonReview *review, const LiaisonScheduledEvent *event, LiaisonId site, gboolean later, gpointer data)
{
  return look_at_hours (review, event, later) && look_at_homes (review, event, later);
}

static void
look_at_meeting (LiaisonReview *review, const LiaisonBlock *block)
{
  const LiaisonScheduledEvent *event = liaison_review_get_event (review, block);

  if (event != NULL && keeps_hours (event))
    liaison_review_foreach_occasion (review, event, meeting_cb, NULL);
}

static gboolean
site_cb (LiaisonReview *review, const LiaisonScheduledEvent *event, LiaisonId site, gboolean later, gpointer data)
{
  LiaisonCalendars *calendars = liaison_review_get_calendars (review);
  LiaisonSpan closed;

  if (liaison_id_is_zero (site) || event->end <= event->start
      || liaison_calendar_is_free (liaison_calendars_get_site (calendars, site), event->start, event->end, &closed))
    return TRUE;
  if (!liaison_review_may_list (review))
    return FALSE;
  LiaisonFinding *finding = liaison_review_add (
      review, event->block, "site",
      LIAISON_OCCASION (later, N_ ("“{record}” needs “{site}” while it is closed or not there."),
                        N_ ("“{record}” needs “{site}” at {time}, while it is closed or not there.")));
  liaison_finding_add_record (finding, site);
  liaison_finding_take_operand (finding, liaison_operand_record ("site", site));
  liaison_review_tell_occasion (finding, event, later);
  return FALSE;
}

static void
look_at_site (LiaisonReview *review, const LiaisonBlock *block)
{
  const LiaisonEventData *data = LIAISON_DATA (Event, block);
  const LiaisonScheduledEvent *event
      = liaison_id_is_zero (data->site) && data->rule == NULL ? NULL : liaison_review_get_event (review, block);

  if (event != NULL)
    liaison_review_foreach_occasion (review, event, site_cb, NULL);
}

/* Those who have to sit up at night are asked; for the others there is a time. A series is not moved for one of it. */
static void
fix (LiaisonReview *review, LiaisonFinding *finding)
{
  if (liaison_fix_find_operand (finding, "nations") == NULL && liaison_fix_find_operand (finding, "time") == NULL)
    liaison_schedule_fix (review, finding, TRUE, 60, N_ ("Move it into working hours"));
}

const LiaisonRule liaison_rule_outside_hours = {
  "outside-hours", LIAISON_SEVERITY_NOTE, N_ ("Outside working hours"),
  N_ ("A meeting lies outside the working hours of the exercise, or so far outside those of a nation that stays at home that its "
      "people would sit up at night. Move it, or say that it may be at any hour."),
  NULL, 4, N_ ("hours before and after the working day that a nation at home may be asked for"),
  .look = look_at_meeting, .kinds = LIAISON_TARGET (EVENT), .reach = LIAISON_TARGET (PARTICIPANT) | LIAISON_TARGET (POST) | LIAISON_TARGET (SITE),
  .reads = LIAISON_TARGET (NATION), .matters = liaison_review_hours_differ, .fix = fix
};

const LiaisonRule liaison_rule_site_closed = {
  "site-closed", LIAISON_SEVERITY_WARNING, N_ ("Sites used while they are closed"),
  N_ ("An event needs a site outside its opening hours, or before or after it is available. Move the event, or have it opened."),
  NULL,
  .look = look_at_site, .kinds = LIAISON_TARGET (EVENT), .reach = LIAISON_TARGET (SITE), .fix = fix
};
