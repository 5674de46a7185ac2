/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/settings.h"

#include "record/kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The last item with the rule's name: of two, the one that was added later. */
static const LiaisonRuleSettingData *
find_item (const LiaisonRule *rule, const LiaisonBlock *exercise)
{
  const LiaisonItems *items = LIAISON_DATA (Exercise, exercise)->rules;

  for (guint i = liaison_items_get_size (items); i > 0; i--)
    {
      const LiaisonRuleSettingData *item
          = LIAISON_DATA (RuleSetting, liaison_items_get (items, i - 1));
      if (item->rule != NULL && strcmp (item->rule, rule->name) == 0)
        return item;
    }
  return NULL;
}

LiaisonRuleSetting
liaison_rule_get_setting (const LiaisonRule *rule, const LiaisonBlock *exercise)
{
  static const LiaisonSeverity severities[]
      = { [LIAISON_RULE_SEVERITY_NOTE] = LIAISON_SEVERITY_NOTE,
          [LIAISON_RULE_SEVERITY_WARNING] = LIAISON_SEVERITY_WARNING,
          [LIAISON_RULE_SEVERITY_ERROR] = LIAISON_SEVERITY_ERROR };
  LiaisonRuleSetting setting = { FALSE, TRUE, rule->severity, rule->value, NULL };

  setting.set = find_item (rule, exercise);
  if (setting.set == NULL)
    return setting;
  setting.off = setting.set->severity == LIAISON_RULE_SEVERITY_OFF;
  if (setting.set->severity > LIAISON_RULE_SEVERITY_OFF)
    {
      setting.graded = FALSE;
      setting.severity = severities[setting.set->severity];
    }
  if (rule->value_label != NULL && setting.set->value != LIAISON_INTEGER_UNSET)
    setting.value = setting.set->value;
  return setting;
}

static void
propose_item (LiaisonProposal *proposal, const LiaisonBlock *exercise, LiaisonId id, LiaisonValue value)
{
  LiaisonSlot slot = liaison_slot_item (exercise->id, LIAISON_FIELD (Exercise, rules), id);

  liaison_proposal_take (proposal, &liaison_exercise_kind, &slot, value);
}

static LiaisonRuleSettingData *
make_item (const LiaisonRule *rule, const LiaisonRuleSettingData *before, gint64 now)
{
  LiaisonRuleSettingData *item;

  if (before != NULL)
    return (gpointer) liaison_block_copy (&before->block);
  item = (gpointer) liaison_block_new (&liaison_rule_setting_shape, liaison_id_new (now * 1000));
  item->rule = g_ref_string_new (rule->name);
  return item;
}

LiaisonProposal *
liaison_rule_propose_setting (const LiaisonRule *rule,
                              const LiaisonBlock *exercise,
                              LiaisonRuleSeverity severity,
                              gint64 value,
                              gint64 now)
{
  const LiaisonRuleSettingData *before = find_item (rule, exercise);
  gboolean none = severity == LIAISON_RULE_SEVERITY_UNSET && value == LIAISON_INTEGER_UNSET;

  if (before == NULL ? none : before->severity == (int) severity && before->value == value)
    return NULL;
  LiaisonProposal *proposal = liaison_proposal_new (
      severity == LIAISON_RULE_SEVERITY_OFF ? N_ ("Switch off the rule “{rule}”")
                                            : N_ ("Set the rule “{rule}”"));
  liaison_proposal_take_operand (proposal, liaison_operand_field ("rule", rule->title));
  if (none)
    {
      propose_item (proposal, exercise, before->block.id, (LiaisonValue) LIAISON_VALUE_INIT);
      return proposal;
    }
  LiaisonRuleSettingData *item = make_item (rule, before, now);
  item->severity = (int) severity;
  item->value = value;
  propose_item (proposal, exercise, item->block.id, liaison_value_block (&item->block));
  liaison_block_unref (&item->block);
  return proposal;
}

LiaisonProposal *
liaison_rule_propose_reason (const LiaisonRule *rule,
                             const LiaisonBlock *exercise,
                             const char *language,
                             const char *reason,
                             gint64 now)
{
  const LiaisonRuleSettingData *before = find_item (rule, exercise);
  const char *there = before != NULL ? liaison_text_lookup (before->reason, language) : NULL;

  if (g_strcmp0 (there, *reason != '\0' ? reason : NULL) == 0)
    return NULL;
  LiaisonRuleSettingData *item = make_item (rule, before, now);
  g_autoptr (LiaisonText) text = item->reason;
  g_autoptr (GRefString) string = *reason != '\0' ? g_ref_string_new (reason) : NULL;
  LiaisonProposal *proposal = liaison_proposal_new (N_ ("Say why the rule “{rule}” is set so"));
  item->reason = liaison_text_with (text, language, string);
  liaison_proposal_take_operand (proposal, liaison_operand_field ("rule", rule->title));
  propose_item (proposal, exercise, item->block.id, liaison_value_block (&item->block));
  liaison_block_unref (&item->block);
  return proposal;
}
