/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves in a process of its own, so that a test may make its system calls fail or kill it.
 *   save-child save PATH NUMBER SIZE    saves that version once, over what stands there
 *   save-child loop PATH SIZE           saves version after version until killed, and says so once
 *   save-child full PATH SIZE           saves onto a small disk of its own until that is full
 * Prints "saved", or "error CODE MESSAGE"; exit status 77 where the system does not let it try. */
#include "config.h"

#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "store/safe-file.h"
#include "version.h"

#define SKIPPED 77

/* A system call that nothing else here makes, seen in the trace: only what is between two of them
 * is tampered with. */
static void
mark (void)
{
  syscall (SYS_getppid);
}

static gboolean
save (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (LiaisonSafeFile) file = NULL;
  LiaisonFileStamp stamp;

  if (!liaison_file_stamp_take (&stamp, path, NULL, error))
    return FALSE;
  file = liaison_safe_file_begin (path, &stamp, 3, NULL, error);
  if (file == NULL)
    return FALSE;
  g_output_stream_write_all (liaison_safe_file_get_stream (file), g_bytes_get_data (bytes, NULL),
                             g_bytes_get_size (bytes), NULL, NULL, NULL);
  return liaison_safe_file_commit (file, &stamp, NULL, error);
}

static int
save_once (const char *path, guint number, gsize size)
{
  g_autoptr (GBytes) bytes = version_new (number, size);
  g_autoptr (GError) error = NULL;
  gboolean saved;

  mark ();
  saved = save (path, bytes, &error);
  mark ();
  if (saved)
    puts ("saved");
  else
    printf ("error %d %s\n", error->code, error->message);
  return 0;
}

static int
save_for_ever (const char *path, gsize size)
{
  gboolean said = FALSE;

  for (guint number = MAX (version_read (path), 0) + 1;; number++)
    {
      g_autoptr (GBytes) bytes = version_new (number, size);

      if (!save (path, bytes, NULL))
        return 1;
      /* Once: the pipe is not read any further. */
      if (!said)
        said = puts ("saving") >= 0 && fflush (stdout) == 0;
    }
}

/* A disk of one megabyte that only this process sees; root may, and others in a name space of users
 * of their own. */
static gboolean
mount_small_disk (const char *folder)
{
  if (unshare (CLONE_NEWNS) != 0 && unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0)
    return FALSE;
  return mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0
         && mount ("none", folder, "tmpfs", 0, "size=1m") == 0;
}

/* Grows the plan until it no longer fits; then the last version that did must stand there whole. */
static int
fill_disk (const char *path, gsize size)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!mount_small_disk (folder))
    return SKIPPED;
  for (guint number = 1; number < 100; number++)
    {
      g_autoptr (GBytes) bytes = version_new (number, size * number);
      g_autoptr (GError) error = NULL;

      if (save (path, bytes, &error) && version_read (path) == (int) number)
        continue;
      printf ("error %d %s\n", error->code, error->message);
      return version_read (path) == (int) number - 1 && number > 1 ? 0 : 1;
    }
  return 1;
}

int
main (int argc, char **argv)
{
  if (argc == 5 && strcmp (argv[1], "save") == 0)
    return save_once (argv[2], atoi (argv[3]), atoi (argv[4]));
  if (argc == 4 && strcmp (argv[1], "loop") == 0)
    return save_for_ever (argv[2], atoi (argv[3]));
  if (argc == 4 && strcmp (argv[1], "full") == 0)
    return fill_disk (argv[2], atoi (argv[3]));
  return 2;
}
