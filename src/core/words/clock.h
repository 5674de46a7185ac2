/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of day as people write them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "08:30", "8:30", "0830", "٠٨:٣٠": seconds since midnight, of "24:00" 86400. FALSE for anything
 * else. */
gboolean liaison_clock_read (const char *text, gint64 *seconds);

G_END_DECLS
