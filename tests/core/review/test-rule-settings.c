/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an exercise sets rules, and findings that are accepted. */
#include "config.h"

#include "rules.h"

/* A late action, whose rule has a threshold. */
static Plan *
make_late (gint32 days)
{
  Plan *plan = plan_new ();
  LiaisonActionData *action = plan_begin (plan, &liaison_action_kind);

  action->due = (gint32) (NOW / 86400) - days;
  plan_add (plan, &liaison_action_kind, action);
  return plan;
}

static void
set_rule (Plan *plan, const char *name, LiaisonRuleSeverity severity, gint64 value)
{
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);
  LiaisonProposal *proposal = liaison_rule_propose_setting (
      liaison_review_find_rule (name),
      liaison_record_get_block (liaison_document_get_exercise (plan->document)), severity, value, NOW);

  g_assert_nonnull (proposal);
  g_assert_true (liaison_editor_commit (editor, proposal, NULL));
}

static void
test_settings (void)
{
  g_autoptr (Plan) plan = make_late (3);
  g_autoptr (GPtrArray) own = find (plan, "action-late");
  const LiaisonBlock *exercise;

  g_assert_cmpuint (own->len, ==, 1);
  g_assert_cmpint (((LiaisonFinding *) own->pdata[0])->severity, ==, LIAISON_SEVERITY_NOTE);
  set_rule (plan, "action-late", LIAISON_RULE_SEVERITY_ERROR, LIAISON_INTEGER_UNSET);
  g_autoptr (GPtrArray) raised = find (plan, "action-late");
  g_assert_cmpint (((LiaisonFinding *) raised->pdata[0])->severity, ==, LIAISON_SEVERITY_ERROR);
  set_rule (plan, "action-late", LIAISON_RULE_SEVERITY_ERROR, 2);
  g_assert_cmpuint (count (plan, "action-late"), ==, 1);
  set_rule (plan, "action-late", LIAISON_RULE_SEVERITY_UNSET, 3);
  g_assert_cmpuint (count (plan, "action-late"), ==, 0);
  set_rule (plan, "action-late", LIAISON_RULE_SEVERITY_OFF, 0);
  g_assert_cmpuint (count (plan, "action-late"), ==, 0);
  /* Its own again: nothing is left of the setting. */
  set_rule (plan, "action-late", LIAISON_RULE_SEVERITY_UNSET, LIAISON_INTEGER_UNSET);
  g_assert_cmpuint (count (plan, "action-late"), ==, 1);
  exercise = liaison_record_get_block (liaison_document_get_exercise (plan->document));
  g_assert_cmpuint (liaison_items_get_size (LIAISON_DATA (Exercise, exercise)->rules), ==, 0);
  g_assert_null (liaison_rule_propose_setting (liaison_review_find_rule ("action-late"), exercise,
                                               LIAISON_RULE_SEVERITY_UNSET, LIAISON_INTEGER_UNSET,
                                               NOW));
}

/* How many findings there are, and how many accepted. */
static void
assert_accepted (Plan *plan, gint64 now, guint open, guint accepted)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (GPtrArray) taken = NULL;
  g_autoptr (GPtrArray) left = liaison_review_run_all (snapshot, now, &taken, NULL);
  guint late = 0;

  for (guint i = 0; i < left->len; i++)
    late += strcmp (((LiaisonFinding *) left->pdata[i])->rule, "action-late") == 0;
  g_assert_cmpuint (late, ==, open);
  g_assert_cmpuint (taken->len, ==, accepted);
}

static void
test_acceptance (void)
{
  g_autoptr (Plan) plan = make_late (3);
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);
  g_autoptr (GPtrArray) findings = find (plan, "action-late");
  const LiaisonFinding *finding = findings->pdata[0];
  gint32 today = (gint32) (NOW / 86400);
  LiaisonRecord *record;

  assert_accepted (plan, NOW, 1, 0);
  g_assert_true (liaison_editor_commit (
      editor,
      liaison_acceptance_propose (finding, "Agreed & done", g_intern_string ("en"), "K. Nordhagen", NOW,
                                  NULL, today + 1),
      NULL));
  assert_accepted (plan, NOW, 0, 1);
  assert_accepted (plan, NOW + 86400, 0, 1);
  assert_accepted (plan, NOW + 2 * 86400, 1, 0); /* to be looked at again */

  /* The date changes, so the sentence does, and it is back. */
  record = liaison_document_find (plan->document, finding->records[0]);
  LiaisonProposal *proposal = liaison_proposal_new ("Test");
  gint32 due = today - 2;
  liaison_proposal_set_field (proposal, liaison_record_get_block (record),
                              LIAISON_FIELD (Action, due), &due);
  g_assert_true (liaison_editor_commit (editor, proposal, NULL));
  assert_accepted (plan, NOW, 1, 0);
  g_assert_true (liaison_editor_undo (editor, NULL));
  assert_accepted (plan, NOW, 0, 1);

  /* Taken back. */
  LiaisonTable *table
      = liaison_document_get_table (plan->document, LIAISON_KIND_ACCEPTED_FINDING);
  g_assert_cmpuint (liaison_table_get_size (table), ==, 1);
  g_assert_true (liaison_editor_commit (
      editor,
      liaison_acceptance_propose_end (liaison_record_get_block (liaison_table_get (table, 0))),
      NULL));
  assert_accepted (plan, NOW, 1, 0);
}

static void
test_keys_differ (void)
{
  g_autoptr (LiaisonFinding) a = liaison_finding_new ("rule", LIAISON_SEVERITY_NOTE, "x");
  g_autoptr (LiaisonFinding) b = liaison_finding_new ("rule", LIAISON_SEVERITY_ERROR, "{n}");
  g_autofree char *one = liaison_finding_make_key (a), *two = liaison_finding_make_key (b);

  /* Severity and wording are not what a finding is. */
  g_assert_cmpstr (one, ==, two);
  liaison_finding_take_operand (b, liaison_operand_integer ("n", 1));
  g_autofree char *three = liaison_finding_make_key (b);
  g_assert_cmpstr (two, !=, three);
  /* Nor is what only its fix speaks of. */
  liaison_finding_take_operand (b, liaison_operand_integer ("free", 1));
  g_autofree char *same = liaison_finding_make_key (b);
  g_assert_cmpstr (three, ==, same);
  liaison_finding_add_record (a, plan_id (1));
  g_autofree char *four = liaison_finding_make_key (a);
  g_assert_cmpstr (one, !=, four);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/settings", test_settings);
  g_test_add_func ("/review/acceptance", test_acceptance);
  g_test_add_func ("/review/acceptance/keys", test_keys_differ);
  return g_test_run ();
}
