/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogues.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

char *
catalogues_get_path (const char *folder, const char *order)
{
  g_autofree char *name = g_strdup_printf ("%s.%s.mo", folder, order);
  const char *dir = g_getenv ("LIAISON_TEST_CATALOGUES");

  g_assert_nonnull (dir);
  return g_build_filename (dir, name, NULL);
}

GBytes *
catalogues_read (const char *folder, const char *order)
{
  g_autofree char *path = catalogues_get_path (folder, order);
  char *contents;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return g_bytes_new_take (contents, length);
}

static void
put (const char *dir, const char *folder)
{
  g_autofree char *messages = g_build_filename (dir, folder, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (messages, "liaison.mo", NULL);
  g_autoptr (GBytes) bytes = catalogues_read (folder, "little");

  g_assert_cmpint (g_mkdir_with_parents (messages, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
}

char *
catalogues_make_dir (const char *first, ...)
{
  char *dir = g_dir_make_tmp ("liaison-words-XXXXXX", NULL);
  va_list folders;

  g_assert_nonnull (dir);
  va_start (folders, first);
  for (const char *folder = first; folder; folder = va_arg (folders, const char *))
    put (dir, folder);
  va_end (folders);
  return dir;
}

static void
remove_below (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_below (child);
    }
  g_remove (path);
}

void
catalogues_remove_dir (char *dir)
{
  remove_below (dir);
  g_free (dir);
}

LiaisonWords *
catalogues_new_words (const char *language, const char *dir)
{
  const char *const dirs[] = { dir, NULL };

  return liaison_words_new (language, dirs);
}
