/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times tied to the exercise or to another record, as people type them. */
#pragma once

#include "words/manner-reading.h"

G_BEGIN_DECLS

/* Whether the text begins as such a time does: STARTEX, ENDEX, start(, end(. */
gboolean liaison_reading_is_anchor (const LiaisonReading *reading);
/* The file's spelling in either case, with blanks, with durations as they are typed, names for ids,
 * times without a zone, and what tell_field says behind it in brackets. */
gboolean liaison_reading_read_anchor (const LiaisonReading *reading,
                                      LiaisonInstant *instant,
                                      GError **error);

G_END_DECLS
