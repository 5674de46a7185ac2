/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving and stretching events by hand.
 *
 * A move counts on the clock of each event's own zone: what is moved by a day from 09:00 begins at
 * 09:00, also where clocks have changed in between. An anchored event keeps its anchor, and its
 * distance changes; one that hangs on another that is moved with it follows by itself and is left
 * alone. Locked events stay. Of a recurring event the whole series moves. */
#pragma once

#include "edit/proposal.h"
#include "record/lookup.h"

G_BEGIN_DECLS

/* @instant of @block, moved by @wall s on the clock: FALSE where it has no time. */
gboolean liaison_nudge_instant (const LiaisonLookup *lookup,
                                const LiaisonBlock *block,
                                const LiaisonInstant *instant,
                                gint64 wall,
                                LiaisonInstant *moved);
/* By how many s on the clock of its zone the event must be moved to begin at @seconds (Unix). */
gboolean liaison_nudge_measure (const LiaisonLookup *lookup,
                                const LiaisonBlock *event,
                                gint64 seconds,
                                gint64 *wall);

typedef struct
{
  gint64 start;  /* the start moves by so many s on the clock */
  gint64 length; /* and the duration grows by so many s; it never falls below 0 */
} LiaisonNudge;

/* Adds to @proposal what moves those of the events that can be. Returns how many those are;
 * *@locked how many stay because they are locked (may be NULL). */
guint liaison_nudge_propose (const LiaisonLookup *lookup,
                             const LiaisonId *events,
                             guint n,
                             const LiaisonNudge *nudge,
                             LiaisonProposal *proposal,
                             guint *locked);

G_END_DECLS
