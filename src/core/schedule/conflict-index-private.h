/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the index of conflicts is made of. */
#pragma once

#include "schedule/bookings-private.h"
#include "schedule/conflict-index.h"

G_BEGIN_DECLS

/* One use of one event, as it stands in its pool. */
typedef struct
{
  LiaisonUse use;
  guint resource;
  guint pool;
} LiaisonPlacedUse;

/* One event; its number is its place among the slots, for as long as it is there. */
typedef struct
{
  LiaisonScheduledEvent event; /* its block is owned; NULL: nothing here. Its parent is a number */
  LiaisonId id;
  LiaisonPlacedUse *uses;
  LiaisonConflict *broken; /* ties of this event to those before it */
  guint number;
  guint n_uses, n_broken;
  guint touched, looked; /* in the round of this number */
  gboolean foreign; /* its time hangs on a record that is no event */
} LiaisonConflictSlot;

/* The uses that compete for one resource: of events that stand alone, or of the parts of one. */
typedef struct
{
  guint resource;
  guint owner; /* number of the event, or LIAISON_NO_PLACE */
  LiaisonUse *uses; /* by start, then in the order of the events' ids */
  LiaisonConflict *conflicts;
  guint n_uses, n_allocated, n_conflicts;
  guint touched;
} LiaisonConflictPool;

/* Which events name a record, whether it is there or not. */
typedef struct
{
  LiaisonId target; /* the key */
  GArray *successors; /* of numbers: those that depend on it, */
  GArray *followers;  /* whose time hangs on it, */
  GArray *parts;      /* and that are parts of it */
} LiaisonConflictTies;

struct _LiaisonConflictIndex
{
  /* Owned */
  GPtrArray *slots;   /* of LiaisonConflictSlot */
  GArray *free_slots; /* of numbers */
  GHashTable *by_id;  /* LiaisonId in a slot -> LiaisonConflictSlot */
  GHashTable *ties;   /* LiaisonId -> LiaisonConflictTies */
  GPtrArray *pools;   /* of LiaisonConflictPool; those that stand alone as their resources */
  GHashTable *shared; /* LiaisonConflictPool with an owner, by resource and owner */
  LiaisonBlock **resources;
  LiaisonIdIndex index; /* of resources */
  guint64 *latest;      /* for the collector */
  LiaisonMetUses met;
  GArray *seen;    /* of LiaisonConflict: room to look at one pool */
  GArray *foreign; /* of numbers: events that hang on records that are no events */

  guint n_resources;
  guint n_conflicts;
  guint round; /* the number of the present change */
  guint64 base;
};

static inline LiaisonConflictSlot *
liaison_conflict_slot (const LiaisonConflictIndex *self, guint number)
{
  return self->slots->pdata[number];
}

/* The ties of the event: which records it names. */
void liaison_conflict_index_tie (LiaisonConflictIndex *self, guint number);
void liaison_conflict_index_untie (LiaisonConflictIndex *self, guint number);
const LiaisonConflictTies *liaison_conflict_index_get_ties (const LiaisonConflictIndex *self,
                                                            LiaisonId target);

/* The pool a use belongs in, as the events stand. */
LiaisonConflictPool *liaison_conflict_index_choose_pool (LiaisonConflictIndex *self,
                                                         const LiaisonUse *use,
                                                         guint resource,
                                                         guint *number);
void liaison_conflict_pool_insert (const LiaisonConflictIndex *self,
                                   LiaisonConflictPool *pool,
                                   const LiaisonUse *use);
void liaison_conflict_pool_remove (const LiaisonConflictIndex *self,
                                   LiaisonConflictPool *pool,
                                   const LiaisonUse *use);

/* Looks at the pool or the ties again; what differs is appended (arrays may be NULL). */
void liaison_conflict_index_look_at_pool (LiaisonConflictIndex *self,
                                          LiaisonConflictPool *pool,
                                          GArray *gone,
                                          GArray *found);
void liaison_conflict_index_look_at_ties (LiaisonConflictIndex *self,
                                          guint number,
                                          GArray *gone,
                                          GArray *found);

G_END_DECLS
