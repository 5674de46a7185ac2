/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/completion.h"

#include "record/kinds/nation.h"
#include "record/zone.h"
#include "words/lexicon-private.h"
#include "words/manner-reading.h"
#include "words/names.h"
#include "words/nation.h"
#include "words/search.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/uloc.h>

/* How well a name answers to what was typed, the best first. */
typedef enum
{
  RANK_BEGINS,
  RANK_WORD_BEGINS,
  RANK_HOLDS,
  RANK_NONE,
} Rank;

typedef struct
{
  LiaisonCompletion completion;
  Rank rank;
  guint order; /* as they were found */
} Candidate;

typedef struct
{
  const LiaisonManner *manner;
  const LiaisonSnapshot *snapshot;
  const LiaisonField *field;
  const char *before; /* the parts of the list before the last one, as typed; "" */
  char *folded;       /* the last part */
  GArray *candidates; /* of Candidate */
} Asked;

static Rank
rank_folded (const char *name, const char *folded)
{
  Rank best = RANK_NONE;

  for (const char *at = name; (at = strstr (at, folded)) != NULL; at++)
    {
      Rank rank = at == name ? RANK_BEGINS : at[-1] == ' ' ? RANK_WORD_BEGINS : RANK_HOLDS;

      best = MIN (best, rank);
      if (best <= RANK_WORD_BEGINS || *at == '\0')
        break;
    }
  return best;
}

static Rank
rank_name (const Asked *asked, const char *name)
{
  g_autofree char *folded = name != NULL ? liaison_words_fold (name) : NULL;

  return folded != NULL ? rank_folded (folded, asked->folded) : RANK_NONE;
}

/* Takes @name and @detail. @written is what is put into the field. */
static void
add (Asked *asked, Rank rank, char *name, char *detail, const char *written)
{
  Candidate candidate = { { name, detail, g_strconcat (asked->before, written, NULL) },
                          rank,
                          asked->candidates->len };

  g_array_append_val (asked->candidates, candidate);
}

static void
complete_choice (Asked *asked)
{
  const LiaisonChoices *choices = asked->field->choices;

  for (guint i = 1; i < choices->n; i++)
    {
      const char *label = liaison_words_get (asked->manner->words, choices->choices[i].label);
      Rank rank = rank_name (asked, label);

      if (rank != RANK_NONE)
        add (asked, rank, g_strdup (label), NULL, label);
    }
}

static void
complete_boolean (Asked *asked)
{
  static const char *const answers[] = { N_ ("Yes"), N_ ("No") };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      const char *answer = liaison_words_get (asked->manner->words, answers[i]);
      Rank rank = rank_name (asked, answer);

      if (rank != RANK_NONE)
        add (asked, rank, g_strdup (answer), NULL, answer);
    }
}

static void
offer_nation (Asked *asked, const char *code)
{
  g_autofree char *name = liaison_manner_tell_nation (asked->manner, code);
  Rank rank = MIN (rank_name (asked, name), rank_name (asked, code));

  if (rank != RANK_NONE)
    add (asked, rank, g_strdup (name), g_strdup (code), code);
}

static void
complete_nation (Asked *asked)
{
  const char *const *codes = liaison_nation_list ();
  guint n = 0;
  const LiaisonBlock *const *nations =
      asked->snapshot != NULL ? liaison_snapshot_get (asked->snapshot, LIAISON_KIND_NATION, &n)
                              : NULL;

  for (guint i = 0; i < n; i++)
    if (LIAISON_DATA (Nation, nations[i])->code != NULL)
      offer_nation (asked, LIAISON_DATA (Nation, nations[i])->code);
  if (*asked->folded == '\0')
    return;
  for (gsize i = 0; codes[i] != NULL; i++)
    if (liaison_lookup_find_nation (&asked->manner->lookup, codes[i]) == NULL)
      offer_nation (asked, codes[i]);
}

static void
complete_zone (Asked *asked)
{
  const char *const *zones = liaison_zone_list ();

  for (gsize i = 0; zones[i] != NULL; i++)
    {
      g_autofree char *city = liaison_words_dup_zone (asked->manner->words, zones[i]);
      Rank rank = MIN (rank_name (asked, city), rank_name (asked, zones[i]));

      if (rank != RANK_NONE)
        add (asked, rank, g_steal_pointer (&city), g_strdup (zones[i]), zones[i]);
    }
}

/* The languages of ISO 639 that have a name in the language; the profile is the person's to add. */
static void
complete_level (Asked *asked)
{
  for (const char *const *tag = uloc_getISOLanguages (); *tag != NULL; tag++)
    {
      g_autofree char *name = NULL;
      Rank rank;

      if (strlen (*tag) != 2)
        continue;
      name = liaison_words_dup_language (asked->manner->words, *tag);
      rank = MIN (rank_name (asked, name),
                  g_str_equal (*tag, asked->folded) ? RANK_BEGINS : RANK_NONE);
      if (rank != RANK_NONE)
        add (asked, rank, g_strdup (name), g_strdup (*tag), name);
    }
}

/* How well the best of its names answers. */
static Rank
rank_block (const Asked *asked, const LiaisonBlock *block)
{
  const LiaisonText *title = liaison_reading_get_title (block);
  const char *code = liaison_reading_get_code (block);
  const LiaisonField *aliases = liaison_shape_find (block->shape, "aliases", NULL);
  Rank best = rank_name (asked, code);

  for (guint i = 0; best > RANK_BEGINS && i < liaison_text_get_size (title); i++)
    best = MIN (best, rank_name (asked, liaison_text_get_string (title, i)));
  if (best == RANK_NONE && aliases != NULL && aliases->type == LIAISON_FIELD_STRING)
    best = rank_name (asked, *(const char *const *) LIAISON_BLOCK_AT (block, aliases));
  return best;
}

static void
offer_record (Asked *asked, const LiaisonBlock *block)
{
  Rank rank = rank_block (asked, block);
  g_autofree char *told = NULL;
  g_autofree char *name = NULL;
  const char *code;

  if (rank == RANK_NONE)
    return;
  told = liaison_manner_tell_block_name (asked->manner, block);
  name = liaison_words_dup_without_isolates (told);
  code = liaison_reading_get_code (block);
  /* A code is never ambiguous, and shorter where several are listed. */
  add (asked, rank, g_strdup (name), g_strdup (code), code != NULL && *code != '\0' ? code : name);
}

static void
complete_reference (Asked *asked)
{
  guint looked_at = 0;

  for (guint kind = 0; asked->snapshot != NULL && kind < LIAISON_N_KINDS; kind++)
    {
      const LiaisonBlock *const *blocks;
      guint n;

      if (!(asked->field->targets & (G_GUINT64_CONSTANT (1) << kind)))
        continue;
      blocks = liaison_snapshot_get (asked->snapshot, kind, &n);
      for (guint i = 0; i < n && looked_at < LIAISON_COMPLETION_MAX_LOOKED_AT; i++, looked_at++)
        offer_record (asked, blocks[i]);
    }
}

typedef struct
{
  void (*complete) (Asked *asked);
  gboolean list; /* it has several parts */
  gboolean few;  /* all of them can be shown at once */
} Way;

static const Way ways[LIAISON_FIELD_N_TYPES] = {
  [LIAISON_FIELD_CHOICE] = { complete_choice, FALSE, TRUE },
  [LIAISON_FIELD_BOOLEAN] = { complete_boolean, FALSE, TRUE },
  [LIAISON_FIELD_NATION] = { complete_nation, FALSE, FALSE },
  [LIAISON_FIELD_NATIONS] = { complete_nation, TRUE, FALSE },
  [LIAISON_FIELD_ZONE] = { complete_zone, FALSE, FALSE },
  [LIAISON_FIELD_LEVEL] = { complete_level, FALSE, FALSE },
  [LIAISON_FIELD_REFERENCE] = { complete_reference, FALSE, FALSE },
  [LIAISON_FIELD_REFERENCES] = { complete_reference, TRUE, FALSE },
};

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a, *other = b;

  if (one->rank != other->rank)
    return (int) one->rank - (int) other->rank;
  return one->order < other->order ? -1 : 1;
}

static void
free_completion (gpointer data)
{
  LiaisonCompletion *self = data;

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->detail, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self, g_free);
}

/* The best @most; the others are dropped. */
static GPtrArray *
take_best (GArray *candidates, guint most)
{
  GPtrArray *best = g_ptr_array_new_with_free_func (free_completion);

  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    {
      LiaisonCompletion *completion =
          g_memdup2 (&g_array_index (candidates, Candidate, i).completion, sizeof *completion);

      if (i < most)
        g_ptr_array_add (best, completion);
      else
        free_completion (completion);
    }
  return best;
}

GPtrArray *
liaison_completion_list (const LiaisonManner *manner,
                         const LiaisonSnapshot *snapshot,
                         const LiaisonField *field,
                         const char *typed,
                         guint most)
{
  const Way *way = &ways[field->type];
  LiaisonReading reading = { manner, snapshot, field, NULL, NULL, typed, typed };
  const char *last = typed;
  g_autofree char *before = NULL;
  g_autofree char *folded = NULL;
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  Asked asked = { manner, snapshot, field };

  if (way->complete != NULL && g_utf8_validate (typed, -1, NULL))
    {
      if (way->list)
        last = liaison_reading_find_last_part (&reading, typed);
      asked.before = before = g_strndup (typed, (gsize) (last - typed));
      asked.folded = folded = g_strstrip (liaison_words_fold (last));
      asked.candidates = candidates;
      way->complete (&asked);
    }
  return take_best (candidates, most);
}

gboolean
liaison_completion_is_short (const LiaisonField *field)
{
  return ways[field->type].few;
}

gboolean
liaison_completion_is_list (const LiaisonField *field)
{
  return ways[field->type].list;
}
