/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever fails, and wherever a save is killed: the old version or the new one stands complete,
 * and what the program says about it is true. LIAISON_TEST_KILLS asks for more kills at random
 * instants than the few of a quick test. */
#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "folder.h"
#include "store/backups.h"
#include "store/error.h"
#include "store/temporary.h"
#include "version.h"

#define OLDER       1
#define OLD         2
#define NEW         3
#define SIZE        (300 * 1024) /* more than one chunk */
#define SIZE_TEXT   "307200"
#define QUICK_KILLS 60
#define SKIPPED     77

typedef struct
{
  char *folder;
  char *path;
  char *backup;
  char *child;
} Fixture;

/* One system call of a save: the @count-th of that name since the process began. */
typedef struct
{
  char *name;
  guint count;
} Call;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = folder_new ();
  fixture->path = g_build_filename (fixture->folder, "plan.liaison", NULL);
  fixture->backup = g_strconcat (fixture->path, ".previous-1~", NULL);
  fixture->child = g_test_build_filename (G_TEST_BUILT, "save-child", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  folder_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->backup);
  g_free (fixture->child);
}

static void
call_free (gpointer data)
{
  Call *call = data;

  g_free (call->name);
  g_free (call);
}

/* Runs the child's save under strace with @option; its wait status, and in *@output what it said.
 */
static int
run_traced (Fixture *fixture, const char *option, const char *log, char **output)
{
  const char *argv[] = { "strace",       "-qq",  "-o",          log, "-e",      option,
                         fixture->child, "save", fixture->path, "3", SIZE_TEXT, NULL };
  g_autofree char *text = NULL;
  int status = -1;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                     NULL, NULL, &text, NULL, &status, NULL))
    return -1;
  if (output != NULL)
    *output = g_steal_pointer (&text);
  return status;
}

static void
lay_out (Fixture *fixture)
{
  g_auto (GStrv) backups = liaison_backups_list (fixture->path);

  for (guint i = 0; backups[i] != NULL; i++)
    g_unlink (backups[i]);
  g_unlink (fixture->path);
  version_write (fixture->path, OLD, SIZE);
  g_chmod (fixture->path, 0640);
  version_write (fixture->backup, OLDER, SIZE);
}

/* Memory and clocks are not what a save is about, and their calls vary from run to run. */
static gboolean
concerns_files (const char *name)
{
  const char *others[] = { "mmap",         "munmap",         "mremap",    "brk",
                           "madvise",      "futex",          "getpid",    "gettid",
                           "rt_sigaction", "rt_sigprocmask", "getrandom", "geteuid",
                           "getuid",       "clock_gettime",  "getppid",   NULL };

  return !g_strv_contains (others, name);
}

/* The calls between the child's two marks; NULL where tracing is not possible. */
static GPtrArray *
list_calls (Fixture *fixture)
{
  g_autoptr (GPtrArray) calls = g_ptr_array_new_with_free_func (call_free);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *log = g_build_filename (fixture->folder, "log", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint marks = 0;

  lay_out (fixture);
  if (run_traced (fixture, "trace=all", log, NULL) != 0
      || !g_file_get_contents (log, &text, NULL, NULL))
    return NULL;
  g_unlink (log);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && marks < 2; i++)
    {
      gsize length = strcspn (lines[i], "(");
      g_autofree char *name = g_strndup (lines[i], length);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, name)) + 1;
      Call *call;

      marks += strcmp (name, "getppid") == 0;
      g_hash_table_insert (counts, g_strdup (name), GUINT_TO_POINTER (count));
      if (marks != 1 || lines[i][length] != '(' || !concerns_files (name))
        continue;
      call = g_new0 (Call, 1);
      call->name = g_steal_pointer (&name);
      call->count = count;
      g_ptr_array_add (calls, call);
    }
  g_assert_cmpuint (calls->len, >, 40);
  return g_steal_pointer (&calls);
}

/* The place of the first call named @name from @from on, or of the last one; there must be one. */
static guint
find_call (GPtrArray *calls, const char *name, guint from, gboolean last)
{
  guint found = calls->len;

  for (guint i = from; i < calls->len && (last || found == calls->len); i++)
    {
      Call *call = g_ptr_array_index (calls, i);

      if (strcmp (call->name, name) == 0)
        found = i;
    }
  g_assert_cmpuint (found, <, calls->len);
  return found;
}

/* No test can cut the power, so it looks for what a power cut would need. */
static void
syncs_before_and_after_the_rename (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) calls = list_calls (fixture);
  guint synced, verified, renamed;

  if (calls == NULL)
    {
      g_test_skip ("strace may not trace here");
      return;
    }
  synced = find_call (calls, "fsync", find_call (calls, "write", 0, TRUE), FALSE);
  verified = find_call (calls, "pread64", synced, FALSE);
  renamed = find_call (calls, "renameat", 0, TRUE);
  g_assert_cmpuint (verified, <, renamed);
  g_assert_cmpuint (find_call (calls, "linkat", 0, FALSE), <, renamed);
  find_call (calls, "fsync", renamed, FALSE);
}

static void
assert_backups_follow (Fixture *fixture, int version)
{
  g_auto (GStrv) backups = liaison_backups_list (fixture->path);
  guint n = g_strv_length (backups);

  /* None is torn, and the ones before are still there, newest first. */
  g_assert_cmpuint (n, >=, 1);
  g_assert_cmpint (version_read (backups[n - 1]), ==, OLDER);
  if (version == NEW)
    g_assert_cmpuint (n, ==, 2);
  if (n == 2)
    g_assert_cmpint (version_read (backups[0]), ==, OLD);
}

/* What was said must be so; returns the error's code, or -1 when it said that it had saved. */
static int
assert_told_the_truth (Fixture *fixture, const char *output)
{
  int version = version_read (fixture->path);
  g_autofree char *place = g_strdup_printf (" %s: ", fixture->path);
  struct stat status;
  int code = -1;

  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  assert_backups_follow (fixture, version);
  g_assert_cmpuint (folder_count (fixture->folder, ".liaison-save-", "~"), ==, 0);
  if (strcmp (output, "saved\n") == 0)
    {
      g_assert_cmpint (version, ==, NEW);
      return -1;
    }
  g_assert_cmpint (sscanf (output, "error %d", &code), ==, 1);
  g_assert_nonnull (strstr (output, place));
  g_assert_cmpint (version, ==, code == LIAISON_STORE_ERROR_NOT_DURABLE ? NEW : OLD);
  g_assert_cmpuint (status.st_mode & 07777, ==, 0640);
  return code;
}

/* FALSE where it cannot be tried. Marks in @seen the codes that were reported. */
static gboolean
fail_every_call (Fixture *fixture, const char *error_name, gboolean *seen)
{
  g_autoptr (GPtrArray) calls = list_calls (fixture);

  if (calls == NULL)
    {
      g_test_skip ("strace may not trace here");
      return FALSE;
    }
  for (guint i = 0; i < calls->len; i++)
    {
      Call *call = g_ptr_array_index (calls, i);
      g_autofree char *option = NULL;
      g_autofree char *output = NULL;
      int code;

      option = g_strdup_printf ("inject=%s:error=%s:when=%u", call->name, error_name, call->count);
      g_test_message ("%s", option);
      lay_out (fixture);
      g_assert_cmpint (run_traced (fixture, option, "/dev/null", &output), ==, 0);
      code = assert_told_the_truth (fixture, output);
      g_assert_cmpint (code, <=, LIAISON_STORE_ERROR_DAMAGED);
      if (code >= 0)
        seen[code] = TRUE;
    }
  return TRUE;
}

static void
tells_the_truth_about_a_failing_disk (Fixture *fixture, gconstpointer data)
{
  gboolean seen[LIAISON_STORE_ERROR_DAMAGED + 1] = { FALSE };

  if (!fail_every_call (fixture, "EIO", seen))
    return;
  g_assert_true (seen[LIAISON_STORE_ERROR_IO]);
  g_assert_true (seen[LIAISON_STORE_ERROR_NO_BACKUP]);
  g_assert_true (seen[LIAISON_STORE_ERROR_NOT_DURABLE]);
}

static void
tells_the_truth_about_a_full_disk (Fixture *fixture, gconstpointer data)
{
  gboolean seen[LIAISON_STORE_ERROR_DAMAGED + 1] = { FALSE };

  if (fail_every_call (fixture, "ENOSPC", seen))
    g_assert_true (seen[LIAISON_STORE_ERROR_DISK_FULL]);
}

/* FAT knows no hard links: the first link fails so, and a copy takes its place. */
static void
copies_where_there_are_no_hard_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *output = NULL;
  struct stat status;

  lay_out (fixture);
  if (run_traced (fixture, "inject=linkat:error=EPERM", "/dev/null", &output) != 0)
    {
      g_test_skip ("strace may not trace here");
      return;
    }
  g_assert_cmpint (assert_told_the_truth (fixture, output), ==, -1);
  g_assert_cmpint (stat (fixture->backup, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 07777, ==, 0640);
}

/* What a killed save leaves: a whole version, and strays that the next start sweeps. */
static void
assert_survived (Fixture *fixture, int version)
{
  liaison_temporary_sweep (fixture->folder, 0);
  g_assert_cmpuint (folder_count (fixture->folder, ".liaison-save-", "~"), ==, 0);
  assert_backups_follow (fixture, version);
}

static void
survives_a_kill_at_every_call (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) calls = list_calls (fixture);
  gboolean seen[NEW + 1] = { FALSE };
  guint missed = 0;

  if (calls == NULL)
    {
      g_test_skip ("strace may not trace here");
      return;
    }
  for (guint i = 0; i < calls->len; i++)
    {
      Call *call = g_ptr_array_index (calls, i);
      g_autofree char *option = NULL;
      int version;
      int status;

      option = g_strdup_printf ("inject=%s:signal=SIGKILL:when=%u", call->name, call->count);
      g_test_message ("%s", option);
      lay_out (fixture);
      status = run_traced (fixture, option, "/dev/null", NULL);
      version = version_read (fixture->path);
      g_assert_true (version == OLD || version == NEW);
      /* A start that happens to need fewer calls ends before the last ones come. */
      if (WIFSIGNALED (status))
        g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
      else
        missed++;
      assert_survived (fixture, version);
      seen[version] = TRUE;
    }
  g_assert_true (seen[OLD] && seen[NEW]);
  g_assert_cmpuint (missed, <, calls->len / 10);
}

static void
kill_once (Fixture *fixture)
{
  const char *argv[] = { fixture->child, "loop", fixture->path, SIZE_TEXT, NULL };
  g_autoptr (GError) error = NULL;
  char begun;
  int status;
  GPid pid;
  int out;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, &out, NULL, &error);
  g_assert_no_error (error);
  /* Once it saves, however slowly the machine started it. */
  g_assert_cmpint (read (out, &begun, 1), ==, 1);
  g_usleep (g_test_rand_int_range (0, 40000));
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  /* It must still have been saving: a save that failed would have ended it. */
  g_assert_true (WIFSIGNALED (status));
  close (out);
}

static void
survives_kills_at_any_instant (Fixture *fixture, gconstpointer data)
{
  const char *wish = g_getenv ("LIAISON_TEST_KILLS");
  guint kills = wish != NULL ? atoi (wish) : QUICK_KILLS;
  int version = OLD;

  version_write (fixture->path, OLD, SIZE);
  for (guint i = 0; i < kills; i++)
    {
      g_auto (GStrv) backups = NULL;
      int now;

      kill_once (fixture);
      now = version_read (fixture->path);
      g_assert_cmpint (now, >=, version);
      version = now;
      liaison_temporary_sweep (fixture->folder, 0);
      g_assert_cmpuint (folder_count (fixture->folder, ".liaison-save-", "~"), ==, 0);
      backups = liaison_backups_list (fixture->path);
      for (guint j = 0; backups[j] != NULL; j++)
        g_assert_cmpint (version_read (backups[j]), >, 0);
    }
  g_test_message ("%u kills, %d versions", kills, version);
  g_assert_cmpint (version, >, OLD);
}

static void
keeps_the_plan_on_a_full_disk (Fixture *fixture, gconstpointer data)
{
  const char *argv[] = { fixture->child, "full", fixture->path, "102400", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  int status;
  int code;

  g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  if (WIFEXITED (status) && WEXITSTATUS (status) == SKIPPED)
    {
      g_test_skip ("no small disk may be mounted here");
      return;
    }
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpint (sscanf (output, "error %d", &code), ==, 1);
  g_assert_cmpint (code, ==, LIAISON_STORE_ERROR_DISK_FULL);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/store/save-faults/syncs-around-rename", syncs_before_and_after_the_rename);
  ADD ("/store/save-faults/failing-disk", tells_the_truth_about_a_failing_disk);
  ADD ("/store/save-faults/every-call-finds-no-space", tells_the_truth_about_a_full_disk);
  ADD ("/store/save-faults/no-hard-links", copies_where_there_are_no_hard_links);
  ADD ("/store/save-faults/kill-at-every-call", survives_a_kill_at_every_call);
  ADD ("/store/save-faults/kill-at-any-instant", survives_kills_at_any_instant);
  ADD ("/store/save-faults/full-disk", keeps_the_plan_on_a_full_disk);

  return g_test_run ();
}
