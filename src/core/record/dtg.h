/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Date-time groups: 141300ZMAY27. Months are always English; the letter J is the reader's own
 * zone. */
#pragma once

#include "record/instant.h"

G_BEGIN_DECLS

/* What a DTG leaves open is taken from here. Nothing here asks for now or for the local zone: both
 * are given. */
typedef struct
{
  gint64 reference; /* Unix s: the day around which a DTG without month or year is meant (nearest
                       match) */
  const char *zone; /* IANA zone of the reader, for J and for a DTG without letter; NULL: UTC */
} LiaisonDtgContext;

/* Reads every usual spelling, in either case, with or without blanks between the parts:
 *
 *   141300ZMAY27, 14 1300Z MAY 27, 141300Z MAY 2027, 14130055ZMAY27 (seconds), FRI 141300ZMAY27
 *   141300ZMAY, 141300B                     no year; no month and no year
 *   141300JMAY27, 141300MAY27               the reader's zone
 *   141300+0545MAY27, 141300Z+0545MAY27     offsets that no letter has
 *
 * What is left open is chosen so that the time is nearest to the reference, the later of two as
 * near; the century of a two-digit year too. Months and weekdays may be written out or cut to three
 * letters or more; a weekday only confirms. A letter or offset gives an instant with that bare
 * offset and no IANA zone; J and none give the reader's zone, where a skipped time moves forward
 * and of a doubled one the first is taken (of which liaison_instant_get_wall_state tells).
 *
 * Errors, all with the place as a character counted from one: SYNTAX, RANGE (24:00, 30 February, no
 * such day near the reference, years outside 1900-2200), ZONE (the reader's is wanted and not known
 * here), WEEKDAY. On failure @instant is untouched. */
gboolean liaison_dtg_parse (const char *text,
                            const LiaisonDtgContext *context,
                            LiaisonInstant *instant,
                            GError **error);

typedef enum
{
  LIAISON_DTG_DEFAULT = 0,
  LIAISON_DTG_SPACED = 1 << 0,    /* 14 1300Z MAY 27 */
  LIAISON_DTG_SECONDS = 1 << 1,   /* 14130000ZMAY27 */
  LIAISON_DTG_LONG_YEAR = 1 << 2, /* ... MAY2027 */
  LIAISON_DTG_NO_YEAR = 1 << 3,
} LiaisonDtgFlags;

#define LIAISON_DTG_TEXT_SIZE 40

/* Unix @seconds as a DTG at @offset (s east of UTC). An offset no letter has is written out:
 * 141845+0545MAY27. */
gsize liaison_dtg_format (gint64 seconds,
                          gint32 offset,
                          LiaisonDtgFlags flags,
                          char text[LIAISON_DTG_TEXT_SIZE]);

G_END_DECLS
