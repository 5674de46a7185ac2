/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Durations in seconds and dates in days, with the file's spelling and the planner's. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A duration that is not set. Real ones lie within +-100 years. */
#define LIAISON_DURATION_UNSET G_MININT64
/* A date that is not set. Real ones are days since 1970-01-01, in the years 1900-2200. */
#define LIAISON_DATE_UNSET G_MININT32

#define LIAISON_DURATION_TEXT_SIZE 40
#define LIAISON_DATE_TEXT_SIZE     16

/* The file's spelling, ISO 8601 without years and months: PT2H30M, P2DT3H, P3W, -PT15M, PT0S; a day
 * is 24 h. Canonical: weeks only when whole and alone, else days, hours, minutes, seconds, none of
 * them zero. Parsing also accepts more of a unit than fills the next (PT90M, P7D), which is then
 * written as PT1H30M, P1W; nothing else: no zero parts, leading zeros, fractions or small letters
 * (LIAISON_TIME_ERROR: SYNTAX or RANGE). @length in bytes; on failure @seconds is untouched. */
gboolean liaison_duration_parse (const char *text, gsize length, gint64 *seconds, GError **error);
/* Returns the length; "" for UNSET. */
gsize liaison_duration_format (gint64 seconds, char text[LIAISON_DURATION_TEXT_SIZE]);

/* What a planner types: 2h, 90m, 90min, 1h30, 1:30 (hours and minutes), 2d, 2d4h, 1w, 45s, 2 h 30
 * min, 1.5h or 1,5h, 0; a sign may go before; in either case; also the file's spelling. A number
 * alone is refused: nobody knows what it counts. */
gboolean liaison_duration_parse_typed (const char *text, gint64 *seconds, GError **error);
/* The same short form, the same in every language: 2h30m, 3d, 45s, 2w, 0m; "" for UNSET. It is also
 * read back. */
gsize liaison_duration_format_typed (gint64 seconds, char text[LIAISON_DURATION_TEXT_SIZE]);

/* 2027-05-14, in the years 1900-2200. Formatting gives "" for UNSET. */
gboolean liaison_date_parse (const char *text, gsize length, gint32 *days, GError **error);
gsize liaison_date_format (gint32 days, char text[LIAISON_DATE_TEXT_SIZE]);

G_END_DECLS
