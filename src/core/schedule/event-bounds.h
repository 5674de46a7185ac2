/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Within which times an event belongs: the exercise's conduct, its planning stage. */
#pragma once

#include "record/lookup.h"

G_BEGIN_DECLS

/* A time with two ends in Unix s, either of which may be open (G_MININT64, G_MAXINT64). */
typedef struct
{
  gint64 start, end;
} LiaisonBounds;

/* Those of the exercise, or of a stage. */
LiaisonBounds liaison_bounds_of (const LiaisonLookup *lookup, const LiaisonBlock *block);
/* The stage of an event, or NULL. Borrowed. */
const LiaisonBlock *liaison_bounds_get_stage (const LiaisonLookup *lookup,
                                              const LiaisonBlock *event);
/* Whether the event is part of the exercise's conduct: its stage is one of conduct that lies
 * between STARTEX and ENDEX (deployment and redeployment are conduct to some stage sets, and lie
 * around them), or it is a training serial of no stage. Conferences and all that prepares them lie
 * before. */
gboolean liaison_bounds_is_conduct (const LiaisonLookup *lookup,
                                    const LiaisonBlock *event,
                                    const LiaisonBounds *exercise);

G_END_DECLS
