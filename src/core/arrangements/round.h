/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The round of a day: which circuits are to be checked when, with what has been entered so far. What
 * is printed as a sheet, and typed back in. */
#pragma once

#include "arrangements/test-reading.h"
#include "edit/proposal.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

typedef struct
{
  const LiaisonBlock *channel;
  const LiaisonBlock *test;  /* what was entered or laid down for it, or NULL */
  const LiaisonBlock *event; /* the communications check that it is part of, or NULL */
  gint64 time;               /* Unix s; G_MAXINT64: at no fixed time */
  gboolean overdue;
  LiaisonId from, to; /* the calling and the called station; zero: not known */
} LiaisonRoundLine;

typedef struct
{
  LiaisonSnapshot *snapshot;
  char *zone; /* in which the day is */
  gint32 day;
  GArray *lines;   /* of LiaisonRoundLine, by time, then by code */
  guint n_entered; /* of which it is known how they went */
} LiaisonRound;

/* The checks of @day in @zone (NULL: UTC): what test plans lay down, tests that are there already, and
 * the circuits of communications checks that no plan lays down. With @all every other circuit that is
 * not closed too, at no fixed time. */
LiaisonRound *liaison_round_new (
    LiaisonSnapshot *snapshot, const char *zone, gint32 day, gint64 now, gboolean all);
void liaison_round_free (LiaisonRound *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonRound, liaison_round_free)

/* The day nearest to @now, and not before it where there is one, on which anything is to be checked
 * within a year; @now's own day where there is none. */
gint32 liaison_round_find_day (LiaisonSnapshot *snapshot, const char *zone, gint64 now);

/* Whose hand enters it. */
typedef struct
{
  const char *operator_name; /* may be NULL */
  gint64 now;                /* Unix ms */
  const LiaisonMarking *marking; /* of new records, or NULL */
} LiaisonRoundHand;

/* Enters the readings of lines (by their numbers): into the test that is there, else as a new one. @remarks (may
 * be NULL, as may each) are in @language. One proposal. */
LiaisonProposal *liaison_round_propose (const LiaisonRound *self,
                                        const guint *lines,
                                        const LiaisonTestReading *readings,
                                        const char *const *remarks,
                                        guint n,
                                        const char *language,
                                        const LiaisonRoundHand *hand);

G_END_DECLS
