/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plan.h"

#include "edit/editor.h"
#include "schedule/scenario-clock.h"
#include "schedule/workflow.h"

#define NOW (PLAN_STARTEX + 1234)

static gint64
now_cb (gpointer data)
{
  return NOW * 1000;
}

static LiaisonId
add_inject (Plan *plan, LiaisonInjectStatus status)
{
  LiaisonInjectData *inject = plan_begin (plan, &liaison_inject_kind);

  inject->status = status;
  return plan_add (plan, &liaison_inject_kind, inject);
}

static const LiaisonBlock *
block_of (Plan *plan, LiaisonId id)
{
  return liaison_record_get_block (liaison_document_find (plan->document, id));
}

static gboolean
commit (LiaisonEditor *editor, LiaisonProposal *proposal)
{
  g_autoptr (LiaisonProposal) taken = proposal;
  return liaison_editor_commit (editor, taken, NULL);
}

/* Where each status goes, and where it came from. */
static void
test_way (void)
{
  static const LiaisonInjectStatus steps[][3] = {
    { LIAISON_INJECT_STATUS_UNSET, LIAISON_INJECT_STATUS_DRAFT, LIAISON_INJECT_STATUS_UNSET },
    { LIAISON_INJECT_STATUS_DRAFT, LIAISON_INJECT_STATUS_REVIEW, LIAISON_INJECT_STATUS_UNSET },
    { LIAISON_INJECT_STATUS_REVIEW, LIAISON_INJECT_STATUS_APPROVED, LIAISON_INJECT_STATUS_DRAFT },
    { LIAISON_INJECT_STATUS_APPROVED, LIAISON_INJECT_STATUS_RELEASED,
      LIAISON_INJECT_STATUS_REVIEW },
    { LIAISON_INJECT_STATUS_HELD, LIAISON_INJECT_STATUS_APPROVED, LIAISON_INJECT_STATUS_REVIEW },
    { LIAISON_INJECT_STATUS_RELEASED, LIAISON_INJECT_STATUS_COMPLETED,
      LIAISON_INJECT_STATUS_APPROVED },
    { LIAISON_INJECT_STATUS_COMPLETED, LIAISON_INJECT_STATUS_UNSET,
      LIAISON_INJECT_STATUS_RELEASED },
    { LIAISON_INJECT_STATUS_CANCELLED, LIAISON_INJECT_STATUS_UNSET, LIAISON_INJECT_STATUS_DRAFT },
    { LIAISON_INJECT_STATUS_RETIRED, LIAISON_INJECT_STATUS_UNSET, LIAISON_INJECT_STATUS_DRAFT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_assert_cmpint (liaison_workflow_get_next (steps[i][0]), ==, steps[i][1]);
      g_assert_cmpint (liaison_workflow_get_previous (steps[i][0]), ==, steps[i][2]);
    }
}

/* Who and when is noted on the way and taken away again; a selection goes in one group. */
static void
test_notes (void)
{
  Plan *plan = plan_new ();
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, now_cb, NULL);
  LiaisonId ids[] = { add_inject (plan, LIAISON_INJECT_STATUS_REVIEW),
                      add_inject (plan, LIAISON_INJECT_STATUS_APPROVED) };
  const LiaisonWorkflowHand hand = { "A. Berg", NOW, NULL };
  const LiaisonBlock *blocks[2];
  const LiaisonInjectData *first, *second;

  for (guint i = 0; i < 2; i++)
    blocks[i] = block_of (plan, ids[i]);
  g_assert_true (commit (editor, liaison_workflow_step (blocks, 2, FALSE, &hand)));
  first = LIAISON_DATA (Inject, block_of (plan, ids[0]));
  second = LIAISON_DATA (Inject, block_of (plan, ids[1]));
  g_assert_cmpint (first->status, ==, LIAISON_INJECT_STATUS_APPROVED);
  g_assert_cmpstr (first->approved_by, ==, "A. Berg");
  g_assert_cmpint (first->approved, ==, NOW / 86400);
  g_assert_cmpint (first->actual.form, ==, LIAISON_INSTANT_UNSET);
  g_assert_cmpint (second->status, ==, LIAISON_INJECT_STATUS_RELEASED);
  g_assert_cmpint (second->actual.seconds, ==, NOW / 60 * 60);
  g_assert_cmpuint (liaison_editor_get_history (editor)->len, ==, 1);

  for (guint i = 0; i < 2; i++)
    blocks[i] = block_of (plan, ids[i]);
  g_assert_true (commit (editor, liaison_workflow_step (blocks, 2, TRUE, &hand)));
  first = LIAISON_DATA (Inject, block_of (plan, ids[0]));
  second = LIAISON_DATA (Inject, block_of (plan, ids[1]));
  g_assert_cmpint (first->status, ==, LIAISON_INJECT_STATUS_REVIEW);
  g_assert_null (first->approved_by);
  g_assert_cmpint (first->approved, ==, LIAISON_DATE_UNSET);
  g_assert_cmpint (second->status, ==, LIAISON_INJECT_STATUS_APPROVED);
  g_assert_cmpint (second->actual.form, ==, LIAISON_INSTANT_UNSET);
  plan_free (plan);
}

/* Nothing to do is no proposal; other kinds are left alone. */
static void
test_nothing (void)
{
  Plan *plan = plan_new ();
  LiaisonId id = add_inject (plan, LIAISON_INJECT_STATUS_COMPLETED);
  LiaisonId event = plan_add (plan, &liaison_event_kind, plan_begin (plan, &liaison_event_kind));
  const LiaisonWorkflowHand hand = { NULL, NOW, NULL };
  const LiaisonBlock *blocks[] = { block_of (plan, id), block_of (plan, event) };

  g_assert_null (liaison_workflow_step (blocks, 2, FALSE, &hand));
  g_assert_null (liaison_workflow_set (blocks, 2, LIAISON_INJECT_STATUS_COMPLETED, &hand));
  plan_free (plan);
}

static void
test_players (void)
{
  Plan *plan = plan_new ();
  LiaisonEventData *event = plan_begin (plan, &liaison_event_kind);

  g_assert_true (liaison_workflow_is_for_players (&event->block));
  event->hidden = TRUE;
  g_assert_false (liaison_workflow_is_for_players (&event->block));
  liaison_block_unref (&event->block);
  for (guint i = 0; i < liaison_inject_statuses.n; i++)
    g_assert_cmpint (liaison_workflow_is_for_players (
                         block_of (plan, add_inject (plan, (LiaisonInjectStatus) i))),
                     ==,
                     i == LIAISON_INJECT_STATUS_RELEASED || i == LIAISON_INJECT_STATUS_COMPLETED);
  plan_free (plan);
}

/* Time in the scenario runs from STARTEX on, at its own speed. */
static void
test_clock (void)
{
  Plan *plan = plan_new ();
  LiaisonLookup lookup = liaison_document_get_lookup (plan->document);
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, now_cb, NULL);
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&lookup);
  LiaisonProposal *proposal = liaison_proposal_new ("test");
  LiaisonInstant start;
  gint64 seconds, rate = 300;

  g_assert_false (liaison_scenario_clock_at (&lookup, PLAN_STARTEX, &seconds, NULL));
  g_assert_true (liaison_scenario_elapsed_at (&lookup, PLAN_STARTEX - 60, &seconds));
  g_assert_cmpint (seconds, ==, -60);
  liaison_instant_from_unix (1000000020, NULL, &start);
  liaison_proposal_set_field (proposal, exercise, LIAISON_FIELD (Exercise, scenario_start), &start);
  g_assert_true (commit (editor, proposal));
  g_assert_true (liaison_scenario_clock_at (&lookup, PLAN_STARTEX + 90, &seconds, NULL));
  g_assert_cmpint (seconds, ==, 1000000110);
  proposal = liaison_proposal_new ("test");
  exercise = liaison_lookup_get_exercise (&lookup);
  liaison_proposal_set_field (proposal, exercise, LIAISON_FIELD (Exercise, scenario_rate), &rate);
  g_assert_true (commit (editor, proposal));
  g_assert_true (liaison_scenario_clock_at (&lookup, PLAN_STARTEX + 90, &seconds, NULL));
  g_assert_cmpint (seconds, ==, 1000000290);
  g_assert_true (liaison_scenario_clock_at (&lookup, PLAN_STARTEX - 90, &seconds, NULL));
  g_assert_cmpint (seconds, ==, 999999750);
  plan_free (plan);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/workflow/way", test_way);
  g_test_add_func ("/schedule/workflow/notes", test_notes);
  g_test_add_func ("/schedule/workflow/nothing", test_nothing);
  g_test_add_func ("/schedule/workflow/players", test_players);
  g_test_add_func ("/schedule/scenario-clock", test_clock);
  return g_test_run ();
}
