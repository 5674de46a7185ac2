/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Serials: what people write down elsewhere, and so is never given to another record. */
#pragma once

#include "edit/trail.h"

G_BEGIN_DECLS

/* The highest number behind the prefix of @kind among the serials of the records that are there, and
 * of those that were ("IN-012" is 12); 0: none. @trail knows of those that were, and may be NULL. */
guint
liaison_serials_find_highest (LiaisonDocument *document, LiaisonTrail *trail, const LiaisonKind *kind);
/* The one after it, for a new record. NULL where the kind has no serials. Transfer full. */
char *
liaison_serials_make_next (LiaisonDocument *document, LiaisonTrail *trail, const LiaisonKind *kind);

/* The number of a serial of the kind ("IN-012" is 12); 0: it is written otherwise. The kind must have serials. */
guint liaison_serials_read (const LiaisonKind *kind, const char *serial);
/* The serial of that number ("IN-012"). The kind must have serials. Transfer full. */
char *liaison_serials_format (const LiaisonKind *kind, guint number);

G_END_DECLS
