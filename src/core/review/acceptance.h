/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings that a planner has accepted with a reason.
 *
 * An acceptance is a record of the plan. It holds for the finding of the same rule about the same
 * records, field and operands: when one of the two events moves, the sentence says something else,
 * and the finding is back. It may end on a day, after which it is to be looked at again. */
#pragma once

#include "edit/proposal.h"
#include "record/finding.h"
#include "record/kinds/accepted-finding.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

/* What tells the finding from all others: a SHA-256 in hexadecimal digits. The caller's. */
char *liaison_finding_make_key (const LiaisonFinding *finding);

/* A finding that is accepted, and by which record. */
typedef struct
{
  LiaisonFinding *finding;     /* owned */
  const LiaisonBlock *record;  /* an AcceptedFinding; owned */
} LiaisonAcceptance;

void liaison_acceptance_free (LiaisonAcceptance *self);

/* Takes out of @findings those that the plan accepts on @today (days since 1970-01-01). An array of
 * LiaisonAcceptance in the order of the findings. Transfer full. */
GPtrArray *liaison_acceptances_take_out (const LiaisonSnapshot *snapshot, gint32 today, GPtrArray *findings);

/* The edits that accept a finding. @language is that of @reason; @author may be NULL; @now in Unix s; @zone (NULL: UTC) is the
 * planner's; @until LIAISON_DATE_UNSET: for good. */
LiaisonProposal *liaison_acceptance_propose (const LiaisonFinding *finding, const char *reason, const char *language, const char *author, gint64 now, const char *zone,
                                             gint32 until);
/* The same for several findings with one reason, as one edit. */
LiaisonProposal *liaison_acceptance_propose_all (LiaisonFinding *const *findings, guint n,
                                                 const char *reason, const char *language, const char *author, gint64 now,
                                                 const char *zone, gint32 until);
/* The edit that takes an acceptance back. */
LiaisonProposal *liaison_acceptance_propose_end (const LiaisonBlock *record);

G_END_DECLS
