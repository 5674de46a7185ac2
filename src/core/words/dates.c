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

/* Where a day of the month is told as "1". */
static gboolean
is_first (const LiaisonWords *self, const UChar *text, int32_t begin, int32_t end)
{
  return strncmp (self->language, "fr", 2) == 0 && begin >= 0 && end == begin + 1
         && text[begin] == '1';
}

/* The first of a month is an ordinal in French: "1er octobre" (Lexique des règles typographiques en
 * usage à l’Imprimerie nationale), which CLDR does not know. @ends has where each ends, in order.
 */
static char *
mend_firsts (const UChar *text, int32_t length, const int32_t *ends, guint n)
{
  g_autoptr (GString) mended = g_string_new (NULL);
  int32_t done = 0;

  for (guint i = 0; i <= n; i++)
    {
      int32_t until = i < n ? ends[i] : length;
      g_autofree char *part = liaison_icu_to_utf8 (text + done, until - done);

      g_string_append_printf (mended, "%s%s", part, i < n ? "er" : "");
      done = until;
    }
  return g_string_free (g_steal_pointer (&mended), FALSE);
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
        utf8 = mend_firsts (text, length, &place.endIndex,
                            is_first (self, text, place.beginIndex, place.endIndex));
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

static UDateIntervalFormat *
open_days (LiaisonIcu *icu, UErrorCode *status)
{
  static const UChar utc[] = { 'E', 't', 'c', '/', 'U', 'T', 'C', 0 };
  static const UChar skeleton[] = { 'y', 'M', 'M', 'M', 'd', 0 };

  return udtitvfmt_open (icu->locale, skeleton, -1, utc, -1, status);
}

/* Ends of the days that are told as "1". */
static guint
find_firsts (const LiaisonWords *self,
             const UFormattedValue *value,
             const UChar *text,
             int32_t ends[2],
             UErrorCode *status)
{
  UConstrainedFieldPosition *place = ucfpos_open (status);
  guint n = 0;

  ucfpos_constrainField (place, UFIELD_CATEGORY_DATE, UDAT_DATE_FIELD, status);
  while (n < 2 && ufmtval_nextPosition (value, place, status))
    {
      int32_t begin, end;

      ucfpos_getIndexes (place, &begin, &end, status);
      if (is_first (self, text, begin, end))
        ends[n++] = end;
    }
  ucfpos_close (place);
  return n;
}

static char *
format_days (LiaisonWords *self, gint32 first, gint32 last)
{
  g_autoptr (GMutexLocker) lock = g_mutex_locker_new (&self->icu.lock);
  UErrorCode status = U_ZERO_ERROR;
  UFormattedDateInterval *result = udtitvfmt_openResult (&status);
  const UFormattedValue *value;
  const UChar *text = NULL;
  int32_t length = 0, ends[2];
  char *utf8 = NULL;

  if (self->icu.days == NULL)
    self->icu.days = open_days (&self->icu, &status);
  udtitvfmt_formatToResult (self->icu.days, (double) first * SECONDS_PER_DAY * 1000,
                            (double) last * SECONDS_PER_DAY * 1000, result, &status);
  value = udtitvfmt_resultAsValue (result, &status);
  if (U_SUCCESS (status))
    text = ufmtval_getString (value, &length, &status);
  if (U_SUCCESS (status))
    {
      guint n = find_firsts (self, value, text, ends, &status);

      utf8 = mend_firsts (text, length, ends, n);
    }
  udtitvfmt_closeResult (result);
  return utf8;
}

/* A line may end at the dash, not within a date. Takes @text. */
static char *
bind_days (char *text)
{
  g_autoptr (GString) bound = g_string_new (NULL);

  if (text == NULL)
    return NULL;
  for (const char *at = text; *at != '\0'; at++)
    if (*at == ' ' && !g_str_has_prefix (at + 1, "–"))
      g_string_append (bound, at - text >= 3 && g_str_has_prefix (at - 3, "–") ? " " : "\u00a0");
    else
      g_string_append_c (bound, *at);
  g_free (text);
  return g_string_free (g_steal_pointer (&bound), FALSE);
}

char *
liaison_words_format_days (LiaisonWords *self, gint32 first, gint32 last)
{
  char *told = NULL;

  if (last > first && first != LIAISON_DATE_UNSET)
    told = bind_days (format_days (self, first, last));
  return told != NULL ? told : liaison_words_format_day (self, first, LIAISON_DATE_MEDIUM);
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
