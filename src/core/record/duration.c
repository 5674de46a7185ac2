/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/duration.h"

#include "record/time-scan.h"

#include <string.h>

#define DAY  86400
#define WEEK (7 * DAY)

/* Adds @count units of @unit seconds; both are at most 100 years. */
static gboolean
add_units (LiaisonScan *scan, gint64 count, gint64 unit, gint64 *sum)
{
  if (count > LIAISON_SPAN_MAX / unit || (*sum += count * unit) > LIAISON_SPAN_MAX)
    return liaison_scan_fail (scan, LIAISON_TIME_ERROR_RANGE, "no more than 100 years");
  return TRUE;
}

/* What follows the P: 3W, 2DT3H, T2H30M. */
static gboolean
take_iso (LiaisonScan *scan, gint64 *sum)
{
  static const struct
  {
    char letter;
    gboolean time;
    gint64 unit;
  } units[] = {
    { 'W', FALSE, WEEK }, { 'D', FALSE, DAY }, { 'H', TRUE, 3600 },
    { 'M', TRUE, 60 },    { 'S', TRUE, 1 },
  };
  gboolean time = FALSE;
  guint next = 0;

  do
    {
      gint64 count;

      if (!time && liaison_scan_take (scan, 'T'))
        {
          time = TRUE;
          next = MAX (next, 2);
        }
      if (!liaison_scan_take_count (scan, &count))
        return FALSE;
      while (next < G_N_ELEMENTS (units)
             && (units[next].time != time || !liaison_scan_is_at (scan, units[next].letter)))
        next++;
      if (next == G_N_ELEMENTS (units))
        return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX,
                                  "a unit, as in P3W, P2DT3H or PT2H30M");
      scan->at++;
      if (!add_units (scan, count, units[next].unit, sum))
        return FALSE;
      /* Weeks stand alone. */
      next = units[next].letter == 'W' ? G_N_ELEMENTS (units) : next + 1;
    }
  while (scan->at < scan->end && next < G_N_ELEMENTS (units));
  return TRUE;
}

gboolean
liaison_duration_parse (const char *text, gsize length, gint64 *seconds, GError **error)
{
  LiaisonScan scan;
  gint64 sum = 0;
  gboolean negative;

  if (length == 4 && memcmp (text, "PT0S", 4) == 0)
    {
      *seconds = 0;
      return TRUE;
    }
  liaison_scan_init (&scan, text, length);
  negative = liaison_scan_take (&scan, '-');
  if (!liaison_scan_take (&scan, 'P'))
    liaison_scan_fail (&scan, LIAISON_TIME_ERROR_SYNTAX, "a duration such as PT2H30M");
  else if (take_iso (&scan, &sum) && scan.at < scan.end)
    liaison_scan_fail (&scan, LIAISON_TIME_ERROR_SYNTAX, "the end of the duration");
  if (scan.expected != NULL)
    return liaison_scan_set_error (&scan, error);
  *seconds = negative ? -sum : sum;
  return TRUE;
}

/* Seconds without their sign, which is written at @text. */
static guint64
put_sign (gint64 seconds, char *text, gsize *length)
{
  if (seconds >= 0)
    return (guint64) seconds;
  text[(*length)++] = '-';
  return 0 - (guint64) seconds;
}

gsize
liaison_duration_format (gint64 seconds, char text[LIAISON_DURATION_TEXT_SIZE])
{
  gsize length = 0;

  if (seconds != LIAISON_DURATION_UNSET)
    {
      guint64 left = put_sign (seconds, text, &length);

      text[length++] = 'P';
      if (left == 0)
        {
          memcpy (text + length, "T0S", 3);
          length += 3;
        }
      else if (left % WEEK == 0)
        {
          length += liaison_scan_put_number (text + length, left / WEEK, 1);
          text[length++] = 'W';
        }
      else
        length += liaison_scan_put_chain (text + length, left, "DHMS", 'T');
    }
  text[length] = '\0';
  return length;
}

/* Typed units, largest first. */
typedef enum
{
  UNIT_WEEK,
  UNIT_DAY,
  UNIT_HOUR,
  UNIT_MINUTE,
  UNIT_SECOND,
  UNIT_NONE
} Unit;

static const gint64 unit_seconds[] = { WEEK, DAY, 3600, 60, 1 };

static void
skip_blanks (LiaisonScan *scan)
{
  while (scan->at < scan->end && g_ascii_isspace (*scan->at))
    scan->at++;
}

static Unit
take_unit (LiaisonScan *scan)
{
  static const struct
  {
    const char *word;
    Unit unit;
  } words[] = {
    { "w", UNIT_WEEK },        { "wk", UNIT_WEEK },        { "wks", UNIT_WEEK },
    { "week", UNIT_WEEK },     { "weeks", UNIT_WEEK },     { "d", UNIT_DAY },
    { "day", UNIT_DAY },       { "days", UNIT_DAY },       { "h", UNIT_HOUR },
    { "hr", UNIT_HOUR },       { "hrs", UNIT_HOUR },       { "hour", UNIT_HOUR },
    { "hours", UNIT_HOUR },    { "m", UNIT_MINUTE },       { "min", UNIT_MINUTE },
    { "mins", UNIT_MINUTE },   { "minute", UNIT_MINUTE },  { "minutes", UNIT_MINUTE },
    { "s", UNIT_SECOND },      { "sec", UNIT_SECOND },     { "secs", UNIT_SECOND },
    { "second", UNIT_SECOND }, { "seconds", UNIT_SECOND },
  };
  const char *from = scan->at;
  gsize length = 0;

  while (length < liaison_scan_left (scan) && g_ascii_isalpha (from[length]))
    length++;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i].word) == length && g_ascii_strncasecmp (words[i].word, from, length) == 0)
      {
        scan->at += length;
        return words[i].unit;
      }
  return UNIT_NONE;
}

/* A number of thousandths: 90, 1.5 or 1,5. */
static gboolean
take_thousandths (LiaisonScan *scan, gint64 *value)
{
  const char *from = scan->at;
  gint64 sum = 0;
  guint places = 0;

  if (!liaison_scan_is_at_digit (scan))
    return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX, "a number");
  for (; liaison_scan_is_at_digit (scan) && sum <= LIAISON_SPAN_MAX; scan->at++)
    sum = sum * 10 + (*scan->at - '0');
  if (sum > LIAISON_SPAN_MAX)
    {
      scan->at = from;
      return liaison_scan_fail (scan, LIAISON_TIME_ERROR_RANGE, "no more than 100 years");
    }
  if (liaison_scan_take (scan, '.') || liaison_scan_take (scan, ','))
    {
      for (; liaison_scan_is_at_digit (scan) && places < 3; scan->at++, places++)
        sum = sum * 10 + (*scan->at - '0');
      if (places == 0)
        return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX, "one to three decimals");
    }
  for (; places < 3; places++)
    sum *= 10;
  *value = sum;
  return TRUE;
}

static gboolean
add_thousandths (LiaisonScan *scan, gint64 value, Unit unit, gint64 *sum)
{
  gint64 seconds;

  if (__builtin_mul_overflow (value, unit_seconds[unit], &seconds))
    return liaison_scan_fail (scan, LIAISON_TIME_ERROR_RANGE, "no more than 100 years");
  if (seconds % 1000 != 0)
    return liaison_scan_fail (scan, LIAISON_TIME_ERROR_RANGE, "whole seconds");
  return add_units (scan, seconds / 1000, 1, sum);
}

/* The :30 or :30:15 of 1:30; the hours are read. */
static gboolean
take_colons (LiaisonScan *scan, gint64 *sum)
{
  for (Unit unit = UNIT_MINUTE; unit <= UNIT_SECOND && liaison_scan_take (scan, ':'); unit++)
    {
      int value;

      if (!liaison_scan_take_digits (scan, 2, &value))
        return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX, "two digits");
      if (value > 59)
        return liaison_scan_fail (scan, LIAISON_TIME_ERROR_RANGE, "00 to 59");
      if (!add_units (scan, value, unit_seconds[unit], sum))
        return FALSE;
    }
  return TRUE;
}

/* What a number without a unit counts after @last: minutes in 1h30, seconds in 2m30. */
static Unit
get_implied_unit (Unit last)
{
  return last == UNIT_HOUR || last == UNIT_MINUTE ? last + 1 : UNIT_NONE;
}

static gboolean
take_typed (LiaisonScan *scan, gint64 *sum)
{
  Unit last = UNIT_NONE;

  do
    {
      const char *number = scan->at;
      gint64 value;
      Unit unit;

      if (!take_thousandths (scan, &value))
        return FALSE;
      if (last == UNIT_NONE && liaison_scan_is_at (scan, ':') && value % 1000 == 0)
        return add_thousandths (scan, value, UNIT_HOUR, sum) && take_colons (scan, sum);
      skip_blanks (scan);
      unit = take_unit (scan);
      if (unit == UNIT_NONE && scan->at == scan->end)
        {
          /* A bare nought needs no unit; the day does for it as well as any. */
          unit = last == UNIT_NONE && value == 0 ? UNIT_DAY : get_implied_unit (last);
          if (unit == UNIT_NONE)
            return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX, "a unit: w, d, h, min or s");
        }
      if (unit == UNIT_NONE)
        return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX, "a unit: w, d, h, min or s");
      if (last != UNIT_NONE && unit <= last)
        {
          scan->at = number;
          return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX, "a smaller unit than before");
        }
      if (!add_thousandths (scan, value, unit, sum))
        return FALSE;
      last = unit;
      skip_blanks (scan);
    }
  while (scan->at < scan->end);
  return TRUE;
}

/* '-', '+', or the minus sign U+2212 that word processors write. */
static gboolean
take_sign (LiaisonScan *scan)
{
  if (liaison_scan_left (scan) >= 3 && memcmp (scan->at, "\xe2\x88\x92", 3) == 0)
    {
      scan->at += 3;
      return TRUE;
    }
  if (liaison_scan_take (scan, '-'))
    return TRUE;
  liaison_scan_take (scan, '+');
  return FALSE;
}

gboolean
liaison_duration_parse_typed (const char *text, gint64 *seconds, GError **error)
{
  LiaisonScan scan;
  gint64 sum = 0;
  gboolean negative;

  liaison_scan_init (&scan, text, strlen (text));
  while (scan.end > scan.at && g_ascii_isspace (scan.end[-1]))
    scan.end--;
  skip_blanks (&scan);
  if (liaison_scan_is_at (&scan, 'P') || g_str_has_prefix (scan.at, "-P"))
    return liaison_duration_parse (scan.at, liaison_scan_left (&scan), seconds, error);
  negative = take_sign (&scan);
  skip_blanks (&scan);
  if (take_typed (&scan, &sum) && scan.at < scan.end)
    liaison_scan_fail (&scan, LIAISON_TIME_ERROR_SYNTAX, "the end of the duration");
  if (scan.expected != NULL)
    return liaison_scan_set_error (&scan, error);
  *seconds = negative ? -sum : sum;
  return TRUE;
}

gsize
liaison_duration_format_typed (gint64 seconds, char text[LIAISON_DURATION_TEXT_SIZE])
{
  gsize length = 0;

  if (seconds != LIAISON_DURATION_UNSET)
    {
      guint64 left = put_sign (seconds, text, &length);

      if (left == 0)
        {
          memcpy (text, "0m", 2);
          length = 2;
        }
      else if (left % WEEK == 0)
        {
          length += liaison_scan_put_number (text + length, left / WEEK, 1);
          text[length++] = 'w';
        }
      else
        length += liaison_scan_put_chain (text + length, left, "dhms", 0);
    }
  text[length] = '\0';
  return length;
}

gboolean
liaison_date_parse (const char *text, gsize length, gint32 *days, GError **error)
{
  LiaisonScan scan;

  liaison_scan_init (&scan, text, length);
  if (liaison_scan_take_date (&scan, days) && scan.at < scan.end)
    liaison_scan_fail (&scan, LIAISON_TIME_ERROR_SYNTAX, "the end of the date");
  return scan.expected == NULL ? TRUE : liaison_scan_set_error (&scan, error);
}

gsize
liaison_date_format (gint32 days, char text[LIAISON_DATE_TEXT_SIZE])
{
  gsize length = 0;

  if (days != LIAISON_DATE_UNSET)
    {
      int year, month, day;

      liaison_date_from_days (days, &year, &month, &day);
      if (year < 0)
        text[length++] = '-';
      length += liaison_scan_put_number (text + length, ABS (year), 4);
      text[length++] = '-';
      length += liaison_scan_put_number (text + length, month, 2);
      text[length++] = '-';
      length += liaison_scan_put_number (text + length, day, 2);
    }
  text[length] = '\0';
  return length;
}
