/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bars of one lane, stacked into rows in which none overlaps, so that what a window shows is
 * found by halving. */
#pragma once

#include "record/block.h"

G_BEGIN_DECLS

/* A bar: one event, or one occurrence of it. */
typedef struct
{
  gint64 start, end;         /* Unix s; end >= start */
  const LiaisonBlock *block; /* borrowed */
  guint32 row;
  guint32 occurrence; /* 0: the event itself */
} LiaisonBar;

typedef struct _LiaisonLaneIndex LiaisonLaneIndex;

/* Stacks @n bars (copied; rows are filled in), each as low as there is room, earlier and longer
 * ones first. A bar takes up at least @least s in its row. Bars of the same block and start are
 * one. O(n log n). */
LiaisonLaneIndex *liaison_lane_index_new (const LiaisonBar *bars, guint n, gint64 least);
/* What it would be without the bars of the blocks in @gone (a set of LiaisonBlock *) and with @n
 * others: as if made anew, but quicker. Transfer full. */
LiaisonLaneIndex *liaison_lane_index_with_changes (const LiaisonLaneIndex *self,
                                                   GHashTable *gone,
                                                   const LiaisonBar *bars,
                                                   guint n);
LiaisonLaneIndex *liaison_lane_index_ref (LiaisonLaneIndex *self);
void liaison_lane_index_unref (LiaisonLaneIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonLaneIndex, liaison_lane_index_unref)

guint liaison_lane_index_get_size (const LiaisonLaneIndex *self);
guint liaison_lane_index_count_rows (const LiaisonLaneIndex *self);
/* The bars of a row by start. Borrowed. */
const LiaisonBar *liaison_lane_index_get_row (const LiaisonLaneIndex *self, guint row, guint *n);
/* The place in the row of the first bar that ends (or, with @least, seems to) after @from; the
 * row's size if none does. O(log n). */
guint liaison_lane_index_find (const LiaisonLaneIndex *self, guint row, gint64 from);
/* The first bar of the block, or NULL. O(n). */
const LiaisonBar *liaison_lane_index_locate (const LiaisonLaneIndex *self,
                                             const LiaisonBlock *block);
/* That which starts then, or NULL. O(log n), and of those that start then. */
const LiaisonBar *liaison_lane_index_locate_at (const LiaisonLaneIndex *self,
                                                const LiaisonBlock *block,
                                                gint64 start);

G_END_DECLS
