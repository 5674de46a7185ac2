/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the session share. */
#pragma once

#include "session.h"

#include "review/fixes.h"
#include "review/review-index.h"
#include "refused-texts.h"
#include "store/plan-journal.h"

G_BEGIN_DECLS

struct _LiaisonSession
{
  GObject parent_instance;

  /* Owned */
  LiaisonPlan *plan;
  LiaisonEditor *editor;
  LiaisonSelection *selection;
  LiaisonWords *words;
  char *path;
  char *draft;                  /* where the plan lives while it has no path of its own, or NULL */
  LiaisonPlanJournal *journal;  /* NULL when none could be begun */
  GListStore *findings;         /* of LiaisonFindingItem */
  GListStore *accepted;         /* of LiaisonFindingItem with their acceptance */
  LiaisonRefusedTexts *refused;
  GCancellable *review;         /* of the review under way, or NULL */
  LiaisonReviewIndex *index;    /* the findings as they follow each edit, or NULL */
  LiaisonFixes *fixes;          /* of the plan as it is, or NULL */

  guint review_source;          /* waits for the edits to pause */
  gboolean saving;
  gboolean indexed;             /* who refers to whom is worked out, or being so, */
  gboolean knows_uses;          /* and is known */
};

/* Emits "problem" with @error as details. Takes @error. */
void liaison_session_report (LiaisonSession *self, const char *what, GError *error);

/* Follows an edit with the findings. */
void liaison_session_follow_review (LiaisonSession *self, const LiaisonChange *changes, guint n);
/* Asks for a new review soon; drops the one under way. */
void liaison_session_queue_review (LiaisonSession *self);
void liaison_session_stop_review (LiaisonSession *self);

/* Works out in a thread who refers to whom, so that the first question finds the answer ready: it takes a second for 100,000 events. */
void liaison_session_index_uses (LiaisonSession *self);

void liaison_session_notify_saving (LiaisonSession *self, gboolean saving);
void liaison_session_set_path (LiaisonSession *self, const char *path);

G_END_DECLS
