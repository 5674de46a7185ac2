/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Journals of plans: what is edited comes back after a crash, whole and once. LIAISON_TEST_KILLS
 * asks for more kills than the few of a quick test. */
#include "config.h"

#include "record/kinds.h"
#include "store/plan-journal.h"

#include "folder.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define QUICK_KILLS 50
#define SAVE_EVERY  "7"
#define EXERCISE    liaison_id_new_from_parts (1, 0, 1)
#define EVENT       liaison_id_new_from_parts (2, 0, 2)

typedef struct
{
  char *folder, *state, *path;
  LiaisonPlan *plan;
  LiaisonEditor *editor;
  LiaisonPlanJournal *journal;
} Fixture;

static gint64
now_cb (gpointer data)
{
  return 5;
}

static gboolean
save (Fixture *fixture, guint64 position)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (fixture->plan->document);
  g_autoptr (GBytes) trail = liaison_trail_freeze (fixture->plan->trail);
  g_autoptr (GError) error = NULL;
  gboolean saved =
      liaison_plan_save_with_journal (snapshot, trail, fixture->path, &fixture->plan->stamp,
                                      fixture->journal, position, NULL, &error);

  g_assert_no_error (error);
  return saved;
}

static void
begin (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->editor = liaison_editor_new (fixture->plan->document, now_cb, NULL);
  liaison_editor_set_author (fixture->editor, "Anna");
  fixture->journal = liaison_plan_journal_new (fixture->editor, fixture->state, fixture->path,
                                               &fixture->plan->stamp, &error);
  g_assert_no_error (error);
  liaison_trail_follow (fixture->plan->trail, fixture->editor);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  *fixture = (Fixture){ folder_new () };
  fixture->state = g_build_filename (fixture->folder, "state", NULL);
  fixture->path = g_build_filename (fixture->folder, "plan.liaison", NULL);
  fixture->plan = liaison_plan_new (EXERCISE);
  g_assert_true (liaison_document_fill (fixture->plan->document, &liaison_event_kind,
                                        liaison_block_new (&liaison_event_kind.shape, EVENT)));
  g_assert_true (save (fixture, 0));
}

/* As a crash does: the journal's file stays, the lock goes. */
static void
crash (Fixture *fixture)
{
  g_clear_object (&fixture->journal);
  g_clear_object (&fixture->editor);
  g_clear_pointer (&fixture->plan, liaison_plan_free);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  crash (fixture);
  folder_free (fixture->folder);
  g_free (fixture->state);
  g_free (fixture->path);
}

static void
set_title (Fixture *fixture, const char *title)
{
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new ("Change");
  LiaisonSlot slot = liaison_slot_text (EVENT, LIAISON_FIELD (Event, title), "fr");

  liaison_proposal_take (proposal, &liaison_event_kind, &slot, liaison_value_string (title));
  g_assert_true (liaison_editor_commit (fixture->editor, proposal, NULL));
}

static const char *
get_title (Fixture *fixture)
{
  LiaisonRecord *record = liaison_document_find (fixture->plan->document, EVENT);
  return liaison_text_lookup (LIAISON_DATA (Event, liaison_record_get_block (record))->title, "fr");
}

/* Loads the plan and replays the one journal there must be; gives it back. */
static LiaisonJournalRecovery *
recover (Fixture *fixture, guint made, guint skipped)
{
  g_autoptr (GPtrArray) orphans = liaison_journal_find_orphans (fixture->state);
  guint first, left;

  fixture->plan = liaison_plan_load (fixture->path, NULL, NULL, NULL, NULL);
  g_assert_nonnull (fixture->plan);
  g_assert_cmpuint (orphans->len, ==, 1);
  LiaisonJournalRecovery *recovery = g_ptr_array_steal_index (orphans, 0);
  g_assert_true (liaison_journal_recovery_match (recovery, &fixture->plan->stamp, &first));
  g_assert_cmpuint (liaison_plan_replay (fixture->plan, recovery, first, &left), ==, made);
  g_assert_cmpuint (left, ==, skipped);
  return recovery;
}

static void
test_recovery (Fixture *fixture, gconstpointer data)
{
  begin (fixture);
  set_title (fixture, "Pont");
  set_title (fixture, "Gué");
  g_assert_true (liaison_editor_undo (fixture->editor, NULL));
  crash (fixture);
  g_autoptr (LiaisonJournalRecovery) recovery = recover (fixture, 3, 0);
  g_assert_cmpstr (get_title (fixture), ==, "Pont");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->plan->trail)), ==, 3);
  g_assert_true (liaison_trail_verify (fixture->plan->trail, NULL));
  g_autoptr (LiaisonTrailEntry) entry =
      g_list_model_get_item (G_LIST_MODEL (fixture->plan->trail), 0);
  g_assert_cmpstr (liaison_trail_entry_get_author (entry), ==, "Anna");
}

static void
test_saved_in_between (Fixture *fixture, gconstpointer data)
{
  begin (fixture);
  set_title (fixture, "Pont");
  set_title (fixture, "Gué");
  g_assert_true (save (
      fixture, liaison_journal_get_position (liaison_plan_journal_get_journal (fixture->journal))));
  set_title (fixture, "Bac");
  crash (fixture);
  g_autoptr (LiaisonJournalRecovery) recovery = recover (fixture, 1, 0);
  g_assert_cmpstr (get_title (fixture), ==, "Bac");
}

/* Nothing was unsaved: there is nothing to recover. */
static void
test_saved_at_last (Fixture *fixture, gconstpointer data)
{
  begin (fixture);
  set_title (fixture, "Pont");
  g_assert_true (save (
      fixture, liaison_journal_get_position (liaison_plan_journal_get_journal (fixture->journal))));
  g_assert_true (
      liaison_journal_flush_sync (liaison_plan_journal_get_journal (fixture->journal), NULL));
  crash (fixture);
  g_autoptr (GPtrArray) orphans = liaison_journal_find_orphans (fixture->state);
  g_assert_cmpuint (orphans->len, ==, 0);
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  begin (fixture);
  set_title (fixture, "Pont");
  g_assert_true (liaison_plan_journal_close (fixture->journal, NULL));
  /* What comes after is nobody's business. */
  set_title (fixture, "Gué");
  crash (fixture);
  g_autoptr (GPtrArray) orphans = liaison_journal_find_orphans (fixture->state);
  g_assert_cmpuint (orphans->len, ==, 0);
}

/* The entries are played onto a plan that somebody changed meanwhile: what no longer fits is left
 * out. */
static void
test_skips (Fixture *fixture, gconstpointer data)
{
  guint skipped;

  begin (fixture);
  set_title (fixture, "Pont");
  set_title (fixture, "Gué");
  crash (fixture);
  g_clear_pointer (&fixture->plan, liaison_plan_free);
  g_autoptr (LiaisonJournalRecovery) recovery = recover (fixture, 2, 0);
  /* A second time the first does not fit, and so neither does the other. */
  g_assert_cmpuint (liaison_plan_replay (fixture->plan, recovery, 0, &skipped), ==, 0);
  g_assert_cmpuint (skipped, ==, 2);
  g_assert_cmpstr (get_title (fixture), ==, "Gué");
}

static void
test_bad_entries (void)
{
  static const char *const entries[] = {
    "",
    "{",
    "[]",
    "{\"author\":1}",
    "{\"x\":1}",
    "{\"edits\":[{}]}",
    "{\"edits\":[{\"kind\":\"robot\"}]}",
    "{\"edits\":[{\"kind\":\"event\",\"new\":{}}]}",
    "{\"edits\":[{\"kind\":\"event\",\"record\":\"0193e4f2-8f00-7000-8000-000000000001\",\"field\":"
    "\"nose\",\"new\":1}]}",
    "{\"edits\":[{\"kind\":\"event\",\"record\":\"0193e4f2-8f00-7000-8000-000000000001\",\"field\":"
    "\"progress\",\"new\":101}]}",
    "{\"edits\":[{\"kind\":\"event\",\"record\":\"0193e4f2-8f00-7000-8000-000000000001\",\"new\":{"
    "\"id\":\"0193e4f2-8f00-7000-8000-000000000002\"}}]}",
    "{\"edits\":[{\"new\":1,\"kind\":\"event\",\"record\":\"0193e4f2-8f00-7000-8000-000000000001\","
    "\"field\":\"progress\"}]}",
    "{\"edits\":[]} {}",
  };
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (GBytes) entry = g_bytes_new_static (entries[i], strlen (entries[i]));
      g_autoptr (GError) error = NULL;
      g_assert_null (liaison_plan_journal_read_entry (entry, &error));
      g_assert_true (error != NULL && error->domain == LIAISON_JSON_ERROR);
    }
}

/* Kills a child once it is ready, or while it is still getting ready. The number it last said, or
 * @number if none. */
static gint64
kill_child (Fixture *fixture, gint64 number)
{
  g_autofree char *child = g_test_build_filename (G_TEST_BUILT, "plan-child", NULL);
  const char *argv[] = { child, fixture->state, fixture->path, SAVE_EVERY, NULL };
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  char chunk[4096];
  gssize n;
  int out, status;
  GPid pid;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, &out, NULL, &error);
  g_assert_no_error (error);
  if (g_test_rand_int_range (0, 4) > 0)
    {
      n = read (out, chunk, sizeof chunk);
      g_assert_cmpint (n, >, 0);
      g_string_append_len (said, chunk, n);
    }
  g_usleep (g_test_rand_int_range (0, 20000));
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  /* It ends by no fault of its own. */
  g_assert_true (WIFSIGNALED (status));
  while ((n = read (out, chunk, sizeof chunk)) > 0)
    g_string_append_len (said, chunk, n);
  close (out);
  if (said->len == 0)
    return number;

  /* It went on from the last edit that was on the disk, or one that was there before it could be
   * said. */
  gint64 from = atoll (said->str);
  g_assert_cmpint (from, >=, number);
  g_assert_cmpint (from, <=, number + 1);
  g_string_truncate (said, strrchr (said->str, '\n') - said->str);
  char *last = strrchr (said->str, '\n');
  return last != NULL ? atoll (last + 1) : from;
}

static void
test_kills (Fixture *fixture, gconstpointer data)
{
  const char *asked = g_getenv ("LIAISON_TEST_KILLS");
  guint kills = asked != NULL ? atoi (asked) : QUICK_KILLS, events;
  gint64 number = 0;

  for (guint i = 0; i < kills; i++)
    number = kill_child (fixture, number);
  g_test_message ("%u kills, %" G_GINT64_FORMAT " edits", kills, number);
  g_assert_cmpint (number, >, kills / 10);

  g_clear_pointer (&fixture->plan, liaison_plan_free);
  fixture->plan = liaison_plan_load (fixture->path, NULL, NULL, NULL, NULL);
  g_assert_nonnull (fixture->plan);
  g_assert_true (liaison_trail_verify (fixture->plan->trail, NULL));
  events = liaison_table_get_size (
      liaison_document_get_table (fixture->plan->document, LIAISON_KIND_EVENT));
  g_assert_cmpuint (events, <=, 51);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/store/plan-journal/recovery", test_recovery);
  ADD ("/store/plan-journal/saved-in-between", test_saved_in_between);
  ADD ("/store/plan-journal/saved-at-last", test_saved_at_last);
  ADD ("/store/plan-journal/close", test_close);
  ADD ("/store/plan-journal/skips", test_skips);
  g_test_add_func ("/store/plan-journal/bad-entries", test_bad_entries);
  ADD ("/store/plan-journal/kills", test_kills);
  return g_test_run ();
}
