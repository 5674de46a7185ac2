/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/import-time-private.h"

#include "record/duration.h"
#include "record/instant.h"
#include "words/manner-reading.h"

#include <stdlib.h>
#include <string.h>

/* Clocks */

gboolean
liaison_import_clock_read (const char *text, gint32 *seconds, char *letter)
{
  g_auto (GStrv) parts = import_time_match (PATTERN_CLOCK, text);
  int hour, minute, second;

  if (parts == NULL)
    return FALSE;
  if (*parts[3] != '\0')
    {
      hour = atoi (parts[3]) / 100;
      minute = atoi (parts[3]) % 100;
    }
  else
    {
      hour = atoi (*parts[4] != '\0' ? parts[4] : parts[0]);
      minute = atoi (parts[1]);
    }
  second = atoi (parts[2]);
  if (*parts[5] != '\0')
    {
      if (hour < 1 || hour > 12)
        return FALSE;
      hour = hour % 12 + (g_ascii_tolower (*parts[5]) == 'p' ? 12 : 0);
    }
  if (minute > 59 || second > 59 || hour > 24 || (hour == 24 && (minute > 0 || second > 0)))
    return FALSE;
  *seconds = hour * 3600 + minute * 60 + second;
  if (letter != NULL)
    *letter = strlen (parts[6]) > 1 ? 'Z' : g_ascii_toupper (*parts[6]);
  /* L for local is written so, though it is eleven hours east too. */
  if (letter != NULL && *letter == 'L')
    *letter = 0;
  return TRUE;
}

/* Relative ones */

static gint32
get_unit (const LiaisonImportClock *clock, char letter, const char *word)
{
  switch (g_ascii_tolower (*word))
    {
    case 'd':
      return SECONDS_PER_DAY;
    case 'h':
      return 3600;
    case 'w':
      return 7 * SECONDS_PER_DAY;
    case 'm':
      return g_ascii_tolower (word[1]) == 'o' ? LIAISON_IMPORT_MONTH : 60;
    default:
      return clock->mapping->letters.units[g_ascii_toupper (letter) - 'A'];
    }
}

/* Calendar months before or after the day of STARTEX, as days. */
static gint32
count_months (const LiaisonImportClock *clock, int months)
{
  int year, month, day, index;
  gint32 days;

  if (clock->startex == G_MININT32)
    return months * 30;
  liaison_date_from_days (clock->startex, &year, &month, &day);
  index = year * 12 + month - 1 + months;
  while (!liaison_days_from_date (index / 12, index % 12 + 1, day, &days) && day > 28)
    day--;
  return days - clock->startex;
}

/* "STARTEX", "STARTEX+3d", "STARTEX-5m" in the spelling of the plan's instants. */
static char *
tell_elapsed (gint64 seconds)
{
  char distance[LIAISON_DURATION_TEXT_SIZE];

  if (seconds == 0)
    return g_strdup ("STARTEX");
  liaison_duration_format_typed (ABS (seconds), distance);
  return g_strdup_printf ("STARTEX%c%s", seconds < 0 ? '-' : '+', distance);
}

/* A clock time on a day; seconds may be 24 h and more. */
static char *
tell_on_day (LiaisonImportDay day, gint32 seconds, char letter)
{
  g_autofree char *zone = letter == 'Z' ? g_strdup ("Z") : NULL;
  gint32 rest;

  day.days += seconds / SECONDS_PER_DAY;
  rest = seconds % SECONDS_PER_DAY;
  if (day.relative)
    {
      g_autofree char *distance =
          day.days == 0 ? g_strdup ("") : g_strdup_printf ("%+dd", day.days);

      return g_strdup_printf ("STARTEX%s@%02d:%02d%s", distance, rest / 3600, rest / 60 % 60,
                              zone != NULL ? zone : "");
    }
  int year, month, of_month;
  liaison_date_from_days (day.days, &year, &month, &of_month);
  if (letter != 0)
    return g_strdup_printf ("%04d-%02d-%02d %02d%02d%c", year, month, of_month, rest / 3600,
                            rest / 60 % 60, letter);
  return g_strdup_printf ("%04d-%02d-%02d %02d:%02d:%02d", year, month, of_month, rest / 3600,
                          rest / 60 % 60, rest % 60);
}

/* The days after STARTEX that "D+3 0900", "D-Day", "Day 3" name; *@rest is what follows. */
static gboolean
take_relative_day (const LiaisonImportClock *clock, const char *text, gint32 *days, char **rest)
{
  g_auto (GStrv) parts = import_time_match (PATTERN_RELATIVE, text);
  int count, sign;
  gint32 unit;

  if (parts != NULL)
    {
      count = atoi (parts[2]);
      sign = *parts[1] == '+' ? 1 : -1;
      unit = get_unit (clock, *parts[0], parts[4]);
      if (unit < SECONDS_PER_DAY || *parts[3] != '\0' || count > 5000)
        return FALSE;
      *days = unit == LIAISON_IMPORT_MONTH ? count_months (clock, sign * count)
                                           : sign * count * (unit / SECONDS_PER_DAY);
      *rest = g_strstrip (g_strdup (parts[5]));
      return TRUE;
    }
  g_clear_pointer (&parts, g_strfreev);
  parts = import_time_match (PATTERN_DAY_NUMBER, text);
  if (parts != NULL)
    {
      /* The first day of an exercise is day 1; a sign counts from STARTEX. */
      *days = atoi (parts[0]) - (g_ascii_isdigit (*parts[0]) && atoi (parts[0]) > 0);
      *rest = g_strstrip (g_strdup (parts[1]));
      return TRUE;
    }
  parts = import_time_match (PATTERN_D_DAY, text);
  if (parts == NULL)
    return FALSE;
  *days = 0;
  *rest = g_strstrip (g_strdup (parts[1]));
  return TRUE;
}

/* T+2, H-1:30, M-5 where M counts less than days; STARTEX + 45 min. NULL: it is none. */
static char *
spell_elapsed (const LiaisonImportClock *clock, const char *text)
{
  g_auto (GStrv) parts = import_time_match (PATTERN_RELATIVE, text);
  gint64 seconds;

  if (parts != NULL && *parts[5] == '\0')
    {
      gint32 unit = get_unit (clock, *parts[0], parts[4]);

      if (unit >= SECONDS_PER_DAY && *parts[3] == '\0')
        return NULL;
      seconds = *parts[3] != '\0' ? atoi (parts[2]) * 3600 + atoi (parts[3]) * 60
                                  : (gint64) atoi (parts[2]) * unit;
      return tell_elapsed (*parts[1] == '+' ? seconds : -seconds);
    }
  g_clear_pointer (&parts, g_strfreev);
  parts = import_time_match (PATTERN_ANCHOR, text);
  if (parts == NULL || *parts[1] == '\0'
      || !liaison_reading_parse_duration (clock->words, parts[2], &seconds))
    return NULL;
  g_autofree char *anchor = g_ascii_strup (parts[0], -1);
  char distance[LIAISON_DURATION_TEXT_SIZE];
  liaison_duration_format_typed (seconds, distance);
  return g_strdup_printf ("%s%c%s%s", anchor, *parts[1] == '+' ? '+' : '-', distance, parts[3]);
}

/* Whole cells */

static gboolean
take_day (const LiaisonImportClock *clock,
          const char *text,
          const LiaisonImportDay *around,
          LiaisonImportDay *day,
          char **rest)
{
  LiaisonTypedTime typed;

  *rest = NULL;
  *day = (LiaisonImportDay){ .known = TRUE };
  if (take_relative_day (clock, text, &day->days, rest))
    {
      day->relative = TRUE;
      return TRUE;
    }
  g_clear_pointer (rest, g_free);
  if (import_date_take_numeric (clock, text, around, &day->days, rest))
    return TRUE;
  g_clear_pointer (rest, g_free);
  if (!import_date_take_named (clock, text, around, &day->days, &typed))
    return FALSE;
  *rest = typed.has_time ? g_strdup_printf ("%02d:%02d%.*s", typed.hour, typed.minute,
                                            typed.letter != 0, &typed.letter)
                         : g_strdup ("");
  return TRUE;
}

static gboolean
is_date_time_group (const char *text)
{
  return strlen (text) >= 6 && strspn (text, "0123456789") == 6;
}

/* One time, no span. NULL: the manner may read it as it is. */
static char *
spell_point (const LiaisonImportClock *clock,
             const char *text,
             const LiaisonImportDay *around,
             LiaisonImportTime *time)
{
  g_autofree char *rest = NULL;
  LiaisonImportDay day;
  gint32 seconds = 0;
  char letter = 0;
  char *elapsed;

  if (is_date_time_group (text))
    return NULL;
  if (liaison_import_clock_read (text, &seconds, &letter))
    {
      if (around->known)
        return tell_on_day (*around, seconds, letter);
      time->notes |= LIAISON_IMPORT_TIME_NO_DAY;
      return NULL;
    }
  elapsed = spell_elapsed (clock, text);
  if (elapsed != NULL)
    return elapsed;
  if (!take_day (clock, text, around, &day, &rest))
    return NULL;
  if (*rest != '\0' && !liaison_import_clock_read (rest, &seconds, &letter))
    return NULL;
  if (*rest == '\0')
    time->notes |= LIAISON_IMPORT_TIME_MIDNIGHT;
  time->day = day;
  return tell_on_day (day, seconds, letter);
}

/* Both sides of a span; the right one may be a clock time alone, and the left one's letter or half
 * of the day be said behind it only: 9:15 - 9:30 AM. */
static gboolean
read_span (const LiaisonImportClock *clock,
           const char *text,
           const LiaisonImportDay *around,
           LiaisonImportTime *time)
{
  g_auto (GStrv) parts = import_time_match (PATTERN_SPAN, text);
  g_autofree char *left = NULL;
  LiaisonImportDay day = *around;
  gint32 from, until;
  char letter = 0, other = 0;

  if (parts == NULL)
    return FALSE;
  if (!liaison_import_clock_read (parts[1], &until, &other))
    return FALSE;
  left = g_strdup (parts[0]);
  if (!liaison_import_clock_read (left, &from, &letter))
    {
      g_autofree char *rest = NULL;

      if (!take_day (clock, left, around, &day, &rest)
          || !liaison_import_clock_read (rest, &from, &letter))
        return FALSE;
      time->day = day;
    }
  if (letter == 0)
    letter = other;
  time->duration = until - from;
  /* 9:15 - 1:30 PM begins in the morning; 11 - 1 PM too; past midnight it ends on the next day. */
  if (time->duration < 0)
    time->duration += SECONDS_PER_DAY;
  if (!day.known)
    {
      time->notes |= LIAISON_IMPORT_TIME_NO_DAY;
      time->start = g_strdup (left);
      return TRUE;
    }
  time->start = tell_on_day (day, from, letter);
  return TRUE;
}

/* 14-16 May 2027: whole days. */
static gboolean
read_days (const LiaisonImportClock *clock,
           const char *text,
           const LiaisonImportDay *around,
           LiaisonImportTime *time)
{
  g_auto (GStrv) parts = import_time_match (PATTERN_DAYS, text);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  gint32 from, until;
  LiaisonTypedTime typed;

  if (parts == NULL)
    return FALSE;
  first = g_strdup_printf ("%s %s", parts[0], parts[2]);
  last = g_strdup_printf ("%s %s", parts[1], parts[2]);
  if (!import_date_take_named (clock, first, around, &from, &typed) || typed.has_time
      || !import_date_take_named (clock, last, around, &until, &typed) || until < from)
    return FALSE;
  time->day = (LiaisonImportDay){ TRUE, FALSE, from };
  time->start = tell_on_day (time->day, 0, 0);
  time->duration = (gint64) (until - from + 1) * SECONDS_PER_DAY;
  return TRUE;
}

/* DTG - DTG, 14/05/2027 0900 - 15/05/2027 1000. */
static gboolean
read_two (const LiaisonImportClock *clock,
          const char *text,
          const LiaisonImportDay *around,
          LiaisonImportTime *time)
{
  static const char *const dashes[] = { " - ", " – ", " — ", "–", " to ", " until " };

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      const char *dash = strstr (text, dashes[i]);
      g_autofree char *left = dash != NULL ? g_strndup (text, (gsize) (dash - text)) : NULL;
      const char *right = dash != NULL ? dash + strlen (dashes[i]) : NULL;
      LiaisonImportTime end = { .duration = LIAISON_DURATION_UNSET };

      if (dash == NULL || !g_ascii_isdigit (*right) || strchr (left, '(') != NULL)
        continue;
      g_strstrip (left);
      time->start = spell_point (clock, left, around, time);
      time->end = spell_point (clock, right, around, &end);
      if (time->start == NULL)
        time->start = g_strdup (left);
      if (time->end == NULL)
        time->end = g_strdup (right);
      liaison_import_time_clear (&end);
      return TRUE;
    }
  return FALSE;
}

void
liaison_import_time_read (const LiaisonImportClock *clock,
                          const char *text,
                          const LiaisonImportDay *day,
                          LiaisonImportTime *time)
{
  g_autofree char *plain = liaison_reading_make_plain (text);
  static const LiaisonImportDay nowhere = { FALSE };
  const LiaisonImportDay *around = day != NULL ? day : &nowhere;

  *time = (LiaisonImportTime){ .duration = LIAISON_DURATION_UNSET };
  if (strlen (plain) >= MAX_LENGTH)
    {
      time->start = g_strdup (text);
      return;
    }
  if (!is_date_time_group (plain)
      && (read_span (clock, plain, around, time) || read_days (clock, plain, around, time)))
    return;
  time->start = spell_point (clock, plain, around, time);
  if (time->start == NULL && !(time->notes & LIAISON_IMPORT_TIME_NO_DAY)
      && read_two (clock, plain, around, time))
    return;
  if (time->start == NULL)
    time->start = g_strdup (text);
}

void
liaison_import_time_clear (LiaisonImportTime *time)
{
  g_clear_pointer (&time->start, g_free);
  g_clear_pointer (&time->end, g_free);
}

gboolean
liaison_import_day_read (const LiaisonImportClock *clock, const char *text, LiaisonImportDay *day)
{
  static const LiaisonImportDay nowhere = { FALSE };
  g_autofree char *plain = liaison_reading_make_plain (text);
  g_autofree char *rest = NULL;
  LiaisonImportDay found;
  gint32 seconds;

  if (strlen (plain) >= MAX_LENGTH || liaison_import_clock_read (plain, &seconds, NULL)
      || !take_day (clock, plain, &nowhere, &found, &rest))
    return FALSE;
  /* "Day 2 - Friday 15 May 2027": the date counts. */
  if (*rest != '\0' && found.relative)
    {
      g_autofree char *after = NULL;
      LiaisonImportDay dated;
      const char *at = rest + strspn (rest, " -–—:,()");

      if (take_day (clock, at, &nowhere, &dated, &after) && *after == '\0')
        found = dated;
    }
  else if (*rest != '\0' && (!liaison_import_clock_read (rest, &seconds, NULL) || seconds != 0))
    return FALSE;
  *day = found;
  return TRUE;
}

char
liaison_import_letter_find (const char *text)
{
  g_autofree char *plain = liaison_reading_make_plain (text);
  g_auto (GStrv) parts =
      strlen (plain) < MAX_LENGTH ? import_time_match (PATTERN_RELATIVE, plain) : NULL;

  return parts != NULL && *parts[4] == '\0' && *parts[3] == '\0' ? g_ascii_toupper (*parts[0]) : 0;
}
