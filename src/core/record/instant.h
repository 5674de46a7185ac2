/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Instants as a plan stores them: fixed (RFC 9557: wall time, offset and IANA zone) or anchored to
 * something that may move. */
#pragma once

#include "record/anchor.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_INSTANT_UNSET,
  LIAISON_INSTANT_FIXED,   /* 2027-05-14T15:00+02:00[Europe/Oslo] or 2027-05-14T13:00Z */
  LIAISON_INSTANT_ELAPSED, /* STARTEX+57h: so much time after the anchor */
  LIAISON_INSTANT_CLOCK,   /* STARTEX+2d@09:00[Europe/Oslo]: a clock time so many days after the
                              anchor's day in that zone */
} LiaisonInstantForm;

typedef enum
{
  LIAISON_ANCHOR_STARTEX, /* the exercise's start */
  LIAISON_ANCHOR_ENDEX,   /* the exercise's end */
  LIAISON_ANCHOR_START,   /* the start of the record `anchor`: start(ID)+30m */
  LIAISON_ANCHOR_END,     /* its end: end(ID)-2h */
} LiaisonAnchorEdge;

/* A plain value: copied and compared by members. Zone names are interned, so equal names are equal
 * pointers; five of them stand in each event, so they are kept small. */
typedef struct
{
  gint64 seconds; /* FIXED: Unix time in s. ELAPSED: s after the anchor. CLOCK: s after midnight on
                     the wall */
  const char *zone; /* FIXED, CLOCK: interned IANA name; NULL: UTC (offset 0) or a bare offset */
  union
  {
    gint32 offset; /* FIXED: seconds east of UTC that the wall time was written with */
    LiaisonAnchor anchor; /* the anchored forms with LIAISON_ANCHOR_START and _END: see anchor.h */
  };
  guint32 form : 3; /* LiaisonInstantForm */
  guint32 edge : 3; /* LiaisonAnchorEdge, for the anchored forms */
  gint32 days : 26; /* CLOCK: days after the anchor's local day */
} LiaisonInstant;

typedef enum
{
  LIAISON_TIME_ERROR_SYNTAX, /* not a time of the spelling asked for */
  LIAISON_TIME_ERROR_RANGE, /* no such month, day, hour; a year outside 1900-2200; an offset past 18
                               h */
  LIAISON_TIME_ERROR_ZONE,  /* no such zone */
  LIAISON_TIME_ERROR_WEEKDAY, /* the weekday written is not that day's */
} LiaisonTimeError;

#define LIAISON_TIME_ERROR (liaison_time_error_quark ())
GQuark liaison_time_error_quark (void);

/* clang-format off */
/* The file's spelling (ABNF, RFC 5234; words in capital and small letters exactly as here):
 *
 *   instant  = fixed / elapsed / clock
 *   fixed    = date "T" time ( "Z" / offset [ "[" zone "]" ] )   ; RFC 9557, seconds optional
 *   elapsed  = anchor [ sign chain ]
 *   clock    = anchor [ sign count "d" ] "@" time ( "Z" / "[" zone "]" )
 *   anchor   = "STARTEX" / "ENDEX" / ( "start" / "end" ) "(" uuid ")"
 *   chain    = 1*( count ( "d" / "h" / "m" / "s" ) )   ; each once at most, in this order; d is 24 h
 *   date     = 4DIGIT "-" 2DIGIT "-" 2DIGIT            ; 1900 to 2200
 *   time     = 2DIGIT ":" 2DIGIT [ ":" 2DIGIT ]        ; 00:00 to 23:59:59
 *   offset   = sign time                               ; at most 18 h, no -00:00
 *   count    = %x31-39 *DIGIT                          ; no leading zero; at most 100 years in all
 *   sign     = "+" / "-"
 *   zone     = ALPHA *63( ALPHA / DIGIT / "_" / "+" / "-" / "/" )
 *
 * Canonical: seconds only where they are not 00; "Z" and not "+00:00" where there is no zone; no
 * sign part where there is nothing to add; the chain in days alone when they are whole (-2d), else
 * in hours alone when they are whole (+57h), else in the largest units (+2d4h30m). What is read in
 * another spelling of the grammar is written in this one. An offset has seconds only in zones'
 * rules of long ago, and then not :00. Z with a zone is refused: the zone's offset is wanted. */
/* clang-format on */

/* Longest text of an instant, with the NUL. */
#define LIAISON_INSTANT_TEXT_SIZE 128

/* The file's spelling, strict; @length in bytes. Canonical text comes back byte for byte. Must be
 * fast (100 ns for FIXED with a zone already seen): no GTimeZone, no GDateTime, no allocation. A
 * zone name is checked for its alphabet, not for being known. On failure @instant is untouched;
 * errors are SYNTAX or RANGE, with the place as a character counted from one. */
gboolean
liaison_instant_parse (const char *text, gsize length, LiaisonInstant *instant, GError **error);
/* Returns the length; "" for UNSET. Any value gives a text that fits: what could not have been read
 * (years outside 1-9999, days past 100 years) is clamped. */
gsize liaison_instant_format (const LiaisonInstant *instant, char text[LIAISON_INSTANT_TEXT_SIZE]);
/* Whether they are the same form, time, offset and zone, or the same distance from the same anchor.
 * The same moment written in two zones is not equal. */
gboolean liaison_instant_equal (const LiaisonInstant *a, const LiaisonInstant *b);

/* How a wall time stands to the rules of its zone today. */
typedef enum
{
  LIAISON_WALL_PLAIN,   /* there is exactly one such time, and the offset is right */
  LIAISON_WALL_SKIPPED, /* clocks jump over it */
  LIAISON_WALL_DOUBLED, /* clocks show it twice; the offset says which */
  LIAISON_WALL_CHANGED, /* the offset written is not one the zone has then: its rules have changed
                           since */
  LIAISON_WALL_NO_ZONE, /* the zone is not known here */
} LiaisonWallState;

/* A fixed instant from a wall time in @zone (interned or not; NULL: UTC). A skipped time moves
 * forward by the gap; of a doubled one the first is taken. @state may be NULL. FALSE when the zone
 * is unknown, the date or time cannot be (24:00, 30 February), or the year is not in 1900-2200;
 * @instant is then untouched. */
gboolean liaison_instant_from_wall (int year,
                                    int month,
                                    int day,
                                    int hour,
                                    int minute,
                                    int second,
                                    const char *zone,
                                    LiaisonInstant *instant,
                                    LiaisonWallState *state);
/* The fixed instant at Unix @seconds, shown in @zone (NULL: UTC). FALSE when the zone is unknown or
 * the year there is not in 1900-2200. */
gboolean liaison_instant_from_unix (gint64 seconds, const char *zone, LiaisonInstant *instant);
/* Of a FIXED instant; PLAIN for one without a zone and for the other forms. */
LiaisonWallState liaison_instant_get_wall_state (const LiaisonInstant *instant);

/* Wall time of Unix @seconds at @offset (s east). Proleptic Gregorian, plain arithmetic; clamped to
 * the years 1-9999. */
typedef struct
{
  int year, month, day; /* 1-12, 1-31 */
  int hour, minute, second;
  int weekday; /* 1 Monday - 7 Sunday (ISO 8601) */
} LiaisonWall;

void liaison_wall_from_unix (gint64 seconds, gint32 offset, LiaisonWall *wall);
/* Days since 1970-01-01; FALSE where there is no such day in the years 1-9999. */
gboolean liaison_days_from_date (int year, int month, int day, gint32 *days);
void liaison_date_from_days (gint32 days, int *year, int *month, int *day);

/* Where an anchor stands, in Unix seconds; FALSE when it has no time (then the instant has none
 * either). */
typedef gboolean (*LiaisonAnchorFunc) (LiaisonAnchorEdge edge,
                                       LiaisonId anchor,
                                       gint64 *seconds,
                                       gpointer data);
/* The Unix time of any instant. A FIXED one has the time it was written with, known zone or not.
 * FALSE when it is unset, its anchor has no time, or the zone of a CLOCK one is unknown. Circles
 * are the caller's to notice, in @lookup. @state (may be NULL) tells of skipped and doubled clock
 * times of the CLOCK form, and the wall state of a FIXED one. */
gboolean liaison_instant_resolve (const LiaisonInstant *instant,
                                  LiaisonAnchorFunc lookup,
                                  gpointer data,
                                  gint64 *seconds,
                                  LiaisonWallState *state);

G_END_DECLS
