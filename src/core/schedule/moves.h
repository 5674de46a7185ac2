/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moves: a new plan of times as a list that people can look through before it is made, in part or
 * whole. */
#pragma once

#include "edit/proposal.h"
#include "record/finding.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

/* Whether a move changes anything, and if not, why it is listed. */
typedef enum
{
  LIAISON_MOVE_CHANGES, /* edits of its own */
  LIAISON_MOVE_ALONG,   /* it hangs on something that moves, and moves with it */
  LIAISON_MOVE_STAYS,   /* it does not move, though others about it do */
} LiaisonMoveForm;

typedef struct
{
  LiaisonId record;
  const LiaisonKind *kind;
  LiaisonMoveForm form;
  gboolean given;       /* made with the others, and not listed */
  gint64 from, to;      /* when it begins, Unix s */
  const char *zone;     /* whose clocks tell `to`; NULL: those that tell `from`. Interned */
  const char *sentence; /* static msgid: why; or NULL */
  GArray *operands;     /* of LiaisonOperand, or NULL. Owned */
  GArray *edits;        /* of LiaisonFixEdit, owned; NULL: an event whose start is to be `to`, in
                           whatever form it has */
} LiaisonMove;

/* A list of moves that clears what it holds. */
GArray *liaison_moves_new (void);
LiaisonMove *
liaison_moves_add (GArray *moves, const LiaisonBlock *block, LiaisonMoveForm form, gint64 from, gint64 to);
void liaison_move_take_operand (LiaisonMove *self, LiaisonOperand operand);
/* Takes @value. */
void liaison_move_take_edit (LiaisonMove *self, const LiaisonSlot *slot, LiaisonValue value);

/* The start @start, written in its own form, that comes to @seconds: a fixed one in its zone, an
 * anchored one at another distance from its anchor; a clock time that cannot be there becomes a
 * distance. @lookup knows where the anchor will be. FALSE: it cannot be said. */
gboolean liaison_instant_move (const LiaisonInstant *start,
                               const LiaisonLookup *lookup,
                               gint64 seconds,
                               LiaisonInstant *moved);

/* The plan after the chosen moves (@chosen: one byte a move; NULL: all of them). Transfer full. */
LiaisonSnapshot *
liaison_moves_apply (const GArray *moves, const LiaisonSnapshot *snapshot, const guint8 *chosen);
/* The same as edits. How many records they change. */
guint liaison_moves_propose (const GArray *moves,
                             const LiaisonSnapshot *snapshot,
                             const guint8 *chosen,
                             LiaisonProposal *proposal);

G_END_DECLS
