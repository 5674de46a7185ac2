/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for a recurrence rule: typed as iCalendar spells it, or put together in a popover; told in
 * words below. */
#pragma once

#include "shared/field-typed.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FIELD_RULE_ROW (liaison_field_rule_row_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonFieldRuleRow, liaison_field_rule_row, LIAISON, FIELD_RULE_ROW, LiaisonFieldTyped)

/* Whether the field holds such a rule. */
gboolean liaison_field_rule_is_for (const LiaisonField *field);
/* Sets the rule of what the row is about; NULL: it does not repeat. */
gboolean liaison_field_rule_row_set_rule (LiaisonFieldRuleRow *self, const char *rule);

G_END_DECLS
