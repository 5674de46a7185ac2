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

G_DEFINE_QUARK (liaison - time - error - quark, liaison_time_error)

/* Days since 1970-01-01 of a day that may lie past its month. Years are counted from March, so that
 * the leap day is the last of its year. */
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

/* Reading */

/* +02:00, or +05:41:16 for zones' offsets of long ago; the sign stands at the place. */
static gboolean
take_offset (LiaisonScan *scan, gint32 *offset)
{
  const char *from = scan->at;
  gboolean west = *from == '-';
  int hour, minute, second = 0;

  scan->at++;
  if (!liaison_scan_take_digits (scan, 2, &hour) || !liaison_scan_take (scan, ':')
      || !liaison_scan_take_digits (scan, 2, &minute)
      || (liaison_scan_take (scan, ':')
          && (!liaison_scan_take_digits (scan, 2, &second) || second == 0)))
    return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX, "an offset such as +02:00");
  *offset = hour * 3600 + minute * 60 + second;
  if (minute > 59 || second > 59 || *offset > LIAISON_OFFSET_MAX)
    {
      scan->at = from;
      return liaison_scan_fail (scan, LIAISON_TIME_ERROR_RANGE, "an offset of at most 18 hours");
    }
  if (west && *offset == 0)
    {
      scan->at = from;
      return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX, "Z or +00:00");
    }
  if (west)
    *offset = -*offset;
  return TRUE;
}

/* [Europe/Oslo]; the bracket stands at the place. */
static gboolean
take_zone (LiaisonScan *scan, const char **zone)
{
  const char *name = ++scan->at;
  const char *end = memchr (name, ']', MIN (liaison_scan_left (scan), 65));

  *zone = end != NULL ? liaison_zone_intern (name, end - name) : NULL;
  if (*zone == NULL)
    return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX, "the name of a zone and ]");
  scan->at = end + 1;
  return TRUE;
}

static gboolean
take_fixed (LiaisonScan *scan, LiaisonInstant *instant)
{
  gint32 days, clock;

  instant->form = LIAISON_INSTANT_FIXED;
  if (!liaison_scan_take_date (scan, &days))
    return FALSE;
  if (!liaison_scan_take (scan, 'T'))
    return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX, "T and a time");
  if (!liaison_scan_take_clock (scan, &clock))
    return FALSE;
  instant->seconds = days * DAY + clock;
  if (liaison_scan_take (scan, 'Z'))
    return TRUE;
  if (!liaison_scan_is_at (scan, '+') && !liaison_scan_is_at (scan, '-'))
    return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX, "Z or an offset such as +02:00");
  if (!take_offset (scan, &instant->offset))
    return FALSE;
  instant->seconds -= instant->offset;
  return !liaison_scan_is_at (scan, '[') || take_zone (scan, &instant->zone);
}

/* The +2d4h30m after an anchor, with its sign. @days stays true as long as nothing but days was
 * written. */
static gboolean
take_chain (LiaisonScan *scan, gint64 *seconds, gboolean *days)
{
  static const struct
  {
    char letter;
    int seconds;
  } units[] = { { 'd', DAY }, { 'h', 3600 }, { 'm', 60 }, { 's', 1 } };
  const char *from = scan->at;
  gboolean back = *scan->at++ == '-';
  guint next = 0;

  *seconds = 0;
  *days = TRUE;
  do
    {
      gint64 count;

      if (!liaison_scan_take_count (scan, &count))
        return FALSE;
      while (next < G_N_ELEMENTS (units) && !liaison_scan_is_at (scan, units[next].letter))
        next++;
      if (next == G_N_ELEMENTS (units))
        return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX, "d, h, m or s, as in +2d4h30m");
      scan->at++;
      *days &= next == 0;
      if (count > LIAISON_SPAN_MAX / units[next].seconds
          || (*seconds += count * units[next].seconds) > LIAISON_SPAN_MAX)
        {
          scan->at = from;
          return liaison_scan_fail (scan, LIAISON_TIME_ERROR_RANGE, "no more than 100 years");
        }
      next++;
    }
  while (liaison_scan_is_at_digit (scan));
  if (back)
    *seconds = -*seconds;
  return TRUE;
}

static gboolean
take_word (LiaisonScan *scan, const char *word)
{
  gsize length = strlen (word);

  if (liaison_scan_left (scan) < length || memcmp (scan->at, word, length) != 0)
    return FALSE;
  scan->at += length;
  return TRUE;
}

static gboolean
take_anchor (LiaisonScan *scan, LiaisonInstant *instant)
{
  if (take_word (scan, "STARTEX"))
    instant->edge = LIAISON_ANCHOR_STARTEX;
  else if (take_word (scan, "ENDEX"))
    instant->edge = LIAISON_ANCHOR_ENDEX;
  else if (take_word (scan, "start("))
    instant->edge = LIAISON_ANCHOR_START;
  else if (take_word (scan, "end("))
    instant->edge = LIAISON_ANCHOR_END;
  else
    return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX,
                              "a time such as 2027-05-14T15:00+02:00[Europe/Oslo] or STARTEX+57h");
  if (instant->edge < LIAISON_ANCHOR_START)
    return TRUE;
  if (liaison_scan_left (scan) < LIAISON_ID_TEXT_SIZE
      || !liaison_id_parse (scan->at, LIAISON_ID_TEXT_SIZE - 1, &instant->anchor)
      || scan->at[LIAISON_ID_TEXT_SIZE - 1] != ')')
    return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX, "the id of a record and )");
  scan->at += LIAISON_ID_TEXT_SIZE;
  return TRUE;
}

static gboolean
take_anchored (LiaisonScan *scan, LiaisonInstant *instant)
{
  gboolean days = TRUE;
  gint32 clock;

  instant->form = LIAISON_INSTANT_ELAPSED;
  if (!take_anchor (scan, instant))
    return FALSE;
  if ((liaison_scan_is_at (scan, '+') || liaison_scan_is_at (scan, '-'))
      && !take_chain (scan, &instant->seconds, &days))
    return FALSE;
  if (!days || !liaison_scan_take (scan, '@'))
    return TRUE;
  instant->form = LIAISON_INSTANT_CLOCK;
  instant->days = instant->seconds / DAY;
  if (!liaison_scan_take_clock (scan, &clock))
    return FALSE;
  instant->seconds = clock;
  if (liaison_scan_take (scan, 'Z'))
    return TRUE;
  if (!liaison_scan_is_at (scan, '['))
    return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX, "Z or a zone such as [Europe/Oslo]");
  return take_zone (scan, &instant->zone);
}

gboolean
liaison_instant_parse (const char *text, gsize length, LiaisonInstant *instant, GError **error)
{
  LiaisonInstant read = { 0 };
  LiaisonScan scan;
  gboolean done;

  liaison_scan_init (&scan, text, length);
  done =
      liaison_scan_is_at_digit (&scan) ? take_fixed (&scan, &read) : take_anchored (&scan, &read);
  if (done && scan.at < scan.end)
    done = liaison_scan_fail (&scan, LIAISON_TIME_ERROR_SYNTAX, "the end of the time");
  if (!done)
    return liaison_scan_set_error (&scan, error);
  *instant = read;
  return TRUE;
}

/* Writing */

static gsize
put_text (char *text, const char *source)
{
  gsize length = strlen (source);

  memcpy (text, source, length);
  return length;
}

static inline gsize
put_two (char *text, guint value)
{
  text[0] = '0' + value / 10;
  text[1] = '0' + value % 10;
  return 2;
}

/* HH:MM, and :SS where there are any. */
static gsize
put_clock (char *text, guint seconds)
{
  gsize length = put_two (text, seconds / 3600);

  text[length++] = ':';
  length += put_two (text + length, seconds / 60 % 60);
  if (seconds % 60 != 0)
    {
      text[length++] = ':';
      length += put_two (text + length, seconds % 60);
    }
  return length;
}

/* Nothing longer than a valid name, whatever the caller put in. */
static gsize
put_zone (char *text, const char *zone)
{
  gsize length = strnlen (zone, 64);

  text[0] = '[';
  memcpy (text + 1, zone, length);
  text[length + 1] = ']';
  return length + 2;
}

static gsize
put_fixed (char *text, const LiaisonInstant *instant)
{
  gint32 offset = CLAMP (instant->offset, -LIAISON_OFFSET_MAX, LIAISON_OFFSET_MAX);
  gsize length = 0;
  LiaisonWall wall;

  liaison_wall_from_unix (instant->seconds, offset, &wall);
  length += put_two (text, wall.year / 100);
  length += put_two (text + length, wall.year % 100);
  text[length++] = '-';
  length += put_two (text + length, wall.month);
  text[length++] = '-';
  length += put_two (text + length, wall.day);
  text[length++] = 'T';
  length += put_clock (text + length, wall.hour * 3600 + wall.minute * 60 + wall.second);
  if (instant->zone == NULL && offset == 0)
    {
      text[length++] = 'Z';
      return length;
    }
  text[length++] = offset < 0 ? '-' : '+';
  length += put_clock (text + length, ABS (offset));
  if (instant->zone != NULL)
    length += put_zone (text + length, instant->zone);
  return length;
}

static gsize
put_anchor (char *text, const LiaisonInstant *instant)
{
  gsize length;

  if (instant->edge == LIAISON_ANCHOR_STARTEX || instant->edge == LIAISON_ANCHOR_ENDEX)
    return put_text (text, instant->edge == LIAISON_ANCHOR_STARTEX ? "STARTEX" : "ENDEX");
  length = put_text (text, instant->edge == LIAISON_ANCHOR_START ? "start(" : "end(");
  liaison_id_format (instant->anchor, text + length);
  length += LIAISON_ID_TEXT_SIZE - 1;
  text[length++] = ')';
  return length;
}

/* Whole days as days and whole hours as hours (STARTEX+57h is how planners count), anything else as
 * a chain. */
static gsize
put_elapsed (char *text, gint64 seconds)
{
  guint64 left = seconds < 0 ? 0 - (guint64) seconds : (guint64) seconds;
  gsize length = 1;

  if (seconds == 0)
    return 0;
  text[0] = seconds < 0 ? '-' : '+';
  if (left % 3600 != 0 || left % DAY == 0)
    return length + liaison_scan_put_chain (text + length, left, "dhms", 0);
  length += liaison_scan_put_number (text + length, left / 3600, 1);
  text[length++] = 'h';
  return length;
}

static gsize
put_days_and_clock (char *text, const LiaisonInstant *instant)
{
  gsize length = put_elapsed (text, instant->days * DAY);

  text[length++] = '@';
  length += put_clock (text + length, CLAMP (instant->seconds, 0, DAY - 1));
  if (instant->zone != NULL)
    return length + put_zone (text + length, instant->zone);
  text[length++] = 'Z';
  return length;
}

gsize
liaison_instant_format (const LiaisonInstant *instant, char text[LIAISON_INSTANT_TEXT_SIZE])
{
  gsize length = 0;

  switch ((LiaisonInstantForm) instant->form)
    {
    case LIAISON_INSTANT_FIXED:
      length = put_fixed (text, instant);
      break;
    case LIAISON_INSTANT_ELAPSED:
      length = put_anchor (text, instant);
      length += put_elapsed (text + length, instant->seconds);
      break;
    case LIAISON_INSTANT_CLOCK:
      length = put_anchor (text, instant);
      length += put_days_and_clock (text + length, instant);
      break;
    case LIAISON_INSTANT_UNSET:
      break;
    }
  text[length] = '\0';
  return length;
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
         && (a->edge < LIAISON_ANCHOR_START || liaison_id_same (a->anchor, b->anchor));
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
      || !lookup (instant->edge, instant->anchor, &anchor, data) || anchor < SECONDS_MIN
      || anchor > SECONDS_MAX)
    return FALSE;
  if (instant->form == LIAISON_INSTANT_CLOCK)
    return resolve_clock (instant, anchor, seconds, state != NULL ? state : &ignored);
  return !__builtin_add_overflow (anchor, instant->seconds, seconds);
}
