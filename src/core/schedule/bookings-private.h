/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What bookings are made of. */
#pragma once

#include "schedule/bookings.h"

G_BEGIN_DECLS

/* The ids of one kind in ascending order: compact, so that searching touches no block. */
typedef struct
{
  LiaisonId *ids;
  guint n;
} LiaisonIdList;

void
liaison_id_list_take (LiaisonIdList *self, const LiaisonSnapshot *snapshot, LiaisonKindId kind);
/* The place of @id, or LIAISON_NO_PLACE. Quickest when it lies near the place @near, as records
 * that refer to each other mostly do; never worse than twice a binary search. */
guint liaison_id_list_find (const LiaisonIdList *self, LiaisonId id, guint near);

struct _LiaisonBookings
{
  /* Borrowed */
  const LiaisonSnapshot *snapshot;

  /* Owned */
  LiaisonIdList ids[LIAISON_N_KINDS]; /* of events and of the kinds of resource */
  const LiaisonBlock **resources;
  LiaisonScheduledEvent *events;
  LiaisonUse *uses;       /* pool by pool */
  guint *pool_first;      /* for each pool the first of its uses, and one more */
  GArray *pool_resources; /* of guint: those of the pools after the resources' own */
  guint *pools;           /* the pools of each use, event by event */
  guint *first_use;       /* for each event the first of its pools, and one more */
  GArray *links;          /* of LiaisonLink */

  guint first_resource[LIAISON_N_KINDS];
  guint n_events, n_resources, n_pools;
  gboolean has_parents;
};

G_END_DECLS
