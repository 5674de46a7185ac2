/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/finder.h"

#include "words/search.h"

#include <string.h>

/* Records between two looks at the cancellable. */
#define CHECK_EVERY 256

/* A folded needle and its words. */
typedef struct
{
  char *folded;
  char **words;
} Needle;

static gboolean
holds_all (const char *text,
           char      **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
has_word_beginning (const char *text,
                    const char *needle)
{
  for (const char *at = strstr (text, needle); at != NULL; at = strstr (at + 1, needle))
    if (at == text || at[-1] == ' ' || at[-1] == '-' || at[-1] == '\n')
      return TRUE;
  return FALSE;
}

static void
append_name (GString            *names,
             const LiaisonBlock *block,
             const LiaisonField *field)
{
  gconstpointer at;

  if (field == NULL)
    return;
  at = LIAISON_BLOCK_AT (block, field);
  if (field->type == LIAISON_FIELD_TEXT)
    {
      const LiaisonText *text = *(LiaisonText *const *) at;
      for (guint i = 0; i < liaison_text_get_size (text); i++)
        g_string_append_printf (names, "%s\n", liaison_text_get_string (text, i));
    }
  else if ((field->type == LIAISON_FIELD_STRING || field->type == LIAISON_FIELD_NATION)
           && *(const char *const *) at != NULL)
    g_string_append_printf (names, "%s\n", *(const char *const *) at);
}

/* Title in every language and code, each on a line. */
static char *
fold_names (const LiaisonBlock *block)
{
  g_autoptr (GString) folded = g_string_new (NULL), names = g_string_new (NULL);

  append_name (names, block, liaison_shape_find_flagged (block->shape, LIAISON_FIELD_TITLE));
  append_name (names, block, liaison_shape_find_flagged (block->shape, LIAISON_FIELD_CODE));
  g_auto (GStrv) lines = g_strsplit (names->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = liaison_words_fold (lines[i]);
      g_string_append_printf (folded, "%s\n", line);
    }
  return g_strdup (folded->str);
}

static gboolean
begins_line (const char *text,
             const char *needle)
{
  gsize length = strlen (needle);

  for (const char *line = text; line != NULL; line = strchr (line, '\n'))
    {
      if (*line == '\n')
        line++;
      if (strncmp (line, needle, length) == 0)
        return TRUE;
      if (*line == '\0')
        return FALSE;
    }
  return FALSE;
}

static gboolean
rank_block (const LiaisonManner *manner,
            const LiaisonBlock  *block,
            const Needle        *needle,
            LiaisonFindScope     scope,
            guint               *rank)
{
  g_autofree char *names = fold_names (block);

  if (begins_line (names, needle->folded))
    *rank = 0;
  else if (has_word_beginning (names, needle->folded))
    *rank = 1;
  else if (holds_all (names, needle->words))
    *rank = 2;
  else if (scope == LIAISON_FIND_TEXTS)
    {
      g_autofree char *all = liaison_manner_get_search_text (manner, block);
      *rank = 3;
      return holds_all (all, needle->words);
    }
  else
    return FALSE;
  return TRUE;
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const LiaisonHit *left = a, *right = b;
  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;
  return liaison_id_compare (left->record, right->record);
}

GArray *
liaison_finder_find (const LiaisonManner   *manner,
                     const LiaisonSnapshot *snapshot,
                     const char            *query,
                     LiaisonFindScope       scope,
                     guint                  limit,
                     GCancellable          *cancellable)
{
  g_autofree char *folded = liaison_words_fold (query);
  g_auto (GStrv) words = g_strsplit (g_strstrip (folded), " ", -1);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (LiaisonHit));
  Needle needle = { folded, words };

  for (guint kind = 0; kind < LIAISON_N_KINDS && *folded != '\0'; kind++)
    {
      guint n;
      const LiaisonBlock *const *blocks = liaison_snapshot_get (snapshot, kind, &n);
      for (guint i = 0; i < n; i++)
        {
          LiaisonHit hit = { blocks[i]->id };
          if (i % CHECK_EVERY == 0 && g_cancellable_is_cancelled (cancellable))
            return NULL;
          if (rank_block (manner, blocks[i], &needle, scope, &hit.rank))
            g_array_append_val (hits, hit);
        }
    }
  g_array_sort (hits, compare_hits);
  if (hits->len > limit)
    g_array_set_size (hits, limit);
  return g_steal_pointer (&hits);
}
