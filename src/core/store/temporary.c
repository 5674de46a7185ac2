/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/descriptor.h"
#include "store/owner.h"

#define PREFIX ".liaison-save-"
#define TRIES  16

char *
liaison_temporary_new_name (void)
{
  LiaisonOwner self;

  liaison_owner_get_self (&self);
  return g_strdup_printf (PREFIX "%s-%" G_GINT64_FORMAT "-%" G_GUINT64_FORMAT "-%08x%08x~",
                          self.boot[0] != '\0' ? self.boot : "unknown", self.pid, self.start,
                          g_random_int (), g_random_int ());
}

int
liaison_temporary_create (int directory, char **name)
{
  for (guint i = 0; i < TRIES; i++)
    {
      g_autofree char *candidate = liaison_temporary_new_name ();
      int fd =
          openat (directory, candidate, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

      if (fd < 0 && errno == EEXIST)
        continue;
      if (fd < 0)
        return -1;
      /* Where the file system knows no locks, the process number in the name still tells whose it
       * is. */
      flock (fd, LOCK_EX | LOCK_NB);
      *name = g_steal_pointer (&candidate);
      return fd;
    }
  errno = EEXIST;
  return -1;
}

/* Takes a name apart; FALSE for anything that we would not have called so. */
static gboolean
parse_name (const char *name, LiaisonOwner *owner)
{
  guint32 high, low;
  int end = 0;
  int fields;

  if (!g_str_has_prefix (name, PREFIX))
    return FALSE;
  name += strlen (PREFIX);
  memset (owner, 0, sizeof *owner);
  if (g_str_has_prefix (name, "unknown-"))
    name += strlen ("unknown");
  else if (strlen (name) > LIAISON_OWNER_BOOT_LENGTH)
    {
      memcpy (owner->boot, name, LIAISON_OWNER_BOOT_LENGTH);
      name += LIAISON_OWNER_BOOT_LENGTH;
    }
  fields = sscanf (name, "-%" G_GINT64_FORMAT "-%" G_GUINT64_FORMAT "-%8x%8x~%n", &owner->pid,
                   &owner->start, &high, &low, &end);
  return fields == 4 && end > 0 && name[end] == '\0' && owner->pid > 0;
}

/* The lock is asked for only to learn whether somebody holds it. */
static gboolean
is_locked (int directory, const char *name)
{
  g_auto (LiaisonDescriptor) fd =
      openat (directory, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

  return fd < 0 || (flock (fd, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK);
}

static gboolean
is_stray (int directory, const char *name, gint64 now)
{
  LiaisonOwner owner;
  struct stat status;

  if (!parse_name (name, &owner))
    return FALSE;
  if (fstatat (directory, name, &status, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG (status.st_mode)
      || status.st_uid != geteuid () || is_locked (directory, name))
    return FALSE;
  if (liaison_owner_is_local (&owner))
    return liaison_owner_is_dead (&owner);
  return now - (gint64) status.st_mtim.tv_sec * 1000000 > LIAISON_TEMPORARY_OLD;
}

guint
liaison_temporary_sweep (const char *folder, gint64 now)
{
  g_autoptr (GDir) dir = NULL;
  g_auto (LiaisonDescriptor) directory = -1;
  const char *name;
  guint swept = 0;

  g_return_val_if_fail (folder != NULL, 0);

  dir = g_dir_open (folder, 0, NULL);
  directory = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (dir == NULL || directory < 0)
    return 0;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (is_stray (directory, name, now) && unlinkat (directory, name, 0) == 0)
      swept++;
  return swept;
}
