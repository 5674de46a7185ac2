/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a recurring event, shift or observance comes round.
 *
 * Rules are those of iCalendar (RFC 5545, 3.3.10), walked by libical within bounds that no rule of
 * a plan can break: nothing more often than hourly, at most LIAISON_RECURRENCE_MAX occurrences for
 * one question. A rule without COUNT or UNTIL goes on for ever; the window asked for bounds it.
 *
 * A rule counts on the clock of its own zone: what begins at 09:00 begins at 09:00 after the clocks
 * have changed. A time the clocks skip is moved forward by the gap, of one shown twice the first is
 * taken, as everywhere in a plan. */
#pragma once

#include "record/lookup.h"

G_BEGIN_DECLS

#define LIAISON_RECURRENCE_MAX 10000

typedef enum
{
  LIAISON_RECURRENCE_ERROR_SYNTAX,    /* not a rule */
  LIAISON_RECURRENCE_ERROR_FREQUENCY, /* more often than hourly */
  LIAISON_RECURRENCE_ERROR_NEVER,     /* a day that never comes, 30 February */
} LiaisonRecurrenceError;

#define LIAISON_RECURRENCE_ERROR (liaison_recurrence_error_quark ())
GQuark liaison_recurrence_error_quark (void);

/* Whether a plan may hold this rule; the error names the part that is at fault. For forms. */
gboolean liaison_recurrence_check (const char *rule, GError **error);

/* One occurrence. */
typedef struct
{
  gint64 start, end;             /* Unix s, as it takes place */
  gint64 by_rule;                /* Unix s: when the rule has it start; names the occurrence */
  LiaisonId site;                /* where it takes place; zero: nowhere known */
  const LiaisonBlock *exception; /* the item that changed it, or NULL. Borrowed */
  guint index;                   /* among those reported, from 0 */
} LiaisonOccurrence;

/* FALSE ends the walk. */
typedef gboolean (*LiaisonOccurrenceFunc) (const LiaisonOccurrence *occurrence, gpointer data);

/* The occurrences of an event, or of an item with start, end or length and rule (a shift), that
 * overlap [@from, @until) (Unix s) or, lasting no time, begin in it; in order of start. The first
 * is the event's own start, whether the rule meets it or not; one without rule, or whose rule no
 * plan may hold, has that one only. Cancelled ones are left out; exceptions are where they say.
 * Nothing where there is no known start. FALSE when stopped by @func or by the bound. */
gboolean liaison_recurrence_foreach (const LiaisonLookup *lookup,
                                     const LiaisonBlock *block,
                                     gint64 from,
                                     gint64 until,
                                     LiaisonOccurrenceFunc func,
                                     gpointer data);

/* Whether the block has a rule that is followed. */
gboolean liaison_recurrence_recurs (const LiaisonBlock *block);

/* The same for a bare rule on the wall of no particular place: all in seconds since
 * 1970-01-01T00:00 on the wall, starts in [@from, @until). @first is where it begins; it counts
 * only where the rule meets it. */
typedef gboolean (*LiaisonWallFunc) (gint64 wall, gpointer data);
gboolean liaison_recurrence_foreach_wall (const char *rule,
                                          gint64 first,
                                          gint64 from,
                                          gint64 until,
                                          LiaisonWallFunc func,
                                          gpointer data);

/* The Unix time of a wall time (s since 1970-01-01T00:00 on the wall) in @zone (NULL or unknown:
 * UTC): skipped ones moved forward by the gap, of two the first. And back. */
gint64 liaison_recurrence_from_wall (const char *zone, gint64 wall);
gint64 liaison_recurrence_to_wall (const char *zone, gint64 seconds);

G_END_DECLS
