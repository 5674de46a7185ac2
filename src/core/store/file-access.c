/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/file-access.h"

#include <errno.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

/* POSIX.1e draft 17, as Linux stores it; the group bits of the mode are its mask. */
#define ACCESS_LIST    "system.posix_acl_access"
#define MAX_ATTRIBUTES (64 * 1024)

static gboolean
is_refusal (int errsv)
{
  return errsv == EPERM || errsv == EACCES || errsv == ENOTSUP || errsv == ENOSYS
         || errsv == EINVAL;
}

static gboolean
copy_attribute (int from, int to, const char *name)
{
  g_autofree char *value = g_malloc (MAX_ATTRIBUTES);
  gssize n = fgetxattr (from, name, value, MAX_ATTRIBUTES);

  return n >= 0 && fsetxattr (to, name, value, n, 0) == 0;
}

/* Returns FALSE when the old file has an access control list that the new one could not be given.
 * One that the new file has only from its folder would let in people whom the old file kept out. */
static gboolean
copy_attributes (int from, int to)
{
  g_autofree char *names = g_malloc (MAX_ATTRIBUTES);
  gssize n = flistxattr (from, names, MAX_ATTRIBUTES);
  gboolean has_list = FALSE;

  for (gssize at = 0; at < n; at += strlen (names + at) + 1)
    if (strcmp (names + at, ACCESS_LIST) == 0)
      has_list = TRUE;
    else if (g_str_has_prefix (names + at, "user."))
      copy_attribute (from, to, names + at);
  if (has_list)
    return copy_attribute (from, to, ACCESS_LIST);
  return fremovexattr (to, ACCESS_LIST) == 0 || is_refusal (errno) || errno == ENODATA;
}

static void
copy_owner (const struct stat *status, int to)
{
  struct stat now;

  if (fstat (to, &now) != 0 || (now.st_uid == status->st_uid && now.st_gid == status->st_gid))
    return;
  /* Only root gives files away, but anybody may give one to another group of their own. */
  if (fchown (to, status->st_uid, status->st_gid) != 0)
    (void) !fchown (to, -1, status->st_gid);
}

gboolean
liaison_file_access_copy (int from, const struct stat *status, int to)
{
  mode_t mode = status->st_mode & 0777;
  mode_t everybody = mode & 0007;
  gboolean kept;
  struct stat now;

  copy_owner (status, to);
  if (fstat (to, &now) != 0)
    return FALSE;
  kept = copy_attributes (from, to) && now.st_gid == status->st_gid;
  if (!kept)
    mode = (mode & 0707) | everybody << 3;
  return fchmod (to, mode) == 0 || is_refusal (errno);
}
