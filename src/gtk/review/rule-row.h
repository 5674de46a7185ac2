/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One rule with its severity, and below it, where there is one, its threshold and the reason why it was set. */
#pragma once

#include "session.h"

#include "review/review.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_RULE_ROW (liaison_rule_row_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonRuleRow, liaison_rule_row, LIAISON, RULE_ROW, AdwExpanderRow)

GtkWidget *liaison_rule_row_new (LiaisonSession *session, const LiaisonRule *rule);
const LiaisonRule *liaison_rule_row_get_rule (LiaisonRuleRow *self);
/* Shows what the exercise says now, and how much the rule has found. */
void liaison_rule_row_update (LiaisonRuleRow *self, guint findings, guint accepted);

G_END_DECLS
