/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan-child STATE PLAN SAVE-EVERY: opens the plan, recovers what a crash left, then edits and
 * saves until it is killed. Prints the number it goes on from, then after each edit that is on the
 * disk its number. */
#include "config.h"

#include "record/kinds.h"
#include "store/plan-journal.h"

#include <stdio.h>
#include <stdlib.h>

/* So many events are kept; older ones are removed. */
#define KEPT 50

static gint64
now_cb (gpointer data)
{
  return 0;
}

static void
check (gboolean good, GError **error, const char *what)
{
  if (good)
    return;
  fprintf (stderr, "plan-child: %s: %s\n", what, *error != NULL ? (*error)->message : "failed");
  exit (2);
}

/* Each edit sets the number in one field and adds an event of that number, in one group. */
static void
edit (LiaisonEditor *editor, gint64 number)
{
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new ("Count on");
  g_autoptr (GError) error = NULL;
  const LiaisonBlock *exercise = liaison_record_get_block (
      liaison_document_get_exercise (liaison_editor_get_document (editor)));
  g_autoptr (LiaisonBlock) event = liaison_block_new (
      &liaison_event_kind.shape, liaison_id_new_from_parts (1000 + number, 0, number));

  liaison_proposal_set_field (proposal, exercise, LIAISON_FIELD (Exercise, scenario_rate), &number);
  liaison_proposal_add_record (proposal, event);
  LiaisonRecord *old =
      liaison_document_find (liaison_editor_get_document (editor),
                             liaison_id_new_from_parts (1000 + number - KEPT, 0, number - KEPT));
  if (number > KEPT)
    {
      check (old != NULL, &error, "an event is missing");
      liaison_proposal_remove_record (proposal, liaison_record_get_block (old));
    }
  check (liaison_editor_commit (editor, proposal, &error), &error, "edit");
}

/* Makes again what the journal of a dead process holds, and has @journal take it over. Only a crash
 * in the midst of just that leaves two of them, of which the younger repeats the older: nothing of
 * it is made. */
static void
recover (LiaisonPlan *plan,
         LiaisonJournalRecovery *orphan,
         LiaisonJournal *journal,
         gboolean oldest)
{
  g_autoptr (GError) error = NULL;
  guint first, skipped;

  check (liaison_journal_recovery_match (orphan, &plan->stamp, &first), &error,
         "a journal knows no such plan");
  guint made = liaison_plan_replay (plan, orphan, first, &skipped);
  check (oldest ? skipped == 0 : made == 0, &error, "an edit does not fit");
  for (; made > 0 && first < liaison_journal_recovery_get_n_entries (orphan); first++)
    liaison_journal_append (journal, liaison_journal_recovery_get_entry (orphan, first));
}

static void
recover_all (LiaisonPlan *plan, GPtrArray *orphans, LiaisonJournal *journal)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < orphans->len; i++)
    recover (plan, orphans->pdata[i], journal, i == 0);
  check (liaison_journal_flush_sync (journal, &error), &error, "flush");
  for (guint i = 0; i < orphans->len; i++)
    check (liaison_journal_recovery_discard (orphans->pdata[i], &error), &error, "discard");
}

static void
save (LiaisonPlan *plan, const char *path, LiaisonPlanJournal *journal)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (GBytes) trail = liaison_trail_freeze (plan->trail);
  g_autoptr (GError) error = NULL;
  guint64 position = liaison_journal_get_position (liaison_plan_journal_get_journal (journal));

  check (liaison_plan_save_with_journal (snapshot, trail, path, &plan->stamp, journal, position,
                                         NULL, &error),
         &error, "save");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonPlan) plan = NULL;
  gint64 number;

  if (argc != 4)
    return 2;
  plan = liaison_plan_load (argv[2], NULL, NULL, NULL, &error);
  check (plan != NULL, &error, "load");
  g_autoptr (GPtrArray) orphans = liaison_journal_find_orphans (argv[1]);
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, now_cb, NULL);
  g_autoptr (LiaisonPlanJournal) journal =
      liaison_plan_journal_new (editor, argv[1], argv[2], &plan->stamp, &error);
  check (journal != NULL, &error, "journal");
  recover_all (plan, orphans, liaison_plan_journal_get_journal (journal));
  liaison_trail_follow (plan->trail, editor);
  number = LIAISON_DATA (Exercise,
                         liaison_record_get_block (liaison_document_get_exercise (plan->document)))
               ->scenario_rate;
  if (number == LIAISON_INTEGER_UNSET)
    number = 0;
  printf ("%" G_GINT64_FORMAT "\n", number);
  fflush (stdout);
  for (int every = atoi (argv[3]);;)
    {
      edit (editor, ++number);
      check (liaison_journal_flush_sync (liaison_plan_journal_get_journal (journal), &error),
             &error, "flush");
      printf ("%" G_GINT64_FORMAT "\n", number);
      fflush (stdout);
      if (number % every == 0)
        save (plan, argv[2], journal);
    }
}
