/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of an inject from draft to completed, and what players may see of records by their state.
 */
#pragma once

#include "edit/proposal.h"
#include "record/kinds/inject.h"

G_BEGIN_DECLS

/* Who advances injects, and when. */
typedef struct
{
  const char *author;
  gint64 now;       /* Unix s */
  const char *zone; /* IANA zone in which times are written; NULL: UTC */
} LiaisonWorkflowHand;

/* The status after @status on the way draft - in review - approved - released - completed; what was
 * held goes on to approved. UNSET where the way ends. */
LiaisonInjectStatus liaison_workflow_get_next (LiaisonInjectStatus status);
/* The one before; UNSET where the way begins. */
LiaisonInjectStatus liaison_workflow_get_previous (LiaisonInjectStatus status);

/* Gives each inject among @blocks that status, in one group, with what belongs to it: who approved
 * it and when, when it was released and completed; going back takes these away again. Injects that
 * have the status are left alone. NULL when that is all of them. Transfer full. */
LiaisonProposal *liaison_workflow_set (const LiaisonBlock *const *blocks,
                                       guint n,
                                       LiaisonInjectStatus status,
                                       const LiaisonWorkflowHand *hand);
/* The same to the next status of each, or (@back) to the one before. */
LiaisonProposal *liaison_workflow_step (const LiaisonBlock *const *blocks,
                                        guint n,
                                        gboolean back,
                                        const LiaisonWorkflowHand *hand);

/* Whether players may know of the record as it is now: an event unless it is hidden from them, an
 * inject once it has been released. Marking and release lists are another matter: see release/. */
gboolean liaison_workflow_is_for_players (const LiaisonBlock *block);

G_END_DECLS
