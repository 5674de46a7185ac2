/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One copy of each short name (language tag, nation code, level) for the life of the process. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one copy of these bytes: equal names are equal pointers. Names seen a moment ago by the same thread cost no lock.
 * Only for names whose number is bounded by something other than the input's size: interned names are never freed. */
const char *liaison_intern (const char *name, gsize length);

/* Whether the bytes could be a language tag (BCP 47 shape): letters, digits and '-', 2 to 35 bytes, a letter first. */
gboolean liaison_language_is_valid (const char *tag, gsize length);

/* Whether the bytes could be the code of a nation or organisation: 2 to 14 of A-Z, 0-9 and '-', a letter first. */
gboolean liaison_code_is_valid (const char *code, gsize length);

G_END_DECLS
