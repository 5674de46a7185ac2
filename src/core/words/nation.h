/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes of nations: ISO 3166-1 alpha-2, XK for Kosovo (reserved to users by ISO 3166), and
 * organisations of our own list. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* All codes that can be chosen, sorted, organisations among them; NULL-terminated, borrowed,
 * thread-safe. */
const char *const *liaison_nation_list (void);
gboolean liaison_nation_is_known (const char *code);
/* The English name of an organisation, to be translated; NULL for codes that are none. */
const char *liaison_nation_get_organisation (const char *code);
/* The alpha-3 code that military documents use ("NOR"); an organisation's own code; NULL for
 * unknown codes. */
const char *liaison_nation_get_alpha3 (const char *code);

G_END_DECLS
