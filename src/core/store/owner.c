/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/owner.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "store/descriptor.h"

/* The kernel's name for this boot: the same for all processes of a machine, another after every
 * start. */
static void
read_boot (char *boot)
{
  g_auto (LiaisonDescriptor) fd = open ("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC);

  boot[0] = '\0';
  if (fd >= 0
      && liaison_descriptor_read (fd, boot, LIAISON_OWNER_BOOT_LENGTH) == LIAISON_OWNER_BOOT_LENGTH)
    boot[LIAISON_OWNER_BOOT_LENGTH] = '\0';
  else
    boot[0] = '\0';
}

/* Field 22 of /proc/PID/stat (proc(5)); the second field is a name in parentheses that may hold
 * blanks. */
static guint64
read_start (gint64 pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%" G_GINT64_FORMAT "/stat", pid);
  g_auto (LiaisonDescriptor) fd = open (path, O_RDONLY | O_CLOEXEC);
  char text[1024];
  gssize n = fd >= 0 ? liaison_descriptor_read (fd, text, sizeof text - 1) : -1;
  const char *at;

  if (n <= 0)
    return 0;
  text[n] = '\0';
  at = strrchr (text, ')');
  for (guint field = 2; at != NULL && field < 22; field++)
    at = strchr (at + 1, ' ');
  return at != NULL ? g_ascii_strtoull (at + 1, NULL, 10) : 0;
}

void
liaison_owner_get_self (LiaisonOwner *owner)
{
  owner->pid = getpid ();
  owner->start = read_start (owner->pid);
  read_boot (owner->boot);
}

gboolean
liaison_owner_is_local (const LiaisonOwner *owner)
{
  char boot[LIAISON_OWNER_BOOT_LENGTH + 1];

  read_boot (boot);
  return boot[0] != '\0' && strcmp (boot, owner->boot) == 0;
}

gboolean
liaison_owner_is_dead (const LiaisonOwner *owner)
{
  guint64 start;

  if (owner->pid <= 0 || (kill (owner->pid, 0) != 0 && errno == ESRCH))
    return TRUE;
  start = read_start (owner->pid);
  return owner->start != 0 && start != 0 && start != owner->start;
}
