/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/import-time-private.h"

#include "record/instant.h"

#include <stdlib.h>
#include <string.h>

/* Two digits are of this century: plans are for the years to come. */
static int
expand_year (const char *digits)
{
  int year = atoi (digits);

  return strlen (digits) <= 2 ? 2000 + year : year;
}

/* Which year a date without one is of: the one nearest to the start of the exercise. */
static int
find_year (const LiaisonImportClock *clock, const LiaisonImportDay *day, int month, int of_month)
{
  gint32 near = day->known && !day->relative ? day->days : clock->startex, days, best = G_MAXINT32;
  int year, m, d, found = 0;

  if (near == G_MININT32)
    return 0;
  liaison_date_from_days (near, &year, &m, &d);
  for (int candidate = year - 1; candidate <= year + 1; candidate++)
    if (liaison_days_from_date (candidate, month, of_month, &days) && ABS (days - near) < best)
      {
        best = ABS (days - near);
        found = candidate;
      }
  return found;
}

gboolean
import_date_take_numeric (const LiaisonImportClock *clock,
                          const char *text,
                          const LiaisonImportDay *day,
                          gint32 *days,
                          char **rest)
{
  g_auto (GStrv) parts = import_time_match (PATTERN_YEAR_FIRST, text);
  int year, month, of_month;

  if (parts != NULL)
    {
      year = atoi (parts[0]);
      month = atoi (parts[1]);
      of_month = atoi (parts[2]);
      *rest = g_strstrip (g_strdup (parts[3]));
      return liaison_days_from_date (year, month, of_month, days) && year >= 1900 && year <= 2200;
    }
  parts = import_time_match (PATTERN_DAY_FIRST, text);
  if (parts == NULL)
    return FALSE;
  of_month = atoi (parts[clock->mapping->month_first ? 2 : 0]);
  month = atoi (parts[clock->mapping->month_first ? 0 : 2]);
  year = *parts[3] != '\0' ? expand_year (parts[3]) : find_year (clock, day, month, of_month);
  *rest = g_strstrip (g_strdup (parts[4]));
  return year >= 1900 && year <= 2200 && liaison_days_from_date (year, month, of_month, days);
}

int
liaison_import_date_order (const char *text)
{
  g_autofree char *plain = liaison_reading_make_plain (text);
  g_auto (GStrv) parts =
      strlen (plain) < MAX_LENGTH ? import_time_match (PATTERN_DAY_FIRST, plain) : NULL;
  int first, second;

  if (parts == NULL || *parts[3] == '\0')
    return G_MAXINT;
  first = atoi (parts[0]);
  second = atoi (parts[2]);
  if (first < 1 || second < 1 || first > 31 || second > 31 || (first > 12 && second > 12))
    return G_MAXINT;
  return second > 12 ? 1 : first > 12 ? -1 : 0;
}

gboolean
import_date_has_digit (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isdigit (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

gboolean
import_date_take_named (const LiaisonImportClock *clock,
                        const char *text,
                        const LiaisonImportDay *day,
                        gint32 *days,
                        LiaisonTypedTime *typed)
{
  g_auto (GStrv) parts =
      import_date_has_digit (text) ? import_time_match (PATTERN_SHORT_YEAR, text) : NULL;
  g_autofree char *longer =
      parts != NULL ? g_strdup_printf ("%s 20%s %s", parts[0], parts[1], parts[2]) : NULL;

  /* Without a number there is no day: the names of months need not be learnt to see that. */
  if (!import_date_has_digit (text))
    return FALSE;
  if ((longer == NULL || !liaison_typed_time_read (clock->words, longer, typed))
      && !liaison_typed_time_read (clock->words, text, typed))
    return FALSE;
  if (typed->day == 0)
    return FALSE;
  if (typed->year == 0)
    typed->year = find_year (clock, day, typed->month, typed->day);
  return typed->year >= 1900
         && liaison_days_from_date (typed->year, typed->month, typed->day, days);
}
