/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The review: looks at a whole plan and returns findings, changing nothing. */
#pragma once

#include "record/finding.h"
#include "record/snapshot.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a rule is given, and where it puts what it finds. */
typedef struct
{
  const LiaisonSnapshot *snapshot;
  LiaisonLookup lookup;  /* into the snapshot */
  gint64 now;            /* Unix s */

  /*< private >*/
  const struct _LiaisonRule *rule;
  GPtrArray *findings;
} LiaisonReview;

typedef struct _LiaisonRule LiaisonRule;
struct _LiaisonRule
{
  const char *name;        /* for machines and for accepting: "anchor-circle" */
  LiaisonSeverity severity;
  const char *title;       /* msgid: the heading findings of it stand under */
  const char *explanation; /* msgid: why it matters and what to do */
  void (*run) (LiaisonReview *review);
};

/* All rules, in the order findings of one severity are listed. */
const LiaisonRule *const *liaison_review_get_rules (guint *n);
const LiaisonRule *liaison_review_find_rule (const char *name);

/* The findings of all rules, worst first. Runs in any thread. NULL only when cancelled. Transfer full. */
GPtrArray *liaison_review_run (const LiaisonSnapshot *snapshot, gint64 now, GCancellable *cancellable);

/* For rules: a finding of the rule that runs, about @record, filed. Add to it what it needs; borrowed. @sentence is a static msgid. */
LiaisonFinding *liaison_review_add (LiaisonReview *review, const LiaisonBlock *record, const char *field, const char *sentence);
/* For rules that look at each record of each kind. */
void liaison_review_foreach (LiaisonReview *review, void (*func) (LiaisonReview *review, const LiaisonBlock *block));

G_END_DECLS
