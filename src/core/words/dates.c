/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/dates.h"

#include "record/duration.h"
#include "record/instant.h"
#include "record/zone.h"
#include "words/words-private.h"

#include <string.h>
#include <unicode/ucal.h>

#define SECONDS_PER_DAY 86400

enum
{
  PATTERN_DATE = 0, /* LiaisonDateStyle follows */
  PATTERN_TIME = LIAISON_DATE_WEEKDAY_NARROW + 1,
  PATTERN_DATE_TIME, /* LiaisonDateTimeStyle follows */
  N_PATTERNS = PATTERN_DATE_TIME + LIAISON_DATE_TIME_UTC + 1,
};

G_STATIC_ASSERT (N_PATTERNS <= LIAISON_WORDS_N_PATTERNS);

/* Skeletons of CLDR (Unicode Technical Standard #35, part 4): which fields, in the language's own
 * order. */
static const char *const skeletons[N_PATTERNS] = {
  [PATTERN_DATE + LIAISON_DATE_SHORT] = "MMMd",
  [PATTERN_DATE + LIAISON_DATE_MEDIUM] = "yMMMd",
  [PATTERN_DATE + LIAISON_DATE_WEEKDAY_SHORT] = "MMMEd",
  [PATTERN_DATE + LIAISON_DATE_FULL] = "yMMMMEEEEd",
  [PATTERN_DATE + LIAISON_DATE_MONTH] = "yMMMM",
  [PATTERN_DATE + LIAISON_DATE_WEEKDAY] = "cccc",
  [PATTERN_DATE + LIAISON_DATE_WEEKDAY_NARROW] = "ccc",
  [PATTERN_TIME] = "Hm",
  [PATTERN_DATE_TIME + LIAISON_DATE_TIME_MEDIUM] = "yMMMdHm",
  [PATTERN_DATE_TIME + LIAISON_DATE_TIME_FULL] = "yMMMMEEEEdHm",
  [PATTERN_DATE_TIME + LIAISON_DATE_TIME_UTC] = "yMMMdHmz",
};

/* All formats are of UTC: wall times are computed before. */
static UDateFormat *
open_format (LiaisonIcu *icu, const char *skeleton)
{
  static const UChar utc[] = { 'E', 't', 'c', '/', 'U', 'T', 'C', 0 };
  UErrorCode status = U_ZERO_ERROR;
  g_autofree UChar *wide = NULL;
  UDateFormat *format;
  UChar pattern[128];
  int32_t length;

  wide = liaison_icu_from_utf8 (skeleton, &length);
  if (!icu->generator)
    icu->generator = udatpg_open (icu->locale, &status);
  length = udatpg_getBestPattern (icu->generator, wide, length, pattern, G_N_ELEMENTS (pattern),
                                  &status);
  format = udat_open (UDAT_PATTERN, UDAT_PATTERN, icu->locale, utc, -1, pattern, length, &status);
  if (U_SUCCESS (status))
    return format;
  g_clear_pointer (&format, udat_close);
  return NULL;
}

/* For the case that ICU's data are missing: ISO 8601. */
static char *
format_plainly (gint64 wall_seconds)
{
  LiaisonWall wall;

  liaison_wall_from_unix (wall_seconds, 0, &wall);
  return g_strdup_printf ("%04d-%02d-%02d %02d:%02d", wall.year, wall.month, wall.day, wall.hour,
                          wall.minute);
}

/* The first of a month is an ordinal in French: "1er octobre" (Lexique des règles typographiques en
 * usage à l’Imprimerie nationale), which CLDR does not know. @place is where the day stands. */
static char *
mend_first (const LiaisonWords *self, char *text, const UFieldPosition *place)
{
  const char *day = text;
  char *mended;

  if (text == NULL || place->endIndex != place->beginIndex + 1 || place->beginIndex < 0
      || strncmp (self->language, "fr", 2) != 0)
    return text;
  for (int32_t i = 0; i < place->beginIndex && *day != '\0'; i++)
    day = g_utf8_next_char (day);
  if (*day != '1')
    return text;
  mended = g_strdup_printf ("%.*s1er%s", (int) (day - text), text, day + 1);
  g_free (text);
  return mended;
}

static char *
format_wall (LiaisonWords *self, gint64 wall_seconds, guint pattern)
{
  g_autoptr (GMutexLocker) lock = g_mutex_locker_new (&self->icu.lock);
  UFieldPosition place = { UDAT_DATE_FIELD, 0, 0 };
  UErrorCode status = U_ZERO_ERROR;
  UChar text[256];
  char *utf8 = NULL;
  int32_t length;

  if (!self->icu.dates[pattern])
    self->icu.dates[pattern] = open_format (&self->icu, skeletons[pattern]);
  if (self->icu.dates[pattern])
    {
      length = udat_format (self->icu.dates[pattern], (double) wall_seconds * 1000, text,
                            G_N_ELEMENTS (text), &place, &status);
      if (U_SUCCESS (status) && length <= (int32_t) G_N_ELEMENTS (text))
        utf8 = mend_first (self, liaison_icu_to_utf8 (text, length), &place);
    }
  return utf8 ? utf8 : format_plainly (wall_seconds);
}

static gint64
to_wall (gint64 seconds, const char *zone)
{
  gint32 offset = 0;

  return liaison_zone_get_offset (zone, seconds, &offset) ? seconds + offset : seconds;
}

char *
liaison_words_format_date (LiaisonWords *self,
                           gint64 seconds,
                           const char *zone,
                           LiaisonDateStyle style)
{
  g_return_val_if_fail (style <= LIAISON_DATE_WEEKDAY_NARROW, NULL);

  return format_wall (self, to_wall (seconds, zone), PATTERN_DATE + style);
}

char *
liaison_words_format_day (LiaisonWords *self, gint32 days, LiaisonDateStyle style)
{
  g_return_val_if_fail (style <= LIAISON_DATE_WEEKDAY_NARROW, NULL);

  if (days == LIAISON_DATE_UNSET)
    return g_strdup ("");
  return format_wall (self, (gint64) days * SECONDS_PER_DAY, PATTERN_DATE + style);
}

char *
liaison_words_format_time (LiaisonWords *self, gint64 seconds, const char *zone)
{
  return format_wall (self, to_wall (seconds, zone), PATTERN_TIME);
}

char *
liaison_words_format_date_time (LiaisonWords *self,
                                gint64 seconds,
                                const char *zone,
                                LiaisonDateTimeStyle style)
{
  g_return_val_if_fail (style <= LIAISON_DATE_TIME_UTC, NULL);

  if (style == LIAISON_DATE_TIME_UTC)
    zone = NULL;
  return format_wall (self, to_wall (seconds, zone), PATTERN_DATE_TIME + style);
}

char *
liaison_words_format_relative_days (LiaisonWords *self, gint32 days)
{
  g_autoptr (GMutexLocker) lock = g_mutex_locker_new (&self->icu.lock);
  UErrorCode status = U_ZERO_ERROR;
  UChar text[128];
  char *utf8 = NULL;
  int32_t length;

  if (!self->icu.relative)
    self->icu.relative = ureldatefmt_open (self->icu.locale, NULL, UDAT_STYLE_LONG,
                                           UDISPCTX_CAPITALIZATION_NONE, &status);
  if (U_SUCCESS (status))
    {
      length = ureldatefmt_format (self->icu.relative, days, UDAT_REL_UNIT_DAY, text,
                                   G_N_ELEMENTS (text), &status);
      utf8 = U_SUCCESS (status) ? liaison_icu_to_utf8 (text, length) : NULL;
    }
  return utf8 ? utf8 : g_strdup_printf ("%+d d", days);
}

guint
liaison_words_get_first_weekday (LiaisonWords *self)
{
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = ucal_open (NULL, 0, self->icu.locale, UCAL_GREGORIAN, &status);
  guint first = 1;

  if (U_SUCCESS (status))
    {
      /* ICU counts from Sunday, 1. */
      first = (guint) (ucal_getAttribute (calendar, UCAL_FIRST_DAY_OF_WEEK) + 5) % 7 + 1;
      ucal_close (calendar);
    }
  return first;
}
