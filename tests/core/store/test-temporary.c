/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "folder.h"
#include "store/descriptor.h"
#include "store/owner.h"
#include "store/temporary.h"

#define NOW        (G_GINT64_CONSTANT (1800000000) * 1000000)
#define OTHER_BOOT "01234567-89ab-cdef-0123-456789abcdef"

typedef struct
{
  char *folder;
  int directory;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = folder_new ();
  fixture->directory = open (fixture->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  liaison_descriptor_clear (&fixture->directory);
  folder_free (fixture->folder);
}

/* A file last written to @age microseconds before NOW. */
static void
touch (Fixture *fixture, const char *name, gint64 age)
{
  gint64 seconds = (NOW - age) / 1000000;
  struct timespec times[2] = { { seconds, 0 }, { seconds, 0 } };
  int fd = openat (fixture->directory, name, O_WRONLY | O_CREAT | O_EXCL, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (futimens (fd, times), ==, 0);
  close (fd);
}

/* The number of a process that has just ended. */
static GPid
dead_pid (void)
{
  GPid pid = fork ();

  if (pid == 0)
    _exit (0);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
  return pid;
}

static char *
name_for (const char *boot, gint64 pid, guint64 start)
{
  return g_strdup_printf (".liaison-save-%s-%" G_GINT64_FORMAT "-%" G_GUINT64_FORMAT "-%08x%08x~",
                          boot, pid, start, 1u, 2u);
}

static void
sweeps_what_a_dead_process_left (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = NULL;
  LiaisonOwner self;

  liaison_owner_get_self (&self);
  name = name_for (self.boot, dead_pid (), 1);
  touch (fixture, name, 0);
  g_assert_cmpuint (liaison_temporary_sweep (fixture->folder, NOW), ==, 1);
  g_assert_cmpuint (folder_count (fixture->folder, "", ""), ==, 0);
}

static void
sweeps_what_an_earlier_process_of_that_number_left (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = NULL;
  LiaisonOwner self;

  liaison_owner_get_self (&self);
  g_assert_cmpuint (self.start, >, 0);
  name = name_for (self.boot, self.pid, self.start + 1);
  touch (fixture, name, 0);
  g_assert_cmpuint (liaison_temporary_sweep (fixture->folder, NOW), ==, 1);
}

static void
leaves_what_a_live_process_uses (Fixture *fixture, gconstpointer data)
{
  g_autofree char *created = NULL;
  g_autofree char *unlocked = liaison_temporary_new_name ();
  g_auto (LiaisonDescriptor) fd = liaison_temporary_create (fixture->directory, &created);

  g_assert_cmpint (fd, >=, 0);
  touch (fixture, unlocked, 100 * LIAISON_TEMPORARY_OLD);
  g_assert_cmpuint (liaison_temporary_sweep (fixture->folder, NOW), ==, 0);
  g_assert_cmpuint (folder_count (fixture->folder, "", ""), ==, 2);
}

/* In a sandbox the process number of a live save may look dead; its lock does not. */
static void
leaves_what_is_locked (Fixture *fixture, gconstpointer data)
{
  g_autofree char *created = NULL;
  g_autofree char *name = NULL;
  g_auto (LiaisonDescriptor) fd = liaison_temporary_create (fixture->directory, &created);
  LiaisonOwner self;

  liaison_owner_get_self (&self);
  name = name_for (self.boot, dead_pid (), 1);
  g_assert_cmpint (renameat (fixture->directory, created, fixture->directory, name), ==, 0);
  g_assert_cmpuint (liaison_temporary_sweep (fixture->folder, NOW), ==, 0);
  liaison_descriptor_clear (&fd);
  g_assert_cmpuint (liaison_temporary_sweep (fixture->folder, NOW), ==, 1);
}

static void
leaves_what_is_young_on_another_machine (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = name_for (OTHER_BOOT, dead_pid (), 1);
  g_autofree char *old = name_for (OTHER_BOOT, 1, 1);

  touch (fixture, name, LIAISON_TEMPORARY_OLD - 1000000);
  touch (fixture, old, LIAISON_TEMPORARY_OLD + 1000000);
  g_assert_cmpuint (liaison_temporary_sweep (fixture->folder, NOW), ==, 1);
  g_assert_cmpuint (folder_count (fixture->folder, name, ""), ==, 1);
}

static void
leaves_what_is_not_ours (Fixture *fixture, gconstpointer data)
{
  const char *names[] = { "plan.liaison",
                          "plan.liaison.previous-1~",
                          ".liaison-save-",
                          ".liaison-save-~",
                          ".liaison-save-" OTHER_BOOT "~",
                          ".liaison-save-" OTHER_BOOT "-1-1-zz~",
                          ".liaison-save-" OTHER_BOOT "-1-1-0000000100000002~.bak",
                          ".liaison-save-" OTHER_BOOT "--1-1-0000000100000002~",
                          "x.liaison-save-" OTHER_BOOT "-1-1-0000000100000002~" };
  g_autofree char *folder = name_for (OTHER_BOOT, 3, 1);
  g_autofree char *link = name_for (OTHER_BOOT, 4, 1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    touch (fixture, names[i], 100 * LIAISON_TEMPORARY_OLD);
  g_assert_cmpint (mkdirat (fixture->directory, folder, 0700), ==, 0);
  g_assert_cmpint (symlinkat ("plan.liaison", fixture->directory, link), ==, 0);
  g_assert_cmpuint (liaison_temporary_sweep (fixture->folder, NOW), ==, 0);
  g_assert_cmpuint (folder_count (fixture->folder, "", ""), ==, G_N_ELEMENTS (names) + 2);
}

static void
a_missing_folder_holds_none (void)
{
  g_assert_cmpuint (liaison_temporary_sweep ("/nonexistent/folder", NOW), ==, 0);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/store/temporary/sweeps-dead", sweeps_what_a_dead_process_left);
  ADD ("/store/temporary/sweeps-reused-number", sweeps_what_an_earlier_process_of_that_number_left);
  ADD ("/store/temporary/leaves-live", leaves_what_a_live_process_uses);
  ADD ("/store/temporary/leaves-locked", leaves_what_is_locked);
  ADD ("/store/temporary/leaves-young-of-others", leaves_what_is_young_on_another_machine);
  ADD ("/store/temporary/leaves-what-is-not-ours", leaves_what_is_not_ours);
  g_test_add_func ("/store/temporary/missing-folder", a_missing_folder_holds_none);

  return g_test_run ();
}
