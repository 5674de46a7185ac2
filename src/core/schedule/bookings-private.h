/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What bookings are made of. */
#pragma once

#include "record/random.h"
#include "schedule/conflicts.h"

G_BEGIN_DECLS

/* Ids in ascending order: compact, so that searching touches no block. */
typedef struct
{
  LiaisonId *ids;
  guint n;
} LiaisonIdList;

/* The place of @id, or LIAISON_NO_PLACE. Quickest when it lies near the place @near, as records
 * that refer to each other mostly do; never much worse than a binary search. */
guint liaison_id_list_find (const LiaisonIdList *self, LiaisonId id, guint near);

/* The same for ids in no order: a table with a seeded hash, open addressing, half of it empty. */
typedef struct
{
  struct
  {
    LiaisonId id; /* zero: nothing here */
    guint place;
  } *entries;
  guint mask;
  guint64 seed[2];
} LiaisonIdIndex;

void liaison_id_index_take (LiaisonIdIndex *self, const LiaisonBlock *const *blocks, guint n);
void liaison_id_index_clear (LiaisonIdIndex *self);
static inline guint
liaison_id_index_hash (const LiaisonIdIndex *self, LiaisonId id)
{
  guint64 hash = liaison_random_mix (id.high ^ self->seed[0], id.low ^ self->seed[1]);

  return (guint) (hash ^ hash >> 32) & self->mask;
}

/* The zero id is nowhere. */
static inline guint
liaison_id_index_find (const LiaisonIdIndex *self, LiaisonId id)
{
  if (liaison_id_is_zero (id))
    return LIAISON_NO_PLACE;
  for (guint at = liaison_id_index_hash (self, id);; at = (at + 1) & self->mask)
    {
      if (liaison_id_same (self->entries[at].id, id))
        return self->entries[at].place;
      if (liaison_id_is_zero (self->entries[at].id))
        return LIAISON_NO_PLACE;
    }
}

/* Uses as they are met, before they are put into their pools: a growing list. */
typedef struct
{
  LiaisonUse *uses; /* owned */
  guint *resources; /* of each; owned */
  guint n, allocated;
} LiaisonMetUses;

void liaison_met_uses_take (LiaisonMetUses *self, guint allocated);

void liaison_met_uses_clear (LiaisonMetUses *self);

/* Finds what events occupy. */
typedef struct
{
  const LiaisonIdIndex *index; /* of resources */
  const LiaisonBlock *const *resources;
  LiaisonLookup lookup;
  LiaisonMetUses *met; /* in the order of events */
  guint64 *latest; /* for each resource: the number of the latest one met, counted from one */
  guint64 base;    /* how many were met before those in `met` */
} LiaisonUseCollector;

/* Adds what the event occupies from @start to @end, and at its later occurrences. */
void liaison_uses_collect (LiaisonUseCollector *self,
                           guint event,
                           const LiaisonEventData *data,
                           gint64 start,
                           gint64 end);
void liaison_scheduled_event_set_start (LiaisonScheduledEvent *event, gint64 start);

struct _LiaisonBookings
{
  /* Borrowed */
  const LiaisonSnapshot *snapshot;

  /* Owned */
  LiaisonIdList ids; /* of events */
  const LiaisonBlock **resources;
  LiaisonScheduledEvent *events;
  LiaisonUse *uses;       /* pool by pool */
  guint *pool_first;      /* for each pool the first of its uses, and one more */
  GArray *pool_resources; /* of guint: those of the pools after the resources' own */
  GArray *pool_owners;    /* of guint: the events whose parts compete in them */
  guint *pools;           /* the pools of each use, event by event */
  guint *first_use;       /* for each event the first of its pools, and one more */
  LiaisonLink *links;
  guint n_links;

  guint first_resource[LIAISON_N_KINDS], resource_counts[LIAISON_N_KINDS];
  guint n_events, n_resources, n_pools;
  gboolean has_parents;
};

/* Sorts the uses, which come in the order of their events, into pools. Takes the resources of them, which become the pools. */
void
liaison_bookings_fill_pools (LiaisonBookings *bookings, LiaisonMetUses *met);

G_END_DECLS
