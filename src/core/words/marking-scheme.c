/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/exercise.h"
#include "words/marking-scheme-private.h"

#include "liaison-markings.h"

#include <string.h>

#define RESOURCE_FOLDER "/org/liaisonplanner/Liaison/markings/"

/* The neutral one first. */
static const char *const names[] = { "exercise", "tlp-2-0", "national-example" };

/* What was asked for by name, found or not. */
static GMutex looking;
static GHashTable *known; /* name -> LiaisonMarkingScheme, or NULL for none */

static void
level_free (LiaisonMarkingLevel *level)
{
  liaison_text_unref (level->name);
  liaison_text_unref (level->meaning);
  g_free (level->abbreviation);
  g_free (level->colour);
  g_free (level->ground);
  g_free (level);
}

void
liaison_marking_scheme_free (LiaisonMarkingScheme *self)
{
  for (guint i = 0; i < self->levels->len; i++)
    level_free (self->levels->pdata[i]);
  g_ptr_array_unref (self->levels);
  liaison_text_unref (self->title);
  liaison_text_unref (self->summary);
  g_free (self->name);
  g_free (self->source);
  g_free (self->banner);
  g_free (self->banner_alone);
  g_free (self->portion);
  g_free (self->portion_alone);
  g_free (self->separator);
  g_free (self);
}

static LiaisonMarkingScheme *
read_built_in (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, ".json", NULL);
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (liaison_markings_get_resource (), path, 0, NULL);

  return bytes != NULL ? liaison_marking_scheme_read (bytes, NULL) : NULL;
}

static LiaisonMarkingScheme *
read_file (const char *folder, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_build_filename (folder, "liaison", "markings", file, NULL);
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) bytes = mapped != NULL ? g_mapped_file_get_bytes (mapped) : NULL;
  LiaisonMarkingScheme *self = bytes != NULL ? liaison_marking_scheme_read (bytes, NULL) : NULL;

  if (self == NULL || strcmp (self->name, name) == 0)
    return self;
  liaison_marking_scheme_free (self);
  return NULL;
}

/* Built-in ones are the same for everybody: no file stands in for them. */
static LiaisonMarkingScheme *
look_for (const char *name)
{
  const char *const *folders = g_get_system_data_dirs ();
  LiaisonMarkingScheme *self = read_built_in (name);

  if (self == NULL)
    self = read_file (g_get_user_data_dir (), name);
  for (guint i = 0; self == NULL && folders[i] != NULL; i++)
    self = read_file (folders[i], name);
  return self;
}

/* It becomes the name of a file. */
static gboolean
is_safe_name (const char *name)
{
  return *name != '\0' && strlen (name) <= 64
         && name[strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

const LiaisonMarkingScheme *
liaison_marking_scheme_find (const char *name)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&looking);
  gpointer found;

  if (name == NULL || !is_safe_name (name))
    return NULL;
  if (known == NULL)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  if (g_hash_table_lookup_extended (known, name, NULL, &found))
    return found;
  found = look_for (name);
  g_hash_table_insert (known, g_strdup (name), found);
  return found;
}

const LiaisonMarkingScheme *const *
liaison_marking_scheme_list (guint *n)
{
  static const LiaisonMarkingScheme *list[G_N_ELEMENTS (names)];
  static gsize listed;

  if (g_once_init_enter (&listed))
    {
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        list[i] = liaison_marking_scheme_find (names[i]);
      g_once_init_leave (&listed, 1);
    }
  *n = G_N_ELEMENTS (names);
  return list;
}

const LiaisonMarkingScheme *
liaison_marking_scheme_of (const LiaisonBlock *exercise)
{
  const LiaisonExerciseData *data = LIAISON_DATA (Exercise, exercise);
  guint n;
  const LiaisonMarkingScheme *const *list = liaison_marking_scheme_list (&n);

  if (data->marking_scheme != NULL && *data->marking_scheme != '\0')
    return liaison_marking_scheme_find (data->marking_scheme);
  for (guint i = 0; data->default_marking != NULL && i < n; i++)
    if (liaison_marking_scheme_find_level (list[i], data->default_marking->level) != NULL)
      return list[i];
  return NULL;
}

const LiaisonMarkingLevel *
liaison_marking_scheme_find_level (const LiaisonMarkingScheme *self, const char *code)
{
  for (guint i = 0; self != NULL && code != NULL && i < self->levels->len; i++)
    {
      const LiaisonMarkingLevel *level = self->levels->pdata[i];

      if (strcmp (level->code, code) == 0)
        return level;
    }
  return NULL;
}

gboolean
liaison_marking_scheme_compare (const LiaisonMarkingScheme *self,
                                const char *a,
                                const char *b,
                                int *order)
{
  const LiaisonMarkingLevel *one = liaison_marking_scheme_find_level (self, a);
  const LiaisonMarkingLevel *other = liaison_marking_scheme_find_level (self, b);

  if (one == NULL || other == NULL)
    return FALSE;
  *order = (int) one->rank - (int) other->rank;
  return TRUE;
}

gboolean
liaison_marking_scheme_is_within (const LiaisonMarkingScheme *self,
                                  const char *level,
                                  const char *highest)
{
  int order;

  return g_strcmp0 (level, highest) == 0
         || (liaison_marking_scheme_compare (self, level, highest, &order) && order <= 0);
}

static void
append_nations (GString *text,
                const LiaisonMarkingScheme *self,
                const char *const *nations,
                guint n)
{
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (text, self != NULL ? self->separator : LIAISON_MARKING_USUAL_SEPARATOR);
      g_string_append (text, nations[i]);
    }
}

static char *
fill (const LiaisonMarkingScheme *self,
      const char *template,
      const char *level,
      const char *abbreviation,
      const char *const *nations,
      guint n)
{
  GString *text = g_string_new (NULL);

  for (const char *p = template; *p != '\0';)
    if (g_str_has_prefix (p, "{level}"))
      {
        g_string_append (text, level);
        p += strlen ("{level}");
      }
    else if (g_str_has_prefix (p, "{short}"))
      {
        g_string_append (text, abbreviation);
        p += strlen ("{short}");
      }
    else if (g_str_has_prefix (p, "{nations}"))
      {
        append_nations (text, self, nations, n);
        p += strlen ("{nations}");
      }
    else
      g_string_append_c (text, *p++);
  return g_string_free (text, FALSE);
}

char *
liaison_marking_scheme_tell_banner (const LiaisonMarkingScheme *self,
                                    const char *level,
                                    const char *const *nations,
                                    guint n,
                                    const char *language)
{
  const LiaisonMarkingLevel *found = liaison_marking_scheme_find_level (self, level);
  const char *name = found != NULL ? liaison_text_pick (found->name, language, NULL) : level;
  const char *usual = n > 0 ? LIAISON_MARKING_USUAL_BANNER : LIAISON_MARKING_USUAL_BANNER_ALONE;
  const char *template = self == NULL ? usual : n > 0 ? self->banner : self->banner_alone;

  return fill (self, template, name, found != NULL ? found->abbreviation : level, nations, n);
}

char *
liaison_marking_scheme_tell_portion (const LiaisonMarkingScheme *self,
                                     const char *level,
                                     const char *const *nations,
                                     guint n)
{
  const LiaisonMarkingLevel *found = liaison_marking_scheme_find_level (self, level);
  const char *name = found != NULL ? liaison_text_pick (found->name, "en", NULL) : level;
  const char *usual = n > 0 ? LIAISON_MARKING_USUAL_PORTION : LIAISON_MARKING_USUAL_PORTION_ALONE;
  const char *template = self == NULL ? usual : n > 0 ? self->portion : self->portion_alone;

  return fill (self, template, name, found != NULL ? found->abbreviation : level, nations, n);
}

static gboolean
begins_with_name (const char *banner, const LiaisonMarkingLevel *level)
{
  for (guint i = 0; i < liaison_text_get_size (level->name); i++)
    {
      const char *name = liaison_text_get_string (level->name, i);
      gsize length = strlen (name);

      if (strncmp (banner, name, length) == 0 && (banner[length] == '\0' || banner[length] == ' '))
        return TRUE;
    }
  return FALSE;
}

const LiaisonMarkingLevel *
liaison_marking_scheme_find_label (const char *banner)
{
  guint n;
  const LiaisonMarkingScheme *const *list = liaison_marking_scheme_list (&n);

  for (guint i = 0; banner != NULL && i < n; i++)
    for (guint j = 0; list[i] != NULL && j < list[i]->levels->len; j++)
      {
        const LiaisonMarkingLevel *level = list[i]->levels->pdata[j];

        if (level->colour != NULL && begins_with_name (banner, level))
          return level;
      }
  return NULL;
}
