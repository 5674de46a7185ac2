/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps a journal in a process of its own, so that a test may kill it or let its disk fill up.
 *   journal-child loop FOLDER    appends entries 1, 2, 3 ... and prints the last one that is on the
 * disk journal-child fail FOLDER    appends while, from outside, its second write or sync is made
 * to fail journal-child full FOLDER    fills a small disk of its own, then makes room Exit status 0
 * for as it should be, 77 where the system does not let it try. */
#include "config.h"

#include <glib/gstdio.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#include "store/journal-frame.h"
#include "store/journal.h"

#define SKIPPED 77

static void
append_number (LiaisonJournal *journal, guint number, gsize filling)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  g_string_append_printf (text, "%u ", number);
  while (text->len < filling)
    g_string_append_c (text, 'x');
  bytes = g_bytes_new (text->str, text->len);
  liaison_journal_append (journal, bytes);
}

static int
append_for_ever (const char *folder)
{
  g_autoptr (LiaisonJournal) journal = liaison_journal_new (folder, NULL, NULL, NULL);

  for (guint number = 1; journal != NULL; number++)
    {
      append_number (journal, number, 10);
      if (number % 7 == 1 && liaison_journal_flush_sync (journal, NULL))
        {
          printf ("%u\n", number);
          fflush (stdout);
        }
    }
  return 1;
}

static gboolean
mount_small_disk (const char *folder)
{
  if (unshare (CLONE_NEWNS) != 0 && unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0)
    return FALSE;
  return mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0
         && mount ("none", folder, "tmpfs", 0, "size=256k") == 0;
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer data)
{
  ++*(guint *) data;
}

static gboolean
expect (gboolean condition, const char *what)
{
  if (!condition)
    printf ("not so: %s\n", what);
  return condition;
}

/* What a crash now would leave. It only reads: writing here might meet the failure that is meant
 * for the journal. */
static guint
count_recoverable (LiaisonJournal *journal)
{
  g_autofree char *path = liaison_journal_dup_path (journal);
  FILE *file = fopen (path, "rb");
  guint64 left = LIAISON_JOURNAL_MAX_ENTRY;
  LiaisonJournalChain chain;
  guint n = 0;

  liaison_journal_chain_init (&chain);
  for (;;)
    {
      LiaisonJournalKind kind;
      g_autoptr (GBytes) payload = liaison_journal_frame_read (file, &left, &chain, &kind);

      if (payload == NULL)
        break;
      n += kind == LIAISON_JOURNAL_ENTRY;
    }
  fclose (file);
  return n;
}

static int
fill_disk (const char *folder)
{
  g_autofree char *ballast = g_build_filename (folder, "ballast", NULL);
  g_autofree char *filling = g_strnfill (200 * 1024, 'x');
  g_autoptr (LiaisonJournal) journal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) failure = NULL;
  guint notified = 0;
  gboolean ok = TRUE;

  if (!mount_small_disk (folder))
    return SKIPPED;
  journal = liaison_journal_new (folder, NULL, NULL, NULL);
  g_signal_connect (journal, "notify::failure", G_CALLBACK (count_cb), &notified);
  append_number (journal, 1, 100);
  ok &= expect (liaison_journal_flush_sync (journal, NULL), "the first entry is kept");
  ok &= expect (g_file_set_contents (ballast, filling, 200 * 1024, NULL), "ballast fits");
  append_number (journal, 2, 100 * 1024);
  append_number (journal, 3, 100);
  ok &= expect (!liaison_journal_flush_sync (journal, &error), "the second does not fit");
  ok &= expect (g_error_matches (error, LIAISON_STORE_ERROR, LIAISON_STORE_ERROR_DISK_FULL),
                "the disk is full");
  failure = liaison_journal_dup_failure (journal);
  ok &= expect (failure != NULL, "the failure is a property");
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  ok &= expect (notified > 0, "and is notified");
  ok &= expect (liaison_journal_get_durable (journal) == 1, "one entry is on the disk");
  ok &= expect (liaison_journal_get_position (journal) == 3, "three were appended");
  g_unlink (ballast);
  /* It tries again by itself, whole and in order. */
  for (guint i = 0; i < 1200 && liaison_journal_get_durable (journal) < 3; i++)
    g_usleep (50000);
  g_clear_error (&failure);
  failure = liaison_journal_dup_failure (journal);
  ok &= expect (failure == NULL, "the failure goes");
  ok &= expect (count_recoverable (journal) == 3, "all three are on the disk");
  return ok ? 0 : 1;
}

static int
meet_failure (const char *folder)
{
  g_autoptr (LiaisonJournal) journal = liaison_journal_new (folder, NULL, NULL, NULL);
  g_autoptr (GError) failure = NULL;
  guint notified = 0;
  gboolean ok = TRUE;

  g_signal_connect (journal, "notify::failure", G_CALLBACK (count_cb), &notified);
  append_number (journal, 1, 100);
  ok &= expect (liaison_journal_flush_sync (journal, NULL), "the first entry is kept");
  append_number (journal, 2, 100);
  /* It may have failed before we wait for it, and is then tried again because we do. */
  if (!liaison_journal_flush_sync (journal, NULL))
    ok &= expect (count_recoverable (journal) == 1, "the second leaves no trace of itself");
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  ok &= expect (notified > 0, "the failure is notified");
  append_number (journal, 3, 100);
  ok &= expect (liaison_journal_flush_sync (journal, NULL), "then it is tried again");
  failure = liaison_journal_dup_failure (journal);
  ok &= expect (failure == NULL, "the failure goes");
  ok &= expect (count_recoverable (journal) == 3, "all three are on the disk");
  ok &= expect (liaison_journal_remove (journal, NULL), "it can be removed");
  return ok ? 0 : 1;
}

int
main (int argc, char **argv)
{
  if (argc == 3 && strcmp (argv[1], "loop") == 0)
    return append_for_ever (argv[2]);
  if (argc == 3 && strcmp (argv[1], "fail") == 0)
    return meet_failure (argv[2]);
  if (argc == 3 && strcmp (argv[1], "full") == 0)
    return fill_disk (argv[2]);
  return 2;
}
