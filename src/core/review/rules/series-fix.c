/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What mends a conflict of a recurring event: an exception for the one occurrence, or, where more of them stand in the way of
 * something, another hour for the whole series. */
#include "config.h"

#include "review/rules/schedule-move.h"

#include "schedule/exceptions.h"
#include "schedule/recurrence.h"

#include <glib/gi18n-lib.h>

/* A free time further off than this helps nobody. */
#define WITHIN    (7 * 86400)
#define MAX_STEPS 100
/* The fewest occurrences in somebody's way for which the series is moved. */
#define SEVERAL 2

/* The occurrence of a finding. */
typedef struct
{
  LiaisonReview *review;
  const LiaisonBookings *bookings;
  LiaisonFinding *finding;
  const LiaisonScheduledEvent *event;
  guint place;
  gint64 wanted; /* Unix s: somewhere in it, with what belongs to it */
  gboolean found;
  LiaisonOccurrence at;
  gint64 next; /* Unix s: when the one after it begins; G_MAXINT64: it is the last */
} Series;

static gboolean
occurrence_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  Series *self = data;

  if (self->found)
    {
      self->next = occurrence->start;
      return FALSE;
    }
  if (occurrence->start >= self->wanted)
    {
      self->at = *occurrence;
      self->found = TRUE;
    }
  return TRUE;
}

/* The first occurrence that begins at @start or after it. */
static gboolean
begin (Series *self, LiaisonReview *review, LiaisonFinding *finding, gint64 start)
{
  guint n;

  *self = (Series){ .review = review,
                    .bookings = liaison_review_get_bookings (review),
                    .finding = finding,
                    .event = liaison_fix_find_event (review, finding),
                    .wanted = start,
                    .next = G_MAXINT64 };
  if (self->event == NULL || LIAISON_DATA (Event, self->event->block)->locked)
    return FALSE;
  self->place = (guint) (self->event - liaison_bookings_get_events (self->bookings, &n));
  liaison_recurrence_foreach (&review->lookup, self->event->block, start, start + LIAISON_SERIES_SECONDS,
                              occurrence_cb, self);
  return self->found;
}

/* Its exception as it is, or a new one that says nothing yet. */
static LiaisonEventExceptionData *
exception_new (const Series *self)
{
  const LiaisonBlock *block = self->event->block;
  const LiaisonBlock *present = liaison_exceptions_find (&self->review->lookup, block, self->at.by_rule);
  LiaisonEventExceptionData *item;

  if (present != NULL)
    return (gpointer) liaison_block_copy (present);
  item = (gpointer) liaison_block_new (
      &liaison_event_exception_shape,
      liaison_id_new_from_parts (self->review->now * 1000, (guint) (self->at.by_rule / 3600) & 0xfff,
                                 block->id.low ^ (guint64) self->at.by_rule));
  if (!liaison_instant_from_unix (self->at.by_rule, liaison_times_get_zone (&self->review->lookup, block),
                                  &item->occurrence))
    liaison_instant_from_unix (self->at.by_rule, NULL, &item->occurrence);
  return item;
}

/* Takes @item. */
static void
take_exception (const Series *self, LiaisonEventExceptionData *item, const char *label)
{
  LiaisonSlot slot
      = liaison_slot_item (self->event->block->id, LIAISON_FIELD (Event, exceptions), item->block.id);

  liaison_finding_take_fix (self->finding, label, &slot, liaison_value_block (&item->block));
  liaison_block_unref (&item->block);
}

void
liaison_series_offer_site (LiaisonReview *review, LiaisonFinding *finding, gint64 start, LiaisonId site)
{
  LiaisonEventExceptionData *item;
  Series self;

  if (!begin (&self, review, finding, start))
    return;
  item = exception_new (&self);
  item->site = site;
  take_exception (&self, item, N_ ("Move that one to “{free}”"));
}

/* Whether the use is one of the occurrence, with what is needed before and after it. */
static gboolean
is_of (const Series *self, const LiaisonUse *use)
{
  return use->event == self->place && use->start <= self->at.start && use->end >= self->at.end;
}

/* Free for that occurrence, its fellows too being where they are. */
static gint64
get_in_way (const Series *self, gint64 shift)
{
  guint n_pools, n;
  const guint *pools = liaison_bookings_get_pools_of (self->bookings, self->place, &n_pools);
  gint64 most = 0;

  for (guint i = 0; i < n_pools; i++)
    {
      const LiaisonUse *uses = liaison_bookings_get_pool (self->bookings, pools[i], &n);
      for (guint j = 0; j < n && uses[j].start <= self->at.start; j++)
        if (is_of (self, &uses[j]))
          most = MAX (most, liaison_schedule_get_in_way (self->bookings, pools[i], &uses[j], FALSE, shift));
    }
  return most;
}

/* Nearer to the next one than to its own time it would be one too many. */
static gboolean
is_near (const Series *self, gint64 shift)
{
  return self->next == G_MAXINT64 || shift <= (self->next - self->at.start) / 2;
}

/* The least shift, in whole minutes, at which it is free and, with @calendars, in working time. */
static gboolean
find_shift (const Series *self, LiaisonCalendars *calendars, gint64 least, gint64 *shift)
{
  gint64 length = self->at.end - self->at.start, before = -1;

  *shift = least;
  for (guint step = 0; step < MAX_STEPS && *shift <= WITHIN; step++)
    {
      gint64 start;
      if (*shift == before)
        return *shift > 0 && self->at.start + *shift + length <= self->next
               && (calendars == NULL || is_near (self, *shift));
      before = *shift;
      if (calendars != NULL)
        {
          if (!liaison_calendars_find_free (calendars, self->event->block, self->at.start + *shift, &start))
            return FALSE;
          *shift = start - self->at.start;
        }
      *shift += (get_in_way (self, *shift) + 59) / 60 * 60;
    }
  return FALSE;
}

static gboolean
may_move (const Series *self, gint64 shift)
{
  LiaisonScheduledEvent occasion = *self->event;

  occasion.start = self->at.start;
  occasion.end = self->at.end;
  return liaison_schedule_may_move (self->review, &occasion, shift);
}

static gboolean
offer_time (const Series *self, LiaisonCalendars *calendars, gint64 least)
{
  const char *zone = liaison_times_get_zone (&self->review->lookup, self->event->block);
  LiaisonEventExceptionData *item;
  LiaisonInstant start;
  gint64 shift;

  if (!find_shift (self, calendars, least, &shift) || !may_move (self, shift)
      || (!liaison_instant_from_unix (self->at.start + shift, zone, &start)
          && !liaison_instant_from_unix (self->at.start + shift, NULL, &start)))
    return FALSE;
  item = exception_new (self);
  item->cancelled = FALSE;
  item->start = start;
  liaison_finding_take_operand (self->finding,
                                liaison_operand_seconds_at ("then", self->at.start + shift));
  take_exception (self, item, N_ ("Move that one to {then}"));
  return TRUE;
}

/* By how many s more the whole series would have to be moved on; *@several: whether more than one of its occurrences would. */
static gint64
get_series_in_way (const Series *self, gint64 shift, gboolean *several)
{
  guint n_pools, n, in_way = 0;
  const guint *pools = liaison_bookings_get_pools_of (self->bookings, self->place, &n_pools);
  gint64 most = 0;

  for (guint i = 0; i < n_pools; i++)
    {
      const LiaisonUse *uses = liaison_bookings_get_pool (self->bookings, pools[i], &n);
      guint of_pool = 0;
      for (guint j = 0; j < n; j++)
        {
          gint64 by = uses[j].event != self->place
                          ? 0
                          : liaison_schedule_get_in_way (self->bookings, pools[i], &uses[j], TRUE, shift);
          most = MAX (most, by);
          of_pool += by > 0;
        }
      in_way = MAX (in_way, of_pool);
    }
  *several = in_way >= SEVERAL;
  return most;
}

/* A rule counts days: moved within its day, a series stays what its rule says. */
static gboolean
stays_in_day (const Series *self, gint64 shift)
{
  const char *zone = liaison_times_get_zone (&self->review->lookup, self->event->block);
  gint64 start = liaison_recurrence_to_wall (zone, self->event->start);
  gint64 moved = liaison_recurrence_to_wall (zone, self->event->start + shift);

  return start / 86400 == moved / 86400;
}

/* Exceptions name the occurrence by its time, so a series that has some stays where it is. */
static gboolean
offer_series_time (const Series *self)
{
  gboolean several;
  gint64 shift = 0, by = get_series_in_way (self, 0, &several);

  if (!several || liaison_items_get_size (LIAISON_DATA (Event, self->event->block)->exceptions) > 0)
    return FALSE;
  for (guint step = 0; by > 0 && step < MAX_STEPS && stays_in_day (self, shift); step++)
    {
      shift += (by + 59) / 60 * 60;
      by = get_series_in_way (self, shift, &several);
    }
  if (by > 0 || !stays_in_day (self, shift) || !liaison_schedule_may_move (self->review, self->event, shift)
      || !liaison_schedule_take_move (self->review, self->finding, self->event, shift,
                                      N_ ("Move the whole series to {then}")))
    return FALSE;
  liaison_finding_take_operand (self->finding,
                                liaison_operand_seconds_at ("then", self->event->start + shift));
  return TRUE;
}

gboolean
liaison_series_offer_time (LiaisonReview *review, LiaisonFinding *finding, gint64 start)
{
  Series self;

  return begin (&self, review, finding, start) && (offer_series_time (&self) || offer_time (&self, NULL, 0));
}

void
liaison_series_offer_working_time (LiaisonReview *review, LiaisonFinding *finding, gint64 start)
{
  LiaisonEventExceptionData *item;
  Series self;

  if (!begin (&self, review, finding, start)
      || offer_time (&self, liaison_review_get_calendars (review), 60))
    return;
  item = exception_new (&self);
  item->cancelled = TRUE;
  take_exception (&self, item, N_ ("Leave that one out"));
}
