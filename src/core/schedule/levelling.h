/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levelling: finds times at which the events of a plan do not stand in each other's way.
 *
 * Looked at are capacities (sites with set-up and tear-down, participants, posts, channels),
 * working calendars and observances, dependencies and anchors with lags, locks, deadlines and the
 * times before which an event may not begin, STARTEX, ENDEX and planning stages, and travel between
 * sites. Events that others hang on, or that have parts, move with them; where parts of one event
 * stand in each other's way, they are moved within it. Only starts are changed, each in the form it
 * has. */
#pragma once

#include "schedule/moves.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  LIAISON_LEVEL_LEAST,    /* fewest and smallest moves from today's plan */
  LIAISON_LEVEL_SHORTEST, /* the last event ends as early as it can */
} LiaisonLevelGoal;

/* The best so far. */
typedef struct
{
  guint moved;      /* events, or what moves as one */
  gint64 shift;     /* s by which they move, all together */
  gint64 end;       /* Unix s: when the last event ends */
  gint64 late;      /* s by which deadlines and ends are missed, by weight */
  gint64 schedules; /* tried */
} LiaisonLevelProgress;

typedef void (*LiaisonLevelProgressFunc) (const LiaisonLevelProgress *progress, gpointer data);

typedef struct
{
  LiaisonLevelGoal goal;
  const LiaisonId *only; /* events that may move; NULL: all */
  guint n_only;
  gint64 from; /* Unix s: what begins before it stays; G_MININT64: nothing stays for that */
  gint64 now;  /* Unix s: nothing that lies after it is moved before it; G_MININT64: anything may */
  double seconds;    /* 0: no limit; with one, results depend on the machine's speed */
  gint64 schedules;  /* tried at most; 0: as many as such a plan needs, or no limit with seconds */
  guint64 seed;
  GCancellable *cancellable; /* stops with the best so far; may be NULL */
  LiaisonLevelProgressFunc progress; /* called in the working thread; may be NULL */
  gpointer progress_data;
} LiaisonLevelOptions;

/* One thing that cannot be given up, in words. */
typedef struct
{
  const char *sentence; /* static msgid */
  GArray *operands;     /* of LiaisonOperand; owned */
  LiaisonId event;      /* of which it is said */
  const char *code;     /* static: what it is, for machines and tests */
  LiaisonId other;      /* the event or thing it names, or zero */
} LiaisonConstraint;

/* What is still wrong, and why nothing could be done. */
typedef struct
{
  LiaisonId event;
  const char *sentence; /* static msgid: what is wrong */
  GArray *operands;     /* of LiaisonOperand; owned */
  GArray *constraints;  /* of LiaisonConstraint, owned: all of them together cannot be kept, but
                           without any single one they can; empty: none such was found in time */
  gboolean minimal;     /* that has been proven */
} LiaisonUnsolved;

typedef struct
{
  LiaisonSnapshot *before, *after; /* owned */
  GArray *moves;                   /* of LiaisonMove: by the time they move to. Owned */
  GArray *unsolved;                /* of LiaisonUnsolved. Owned */
  guint n_moved;                   /* of them, events that are elsewhere afterwards */
  guint n_before, n_after;         /* conflicts of the sorts levelling knows */
  gint64 end_before, end_after;    /* of the last event; Unix s */
  gint64 schedules;                /* tried */
  gboolean proven;                 /* nothing better exists */
  gboolean cancelled;
} LiaisonLevelling;

/* Levels a plan. Changes nothing; any thread. The same plan, options and seed give the same where
 * `seconds` is 0. */
LiaisonLevelling *liaison_level (LiaisonSnapshot *snapshot, const LiaisonLevelOptions *options);
void liaison_levelling_free (LiaisonLevelling *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonLevelling, liaison_levelling_free)

G_END_DECLS
