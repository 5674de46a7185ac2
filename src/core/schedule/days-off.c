/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/days-off.h"

#include "record/kinds/exercise.h"
#include "record/times.h"
#include "schedule/calendar.h"
#include "schedule/recurrence.h"

#define DAY   86400
#define REACH (4 * 366)
/* A day with less than this to work in is a day of rest. */
#define LEAST (3 * 3600)

struct _LiaisonDaysOff
{
  LiaisonSnapshot *snapshot;
  LiaisonCalendars *calendars;
  LiaisonCalendar *calendar; /* borrowed */
  const char *zone;
  gint32 first, last;
  gboolean has_rest; /* the plan says which days are days of rest */
};

static gboolean
has_work (const LiaisonDaysOff *self, gint32 day)
{
  gint64 start = liaison_recurrence_from_wall (self->zone, (gint64) day * DAY);
  gint64 end = liaison_recurrence_from_wall (self->zone, (gint64) (day + 1) * DAY), found;

  return liaison_calendar_find_free (self->calendar, start, LEAST, &found) && found + LEAST <= end;
}

static gboolean
is_working (gint32 day, gpointer data)
{
  const LiaisonDaysOff *self = data;

  if (day < self->first || day > self->last)
    return liaison_working_days_check (NULL, day);
  return has_work (self, day) && (self->has_rest || liaison_working_days_check (NULL, day));
}

/* In a plan that knows weekends, of four weeks one day a week at least is off. */
static gboolean
find_rest (const LiaisonDaysOff *self)
{
  guint off = 0;

  for (gint32 day = self->first; day < self->first + 28; day++)
    off += !has_work (self, day);
  return off >= 4;
}

LiaisonDaysOff *
liaison_days_off_new (LiaisonSnapshot *snapshot)
{
  LiaisonDaysOff *self = g_new0 (LiaisonDaysOff, 1);
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);
  const LiaisonBlock *block = liaison_snapshot_get_exercise (snapshot);
  const LiaisonExerciseData *exercise = LIAISON_DATA (Exercise, block);
  gint64 startex = 0;
  gint32 day;

  self->snapshot = liaison_snapshot_ref (snapshot);
  self->zone = exercise->zone;
  liaison_times_get_start (&lookup, block, &startex);
  day = liaison_process_find_day (self->zone, startex);
  self->first = day - REACH;
  self->last = day + REACH;
  self->calendars = liaison_calendars_new (snapshot, (gint64) (self->first - 1) * DAY,
                                           (gint64) (self->last + 2) * DAY);
  self->calendar =
      exercise->host != NULL
          ? liaison_calendars_get_nation (self->calendars, exercise->host, exercise->zone)
          : liaison_calendars_get_hours (self->calendars, NULL);
  self->has_rest = find_rest (self);
  return self;
}

void
liaison_days_off_free (LiaisonDaysOff *self)
{
  liaison_calendars_free (self->calendars);
  liaison_snapshot_unref (self->snapshot);
  g_free (self);
}

LiaisonWorkingDays
liaison_days_off_get_working_days (LiaisonDaysOff *self)
{
  return (LiaisonWorkingDays){ is_working, self };
}
