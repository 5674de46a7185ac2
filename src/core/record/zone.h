/* SPDX-License-Identifier: GPL-3.0-or-later */
/* IANA time zones and the military zone letters. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The zone, or NULL when it is not known here. Borrowed; kept for the life of the process; thread-safe.
 * (g_time_zone_new silently gives UTC for a name it does not know.) */
GTimeZone *liaison_zone_get (const char *name);
gboolean liaison_zone_is_known (const char *name);
/* Whether the bytes could be a zone name at all: [A-Za-z0-9_+-/], beginning with a letter, at most 64. */
gboolean liaison_zone_is_valid_name (const char *name, gsize length);
/* The interned form of a valid name; fast for names already seen. Not NUL-terminated on input. */
const char *liaison_zone_intern (const char *name, gsize length);

/* Seconds east of UTC at Unix @seconds; FALSE when the zone is unknown. NULL is UTC. */
gboolean liaison_zone_get_offset (const char *name, gint64 seconds, gint32 *offset);
/* The next change of the zone's clocks after @from and before @until (Unix s): when, and the offsets before and after.
 * FALSE when there is none. */
gboolean liaison_zone_next_change (const char *name, gint64 from, gint64 until, gint64 *when, gint32 *before, gint32 *after);

/* Military zone letters: 'Z' is 0, 'A' +1 h ... 'M' +12 h, 'N' -1 h ... 'Y' -12 h. 'J' has no offset: FALSE. */
gboolean liaison_zone_letter_to_offset (char letter, gint32 *offset);
/* 0 when no letter has this offset (half-hour zones, +13). */
char liaison_zone_offset_to_letter (gint32 offset);

/* All zones known here that a person may choose, sorted, NULL-terminated, borrowed (from zone1970.tab or tzdata.zi). */
const char *const *liaison_zone_list (void);
/* The zones of a country (ISO 3166-1 alpha-2), most populous first as the table has them; transfer full. */
char **liaison_zone_list_for_country (const char *code);

G_END_DECLS
