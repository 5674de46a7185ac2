/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "folder.h"
#include "store/safe-file.h"
#include "version.h"

#define SIZE (300 * 1024)

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = folder_new ();
  fixture->path = g_build_filename (fixture->folder, "plan.liaison", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  folder_free (fixture->folder);
  g_free (fixture->path);
}

static void
take (const char *path, LiaisonFileStamp *stamp)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (liaison_file_stamp_take (stamp, path, NULL, &error));
  g_assert_no_error (error);
}

static gboolean
put (const char *path, guint number, LiaisonFileStamp *expected, guint backups, GError **error)
{
  g_autoptr (LiaisonSafeFile) save = NULL;
  g_autoptr (GBytes) bytes = version_new (number, SIZE);

  save = liaison_safe_file_begin (path, expected, backups, NULL, error);
  if (save == NULL)
    return FALSE;
  g_assert_true (g_output_stream_write_all (liaison_safe_file_get_stream (save),
                                            g_bytes_get_data (bytes, NULL),
                                            g_bytes_get_size (bytes), NULL, NULL, NULL));
  return liaison_safe_file_commit (save, expected, NULL, error);
}

static void
assert_put (const char *path, guint number, LiaisonFileStamp *expected, guint backups)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (put (path, number, expected, backups, &error));
  g_assert_no_error (error);
  g_assert_cmpint (version_read (path), ==, number);
}

static void
assert_refused (const char *path, LiaisonFileStamp *expected, LiaisonStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (put (path, 99, expected, 1, &error));
  g_assert_error (error, LIAISON_STORE_ERROR, (int) code);
  g_assert_true (g_str_has_prefix (error->message, "/"));
}

static guint
mode_of (const char *path)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  return status.st_mode & 07777;
}

static void
new_file_is_private (Fixture *fixture, gconstpointer data)
{
  LiaisonFileStamp stamp, taken;

  take (fixture->path, &stamp);
  g_assert_false (stamp.exists);
  assert_put (fixture->path, 1, &stamp, 3);
  g_assert_cmpuint (mode_of (fixture->path), ==, 0600);
  take (fixture->path, &taken);
  g_assert_cmpstr (taken.sha256, ==, stamp.sha256);
  g_assert_cmpuint (taken.inode, ==, stamp.inode);
  g_assert_cmpuint (taken.size, ==, stamp.size);
  g_assert_cmpint (taken.mtime, ==, stamp.mtime);
  g_assert_cmpuint (folder_count (fixture->folder, "", ""), ==, 1);
}

static void
keeps_mode_and_attributes (Fixture *fixture, gconstpointer data)
{
  char value[8] = "";
  gboolean has_attributes;
  LiaisonFileStamp stamp;

  version_write (fixture->path, 1, SIZE);
  g_assert_cmpint (g_chmod (fixture->path, 0664), ==, 0);
  has_attributes = setxattr (fixture->path, "user.note", "blue", 4, 0) == 0;
  take (fixture->path, &stamp);
  assert_put (fixture->path, 2, &stamp, 0);
  g_assert_cmpuint (mode_of (fixture->path), ==, 0664);
  if (has_attributes)
    {
      g_assert_cmpint (getxattr (fixture->path, "user.note", value, sizeof value), ==, 4);
      g_assert_cmpstr (value, ==, "blue");
    }
}

/* Only root may give a file to somebody else and so try this. */
static void
keeps_owner (Fixture *fixture, gconstpointer data)
{
  struct stat status;

  version_write (fixture->path, 1, SIZE);
  if (chown (fixture->path, 12345, 23456) != 0)
    {
      g_test_skip ("may not give files away");
      return;
    }
  assert_put (fixture->path, 2, NULL, 0);
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmpuint (status.st_uid, ==, 12345);
  g_assert_cmpuint (status.st_gid, ==, 23456);
}

static void
follows_symbolic_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *deep = g_build_filename (fixture->folder, "deep", NULL);
  g_autofree char *target = g_build_filename (deep, "target.liaison", NULL);
  g_autofree char *middle = g_build_filename (deep, "middle.liaison", NULL);
  LiaisonFileStamp stamp;

  g_assert_cmpint (g_mkdir (deep, 0700), ==, 0);
  version_write (target, 1, SIZE);
  g_assert_cmpint (symlink ("../deep/./target.liaison", middle), ==, 0);
  g_assert_cmpint (symlink ("deep/middle.liaison", fixture->path), ==, 0);
  take (fixture->path, &stamp);
  assert_put (fixture->path, 2, &stamp, 1);
  g_assert_cmpint (version_read (target), ==, 2);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (middle, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (folder_count (deep, "target.liaison.previous-1", "~"), ==, 1);
}

static void
creates_the_target_of_a_dangling_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "target", NULL);
  LiaisonFileStamp stamp;

  g_assert_cmpint (symlink ("target", fixture->path), ==, 0);
  take (fixture->path, &stamp);
  assert_put (fixture->path, 1, &stamp, 1);
  g_assert_cmpint (version_read (target), ==, 1);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
}

static void
refuses_a_loop_of_links (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (symlink ("plan.liaison", fixture->path), ==, 0);
  assert_refused (fixture->path, NULL, LIAISON_STORE_ERROR_LINK_LOOP);
}

static void
parts_hard_links_without_touching_the_other_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autoptr (LiaisonSafeFile) save = NULL;

  version_write (fixture->path, 1, SIZE);
  g_assert_cmpint (link (fixture->path, other), ==, 0);
  save = liaison_safe_file_begin (fixture->path, NULL, 1, NULL, NULL);
  g_assert_cmpuint (liaison_safe_file_get_other_names (save), ==, 1);
  assert_put (fixture->path, 2, NULL, 1);
  g_assert_cmpint (version_read (other), ==, 1);
}

static void
refuses_what_is_no_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pipe_path = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char *slash = g_strconcat (fixture->path, "/", NULL);
  LiaisonFileStamp stamp;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  assert_refused (pipe_path, NULL, LIAISON_STORE_ERROR_NOT_REGULAR);
  assert_refused (fixture->folder, NULL, LIAISON_STORE_ERROR_NOT_REGULAR);
  assert_refused (slash, NULL, LIAISON_STORE_ERROR_NOT_REGULAR);
  assert_refused ("/dev/null", NULL, LIAISON_STORE_ERROR_NOT_REGULAR);
  g_assert_false (liaison_file_stamp_take (&stamp, pipe_path, NULL, &error));
  g_assert_error (error, LIAISON_STORE_ERROR, LIAISON_STORE_ERROR_NOT_REGULAR);
}

static void
refuses_a_read_only_file (Fixture *fixture, gconstpointer data)
{
  version_write (fixture->path, 1, SIZE);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  assert_refused (fixture->path, NULL, LIAISON_STORE_ERROR_READ_ONLY);
  g_assert_cmpint (version_read (fixture->path), ==, 1);
}

static void
refuses_a_missing_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none", "plan", NULL);

  assert_refused (path, NULL, LIAISON_STORE_ERROR_NOT_FOUND);
}

/* Root may write anywhere, so it tries this as somebody else (65534, nobody). */
static void
become_nobody (Fixture *fixture)
{
  if (geteuid () != 0)
    return;
  g_assert_cmpint (chown (fixture->folder, 65534, 65534), ==, 0);
  g_assert_cmpint (seteuid (65534), ==, 0);
}

static void
become_oneself (void)
{
  g_assert_cmpint (seteuid (getuid ()), ==, 0);
}

static void
names_an_unwritable_folder (Fixture *fixture, gconstpointer data)
{
  become_nobody (fixture);
  version_write (fixture->path, 1, SIZE);
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  assert_refused (fixture->path, NULL, LIAISON_STORE_ERROR_UNWRITABLE_FOLDER);
  g_assert_cmpint (g_chmod (fixture->folder, 0300), ==, 0);
  assert_refused (fixture->path, NULL, LIAISON_STORE_ERROR_UNWRITABLE_FOLDER);
  become_oneself ();
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  g_assert_cmpint (version_read (fixture->path), ==, 1);
}

static void
refuses_a_file_of_somebody_else (Fixture *fixture, gconstpointer data)
{
  version_write (fixture->path, 1, SIZE);
  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
  if (geteuid () != 0)
    {
      g_test_skip ("only root can make a file of somebody else");
      return;
    }
  become_nobody (fixture);
  assert_refused (fixture->path, NULL, LIAISON_STORE_ERROR_NO_PERMISSION);
  become_oneself ();
  g_assert_cmpint (version_read (fixture->path), ==, 1);
}

static void
notices_a_change_before_it_begins (Fixture *fixture, gconstpointer data)
{
  LiaisonFileStamp stamp;

  version_write (fixture->path, 1, SIZE);
  take (fixture->path, &stamp);
  version_write (fixture->path, 2, SIZE);
  assert_refused (fixture->path, &stamp, LIAISON_STORE_ERROR_FOREIGN_CHANGE);
  g_assert_cmpint (version_read (fixture->path), ==, 2);
  assert_put (fixture->path, 3, NULL, 1);
}

static void
notices_a_change_that_hides_its_time (Fixture *fixture, gconstpointer data)
{
  struct timespec times[2];
  struct stat status;
  LiaisonFileStamp stamp;

  version_write (fixture->path, 1, SIZE);
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  take (fixture->path, &stamp);
  version_write (fixture->path, 2, SIZE);
  times[0] = status.st_atim;
  times[1] = status.st_mtim;
  g_assert_cmpint (utimensat (AT_FDCWD, fixture->path, times, 0), ==, 0);
  assert_refused (fixture->path, &stamp, LIAISON_STORE_ERROR_FOREIGN_CHANGE);
  g_assert_cmpint (version_read (fixture->path), ==, 2);
}

static void
notices_a_change_while_it_writes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LiaisonSafeFile) save = NULL;
  g_autoptr (GError) error = NULL;
  LiaisonFileStamp stamp;

  version_write (fixture->path, 1, SIZE);
  take (fixture->path, &stamp);
  save = liaison_safe_file_begin (fixture->path, &stamp, 1, NULL, &error);
  g_assert_no_error (error);
  version_write (fixture->path, 2, 2 * SIZE);
  g_assert_false (liaison_safe_file_commit (save, &stamp, NULL, &error));
  g_assert_error (error, LIAISON_STORE_ERROR, LIAISON_STORE_ERROR_FOREIGN_CHANGE);
  g_clear_pointer (&save, liaison_safe_file_free);
  g_assert_cmpint (version_read (fixture->path), ==, 2);
  g_assert_cmpuint (folder_count (fixture->folder, "", ""), ==, 1);
}

static void
accepts_an_identical_file (Fixture *fixture, gconstpointer data)
{
  LiaisonFileStamp stamp;

  version_write (fixture->path, 1, SIZE);
  take (fixture->path, &stamp);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  version_write (fixture->path, 1, SIZE);
  assert_put (fixture->path, 2, &stamp, 1);
}

static void
notices_a_removed_file (Fixture *fixture, gconstpointer data)
{
  LiaisonFileStamp stamp;

  version_write (fixture->path, 1, SIZE);
  take (fixture->path, &stamp);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  assert_refused (fixture->path, &stamp, LIAISON_STORE_ERROR_GONE);
  g_assert_cmpint (version_read (fixture->path), ==, 0);
}

static void
does_not_replace_a_file_that_came_to_be (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LiaisonSafeFile) save = NULL;
  g_autoptr (GError) error = NULL;
  LiaisonFileStamp stamp;

  take (fixture->path, &stamp);
  save = liaison_safe_file_begin (fixture->path, &stamp, 1, NULL, &error);
  g_assert_no_error (error);
  version_write (fixture->path, 7, SIZE);
  g_assert_false (liaison_safe_file_commit (save, &stamp, NULL, &error));
  g_assert_error (error, LIAISON_STORE_ERROR, LIAISON_STORE_ERROR_FOREIGN_CHANGE);
  g_assert_cmpint (version_read (fixture->path), ==, 7);
}

static void
second_of_two_saves_finds_the_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LiaisonSafeFile) first = NULL;
  g_autoptr (LiaisonSafeFile) second = NULL;
  g_autoptr (GError) error = NULL;
  LiaisonFileStamp stamp, other;

  version_write (fixture->path, 1, SIZE);
  take (fixture->path, &stamp);
  other = stamp;
  first = liaison_safe_file_begin (fixture->path, &stamp, 1, NULL, NULL);
  second = liaison_safe_file_begin (fixture->path, &other, 1, NULL, NULL);
  g_assert_true (liaison_safe_file_commit (first, &stamp, NULL, NULL));
  g_assert_false (liaison_safe_file_commit (second, &other, NULL, &error));
  g_assert_error (error, LIAISON_STORE_ERROR, LIAISON_STORE_ERROR_FOREIGN_CHANGE);
}

static void
abandoned_save_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LiaisonSafeFile) save = NULL;

  version_write (fixture->path, 1, SIZE);
  save = liaison_safe_file_begin (fixture->path, NULL, 1, NULL, NULL);
  g_output_stream_write_all (liaison_safe_file_get_stream (save), "half", 4, NULL, NULL, NULL);
  g_assert_cmpuint (folder_count (fixture->folder, ".liaison-save-", "~"), ==, 1);
  g_clear_pointer (&save, liaison_safe_file_free);
  g_assert_cmpuint (folder_count (fixture->folder, "", ""), ==, 1);
  g_assert_cmpint (version_read (fixture->path), ==, 1);
}

static void
cancelled_save_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LiaisonSafeFile) save = NULL;
  g_autoptr (GError) error = NULL;
  LiaisonFileStamp stamp;

  version_write (fixture->path, 1, SIZE);
  take (fixture->path, &stamp);
  save = liaison_safe_file_begin (fixture->path, &stamp, 1, cancellable, NULL);
  g_assert_true (liaison_safe_file_prepare (save, NULL, cancellable, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (liaison_safe_file_commit (save, &stamp, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (version_read (fixture->path), ==, 1);
  g_assert_null (liaison_safe_file_begin (fixture->path, &stamp, 1, cancellable, NULL));
}

static void
cancelled_write_is_not_committed_later (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LiaisonSafeFile) save = NULL;
  g_autoptr (GError) error = NULL;

  save = liaison_safe_file_begin (fixture->path, NULL, 1, NULL, NULL);
  g_cancellable_cancel (cancellable);
  g_output_stream_write_all (liaison_safe_file_get_stream (save), "half", 4, NULL, cancellable,
                             NULL);
  g_assert_false (liaison_safe_file_commit (save, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (version_read (fixture->path), ==, 0);
}

/* A disk that gives back something else than it was given. */
static void
notices_what_the_disk_garbled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = version_new (2, SIZE);
  g_autoptr (LiaisonSafeFile) save = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *temporary = NULL;
  GOutputStream *stream;
  int fd;

  version_write (fixture->path, 1, SIZE);
  save = liaison_safe_file_begin (fixture->path, NULL, 1, NULL, NULL);
  stream = liaison_safe_file_get_stream (save);
  g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), SIZE, NULL, NULL, NULL);
  g_assert_true (g_output_stream_flush (stream, NULL, NULL));
  temporary = folder_find (fixture->folder, ".liaison-save-");
  fd = open (temporary, O_WRONLY);
  g_assert_cmpint (pwrite (fd, "#", 1, SIZE / 2), ==, 1);
  close (fd);
  g_assert_false (liaison_safe_file_commit (save, NULL, NULL, &error));
  g_assert_error (error, LIAISON_STORE_ERROR, LIAISON_STORE_ERROR_VERIFY_FAILED);
  g_assert_cmpint (version_read (fixture->path), ==, 1);
}

static void
keeps_previous_versions_in_order (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) backups = NULL;

  for (guint number = 1; number <= 6; number++)
    assert_put (fixture->path, number, NULL, 3);
  backups = liaison_backups_list (fixture->path);
  g_assert_cmpuint (g_strv_length (backups), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (version_read (backups[i]), ==, 5 - i);
}

static void
fills_a_gap_between_previous_versions (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;

  for (guint number = 1; number <= 4; number++)
    assert_put (fixture->path, number, NULL, 3);
  before = liaison_backups_list (fixture->path);
  g_assert_cmpint (g_unlink (before[1]), ==, 0);
  assert_put (fixture->path, 5, NULL, 3);
  after = liaison_backups_list (fixture->path);
  g_assert_cmpuint (g_strv_length (after), ==, 3);
  g_assert_cmpint (version_read (after[0]), ==, 4);
  g_assert_cmpint (version_read (after[1]), ==, 3);
  g_assert_cmpint (version_read (after[2]), ==, 1);
}

static void
keeps_previous_versions_of_long_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strnfill (255, 'n');
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_auto (GStrv) backups = NULL;

  assert_put (path, 1, NULL, 2);
  assert_put (path, 2, NULL, 2);
  backups = liaison_backups_list (path);
  g_assert_cmpuint (g_strv_length (backups), ==, 1);
  g_assert_cmpint (version_read (backups[0]), ==, 1);
}

static void
refuses_to_save_without_the_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *in_the_way = g_strconcat (fixture->path, ".previous-1~", NULL);

  version_write (fixture->path, 1, SIZE);
  g_assert_cmpint (g_mkdir (in_the_way, 0700), ==, 0);
  assert_refused (fixture->path, NULL, LIAISON_STORE_ERROR_NO_BACKUP);
  g_assert_cmpint (version_read (fixture->path), ==, 1);
  g_assert_cmpuint (folder_count (fixture->folder, ".liaison-save-", "~"), ==, 0);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/store/safe-file/new-file-is-private", new_file_is_private);
  ADD ("/store/safe-file/keeps-mode-and-attributes", keeps_mode_and_attributes);
  ADD ("/store/safe-file/keeps-owner", keeps_owner);
  ADD ("/store/safe-file/follows-symbolic-links", follows_symbolic_links);
  ADD ("/store/safe-file/creates-target-of-dangling-link", creates_the_target_of_a_dangling_link);
  ADD ("/store/safe-file/refuses-loop-of-links", refuses_a_loop_of_links);
  ADD ("/store/safe-file/parts-hard-links", parts_hard_links_without_touching_the_other_name);
  ADD ("/store/safe-file/refuses-what-is-no-file", refuses_what_is_no_file);
  ADD ("/store/safe-file/refuses-read-only-file", refuses_a_read_only_file);
  ADD ("/store/safe-file/refuses-missing-folder", refuses_a_missing_folder);
  ADD ("/store/safe-file/names-unwritable-folder", names_an_unwritable_folder);
  ADD ("/store/safe-file/refuses-file-of-somebody-else", refuses_a_file_of_somebody_else);
  ADD ("/store/safe-file/notices-change-before", notices_a_change_before_it_begins);
  ADD ("/store/safe-file/notices-change-with-hidden-time", notices_a_change_that_hides_its_time);
  ADD ("/store/safe-file/notices-change-while-writing", notices_a_change_while_it_writes);
  ADD ("/store/safe-file/accepts-identical-file", accepts_an_identical_file);
  ADD ("/store/safe-file/notices-removed-file", notices_a_removed_file);
  ADD ("/store/safe-file/does-not-replace-new-file", does_not_replace_a_file_that_came_to_be);
  ADD ("/store/safe-file/second-save-finds-first", second_of_two_saves_finds_the_first);
  ADD ("/store/safe-file/abandoned-leaves-nothing", abandoned_save_leaves_nothing);
  ADD ("/store/safe-file/cancelled-changes-nothing", cancelled_save_changes_nothing);
  ADD ("/store/safe-file/cancelled-write-stays-failed", cancelled_write_is_not_committed_later);
  ADD ("/store/safe-file/notices-what-disk-garbled", notices_what_the_disk_garbled);
  ADD ("/store/safe-file/keeps-previous-versions", keeps_previous_versions_in_order);
  ADD ("/store/safe-file/fills-gap-in-previous-versions", fills_a_gap_between_previous_versions);
  ADD ("/store/safe-file/keeps-previous-of-long-names", keeps_previous_versions_of_long_names);
  ADD ("/store/safe-file/refuses-without-backup", refuses_to_save_without_the_backup);

  return g_test_run ();
}
