/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When records begin and end: anchors followed through the plan, circles noticed. */
#pragma once

#include "record/lookup.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_TIME_KNOWN,
  LIAISON_TIME_NONE,   /* not set, or it hangs on something that has no time or is not there */
  LIAISON_TIME_CIRCLE, /* it hangs, by way of others, on itself */
} LiaisonTimeState;

/* The Unix time of @instant in its plan. @wall (may be NULL) tells of a skipped or doubled clock time. */
LiaisonTimeState liaison_times_resolve (const LiaisonLookup *lookup, const LiaisonInstant *instant, gint64 *seconds,
                                        LiaisonWallState *wall);
/* When the record begins or ends, by the fields of its kind flagged START, END and LENGTH. A record with a start and
 * neither end nor length ends when it begins. */
LiaisonTimeState liaison_times_get_start (const LiaisonLookup *lookup, const LiaisonBlock *block, gint64 *seconds);
LiaisonTimeState liaison_times_get_end (const LiaisonLookup *lookup, const LiaisonBlock *block, gint64 *seconds);

/* The zone a time of this record is naturally read in: its start's own, else its site's, else the exercise's; NULL: UTC. */
const char *liaison_times_get_zone (const LiaisonLookup *lookup, const LiaisonBlock *block);

G_END_DECLS
