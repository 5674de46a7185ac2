/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving, stretching and copying a selection of events and injects in time: as proposals, with what
 * will stay and why, for a preview. */
#pragma once

#include "edit/proposal.h"
#include "record/times.h"

G_BEGIN_DECLS

/* What becomes of a selection. */
typedef struct
{
  guint moved;    /* have another time of their own now */
  guint carried;  /* hang on another one of the selection and come along */
  guint locked;   /* are locked and stay */
  guint timeless; /* have no time that could move */
  guint refused;  /* would leave the years a plan knows, and stay */
  gint64 first;   /* Unix s: when the first of those that move begins now; 0 when none does */
  gint64 last;    /* when the last of them begins now */
} LiaisonTimeWork;

/* Moves each by @by seconds. Whole days keep the clock time at the place, across changes of the
 * clocks; times that hang on something outside of the selection keep their anchor at another
 * distance. @locked: move locked ones too. @proposal NULL: only tells what would be. */
LiaisonTimeWork liaison_time_work_move (const LiaisonLookup *lookup,
                                        const LiaisonBlock *const *blocks,
                                        guint n,
                                        gint64 by,
                                        gboolean locked,
                                        LiaisonProposal *proposal);

/* Stretches (or shrinks) the distances from the first start to @percent, rounded to whole minutes;
 * @lengths: durations too. */
LiaisonTimeWork liaison_time_work_stretch (const LiaisonLookup *lookup,
                                           const LiaisonBlock *const *blocks,
                                           guint n,
                                           guint percent,
                                           gboolean lengths,
                                           gboolean locked,
                                           LiaisonProposal *proposal);

/* An unshared copy of the block under a new id, with a serial of its own where it has one. Transfer
 * full. */
typedef LiaisonBlock *(*LiaisonCopyFunc) (const LiaisonBlock *block, gpointer data);

/* Adds copies of all, @by seconds later. What hangs on, or is part of, another one of the selection
 * hangs on that one's copy. */
LiaisonTimeWork liaison_time_work_copy (const LiaisonLookup *lookup,
                                        const LiaisonBlock *const *blocks,
                                        guint n,
                                        gint64 by,
                                        LiaisonCopyFunc copy,
                                        gpointer data,
                                        LiaisonProposal *proposal);

/* The instant moved by @by seconds in its own form. FALSE when it cannot be. */
gboolean liaison_time_work_shift (const LiaisonInstant *instant, gint64 by, LiaisonInstant *moved);

G_END_DECLS
