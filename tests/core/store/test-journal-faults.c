/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a journal keeps when its process is killed, its disk fails or is full. LIAISON_TEST_KILLS
 * asks for more kills than the few of a quick test. */
#include "config.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "folder.h"
#include "store/journal-recovery.h"

#define QUICK_KILLS 40
#define SKIPPED     77

typedef struct
{
  char *folder;
  char *state;
  char *child;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = folder_new ();
  fixture->state = g_build_filename (fixture->folder, "state", NULL);
  fixture->child = g_test_build_filename (G_TEST_BUILT, "journal-child", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  folder_free (fixture->folder);
  g_free (fixture->state);
  g_free (fixture->child);
}

/* The number on the last whole line of what @fd still gives; 0 when there is none. */
static guint
read_last_number (int fd)
{
  g_autoptr (GString) text = g_string_new ("\n");
  char chunk[4096];
  char *line;
  gssize n;

  while ((n = read (fd, chunk, sizeof chunk)) > 0)
    g_string_append_len (text, chunk, n);
  line = strrchr (text->str, '\n');
  *line = '\0';
  line = strrchr (text->str, '\n');
  return line != NULL ? atoi (line + 1) : 0;
}

/* Kills a child that appends; the number it last said to be on the disk. */
static guint
kill_once (Fixture *fixture)
{
  const char *argv[] = { fixture->child, "loop", fixture->state, NULL };
  g_autoptr (GError) error = NULL;
  char begun;
  guint said;
  GPid pid;
  int out;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, &out, NULL, &error);
  g_assert_no_error (error);
  /* Once it appends, however slowly the machine started it. */
  g_assert_cmpint (read (out, &begun, 1), ==, 1);
  g_usleep (g_test_rand_int_range (0, 30000));
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
  said = read_last_number (out);
  close (out);
  return MAX (said, 1);
}

static void
survives_kills (Fixture *fixture, gconstpointer data)
{
  const char *wish = g_getenv ("LIAISON_TEST_KILLS");
  guint kills = wish != NULL ? atoi (wish) : QUICK_KILLS;
  guint total = 0;

  for (guint i = 0; i < kills; i++)
    {
      guint said = kill_once (fixture);
      g_autoptr (GPtrArray) orphans = liaison_journal_find_orphans (fixture->state);
      LiaisonJournalRecovery *recovery;
      guint n;

      g_assert_cmpuint (orphans->len, ==, 1);
      recovery = g_ptr_array_index (orphans, 0);
      n = liaison_journal_recovery_get_n_entries (recovery);
      g_assert_cmpuint (n, >=, said);
      for (guint j = 0; j < n; j++)
        {
          const char *text =
              g_bytes_get_data (liaison_journal_recovery_get_entry (recovery, j), NULL);

          g_assert_cmpint (atoi (text), ==, j + 1);
        }
      g_assert_true (liaison_journal_recovery_discard (recovery, NULL));
      total += n;
    }
  g_test_message ("%u kills, %u entries", kills, total);
}

/* The second time the journal's thread makes that call, it fails; what was appended is tried again
 * whole. */
static void
tries_again_after_a_failure (Fixture *fixture, gconstpointer data)
{
  const char *faults[] = { "inject=fdatasync:error=EIO:when=2", "inject=write:error=EIO:when=2",
                           "inject=write:error=ENOSPC:when=2" };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      const char *argv[] = { "strace",  "-f",           "-qq",  "-o",           "/dev/null", "-e",
                             faults[i], fixture->child, "fail", fixture->state, NULL };
      g_autofree char *output = NULL;
      int status;

      if (!g_spawn_sync (NULL, (char **) argv, NULL,
                         G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output,
                         NULL, &status, NULL)
          || (WIFEXITED (status) && WEXITSTATUS (status) > 1))
        {
          g_test_skip ("strace may not trace here");
          return;
        }
      g_assert_cmpstr (output, ==, "");
      g_assert_cmpint (status, ==, 0);
    }
}

static void
keeps_what_does_not_fit_and_tries_again (Fixture *fixture, gconstpointer data)
{
  const char *argv[] = { fixture->child, "full", fixture->folder, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  if (WIFEXITED (status) && WEXITSTATUS (status) == SKIPPED)
    {
      g_test_skip ("no small disk may be mounted here");
      return;
    }
  g_assert_cmpstr (output, ==, "");
  g_assert_cmpint (status, ==, 0);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/store/journal-faults/survives-kills", survives_kills);
  ADD ("/store/journal-faults/tries-again", tries_again_after_a_failure);
  ADD ("/store/journal-faults/full-disk", keeps_what_does_not_fit_and_tries_again);

  return g_test_run ();
}
