/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the readers of instants, durations, dates and date-time groups share: a place in a text that
 * is not NUL-terminated, and what was expected where reading failed. */
#pragma once

#include "record/instant.h"

G_BEGIN_DECLS

/* Years that a plan may speak of. */
#define LIAISON_YEAR_MIN 1900
#define LIAISON_YEAR_MAX 2200
/* Longest duration, and farthest from its anchor, in days: 100 years. */
#define LIAISON_SPAN_DAYS_MAX 36525
#define LIAISON_SPAN_MAX      (LIAISON_SPAN_DAYS_MAX * G_GINT64_CONSTANT (86400))
/* Seconds. */
#define LIAISON_OFFSET_MAX (18 * 3600)

/* On the stack of one reader. */
typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  LiaisonTimeError code;
  const char *expected; /* static; what should stand at `at` */
} LiaisonScan;

static inline void
liaison_scan_init (LiaisonScan *self, const char *text, gsize length)
{
  *self = (LiaisonScan){ .start = text, .at = text, .end = text + length };
}

/* Always FALSE, so that a reader can return it. The first failure counts. */
static inline gboolean
liaison_scan_fail (LiaisonScan *self, LiaisonTimeError code, const char *expected)
{
  if (self->expected == NULL)
    {
      self->code = code;
      self->expected = expected;
    }
  return FALSE;
}

static inline gsize
liaison_scan_left (const LiaisonScan *self)
{
  return self->end - self->at;
}

static inline gboolean
liaison_scan_is_at (const LiaisonScan *self, char byte)
{
  return self->at < self->end && *self->at == byte;
}

static inline gboolean
liaison_scan_is_at_digit (const LiaisonScan *self)
{
  return self->at < self->end && (guint) (*self->at - '0') <= 9;
}

/* Steps over @byte if it stands here. */
static inline gboolean
liaison_scan_take (LiaisonScan *self, char byte)
{
  if (!liaison_scan_is_at (self, byte))
    return FALSE;
  self->at++;
  return TRUE;
}

/* Exactly @count digits; stays where it is when there are not so many. */
static inline gboolean
liaison_scan_take_digits (LiaisonScan *self, guint count, int *value)
{
  int sum = 0;

  if (liaison_scan_left (self) < count)
    return FALSE;
  for (guint i = 0; i < count; i++)
    {
      guint digit = (guint) (self->at[i] - '0');

      if (digit > 9)
        return FALSE;
      sum = sum * 10 + (int) digit;
    }
  self->at += count;
  *value = sum;
  return TRUE;
}

/* A positive whole number without leading zeros, at most LIAISON_SPAN_MAX. Fails for anything else.
 */
gboolean liaison_scan_take_count (LiaisonScan *self, gint64 *value);
/* YYYY-MM-DD in the years 1900-2200. */
gboolean liaison_scan_take_date (LiaisonScan *self, gint32 *days);
/* HH:MM or HH:MM:SS, as seconds since midnight. */
gboolean liaison_scan_take_clock (LiaisonScan *self, gint32 *seconds);
/* Sets @error from the failure, with the place as a character counted from one. Always FALSE. */
gboolean liaison_scan_set_error (const LiaisonScan *self, GError **error);

/* Writes @value with at least @width digits at @text; returns how many bytes. No NUL. */
gsize liaison_scan_put_number (char *text, guint64 value, guint width);
/* Writes the chain of @units that have a value (3d, 4h: number and unit), largest first; returns
 * how many bytes. @time (may be 0) is written before the first of hours, minutes and seconds. No
 * NUL. */
gsize liaison_scan_put_chain (char *text, guint64 seconds, const char units[4], char time);

G_END_DECLS
