/* SPDX-License-Identifier: GPL-3.0-or-later */
/* IANA time zones and the military zone letters. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names and zones are read from the system's zone files (RFC 9636) once and kept for the life of
 * the process. All functions are thread-safe; after a thread's first call for a zone they take no
 * lock. A name need not be interned, nor valid: one that is not is an unknown zone. */

/* The zone for GLib's functions, or NULL when it is not known here. Borrowed; kept for the life of
 * the process. GLib 2.74 knows no clock changes after 2037: prefer liaison_zone_get_offset, which
 * does. (g_time_zone_new silently gives UTC for a name it does not know.) */
GTimeZone *liaison_zone_get (const char *name);
gboolean liaison_zone_is_known (const char *name);
/* Whether the bytes could be a zone name at all: [A-Za-z0-9_+-/], beginning with a letter, at
 * most 64. */
gboolean liaison_zone_is_valid_name (const char *name, gsize length);
/* The interned form of a valid name, NULL for one that is not valid; fast for names already seen.
 * Not NUL-terminated on input. Never freed. Not GLib's table, whose hash is unseeded: a file could
 * fill it with collisions. */
const char *liaison_zone_intern (const char *name, gsize length);

/* Seconds east of UTC at Unix @seconds; FALSE when the zone is unknown. NULL is UTC. Rules go on to
 * the year 2200. */
gboolean liaison_zone_get_offset (const char *name, gint64 seconds, gint32 *offset);
/* The next change of the zone's clocks after @from and before @until (Unix s): when, and the
 * offsets before and after. FALSE when there is none or the zone is unknown. Only changes of the
 * offset count, not of its name. */
gboolean liaison_zone_next_change (
    const char *name, gint64 from, gint64 until, gint64 *when, gint32 *before, gint32 *after);
/* How often the clocks of the zone (NULL: UTC) show the wall time @local (seconds since
 * 1970-01-01T00:00 on the wall), and the offsets of the first and the last time they do. 0 where
 * they jump over it: both offsets are then the one before the jump, so that @local less @first is
 * as far after the jump as @local is into the gap. FALSE when the zone is unknown. */
gboolean
liaison_zone_find_wall (const char *name, gint64 local, guint *count, gint32 *first, gint32 *last);

/* Military zone letters, capitals (ACP 121): 'Z' is 0, 'A' +1 h ... 'M' +12 h, 'N' -1 h ... 'Y' -12
 * h. 'J' has no offset: FALSE. */
gboolean liaison_zone_letter_to_offset (char letter, gint32 *offset);
/* 0 when no letter has this offset (half-hour zones, +13). */
char liaison_zone_offset_to_letter (gint32 offset);

/* All zones known here that a person may choose, and UTC; sorted by bytes, NULL-terminated,
 * borrowed. From zone.tab, which has Europe/Oslo where zone1970.tab has only Europe/Berlin, and
 * zone1970.tab. Only UTC where there are no such tables. */
const char *const *liaison_zone_list (void);
/* The zones of a country (ISO 3166-1 alpha-2, in either case), most populous first as zone.tab has
 * them; transfer full, for g_strfreev(); empty for an unknown country. */
char **liaison_zone_list_for_country (const char *code);

G_END_DECLS
