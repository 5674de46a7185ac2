/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning tests in bulk: requirements and nations become test events in free time on the schedule, and
 * assessments that refer to them. */
#pragma once

#include "interoperability/results.h"
#include "words/words.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_TESTS_BY_REQUIREMENT, /* an event for each requirement, with all its nations */
  LIAISON_TESTS_BY_NATION,      /* an event for each nation, with all its requirements */
  LIAISON_TESTS_BY_PAIR,        /* an event for each pair of nations; what is of one alone, for that nation */
} LiaisonTestsBy;

/* What is wished for. */
typedef struct
{
  const LiaisonId *requirements; /* chapters stand for what is in them; none: all used */
  guint n_requirements;
  const char *const *nations; /* interned codes */
  guint n_nations;
  LiaisonTestsBy by;
  gboolean again;     /* also where there is a result already */
  LiaisonId site;     /* zero: none */
  gint32 first, last; /* days in `zone` */
  gint64 opens, closes; /* s after midnight, on the wall of `zone` */
  const char *zone;     /* IANA; NULL: UTC */
  gint64 length;        /* s that each event takes */
} LiaisonTestWishes;

/* What an assessment of an event is of. */
typedef struct
{
  const LiaisonBlock *requirement;
  const char *nation, *other; /* interned; other NULL: of the nation alone */
  const LiaisonBlock *present; /* the assessment that waits for its test, or NULL: a new one is made */
} LiaisonTestSubject;

typedef struct
{
  const LiaisonBlock *requirement; /* that it is for, or NULL */
  const char *nation, *other;      /* that it is for, or NULL */
  GArray *subjects;                /* of LiaisonTestSubject */
  LiaisonCodes *nations;           /* that are there */
  gint64 start;                    /* Unix s; G_MAXINT64: there is no free time */
} LiaisonTestEvent;

typedef struct
{
  LiaisonSnapshot *snapshot;
  LiaisonTestWishes wishes; /* site, length and zone; its lists are not kept */
  GPtrArray *events;        /* of LiaisonTestEvent, in the order of requirements or nations */
  guint n_placed, n_subjects;
} LiaisonTestEvents;

/* Finds a time for each: within the hours and days, when the site is free and open, no other event of at most a
 * day has one of the nations, and none of them has a day off. Any thread. */
LiaisonTestEvents *liaison_test_events_new (LiaisonSnapshot *snapshot,
                                            const LiaisonTestWishes *wishes);
void liaison_test_events_free (LiaisonTestEvents *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonTestEvents, liaison_test_events_free)

/* What an event is called, in the words given. Transfer full. */
char *liaison_test_events_tell (const LiaisonTestEvent *event,
                                const LiaisonSnapshot *snapshot,
                                LiaisonWords *words);

/* An unshared block with an id, a serial and a marking. Transfer full. */
typedef LiaisonBlock *(*LiaisonNewBlockFunc) (const LiaisonKind *kind, gpointer data);
/* One proposal of all that found a time; titles in the language of @words. NULL: there are none. */
LiaisonProposal *liaison_test_events_propose (const LiaisonTestEvents *self,
                                              LiaisonWords *words,
                                              LiaisonNewBlockFunc new_block,
                                              gpointer data);

G_END_DECLS
