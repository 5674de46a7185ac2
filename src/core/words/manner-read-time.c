/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/dtg.h"
#include "record/zone.h"
#include "words/dates.h"
#include "words/manner-read-anchor.h"
#include "words/manner-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SECONDS_PER_DAY 86400

/* Whether the zone of the date-time group is the letter J: no month but January, June and July
 * begins with it. */
static gboolean
has_letter_j (const char *dtg)
{
  const char *at = dtg + strspn (dtg, "0123456789 ");

  return g_ascii_toupper (*at) == 'J' && g_ascii_strncasecmp (at, "JAN", 3) != 0
         && g_ascii_strncasecmp (at, "JUN", 3) != 0 && g_ascii_strncasecmp (at, "JUL", 3) != 0;
}

/* A bare offset that is the one of @zone then is meant in that zone, so that it moves with the
 * zone's rules. Zulu is Zulu. */
static void
adopt_zone (LiaisonInstant *instant, const char *zone)
{
  gint32 offset;

  if (!instant->zone && instant->offset != 0 && zone
      && liaison_zone_get_offset (zone, instant->seconds, &offset) && offset == instant->offset)
    liaison_instant_from_unix (instant->seconds, zone, instant);
}

static gboolean
read_dtg (const LiaisonReading *reading, LiaisonInstant *instant, GError **error)
{
  const char *zone = has_letter_j (reading->plain) ? reading->manner->zone : reading->zone;
  LiaisonDtgContext context = { reading->manner->now, zone };

  if (!liaison_dtg_parse (reading->plain, &context, instant, error))
    return FALSE;
  adopt_zone (instant, reading->zone);
  return TRUE;
}

/* The file's spelling, with a blank for the T too, and in either case. */
static gboolean
read_iso (const LiaisonReading *reading, LiaisonInstant *instant)
{
  g_autofree char *text = g_strdup (reading->plain);
  char *zone;

  if (strlen (text) > 10 && (text[10] == ' ' || text[10] == 't'))
    text[10] = 'T';
  zone = strchr (text, '[');
  if (!zone && g_str_has_suffix (text, "z"))
    text[strlen (text) - 1] = 'Z';
  if (!liaison_instant_parse (text, strlen (text), instant, NULL)
      || instant->form != LIAISON_INSTANT_FIXED)
    return FALSE;
  adopt_zone (instant, reading->zone);
  return TRUE;
}

/* The day that is nearest to the reader's now, for a date without a year. */
static gboolean
find_year (const LiaisonReading *reading, LiaisonTypedTime *typed)
{
  gint64 best = G_MAXINT64;
  LiaisonWall now;
  int found = 0;

  liaison_wall_from_unix (reading->manner->now, 0, &now);
  for (int year = now.year - 4; year <= now.year + 4; year++)
    {
      gint32 days;
      gint64 distance;

      if (!liaison_days_from_date (year, typed->month, typed->day, &days))
        continue;
      distance = ABS ((gint64) days * SECONDS_PER_DAY - reading->manner->now);
      if (distance <= best)
        {
          best = distance;
          found = year;
        }
    }
  typed->year = found;
  return found != 0;
}

static gboolean
refuse_weekday (const LiaisonReading *reading, gint32 days, GError **error)
{
  g_autofree char *day = liaison_words_format_day (reading->manner->words, days, LIAISON_DATE_FULL);

  return liaison_reading_refuse (
      reading, error, LIAISON_WORDS_ERROR_INPUT,
      /* Translators: {day} is a date with the right day of the week. */
      N_ ("“{text}” cannot be: that day is {day}. Correct the date or leave the weekday out."),
      liaison_operand_text ("day", day));
}

static gboolean
refuse_no_such_day (const LiaisonReading *reading, GError **error)
{
  return liaison_reading_refuse (reading, error, LIAISON_WORDS_ERROR_RANGE,
                                 N_ ("“{text}” cannot be: there is no such day or time in the "
                                     "years 1900 to 2200. Correct the date."));
}

/* Fills in the year where it is open and checks the weekday. */
static gboolean
check_date (const LiaisonReading *reading, LiaisonTypedTime *typed, gint32 *days, GError **error)
{
  LiaisonWall wall;

  if ((typed->year == 0 && !find_year (reading, typed))
      || !liaison_days_from_date (typed->year, typed->month, typed->day, days))
    return refuse_no_such_day (reading, error);
  liaison_wall_from_unix ((gint64) *days * SECONDS_PER_DAY, 0, &wall);
  if (typed->weekday != 0 && (guint) wall.weekday != typed->weekday)
    return refuse_weekday (reading, *days, error);
  return TRUE;
}

/* The bracket at the end, as "(Oslo)" or "[Europe/Oslo]", cut off @text; NULL when there is none.
 */
static char *
cut_bracket (char *text, char open, char close)
{
  gsize length = strlen (text);
  int depth = 0;

  if (length == 0 || text[length - 1] != close)
    return NULL;
  for (gsize i = length; i-- > 0;)
    {
      depth += text[i] == close;
      depth -= text[i] == open;
      if (depth == 0)
        {
          char *inside = g_strndup (text + i + 1, length - i - 2);

          text[i] = '\0';
          g_strchomp (text);
          return inside;
        }
    }
  return NULL;
}

/* Takes the zone that is said at the end off @text: "(Oslo)", "[Europe/Oslo]", "Europe/Oslo",
 * "UTC". FALSE when something is said there that is no zone. */
static gboolean
cut_zone (const LiaisonReading *reading, char *text, const char **zone)
{
  g_autofree char *inside = cut_bracket (text, '(', ')');
  char *last;

  if (!inside)
    inside = cut_bracket (text, '[', ']');
  if (inside)
    return liaison_reading_find_zone (reading, inside, zone);
  last = strrchr (text, ' ');
  if (last
      && (strchr (last, '/') || g_ascii_strcasecmp (last, " utc") == 0
          || g_ascii_strcasecmp (last, " gmt") == 0)
      && liaison_reading_find_zone (reading, last + 1, zone))
    *last = '\0';
  return TRUE;
}

/* The day that a time alone is of: the one on which the field's present time is, in @zone. */
static gboolean
find_present_day (const LiaisonReading *reading, const char *zone, LiaisonTypedTime *typed)
{
  gint32 offset = 0;
  LiaisonWall wall;
  gint64 seconds;

  if (!reading->block || reading->field->type != LIAISON_FIELD_INSTANT
      || liaison_times_resolve (&reading->manner->lookup,
                                LIAISON_BLOCK_AT (reading->block, reading->field), &seconds, NULL)
             != LIAISON_TIME_KNOWN)
    return FALSE;
  liaison_zone_get_offset (zone, seconds, &offset);
  liaison_wall_from_unix (seconds, offset, &wall);
  typed->year = wall.year;
  typed->month = wall.month;
  typed->day = wall.day;
  return TRUE;
}

/* The instant of a wall time at an offset, without a zone. */
static gboolean
set_at_letter (const LiaisonTypedTime *typed, LiaisonInstant *instant)
{
  gint32 offset;

  if (!liaison_zone_letter_to_offset (typed->letter, &offset)
      || !liaison_instant_from_wall (typed->year, typed->month, typed->day, typed->hour,
                                     typed->minute, typed->second, NULL, instant, NULL))
    return FALSE;
  instant->offset = offset;
  instant->seconds -= offset;
  return TRUE;
}

/* As people write dates and times. FALSE without an error when it is not even that. */
static gboolean
read_local (const LiaisonReading *reading, LiaisonInstant *instant, GError **error)
{
  g_autofree char *text = g_strdup (reading->plain);
  const char *zone = reading->zone;
  LiaisonTypedTime typed;
  gint32 days;

  if (!cut_zone (reading, text, &zone)
      || !liaison_typed_time_read (reading->manner->words, text, &typed) || !typed.has_time)
    return FALSE;
  if (typed.day == 0 && !find_present_day (reading, zone, &typed))
    return FALSE;
  if (!check_date (reading, &typed, &days, error))
    return FALSE;
  if (typed.letter == 'J')
    zone = reading->manner->zone;
  if (typed.letter != 0 && typed.letter != 'J'
          ? !set_at_letter (&typed, instant)
          : !liaison_instant_from_wall (typed.year, typed.month, typed.day, typed.hour,
                                        typed.minute, typed.second, zone, instant, NULL))
    return refuse_no_such_day (reading, error);
  adopt_zone (instant, reading->zone);
  return TRUE;
}

/* Examples are of tomorrow at nine, as the reader would be told it. */
static gboolean
refuse_time (const LiaisonReading *reading, GError **error)
{
  gint64 tomorrow = (reading->manner->now / SECONDS_PER_DAY + 1) * SECONDS_PER_DAY + 9 * 3600;
  LiaisonManner local = *reading->manner, dtg = *reading->manner;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  local.format = LIAISON_TIME_AS_LOCAL;
  dtg.format = LIAISON_TIME_AS_DTG;
  first = liaison_manner_tell_time (&dtg, tomorrow, NULL);
  second =
      liaison_words_format_date_time (local.words, tomorrow, local.zone, LIAISON_DATE_TIME_MEDIUM);
  return liaison_reading_refuse (
      reading, error, LIAISON_WORDS_ERROR_INPUT,
      /* Translators: {dtg} is as 141300ZMAY27, {local} as 14 May 2027, 15:00. STARTEX stays as it
         is. */
      N_ ("“{text}” is no time that is understood here. Write a date-time group such as {dtg}, a "
          "date and time such as "
          "{local}, or a time tied to the exercise such as STARTEX+57h."),
      liaison_operand_text ("dtg", first), liaison_operand_text ("local", second));
}

gboolean
liaison_reading_read_instant (const LiaisonReading *reading, gpointer at, GError **error)
{
  g_autoptr (GError) dtg_error = NULL;
  g_autoptr (GError) local_error = NULL;
  LiaisonInstant *instant = at;

  if (liaison_reading_is_anchor (reading))
    return liaison_reading_read_anchor (reading, instant, error);
  if (read_iso (reading, instant) || read_dtg (reading, instant, &dtg_error)
      || read_local (reading, instant, &local_error))
    return TRUE;
  if (local_error)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (g_error_matches (dtg_error, LIAISON_TIME_ERROR, LIAISON_TIME_ERROR_RANGE))
    return refuse_no_such_day (reading, error);
  if (g_error_matches (dtg_error, LIAISON_TIME_ERROR, LIAISON_TIME_ERROR_WEEKDAY))
    return liaison_reading_refuse (
        reading, error, LIAISON_WORDS_ERROR_INPUT,
        N_ ("“{text}” cannot be: that day is another day of the week. Correct the date or leave "
            "the weekday out."));
  return refuse_time (reading, error);
}

gboolean
liaison_reading_read_date (const LiaisonReading *reading, gpointer at, GError **error)
{
  g_autofree char *example = NULL;
  LiaisonTypedTime typed;
  gint32 days;

  if (liaison_typed_time_read (reading->manner->words, reading->plain, &typed) && !typed.has_time
      && typed.day != 0)
    {
      if (!check_date (reading, &typed, &days, error))
        return FALSE;
      *(gint32 *) at = days;
      return TRUE;
    }
  example = liaison_words_format_day (reading->manner->words,
                                      (gint32) (reading->manner->now / SECONDS_PER_DAY) + 1,
                                      LIAISON_DATE_MEDIUM);
  return liaison_reading_refuse (
      reading, error, LIAISON_WORDS_ERROR_INPUT,
      N_ ("“{text}” is no date that can be read in one way only. Write it as {date} or as "
          "2027-05-14, with a year of four digits."),
      liaison_operand_text ("date", example));
}
