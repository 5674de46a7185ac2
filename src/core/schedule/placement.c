/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/placement.h"

#include "record/kinds.h"
#include "schedule/bookings.h"
#include "schedule/conflicts.h"
#include "schedule/travel.h"

#include <glib/gi18n-lib.h>

struct _LiaisonPlacement
{
  LiaisonSnapshot *snapshot;
  LiaisonBookings *bookings;
  LiaisonTravel *travel;
};

/* One question under way. */
typedef struct
{
  const LiaisonPlacement *self;
  const LiaisonPlace *place;
  const LiaisonScheduledEvent *events;
  guint event;    /* its number */
  LiaisonUse use; /* of what is looked at, as it would be */
  GArray *operands;
} Question;

LiaisonPlacement *
liaison_placement_new (LiaisonSnapshot *snapshot)
{
  LiaisonPlacement *self = g_new0 (LiaisonPlacement, 1);

  self->snapshot = liaison_snapshot_ref (snapshot);
  self->bookings = liaison_bookings_new (snapshot);
  self->travel = liaison_travel_new (snapshot);
  return self;
}

void
liaison_placement_free (LiaisonPlacement *self)
{
  liaison_travel_free (self->travel);
  liaison_bookings_free (self->bookings);
  liaison_snapshot_unref (self->snapshot);
  g_free (self);
}

static gboolean
is_other (const Question *question, const LiaisonUse *use)
{
  LiaisonId id = question->events[use->event].block->id;

  if (use->event == question->event)
    return FALSE;
  for (guint i = 0; i < question->place->n_moving; i++)
    if (liaison_id_same (question->place->moving[i], id))
      return FALSE;
  return TRUE;
}

static void
take (Question *question, const char *name, LiaisonId record)
{
  LiaisonOperand operand = liaison_operand_record (name, record);

  g_array_append_val (question->operands, operand);
}

static void
take_duration (Question *question, const char *name, gint64 seconds)
{
  LiaisonOperand operand = liaison_operand_duration (name, seconds);

  g_array_append_val (question->operands, operand);
}

/* How much others ask for at @at. */
static guint64
count_at (const Question *question, const LiaisonUse *uses, guint n, gint64 at)
{
  guint64 asked = 0;

  for (guint i = 0; i < n && uses[i].start <= at; i++)
    if (uses[i].end > at && is_other (question, &uses[i]))
      asked += uses[i].amount;
  return asked;
}

/* More can be asked for only where something begins. */
static const char *
find_taken (Question *question, const LiaisonUse *uses, guint n, const LiaisonBlock *resource)
{
  guint capacity = liaison_resource_get_capacity (resource);
  const LiaisonUse *mine = &question->use;

  if (capacity == LIAISON_CAPACITY_UNLIMITED)
    return NULL;
  for (guint i = 0; i < n && uses[i].start < mine->end; i++)
    if (uses[i].end > mine->start && is_other (question, &uses[i])
        && count_at (question, uses, n, MAX (uses[i].start, mine->start)) + mine->amount > capacity)
      {
        take (question, "resource", resource->id);
        take (question, "other", question->events[uses[i].event].block->id);
        return N_ ("“{resource}” is taken by “{other}”");
      }
  return NULL;
}

static LiaisonId
get_start_site (const LiaisonEventData *data, LiaisonId site)
{
  return liaison_id_is_zero (data->from_site) ? site : data->from_site;
}

/* Whether the journey fits into the time there is; what is asked for is the time from @earlier. */
static const char *
check_journey (Question *question, LiaisonId from, LiaisonId to, gint64 gap, LiaisonId other)
{
  gint64 needed;

  if (!liaison_travel_get (question->self->travel, from, to, &needed) || gap >= needed)
    return NULL;
  take (question, "from", from);
  take (question, "to", to);
  take (question, "other", other);
  take_duration (question, "needed", needed);
  take_duration (question, "gap", gap);
  return N_ ("From “{from}” to “{to}” takes {needed}; {gap} remain beside “{other}”");
}

/* The site it would be at. */
static LiaisonId
get_site (const Question *question)
{
  const LiaisonEventData *data = LIAISON_DATA (Event, question->events[question->event].block);
  const LiaisonPlace *place = question->place;

  return !liaison_id_same (place->from, place->to) && liaison_id_same (data->site, place->from)
             ? place->to
             : data->site;
}

/* Those who can be at one place only: what they come from, and what they go to. */
static const char *
find_journey (Question *question, const LiaisonUse *uses, guint n, const LiaisonBlock *who)
{
  const LiaisonUse *before = NULL, *after = NULL, *mine = &question->use;
  const LiaisonEventData *data = LIAISON_DATA (Event, question->events[question->event].block);
  LiaisonId site = get_site (question);
  const char *sentence = NULL;

  if ((who->shape != &liaison_participant_kind.shape && who->shape != &liaison_post_kind.shape)
      || liaison_resource_get_capacity (who) != 1)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      if (!is_other (question, &uses[i]))
        continue;
      if (uses[i].end <= mine->start && (before == NULL || uses[i].end > before->end))
        before = &uses[i];
      if (uses[i].start >= mine->end && after == NULL)
        after = &uses[i];
    }
  if (before != NULL)
    {
      const LiaisonBlock *other = question->events[before->event].block;
      sentence = check_journey (question, LIAISON_DATA (Event, other)->site,
                                get_start_site (data, site), mine->start - before->end, other->id);
    }
  if (sentence == NULL && after != NULL)
    {
      const LiaisonBlock *other = question->events[after->event].block;
      sentence = check_journey (
          question, site,
          get_start_site (LIAISON_DATA (Event, other), LIAISON_DATA (Event, other)->site),
          after->start - mine->end, other->id);
    }
  return sentence;
}

/* Its use in that pool, of the occurrence that is moved, as it would be. FALSE: it has none. */
static gboolean
move_use (Question *question, const LiaisonUse *uses, guint n)
{
  const LiaisonPlace *place = question->place;
  const LiaisonScheduledEvent *event = &question->events[question->event];
  const LiaisonUse *nearest = NULL;

  for (guint i = 0; i < n; i++)
    if (uses[i].event == question->event
        && (nearest == NULL
            || ABS (uses[i].start - place->was_start) < ABS (nearest->start - place->was_start)))
      nearest = &uses[i];
  if (nearest == NULL)
    return FALSE;
  question->use = *nearest;
  question->use.start += place->start - place->was_start;
  question->use.end += place->end - place->was_start - (event->end - event->start);
  return question->use.end > question->use.start;
}

static const char *
look_at_pool (Question *question, guint pool)
{
  const LiaisonBookings *bookings = question->self->bookings;
  guint resource = liaison_bookings_get_pool_resource (bookings, pool), n;
  const LiaisonBlock *block = liaison_bookings_get_resource (bookings, resource);
  const LiaisonUse *uses = liaison_bookings_get_pool (bookings, pool, &n);
  const LiaisonPlace *place = question->place;
  const char *sentence;

  if (!move_use (question, uses, n))
    return NULL;
  if (!liaison_id_same (place->from, place->to) && liaison_id_same (block->id, place->from))
    {
      /* What it would occupy instead, as long and as much. */
      block = liaison_snapshot_find (question->self->snapshot, place->to);
      resource = block != NULL ? liaison_bookings_find_resource (bookings, block) : LIAISON_NO_PLACE;
      if (resource == LIAISON_NO_PLACE)
        return NULL;
      uses = liaison_bookings_get_pool (bookings, resource, &n);
    }
  sentence = find_taken (question, uses, n, block);
  return sentence != NULL ? sentence : find_journey (question, uses, n, block);
}

static const char *
find_disorder (Question *question)
{
  guint n;
  const LiaisonLink *links = liaison_bookings_get_links (question->self->bookings, &n);

  for (guint i = 0; i < n; i++)
    {
      LiaisonScheduledEvent moved = question->events[question->event];
      gboolean follows = links[i].successor == question->event;
      guint other = follows ? links[i].predecessor : links[i].successor;
      LiaisonUse use = { .event = other };

      if ((!follows && links[i].predecessor != question->event) || !is_other (question, &use))
        continue;
      moved.start = question->place->start;
      moved.end = question->place->end;
      if (liaison_link_get_delay (&links[i], follows ? &question->events[other] : &moved,
                                  follows ? &moved : &question->events[other])
          <= 0)
        continue;
      take (question, "other", question->events[other].block->id);
      return N_ ("Out of order with “{other}”");
    }
  return NULL;
}

const char *
liaison_placement_find (const LiaisonPlacement *self, const LiaisonPlace *place, GArray *operands)
{
  guint near = 0, n;
  const LiaisonScheduledEvent *event =
      liaison_bookings_find_event (self->bookings, place->event, &near);
  Question question = { .self = self, .place = place, .operands = operands };
  const guint *pools;

  if (event == NULL || !event->occurs)
    return NULL;
  question.events = liaison_bookings_get_events (self->bookings, &n);
  question.event = (guint) (event - question.events);
  pools = liaison_bookings_get_pools_of (self->bookings, question.event, &n);
  for (guint i = 0; i < n; i++)
    {
      const char *sentence = look_at_pool (&question, pools[i]);
      if (sentence != NULL)
        return sentence;
    }
  return find_disorder (&question);
}
