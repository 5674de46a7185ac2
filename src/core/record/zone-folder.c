/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/zone-folder.h"

#include "record/zone.h"

#include <string.h>
#include <sys/stat.h>

/* The largest zone file of today has 4 KB. */
#define FILE_SIZE_MAX (1024 * 1024)

static char *
build_path (const char *name)
{
  const char *folder = g_getenv ("TZDIR");

  return g_build_filename (folder != NULL && folder[0] != '\0' ? folder : "/usr/share/zoneinfo",
                           name, NULL);
}

/* The folder holds other things than zones: those below right/ count leap seconds, and some files
 * are only the defaults of a machine. */
static gboolean
is_no_zone (const char *name)
{
  return g_str_has_prefix (name, "right/") || g_str_has_prefix (name, "posix/")
         || strcmp (name, "posixrules") == 0 || strcmp (name, "localtime") == 0
         || strcmp (name, "Factory") == 0;
}

LiaisonZoneData *
liaison_zone_folder_read (const char *name)
{
  g_autofree char *path = build_path (name);
  g_autofree char *bytes = NULL;
  struct stat status;
  gsize size;

  if (is_no_zone (name) || stat (path, &status) != 0 || !S_ISREG (status.st_mode)
      || status.st_size > FILE_SIZE_MAX)
    return NULL;
  if (!g_file_get_contents (path, &bytes, &size, NULL))
    return NULL;
  return liaison_zone_data_new ((const guint8 *) bytes, size);
}

/* Lines of zone.tab and zone1970.tab: countries, coordinates, zone, comments, with tabs between.
 * zone1970.tab merges zones alike since 1970 (it has Europe/Berlin for Norway), so the other comes
 * first. */
typedef void (*LineFunc) (const char *countries, const char *zone, gpointer data);

static gboolean
read_table (const char *table, LineFunc each, gpointer data)
{
  g_autofree char *path = build_path (table);
  g_autofree char *bytes = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &bytes, NULL, NULL))
    return FALSE;
  lines = g_strsplit (bytes, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 4);

      if (lines[i][0] != '#' && g_strv_length (cells) >= 3
          && liaison_zone_is_valid_name (cells[2], strlen (cells[2])))
        each (cells[0], cells[2], data);
    }
  return TRUE;
}

static void
add_zone (const char *countries, const char *zone, gpointer data)
{
  g_hash_table_add (data, (gpointer) liaison_zone_intern (zone, strlen (zone)));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static const char **
make_list (void)
{
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);
  GPtrArray *sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  read_table ("zone1970.tab", add_zone, set);
  read_table ("zone.tab", add_zone, set);
  add_zone (NULL, "UTC", set);
  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (sorted, name);
  g_ptr_array_sort (sorted, compare_names);
  g_ptr_array_add (sorted, NULL);
  return (const char **) g_ptr_array_free (sorted, FALSE);
}

const char *const *
liaison_zone_list (void)
{
  static const char **list;

  if (g_once_init_enter (&list))
    g_once_init_leave (&list, make_list ());
  return list;
}

typedef struct
{
  const char *code;
  GStrvBuilder *found;
} CountrySearch;

static void
add_zone_of_country (const char *countries, const char *zone, gpointer data)
{
  CountrySearch *search = data;

  for (const char *at = countries; strlen (at) >= 2; at += at[2] == ',' ? 3 : 2)
    if (g_ascii_strncasecmp (at, search->code, 2) == 0)
      {
        g_strv_builder_add (search->found, zone);
        return;
      }
}

char **
liaison_zone_list_for_country (const char *code)
{
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  CountrySearch search = { code, found };

  if (strlen (code) == 2 && !read_table ("zone.tab", add_zone_of_country, &search))
    read_table ("zone1970.tab", add_zone_of_country, &search);
  return g_strv_builder_end (found);
}
