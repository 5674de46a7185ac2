/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "folder.h"
#include "store/journal-frame.h"
#include "store/journal-recovery.h"
#include "store/journal.h"

#define SHA_A       "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define SHA_B       "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
#define SHA_C       "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"
#define QUICK_KILLS 40
#define SKIPPED     77

static const LiaisonFileStamp version_a = { .exists = TRUE, .size = 1, .sha256 = SHA_A };
static const LiaisonFileStamp version_b = { .exists = TRUE, .size = 1, .sha256 = SHA_B };
static const LiaisonFileStamp version_c = { .exists = TRUE, .size = 1, .sha256 = SHA_C };

typedef struct
{
  char *folder;
  char *state;
  char *plan;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = folder_new ();
  fixture->state = g_build_filename (fixture->folder, "new", "state", NULL);
  fixture->plan = g_build_filename (fixture->folder, "plan \303\244 \377.liaison", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  folder_free (fixture->folder);
  g_free (fixture->state);
  g_free (fixture->plan);
}

static LiaisonJournal *
begin (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  LiaisonJournal *journal = liaison_journal_new (fixture->state, fixture->plan, &version_a, &error);

  g_assert_no_error (error);
  return journal;
}

static void
append (LiaisonJournal *journal, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  liaison_journal_append (journal, bytes);
}

static void
flush (LiaisonJournal *journal)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (liaison_journal_flush_sync (journal, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (liaison_journal_get_durable (journal), ==,
                    liaison_journal_get_position (journal));
}

/* The one orphan there is. */
static LiaisonJournalRecovery *
find_orphan (Fixture *fixture)
{
  g_autoptr (GPtrArray) orphans = liaison_journal_find_orphans (fixture->state);

  g_assert_cmpuint (orphans->len, ==, 1);
  return g_ptr_array_steal_index (orphans, 0);
}

static void
assert_entry (LiaisonJournalRecovery *recovery, guint position, const char *text)
{
  GBytes *entry = liaison_journal_recovery_get_entry (recovery, position);

  g_assert_cmpmem (g_bytes_get_data (entry, NULL), g_bytes_get_size (entry), text, strlen (text));
}

static void
gives_back_what_was_appended (Fixture *fixture, gconstpointer data)
{
  const char bytes[] = "nul \0, newline \n, E 00000001 and \377";
  g_autoptr (LiaisonJournalRecovery) recovery = NULL;
  g_autoptr (GBytes) binary = g_bytes_new (bytes, sizeof bytes);
  g_autoptr (LiaisonJournal) journal = begin (fixture);
  GBytes *entry;
  guint first;

  append (journal, "{\"one\":1}");
  append (journal, "");
  liaison_journal_append (journal, binary);
  g_assert_cmpuint (liaison_journal_get_position (journal), ==, 3);
  g_clear_object (&journal);

  recovery = find_orphan (fixture);
  g_assert_cmpstr (liaison_journal_recovery_get_plan (recovery), ==, fixture->plan);
  g_assert_cmpuint (liaison_journal_recovery_get_n_entries (recovery), ==, 3);
  g_assert_false (liaison_journal_recovery_is_torn (recovery));
  g_assert_cmpint (liaison_journal_recovery_get_modified (recovery), >, 0);
  assert_entry (recovery, 0, "{\"one\":1}");
  assert_entry (recovery, 1, "");
  entry = liaison_journal_recovery_get_entry (recovery, 2);
  g_assert_true (g_bytes_equal (entry, binary));
  g_assert_true (liaison_journal_recovery_match (recovery, &version_a, &first));
  g_assert_cmpuint (first, ==, 0);
  g_assert_false (liaison_journal_recovery_match (recovery, &version_b, &first));
  g_assert_false (liaison_journal_recovery_match (recovery, NULL, &first));
  g_assert_true (liaison_journal_recovery_discard (recovery, NULL));
  g_assert_cmpuint (folder_count (fixture->state, "", ""), ==, 0);
}

static void
serves_a_plan_without_a_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LiaisonJournal) journal = liaison_journal_new (fixture->state, NULL, NULL, NULL);
  g_autoptr (LiaisonJournal) other = liaison_journal_new (fixture->state, NULL, NULL, NULL);
  g_autoptr (LiaisonJournalRecovery) recovery = NULL;
  guint first = 9;

  g_assert_nonnull (other);
  append (journal, "one");
  g_clear_object (&journal);
  recovery = find_orphan (fixture);
  g_assert_null (liaison_journal_recovery_get_plan (recovery));
  g_assert_true (liaison_journal_recovery_match (recovery, NULL, &first));
  g_assert_cmpuint (first, ==, 0);
}

static void
is_private (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LiaisonJournal) journal = begin (fixture);
  g_autofree char *path = liaison_journal_dup_path (journal);
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 07777, ==, 0600);
  g_assert_cmpint (stat (fixture->state, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 07777, ==, 0700);
}

/* No flush: it must come to the disk by itself. */
static void
is_durable_by_itself (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LiaisonJournal) journal = begin (fixture);

  append (journal, "one");
  for (guint i = 0; i < 6000 && liaison_journal_get_durable (journal) < 1; i++)
    g_usleep (10000);
  g_assert_cmpuint (liaison_journal_get_durable (journal), ==, 1);
}

static void
live_one_is_no_orphan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) orphans = NULL;
  g_autoptr (LiaisonJournal) journal = begin (fixture);
  g_autofree char *path = liaison_journal_dup_path (journal);
  g_autoptr (GError) error = NULL;

  append (journal, "one");
  flush (journal);
  orphans = liaison_journal_find_orphans (fixture->state);
  g_assert_cmpuint (orphans->len, ==, 0);
  g_assert_null (liaison_journal_recovery_open (path, &error));
  g_assert_error (error, LIAISON_STORE_ERROR, LIAISON_STORE_ERROR_BUSY);
}

static void
second_instance_is_told (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autoptr (LiaisonJournal) first = begin (fixture);
  g_autoptr (LiaisonJournal) second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (fixture->plan, link), ==, 0);
  second = liaison_journal_new (fixture->state, link, &version_a, &error);
  g_assert_null (second);
  g_assert_error (error, LIAISON_STORE_ERROR, LIAISON_STORE_ERROR_BUSY);
  g_assert_cmpuint (folder_count (fixture->state, "", ""), ==, 1);
  g_clear_object (&first);
  g_clear_error (&error);
  second = liaison_journal_new (fixture->state, link, &version_a, &error);
  g_assert_no_error (error);
}

static void
recovery_keeps_others_away (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LiaisonJournal) journal = begin (fixture);
  g_autoptr (LiaisonJournalRecovery) recovery = NULL;
  g_autoptr (GPtrArray) others = NULL;

  append (journal, "one");
  g_clear_object (&journal);
  recovery = find_orphan (fixture);
  others = liaison_journal_find_orphans (fixture->state);
  g_assert_cmpuint (others->len, ==, 0);
}

static void
clean_close_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LiaisonJournal) journal = begin (fixture);

  append (journal, "one");
  g_assert_true (liaison_journal_remove (journal, NULL));
  g_assert_cmpuint (folder_count (fixture->state, "", ""), ==, 0);
}

static void
save_begins_anew (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LiaisonJournal) journal = begin (fixture);
  g_autoptr (LiaisonJournalRecovery) recovery = NULL;
  guint first = 9;

  append (journal, "one");
  append (journal, "two");
  g_assert_true (liaison_journal_note_save (journal, fixture->plan, &version_b, 2, NULL));
  liaison_journal_saved (journal, fixture->plan, &version_b, 2);
  append (journal, "three");
  flush (journal);
  g_assert_cmpuint (liaison_journal_get_position (journal), ==, 3);
  g_clear_object (&journal);
  recovery = find_orphan (fixture);
  g_assert_cmpuint (liaison_journal_recovery_get_n_entries (recovery), ==, 1);
  assert_entry (recovery, 0, "three");
  g_assert_true (liaison_journal_recovery_match (recovery, &version_b, &first));
  g_assert_cmpuint (first, ==, 0);
  g_assert_false (liaison_journal_recovery_match (recovery, &version_a, &first));
}

static void
saved_and_unchanged_is_no_orphan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LiaisonJournal) journal = begin (fixture);
  g_autoptr (GPtrArray) orphans = NULL;

  append (journal, "one");
  liaison_journal_saved (journal, fixture->plan, &version_b, 1);
  g_clear_object (&journal);
  orphans = liaison_journal_find_orphans (fixture->state);
  g_assert_cmpuint (orphans->len, ==, 0);
}

/* Killed between noting a save and being told of its end: either version may stand there. */
static void
knows_both_versions_around_a_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LiaisonJournal) journal = begin (fixture);
  g_autoptr (LiaisonJournalRecovery) recovery = NULL;
  guint first = 9;

  append (journal, "one");
  append (journal, "two");
  g_assert_true (liaison_journal_note_save (journal, fixture->plan, &version_b, 2, NULL));
  append (journal, "three");
  g_clear_object (&journal);
  recovery = find_orphan (fixture);
  g_assert_cmpuint (liaison_journal_recovery_get_n_entries (recovery), ==, 3);
  g_assert_true (liaison_journal_recovery_match (recovery, &version_a, &first));
  g_assert_cmpuint (first, ==, 0);
  g_assert_true (liaison_journal_recovery_match (recovery, &version_b, &first));
  g_assert_cmpuint (first, ==, 2);
  g_assert_false (liaison_journal_recovery_match (recovery, &version_c, &first));
}

static void
keeps_edits_made_during_a_save (Fixture *fixture, gconstpointer data)
{
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "elsewhere", NULL);
  g_autoptr (LiaisonJournal) journal = begin (fixture);
  g_autoptr (LiaisonJournalRecovery) recovery = NULL;
  guint first = 9;

  append (journal, "one");
  liaison_journal_saved (journal, fixture->plan, &version_b, 1);
  append (journal, "two");
  append (journal, "three");
  liaison_journal_saved (journal, elsewhere, &version_c, 2);
  g_clear_object (&journal);
  recovery = find_orphan (fixture);
  g_assert_cmpstr (liaison_journal_recovery_get_plan (recovery), ==, elsewhere);
  g_assert_cmpuint (liaison_journal_recovery_get_n_entries (recovery), ==, 2);
  g_assert_true (liaison_journal_recovery_match (recovery, &version_c, &first));
  g_assert_cmpuint (first, ==, 1);
}

static void
follows_a_plan_saved_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "elsewhere", NULL);
  g_autoptr (LiaisonJournal) journal = begin (fixture);
  g_autoptr (LiaisonJournal) second = NULL;
  g_autoptr (GError) error = NULL;

  liaison_journal_saved (journal, elsewhere, &version_b, 0);
  g_assert_true (liaison_journal_is_open (fixture->state, elsewhere, NULL));
  g_assert_false (liaison_journal_is_open (fixture->state, fixture->plan, NULL));
  second = liaison_journal_new (fixture->state, elsewhere, &version_b, &error);
  g_assert_error (error, LIAISON_STORE_ERROR, LIAISON_STORE_ERROR_BUSY);
  append (journal, "one");
  flush (journal);
  g_assert_true (liaison_journal_remove (journal, NULL));
  g_assert_cmpuint (folder_count (fixture->state, "", ""), ==, 0);
}

/* A journal's bytes after a crash, and the path to put variations of them. */
static char *
crash (Fixture *fixture, char **path, gsize *length)
{
  g_autoptr (LiaisonJournal) journal = begin (fixture);
  char *bytes;

  append (journal, "first");
  append (journal, "second");
  g_assert_true (liaison_journal_note_save (journal, fixture->plan, &version_b, 1, NULL));
  append (journal, "third");
  *path = liaison_journal_dup_path (journal);
  g_clear_object (&journal);
  g_assert_true (g_file_get_contents (*path, &bytes, length, NULL));
  return bytes;
}

/* Without fsync, which would be most of the time of these tests. */
static void
write_bytes (const char *path, const char *bytes, gsize length)
{
  FILE *file = fopen (path, "wb");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (bytes, 1, length, file), ==, length);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* Whatever is read must be a beginning of what was written. */
static guint
assert_beginning (const char *path, gboolean *torn)
{
  const char *texts[] = { "first", "second", "third" };
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonJournalRecovery) recovery = liaison_journal_recovery_open (path, &error);
  guint n;

  g_assert_no_error (error);
  n = liaison_journal_recovery_get_n_entries (recovery);
  g_assert_cmpuint (n, <=, 3);
  for (guint i = 0; i < n; i++)
    assert_entry (recovery, i, texts[i]);
  *torn = liaison_journal_recovery_is_torn (recovery);
  return n;
}

static void
drops_a_torn_tail (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  gsize length;
  g_autofree char *bytes = crash (fixture, &path, &length);
  guint last = 0;

  for (gsize cut = 0; cut <= length; cut++)
    {
      gboolean torn;
      guint n;

      write_bytes (path, bytes, cut);
      n = assert_beginning (path, &torn);
      g_assert_cmpuint (n, >=, last);
      last = n;
      g_assert_true (torn || cut == 0 || bytes[cut - 1] == '\n');
    }
  g_assert_cmpuint (last, ==, 3);
}

static void
notices_every_flipped_bit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  gsize length;
  g_autofree char *bytes = crash (fixture, &path, &length);

  for (gsize at = 0; at < length; at++)
    {
      gboolean torn;

      bytes[at] ^= 1 << at % 8;
      write_bytes (path, bytes, length);
      assert_beginning (path, &torn);
      g_assert_true (torn);
      bytes[at] ^= 1 << at % 8;
    }
}

static void
bounds_a_lying_length (Fixture *fixture, gconstpointer data)
{
  const char *heads[] = { "H ffffffff 0000000000000000 x\n",
                          "H 10000000 0000000000000000 x\n",
                          "E 00000001 0000000000000000 x\n",
                          "\n",
                          "H",
                          "H 0000000 x\n" };
  g_autofree char *path = g_build_filename (fixture->folder, "unnamed-1-1.journal", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      gboolean torn;

      g_assert_true (g_file_set_contents (path, heads[i], -1, NULL));
      g_assert_cmpuint (assert_beginning (path, &torn), ==, 0);
      g_assert_true (torn);
    }
}

static void
shows_a_damaged_journal (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "unnamed-1-1.journal", NULL);
  g_autofree char *foreign = g_build_filename (fixture->folder, "notes.journal", NULL);
  g_autoptr (GPtrArray) orphans = NULL;
  LiaisonJournalRecovery *recovery;

  g_assert_true (g_file_set_contents (path, "\0\0\0\0", 4, NULL));
  g_assert_true (g_file_set_contents (foreign, "", 0, NULL));
  orphans = liaison_journal_find_orphans (fixture->folder);
  g_assert_cmpuint (orphans->len, ==, 1);
  recovery = g_ptr_array_index (orphans, 0);
  g_assert_true (liaison_journal_recovery_is_torn (recovery));
  g_assert_null (liaison_journal_recovery_get_plan (recovery));
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
}

/* A process number that is free tells that nobody is about to write there; one that lives, that
 * somebody may be. */
static void
removes_empty_ones_of_dead_processes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *dead = NULL;
  g_autofree char *live = NULL;
  g_autoptr (GPtrArray) orphans = NULL;
  GPid pid = fork ();

  if (pid == 0)
    _exit (0);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
  dead = g_strdup_printf ("%s/unnamed-%d-1.journal", fixture->folder, pid);
  live = g_strdup_printf ("%s/unnamed-%d-1.journal", fixture->folder, getpid ());
  g_assert_true (g_file_set_contents (dead, "", 0, NULL));
  g_assert_true (g_file_set_contents (live, "", 0, NULL));
  orphans = liaison_journal_find_orphans (fixture->folder);
  g_assert_cmpuint (orphans->len, ==, 0);
  g_assert_false (g_file_test (dead, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (live, G_FILE_TEST_EXISTS));
}

static void
notices_that_it_was_deleted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LiaisonJournal) journal = begin (fixture);
  g_autofree char *path = liaison_journal_dup_path (journal);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_unlink (path), ==, 0);
  append (journal, "one");
  g_assert_false (liaison_journal_flush_sync (journal, &error));
  g_assert_error (error, LIAISON_STORE_ERROR, LIAISON_STORE_ERROR_NOT_FOUND);
  g_assert_true (liaison_journal_remove (journal, NULL));
}

static void
tells_where_it_cannot_be (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LiaisonJournal) journal = NULL;
  g_autoptr (GError) error = NULL;

  journal = liaison_journal_new ("/dev/null/state", NULL, NULL, &error);
  g_assert_null (journal);
  g_assert_error (error, LIAISON_STORE_ERROR, LIAISON_STORE_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, "/dev/null/state: "));
}

static void
takes_many_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LiaisonJournal) journal = begin (fixture);
  g_autoptr (LiaisonJournalRecovery) recovery = NULL;

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      append (journal, text);
    }
  flush (journal);
  g_clear_object (&journal);
  recovery = find_orphan (fixture);
  g_assert_cmpuint (liaison_journal_recovery_get_n_entries (recovery), ==, 20000);
  assert_entry (recovery, 19999, "19999");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/store/journal/gives-back", gives_back_what_was_appended);
  ADD ("/store/journal/plan-without-file", serves_a_plan_without_a_file);
  ADD ("/store/journal/is-private", is_private);
  ADD ("/store/journal/durable-by-itself", is_durable_by_itself);
  ADD ("/store/journal/live-is-no-orphan", live_one_is_no_orphan);
  ADD ("/store/journal/second-instance-is-told", second_instance_is_told);
  ADD ("/store/journal/recovery-keeps-others-away", recovery_keeps_others_away);
  ADD ("/store/journal/clean-close", clean_close_leaves_nothing);
  ADD ("/store/journal/save-begins-anew", save_begins_anew);
  ADD ("/store/journal/saved-is-no-orphan", saved_and_unchanged_is_no_orphan);
  ADD ("/store/journal/both-versions-around-save", knows_both_versions_around_a_save);
  ADD ("/store/journal/edits-during-save", keeps_edits_made_during_a_save);
  ADD ("/store/journal/follows-saved-elsewhere", follows_a_plan_saved_elsewhere);
  ADD ("/store/journal/drops-torn-tail", drops_a_torn_tail);
  ADD ("/store/journal/notices-flipped-bits", notices_every_flipped_bit);
  ADD ("/store/journal/bounds-lying-length", bounds_a_lying_length);
  ADD ("/store/journal/shows-damaged", shows_a_damaged_journal);
  ADD ("/store/journal/removes-empty-of-dead", removes_empty_ones_of_dead_processes);
  ADD ("/store/journal/notices-deletion", notices_that_it_was_deleted);
  ADD ("/store/journal/tells-where-it-cannot-be", tells_where_it_cannot_be);
  ADD ("/store/journal/takes-many", takes_many_at_once);

  return g_test_run ();
}
