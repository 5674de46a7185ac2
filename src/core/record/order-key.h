/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys by which people order records and items: strings between which there is always room for another. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A key that sorts (by strcmp) after @before and before @after; either may be NULL for the very beginning or end. Keys are of
 * 0-9 and a-z and never end in '0'. When @before is not below @after, the order of the two is settled by a key after @before.
 * Transfer full. */
char *liaison_order_key_between (const char *before, const char *after);

G_END_DECLS
