/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/table-filter.h"

#include "words/search.h"

#include <string.h>

/* One condition beside the words: of a field, or a test. */
typedef struct
{
  const LiaisonField *field; /* NULL: a test */
  const char *name;          /* of the test */
  int choice;
  char *code;
  LiaisonTableTest func;
  gpointer data;
  GDestroyNotify destroy;
} Condition;

struct _LiaisonTableFilter
{
  GtkFilter parent_instance;

  /* Owned */
  LiaisonTableCache *cache;
  char **words;          /* folded; NULL: none */
  char *typed;           /* they as they were typed */
  GPtrArray *conditions; /* of Condition */
  GHashTable *kept;      /* of LiaisonId */
};

G_DEFINE_FINAL_TYPE (LiaisonTableFilter, liaison_table_filter, GTK_TYPE_FILTER)

static void
condition_free (gpointer data)
{
  Condition *condition = data;

  if (condition->destroy != NULL)
    condition->destroy (condition->data);
  g_free (condition->code);
  g_free (condition);
}

static gboolean
has_code (const Condition *condition, const LiaisonBlock *block)
{
  gconstpointer at = LIAISON_BLOCK_AT (block, condition->field);
  gboolean unset = *condition->code == '\0';

  if (unset)
    return !liaison_block_field_is_set (block, condition->field);
  if (condition->field->type == LIAISON_FIELD_NATIONS)
    return liaison_codes_contains (*(LiaisonCodes *const *) at, condition->code);
  return g_strcmp0 (*(const char *const *) at, condition->code) == 0;
}

static gboolean
is_met (LiaisonTableFilter *self, const Condition *condition, const LiaisonBlock *block)
{
  if (condition->func != NULL)
    return condition->func (liaison_table_cache_get_manner (self->cache), block, condition->data);
  if (condition->field->type == LIAISON_FIELD_CHOICE)
    return *(const int *) LIAISON_BLOCK_AT (block, condition->field) == condition->choice;
  return has_code (condition, block);
}

gboolean
liaison_table_filter_has_words (LiaisonTableFilter *self, LiaisonRecord *record)
{
  const char *text;

  if (self->words == NULL)
    return TRUE;
  text = liaison_table_cache_get_text (self->cache, record);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (text, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

gboolean
liaison_table_filter_matches (LiaisonTableFilter *self, LiaisonRecord *record)
{
  const LiaisonBlock *block = liaison_record_get_block (record);

  if (g_hash_table_size (self->kept) > 0 && g_hash_table_contains (self->kept, &block->id))
    return TRUE;
  for (guint i = 0; i < self->conditions->len; i++)
    if (!is_met (self, self->conditions->pdata[i], block))
      return FALSE;
  return liaison_table_filter_has_words (self, record);
}

static gboolean
liaison_table_filter_match (GtkFilter *filter, gpointer item)
{
  return liaison_table_filter_matches (LIAISON_TABLE_FILTER (filter), item);
}

static GtkFilterMatch
liaison_table_filter_get_strictness (GtkFilter *filter)
{
  return liaison_table_filter_is_active (LIAISON_TABLE_FILTER (filter)) ? GTK_FILTER_MATCH_SOME
                                                                        : GTK_FILTER_MATCH_ALL;
}

static void
liaison_table_filter_finalize (GObject *object)
{
  LiaisonTableFilter *self = LIAISON_TABLE_FILTER (object);

  g_clear_object (&self->cache);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->typed, g_free);
  g_clear_pointer (&self->conditions, g_ptr_array_unref);
  g_clear_pointer (&self->kept, g_hash_table_unref);

  G_OBJECT_CLASS (liaison_table_filter_parent_class)->finalize (object);
}

static void
liaison_table_filter_class_init (LiaisonTableFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_table_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = liaison_table_filter_match;
  GTK_FILTER_CLASS (klass)->get_strictness = liaison_table_filter_get_strictness;
}

static void
liaison_table_filter_init (LiaisonTableFilter *self)
{
  self->conditions = g_ptr_array_new_with_free_func (condition_free);
  self->kept = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL);
}

LiaisonTableFilter *
liaison_table_filter_new (LiaisonTableCache *cache)
{
  LiaisonTableFilter *self = g_object_new (LIAISON_TYPE_TABLE_FILTER, NULL);
  self->cache = g_object_ref (cache);
  return self;
}

LiaisonTableCache *
liaison_table_filter_get_cache (LiaisonTableFilter *self)
{
  return self->cache;
}

static void
changed (LiaisonTableFilter *self, GtkFilterChange change)
{
  if (g_hash_table_size (self->kept) > 0)
    change = GTK_FILTER_CHANGE_DIFFERENT;
  g_hash_table_remove_all (self->kept);
  gtk_filter_changed (GTK_FILTER (self), change);
}

static char **
fold_words (const char *typed)
{
  g_autofree char *folded = liaison_words_fold (typed);
  return *folded != '\0' ? g_strsplit (folded, " ", -1) : NULL;
}

/* Whether what @after asks for is more than what @before did: a word typed further. */
static GtkFilterChange
compare_words (char **before, char **after)
{
  guint n;

  if (before == NULL)
    return GTK_FILTER_CHANGE_MORE_STRICT;
  if (after == NULL)
    return GTK_FILTER_CHANGE_LESS_STRICT;
  n = g_strv_length (before);
  if (g_strv_length (after) < n)
    return GTK_FILTER_CHANGE_DIFFERENT;
  for (guint i = 0; i < n; i++)
    if (strstr (after[i], before[i]) == NULL)
      return GTK_FILTER_CHANGE_DIFFERENT;
  return GTK_FILTER_CHANGE_MORE_STRICT;
}

void
liaison_table_filter_set_words (LiaisonTableFilter *self, const char *typed)
{
  g_auto (GStrv) before = self->words;
  char **after = fold_words (typed);

  self->words = after;
  g_free (self->typed);
  self->typed = after != NULL ? g_strstrip (g_strdup (typed)) : NULL;
  if (before == NULL && after == NULL)
    return;
  if (before != NULL && after != NULL
      && g_strv_equal ((const char *const *) before, (const char *const *) after))
    return;
  changed (self, compare_words (before, after));
}

static gboolean
drop_condition (LiaisonTableFilter *self, const LiaisonField *field, const char *name)
{
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const Condition *condition = self->conditions->pdata[i];
      if (condition->field == field && g_strcmp0 (condition->name, name) == 0)
        {
          g_ptr_array_remove_index (self->conditions, i);
          return TRUE;
        }
    }
  return FALSE;
}

/* Takes @condition; NULL: none any more. */
static void
set_condition (LiaisonTableFilter *self,
               const LiaisonField *field,
               const char *name,
               Condition *condition)
{
  gboolean had = drop_condition (self, field, name);

  if (condition != NULL)
    {
      condition->field = field;
      condition->name = name;
      g_ptr_array_add (self->conditions, condition);
    }
  if (had && condition != NULL)
    changed (self, GTK_FILTER_CHANGE_DIFFERENT);
  else if (had || condition != NULL)
    changed (self, had ? GTK_FILTER_CHANGE_LESS_STRICT : GTK_FILTER_CHANGE_MORE_STRICT);
}

void
liaison_table_filter_set_choice (LiaisonTableFilter *self, const LiaisonField *field, int choice)
{
  Condition *condition = choice != LIAISON_TABLE_ANY ? g_new0 (Condition, 1) : NULL;

  if (condition != NULL)
    condition->choice = choice;
  set_condition (self, field, NULL, condition);
}

void
liaison_table_filter_set_nation (LiaisonTableFilter *self,
                                 const LiaisonField *field,
                                 const char *code)
{
  Condition *condition = code != NULL ? g_new0 (Condition, 1) : NULL;

  if (condition != NULL)
    condition->code = g_strdup (code);
  set_condition (self, field, NULL, condition);
}

void
liaison_table_filter_set_test (LiaisonTableFilter *self,
                               const char *name,
                               LiaisonTableTest func,
                               gpointer data,
                               GDestroyNotify destroy)
{
  Condition *condition = func != NULL ? g_new0 (Condition, 1) : NULL;

  if (condition != NULL)
    {
      condition->func = func;
      condition->data = data;
      condition->destroy = destroy;
    }
  set_condition (self, NULL, name, condition);
}

void
liaison_table_filter_keep (LiaisonTableFilter *self, LiaisonId record)
{
  if (liaison_table_filter_is_active (self))
    g_hash_table_add (self->kept, g_memdup2 (&record, sizeof record));
}

gboolean
liaison_table_filter_is_active (LiaisonTableFilter *self)
{
  return self->words != NULL || self->conditions->len > 0;
}

const char *
liaison_table_filter_get_typed (LiaisonTableFilter *self)
{
  return self->words != NULL ? self->typed : NULL;
}

void
liaison_table_filter_foreach (LiaisonTableFilter *self,
                              LiaisonTableConditionFunc func,
                              gpointer data)
{
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const Condition *condition = self->conditions->pdata[i];

      func (condition->field, condition->choice, condition->code, data);
    }
}

guint
liaison_table_filter_count_conditions (LiaisonTableFilter *self)
{
  return self->conditions->len;
}

void
liaison_table_filter_clear (LiaisonTableFilter *self)
{
  if (!liaison_table_filter_is_active (self))
    return;
  g_clear_pointer (&self->words, g_strfreev);
  g_ptr_array_set_size (self->conditions, 0);
  changed (self, GTK_FILTER_CHANGE_LESS_STRICT);
}
