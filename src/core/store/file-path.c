/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/file-path.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/error.h"

static gboolean
names_a_file (const char *path)
{
  const char *slash = strrchr (path, '/');
  const char *name = slash != NULL ? slash + 1 : path;

  return *name != '\0' && strcmp (name, ".") != 0 && strcmp (name, "..") != 0;
}

/* What the link @path points to, seen from the link's own folder; NULL with errno, EINVAL where it
 * is no link. */
static char *
read_link (const char *path)
{
  char target[4096];
  g_autofree char *folder = NULL;
  gssize n = readlink (path, target, sizeof target - 1);

  if (n < 0)
    return NULL;
  target[n] = '\0';
  if (target[0] == '/')
    return g_strdup (target);
  folder = g_path_get_dirname (path);
  return g_strconcat (folder, "/", target, NULL);
}

static char *
follow_links (const char *path, GError **error)
{
  g_autofree char *current = g_strdup (path);

  for (guint i = 0; i <= LIAISON_FILE_PATH_MAX_LINKS; i++)
    {
      g_autofree char *next = NULL;

      if (!names_a_file (current))
        {
          liaison_store_fail (error, LIAISON_STORE_ERROR_NOT_REGULAR, path, "names a folder");
          return NULL;
        }
      next = read_link (current);
      if (next == NULL && (errno == EINVAL || errno == ENOENT))
        return g_steal_pointer (&current);
      if (next == NULL)
        {
          liaison_store_fail_errno (error, errno, path, "follow the links of its name");
          return NULL;
        }
      g_free (current);
      current = g_steal_pointer (&next);
    }
  liaison_store_fail (error, LIAISON_STORE_ERROR_LINK_LOOP, path,
                      "is a symbolic link that leads nowhere");
  return NULL;
}

char *
liaison_file_path_resolve (const char *path, GError **error)
{
  g_autofree char *file = NULL;
  g_autofree char *folder = NULL;
  const char *name;
  char *real;
  char *resolved;

  g_return_val_if_fail (path != NULL, NULL);

  file = follow_links (path, error);
  if (file == NULL)
    return NULL;
  folder = g_path_get_dirname (file);
  real = realpath (folder, NULL);
  if (real == NULL)
    {
      liaison_store_fail_errno (error, errno, path, "find its folder");
      return NULL;
    }
  name = strrchr (file, '/');
  name = name != NULL ? name + 1 : file;
  resolved = g_strconcat (strcmp (real, "/") == 0 ? "" : real, "/", name, NULL);
  free (real);
  return resolved;
}
