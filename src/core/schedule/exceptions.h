/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One occurrence of a recurring event taken out, put back, or moved: as exceptions of the event. */
#pragma once

#include "edit/proposal.h"
#include "record/duration.h"
#include "record/times.h"

G_BEGIN_DECLS

/* The exception of @event for the occurrence that its rule has begin at Unix @by_rule, or NULL.
 * Borrowed. */
const LiaisonBlock *
liaison_exceptions_find (const LiaisonLookup *lookup, const LiaisonBlock *event, gint64 by_rule);

/* Takes the occurrence out, or (@cancelled FALSE) puts it back; what else an exception says of it
 * stays. @id is for a new exception. NULL when it is so already. Transfer full. */
LiaisonProposal *liaison_exceptions_cancel (const LiaisonLookup *lookup,
                                            const LiaisonBlock *event,
                                            gint64 by_rule,
                                            gboolean cancelled,
                                            LiaisonId id);
/* Has it begin at @start instead, and not be cancelled; UNSET: when the rule says. */
LiaisonProposal *liaison_exceptions_move (const LiaisonLookup *lookup,
                                          const LiaisonBlock *event,
                                          gint64 by_rule,
                                          const LiaisonInstant *start,
                                          LiaisonId id);

/* Where and when one occurrence takes place, in what it differs. */
typedef struct
{
  gboolean moves; /* it begins at @start */
  gint64 start;   /* Unix s */
  gint64 duration; /* s; LIAISON_DURATION_UNSET: as it is */
  const LiaisonId *site; /* NULL: as it is */
} LiaisonOccurrencePlace;

/* The same for what is dragged: all that differs in one edit. Back where the rule has it, it is no
 * longer moved. */
LiaisonProposal *liaison_exceptions_place (const LiaisonLookup *lookup,
                                           const LiaisonBlock *event,
                                           gint64 by_rule,
                                           const LiaisonOccurrencePlace *place,
                                           LiaisonId id);

G_END_DECLS
