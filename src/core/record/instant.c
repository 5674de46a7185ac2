/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/instant.h"

#include "record/time-scan.h"
#include "record/zone.h"

#include <string.h>

#define DAY G_GINT64_CONSTANT (86400)
/* The first and last second of the years 1 to 9999, beyond which no text is written. */
#define SECONDS_MIN G_GINT64_CONSTANT (-62135596800)
#define SECONDS_MAX G_GINT64_CONSTANT (253402300799)

/* clang-format off */
G_DEFINE_QUARK (liaison-time-error-quark, liaison_time_error)
/* clang-format on */

/* Days since 1970-01-01. Years are counted from March, so that the leap day is the last of its
 * year. */
static inline gint64
count_days (int year, int month, int day)
{
  int from_march = month > 2 ? month - 3 : month + 9;
  int shifted = month > 2 ? year : year - 1;
  int era = (shifted >= 0 ? shifted : shifted - 399) / 400;
  int of_era = shifted - era * 400;
  int of_year = (153 * from_march + 2) / 5 + day - 1;

  return era * G_GINT64_CONSTANT (146097) + of_era * 365 + of_era / 4 - of_era / 100 + of_year
         - 719468;
}

static inline int
get_month_length (int year, int month)
{
  static const guint8 lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

  return lengths[month - 1] + (month == 2 && leap);
}

gboolean
liaison_days_from_date (int year, int month, int day, gint32 *days)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1
      || day > get_month_length (year, month))
    return FALSE;
  *days = count_days (year, month, day);
  return TRUE;
}

void
liaison_date_from_days (gint32 days, int *year, int *month, int *day)
{
  gint64 shifted = days + G_GINT64_CONSTANT (719468);
  gint64 era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  int of_era = shifted - era * 146097;
  int year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int from_march = (5 * of_year + 2) / 153;

  *day = of_year - (153 * from_march + 2) / 5 + 1;
  *month = from_march < 10 ? from_march + 3 : from_march - 9;
  *year = era * 400 + year_of_era + (*month <= 2);
}

void
liaison_wall_from_unix (gint64 seconds, gint32 offset, LiaisonWall *wall)
{
  gint64 local = CLAMP (seconds, SECONDS_MIN, SECONDS_MAX) + offset;
  gint64 days;
  int left;

  local = CLAMP (local, SECONDS_MIN, SECONDS_MAX);
  days = (local >= 0 ? local : local - (DAY - 1)) / DAY;
  left = local - days * DAY;
  liaison_date_from_days (days, &wall->year, &wall->month, &wall->day);
  wall->hour = left / 3600;
  wall->minute = left / 60 % 60;
  wall->second = left % 60;
  /* 1970-01-01 was a Thursday. */
  wall->weekday = ((days + 3) % 7 + 7) % 7 + 1;
}

/* Comparing */

static gboolean
is_same_zone (const char *a, const char *b)
{
  return a == b || (a != NULL && b != NULL && strcmp (a, b) == 0);
}

static gboolean
is_same_anchor (const LiaisonInstant *a, const LiaisonInstant *b)
{
  return a->edge == b->edge
         && (a->edge < LIAISON_ANCHOR_START || a->anchor == b->anchor);
}

gboolean
liaison_instant_equal (const LiaisonInstant *a, const LiaisonInstant *b)
{
  if (a->form != b->form)
    return FALSE;
  switch ((LiaisonInstantForm) a->form)
    {
    case LIAISON_INSTANT_FIXED:
      return a->seconds == b->seconds && a->offset == b->offset && is_same_zone (a->zone, b->zone);
    case LIAISON_INSTANT_ELAPSED:
      return a->seconds == b->seconds && is_same_anchor (a, b);
    case LIAISON_INSTANT_CLOCK:
      return a->seconds == b->seconds && a->days == b->days && is_same_zone (a->zone, b->zone)
             && is_same_anchor (a, b);
    case LIAISON_INSTANT_UNSET:
      break;
    }
  return TRUE;
}

/* Wall times */

/* The offset to take for wall time @local: of a doubled one the first, of a skipped one that before
 * the gap. */
static gboolean
choose_offset (const char *zone, gint64 local, gint32 *offset, LiaisonWallState *state)
{
  gint32 last;
  guint count;

  if (!liaison_zone_find_wall (zone, local, &count, offset, &last))
    {
      *state = LIAISON_WALL_NO_ZONE;
      return FALSE;
    }
  *state = count == 0   ? LIAISON_WALL_SKIPPED
           : count == 1 ? LIAISON_WALL_PLAIN
                        : LIAISON_WALL_DOUBLED;
  return TRUE;
}

/* @zone is known. */
static gboolean
set_fixed (LiaisonInstant *instant, gint64 seconds, const char *zone)
{
  LiaisonInstant fixed = { .form = LIAISON_INSTANT_FIXED, .seconds = seconds };
  LiaisonWall wall;

  if (!liaison_zone_get_offset (zone, seconds, &fixed.offset))
    return FALSE;
  liaison_wall_from_unix (seconds, fixed.offset, &wall);
  if (wall.year < LIAISON_YEAR_MIN || wall.year > LIAISON_YEAR_MAX)
    return FALSE;
  fixed.zone = zone != NULL ? liaison_zone_intern (zone, strlen (zone)) : NULL;
  *instant = fixed;
  return TRUE;
}

gboolean
liaison_instant_from_wall (int year,
                           int month,
                           int day,
                           int hour,
                           int minute,
                           int second,
                           const char *zone,
                           LiaisonInstant *instant,
                           LiaisonWallState *state)
{
  LiaisonWallState found = LIAISON_WALL_PLAIN;
  gint32 days, offset;
  gint64 local;

  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59
      || !liaison_days_from_date (year, month, day, &days))
    return FALSE;
  local = days * DAY + hour * 3600 + minute * 60 + second;
  if (!choose_offset (zone, local, &offset, state != NULL ? state : &found))
    return FALSE;
  return set_fixed (instant, local - offset, zone);
}

gboolean
liaison_instant_from_unix (gint64 seconds, const char *zone, LiaisonInstant *instant)
{
  return set_fixed (instant, seconds, zone);
}

LiaisonWallState
liaison_instant_get_wall_state (const LiaisonInstant *instant)
{
  gint32 first, last, actual;
  guint count;

  if (instant->form != LIAISON_INSTANT_FIXED || instant->zone == NULL)
    return LIAISON_WALL_PLAIN;
  if (!liaison_zone_find_wall (instant->zone,
                               CLAMP (instant->seconds, SECONDS_MIN, SECONDS_MAX) + instant->offset,
                               &count, &first, &last))
    return LIAISON_WALL_NO_ZONE;
  if (count == 0)
    return LIAISON_WALL_SKIPPED;
  if (!liaison_zone_get_offset (instant->zone, instant->seconds, &actual)
      || actual != instant->offset)
    return LIAISON_WALL_CHANGED;
  return count == 1 ? LIAISON_WALL_PLAIN : LIAISON_WALL_DOUBLED;
}

/* The clock time @instant names, so many days after the day that Unix time @anchor falls on in the
 * zone. */
static gboolean
resolve_clock (const LiaisonInstant *instant,
               gint64 anchor,
               gint64 *seconds,
               LiaisonWallState *state)
{
  gint64 local;
  gint32 offset;

  if (!liaison_zone_get_offset (instant->zone, anchor, &offset))
    {
      *state = LIAISON_WALL_NO_ZONE;
      return FALSE;
    }
  local = anchor + offset;
  local -= (local % DAY + DAY) % DAY;
  local += instant->days * DAY + CLAMP (instant->seconds, 0, DAY - 1);
  if (!choose_offset (instant->zone, local, &offset, state))
    return FALSE;
  *seconds = local - offset;
  return TRUE;
}

static LiaisonId
get_anchor (const LiaisonInstant *instant)
{
  return instant->edge >= LIAISON_ANCHOR_START ? liaison_anchor_get_id (instant->anchor)
                                               : (LiaisonId){ 0, 0 };
}

gboolean
liaison_instant_resolve (const LiaisonInstant *instant,
                         LiaisonAnchorFunc lookup,
                         gpointer data,
                         gint64 *seconds,
                         LiaisonWallState *state)
{
  LiaisonWallState ignored;
  gint64 anchor;

  if (state != NULL)
    *state = instant->form == LIAISON_INSTANT_FIXED ? liaison_instant_get_wall_state (instant)
                                                    : LIAISON_WALL_PLAIN;
  if (instant->form == LIAISON_INSTANT_FIXED)
    {
      *seconds = instant->seconds;
      return TRUE;
    }
  if (instant->form == LIAISON_INSTANT_UNSET || lookup == NULL
      || !lookup (instant->edge, get_anchor (instant), &anchor, data) || anchor < SECONDS_MIN
      || anchor > SECONDS_MAX)
    return FALSE;
  if (instant->form == LIAISON_INSTANT_CLOCK)
    return resolve_clock (instant, anchor, seconds, state != NULL ? state : &ignored);
  return !__builtin_add_overflow (anchor, instant->seconds, seconds);
}
