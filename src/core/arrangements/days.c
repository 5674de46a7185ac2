/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "arrangements/days.h"

#include "record/kinds/exercise.h"
#include "schedule/recurrence.h"

#define DAY 86400

gint32
liaison_day_of (const char *zone, gint64 seconds)
{
  gint64 wall = liaison_recurrence_to_wall (zone, seconds);

  return (gint32) (wall / DAY - (wall % DAY < 0));
}

gint64
liaison_day_begin (const char *zone, gint32 day)
{
  return liaison_recurrence_from_wall (zone, (gint64) day * DAY);
}

const char *
liaison_days_get_zone (const LiaisonLookup *lookup)
{
  return LIAISON_DATA (Exercise, liaison_lookup_get_exercise (lookup))->zone;
}

gint32
liaison_days_find_start (const LiaisonLookup *lookup, const LiaisonBlock *block)
{
  gint64 seconds;

  return liaison_times_get_start (lookup, block, &seconds) == LIAISON_TIME_KNOWN
             ? liaison_day_of (liaison_days_get_zone (lookup), seconds)
             : LIAISON_DATE_UNSET;
}

gint32
liaison_days_find_end (const LiaisonLookup *lookup, const LiaisonBlock *block)
{
  gint64 seconds;

  return liaison_times_get_end (lookup, block, &seconds) == LIAISON_TIME_KNOWN
             ? liaison_day_of (liaison_days_get_zone (lookup), seconds)
             : LIAISON_DATE_UNSET;
}
