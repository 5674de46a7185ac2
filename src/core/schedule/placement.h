/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would stand against an event, were it somewhere else in time or place: asked many times while
 * it is dragged, of one plan that does not change meanwhile. */
#pragma once

#include "record/finding.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

/* An event, and where it would be. */
typedef struct
{
  LiaisonId event;
  gint64 was_start;         /* Unix s: of the occurrence that is moved */
  gint64 start, end;        /* and what it would be */
  LiaisonId from, to;       /* what it occupies, and would occupy instead, zero being nothing; the
                               same: no change */
  const LiaisonId *moving;  /* others that move with it, and stand against nothing */
  guint n_moving;
} LiaisonPlace;

typedef struct _LiaisonPlacement LiaisonPlacement;

/* Keeps a reference to @snapshot. Any thread; then one at a time. Free with _free. */
LiaisonPlacement *liaison_placement_new (LiaisonSnapshot *snapshot);
void liaison_placement_free (LiaisonPlacement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonPlacement, liaison_placement_free)

/* The first thing that stands against it: something it needs is taken, there is too little time for
 * a journey, or it would be out of order with what it is tied to. A static msgid, whose operands
 * are put into @operands (of LiaisonOperand); NULL: nothing. */
const char *
liaison_placement_find (const LiaisonPlacement *self, const LiaisonPlace *place, GArray *operands);

G_END_DECLS
