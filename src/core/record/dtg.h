/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Date-time groups: 141300ZMAY27. Months are always English; the letter J is the reader's own zone. */
#pragma once

#include "record/instant.h"

G_BEGIN_DECLS

/* What a DTG leaves open is taken from here. Nothing here asks for now or for the local zone: both are given. */
typedef struct
{
  gint64 reference;  /* Unix s: the day around which a DTG without month or year is meant (nearest match) */
  const char *zone;  /* IANA zone of the reader, for J and for a DTG without letter; NULL: UTC */
} LiaisonDtgContext;

/* Reads every usual spelling: 141300ZMAY27, 14 1300Z MAY 27, 141300Z MAY 2027, 141300B (no month, no year), 141300ZMAY (no year),
 * 14130055ZMAY27 (seconds), lower case, 141300JMAY27, 141300MAY27 (reader's zone), 141300+0545MAY27 and 141300Z+0545MAY27-like
 * half-hour offsets as dtg_format writes them. A letter zone gives an instant with that bare offset and no IANA zone; J and none
 * give the reader's zone. Errors say what was expected, with the place. */
gboolean liaison_dtg_parse (const char *text, const LiaisonDtgContext *context, LiaisonInstant *instant, GError **error);

typedef enum
{
  LIAISON_DTG_DEFAULT = 0,
  LIAISON_DTG_SPACED = 1 << 0,   /* 14 1300Z MAY 27 */
  LIAISON_DTG_SECONDS = 1 << 1,  /* 14130000ZMAY27 */
  LIAISON_DTG_LONG_YEAR = 1 << 2,/* ... MAY2027 */
  LIAISON_DTG_NO_YEAR = 1 << 3,
} LiaisonDtgFlags;

#define LIAISON_DTG_TEXT_SIZE 40

/* Unix @seconds as a DTG at @offset (s east of UTC). An offset no letter has is written out: 141845+0545MAY27. */
gsize liaison_dtg_format (gint64 seconds, gint32 offset, LiaisonDtgFlags flags, char text[LIAISON_DTG_TEXT_SIZE]);

G_END_DECLS
