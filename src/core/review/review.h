/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The review: looks at a whole plan and returns findings, changing nothing. */
#pragma once

#include "record/document.h"
#include "record/finding.h"
#include "record/snapshot.h"
#include "review/alike.h"
#include "schedule/bookings.h"
#include "schedule/calendar.h"
#include "schedule/travel.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a rule is given, and where it puts what it finds. */
typedef struct
{
  const LiaisonSnapshot *snapshot;
  LiaisonLookup lookup;  /* into the snapshot */
  gint64 now;            /* Unix s */
  gint64 value;          /* the rule's threshold, as the exercise has it */
  gpointer state;        /* what the rule has prepared for itself, or NULL */
  gint64 ground;         /* what its ground says */

  /*< private >*/
  const struct _LiaisonRule *rule;
  GPtrArray *findings;
  const GPtrArray *earlier; /* what the rule found at the record when it looked last; NULL: nothing */
  guint n_passed;           /* of those that were gone through */
  const LiaisonAlike *alike;
  struct _LiaisonReviewShared *shared; /* what the first rule that asks for it has made */
  guint n_listed, n_omitted;  /* of the rule that runs, as it counts with _may_list */
} LiaisonReview;

typedef struct _LiaisonRule LiaisonRule;
struct _LiaisonRule
{
  const char *name;        /* for machines and for accepting: "anchor-circle" */
  LiaisonSeverity severity;
  const char *title;       /* msgid: the heading findings of it stand under */
  const char *explanation; /* msgid: why it matters and what to do */
  void (*run) (LiaisonReview *review);

  /* For rules with a threshold that an exercise may set. */
  gint64 value;
  const char *value_label; /* msgid of what is counted, such as "days"; NULL: there is none */

  /* Looks at one record of @kinds, so that after an edit few have to be looked at again
   * (review-index.h); without run, each of them is looked at. What both find is the same. That is right only if all else it looks at is the exercise and what
   * follows from the times of those records. Sets are LIAISON_TARGET () of kinds. */
  void (*look) (LiaisonReview *review, const LiaisonBlock *block);
  guint64 kinds;
  guint64 reach;      /* what the record refers to, of these kinds, */
  guint64 referrers;  /* what of these kinds refers to the record, */
  guint64 beyond;     /* or to one of these kinds that in turn refers to it, */
  gboolean follows_conflicts; /* nothing but who asks for the record at once; then, without the others, */
  /* Whether the rule may say something else because a record that it looks at from another one, or
   * of those kinds, is another now. NULL: it may. */
  gboolean (*matters) (const LiaisonBlock *before, const LiaisonBlock *after);
  /* The same where such a record came or went or, @followed, where it is as it was and only hangs on one that is
   * another. NULL: it may. */
  gboolean (*concerns) (const LiaisonBlock *block, gboolean followed);
  guint64 reads;      /* and any record of these kinds. Of a rule with run: all that it looks at; 0:
                       * everything. Of a rule with a ground: they matter by that alone */
  /* Records of one kind with the same key are looked at together. */
  LiaisonKeyFunc key;
  /* What all those looks hang on, as a number: where an edit makes it another one, all are made again. */
  gint64 (*ground) (LiaisonReview *review);
  /* Makes what all those looks share, and takes it apart. */
  gpointer (*prepare) (LiaisonReview *review);
  GDestroyNotify forget;

  /* Adds to a copy of a finding of this rule what would mend it (fixes.h), if anything. */
  void (*fix) (LiaisonReview *review, LiaisonFinding *finding);
};

/* For that: whether the field is another. */
gboolean liaison_review_differs (const LiaisonBlock *before, const LiaisonBlock *after, guint field);
/* Whether somebody may be elsewhere, or at another time: TRUE for all but events that differ in something else. */
gboolean liaison_review_presence_differs (const LiaisonBlock *before, const LiaisonBlock *after);
/* Whether the hours in which a nation works at home are others; TRUE for all but nations. */
gboolean liaison_review_hours_differ (const LiaisonBlock *before, const LiaisonBlock *after);

/* All kinds there are. */
#define LIAISON_TARGET_ALL (~G_GUINT64_CONSTANT (0))

/* All rules, in the order findings of one severity are listed. */
const LiaisonRule *const *liaison_review_get_rules (guint *n);
const LiaisonRule *liaison_review_find_rule (const char *name);

/* The findings of all rules that the exercise has not switched off, worst first, with the severities it has set. Those that were
 * accepted (acceptance.h) are not among them. Runs in any thread. NULL only when cancelled. Transfer full. */
GPtrArray *liaison_review_run (const LiaisonSnapshot *snapshot, gint64 now, GCancellable *cancellable);
/* The same; *@accepted are those accepted, LiaisonAcceptance. Transfer full. */
GPtrArray *liaison_review_run_all (const LiaisonSnapshot *snapshot, gint64 now, GPtrArray **accepted, GCancellable *cancellable);

/* The same with these rules only, accepted or not. */
GPtrArray *liaison_review_run_rules (const LiaisonSnapshot *snapshot, gint64 now, const LiaisonRule *const *chosen, guint n,
                                     GCancellable *cancellable);

/* The most findings that a rule which may find very many lists; a note tells how many more there are. */
#define LIAISON_REVIEW_MAX_LISTED 1000

/* Whether only some records are looked at; then who refers to whom is known. Borrowed. */
gboolean liaison_review_is_partial (const LiaisonReview *review);
LiaisonDocument *liaison_review_get_document (const LiaisonReview *review);
const LiaisonId *liaison_review_get_uses (LiaisonReview *review, const LiaisonBlock *target, guint *n);
/* Then, for rules with a key: the records that have that of the record, it too, in the order of ids. Borrowed. */
const LiaisonId *liaison_review_get_alike (LiaisonReview *review, const LiaisonBlock *block, guint *n);
/* For fixes, and rules that look at the whole plan: its bookings, made once for all rules. Borrowed. */
const LiaisonBookings *liaison_review_get_bookings (LiaisonReview *review);
/* For rules that look at one event: when it takes place. NULL where that is not known, or it does not. Borrowed. */
const LiaisonScheduledEvent *liaison_review_get_event (LiaisonReview *review, const LiaisonBlock *event);

/* The same for each time at which it takes place: a series as bookings count it, or the one. @later: not the first of a
 * series. @func says whether to go on. */
typedef gboolean (*LiaisonOccasionFunc) (LiaisonReview *review,
                                         const LiaisonScheduledEvent *occasion,
                                         LiaisonId site,
                                         gboolean later,
                                         gpointer data);
void liaison_review_foreach_occasion (LiaisonReview *review,
                                      const LiaisonScheduledEvent *event,
                                      LiaisonOccasionFunc func,
                                      gpointer data);
/* The sentence for the one or, with the operand "time", for a later one. */
#define LIAISON_OCCASION(later, once, series) ((later) ? (series) : (once))
/* Adds that operand to what is found about a later one. */
void liaison_review_tell_occasion (LiaisonFinding *finding, const LiaisonScheduledEvent *occasion, gboolean later);

/* For rules that look at one site, participant, post or channel: those that compete for it. */
typedef struct
{
  const LiaisonBlock *resource;
  const LiaisonUse *uses; /* by start, then by id of the events */
  guint n;
  gboolean shared; /* by the parts of one event */
} LiaisonReviewPool;

typedef void (*LiaisonReviewPoolFunc) (LiaisonReview *review, const LiaisonReviewPool *pool, gpointer data);
void liaison_review_foreach_pool (LiaisonReview *review, const LiaisonBlock *resource, LiaisonReviewPoolFunc func,
                                  gpointer data);
/* The event of a use. Borrowed. */
const LiaisonScheduledEvent *liaison_review_get_used_by (LiaisonReview *review, guint event);

/* The same for working calendars over all events and two weeks more, for travel times, and for the day it is in the exercise's
 * zone (days since 1970-01-01). */
LiaisonCalendars *liaison_review_get_calendars (LiaisonReview *review);
const LiaisonTravel *liaison_review_get_travel (LiaisonReview *review);
gint32 liaison_review_get_today (LiaisonReview *review);
/* For rules that may find very many: asked before each finding, which is only added where this says TRUE. */
gboolean liaison_review_may_list (LiaisonReview *review);
/* For rules: a finding of the rule that runs, about @record, filed. Add to it what it needs; borrowed. @sentence is a static msgid. */
LiaisonFinding *liaison_review_add (LiaisonReview *review, const LiaisonBlock *record, const char *field, const char *sentence);
/* For rules that find much at one record: whether the same was found there before, as @is_same says of a finding; then that
 * is filed again, and need not be made. */
gboolean liaison_review_keep (LiaisonReview *review,
                              gboolean (*is_same) (const LiaisonFinding *earlier, gconstpointer data),
                              gconstpointer data);
/* For rules that look at each record of each kind. */
void liaison_review_foreach (LiaisonReview *review, void (*func) (LiaisonReview *review, const LiaisonBlock *block));

G_END_DECLS
