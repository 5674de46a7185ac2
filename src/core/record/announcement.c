/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/announcement.h"

/* With more changed records in a table than this, one signal for the span is cheaper for those who listen. */
#define MANY 64

typedef struct
{
  LiaisonTable *table;
  GPtrArray *changed;   /* LiaisonRecord, borrowed: a reference is held by `told` */
  gboolean structural;  /* records came or went */
  guint size_before;
  guint prefix, suffix; /* records at the beginning and at the end that nothing happened to */
} TableNews;

struct _LiaisonAnnouncement
{
  GArray *tables;   /* of TableNews */
  GHashTable *told; /* LiaisonRecord, owned -> Telling */
};

/* What there is to tell of one record. */
typedef struct
{
  LiaisonBlock *before; /* owned; NULL when only its times have moved */
  gboolean follows;     /* what its times hang on has moved */
} Telling;

static void
table_news_clear (gpointer data)
{
  TableNews *news = data;
  g_ptr_array_unref (news->changed);
}

static void
telling_free (gpointer data)
{
  Telling *telling = data;
  g_clear_pointer (&telling->before, liaison_block_unref);
  g_free (telling);
}

static Telling *
telling_new (LiaisonAnnouncement *self,
             LiaisonRecord       *record,
             const LiaisonBlock  *before)
{
  Telling *telling = g_new0 (Telling, 1);
  telling->before = before != NULL ? liaison_block_ref (before) : NULL;
  g_hash_table_insert (self->told, g_object_ref (record), telling);
  return telling;
}

LiaisonAnnouncement *
liaison_announcement_new (void)
{
  LiaisonAnnouncement *self = g_new (LiaisonAnnouncement, 1);
  self->tables = g_array_new (FALSE, FALSE, sizeof (TableNews));
  g_array_set_clear_func (self->tables, table_news_clear);
  self->told = g_hash_table_new_full (NULL, NULL, g_object_unref, telling_free);
  return self;
}

void
liaison_announcement_free (LiaisonAnnouncement *self)
{
  g_array_unref (self->tables);
  g_hash_table_unref (self->told);
  g_free (self);
}

static TableNews *
news_of (LiaisonAnnouncement *self,
         LiaisonTable        *table,
         guint                size_before)
{
  for (guint i = 0; i < self->tables->len; i++)
    if (g_array_index (self->tables, TableNews, i).table == table)
      return &g_array_index (self->tables, TableNews, i);

  TableNews news = { table, g_ptr_array_new (), FALSE, size_before, G_MAXUINT, G_MAXUINT };
  g_array_append_val (self->tables, news);
  return &g_array_index (self->tables, TableNews, self->tables->len - 1);
}

void
liaison_announcement_add_change (LiaisonAnnouncement *self,
                                 LiaisonTable        *table,
                                 LiaisonRecord       *record,
                                 const LiaisonBlock  *before)
{
  TableNews *news = news_of (self, table, liaison_table_get_size (table));

  if (g_hash_table_contains (self->told, record))
    return;
  telling_new (self, record, before);
  g_ptr_array_add (news->changed, record);
}

gboolean
liaison_announcement_add_follower (LiaisonAnnouncement *self,
                                   LiaisonTable        *table,
                                   LiaisonRecord       *record)
{
  Telling *telling = g_hash_table_lookup (self->told, record);

  if (telling != NULL && telling->follows)
    return FALSE;
  if (telling == NULL)
    {
      telling = telling_new (self, record, NULL);
      g_ptr_array_add (news_of (self, table, liaison_table_get_size (table))->changed, record);
    }
  telling->follows = TRUE;
  return TRUE;
}

static void
touch (TableNews *news,
       guint      position,
       guint      size)
{
  news->structural = TRUE;
  news->prefix = MIN (news->prefix, position);
  news->suffix = MIN (news->suffix, size - 1 - position);
}

void
liaison_announcement_add_insertion (LiaisonAnnouncement *self,
                                    LiaisonTable        *table,
                                    guint                position)
{
  guint size = liaison_table_get_size (table);
  touch (news_of (self, table, size - 1), position, size);
}

void
liaison_announcement_add_removal (LiaisonAnnouncement *self,
                                  LiaisonTable        *table,
                                  guint                position)
{
  guint size = liaison_table_get_size (table);
  touch (news_of (self, table, size), position, size);
}

static void
notify_record (gpointer key,
               gpointer value,
               gpointer data)
{
  LiaisonRecord *record = key;
  const Telling *telling = value;
  const LiaisonShape *shape = &liaison_record_get_kind (record)->shape;

  g_object_freeze_notify (G_OBJECT (record));
  if (telling->before != NULL)
    liaison_record_notify_changes (record, telling->before);
  for (guint i = 0; telling->follows && i < shape->n_fields; i++)
    if (shape->fields[i].type == LIAISON_FIELD_INSTANT)
      g_object_notify (G_OBJECT (record), shape->fields[i].name);
  g_object_thaw_notify (G_OBJECT (record));
}

static void
say_each (const TableNews *news)
{
  for (guint i = 0; i < news->changed->len; i++)
    {
      guint position;
      if (liaison_table_find_record (news->table, news->changed->pdata[i], &position))
        g_list_model_items_changed (G_LIST_MODEL (news->table), position, 1, 1);
    }
}

static void
say_span (TableNews *news)
{
  guint size = liaison_table_get_size (news->table);

  for (guint i = 0; i < news->changed->len; i++)
    {
      guint position;
      if (liaison_table_find_record (news->table, news->changed->pdata[i], &position))
        touch (news, position, size);
    }
  if (!news->structural)
    return;
  /* After removals and insertions in one group the untouched ends may overlap in the shorter of the two lists. */
  guint shorter = MIN (size, news->size_before);
  guint prefix = MIN (news->prefix, shorter);
  guint suffix = MIN (news->suffix, shorter - prefix);
  g_list_model_items_changed (G_LIST_MODEL (news->table), prefix,
                              news->size_before - prefix - suffix, size - prefix - suffix);
}

void
liaison_announcement_send (LiaisonAnnouncement *self)
{
  g_hash_table_foreach (self->told, notify_record, NULL);
  for (guint i = 0; i < self->tables->len; i++)
    {
      TableNews *news = &g_array_index (self->tables, TableNews, i);
      if (news->structural || news->changed->len > MANY)
        say_span (news);
      else
        say_each (news);
    }
}
