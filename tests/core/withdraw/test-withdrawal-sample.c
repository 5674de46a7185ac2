/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every withdrawal that the sample allows: what is proposed is what is applied, and one undo takes
 * all of it back. */
#include "config.h"

#include "withdraw/withdrawal.h"

#include "edit/difference.h"
#include "edit/editor.h"
#include "record/kinds/nation.h"
#include "store/plan.h"

/* 28 November 2026, 00:00 Zulu. */
#define FROM G_GINT64_CONSTANT (1795824000)

static gint64
now_cb (gpointer data)
{
  return FROM * 1000;
}

static LiaisonPlan *
load (void)
{
  const char *path = g_getenv ("LIAISON_TEST_SAMPLE");
  g_autoptr (GError) error = NULL;
  LiaisonPlan *plan = liaison_plan_load (path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

static void
assert_same (const LiaisonSnapshot *a, const LiaisonSnapshot *b)
{
  g_autoptr (LiaisonEditGroup) difference = liaison_difference_new (a, b);

  g_assert_cmpuint (difference->edits->len, ==, 0);
}

static void
try_one (LiaisonDocument *document, LiaisonEditor *editor, LiaisonId record, gint64 until)
{
  const LiaisonWithdrawalOptions options = { record, FROM, until };
  g_autoptr (LiaisonSnapshot) before = liaison_document_get_snapshot (document);
  g_autoptr (LiaisonWithdrawal) found = liaison_withdrawal_new (before, &options);
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new ("Withdraw");
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (found);
  g_autoptr (LiaisonSnapshot) wanted = liaison_withdrawal_apply (found, NULL);
  guint n = liaison_withdrawal_propose (found, NULL, proposal);
  g_assert_true (liaison_editor_commit (editor, proposal, &error));
  g_assert_no_error (error);
  g_autoptr (LiaisonSnapshot) after = liaison_document_get_snapshot (document);
  assert_same (wanted, after);
  if (n == 0 || !liaison_editor_can_undo (editor))
    return;
  guint skipped = 0;
  liaison_editor_undo (editor, &skipped);
  g_assert_cmpuint (skipped, ==, 0);
  g_autoptr (LiaisonSnapshot) back = liaison_document_get_snapshot (document);
  assert_same (before, back);
}

static void
test_all (void)
{
  g_autoptr (LiaisonPlan) plan = load ();
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, now_cb, NULL);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  guint tried = 0;

  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      guint n;
      const LiaisonBlock *const *blocks = liaison_snapshot_get (snapshot, kind, &n);
      for (guint i = 0; ((LIAISON_WITHDRAWAL_TARGETS >> kind) & 1) != 0 && i < n; i++, tried++)
        {
          try_one (plan->document, editor, blocks[i]->id, LIAISON_WITHDRAWAL_FOR_GOOD);
          try_one (plan->document, editor, blocks[i]->id, FROM + 350 * 86400);
        }
    }
  g_assert_cmpuint (tried, >, 200);
}

/* What people see in the sample: the interpreter, the conference abroad, the bilateral letters. */
static void
test_known (void)
{
  static const struct
  {
    const char *code;
    LiaisonBreakType type;
    const char *sentence;
  } known[] = {
    { "FR", LIAISON_BREAK_LANGUAGE, "nobody interprets" },
    { "FR", LIAISON_BREAK_EVENT, "no place" },
    { "FR", LIAISON_BREAK_EVENT, "no chair" },
    { "FR", LIAISON_BREAK_AGREEMENT, "one party" },
    { "FR", LIAISON_BREAK_LIAISON, "does not come" },
    { "FR", LIAISON_BREAK_CHANNEL, "far end" },
    { "FR", LIAISON_BREAK_INFORMATION, "recall it" },
    { "FR", LIAISON_BREAK_PACK, "no reader" },
    { "CA", LIAISON_BREAK_SUPPORT, "provided by" },
    { "JO", LIAISON_BREAK_AGREEMENT, "one party" },
  };
  g_autoptr (LiaisonPlan) plan = load ();
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      const LiaisonBlock *nation = liaison_lookup_find_nation (&lookup, known[i].code);
      const LiaisonWithdrawalOptions options
          = { nation->id, FROM, LIAISON_WITHDRAWAL_FOR_GOOD };
      g_autoptr (LiaisonWithdrawal) found = liaison_withdrawal_new (snapshot, &options);
      gboolean there = FALSE;
      for (guint k = 0; k < found->breaks->len; k++)
        {
          const LiaisonBreak *each = found->breaks->pdata[k];
          there |= each->type == known[i].type && g_strstr_len (each->sentence, -1, known[i].sentence) != NULL;
        }
      if (!there)
        g_error ("%s: nothing says “%s”", known[i].code, known[i].sentence);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/withdraw/sample/all", test_all);
  g_test_add_func ("/withdraw/sample/known", test_known);
  return g_test_run ();
}
