/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The marking of many records together, for the banner over and under their listing. */
#pragma once

#include "words/manner.h"

G_BEGIN_DECLS

/* The highest level of @blocks, and the nations that every one of them may be released to. Records
 * that cannot have a marking count as the exercise's default one, records without theirs as for
 * their originator only. Where a level is in none of the usual orders, all levels are told. NULL
 * when there is no marking at all. Transfer full. */
char *liaison_listing_tell_marking (const LiaisonManner *manner,
                                    const LiaisonBlock *const *blocks,
                                    guint n);

/* The same of all that a drawing of the plan may show: events, injects, liaison posts, requirements
 * and what was found of them. Transfer full; NULL: none. */
char *liaison_listing_tell_drawn_marking (const LiaisonManner *manner,
                                          const LiaisonSnapshot *snapshot);

G_END_DECLS
