/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Critical path: how far each event may slip before others, a deadline or the end of its network
 * do, and why it stands where it does.
 *
 * The critical path method over the plan as it stands: a planned time is taken as the earliest that
 * is wanted, and ties may push an event on from there; an event without a time begins as soon as
 * its ties allow, at STARTEX where it waits for nothing. Ties are dependencies of all four types, with lags and
 * leads, and anchors on other events. Events that ties connect are a network, which is to end no
 * later than it does now; so each network has a critical chain of its own. Locked events stay where
 * they are. Cancelled and postponed events take no part. */
#pragma once

#include "schedule/bookings.h"

G_BEGIN_DECLS

/* When an event may begin, working time and observances looked at; both round to whole answers.
 * NULL functions: at any time. */
typedef struct
{
  /* The first start at or after *@start that is allowed; FALSE: there is none. */
  gboolean (*find_next) (gpointer data, guint event, gint64 *start);
  /* The last start at or before *@start that is allowed; FALSE: there is none. */
  gboolean (*find_last) (gpointer data, guint event, gint64 *start);
  gpointer data;
} LiaisonAllowedTimes;

/* That one event waits for another. Lags of anchors on a clock time are what they come to now. */
typedef struct
{
  guint successor, predecessor; /* places among the events */
  LiaisonDependencyType type;   /* never UNSET */
  gint64 lag;                   /* s */
  gboolean anchor;              /* the successor's start hangs on the predecessor */
  gboolean driving;             /* it decides the successor's earliest time */
  gboolean critical;            /* driving, between two critical events */
  gboolean circular;            /* part of a circle, and looked at no further */
} LiaisonTie;

/* Times in Unix s; durations in s. */
typedef struct
{
  gint64 earliest_start, earliest_end;
  gint64 latest_start, latest_end; /* only where it is bounded */
  gint64 total_slack;   /* so late may it be before a deadline or the end of its network slips;
                           negative: it is late already */
  gint64 free_slack;    /* so late may it be before any other event must move */
  guint network;        /* number; LIAISON_NO_PLACE: it has no ties */
  gboolean takes_part;  /* FALSE: it does not take place, or has neither time nor ties */
  gboolean placed;      /* it has a time in the plan */
  gboolean bounded;     /* something hangs on it, or it has a deadline */
  gboolean critical;    /* in a network and without slack */
} LiaisonTiming;

typedef struct _LiaisonCriticalPath LiaisonCriticalPath;

/* Looks at a plan; all that is given must outlive what is made. @allowed may be NULL. Any thread.
 * O(n) beside what @allowed takes. */
LiaisonCriticalPath *liaison_critical_path_new (const LiaisonSnapshot *snapshot,
                                                const LiaisonBookings *bookings,
                                                const LiaisonAllowedTimes *allowed);
void liaison_critical_path_free (LiaisonCriticalPath *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonCriticalPath, liaison_critical_path_free)

/* One for each event of the snapshot, in its order. All that is got is borrowed. */
const LiaisonTiming *liaison_critical_path_get_timings (const LiaisonCriticalPath *self, guint *n);
const LiaisonTie *liaison_critical_path_get_ties (const LiaisonCriticalPath *self, guint *n);
/* The place of an event by its id, or LIAISON_NO_PLACE. */
guint liaison_critical_path_find (const LiaisonCriticalPath *self, LiaisonId id);

/* Critical events that follow each other, by their start; the chain that ends last comes first. */
guint liaison_critical_path_count_chains (const LiaisonCriticalPath *self);
const guint *liaison_critical_path_get_chain (const LiaisonCriticalPath *self,
                                              guint chain,
                                              guint *n);
/* Circles of ties: each event waits for the one before it, and the first for the last. */
guint liaison_critical_path_count_circles (const LiaisonCriticalPath *self);
const guint *liaison_critical_path_get_circle (const LiaisonCriticalPath *self,
                                               guint circle,
                                               guint *n);

/* What holds an event where it is, or what it holds. */
typedef enum
{
  LIAISON_HOLD_LOCK,
  LIAISON_HOLD_ANCHOR,
  LIAISON_HOLD_TIE,
  LIAISON_HOLD_RESOURCE,
  LIAISON_HOLD_NOT_BEFORE,
  LIAISON_HOLD_CALENDAR,
  LIAISON_HOLD_DEADLINE,
  LIAISON_HOLD_CIRCLE,
  LIAISON_HOLD_NOTHING, /* it stands where it was put */
} LiaisonHoldKind;

typedef struct
{
  LiaisonHoldKind kind;
  const char *sentence; /* static msgid with {placeholders} */
  GArray *operands;     /* of LiaisonOperand; owned */
  LiaisonId other;      /* the event to go to, or zero */
} LiaisonHold;

/* Why an event is where it is: what its start rests on, strongest first, never empty for one that
 * takes part. Of LiaisonHold. Transfer full. */
GArray *liaison_critical_path_explain (const LiaisonCriticalPath *self, guint event);
/* What cannot begin or end earlier because of it, of LiaisonHold. Transfer full. */
GArray *liaison_critical_path_explain_held (const LiaisonCriticalPath *self, guint event);

G_END_DECLS
