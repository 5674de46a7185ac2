/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clock changes of one zone, read from a TZif file (RFC 9636): the table and the rule at its
 * end. GTimeZone keeps no rule past 2037; plans may speak of years up to 2200. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 from;   /* Unix s; G_MININT64 for the first */
  gint32 offset; /* seconds east of UTC, differing from that of the neighbours */
} LiaisonZoneSpan;

/* Immutable once made. */
typedef struct
{
  guint n_spans; /* at least one */
  LiaisonZoneSpan spans[];
} LiaisonZoneData;

/* NULL when the bytes are no TZif file, are damaged, or count leap seconds. Free with g_free(). */
LiaisonZoneData *liaison_zone_data_new (const guint8 *bytes, gsize size);

/* The index of the span that Unix @seconds falls in; fast when it is @hint (any number) or its
 * neighbour after. */
guint liaison_zone_data_find (const LiaisonZoneData *self, gint64 seconds, guint hint);

G_END_DECLS
