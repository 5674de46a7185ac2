/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who could stand at a liaison post, and edits of its shifts: one stretch at a time, or the whole
 * series of a shift that recurs.
 *
 * A recurring shift of which one stretch is changed is taken apart: the series before it, that one
 * stretch, the series after it; so its rule ends earlier, and another shift begins after it. */
#pragma once

#include "edit/proposal.h"
#include "liaison/manning.h"

G_BEGIN_DECLS

/* What speaks against a person; 0: nothing. */
typedef enum
{
  LIAISON_CANDIDATE_BUSY = 1 << 0,       /* on shift or at an event meanwhile */
  LIAISON_CANDIDATE_SPEECHLESS = 1 << 1, /* lacks a language that the post requires */
  LIAISON_CANDIDATE_FOREIGN = 1 << 2,    /* of another nation than the one that sends */
  LIAISON_CANDIDATE_TIRED = 1 << 3,      /* too little rest before or after, as the exercise asks */
} LiaisonCandidateFault;

typedef struct
{
  const LiaisonBlock *person;
  guint faults;              /* LiaisonCandidateFault */
  const LiaisonBlock *duty;  /* BUSY, TIRED: the post or event */
  const LiaisonBlock *lacks; /* SPEECHLESS: the first language of the post it lacks, an item */
} LiaisonCandidate;

/* The persons of the plan, the fittest first: those against whom nothing speaks, by name. Free the
 * array, of LiaisonCandidate. The snapshot must outlive it. */
GArray *liaison_assignment_list_candidates (const LiaisonSnapshot *snapshot,
                                            const LiaisonBlock *post,
                                            LiaisonSpan span);

/* Puts @person (zero: nobody) on that stretch, or (@series) on all of its shift. Transfer full;
 * NULL: it is so already. */
LiaisonProposal *liaison_assignment_name (const LiaisonLookup *lookup,
                                          const LiaisonStand *stand,
                                          LiaisonId person,
                                          gboolean series);
/* A new shift at @post over @span for @person (zero: to be named). Times are told in @zone. */
LiaisonProposal *liaison_assignment_add (const LiaisonBlock *post,
                                         LiaisonSpan span,
                                         const char *zone,
                                         LiaisonId person);
/* Takes the stretch, or the whole shift, off the board. */
LiaisonProposal *
liaison_assignment_remove (const LiaisonLookup *lookup, const LiaisonStand *stand, gboolean series);
/* A note in @language for @next (zero: whoever comes), handed over when the stretch ends. */
LiaisonProposal *liaison_assignment_hand_over (const LiaisonLookup *lookup,
                                               const LiaisonStand *stand,
                                               LiaisonId next,
                                               const char *language,
                                               const char *text);
/* Has the stretch be at @post instead, @later s after it was (negative: before). NULL: nothing
 * changes. */
LiaisonProposal *liaison_assignment_move (const LiaisonLookup *lookup,
                                          const LiaisonStand *stand,
                                          const LiaisonBlock *post,
                                          gint64 later);

G_END_DECLS
