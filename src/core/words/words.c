/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/words.h"

#include "build-paths.h"
#include "words/catalogue.h"
#include "words/language.h"
#include "words/words-private.h"

#include <string.h>
#include <unicode/uloc.h>

#define CATALOGUE_FILE "liaison.mo"

const char *const liaison_words_default_dirs[] = {
  LIAISON_BUILD_LOCALEDIR,
  LIAISON_LOCALEDIR,
  NULL,
};

G_DEFINE_BOXED_TYPE (LiaisonWords, liaison_words, liaison_words_ref, liaison_words_unref)

static void
read_catalogue (LiaisonWords *self, const char *const *dirs, const char *folder)
{
  for (; *dirs; dirs++)
    {
      g_autofree char *path = g_build_filename (*dirs, folder, "LC_MESSAGES", CATALOGUE_FILE, NULL);
      g_autoptr (GError) error = NULL;
      LiaisonCatalogue *catalogue;

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      catalogue = liaison_catalogue_new (path, &error);
      if (catalogue)
        {
          g_ptr_array_add (self->catalogues, catalogue);
          return;
        }
      if (!self->problem)
        self->problem = g_steal_pointer (&error);
    }
}

LiaisonWords *
liaison_words_new_with_digits (const char *language,
                               const char *const *catalogue_dirs,
                               LiaisonDigits digits)
{
  LiaisonWords *self = g_atomic_rc_box_new0 (LiaisonWords);
  const char *const *dirs = catalogue_dirs ? catalogue_dirs : liaison_words_default_dirs;
  g_auto (GStrv) folders = NULL;

  self->language = liaison_language_normalise (language);
  if (!self->language)
    self->language = g_strdup ("en");
  self->right_to_left = uloc_isRightToLeft (self->language);
  self->catalogues = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_catalogue_unref);
  liaison_icu_init (&self->icu, self->language, digits);

  folders = liaison_language_list_folders (self->language);
  for (char **folder = folders; *folder; folder++)
    read_catalogue (self, dirs, *folder);
  return self;
}

LiaisonWords *
liaison_words_new (const char *language, const char *const *catalogue_dirs)
{
  return liaison_words_new_with_digits (language, catalogue_dirs, LIAISON_DIGITS_USUAL);
}

LiaisonWords *
liaison_words_ref (LiaisonWords *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  LiaisonWords *self = data;

  liaison_icu_clear (&self->icu);
  g_clear_pointer (&self->catalogues, g_ptr_array_unref);
  g_clear_pointer (&self->language, g_free);
  g_clear_error (&self->problem);
}

void
liaison_words_unref (LiaisonWords *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static int
compare_tags (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_languages (GPtrArray *languages, const char *dir_name)
{
  g_autoptr (GDir) dir = g_dir_open (dir_name, 0, NULL);
  const char *folder;

  while (dir && (folder = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path =
          g_build_filename (dir_name, folder, "LC_MESSAGES", CATALOGUE_FILE, NULL);
      g_autofree char *tag = NULL;

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        tag = liaison_language_from_folder (folder);
      if (tag && !g_ptr_array_find_with_equal_func (languages, tag, g_str_equal, NULL))
        g_ptr_array_add (languages, g_steal_pointer (&tag));
    }
}

char **
liaison_words_list_languages (const char *const *catalogue_dirs)
{
  const char *const *dirs = catalogue_dirs ? catalogue_dirs : liaison_words_default_dirs;
  g_autoptr (GPtrArray) languages = g_ptr_array_new ();

  g_ptr_array_add (languages, g_strdup ("en"));
  for (; *dirs; dirs++)
    add_languages (languages, *dirs);
  g_ptr_array_sort (languages, compare_tags);
  g_ptr_array_add (languages, NULL);
  return (char **) g_ptr_array_steal (languages, NULL);
}

const char *
liaison_words_get_language (LiaisonWords *self)
{
  return self->language;
}

gboolean
liaison_words_is_right_to_left (LiaisonWords *self)
{
  return self->right_to_left;
}

const GError *
liaison_words_get_problem (LiaisonWords *self)
{
  return self->problem;
}

const char *
liaison_words_get_context (LiaisonWords *self, const char *context, const char *msgid)
{
  for (guint i = 0; i < self->catalogues->len; i++)
    {
      const char *text =
          liaison_catalogue_look_up (g_ptr_array_index (self->catalogues, i), context, msgid);

      if (text)
        return text;
    }
  return msgid;
}

const char *
liaison_words_get (LiaisonWords *self, const char *msgid)
{
  return liaison_words_get_context (self, NULL, msgid);
}

const char *
liaison_words_get_plural (LiaisonWords *self, const char *singular, const char *plural, guint64 n)
{
  for (guint i = 0; i < self->catalogues->len; i++)
    {
      const char *text = liaison_catalogue_look_up_plural (g_ptr_array_index (self->catalogues, i),
                                                           NULL, singular, n);

      if (text)
        return text;
    }
  return n == 1 ? singular : plural;
}
