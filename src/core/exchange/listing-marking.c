/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/listing-marking.h"

#include "record/kinds/exercise.h"
#include "record/kinds/group.h"
#include "words/marking-scheme.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is known so far. */
typedef struct
{
  const LiaisonManner *manner;
  GPtrArray *levels;                  /* interned, each once */
  GHashTable *nations;                /* code -> itself: who may have all so far; NULL: anybody */
  const LiaisonMarking *first, *last; /* to see whether there is only one */
  gboolean mixed;
  gboolean unmarked;
} Sum;

static void
add_codes (GHashTable *set, const LiaisonCodes *codes)
{
  guint n;
  const char *const *list = liaison_codes_get (codes, &n);

  for (guint i = 0; i < n; i++)
    g_hash_table_add (set, (gpointer) list[i]);
}

/* Who may have what bears it: its nations, and the members of its groups. */
static GHashTable *
list_nations (const LiaisonManner *manner, const LiaisonMarking *marking)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const LiaisonId *groups = liaison_ids_get (marking->groups, &n);

  add_codes (set, marking->nations);
  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *group = liaison_lookup_find (&manner->lookup, groups[i]);

      if (group != NULL && group->shape == &liaison_group_kind.shape)
        add_codes (set, LIAISON_DATA (Group, group)->members);
    }
  return set;
}

static gboolean
is_absent (gpointer code, gpointer value, gpointer set)
{
  return !g_hash_table_contains (set, code);
}

/* Takes @set. */
static void
narrow (Sum *sum, GHashTable *set)
{
  if (sum->nations == NULL)
    {
      sum->nations = set;
      return;
    }
  g_hash_table_foreach_remove (sum->nations, is_absent, set);
  g_hash_table_unref (set);
}

static void
add_marking (Sum *sum, const LiaisonMarking *marking)
{
  /* Most records have the marking of the one before. */
  if (sum->last != NULL && (sum->last == marking || liaison_marking_equal (sum->last, marking)))
    return;
  sum->mixed = sum->last != NULL;
  sum->last = marking;
  if (sum->first == NULL)
    sum->first = marking;
  if (!g_ptr_array_find_with_equal_func (sum->levels, marking->level, g_str_equal, NULL))
    g_ptr_array_add (sum->levels, (gpointer) marking->level);
  narrow (sum, list_nations (sum->manner, marking));
}

/* For the originator only. */
static void
add_unmarked (Sum *sum, const LiaisonBlock *block)
{
  const LiaisonField *field = liaison_shape_find (block->shape, "originator", NULL);
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  if (field != NULL && field->type == LIAISON_FIELD_NATION
      && liaison_block_field_is_set (block, field))
    g_hash_table_add (set, (gpointer) * (const char *const *) LIAISON_BLOCK_AT (block, field));
  narrow (sum, set);
  sum->unmarked = TRUE;
}

static void
add_block (Sum *sum, const LiaisonBlock *block)
{
  const LiaisonField *field = liaison_shape_find (block->shape, "marking", NULL);
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&sum->manner->lookup);
  const LiaisonMarking *marking = NULL;

  if (field == NULL && exercise != NULL)
    marking = LIAISON_DATA (Exercise, exercise)->default_marking;
  else if (field != NULL && liaison_block_field_is_set (block, field))
    marking = *(LiaisonMarking *const *) LIAISON_BLOCK_AT (block, field);
  if (marking != NULL)
    add_marking (sum, marking);
  else if (field != NULL)
    add_unmarked (sum, block);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The highest of the levels by @scheme; NULL where it does not know all of them. */
static const char *
find_highest (const LiaisonMarkingScheme *scheme, const GPtrArray *levels)
{
  const char *highest = levels->pdata[0];

  for (guint i = 0; i < levels->len; i++)
    {
      int order;

      if (!liaison_marking_scheme_compare (scheme, levels->pdata[i], highest, &order))
        return NULL;
      if (order > 0)
        highest = levels->pdata[i];
    }
  return highest;
}

/* The highest, or all of them where no scheme tells: the exercise's own before others. */
static char *
tell_level (const Sum *sum)
{
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&sum->manner->lookup);
  guint n;
  const LiaisonMarkingScheme *const *list = liaison_marking_scheme_list (&n);
  const char *highest
      = exercise != NULL ? find_highest (liaison_marking_scheme_of (exercise), sum->levels) : NULL;

  for (guint i = 0; highest == NULL && i < n; i++)
    highest = find_highest (list[i], sum->levels);
  if (highest != NULL || sum->levels->len == 1)
    return g_strdup (highest != NULL ? highest : sum->levels->pdata[0]);
  g_ptr_array_sort (sum->levels, compare_texts);
  g_ptr_array_add (sum->levels, NULL);
  return g_strjoinv (" / ", (char **) sum->levels->pdata);
}

static char *
tell_sum (const Sum *sum)
{
  g_autofree char *level = tell_level (sum);
  g_autoptr (GList) codes =
      g_list_sort (g_hash_table_get_keys (sum->nations), (GCompareFunc) strcmp);
  g_autoptr (GString) list = g_string_new (NULL);

  if (codes == NULL)
    return g_steal_pointer (&level);
  for (GList *l = codes; l != NULL; l = l->next)
    g_string_append_printf (list, "%s%s", l != codes ? ", " : "", (const char *) l->data);
  return liaison_words_format (sum->manner->words, N_ ("{level}, releasable to {nations}"),
                               liaison_operand_text ("level", level),
                               liaison_operand_text ("nations", list->str));
}

/* The one marking that all have, as it is told of a record. */
static char *
tell_only (const Sum *sum)
{
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&sum->manner->lookup);
  const LiaisonField *field = &exercise->shape->fields[LIAISON_FIELD (Exercise, default_marking)];
  g_auto (LiaisonValue) value = liaison_value_field (field, &sum->first);

  return liaison_manner_tell_value (sum->manner, field, &value);
}

char *
liaison_listing_tell_marking (const LiaisonManner *manner,
                              const LiaisonBlock *const *blocks,
                              guint n)
{
  g_autoptr (GPtrArray) levels = g_ptr_array_new ();
  Sum sum = { .manner = manner, .levels = levels };
  char *told = NULL;

  for (guint i = 0; i < n; i++)
    add_block (&sum, blocks[i]);
  if (sum.first != NULL)
    told = sum.mixed || sum.unmarked ? tell_sum (&sum) : tell_only (&sum);
  g_clear_pointer (&sum.nations, g_hash_table_unref);
  return told;
}

char *
liaison_listing_tell_drawn_marking (const LiaisonManner *manner, const LiaisonSnapshot *snapshot)
{
  static const LiaisonKindId kinds[] = { LIAISON_KIND_EVENT, LIAISON_KIND_INJECT, LIAISON_KIND_POST,
                                         LIAISON_KIND_REQUIREMENT, LIAISON_KIND_ASSESSMENT };
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n;
      const LiaisonBlock *const *some = liaison_snapshot_get (snapshot, kinds[i], &n);

      for (guint j = 0; j < n; j++)
        g_ptr_array_add (blocks, (gpointer) some[j]);
    }
  return liaison_listing_tell_marking (manner, (const LiaisonBlock *const *) blocks->pdata,
                                       blocks->len);
}
