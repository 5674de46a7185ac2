/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/table-cache.h"

#include "words/search.h"

#include <gtk/gtk.h>
#include <string.h>

typedef struct
{
  guint64 head;
  char *key;
  guint generation; /* of the place it was made for */
} Key;

/* So many columns' keys are kept: those that are sorted by, and the one before. */
#define N_KEPT (LIAISON_TABLE_MAX_LEVELS + 1)

typedef struct
{
  const LiaisonBlock *block; /* what it was made of; owned */
  gboolean anchored;         /* times may move without the block */
  char *text;
  Key keys[N_KEPT];
} Entry;

struct _LiaisonTableCache
{
  GObject parent_instance;

  /* Owned */
  LiaisonSession *session;
  GHashTable *entries; /* LiaisonRecord, not owned -> Entry */

  /* Borrowed */
  GListModel *table;

  LiaisonManner manner;
  const LiaisonTableColumn *kept[N_KEPT]; /* whose keys are at each place */
  guint generations[N_KEPT];
  guint levels[LIAISON_TABLE_MAX_LEVELS]; /* the place of each level */
  guint n_levels;
};

G_DEFINE_FINAL_TYPE (LiaisonTableCache, liaison_table_cache, G_TYPE_OBJECT)

enum
{
  SIGNAL_STALE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  for (guint i = 0; i < N_KEPT; i++)
    g_free (entry->keys[i].key);
  g_free (entry->text);
  liaison_block_unref ((LiaisonBlock *) entry->block);
  g_free (entry);
}

static gboolean
has_anchor (const LiaisonBlock *block)
{
  for (guint i = 0; i < block->shape->n_fields; i++)
    if (block->shape->fields[i].type == LIAISON_FIELD_INSTANT
        && ((const LiaisonInstant *) LIAISON_BLOCK_AT (block, &block->shape->fields[i]))->form
               > LIAISON_INSTANT_FIXED)
      return TRUE;
  return FALSE;
}

static Entry *
get_entry (LiaisonTableCache *self, LiaisonRecord *record)
{
  const LiaisonBlock *block = liaison_record_get_block (record);
  Entry *entry = g_hash_table_lookup (self->entries, record);

  if (entry != NULL && entry->block == block)
    return entry;
  entry = g_new0 (Entry, 1);
  entry->block = liaison_block_ref (block);
  entry->anchored = has_anchor (block);
  g_hash_table_insert (self->entries, record, entry);
  return entry;
}

/* Times that hang on others move without a new block; the table says so of each. */
static void
items_changed_cb (LiaisonTableCache *self, guint position, guint removed, guint added)
{
  guint size = g_list_model_get_n_items (self->table);

  if (removed > added && g_hash_table_size (self->entries) > 2 * size + 1000)
    g_hash_table_remove_all (self->entries);
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (LiaisonRecord) record = g_list_model_get_item (self->table, i);
      Entry *entry = g_hash_table_lookup (self->entries, record);
      if (entry != NULL && (entry->anchored || entry->block != liaison_record_get_block (record)))
        g_hash_table_remove (self->entries, record);
    }
}

static gboolean
is_renamed (const LiaisonChange *change)
{
  const LiaisonFieldFlags names = LIAISON_FIELD_TITLE | LIAISON_FIELD_CODE;

  /* Nobody can have told the name of what was not there. */
  if (change->before == NULL)
    return FALSE;
  if (change->after == NULL)
    return TRUE;
  for (guint i = 0; i < change->before->shape->n_fields; i++)
    {
      const LiaisonField *field = &change->before->shape->fields[i];
      g_auto (LiaisonValue) before = LIAISON_VALUE_INIT;
      g_auto (LiaisonValue) after = LIAISON_VALUE_INIT;

      if ((field->flags & names) == 0)
        continue;
      before = liaison_value_field (field, LIAISON_BLOCK_AT (change->before, field));
      after = liaison_value_field (field, LIAISON_BLOCK_AT (change->after, field));
      if (!liaison_value_equal (&before, &after))
        return TRUE;
    }
  return FALSE;
}

/* Forgets the records that show the name of a changed one. TRUE when there were any. */
static gboolean
forget_users (LiaisonTableCache *self, LiaisonId changed)
{
  LiaisonDocument *document = liaison_session_get_document (self->session);
  gboolean forgot = FALSE;
  guint n;
  const LiaisonId *users =
      liaison_document_find_uses (document, liaison_document_get_target_id (document, changed), &n);

  for (guint i = 0; i < n; i++)
    {
      LiaisonRecord *user = liaison_document_find (document, users[i]);
      if (user != NULL && g_hash_table_remove (self->entries, user))
        forgot = TRUE;
    }
  return forgot;
}

static void
document_changed_cb (LiaisonTableCache *self, const LiaisonChange *changes, guint n)
{
  gboolean forgot = FALSE;

  if (g_hash_table_size (self->entries) == 0)
    return;
  for (guint i = 0; i < n; i++)
    if (is_renamed (&changes[i]))
      forgot |= forget_users (
          self, (changes[i].after != NULL ? changes[i].after : changes[i].before)->id);
  if (forgot)
    g_signal_emit (self, signals[SIGNAL_STALE], 0);
}

static void
liaison_table_cache_finalize (GObject *object)
{
  LiaisonTableCache *self = LIAISON_TABLE_CACHE (object);

  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_table_cache_parent_class)->finalize (object);
}

static void
liaison_table_cache_class_init (LiaisonTableCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_table_cache_finalize;

  signals[SIGNAL_STALE] = g_signal_new ("stale", LIAISON_TYPE_TABLE_CACHE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
liaison_table_cache_init (LiaisonTableCache *self)
{
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, entry_free);
}

LiaisonTableCache *
liaison_table_cache_new (LiaisonSession *session, GListModel *table)
{
  LiaisonTableCache *self = g_object_new (LIAISON_TYPE_TABLE_CACHE, NULL);

  self->session = g_object_ref (session);
  self->table = table;
  self->manner = liaison_session_get_manner (session);
  g_signal_connect_object (table, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

LiaisonRecord *
liaison_table_row_get_record (gpointer item)
{
  if (GTK_IS_TREE_LIST_ROW (item))
    {
      g_autoptr (GObject) held = gtk_tree_list_row_get_item (item);
      return LIAISON_IS_RECORD (held) ? LIAISON_RECORD (held) : NULL;
    }
  return item;
}

static gboolean
is_wanted (const LiaisonTableColumn *kept, const LiaisonTableColumn *const *columns, guint n)
{
  for (guint i = 0; i < n; i++)
    if (columns[i] == kept)
      return TRUE;
  return FALSE;
}

/* The place where the keys of @column are, or one whose keys nobody wants now. */
static guint
find_place (LiaisonTableCache *self,
            const LiaisonTableColumn *column,
            const LiaisonTableColumn *const *wanted,
            guint n)
{
  for (guint i = 0; i < N_KEPT; i++)
    if (self->kept[i] == column)
      return i;
  for (guint i = 0; i < N_KEPT; i++)
    if (self->kept[i] == NULL || !is_wanted (self->kept[i], wanted, n))
      {
        self->kept[i] = column;
        self->generations[i]++;
        return i;
      }
  g_return_val_if_reached (0);
}

void
liaison_table_cache_set_levels (LiaisonTableCache *self,
                                const LiaisonTableColumn *const *columns,
                                guint n)
{
  g_return_if_fail (n <= LIAISON_TABLE_MAX_LEVELS);

  for (guint i = 0; i < n; i++)
    self->levels[i] = find_place (self, columns[i], columns, n);
  self->n_levels = n;
}

/* The first eight bytes, so that most comparisons end without looking at the strings; of numbers,
 * which are written with sixteen digits, all of them. */
static guint64
make_head (const LiaisonTableColumn *column, const char *key)
{
  char bytes[8] = { 0 };
  guint64 head;

  if ((guchar) *key == 0xff)
    return G_MAXUINT64;
  if (liaison_table_column_is_measured (column))
    return g_ascii_strtoull (key, NULL, 16);
  for (guint i = 0; i < sizeof bytes && key[i] != '\0'; i++)
    bytes[i] = key[i];
  memcpy (&head, bytes, sizeof head);
  return GUINT64_FROM_BE (head);
}

const char *
liaison_table_cache_get_key (LiaisonTableCache *self,
                             LiaisonRecord *record,
                             guint level,
                             guint64 *head)
{
  Entry *entry = get_entry (self, record);
  guint place = self->levels[level];
  Key *key = &entry->keys[place];

  if (key->key == NULL || key->generation != self->generations[place])
    {
      g_free (key->key);
      key->key = liaison_table_column_get_sort_key (self->kept[place], &self->manner, entry->block);
      key->head = make_head (self->kept[place], key->key);
      key->generation = self->generations[place];
    }
  *head = key->head;
  return key->key;
}

/* The names of records a block refers to are no part of its own text. */
static void
append_names (LiaisonTableCache *self, const LiaisonBlock *block, GString *text)
{
  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];
      g_autofree char *told = NULL;
      g_autofree char *folded = NULL;

      if ((field->type != LIAISON_FIELD_REFERENCE && field->type != LIAISON_FIELD_REFERENCES)
          || (field->flags & LIAISON_FIELD_COLUMN) == 0
          || !liaison_block_field_is_set (block, field))
        continue;
      told = liaison_manner_tell_field (&self->manner, block, field);
      folded = liaison_words_fold (told);
      g_string_append_c (text, ' ');
      g_string_append (text, folded);
    }
}

const char *
liaison_table_cache_get_text (LiaisonTableCache *self, LiaisonRecord *record)
{
  Entry *entry = get_entry (self, record);

  if (entry->text == NULL)
    {
      g_autofree char *own = liaison_manner_get_search_text (&self->manner, entry->block);
      g_autoptr (GString) text = g_string_new (own);

      append_names (self, entry->block, text);
      entry->text = g_strdup (text->str);
    }
  return entry->text;
}

const LiaisonManner *
liaison_table_cache_get_manner (LiaisonTableCache *self)
{
  return &self->manner;
}

void
liaison_table_cache_clear (LiaisonTableCache *self)
{
  self->manner = liaison_session_get_manner (self->session);
  g_hash_table_remove_all (self->entries);
}
