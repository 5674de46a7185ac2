/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parties to agreements say: on the whole and article by article. */
#pragma once

#include "edit/proposal.h"
#include "record/kinds/agreement.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

/* A row: an agreement on the whole, or one of its articles. */
typedef struct
{
  const LiaisonBlock *agreement;
  const LiaisonBlock *article; /* an article of it; NULL: the whole */
  guint n_concerns, n_reservations, n_silent;
} LiaisonPositionRow;

typedef struct
{
  LiaisonSnapshot *snapshot;
  GPtrArray *nations; /* of interned codes: all parties, by code */
  GArray *rows;       /* of LiaisonPositionRow: each agreement with its articles after it */
} LiaisonPositions;

/* Of the agreements that are not over. */
LiaisonPositions *liaison_positions_new (LiaisonSnapshot *snapshot);
void liaison_positions_free (LiaisonPositions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonPositions, liaison_positions_free)

/* What @nation says to it: LIAISON_POSITION_NOT_STATED for a party that has said nothing, UNSET for
 * one that is no party. */
LiaisonPosition liaison_positions_get (const LiaisonPositionRow *row, const char *nation);
/* What @nation is to say from now on, as of @today (days). NULL where it is no party. @now in Unix ms, for new
 * ids. */
LiaisonProposal *liaison_positions_propose (const LiaisonPositionRow *row,
                                            const char *nation,
                                            LiaisonPosition position,
                                            gint32 today,
                                            gint64 now);

G_END_DECLS
