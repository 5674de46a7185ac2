/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "release/banner.h"

#include "record/kinds/exercise.h"
#include "record/release-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LiaisonBanner
{
  LiaisonLookup lookup;
  GPtrArray *levels; /* interned, each once */
  LiaisonCodes *nations;
  gboolean filled; /* FALSE: nothing was added, so anybody may have it */
};

LiaisonBanner *
liaison_banner_new (const LiaisonLookup *lookup)
{
  LiaisonBanner *self = g_new0 (LiaisonBanner, 1);

  self->lookup = *lookup;
  self->levels = g_ptr_array_new ();
  return self;
}

void
liaison_banner_free (LiaisonBanner *self)
{
  g_ptr_array_unref (self->levels);
  liaison_codes_unref (self->nations);
  g_free (self);
}

static void
add_level (LiaisonBanner *self, const char *level)
{
  if (!g_ptr_array_find (self->levels, level, NULL))
    g_ptr_array_add (self->levels, (gpointer) level);
}

static void
narrow (LiaisonBanner *self, const LiaisonCodes *list)
{
  LiaisonCodes *before = self->nations;

  self->nations = self->filled ? liaison_release_list_intersect (before, list)
                               : liaison_codes_ref ((LiaisonCodes *) list);
  liaison_codes_unref (before);
  self->filled = TRUE;
}

static const LiaisonMarking *
get_default (const LiaisonBanner *self)
{
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&self->lookup);

  return LIAISON_DATA (Exercise, exercise)->default_marking;
}

void
liaison_banner_add (LiaisonBanner *self, const LiaisonBlock *block)
{
  gboolean markable = liaison_shape_find (block->shape, "marking", NULL) != NULL;
  const LiaisonMarking *marking = markable ? liaison_block_get_marking (block) : get_default (self);
  g_autoptr (LiaisonCodes) list = markable
                                      ? liaison_release_list_of (&self->lookup, block)
                                      : liaison_release_list_of_marking (&self->lookup, marking);

  if (marking != NULL)
    add_level (self, marking->level);
  if (markable || marking != NULL)
    narrow (self, list);
}

/* The exercise's scheme where it knows all of them, else one that does. */
static const LiaisonMarkingScheme *
find_scheme (const LiaisonLookup *lookup, const GPtrArray *levels)
{
  const LiaisonMarkingScheme *own =
      liaison_marking_scheme_of (liaison_lookup_get_exercise (lookup));
  guint n;
  const LiaisonMarkingScheme *const *list = liaison_marking_scheme_list (&n);

  for (guint i = 0; i <= n; i++)
    {
      const LiaisonMarkingScheme *scheme = i == 0 ? own : list[i - 1];
      gboolean all = scheme != NULL;

      for (guint j = 0; all && j < levels->len; j++)
        all = liaison_marking_scheme_find_level (scheme, levels->pdata[j]) != NULL;
      if (all)
        return scheme;
    }
  return NULL;
}

static const char *
find_highest (const LiaisonMarkingScheme *scheme, const GPtrArray *levels)
{
  const char *highest = levels->len > 0 ? levels->pdata[0] : NULL;

  if (scheme == NULL && levels->len > 1)
    return NULL;
  for (guint i = 1; i < levels->len; i++)
    {
      int order = 0;

      if (liaison_marking_scheme_compare (scheme, levels->pdata[i], highest, &order) && order > 0)
        highest = levels->pdata[i];
    }
  return highest;
}

const char *
liaison_banner_get_level (const LiaisonBanner *self)
{
  return find_highest (find_scheme (&self->lookup, self->levels), self->levels);
}

const LiaisonCodes *
liaison_banner_get_nations (const LiaisonBanner *self, gboolean *any)
{
  *any = !self->filled;
  return self->nations;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
join_levels (const LiaisonBanner *self)
{
  g_autoptr (GPtrArray) levels = g_ptr_array_copy (self->levels, NULL, NULL);

  g_ptr_array_sort (levels, compare_texts);
  g_ptr_array_add (levels, NULL);
  return g_strjoinv (" / ", (char **) levels->pdata);
}

char *
liaison_banner_tell (const LiaisonBanner *self, LiaisonWords *words)
{
  const LiaisonMarkingScheme *scheme = find_scheme (&self->lookup, self->levels);
  const char *highest = find_highest (scheme, self->levels);
  g_autofree char *joined = highest == NULL ? join_levels (self) : NULL;
  /* Translators: In a marking, in place of the nations it may be released to: “EXERCISE –
   * RESTRICTED REL NONE”. */
  const char *none = liaison_words_get (words, N_ ("NONE"));
  guint n;
  const char *const *nations = liaison_codes_get (self->nations, &n);

  if (self->levels->len == 0)
    return NULL;
  return liaison_marking_scheme_tell_banner (scheme, highest != NULL ? highest : joined,
                                             n > 0 ? nations : &none, MAX (n, 1),
                                             liaison_words_get_language (words));
}

char *
liaison_banner_tell_portion (const LiaisonLookup *lookup, const LiaisonBlock *block)
{
  const LiaisonMarking *marking = liaison_block_get_marking (block);
  g_autoptr (LiaisonCodes) list = liaison_release_list_of (lookup, block);
  const LiaisonMarkingScheme *scheme =
      liaison_marking_scheme_of (liaison_lookup_get_exercise (lookup));
  guint n;
  const char *const *nations = liaison_codes_get (list, &n);

  return liaison_marking_scheme_tell_portion (scheme, marking != NULL ? marking->level : "–",
                                              nations, n);
}
