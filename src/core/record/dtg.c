/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/dtg.h"

#include "record/time-scan.h"
#include "record/zone.h"

#include <string.h>

static const char *const months[] = {
  "JANUARY", "FEBRUARY", "MARCH",     "APRIL",   "MAY",      "JUNE",
  "JULY",    "AUGUST",   "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER",
};
static const char *const weekdays[] = {
  "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY",
};

/* What a date-time group says; 0 and -1 stand for what it leaves open. */
typedef struct
{
  int weekday; /* 1 Monday - 7 Sunday */
  int day, hour, minute, second;
  gboolean has_offset; /* else the reader's zone */
  gint32 offset;
  int month;           /* 1-12 */
  int year;            /* -1: open */
  gboolean short_year; /* two digits */
} Parts;

/* Reading */

/* Blanks, also the no-break space that word processors put between the parts. */
static void
skip_blanks (LiaisonScan *scan)
{
  for (;;)
    if (scan->at < scan->end && g_ascii_isspace (*scan->at))
      scan->at++;
    else if (liaison_scan_left (scan) >= 2 && memcmp (scan->at, "\xc2\xa0", 2) == 0)
      scan->at += 2;
    else
      return;
}

static gsize
count_letters (const LiaisonScan *scan)
{
  gsize length = 0;

  while (length < liaison_scan_left (scan) && g_ascii_isalpha (scan->at[length]))
    length++;
  return length;
}

/* The place from one of the name that @word begins, of three letters at least; 0 for none. */
static int
find_name (const char *word, gsize length, const char *const *names, int n_names)
{
  if (length >= 3)
    for (int i = 0; i < n_names; i++)
      if (length <= strlen (names[i]) && g_ascii_strncasecmp (word, names[i], length) == 0)
        return i + 1;
  return 0;
}

static gboolean
take_weekday (LiaisonScan *scan, Parts *parts)
{
  gsize length = count_letters (scan);

  if (length == 0)
    return TRUE;
  parts->weekday = find_name (scan->at, length, weekdays, 7);
  if (parts->weekday == 0)
    return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX,
                              "two digits of the day, as in 141300ZMAY27");
  scan->at += length;
  liaison_scan_take (scan, '.');
  liaison_scan_take (scan, ',');
  skip_blanks (scan);
  return TRUE;
}

static gboolean
take_day_and_time (LiaisonScan *scan, Parts *parts)
{
  const char *from = scan->at;

  if (!liaison_scan_take_digits (scan, 2, &parts->day))
    return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX,
                              "two digits of the day, as in 141300ZMAY27");
  skip_blanks (scan);
  if (!liaison_scan_take_digits (scan, 2, &parts->hour)
      || !liaison_scan_take_digits (scan, 2, &parts->minute))
    return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX, "four digits of the time");
  liaison_scan_take_digits (scan, 2, &parts->second);
  if (liaison_scan_is_at_digit (scan))
    return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX, "a zone letter or a month");
  if (parts->day >= 1 && parts->day <= 31 && parts->hour <= 23 && parts->minute <= 59
      && parts->second <= 59)
    return TRUE;
  scan->at = from;
  return liaison_scan_fail (scan, LIAISON_TIME_ERROR_RANGE,
                            "a day from 01 to 31 and a time from 0000 to 2359");
}

/* The 0545, 05:45 or 054116 of an offset; its sign stands at the place. */
static gboolean
take_offset (LiaisonScan *scan, gint32 *offset)
{
  const char *from = scan->at;
  gboolean west = *scan->at++ == '-';
  int hour, minute, second = 0;

  if (!liaison_scan_take_digits (scan, 2, &hour)
      || (liaison_scan_take (scan, ':'), !liaison_scan_take_digits (scan, 2, &minute)))
    return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX, "an offset such as +0545");
  liaison_scan_take_digits (scan, 2, &second);
  *offset = hour * 3600 + minute * 60 + second;
  if (minute > 59 || second > 59 || *offset > LIAISON_OFFSET_MAX)
    {
      scan->at = from;
      return liaison_scan_fail (scan, LIAISON_TIME_ERROR_RANGE, "an offset of at most 18 hours");
    }
  if (west)
    *offset = -*offset;
  return TRUE;
}

/* A letter, an offset, Z and an offset, or nothing: then what comes is a month, or the end. */
static gboolean
take_zone (LiaisonScan *scan, Parts *parts)
{
  gsize length = count_letters (scan);
  char letter = 0;

  if (length > 0 && find_name (scan->at, length, months, 12) == 0)
    {
      letter = g_ascii_toupper (*scan->at++);
      parts->has_offset = liaison_zone_letter_to_offset (letter, &parts->offset);
    }
  if (!liaison_scan_is_at (scan, '+') && !liaison_scan_is_at (scan, '-'))
    return TRUE;
  if (letter != 0 && letter != 'Z')
    return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX, "a month");
  parts->has_offset = TRUE;
  return take_offset (scan, &parts->offset);
}

static gboolean
take_month_and_year (LiaisonScan *scan, Parts *parts)
{
  gsize length = count_letters (scan);

  if (scan->at == scan->end)
    return TRUE;
  parts->month = find_name (scan->at, length, months, 12);
  if (parts->month == 0)
    return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX, "an English month such as MAY");
  scan->at += length;
  skip_blanks (scan);
  if (scan->at == scan->end)
    return TRUE;
  if (liaison_scan_take_digits (scan, 4, &parts->year))
    return TRUE;
  parts->short_year = liaison_scan_take_digits (scan, 2, &parts->year);
  return parts->short_year
         || liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX, "two or four digits of the year");
}

static gboolean
take_parts (LiaisonScan *scan, Parts *parts)
{
  skip_blanks (scan);
  if (!take_weekday (scan, parts) || !take_day_and_time (scan, parts))
    return FALSE;
  skip_blanks (scan);
  if (!take_zone (scan, parts))
    return FALSE;
  skip_blanks (scan);
  if (!take_month_and_year (scan, parts))
    return FALSE;
  skip_blanks (scan);
  if (scan->at < scan->end)
    return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX, "the end of the date-time group");
  return TRUE;
}

/* Filling in what was left open */

/* FALSE where there is no such day, or it is out of the years a plan may speak of. */
static gboolean
make_instant (const Parts *parts,
              int year,
              int month,
              const LiaisonDtgContext *context,
              LiaisonInstant *instant)
{
  const char *zone = parts->has_offset ? NULL : context->zone;

  if (year < LIAISON_YEAR_MIN || year > LIAISON_YEAR_MAX
      || !liaison_instant_from_wall (year, month, parts->day, parts->hour, parts->minute,
                                     parts->second, zone, instant, NULL))
    return FALSE;
  if (parts->has_offset)
    {
      instant->offset = parts->offset;
      instant->seconds -= parts->offset;
    }
  return TRUE;
}

/* Of two equally far from the reference the later one is meant: plans look ahead. */
static gboolean
is_nearer (gint64 reference, const LiaisonInstant *candidate, const LiaisonInstant *best)
{
  gint64 distance = ABS (candidate->seconds - reference);
  gint64 shortest = ABS (best->seconds - reference);

  return distance < shortest || (distance == shortest && candidate->seconds > best->seconds);
}

/* The candidate nearest to the reference: every month within three of it, or every year within
 * eight (from one leap year to the next it may be eight), or every century within one. */
static gboolean
find_nearest (const Parts *parts, const LiaisonDtgContext *context, LiaisonInstant *instant)
{
  const gint64 reference =
      CLAMP (context->reference, -(G_GINT64_CONSTANT (1) << 40), G_GINT64_CONSTANT (1) << 40);
  const int reach = parts->month == 0 ? 3 : parts->short_year ? 1 : 8;
  gboolean found = FALSE;
  LiaisonWall around;

  liaison_wall_from_unix (reference, parts->has_offset ? parts->offset : 0, &around);
  for (int step = -reach; step <= reach; step++)
    {
      int year = around.year, month = parts->month;
      LiaisonInstant candidate;

      if (parts->short_year)
        year = (around.year / 100 + step) * 100 + parts->year;
      else if (month != 0)
        year = around.year + step;
      else
        {
          int index = around.year * 12 + around.month - 1 + step;

          year = index / 12;
          month = index % 12 + 1;
        }
      if (make_instant (parts, year, month, context, &candidate)
          && (!found || is_nearer (reference, &candidate, instant)))
        {
          *instant = candidate;
          found = TRUE;
        }
    }
  return found;
}

static gboolean
is_that_weekday (const Parts *parts, const LiaisonInstant *instant)
{
  LiaisonWall wall;

  liaison_wall_from_unix (instant->seconds, instant->offset, &wall);
  return parts->weekday == 0 || parts->weekday == wall.weekday;
}

gboolean
liaison_dtg_parse (const char *text,
                   const LiaisonDtgContext *context,
                   LiaisonInstant *instant,
                   GError **error)
{
  Parts parts = { .year = -1 };
  LiaisonInstant found;
  LiaisonScan scan;

  liaison_scan_init (&scan, text, strlen (text));
  if (!take_parts (&scan, &parts))
    return liaison_scan_set_error (&scan, error);
  scan.at = scan.start;
  if (!parts.has_offset && context->zone != NULL && !liaison_zone_is_known (context->zone))
    liaison_scan_fail (&scan, LIAISON_TIME_ERROR_ZONE,
                       "a zone letter, as the reader's zone is not known here,");
  else if (parts.year >= 0 && !parts.short_year
               ? !make_instant (&parts, parts.year, parts.month, context, &found)
               : !find_nearest (&parts, context, &found))
    liaison_scan_fail (&scan, LIAISON_TIME_ERROR_RANGE,
                       "a day of that month, in the years 1900 to 2200,");
  else if (!is_that_weekday (&parts, &found))
    liaison_scan_fail (&scan, LIAISON_TIME_ERROR_WEEKDAY, "the weekday of that date");
  if (scan.expected != NULL)
    return liaison_scan_set_error (&scan, error);
  *instant = found;
  return TRUE;
}

/* Writing */

/* B, or +0545 where no letter has the offset. */
static gsize
put_zone (char *text, gint32 offset)
{
  char letter = liaison_zone_offset_to_letter (offset);
  gsize length = 1;

  text[0] = letter != 0 ? letter : offset < 0 ? '-' : '+';
  if (letter != 0)
    return length;
  offset = ABS (offset);
  length += liaison_scan_put_number (text + length, offset / 3600, 2);
  length += liaison_scan_put_number (text + length, offset / 60 % 60, 2);
  if (offset % 60 != 0)
    length += liaison_scan_put_number (text + length, offset % 60, 2);
  return length;
}

gsize
liaison_dtg_format (gint64 seconds,
                    gint32 offset,
                    LiaisonDtgFlags flags,
                    char text[LIAISON_DTG_TEXT_SIZE])
{
  gsize length = 0;
  LiaisonWall wall;

  offset = CLAMP (offset, -LIAISON_OFFSET_MAX, LIAISON_OFFSET_MAX);
  liaison_wall_from_unix (seconds, offset, &wall);
  length += liaison_scan_put_number (text, wall.day, 2);
  if (flags & LIAISON_DTG_SPACED)
    text[length++] = ' ';
  length += liaison_scan_put_number (text + length, wall.hour, 2);
  length += liaison_scan_put_number (text + length, wall.minute, 2);
  if (flags & LIAISON_DTG_SECONDS)
    length += liaison_scan_put_number (text + length, wall.second, 2);
  length += put_zone (text + length, offset);
  if (flags & LIAISON_DTG_SPACED)
    text[length++] = ' ';
  memcpy (text + length, months[wall.month - 1], 3);
  length += 3;
  if (!(flags & LIAISON_DTG_NO_YEAR))
    {
      gboolean is_long = (flags & LIAISON_DTG_LONG_YEAR) != 0;

      if (flags & LIAISON_DTG_SPACED)
        text[length++] = ' ';
      length += liaison_scan_put_number (text + length, is_long ? wall.year : wall.year % 100,
                                         is_long ? 4 : 2);
    }
  text[length] = '\0';
  return length;
}
