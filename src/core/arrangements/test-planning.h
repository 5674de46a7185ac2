/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning tests: circuits, a window and a rhythm become one communications check that recurs on the
 * schedule, and a test plan in each circuit. */
#pragma once

#include "edit/proposal.h"
#include "record/kinds/channel.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_RHYTHM_ONCE,
  LIAISON_RHYTHM_DAILY,
  LIAISON_RHYTHM_WORKING_DAYS, /* Monday to Friday */
  LIAISON_RHYTHM_TWICE_DAILY,  /* every 12 hours */
  LIAISON_RHYTHM_FOUR_TIMES,   /* every 6 hours */
  LIAISON_RHYTHM_WEEKLY,
} LiaisonTestRhythm;

typedef struct
{
  const LiaisonId *channels; /* in the order in which they are called */
  guint n_channels;
  gint32 first, last; /* days in `zone` */
  gint64 time;        /* of the first check, s after midnight on the wall */
  const char *zone;   /* IANA; NULL: UTC */
  LiaisonTestRhythm rhythm;
  gint64 spacing;    /* s from one circuit to the next */
  gint64 grace;      /* s; LIAISON_DURATION_UNSET: what the exercise says */
  const char *title; /* of the event, in `language` */
  const char *language;
  gboolean with_startex; /* times hang on STARTEX and move with it */
} LiaisonTestPlanning;

/* How many rounds there are; 0: none, for the window is empty. */
guint liaison_test_planning_count (const LiaisonTestPlanning *self);
/* One proposal of an event and of a test plan in each channel. @now in Unix ms, for new ids; @event is an
 * unshared block to be filled in, with its id, serial and marking, and is taken. NULL where there is
 * nothing to plan. */
LiaisonProposal *liaison_test_planning_propose (const LiaisonTestPlanning *self,
                                                const LiaisonSnapshot *snapshot,
                                                gint64 now,
                                                LiaisonBlock *event);

G_END_DECLS
