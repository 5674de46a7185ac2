/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Withdrawal: what breaks in a plan if somebody or something that it counts on is not there, by
 * date, with what could take its place.
 *
 * A nation goes with its people, units, posts, sites, packs and requests; agreements that are left
 * with one party fail; a circuit goes with either end; a site with the sites in it, and with the
 * agreement on its use where that is what is asked about. What goes is
 * marked, not deleted: a nation withdrawn, people cancelled, posts closed, sites lost. */
#pragma once

#include "edit/proposal.h"
#include "record/finding.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

/* Of what may go. */
#define LIAISON_WITHDRAWAL_TARGETS                                                                 \
  (LIAISON_TARGET (NATION) | LIAISON_TARGET (GROUP) | LIAISON_TARGET (PARTICIPANT)                 \
   | LIAISON_TARGET (POST) | LIAISON_TARGET (SITE) | LIAISON_TARGET (CHANNEL)                      \
   | LIAISON_TARGET (AGREEMENT))

typedef struct
{
  LiaisonId record; /* of one of the kinds above */
  gint64 from;      /* Unix s: it is not there from then on; what is over by then does not count */
  gint64 until;     /* Unix s: it is there again; LIAISON_WITHDRAWAL_FOR_GOOD: never */
} LiaisonWithdrawalOptions;
#define LIAISON_WITHDRAWAL_FOR_GOOD G_MAXINT64

/* What sort of thing breaks. */
typedef enum
{
  LIAISON_BREAK_UNSET,
  LIAISON_BREAK_PEOPLE,
  LIAISON_BREAK_EVENT,
  LIAISON_BREAK_INJECT,
  LIAISON_BREAK_SITE,
  LIAISON_BREAK_LIAISON,
  LIAISON_BREAK_LANGUAGE,
  LIAISON_BREAK_CHANNEL,
  LIAISON_BREAK_AGREEMENT,
  LIAISON_BREAK_INFORMATION,
  LIAISON_BREAK_PACK,
  LIAISON_BREAK_SUPPORT,
  LIAISON_BREAK_TASK,
} LiaisonBreakType;
extern const LiaisonChoices liaison_break_types;

/* Who or what could step in. */
typedef struct
{
  LiaisonId record;
  const char *sentence; /* static msgid: why it fits */
  GArray *operands;     /* of LiaisonOperand, or NULL. Owned */
  GArray *edits;        /* of LiaisonFixEdit. Owned */
} LiaisonSubstitute;

#define LIAISON_NO_SUBSTITUTE G_MAXUINT

/* One thing that breaks. */
typedef struct
{
  LiaisonBreakType type;
  LiaisonSeverity severity;
  LiaisonId record;      /* what breaks */
  gint64 when;           /* Unix s: when it is first missed; LIAISON_BREAK_NO_DATE: no date is known */
  const char *sentence;  /* static msgid */
  GArray *operands;      /* of LiaisonOperand. Owned */
  GArray *edits;         /* of LiaisonFixEdit: what becomes of it where nothing steps in; may be
                            empty. Owned */
  GArray *substitutes;   /* of LiaisonSubstitute, the best first. Owned */
  guint preferred;       /* the one to begin with, or LIAISON_NO_SUBSTITUTE */
  gboolean partly;       /* it recurs, and has been there before: no edit can tell the parts apart */
} LiaisonBreak;
#define LIAISON_BREAK_NO_DATE G_MAXINT64

typedef struct
{
  LiaisonWithdrawalOptions options;
  LiaisonSnapshot *snapshot; /* the plan as it is. Owned */
  GPtrArray *breaks;         /* of LiaisonBreak, by date, then the worst first. Owned */
  guint counts[3];           /* of breaks by severity */
  guint n_lost;              /* records that go themselves */
} LiaisonWithdrawal;

/* Looks at a plan as if @options->record were not there. Any thread. NULL where there is no such
 * record, or it is of another kind. Transfer full. */
LiaisonWithdrawal *liaison_withdrawal_new (LiaisonSnapshot *snapshot,
                                           const LiaisonWithdrawalOptions *options);
void liaison_withdrawal_free (LiaisonWithdrawal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonWithdrawal, liaison_withdrawal_free)

/* What is to be done about one break. */
typedef struct
{
  gboolean left; /* nothing: it stays as it is */
  guint substitute; /* or LIAISON_NO_SUBSTITUTE: what breaks is cleared, closed, cancelled */
} LiaisonBreakChoice;

/* The plan afterwards. @choices: one for each break; NULL: the preferred substitutes. Transfer full. */
LiaisonSnapshot *liaison_withdrawal_apply (const LiaisonWithdrawal *self,
                                           const LiaisonBreakChoice *choices);
/* The same as edits of one proposal. How many edits there are. */
guint liaison_withdrawal_propose (const LiaisonWithdrawal *self,
                                  const LiaisonBreakChoice *choices,
                                  LiaisonProposal *proposal);

G_END_DECLS
