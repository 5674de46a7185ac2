/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a critical path is made of. */
#pragma once

#include "schedule/critical-path.h"

G_BEGIN_DECLS

/* Lists of places in one array, one after the other. */
typedef struct
{
  GArray *places; /* of guint */
  GArray *first;  /* of guint: where each list begins, and one more */
} LiaisonPlaceLists;

struct _LiaisonCriticalPath
{
  /* Borrowed */
  const LiaisonSnapshot *snapshot;
  const LiaisonBookings *bookings;
  const LiaisonScheduledEvent *events;
  const LiaisonAllowedTimes *allowed; /* NULL: any time */

  /* Owned */
  GHashTable *by_id; /* LiaisonId in a block -> place */
  LiaisonTiming *timings;
  GArray *ties;                     /* of LiaisonTie */
  guint *first_before, *before;     /* ties by their successor */
  guint *first_after, *after;       /* ties by their predecessor */
  guint *order;                     /* events that take part, each after all it waits for */
  LiaisonPlaceLists chains, circles;

  guint n, n_ordered;
};

static inline const LiaisonTie *
critical_path_tie (const LiaisonCriticalPath *self, guint tie)
{
  return &g_array_index (self->ties, LiaisonTie, tie);
}

/* Least seconds from the start of the predecessor to the start of the successor. */
gint64 critical_path_get_lag (const LiaisonCriticalPath *self, const LiaisonTie *tie);

gboolean critical_path_resolve (const LiaisonCriticalPath *self,
                                const LiaisonInstant *instant,
                                gint64 *seconds);

/* Collects dependencies and anchors and lists them by their ends. */
void critical_path_collect_ties (LiaisonCriticalPath *self);
/* Puts the events in order; what is left over stands in circles, which are noted and cut. */
void critical_path_sort (LiaisonCriticalPath *self);
/* Numbers the networks; gives how many there are. */
guint critical_path_number_networks (LiaisonCriticalPath *self);
/* Lists the critical chains, when all times are known. */
void critical_path_list_chains (LiaisonCriticalPath *self);

G_END_DECLS
