/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What levelling is made of: a plan as a list of single constraints, so that any part of them can
 * be made into a problem for the solver. */
#pragma once

#include "schedule/bookings.h"
#include "schedule/calendar.h"
#include "schedule/levelling.h"
#include "schedule/solver/problem.h"

G_BEGIN_DECLS

typedef enum
{
  LEVEL_FIXED,      /* the event stays where it is */
  LEVEL_NOT_BEFORE, /* it begins no earlier than `time` */
  LEVEL_DEADLINE,   /* it ends no later than `time` */
  LEVEL_CALENDAR,   /* its first `until` s are working time */
  LEVEL_TIE,        /* it begins at least `lag` s after the start of `other` */
  LEVEL_USE,        /* it takes `amount` of `pool` from `from` until `until` s after its start */
  LEVEL_TRAVEL,     /* the way between it and `other` takes `lag` s, whichever is first */
} LevelElementKind;

/* Why an event stays, must not begin sooner, or must have ended. */
typedef enum
{
  LEVEL_BECAUSE_LOCKED,
  LEVEL_BECAUSE_DONE,
  LEVEL_BECAUSE_EARLY,   /* it begins before events are to be moved */
  LEVEL_BECAUSE_SCOPE,   /* it is not among those that may be moved */
  LEVEL_BECAUSE_PARTS,   /* its parts are being fitted in */
  LEVEL_BECAUSE_NOW,     /* it is not to be moved into the past */
  LEVEL_BECAUSE_FIELD,   /* the event says so itself */
  LEVEL_BECAUSE_CONDUCT, /* STARTEX, ENDEX */
  LEVEL_BECAUSE_STAGE,
  LEVEL_BECAUSE_PARENT,  /* it is part of `other` */
} LevelBecause;

typedef struct
{
  guint8 kind;    /* LevelElementKind */
  guint8 because; /* LevelBecause */
  guint8 type;    /* TIE: LiaisonDependencyType */
  guint8 anchor;  /* TIE: the start hangs on the other */
  guint8 lenient; /* CALENDAR: it may be as it is today, and moves only into working time */
  guint event;    /* place */
  guint other;    /* TIE, TRAVEL: the other event; place. Else of a parent, or LIAISON_NO_PLACE */
  guint pool;     /* USE; TRAVEL: of the one who travels */
  guint amount;   /* USE */
  gint64 from, until; /* s after the start */
  gint64 time;    /* Unix s */
  gint64 lag;     /* TIE: s from start to start */
  gint64 said;    /* TIE: the lag as people wrote it */
} LevelElement;

/* The calendars of a plan's events, for the time in which they may be; good for all plans that
 * differ from it in the starts of events only. */
typedef struct
{
  LiaisonCalendars *all; /* owned */
  LiaisonCalendar **of;  /* each event: its calendar, borrowed */
  gint64 *needed;        /* each event: how much of it must be working time, s */
} LevelCalendars;

LevelCalendars *level_calendars_new (const LiaisonSnapshot *snapshot);
void level_calendars_free (LevelCalendars *self);

typedef struct
{
  /* Borrowed */
  const LiaisonSnapshot *snapshot;
  const LiaisonLevelOptions *options;
  const LiaisonScheduledEvent *events;
  const LevelCalendars *calendars;

  /* Owned */
  LiaisonBookings *bookings;
  GArray *elements;   /* of LevelElement, by event */
  guint *first;       /* of each event, and one more */
  GArray *conflicts;  /* of LevelConflict; NULL: not looked for yet */
  GArray *circles;    /* of guint: events that stand in circles of ties */
  guint8 *held;       /* each event: LevelBecause plus one; 0: it may move */
  guint8 *troubled;   /* each event: it has a part in some conflict */
  guint *group;       /* each event: the first event of what it moves with */
  guint8 *stays;      /* each first event of a group: one of it is held */

  LiaisonLookup lookup;
  gint64 origin;      /* Unix s of the solver's step 0 */
  gint64 first_start; /* Unix s: of the first event that may move */
  gint64 unit;        /* s in a step */
  guint n;
  gboolean parts;     /* parts are moved within what they are part of */
} LevelModel;

/* What is known of a plan; @calendars must outlive it. @parts: events whose parts stand in each other's way stay, and the parts
 * may move within them; else they move as one. */
LevelModel *level_model_new (LiaisonSnapshot *snapshot,
                             const LiaisonLevelOptions *options,
                             const LevelCalendars *calendars,
                             gboolean parts);
void level_model_free (LevelModel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevelModel, level_model_free)

static inline const LevelElement *
level_element (const LevelModel *self, guint element)
{
  return &g_array_index (self->elements, LevelElement, element);
}

/* Whether the event shares what it uses with one that it is part of. */
gboolean level_shares (const LevelModel *self, guint event);
/* Lists the constraints. */
void level_collect (LevelModel *self);
/* Notes which events have a part in a conflict. */
void level_find_trouble (LevelModel *self);
/* Decides what moves as one. */
void level_group (LevelModel *self);

/* A problem made of some constraints. */
typedef struct
{
  LiaisonSolverProblem *problem;
  guint *task;   /* each event: its task, or LIAISON_NO_PLACE. Only of those events in it */
  gint64 *base;  /* each task: Unix s of its start today */
  gint64 origin; /* Unix s of step 0 */
  gint64 unit;   /* s in a step */
  guint n_tasks;
} LevelProblem;

/* Of the whole plan, for the search; @stuck (one byte a first event of a group) stay too. */
void level_problem_init (LevelProblem *self, const LevelModel *model, const guint8 *stuck);
/* Of these constraints alone, each event by itself, for the proof that they oppose each other. */
void level_problem_init_part (LevelProblem *self,
                              const LevelModel *model,
                              const guint *elements,
                              guint n);
void level_problem_clear (LevelProblem *self);

/* Whether, and by how many s, an event stands against the constraint with these starts (Unix s, one
 * an event). Of USE and TRAVEL only by itself: nothing. */
gint64 level_get_breach (const LevelModel *model, const LevelElement *element, const gint64 *starts);

/* A conflict as it stands in a plan. */
typedef struct
{
  guint element; /* what is broken; for uses that of the later event */
  guint event;
  guint other;   /* or LIAISON_NO_PLACE */
  guint pool;    /* of an overlap, else LIAISON_NO_PLACE */
  gint64 by;     /* s */
} LevelConflict;

/* All of them, in the order of their events: of LevelConflict. Looked for once; transfer full. */
GArray *level_find_conflicts (LevelModel *model);

/* An empty list of LiaisonConstraint that clears what it holds. */
GArray *level_constraints_new (void);
/* Fills in why each move was made, and what is left over. */
void level_explain_moves (LiaisonLevelling *levelling,
                          const LevelModel *before,
                          const LevelModel *after,
                          const GArray *conflicts);
void level_explain_unsolved (LiaisonLevelling *levelling,
                             const LevelModel *after,
                             const GArray *conflicts);

G_END_DECLS
