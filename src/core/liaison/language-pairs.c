/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "liaison/language-pairs.h"

#include "liaison/languages.h"
#include "record/kinds/nation.h"

#include <string.h>

typedef struct
{
  LiaisonLanguagePair pair;
  GArray *rows; /* of guint: rows of the board that need it */
} Pair;

struct _LiaisonLanguagePairs
{
  const LiaisonSnapshot *snapshot;
  const LiaisonManning *manning;
  GArray *pairs;    /* of Pair */
  GPtrArray *there; /* for each watch those named in it: GPtrArray of const LiaisonStand * */
};

static void
pair_clear (gpointer data)
{
  g_array_unref (((Pair *) data)->rows);
}

void
liaison_language_pairs_free (LiaisonLanguagePairs *self)
{
  g_array_unref (self->pairs);
  g_ptr_array_unref (self->there);
  g_free (self);
}

static Pair *
find_pair (LiaisonLanguagePairs *self, const char *one, const char *two)
{
  Pair made = { { one, two, 0 }, NULL };

  if (strcmp (one, two) > 0)
    made.pair = (LiaisonLanguagePair){ two, one, 0 };
  for (guint i = 0; i < self->pairs->len; i++)
    {
      Pair *pair = &g_array_index (self->pairs, Pair, i);
      if ((liaison_language_same (pair->pair.one, one)
           && liaison_language_same (pair->pair.two, two))
          || (liaison_language_same (pair->pair.one, two)
              && liaison_language_same (pair->pair.two, one)))
        return pair;
    }
  made.rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (self->pairs, made);
  return &g_array_index (self->pairs, Pair, self->pairs->len - 1);
}

static void
add_need (LiaisonLanguagePairs *self, guint row, const char *home, const char *asked)
{
  Pair *pair;

  if (liaison_language_same (home, asked))
    return;
  pair = find_pair (self, home, asked);
  if (pair->rows->len > 0 && g_array_index (pair->rows, guint, pair->rows->len - 1) == row)
    return;
  g_array_append_val (pair->rows, row);
  pair->pair.posts++;
}

static const LiaisonItems *
get_home_languages (const LiaisonSnapshot *snapshot, const char *code)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);
  const LiaisonBlock *nation = code != NULL ? liaison_lookup_find_nation (&lookup, code) : NULL;

  return nation != NULL ? LIAISON_DATA (Nation, nation)->languages : NULL;
}

static void
look_at_post (LiaisonLanguagePairs *self, guint row)
{
  const LiaisonPostData *post = LIAISON_DATA (Post, liaison_manning_get_post (self->manning, row));
  const LiaisonItems *home = get_home_languages (self->snapshot, post->from_nation);

  for (guint i = 0; i < liaison_items_get_size (home); i++)
    {
      const LiaisonLanguageUseData *use = LIAISON_DATA (LanguageUse, liaison_items_get (home, i));
      if (use->language.language == NULL || use->use == LIAISON_LANGUAGE_USE_PRINTED
          || use->use == LIAISON_LANGUAGE_USE_WORKING)
        continue;
      for (guint j = 0; j < liaison_items_get_size (post->languages); j++)
        {
          const LiaisonPostLanguageData *asked =
              LIAISON_DATA (PostLanguage, liaison_items_get (post->languages, j));
          if (asked->level.language != NULL)
            add_need (self, row, use->language.language, asked->level.language);
        }
    }
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *one = a, *two = b;

  if (one->pair.posts != two->pair.posts)
    return one->pair.posts > two->pair.posts ? -1 : 1;
  return strcmp (one->pair.one, two->pair.one) != 0 ? strcmp (one->pair.one, two->pair.one)
                                                    : strcmp (one->pair.two, two->pair.two);
}

static gboolean
is_there (const LiaisonStand *stand)
{
  return stand->person != NULL
         && LIAISON_DATA (Shift, stand->shift)->status != LIAISON_SHIFT_STATUS_ABSENT;
}

static void
gather_watch (LiaisonLanguagePairs *self, guint watch)
{
  GPtrArray *there = g_ptr_array_new ();

  for (guint row = 0; row < liaison_manning_count_rows (self->manning); row++)
    {
      g_autoptr (GPtrArray) stands = liaison_manning_list (self->manning, row, watch);
      for (guint i = 0; i < stands->len; i++)
        if (is_there (stands->pdata[i]))
          g_ptr_array_add (there, stands->pdata[i]);
    }
  g_ptr_array_add (self->there, there);
}

LiaisonLanguagePairs *
liaison_language_pairs_new (const LiaisonSnapshot *snapshot, const LiaisonManning *manning)
{
  LiaisonLanguagePairs *self = g_new0 (LiaisonLanguagePairs, 1);

  self->snapshot = snapshot;
  self->manning = manning;
  self->pairs = g_array_new (FALSE, TRUE, sizeof (Pair));
  g_array_set_clear_func (self->pairs, pair_clear);
  for (guint row = 0; row < liaison_manning_count_rows (manning); row++)
    look_at_post (self, row);
  g_array_sort (self->pairs, compare_pairs);
  self->there = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint watch = 0; watch < liaison_manning_count_watches (manning); watch++)
    gather_watch (self, watch);
  return self;
}

guint
liaison_language_pairs_count (const LiaisonLanguagePairs *self)
{
  return self->pairs->len;
}

const LiaisonLanguagePair *
liaison_language_pairs_get (const LiaisonLanguagePairs *self, guint pair)
{
  return &g_array_index (self->pairs, Pair, pair).pair;
}

guint
liaison_language_pairs_count_needed (const LiaisonLanguagePairs *self, guint pair, guint watch)
{
  const GArray *rows = g_array_index (self->pairs, Pair, pair).rows;
  guint needed = 0;

  for (guint i = 0; i < rows->len; i++)
    needed += liaison_manning_get_state (self->manning, g_array_index (rows, guint, i), watch, NULL)
              != LIAISON_MANNING_IDLE;
  return needed;
}

GPtrArray *
liaison_language_pairs_list (const LiaisonLanguagePairs *self, guint number, guint watch)
{
  const LiaisonLanguagePair *pair = liaison_language_pairs_get (self, number);
  const GPtrArray *there = self->there->pdata[watch];
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < there->len; i++)
    {
      const LiaisonBlock *person = ((const LiaisonStand *) there->pdata[i])->person;
      if (liaison_person_speaks (person, pair->one) && liaison_person_speaks (person, pair->two))
        g_ptr_array_add (found, there->pdata[i]);
    }
  return found;
}
