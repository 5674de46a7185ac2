/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the review share. */
#pragma once

#include "record/document.h"
#include "review/review.h"
#include "review/settings.h"
#include "schedule/conflict-index.h"

G_BEGIN_DECLS

/* The pool of the parts of one event. */
typedef struct
{
  guint resource, owner, pool;
} LiaisonSharedPool;

/* What rules ask for, each made when it is first asked for. */
struct _LiaisonReviewShared
{
  LiaisonBookings *bookings;
  LiaisonCalendars *calendars;
  LiaisonTravel *travel;
  GArray *pools;      /* of LiaisonSharedPool, by resource and owner */
  GHashTable *duties; /* LiaisonBlock * of a person -> GArray of LiaisonDuty (rules/presence.h) */
  GHashTable *shifts; /* LiaisonId of a person -> GArray of LiaisonDuty: at posts only */
  guint near;         /* the place of the event that was asked for last */

  /* Borrowed. Where few records are looked at: when events are, and who refers to whom. */
  const LiaisonConflictIndex *conflicts;
  LiaisonDocument *document;
  gboolean all; /* whatever the number of findings */
};

void liaison_review_shared_clear (struct _LiaisonReviewShared *self);
/* The time that calendars are made for: whole spells of two months, so that it seldom differs. */
void liaison_review_get_span (LiaisonReview *review, gint64 *from, gint64 *until);

/* Begins with a rule and ends with it; the setting says how. */
void liaison_review_begin (LiaisonReview *review, const LiaisonRule *rule, const LiaisonRuleSetting *setting);
void liaison_review_end (LiaisonReview *review, const LiaisonRuleSetting *setting, guint first);
/* The note that @count findings of the rule are not listed. Transfer full. */
LiaisonFinding *liaison_review_note_omitted (const LiaisonSnapshot *snapshot, const LiaisonRule *rule, guint count);
/* Worst first; else as they are. */
void liaison_review_sort (GPtrArray *findings);
/* The day it is where the exercise is. */
gint32 liaison_review_get_day (const LiaisonSnapshot *snapshot, gint64 now);

G_END_DECLS
