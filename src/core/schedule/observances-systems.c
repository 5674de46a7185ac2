/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/observances-systems.h"

#include "record/instant.h"

#include <unicode/ucal.h>

#define MS_PER_DAY 86400000.0
/* Days that were worked out are kept: astronomy takes a millisecond a year. */
#define MAX_KEPT 20000
#define NO_DAY   G_MININT32

/* Gauss's method as Meeus gives it (Astronomical Algorithms, chapter 8). */
gint32
liaison_easter_western (int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  int m = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
  gint32 days = 0;

  liaison_days_from_date (year, m / 31, m % 31 + 1, &days);
  return days;
}

static gint32
from_julian (int year, int month, int day)
{
  int a = (14 - month) / 12, y = year + 4800 - a, m = month + 12 * a - 3;

  return day + (153 * m + 2) / 5 + 365 * y + y / 4 - 32083 - 2440588;
}

gint32
liaison_easter_eastern (int year)
{
  int d = (19 * (year % 19) + 15) % 30;
  int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;

  return from_julian (year, (d + e + 114) / 31, (d + e + 114) % 31 + 1);
}

static const char *const locales[] = {
  [LIAISON_CALENDAR_SYSTEM_ISLAMIC_UMALQURA] = "en@calendar=islamic-umalqura",
  [LIAISON_CALENDAR_SYSTEM_ISLAMIC_CIVIL] = "en@calendar=islamic-civil",
  [LIAISON_CALENDAR_SYSTEM_HEBREW] = "en@calendar=hebrew",
  [LIAISON_CALENDAR_SYSTEM_CHINESE] = "en@calendar=chinese",
  [LIAISON_CALENDAR_SYSTEM_PERSIAN] = "en@calendar=persian",
  [LIAISON_CALENDAR_SYSTEM_COPTIC] = "en@calendar=coptic",
  [LIAISON_CALENDAR_SYSTEM_ETHIOPIC] = "en@calendar=ethiopic",
  [LIAISON_CALENDAR_SYSTEM_INDIAN] = "en@calendar=indian",
};

static UCalendar *
open_calendar (LiaisonCalendarSystem system)
{
  static const UChar utc[] = { 'E', 't', 'c', '/', 'U', 'T', 'C', 0 };
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = ucal_open (utc, -1, locales[system], UCAL_TRADITIONAL, &status);

  return U_SUCCESS (status) ? calendar : NULL;
}

/* Months of the Chinese calendar that ICU 72 begins a day early or late (Hong Kong Observatory, Gregorian-
 * lunar calendar conversion tables): the new moon falls shortly before midnight. */
static gint32
mend (LiaisonCalendarSystem system, int month, int day, gint32 found)
{
  /* 2027-02-07: the first month of the year of the Goat begins on the 6th. */
  if (system == LIAISON_CALENDAR_SYSTEM_CHINESE && month == 1 && found - (day - 1) == 20856)
    return found - 1;
  /* 2030-02-02: the new moon falls at 00:07 on the 3rd in Beijing. */
  if (system == LIAISON_CALENDAR_SYSTEM_CHINESE && month == 1 && found - (day - 1) == 21947)
    return found + 1;
  return found;
}

static gint32
work_out (UCalendar *calendar, LiaisonCalendarSystem system, int year, int month, int day)
{
  UErrorCode status = U_ZERO_ERROR;

  ucal_clear (calendar);
  ucal_set (calendar, UCAL_EXTENDED_YEAR, year);
  ucal_set (calendar, UCAL_MONTH, month - 1);
  ucal_set (calendar, UCAL_IS_LEAP_MONTH, 0);
  ucal_set (calendar, UCAL_DATE, day);
  UDate at = ucal_getMillis (calendar, &status);
  if (U_FAILURE (status) || ucal_get (calendar, UCAL_MONTH, &status) != month - 1
      || ucal_get (calendar, UCAL_DATE, &status) != day
      || ucal_get (calendar, UCAL_IS_LEAP_MONTH, &status) != 0)
    return NO_DAY;
  return mend (system, month, day, (gint32) (at / MS_PER_DAY));
}

/* The day in that year of the calendar, from the store or worked out. */
static gint32
find_day (UCalendar *calendar, LiaisonCalendarSystem system, int year, int month, int day)
{
  static GMutex mutex;
  static GHashTable *kept;
  guint64 key = ((((guint64) (guint32) year << 4) | (guint) system) << 4 | (guint) month) << 5
                | (guint) day;
  gpointer value;

  g_mutex_lock (&mutex);
  if (kept == NULL)
    kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!g_hash_table_lookup_extended (kept, &key, NULL, &value))
    {
      value = GINT_TO_POINTER (work_out (calendar, system, year, month, day));
      if (g_hash_table_size (kept) >= MAX_KEPT)
        g_hash_table_remove_all (kept);
      g_hash_table_insert (kept, g_memdup2 (&key, sizeof key), value);
    }
  g_mutex_unlock (&mutex);
  return GPOINTER_TO_INT (value);
}

static int
get_year (UCalendar *calendar, gint32 day)
{
  UErrorCode status = U_ZERO_ERROR;

  ucal_setMillis (calendar, day * MS_PER_DAY, &status);
  return ucal_get (calendar, UCAL_EXTENDED_YEAR, &status);
}

static void
foreach_by_icu (LiaisonCalendarSystem system,
                int month,
                int day,
                gint32 from,
                gint32 until,
                LiaisonDayFunc func,
                gpointer data)
{
  UCalendar *calendar = open_calendar (system);

  if (calendar == NULL)
    return;
  int last = get_year (calendar, until);
  for (int year = get_year (calendar, from); year <= last; year++)
    {
      gint32 found = find_day (calendar, system, year, month, day);
      if (found != NO_DAY && found >= from && found <= until)
        func (found, data);
    }
  ucal_close (calendar);
}

/* The Buddhist and the Japanese calendar name the years otherwise, not the days in them. */
static gint32
find_plain (LiaisonCalendarSystem system, int year, int month, int day)
{
  gint32 found;

  if (month > 12)
    return NO_DAY;
  if (system == LIAISON_CALENDAR_SYSTEM_JULIAN)
    return from_julian (year, month, day);
  return liaison_days_from_date (year, month, day, &found) ? found : NO_DAY;
}

void
liaison_calendar_system_foreach_day (LiaisonCalendarSystem system,
                                     int month,
                                     int day,
                                     gint32 from,
                                     gint32 until,
                                     LiaisonDayFunc func,
                                     gpointer data)
{
  int first, last, unused;

  if (month < 1 || month > 13 || day < 1 || day > 31 || from > until)
    return;
  if (system < G_N_ELEMENTS (locales) && locales[system] != NULL)
    {
      foreach_by_icu (system, month, day, from, until, func, data);
      return;
    }
  liaison_date_from_days (from, &first, &unused, &unused);
  liaison_date_from_days (until, &last, &unused, &unused);
  for (int year = first - 1; year <= last; year++)
    {
      gint32 found = find_plain (system, year, month, day);
      if (found != NO_DAY && found >= from && found <= until)
        func (found, data);
    }
}
