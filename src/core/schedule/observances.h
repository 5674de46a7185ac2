/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Observances: the days and hours on which what the nations keep falls.
 *
 * A day begins at midnight where people are; one with an eve, at 18:00 the day before. Where times
 * of day are given, only those count, on each of its days; a time that ends before it begins ends
 * on the next day. An observance of the type "working time", or with the effect "short hours" and
 * times, says the opposite: those are the hours in which people work on that day.
 *
 * Dates that were entered go before what is worked out: of a yearly observance, one within 40 days
 * takes the place of the one computed (the moon was seen a day later); to a recurring one they are
 * added. Refused observances are left out. */
#pragma once

#include "record/kinds/observance.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

/* Each run of days on which an observance falls and that has a day in [@from, @until] (days since
 * 1970-01-01), in ascending order. @confirmed: a person has said so. */
typedef void (*LiaisonObservanceFunc) (gint32 first,
                                       gint32 last,
                                       gboolean confirmed,
                                       gpointer data);
void liaison_observance_foreach_days (const LiaisonBlock *observance,
                                      gint32 from,
                                      gint32 until,
                                      LiaisonObservanceFunc func,
                                      gpointer data);

/* One time at which an observance is kept. */
typedef struct
{
  const LiaisonBlock *block; /* the observance. Borrowed */
  gint64 start, end;         /* s since 1970-01-01T00:00 on the wall of its zone */
  const char *zone;          /* interned; NULL: wherever the people are */
  gint32 first, last;        /* the days, without the eve */
  gboolean works;            /* people work in it, and on that day only in it */
  gboolean confirmed;
} LiaisonObservedTime;

/* All of a plan that fall into a window of days, by who keeps them. Any thread; reading is
 * thread-safe. Borrows the snapshot's blocks. */
typedef struct _LiaisonObservances LiaisonObservances;

LiaisonObservances *
liaison_observances_new (const LiaisonSnapshot *snapshot, gint32 from, gint32 until);
void liaison_observances_free (LiaisonObservances *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonObservances, liaison_observances_free)

/* All of them, by start. Borrowed. */
const LiaisonObservedTime *liaison_observances_get (const LiaisonObservances *self, guint *n);

/* Those of a nation that overlap [@from, @until) (Unix s), for people in @zone (NULL: UTC), with
 * their Unix times; in order of start on the wall. Those that only some participants of the nation
 * keep are not among them. */
typedef void (*LiaisonObservedFunc) (const LiaisonObservedTime *time,
                                     gint64 start,
                                     gint64 end,
                                     gpointer data);
void liaison_observances_foreach (const LiaisonObservances *self,
                                  const char *nation,
                                  const char *zone,
                                  gint64 from,
                                  gint64 until,
                                  LiaisonObservedFunc func,
                                  gpointer data);
/* Those that a participant, or what it is part of, is named in. */
void liaison_observances_foreach_of (const LiaisonObservances *self,
                                     LiaisonId participant,
                                     const char *zone,
                                     gint64 from,
                                     gint64 until,
                                     LiaisonObservedFunc func,
                                     gpointer data);

G_END_DECLS
