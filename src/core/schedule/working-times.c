/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/working-times.h"

/* Calendars are known so long before and after the plan. */
#define MARGIN (G_GINT64_CONSTANT (400) * 86400)
/* Spans of time off are gone over one by one, at most so many. */
#define MAX_STEPS 2000

struct _LiaisonWorkingTimes
{
  LiaisonAllowedTimes allowed;
  LiaisonCalendars *calendars; /* owned */
  const LiaisonScheduledEvent *events;
};

static gboolean
find_next (gpointer data, guint event, gint64 *start)
{
  LiaisonWorkingTimes *self = data;
  const LiaisonBlock *block = self->events[event].block;

  return liaison_calendar_find_free (liaison_calendars_get_event (self->calendars, block), *start,
                                     liaison_calendars_get_needed (block), start);
}

/* Before the first time off that is in the way, and again, until none is. */
static gboolean
find_last (gpointer data, guint event, gint64 *start)
{
  LiaisonWorkingTimes *self = data;
  const LiaisonBlock *block = self->events[event].block;
  const LiaisonCalendar *calendar = liaison_calendars_get_event (self->calendars, block);
  gint64 needed = liaison_calendars_get_needed (block);
  LiaisonSpan in_way;

  for (guint step = 0; step < MAX_STEPS; step++)
    {
      if (liaison_calendar_is_free (calendar, *start, *start + needed, &in_way))
        return TRUE;
      *start = in_way.start - MAX (needed, 1);
    }
  return FALSE;
}

LiaisonWorkingTimes *
liaison_working_times_new (const LiaisonSnapshot *snapshot, const LiaisonBookings *bookings)
{
  LiaisonWorkingTimes *self = g_new0 (LiaisonWorkingTimes, 1);
  gint64 first = G_MAXINT64, last = G_MININT64;
  guint n;

  self->allowed = (LiaisonAllowedTimes){ find_next, find_last, self };
  self->events = liaison_bookings_get_events (bookings, &n);
  for (guint i = 0; i < n; i++)
    if (self->events[i].occurs)
      {
        first = MIN (first, self->events[i].start);
        last = MAX (last, self->events[i].end);
      }
  if (first > last)
    first = last = 0;
  self->calendars = liaison_calendars_new (snapshot, first - MARGIN, last + MARGIN);
  return self;
}

void
liaison_working_times_free (LiaisonWorkingTimes *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->calendars, liaison_calendars_free);
  g_free (self);
}

const LiaisonAllowedTimes *
liaison_working_times_get (LiaisonWorkingTimes *self)
{
  return &self->allowed;
}
