/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/event.h"
#include "record/times.h"
#include "review/rules/presence.h"
#include "review/rules/schedule-move.h"

#include <glib/gi18n-lib.h>

/* What one event meets: each observance once, with the nations that keep it. */
typedef struct
{
  const LiaisonScheduledEvent *event; /* one occasion of it */
  gboolean later;         /* which is not the first */
  const char *nation;     /* whose observances are looked at; NULL: a participant's own */
  GPtrArray *observances; /* of const LiaisonBlock * */
  GPtrArray *nations;     /* for each of them a GPtrArray of codes, */
  GArray *occasions;      /* and the first occasion that meets it: of Occasion */
} Meeting;

typedef struct
{
  LiaisonScheduledEvent event;
  gboolean later;
} Occasion;

static void
meet_cb (const LiaisonObservedTime *time, gint64 start, gint64 end, gpointer data)
{
  Meeting *self = data;
  const LiaisonObservanceData *observance = LIAISON_DATA (Observance, time->block);
  guint place;

  /* An event that lasts for days goes round a prayer; one at night is not in the day's rest. Hours of work are looked at
   * elsewhere, and care is for people to take. */
  if (time->works || observance->effect == LIAISON_OBSERVANCE_EFFECT_CARE
      || observance->effect == LIAISON_OBSERVANCE_EFFECT_UNSET
      || (self->event->end - self->event->start > 43200 && end - start < 43200))
    return;
  if (!g_ptr_array_find (self->observances, time->block, &place))
    {
      Occasion occasion = { *self->event, self->later };
      place = self->observances->len;
      g_array_append_val (self->occasions, occasion);
      g_ptr_array_add (self->observances, (gpointer) time->block);
      g_ptr_array_add (self->nations, g_ptr_array_new ());
    }
  GPtrArray *nations = self->nations->pdata[place];
  if (self->nation != NULL && !g_ptr_array_find (nations, self->nation, NULL))
    g_ptr_array_add (nations, (gpointer) self->nation);
}

static LiaisonSeverity
grade (LiaisonObservanceEffect effect)
{
  switch (effect)
    {
    case LIAISON_OBSERVANCE_EFFECT_NO_WORK:
    case LIAISON_OBSERVANCE_EFFECT_NO_EVENTS:
      return LIAISON_SEVERITY_WARNING;
    case LIAISON_OBSERVANCE_EFFECT_SHORT_HOURS:
    case LIAISON_OBSERVANCE_EFFECT_AVOID:
    case LIAISON_OBSERVANCE_EFFECT_CARE:
    case LIAISON_OBSERVANCE_EFFECT_UNSET:
    default:
      return LIAISON_SEVERITY_NOTE;
    }
}

static void
report (LiaisonReview *review, const Meeting *meeting, guint place)
{
  const LiaisonBlock *observance = meeting->observances->pdata[place];
  const GPtrArray *nations = meeting->nations->pdata[place];
  const Occasion *occasion = &g_array_index (meeting->occasions, Occasion, place);

  if (!liaison_review_may_list (review))
    return;
  LiaisonFinding *finding = liaison_review_add (
      review, occasion->event.block, "start",
      nations->len > 0 ? LIAISON_OCCASION (occasion->later, N_ ("“{record}” falls on “{observance}” ({nations})."),
                                           N_ ("“{record}”, at {time}, falls on “{observance}” ({nations})."))
                       : LIAISON_OCCASION (occasion->later, N_ ("“{record}” falls on “{observance}”."),
                                           N_ ("“{record}”, at {time}, falls on “{observance}”.")));
  finding->severity = grade ((LiaisonObservanceEffect) LIAISON_DATA (Observance, observance)->effect);
  liaison_finding_add_record (finding, observance->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("observance", observance->id));
  for (guint i = 0; i < nations->len; i++)
    liaison_finding_take_operand (finding, liaison_operand_nation ("nations", nations->pdata[i]));
  liaison_review_tell_occasion (finding, &occasion->event, occasion->later);
}

typedef struct
{
  LiaisonReview *review;
  Meeting *meeting;
  const LiaisonObservances *observances;
  const char *zone;
} Look;

static void
look_at_participant_cb (const LiaisonBlock *block, int role, gpointer data)
{
  Look *look = data;
  const LiaisonScheduledEvent *event = look->meeting->event;

  liaison_observances_foreach_of (look->observances, block->id, look->zone, event->start, event->end, meet_cb, look->meeting);
}

/* What all occasions meet. */
typedef struct
{
  Look look;
  const GPtrArray *codes;
} Work;

static gboolean
occasion_cb (LiaisonReview *review, const LiaisonScheduledEvent *event, LiaisonId site, gboolean later, gpointer data)
{
  Work *work = data;
  Meeting *meeting = work->look.meeting;

  meeting->event = event;
  meeting->later = later;
  for (guint i = 0; i < work->codes->len; i++)
    {
      meeting->nation = work->codes->pdata[i];
      liaison_observances_foreach (work->look.observances, meeting->nation, work->look.zone, event->start, event->end,
                                   meet_cb, meeting);
    }
  meeting->nation = NULL;
  liaison_presence_foreach (review, event->block, look_at_participant_cb, &work->look);
  return TRUE;
}

static void
look_at_work (LiaisonReview *review, const LiaisonScheduledEvent *event)
{
  g_autoptr (GPtrArray) codes = liaison_presence_get_nations (review, event->block);
  g_autoptr (GPtrArray) observances = g_ptr_array_new ();
  g_autoptr (GPtrArray) nations = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GArray) occasions = g_array_new (FALSE, FALSE, sizeof (Occasion));
  Meeting meeting = { event, FALSE, NULL, observances, nations, occasions };
  Work work = { { review, &meeting, liaison_calendars_get_observances (liaison_review_get_calendars (review)),
                  liaison_times_get_zone (&review->lookup, event->block) },
                codes };

  liaison_review_foreach_occasion (review, event, occasion_cb, &work);
  for (guint i = 0; i < observances->len; i++)
    report (review, &meeting, i);
}

/* Rest is what such a day is for; milestones and journeys ask nobody to work. */
static gboolean
asks_for_work (const LiaisonScheduledEvent *event)
{
  const LiaisonEventData *data = LIAISON_DATA (Event, event->block);

  return event->occurs && event->end > event->start && !data->any_hour && data->type != LIAISON_EVENT_TYPE_REST
         && data->type != LIAISON_EVENT_TYPE_TRAVEL && data->type != LIAISON_EVENT_TYPE_MILESTONE;
}

static void
look_at (LiaisonReview *review, const LiaisonBlock *block)
{
  const LiaisonScheduledEvent *event;
  guint n_observances;

  liaison_snapshot_get (review->snapshot, LIAISON_KIND_OBSERVANCE, &n_observances);
  if (n_observances > 0 && (event = liaison_review_get_event (review, block)) != NULL && asks_for_work (event))
    look_at_work (review, event);
}

/* Titles and sources of an observance say nothing of when it is kept. */
static gboolean
matters (const LiaisonBlock *before, const LiaisonBlock *after)
{
  for (guint i = 0; i < before->shape->n_fields; i++)
    if (before->shape->fields[i].type != LIAISON_FIELD_TEXT && liaison_review_differs (before, after, i))
      return TRUE;
  return FALSE;
}

/* What asks for care is left to people, and a series is not moved for one of it. */
static void
fix (LiaisonReview *review, LiaisonFinding *finding)
{
  const LiaisonOperand *operand = liaison_fix_find_operand (finding, "observance");
  const LiaisonBlock *block = liaison_review_find (review, operand->value.record, &liaison_observance_kind);
  const LiaisonBlock *event = liaison_review_find (review, finding->records[0], &liaison_event_kind);
  const LiaisonOperand *time = liaison_fix_find_operand (finding, "time");

  if (block == NULL || event == NULL
      || grade ((LiaisonObservanceEffect) LIAISON_DATA (Observance, block)->effect) == LIAISON_SEVERITY_NOTE)
    return;
  if (time != NULL)
    liaison_series_offer_working_time (review, finding, time->value.seconds);
  else if (LIAISON_DATA (Event, event)->rule == NULL)
    liaison_schedule_fix (review, finding, TRUE, 60, N_ ("Move it to the next free time"));
}

const LiaisonRule liaison_rule_on_observance = {
  "on-observance", LIAISON_SEVERITY_WARNING, N_ ("On an observance"),
  N_ ("An event falls on a holiday, weekend, prayer or fasting time of a nation that takes part. Move it, agree on it with the "
      "nation and accept it, or say that the event may be at any hour."),
  NULL,
  .look = look_at, .kinds = LIAISON_TARGET (EVENT), .reach = LIAISON_TARGET (PARTICIPANT) | LIAISON_TARGET (POST) | LIAISON_TARGET (SITE),
  .reads = LIAISON_TARGET (OBSERVANCE), .matters = matters, .fix = fix
};
