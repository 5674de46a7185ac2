/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The spelling of instants in files; the grammar is in instant.h. */
#include "config.h"

#include "record/instant.h"

#include "record/time-scan.h"
#include "record/zone.h"

#include <string.h>

#define DAY G_GINT64_CONSTANT (86400)

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
  LiaisonId id;

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
      || !liaison_id_parse (scan->at, LIAISON_ID_TEXT_SIZE - 1, &id)
      || scan->at[LIAISON_ID_TEXT_SIZE - 1] != ')')
    return liaison_scan_fail (scan, LIAISON_TIME_ERROR_SYNTAX, "the id of a record and )");
  scan->at += LIAISON_ID_TEXT_SIZE;
  instant->anchor = liaison_anchor_for (id);
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
  liaison_id_format (liaison_anchor_get_id (instant->anchor), text + length);
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
  gint64 days = CLAMP (instant->days, -LIAISON_SPAN_DAYS_MAX, LIAISON_SPAN_DAYS_MAX);
  gsize length = put_elapsed (text, days * DAY);

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
