/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bookings: when each event takes place and what it occupies meanwhile, in compact arrays.
 *
 * What counts:
 * - an event with a known start that is neither cancelled nor postponed; a recurring one with its
 *   occurrences of two years, at most 1000; planned times, not actual ones;
 * - its site (with set-up, tear-down and the site's time between events), its participants and
 *   posts, its chair, who has a role at it, its channels, and what it books, unless refused;
 * - a thing named twice by one event counts once, with the longer time and the greater amount.
 * A unit does not occupy the people in it, nor a room the building around it: only what is named
 * counts. An event inside another (its parent, or that one's) that uses the same thing within that
 * one's time shares it with the parent, and competes with the parent's other parts only. */
#pragma once

#include "record/kinds/event.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

/* How much of a series counts. */
#define LIAISON_SERIES_SECONDS     (G_GINT64_CONSTANT (2) * 366 * 86400)
#define LIAISON_SERIES_OCCURRENCES 1000

/* No event, no resource. */
#define LIAISON_NO_PLACE G_MAXUINT
/* A resource that any number may use at once. */
#define LIAISON_CAPACITY_UNLIMITED G_MAXUINT

/* One event; its place is that among the snapshot's events. */
typedef struct
{
  const LiaisonBlock *block; /* borrowed from the snapshot */
  gint64 start, end;         /* Unix s; end >= start. Only where it occurs */
  guint parent;              /* place of the event it is part of, or LIAISON_NO_PLACE */
  gboolean occurs;           /* it has a time and takes place as far as is known */
} LiaisonScheduledEvent;

/* That one event occupies one resource, in [start, end). Empty ones are left out. */
typedef struct
{
  gint64 start, end; /* Unix s */
  guint event;       /* place */
  guint amount;
} LiaisonUse;

/* One tie between two events that occur. */
typedef struct
{
  guint successor, predecessor; /* places */
  LiaisonDependencyType type;   /* never UNSET */
  gint64 lag;                   /* s; negative for a lead */
} LiaisonLink;

/* Neither cancelled nor postponed. */
gboolean liaison_event_takes_place (const LiaisonEventData *data);

typedef struct _LiaisonBookings LiaisonBookings;

/* Looks through a snapshot, which must outlive what is made. Any thread. Free with _free. */
LiaisonBookings *liaison_bookings_new (const LiaisonSnapshot *snapshot);
void liaison_bookings_free (LiaisonBookings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonBookings, liaison_bookings_free)

/* All borrowed. */
const LiaisonScheduledEvent *liaison_bookings_get_events (const LiaisonBookings *self, guint *n);
const LiaisonLink *liaison_bookings_get_links (const LiaisonBookings *self, guint *n);
/* The event with that id, or NULL. *@near is where it is likely to be; its place afterwards. */
const LiaisonScheduledEvent *
liaison_bookings_find_event (const LiaisonBookings *self, LiaisonId id, guint *near);

/* Resources are sites, participants, posts and channels, numbered from 0, each kind together. */
void liaison_bookings_get_resources (const LiaisonBookings *self,
                                     LiaisonKindId kind,
                                     guint *first,
                                     guint *end);
const LiaisonBlock *liaison_bookings_get_resource (const LiaisonBookings *self, guint resource);
/* The number of the block, which is of the snapshot, or LIAISON_NO_PLACE. */
guint liaison_bookings_find_resource (const LiaisonBookings *self, const LiaisonBlock *block);
/* How many may use it at once: what the plan says, else one; for channels, else any number. For
 * posts the people a shift. */
guint liaison_bookings_get_capacity (const LiaisonBookings *self, guint resource);

/* Uses fall into pools that compete for the capacity of one resource. The pools numbered as the
 * resources hold those that stand alone; a pool after them, those of the parts of one event. */
guint liaison_bookings_count_pools (const LiaisonBookings *self);
guint liaison_bookings_get_pool_resource (const LiaisonBookings *self, guint pool);
/* The uses in a pool, by start, then in the order of their events. */
const LiaisonUse *liaison_bookings_get_pool (const LiaisonBookings *self, guint pool, guint *n);
/* The pools in which an event has a use. */
const guint *liaison_bookings_get_pools_of (const LiaisonBookings *self, guint event, guint *n);

G_END_DECLS
