/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The observances that come with the program: rules in their own calendars, each with its source,
 * to be suggested and checked with the nation, never taken for granted. */
#pragma once

#include "record/kinds/observance.h"
#include "record/snapshot.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads a set: a JSON object with "observances", an array of observances as a plan has them, but
 * without ids. Adds their blocks to @blocks (of LiaisonBlock). Errors name the place. */
gboolean
liaison_observance_set_read (GBytes *bytes, const char *display, GPtrArray *blocks, GError **error);
/* All that come with the program. Transfer full, of LiaisonBlock. */
GPtrArray *liaison_observance_set_list (void);
/* Those that nations of the plan keep, each with these nations only. Transfer full, of
 * LiaisonBlock.
 */
GPtrArray *liaison_observance_set_for_plan (const LiaisonSnapshot *snapshot);

G_END_DECLS
