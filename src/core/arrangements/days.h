/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days of the exercise's zone, since 1970-01-01. */
#pragma once

#include "record/times.h"

G_BEGIN_DECLS

/* So many days are looked at at most: ten years. */
#define LIAISON_MOST_DAYS 3660

/* The day of Unix @seconds in @zone (NULL: UTC), and the Unix second at which a day begins there. */
gint32 liaison_day_of (const char *zone, gint64 seconds);
gint64 liaison_day_begin (const char *zone, gint32 day);
/* The zone of the exercise; NULL: UTC. */
const char *liaison_days_get_zone (const LiaisonLookup *lookup);
/* The day on which a record begins or ends; LIAISON_DATE_UNSET where it has no such time. */
gint32 liaison_days_find_start (const LiaisonLookup *lookup, const LiaisonBlock *block);
gint32 liaison_days_find_end (const LiaisonLookup *lookup, const LiaisonBlock *block);

G_END_DECLS
