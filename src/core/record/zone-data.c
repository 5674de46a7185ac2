/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/zone-data.h"

#include "record/time-scan.h"

#include <string.h>

#define HEADER_SIZE 44
#define DAY         G_GINT64_CONSTANT (86400)
/* RFC 9636, section 3.2. */
#define FILE_OFFSET_MAX (26 * 3600)

/* The counts of a header; each is at most 100,000 here. */
typedef struct
{
  guint isut, isstd, leap, time, type, chars;
} Counts;

static guint64
read_number (const guint8 *at, guint size)
{
  guint64 value = 0;

  for (guint i = 0; i < size; i++)
    value = value << 8 | at[i];
  return value;
}

static gint64
read_time (const guint8 *at, guint size)
{
  return size == 4 ? (gint32) read_number (at, 4) : (gint64) read_number (at, 8);
}

static gboolean
read_counts (const guint8 *bytes, gsize size, Counts *counts)
{
  guint *const all[] = { &counts->isut, &counts->isstd, &counts->leap,
                         &counts->time, &counts->type,  &counts->chars };

  if (size < HEADER_SIZE || memcmp (bytes, "TZif", 4) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      *all[i] = read_number (bytes + 20 + 4 * i, 4);
      if (*all[i] > 100000)
        return FALSE;
    }
  return TRUE;
}

/* Of the block after a header, whose times take @width bytes. */
static gsize
get_block_size (const Counts *counts, guint width)
{
  return (gsize) counts->time * (width + 1) + counts->type * 6 + counts->chars
         + counts->leap * (width + 4) + counts->isstd + counts->isut;
}

static void
add_span (GArray *spans, gint64 from, gint32 offset)
{
  LiaisonZoneSpan span = { from, offset };

  if (spans->len > 0)
    {
      const LiaisonZoneSpan *last = &g_array_index (spans, LiaisonZoneSpan, spans->len - 1);

      if (last->from >= from || last->offset == offset)
        return;
    }
  g_array_append_val (spans, span);
}

/* @block holds as many bytes as the counts say. @last: when its table ends, which may be later than
 * the last change of the offset. */
static gboolean
read_block (const guint8 *block, const Counts *counts, guint width, GArray *spans, gint64 *last)
{
  const guint8 *indices = block + (gsize) counts->time * width;
  const guint8 *types = indices + counts->time;

  if (counts->type == 0 || counts->type > 256 || counts->leap != 0)
    return FALSE;
  for (guint i = 0; i < counts->type; i++)
    if (ABS ((gint64) (gint32) read_number (types + 6 * i, 4)) > FILE_OFFSET_MAX)
      return FALSE;
  *last = G_MININT64;
  add_span (spans, *last, (gint32) read_number (types, 4));
  for (guint i = 0; i < counts->time; i++)
    {
      gint64 from = read_time (block + (gsize) i * width, width);

      if (indices[i] >= counts->type || from <= *last)
        return FALSE;
      *last = from;
      add_span (spans, from, (gint32) read_number (types + 6 * indices[i], 4));
    }
  return TRUE;
}

/* The rule at the end: POSIX TZ with the hours of RFC 9636, as in CET-1CEST,M3.5.0,M10.5.0/3. */

typedef struct
{
  char kind; /* 'M'; 'J' a day of the year without 29 February, from 1; '0' with it, from 0 */
  int month, week, day; /* for the last two kinds `day` alone */
  int time; /* s after midnight on the wall before the change; may be negative or past a day */
} Change;

typedef struct
{
  gint32 standard, summer; /* seconds east */
  Change to_summer, to_standard;
} Rule;

/* One to three digits. */
static gboolean
take_small (LiaisonScan *scan, int min, int max, int *value)
{
  int sum = 0;
  guint digits = 0;

  for (; liaison_scan_is_at_digit (scan) && digits < 3; digits++)
    sum = sum * 10 + (*scan->at++ - '0');
  *value = sum;
  return digits > 0 && sum >= min && sum <= max;
}

static gboolean
take_name (LiaisonScan *scan)
{
  const char *from = scan->at;

  if (liaison_scan_take (scan, '<'))
    {
      while (scan->at < scan->end && *scan->at != '>')
        scan->at++;
      return liaison_scan_take (scan, '>');
    }
  while (scan->at < scan->end && g_ascii_isalpha (*scan->at))
    scan->at++;
  return scan->at - from >= 3;
}

/* [+-]h[h[h]][:mm[:ss]] in seconds. */
static gboolean
take_hours (LiaisonScan *scan, int max, int *seconds)
{
  gboolean negative = liaison_scan_take (scan, '-');
  int hours, minutes = 0, more = 0;

  if (!negative)
    liaison_scan_take (scan, '+');
  if (!take_small (scan, 0, max, &hours))
    return FALSE;
  if (liaison_scan_take (scan, ':') && !take_small (scan, 0, 59, &minutes))
    return FALSE;
  if (liaison_scan_take (scan, ':') && !take_small (scan, 0, 59, &more))
    return FALSE;
  *seconds = (hours * 3600 + minutes * 60 + more) * (negative ? -1 : 1);
  return TRUE;
}

static gboolean
take_change (LiaisonScan *scan, Change *change)
{
  if (!liaison_scan_take (scan, ','))
    return FALSE;
  change->time = 2 * 3600;
  if (liaison_scan_take (scan, 'M'))
    {
      change->kind = 'M';
      if (!take_small (scan, 1, 12, &change->month) || !liaison_scan_take (scan, '.')
          || !take_small (scan, 1, 5, &change->week) || !liaison_scan_take (scan, '.')
          || !take_small (scan, 0, 6, &change->day))
        return FALSE;
    }
  else
    {
      change->kind = liaison_scan_take (scan, 'J') ? 'J' : '0';
      if (!take_small (scan, change->kind == 'J' ? 1 : 0, 365, &change->day))
        return FALSE;
    }
  return !liaison_scan_take (scan, '/') || take_hours (scan, 167, &change->time);
}

/* FALSE when the text is no rule or one without changes. */
static gboolean
read_rule (const char *text, gsize length, Rule *rule)
{
  LiaisonScan scan;
  int west;

  liaison_scan_init (&scan, text, length);
  if (!take_name (&scan) || !take_hours (&scan, 24, &west) || scan.at == scan.end)
    return FALSE;
  rule->standard = -west;
  rule->summer = rule->standard + 3600;
  if (!take_name (&scan))
    return FALSE;
  if (!liaison_scan_is_at (&scan, ','))
    {
      if (!take_hours (&scan, 24, &west))
        return FALSE;
      rule->summer = -west;
    }
  return take_change (&scan, &rule->to_summer) && take_change (&scan, &rule->to_standard)
         && scan.at == scan.end;
}

/* Days since 1970-01-01. */
static gint32
get_change_day (const Change *change, int year)
{
  gint32 first = 0, next = 0, day;
  int weekday;

  liaison_days_from_date (year, change->kind == 'M' ? change->month : 1, 1, &first);
  if (change->kind == '0')
    return first + change->day;
  if (change->kind == 'J')
    return first + change->day - 1
           + (change->day >= 60 && liaison_days_from_date (year, 2, 29, &next));
  liaison_days_from_date (change->month == 12 ? year + 1 : year, change->month % 12 + 1, 1, &next);
  /* 1970-01-01 was a Thursday, day 4 of a week that begins with Sunday as 0. */
  weekday = ((first + 4) % 7 + 7) % 7;
  day = first + (change->day - weekday + 7) % 7 + (change->week - 1) * 7;
  return day >= next ? day - 7 : day;
}

/* Goes on with the rule after the table, to the end of the last year a plan may speak of. */
static void
add_rule (GArray *spans, const Rule *rule, gint64 last)
{
  LiaisonWall wall;

  liaison_wall_from_unix (last, 0, &wall);
  for (int year = MAX (wall.year - 1, LIAISON_YEAR_MIN - 1); year <= LIAISON_YEAR_MAX + 1; year++)
    {
      LiaisonZoneSpan changes[2] = {
        { get_change_day (&rule->to_summer, year) * DAY + rule->to_summer.time - rule->standard,
          rule->summer },
        { get_change_day (&rule->to_standard, year) * DAY + rule->to_standard.time - rule->summer,
          rule->standard },
      };
      guint first = changes[0].from > changes[1].from;

      for (guint i = 0; i < 2; i++)
        if (changes[first ^ i].from > last)
          add_span (spans, changes[first ^ i].from, changes[first ^ i].offset);
    }
}

/* What follows the second block: a line break, the rule, a line break. */
static void
read_footer (const guint8 *at, gsize size, GArray *spans, gint64 last)
{
  const guint8 *end;
  Rule rule;

  if (size < 2 || at[0] != '\n' || (end = memchr (at + 1, '\n', size - 1)) == NULL)
    return;
  if (read_rule ((const char *) at + 1, end - at - 1, &rule))
    add_rule (spans, &rule, last);
}

static gboolean
read_file (const guint8 *bytes, gsize size, GArray *spans)
{
  gsize block;
  guint width = 4;
  gint64 last;
  Counts counts;

  if (!read_counts (bytes, size, &counts))
    return FALSE;
  block = get_block_size (&counts, width);
  if (size - HEADER_SIZE < block)
    return FALSE;
  if (bytes[4] >= '2')
    {
      /* The first block is for readers that know 32 bits only. */
      width = 8;
      bytes += HEADER_SIZE + block;
      size -= HEADER_SIZE + block;
      if (!read_counts (bytes, size, &counts))
        return FALSE;
      block = get_block_size (&counts, width);
      if (size - HEADER_SIZE < block)
        return FALSE;
    }
  if (!read_block (bytes + HEADER_SIZE, &counts, width, spans, &last))
    return FALSE;
  if (width == 8)
    read_footer (bytes + HEADER_SIZE + block, size - HEADER_SIZE - block, spans, last);
  return TRUE;
}

LiaisonZoneData *
liaison_zone_data_new (const guint8 *bytes, gsize size)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (LiaisonZoneSpan));
  LiaisonZoneData *self;

  if (!read_file (bytes, size, spans))
    return NULL;
  self = g_malloc (sizeof *self + spans->len * sizeof (LiaisonZoneSpan));
  self->n_spans = spans->len;
  memcpy (self->spans, spans->data, spans->len * sizeof (LiaisonZoneSpan));
  return self;
}

static inline gboolean
holds (const LiaisonZoneData *self, guint index, gint64 seconds)
{
  return index < self->n_spans && self->spans[index].from <= seconds
         && (index + 1 == self->n_spans || seconds < self->spans[index + 1].from);
}

guint
liaison_zone_data_find (const LiaisonZoneData *self, gint64 seconds, guint hint)
{
  guint low = 0, high = self->n_spans;

  if (hint < self->n_spans && holds (self, hint, seconds))
    return hint;
  if (hint < self->n_spans && holds (self, hint + 1, seconds))
    return hint + 1;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->spans[middle].from <= seconds)
        low = middle;
      else
        high = middle;
    }
  return low;
}
