/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The planning process: where the stages, conferences and products due of a plan stand as of a
 * moment, what is late, and what no longer fits STARTEX. */
#pragma once

#include "edit/proposal.h"
#include "record/kinds/event.h"
#include "record/kinds/stage.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

/* Which days people work on; days since 1970-01-01. NULL stands for Monday to Friday. */
typedef struct
{
  gboolean (*is_working) (gint32 day, gpointer data);
  gpointer data;
} LiaisonWorkingDays;

gboolean liaison_working_days_check (const LiaisonWorkingDays *self, gint32 day);
/* The nearest day to @day from which @n days in a row are worked on, the earlier of two as near, at
 * most two weeks off; @day itself where there is none. */
gint32 liaison_working_days_fit (const LiaisonWorkingDays *self, gint32 day, guint n);
/* The last working day up to @day, at most two weeks before. */
gint32 liaison_working_days_before (const LiaisonWorkingDays *self, gint32 day);

typedef enum
{
  LIAISON_PROCESS_UNKNOWN, /* it has no times */
  LIAISON_PROCESS_UPCOMING,
  LIAISON_PROCESS_RUNNING,
  LIAISON_PROCESS_DONE,
  LIAISON_PROCESS_LATE,    /* should be done by now */
  LIAISON_PROCESS_DROPPED, /* skipped, cancelled, dropped */
} LiaisonProcessState;

typedef struct
{
  const LiaisonBlock *item;  /* a stage-product of the stage; borrowed */
  const LiaisonBlock *event; /* the conference that needs it, or NULL; borrowed */
  gint32 due;     /* the earliest of its date and its conference's; LIAISON_DATE_UNSET: none */
  gint32 planned; /* by its lead time, or LIAISON_DATE_UNSET */
  gint32 late;    /* days over it, 0 while it is in time */
  LiaisonProcessState state;
} LiaisonProcessProduct;

typedef struct
{
  const LiaisonBlock *event; /* borrowed */
  gint64 start, end;         /* Unix s; only where `timed` */
  gboolean timed;
  LiaisonProcessState state; /* LATE: it is over by now and nobody has said that it was held */
} LiaisonProcessConference;

typedef struct
{
  const LiaisonBlock *stage;         /* borrowed */
  gint32 start, end;                 /* first and last day, or LIAISON_DATE_UNSET */
  gint32 planned_start, planned_end; /* the same by its lead times */
  gint32 late;                       /* days over its end or deadline */
  LiaisonProcessState state;
  GArray *products;    /* of LiaisonProcessProduct, by due date */
  GArray *conferences; /* of LiaisonProcessConference, by start */
  guint n_products_done, n_products_late;
} LiaisonProcessStage;

typedef struct
{
  LiaisonSnapshot *snapshot;
  gint64 now;                   /* Unix s */
  const char *zone;             /* of the exercise, in which days are counted; NULL: UTC */
  gint32 today, startex, endex; /* days there; LIAISON_DATE_UNSET where there is none */
  GPtrArray *stages; /* of LiaisonProcessStage, in the order people gave them, else by start */
  GArray *others;    /* of LiaisonProcessConference: conferences of no stage */
} LiaisonProcess;

/* Looks through a snapshot. Any thread. */
LiaisonProcess *liaison_process_new (LiaisonSnapshot *snapshot, gint64 now);
void liaison_process_free (LiaisonProcess *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonProcess, liaison_process_free)

/* The local day of Unix @seconds in @zone (NULL: UTC). */
gint32 liaison_process_find_day (const char *zone, gint64 seconds);

/* What of a stage no longer fits its lead times, as it happens when STARTEX moves. */
typedef enum
{
  LIAISON_PROCESS_MOVE_STAGE_START,
  LIAISON_PROCESS_MOVE_STAGE_END,
  LIAISON_PROCESS_MOVE_CONFERENCE,
  LIAISON_PROCESS_MOVE_PRODUCT,
} LiaisonProcessMoveKind;

typedef enum
{
  LIAISON_PROCESS_FREE,   /* it may move */
  LIAISON_PROCESS_LOCKED, /* it is locked, */
  LIAISON_PROCESS_OVER,   /* done, or begun by now, */
  LIAISON_PROCESS_HANGS,  /* or hangs on something by an anchor: never among what is found */
} LiaisonProcessHold;

typedef struct
{
  LiaisonProcessMoveKind kind;
  LiaisonProcessHold hold; /* why it stays */
  LiaisonId record;        /* stage or event */
  LiaisonId item;          /* the product due */
  gint32 from, to;         /* days */
} LiaisonProcessMove;

/* Where stages start and end four or more days away from what their lead times say, and what goes
 * with them: due dates by their own lead times, conferences by the distance their stage moves, to
 * working days. Of LiaisonProcessMove. */
GArray *liaison_process_find_moves (const LiaisonProcess *self, const LiaisonWorkingDays *days);
/* One proposal that makes all of @moves that are free. NULL when there are none. */
LiaisonProposal *liaison_process_propose_moves (const LiaisonProcess *self,
                                                const LiaisonProcessMove *moves,
                                                guint n);

G_END_DECLS
