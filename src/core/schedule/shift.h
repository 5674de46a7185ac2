/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shifting the exercise: STARTEX goes to another time, and what belongs to the exercise goes too.
 *
 * What hangs on STARTEX or ENDEX follows by itself. Fixed times of the planning stages, events,
 * injects, liaison posts, movements and support requests are shifted one by one. Events that are
 * locked, under way or done stay, whatever they hang on, and so does what begins before a given
 * time. Agreements, observances, sites and what has been recorded have times of their own, which no
 * shift concerns. */
#pragma once

#include "schedule/moves.h"

G_BEGIN_DECLS

typedef struct
{
  gint32 days;           /* so many days, and */
  gint32 seconds;        /* so many s more, which may be negative */
  gboolean elapsed;      /* exactly so much later, even where clocks change on the way; else the
                            clock times stay what they are */
  gint64 from;           /* Unix s: what begins before it stays; G_MININT64: nothing stays for that */
  gboolean conduct_only; /* only what lies between STARTEX and ENDEX */
} LiaisonShiftOptions;

/* By how many days and s @startex is later than the plan's, on the clock there. FALSE: one of them
 * has no time. */
gboolean liaison_shift_measure (const LiaisonSnapshot *snapshot,
                                const LiaisonInstant *startex,
                                gint32 *days,
                                gint32 *seconds);

/* STARTEX after a shift, as an instant in its zone. FALSE: it is not known, or would lie outside the
 * years a plan may have. */
gboolean liaison_shift_tell (const LiaisonSnapshot *snapshot,
                             const LiaisonShiftOptions *options,
                             LiaisonInstant *startex);

/* What would move and what would stay, by time: the exercise itself first. Empty where STARTEX is
 * not known. Of LiaisonMove; any thread. Transfer full. */
GArray *liaison_shift (const LiaisonSnapshot *snapshot, const LiaisonShiftOptions *options);

G_END_DECLS
