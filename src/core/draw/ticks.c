/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/ticks.h"

#include "record/zone.h"

#define DAY  86400
#define MOST 100000
#define FARTHEST                                                                                   \
  G_GINT64_CONSTANT (250000000000) /* about the year 9900: no calendar is asked beyond */

static const LiaisonTickLevel levels[] = {
  { LIAISON_TICK_MINUTE, 1 },  { LIAISON_TICK_MINUTE, 5 }, { LIAISON_TICK_MINUTE, 15 },
  { LIAISON_TICK_MINUTE, 30 }, { LIAISON_TICK_HOUR, 1 },   { LIAISON_TICK_HOUR, 3 },
  { LIAISON_TICK_HOUR, 6 },    { LIAISON_TICK_HOUR, 12 },  { LIAISON_TICK_DAY, 1 },
  { LIAISON_TICK_WEEK, 1 },    { LIAISON_TICK_MONTH, 1 },  { LIAISON_TICK_MONTH, 3 },
  { LIAISON_TICK_YEAR, 1 },
};

static double
unit_length (LiaisonTickUnit unit)
{
  static const double lengths[] = { 60, 3600, DAY, 7 * DAY, 30.44 * DAY, 365.25 * DAY };
  return lengths[unit];
}

double
liaison_tick_level_get_length (LiaisonTickLevel level)
{
  return unit_length (level.unit) * level.step;
}

LiaisonTickLevel
liaison_tick_level_choose (double pace, double units)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (liaison_tick_level_get_length (levels[i]) / pace >= units)
      return levels[i];
  return levels[G_N_ELEMENTS (levels) - 1];
}

LiaisonTickLevel
liaison_tick_level_above (LiaisonTickLevel level)
{
  switch (level.unit)
    {
    case LIAISON_TICK_MINUTE:
      return level.step < 15 ? (LiaisonTickLevel){ LIAISON_TICK_HOUR, 1 }
                             : (LiaisonTickLevel){ LIAISON_TICK_DAY, 1 };
    case LIAISON_TICK_HOUR:
      return (LiaisonTickLevel){ LIAISON_TICK_DAY, 1 };
    case LIAISON_TICK_DAY:
    case LIAISON_TICK_WEEK:
      return (LiaisonTickLevel){ LIAISON_TICK_MONTH, 1 };
    default:
      return (LiaisonTickLevel){ LIAISON_TICK_YEAR, 1 };
    }
}

static gint64
floor_mod (gint64 value, gint64 by)
{
  gint64 rest = value % by;
  return rest < 0 ? rest + by : rest;
}

static gint32
offset_at (const char *zone, gint64 seconds)
{
  gint32 offset = 0;
  liaison_zone_get_offset (zone, seconds, &offset);
  return offset;
}

/* The next mark after @time of a step that divides the day: walks from one change of the clocks to
 * the next. A mark that clocks jump over is none. */
static gint64
next_of_clock (const char *zone, gint64 step, gint64 time)
{
  gint64 candidate, when;
  gint32 offset = offset_at (zone, time), before, after;

  for (;;)
    {
      candidate = time + step - floor_mod (time + offset, step);
      if (!liaison_zone_next_change (zone, time, candidate + 1, &when, &before, &after)
          || when <= time)
        return candidate;
      if (floor_mod (when + after, step) == 0)
        return when;
      time = when;
      offset = after;
    }
}

/* The mark at or before @time. */
static gint64
floor_of_clock (const char *zone, gint64 step, gint64 time)
{
  gint64 mark = time - floor_mod (time + offset_at (zone, time), step) - 2 * step;
  gint64 next = next_of_clock (zone, step, mark);

  while (next <= time)
    {
      mark = next;
      next = next_of_clock (zone, step, mark);
    }
  return mark;
}

static gint32
local_day (const char *zone, gint64 time)
{
  gint64 local = time + offset_at (zone, time);
  return (gint32) ((local - floor_mod (local, DAY)) / DAY);
}

/* When the day begins there: at midnight, or, where clocks jump over that, right after. */
static gint64
day_start (const char *zone, gint32 day)
{
  gint64 local = (gint64) day * DAY;
  guint count;
  gint32 first, last;

  if (!liaison_zone_find_wall (zone, local, &count, &first, &last))
    return local;
  return local - first;
}

/* The first day of the step that holds @day, or of the one after it. */
static gint32
step_day (LiaisonTickLevel level, guint first_weekday, gint32 day, gboolean next)
{
  int year, month, of_month;
  gint32 found = day;

  if (level.unit == LIAISON_TICK_DAY)
    return day + (next ? 1 : 0);
  if (level.unit == LIAISON_TICK_WEEK)
    {
      /* 1 January 1970 was a Thursday. */
      gint32 since =
          (gint32) floor_mod ((gint64) day + 4 - (first_weekday != 0 ? first_weekday : 1), 7);
      return day - since + (next ? 7 : 0);
    }
  liaison_date_from_days (day, &year, &month, &of_month);
  if (level.unit == LIAISON_TICK_YEAR)
    month = 1;
  else
    month = (month - 1) / (int) level.step * (int) level.step + 1;
  if (next && level.unit == LIAISON_TICK_YEAR)
    year++;
  else if (next)
    month += (int) level.step;
  if (month > 12)
    {
      month -= 12;
      year++;
    }
  liaison_days_from_date (year, month, 1, &found);
  return found;
}

static gint64
mark_before (const char *zone, LiaisonTickLevel level, guint first_weekday, gint64 time)
{
  gint32 day;

  if (level.unit <= LIAISON_TICK_HOUR)
    return floor_of_clock (zone, (gint64) liaison_tick_level_get_length (level), time);
  day = step_day (level, first_weekday, local_day (zone, time), FALSE);
  return day_start (zone, day);
}

static gint64
mark_after (const char *zone, LiaisonTickLevel level, guint first_weekday, gint64 time)
{
  if (level.unit <= LIAISON_TICK_HOUR)
    return next_of_clock (zone, (gint64) liaison_tick_level_get_length (level), time);
  return day_start (zone, step_day (level, first_weekday, local_day (zone, time), TRUE));
}

void
liaison_ticks_foreach (const char *zone,
                       LiaisonTickLevel level,
                       guint first_weekday,
                       gint64 from,
                       gint64 until,
                       LiaisonTickFunc func,
                       gpointer data)
{
  LiaisonTick tick;

  if (zone != NULL && !liaison_zone_is_known (zone))
    zone = NULL;
  from = CLAMP (from, -FARTHEST / 5, FARTHEST);
  until = CLAMP (until, -FARTHEST / 5, FARTHEST);
  tick.start = mark_before (zone, level, first_weekday, from);
  for (guint i = 0; i < MOST && tick.start < until; i++)
    {
      tick.end = mark_after (zone, level, first_weekday, tick.start);
      if (tick.end <= tick.start)
        return;
      tick.offset = offset_at (zone, tick.start);
      liaison_wall_from_unix (tick.start, tick.offset, &tick.wall);
      if (tick.end > from)
        func (&tick, data);
      tick.start = tick.end;
    }
}

gint64
liaison_ticks_snap (const char *zone, LiaisonTickLevel level, guint first_weekday, gint64 seconds)
{
  gint64 before, after;

  if (zone != NULL && !liaison_zone_is_known (zone))
    zone = NULL;
  seconds = CLAMP (seconds, -FARTHEST / 5, FARTHEST);
  before = mark_before (zone, level, first_weekday, seconds);
  after = mark_after (zone, level, first_weekday, before);
  return seconds - before <= after - seconds ? before : after;
}

void
liaison_tick_format (const LiaisonTick *tick,
                     LiaisonTickUnit unit,
                     char text[LIAISON_TICK_LABEL_SIZE])
{
  static const char months[][4] = { "JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                    "JUL", "AUG", "SEP", "OCT", "NOV", "DEC" };
  const LiaisonWall *wall = &tick->wall;
  const char *month = months[CLAMP (wall->month, 1, 12) - 1];

  switch (unit)
    {
    case LIAISON_TICK_MINUTE:
    case LIAISON_TICK_HOUR:
      g_snprintf (text, LIAISON_TICK_LABEL_SIZE, "%02d%02d", wall->hour, wall->minute);
      break;
    case LIAISON_TICK_DAY:
      g_snprintf (text, LIAISON_TICK_LABEL_SIZE, "%d", wall->day);
      break;
    case LIAISON_TICK_WEEK:
      g_snprintf (text, LIAISON_TICK_LABEL_SIZE, "%d %s", wall->day, month);
      break;
    case LIAISON_TICK_MONTH:
      g_snprintf (text, LIAISON_TICK_LABEL_SIZE, "%s", month);
      break;
    case LIAISON_TICK_YEAR:
      g_snprintf (text, LIAISON_TICK_LABEL_SIZE, "%d", wall->year);
      break;
    }
}

guint
liaison_tick_get_week (const LiaisonWall *wall)
{
  gint32 day, first;
  int year, month, of_month;

  if (!liaison_days_from_date (wall->year, wall->month, wall->day, &day))
    return 1;
  /* The week belongs to the year of its Thursday. */
  day += 4 - wall->weekday;
  liaison_date_from_days (day, &year, &month, &of_month);
  if (!liaison_days_from_date (year, 1, 1, &first))
    return 1;
  return (guint) (day - first) / 7 + 1;
}
