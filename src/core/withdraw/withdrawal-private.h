/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a withdrawal share. */
#pragma once

#include "withdraw/withdrawal.h"

#include "schedule/bookings.h"
#include "schedule/calendar.h"

G_BEGIN_DECLS

/* How a substitute for what a field names is looked for. */
typedef enum
{
  LIAISON_SUBSTITUTE_NOBODY,
  LIAISON_SUBSTITUTE_PLAYER,      /* a person or unit, free then */
  LIAISON_SUBSTITUTE_INTERPRETER, /* a person with the same languages, free then */
  LIAISON_SUBSTITUTE_HOLDER,      /* a person of the same nation for a shift at a post */
  LIAISON_SUBSTITUTE_OWNER,       /* who answers for something; need not be free */
  LIAISON_SUBSTITUTE_SITE,        /* a place of the same type, large enough and free */
  LIAISON_SUBSTITUTE_CHANNEL,     /* another circuit of the need line */
  LIAISON_SUBSTITUTE_AGREEMENT,   /* another of the type */
  LIAISON_SUBSTITUTE_SPOKESMAN,   /* a nation that shares a language */
  LIAISON_SUBSTITUTE_PROVIDER,    /* a nation that provides the like */
  LIAISON_SUBSTITUTE_ANY,         /* by the kind of what is lost, as for an event */
} LiaisonSubstituteNeed;

/* A break while it is looked at. The break itself comes first, so that it is freed by that. */
typedef struct
{
  LiaisonBreak public;
  const LiaisonBlock *user;  /* what breaks. Borrowed from the snapshot, as all below */
  const LiaisonBlock *lost;  /* what it misses; NULL: it goes itself */
  const LiaisonBlock *item;  /* where it is named, or NULL */
  GHashTable *gone;          /* targets whose references are to be cleared; owned */
  GArray *spans;             /* of LiaisonSpan: when it is needed; owned; NULL: no matter */
  LiaisonSubstituteNeed need;
} LiaisonBreaking;

typedef struct
{
  LiaisonSnapshot *snapshot;
  LiaisonLookup lookup;
  LiaisonWithdrawalOptions options;
  gboolean for_good;
  gboolean midway;     /* it leaves while the exercise is on: records end then, and are not cancelled */
  const LiaisonBlock *subject;

  /* Owned */
  GHashTable *lost;    /* LiaisonId * as others refer to it -> const LiaisonBlock * */
  GPtrArray *losses;   /* of the same blocks */
  LiaisonBookings *bookings;  /* made when it is first asked for */
  GHashTable *duties;         /* const LiaisonBlock * -> GArray of LiaisonSpan: shifts, and what is
                                 proposed */
  GHashTable *moved;   /* LiaisonId * of events -> const LiaisonBlock * of the site first proposed */
  GPtrArray *breaks;   /* of LiaisonBreaking */
} LiaisonLooking;

/* scope.c: finds all that goes with the subject. */
void liaison_looking_lose (LiaisonLooking *self);
gboolean liaison_looking_is_lost (const LiaisonLooking *self, LiaisonId target);
gboolean liaison_looking_is_lost_code (const LiaisonLooking *self, const char *code);
/* As others refer to it. */
LiaisonId liaison_block_get_target (const LiaisonBlock *block);

/* over.c: whether a record is done with, whatever the date, */
gboolean liaison_block_is_over (const LiaisonBlock *block);
/* and when it is first missed; FALSE: not while the subject is away. @spans (may be NULL) is given
 * when it is needed, or NULL where that is not known; @partly, whether it was there before. */
gboolean liaison_looking_find_time (LiaisonLooking *self,
                                    const LiaisonBlock *block,
                                    gint64 *when,
                                    GArray **spans,
                                    gboolean *partly);

/* gone.c: breaks of what goes itself. users.c: of what refers to it. language-gaps.c */
void liaison_looking_look_at_gone (LiaisonLooking *self);
void liaison_looking_look_at_users (LiaisonLooking *self);
void liaison_looking_look_at_languages (LiaisonLooking *self);

/* A new break, listed. @sentence is static. */
LiaisonBreaking *liaison_looking_add (LiaisonLooking *self,
                                      const LiaisonBlock *user,
                                      LiaisonBreakType type,
                                      LiaisonSeverity severity,
                                      const char *sentence,
                                      gint64 when);
/* Takes @operand. */
void liaison_breaking_take_operand (LiaisonBreaking *self, LiaisonOperand operand);
void liaison_breaking_name (LiaisonBreaking *self, const char *placeholder, const LiaisonBlock *block);
/* Takes @value. */
void liaison_edits_take (GArray *edits, const LiaisonSlot *slot, LiaisonValue value);
GArray *liaison_edits_new (void);
/* The edit that puts the memory @at into a field of @block. */
void liaison_edits_set (GArray *edits, const LiaisonBlock *block, guint field, gconstpointer at);

/* duties.c: whether a person, unit or site is free at all of @spans, with room for one more. */
gboolean
liaison_looking_is_free (LiaisonLooking *self, const LiaisonBlock *block, const GArray *spans);
void
liaison_looking_reserve (LiaisonLooking *self, const LiaisonBlock *block, const GArray *spans);

/* substitutes.c: fills in the substitutes of a break. substitute-people.c, substitute-things.c: the
 * ways to find one. */
void liaison_looking_find_substitutes (LiaisonLooking *self, LiaisonBreaking *breaking);

/* The best few while they are looked for. */
typedef struct
{
  const LiaisonBlock *block;
  int score;            /* the higher, the better */
  const char *sentence; /* static */
  LiaisonOperand operand;
} LiaisonCandidate;
#define LIAISON_CANDIDATES 4
typedef struct
{
  LiaisonCandidate best[LIAISON_CANDIDATES];
  guint n;
} LiaisonCandidates;
/* Takes the operand of @candidate. */
void liaison_candidates_offer (LiaisonCandidates *self, LiaisonCandidate candidate);

void liaison_find_player (LiaisonLooking *self, LiaisonBreaking *breaking, LiaisonCandidates *found);
void
liaison_find_interpreter (LiaisonLooking *self, LiaisonBreaking *breaking, LiaisonCandidates *found);
void liaison_find_holder (LiaisonLooking *self, LiaisonBreaking *breaking, LiaisonCandidates *found);
void liaison_find_owner (LiaisonLooking *self, LiaisonBreaking *breaking, LiaisonCandidates *found);
void liaison_find_site (LiaisonLooking *self, LiaisonBreaking *breaking, LiaisonCandidates *found);
void liaison_find_channel (LiaisonLooking *self, LiaisonBreaking *breaking, LiaisonCandidates *found);
void
liaison_find_agreement (LiaisonLooking *self, LiaisonBreaking *breaking, LiaisonCandidates *found);
void
liaison_find_spokesman (LiaisonLooking *self, LiaisonBreaking *breaking, LiaisonCandidates *found);
void liaison_find_provider (LiaisonLooking *self, LiaisonBreaking *breaking, LiaisonCandidates *found);

G_END_DECLS
