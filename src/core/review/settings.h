/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an exercise has set the rules of its review. */
#pragma once

#include "record/kinds/exercise.h"
#include "edit/proposal.h"
#include "review/review.h"

G_BEGIN_DECLS

/* What holds for one rule: its own, or as the exercise says. A plain value. */
typedef struct
{
  gboolean off;
  gboolean graded; /* the rule gives each finding its severity; FALSE: all have `severity` */
  LiaisonSeverity severity;
  gint64 value;    /* its threshold; 0 for rules without one */
  const LiaisonRuleSettingData *set; /* the item that says so, or NULL. Borrowed from @exercise */
} LiaisonRuleSetting;

LiaisonRuleSetting liaison_rule_get_setting (const LiaisonRule *rule, const LiaisonBlock *exercise);

/* The edits that set a rule: @severity UNSET and @value LIAISON_INTEGER_UNSET for its own; both so
 * takes the item away. NULL where that is so already. Give it to the one door. */
LiaisonProposal *liaison_rule_propose_setting (const LiaisonRule *rule,
                                               const LiaisonBlock *exercise,
                                               LiaisonRuleSeverity severity,
                                               gint64 value,
                                               gint64 now);
/* The edits that say why a rule is set as it is; an empty @reason takes that back. NULL where it says so already. */
LiaisonProposal *liaison_rule_propose_reason (const LiaisonRule *rule,
                                              const LiaisonBlock *exercise,
                                              const char *language,
                                              const char *reason,
                                              gint64 now);

G_END_DECLS
