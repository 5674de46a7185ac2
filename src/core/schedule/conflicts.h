/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conflicts of events over what they occupy, and of their order. */
#pragma once

#include "schedule/bookings.h"

G_BEGIN_DECLS

/* A resource asked for beyond its capacity. One is reported for each use that begins while too
 * much is taken; the other one is that of those still going on which ends last. */
typedef struct
{
  guint pool;
  guint event;    /* place: the one that begins later */
  guint other;    /* place; LIAISON_NO_PLACE where one event alone asks for too much */
  gint64 start;   /* Unix s: when both begin to overlap, */
  gint64 end;     /* and when the first of them ends */
  guint capacity; /* what there is */
  guint64 asked;  /* what all ask for at that time */
} LiaisonOverlap;

typedef void (*LiaisonOverlapFunc) (const LiaisonOverlap *overlap, gpointer data);
/* All overlaps over resources of one kind, pool by pool in order of time. O(n log n) at worst. */
void liaison_conflicts_foreach_overlap (const LiaisonBookings *bookings,
                                        LiaisonKindId kind,
                                        LiaisonOverlapFunc func,
                                        gpointer data);

/* The overlaps in one pool of @n uses, sorted as in bookings. */
void liaison_conflicts_sweep (const LiaisonUse *uses,
                              guint n,
                              guint pool,
                              guint capacity,
                              LiaisonOverlapFunc func,
                              gpointer data);

/* How many may use a site, participant, post or channel at once, as bookings count. */
guint liaison_resource_get_capacity (const LiaisonBlock *block);
/* The tie's own type and lag, with what is meant where they are not given. */
LiaisonLink liaison_link_from (const LiaisonDependencyData *dependency,
                               guint successor,
                               guint predecessor);
/* By how many s the successor begins (or ends, see the type) too early; zero or less: in order. */
gint64 liaison_conflicts_get_delay (const LiaisonBookings *bookings, const LiaisonLink *link);
gint64 liaison_link_get_delay (const LiaisonLink *link,
                               const LiaisonScheduledEvent *predecessor,
                               const LiaisonScheduledEvent *successor);

/* The first time from its start on, at most @within s later, at which all that the event occupies
 * is free, other events staying where they are. Whole minutes. FALSE when there is none. */
gboolean liaison_conflicts_find_free_time (const LiaisonBookings *bookings,
                                           guint event,
                                           gint64 within,
                                           gint64 *start);

G_END_DECLS
