/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the index of findings is made of. */
#pragma once

#include "review/review-index.h"
#include "review/review-private.h"

G_BEGIN_DECLS

#define LIAISON_N_SEVERITIES (LIAISON_SEVERITY_ERROR + 1)

/* What a rule found when it looked at one record. */
typedef struct
{
  LiaisonKindId kind;
  LiaisonId record;
  GPtrArray *findings; /* never empty */
} LiaisonReviewEntry;

/* One rule and all that it has found. */
typedef struct
{
  const LiaisonRule *rule;
  LiaisonRuleSetting setting;
  GArray *entries; /* of LiaisonReviewEntry, in the order of a full look */
  /* As they are listed, by severity; NULL: to be made anew. */
  GPtrArray *standing[LIAISON_N_SEVERITIES];
  GPtrArray *accepted[LIAISON_N_SEVERITIES];
  guint n;         /* of findings */
  gboolean counts; /* it asks before each, and so lists so many at most */
  gint64 ground;   /* what its looks hang on */
  LiaisonAlike *alike; /* of a rule with a key; NULL: none */
} LiaisonReviewFound;

struct _LiaisonReviewIndex
{
  /* Owned */
  LiaisonSnapshot *snapshot; /* follows the document; nobody else's */
  LiaisonConflictIndex *conflicts;
  LiaisonReviewFound *found;
  struct _LiaisonReviewShared shared;

  gint64 now;
  gint64 from, until; /* the time that calendars know of */
  guint n_rules;
};

/* A record that an edit touches: one that changed, or whose time hangs on one that did. */
typedef struct
{
  const LiaisonBlock *before, *after; /* either may be NULL */
} LiaisonTouched;

/* What an edit can matter to. */
typedef struct
{
  const LiaisonReviewIndex *index;
  LiaisonDocument *document;
  GArray *touched;    /* of LiaisonTouched */
  guint64 kinds;      /* of those */
  GHashTable *seen;   /* LiaisonId of those -> itself */
  GArray *alone;      /* of LiaisonId: those; NULL until asked for */
  GArray *referring;  /* those, and what refers to them */
  GArray *referred;   /* what some of those refer to, now or before, and those; made for each rule */
  GArray *alike;      /* those, and what has the key of one, now or before; made for each rule */
  GArray *contested;  /* that more or other events ask for at once than before */
} LiaisonReach;

/* FALSE where that is too much to follow. */
gboolean liaison_reach_take (LiaisonReach *self,
                             const LiaisonReviewIndex *index,
                             LiaisonDocument *document,
                             const LiaisonChange *changes,
                             guint n);
/* Notes the resources of conflicts that came or went. */
void liaison_reach_add_contested (LiaisonReach *self, const GArray *conflicts);
/* Whether what has happened to records of these kinds can matter to the rule. */
gboolean liaison_reach_matters (const LiaisonReach *self, const LiaisonRule *rule, guint64 kinds);
/* Brings up to date which records are alike for the rule, and notes those that were or are alike one that was touched. */
void liaison_reach_take_alike (LiaisonReach *self, LiaisonReviewFound *found);
/* The records that the rule is to look at again; NULL: too many. Borrowed. */
const GArray *liaison_reach_get (LiaisonReach *self, const LiaisonReviewFound *found);
void liaison_reach_clear (LiaisonReach *self);

G_END_DECLS
