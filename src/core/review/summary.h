/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a planner wants to know of a plan at a glance. */
#pragma once

#include "record/snapshot.h"
#include "record/times.h"

G_BEGIN_DECLS

typedef struct
{
  LiaisonTimeState startex_state, endex_state;
  gint64 startex, endex;         /* Unix s, when known */
  LiaisonId next_conference;     /* the first to begin after now; zero: none */
  gint64 next_conference_start;  /* Unix s */
  guint counts[LIAISON_N_KINDS]; /* records of each kind */
  guint people;                  /* participants that are persons */
  GArray *open_actions;          /* of LiaisonId: not done and not dropped, earliest due first; late ones lead */
  guint late_actions;            /* how many of them were due before today */
} LiaisonSummary;

/* @now in Unix s, @offset of the reader's zone in s, for what "today" is. @lookup is asked what times hang on: that of the
 * snapshot, or of the document that it was just taken of, which need not be made first. The caller clears it. */
void liaison_summary_take (LiaisonSummary        *self,
                           const LiaisonSnapshot *snapshot,
                           const LiaisonLookup   *lookup,
                           gint64                 now,
                           gint32                 offset);
void liaison_summary_clear (LiaisonSummary *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonSummary, liaison_summary_clear)

/* The day an action is due, of its own or of the event it is due at; FALSE when neither says. @day since 1970. */
gboolean liaison_action_get_due (const LiaisonLookup *lookup, const LiaisonBlock *action, gint32 *day);

/* Whether its owner goes by @name, the name a person has given themself, in whatever language; case and accents count. */
gboolean liaison_action_is_owned_by (const LiaisonLookup *lookup, const LiaisonBlock *action, const char *name);

G_END_DECLS
