/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/query.h"

#include "words/error.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

LiaisonQuery *
liaison_query_new (const LiaisonKind *kind)
{
  LiaisonQuery *self = g_new0 (LiaisonQuery, 1);

  self->kind = kind;
  self->columns = g_array_new (FALSE, FALSE, sizeof (LiaisonColumn));
  self->filters = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_filter_free);
  self->conditions = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
liaison_query_free (LiaisonQuery *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->filters);
  g_ptr_array_unref (self->conditions);
  g_free (self);
}

static gboolean
refuse_column (const LiaisonQuery *self, LiaisonWords *words, const char *name, GError **error)
{
  g_autofree char *names = liaison_column_list_names (self->kind);
  g_autofree char *problem = liaison_words_format (
      words, N_ ("{table} have no column “{column}”. They have: {columns}"),
      liaison_operand_field ("table", self->kind->plural_label),
      liaison_operand_text ("column", name), liaison_operand_text ("columns", names));

  g_set_error_literal (error, LIAISON_WORDS_ERROR, LIAISON_WORDS_ERROR_UNKNOWN, problem);
  return FALSE;
}

static gboolean
has_column (const LiaisonQuery *self, const char *name)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (strcmp (g_array_index (self->columns, LiaisonColumn, i).name, name) == 0)
      return TRUE;
  return FALSE;
}

gboolean
liaison_query_choose_columns (LiaisonQuery *self,
                              LiaisonWords *words,
                              const char *list,
                              GError **error)
{
  g_auto (GStrv) names = g_strsplit (list, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      LiaisonColumn column;

      if (!liaison_column_find (&column, self->kind, g_strstrip (names[i])))
        return refuse_column (self, words, names[i], error);
      if (!has_column (self, column.name))
        g_array_append_val (self->columns, column);
    }
  self->chosen = TRUE;
  return TRUE;
}

void
liaison_query_take_usual_columns (LiaisonQuery *self, gboolean all)
{
  const LiaisonShape *shape = &self->kind->shape;
  LiaisonFieldFlags shown_start = LIAISON_FIELD_START | LIAISON_FIELD_COLUMN;
  const LiaisonField *start = liaison_shape_find_flagged (shape, shown_start);
  LiaisonColumn column;

  if (start != NULL && liaison_column_find (&column, self->kind, "dtg"))
    g_array_append_val (self->columns, column);
  for (guint i = 0; i < shape->n_fields; i++)
    {
      const LiaisonField *field = &shape->fields[i];

      if (field == start
          || !(all ? !(field->flags & LIAISON_FIELD_HIDDEN) : field->flags & LIAISON_FIELD_COLUMN))
        continue;
      column = liaison_column_for_field (self->kind, field);
      g_array_append_val (self->columns, column);
    }
}

void
liaison_query_take_every_field (LiaisonQuery *self)
{
  const LiaisonShape *shape = &self->kind->shape;
  LiaisonColumn column;

  liaison_column_find (&column, self->kind, "id");
  g_array_append_val (self->columns, column);
  for (guint i = 0; i < shape->n_fields; i++)
    {
      const LiaisonField *field = &shape->fields[i];

      column = (LiaisonColumn){ LIAISON_COLUMN_FIELD, field, field->name, field->label };
      g_array_append_val (self->columns, column);
    }
}

gboolean
liaison_query_add_condition (LiaisonQuery *self,
                             LiaisonWords *words,
                             const char *condition,
                             GError **error)
{
  LiaisonFilter *filter = liaison_filter_new (words, self->kind, condition, error);

  if (filter == NULL)
    return FALSE;
  g_ptr_array_add (self->filters, filter);
  g_ptr_array_add (self->conditions, g_strdup (condition));
  return TRUE;
}

gboolean
liaison_query_sort_by (LiaisonQuery *self, LiaisonWords *words, const char *name, GError **error)
{
  self->descending = *name == '-';
  self->sorted = liaison_column_find (&self->key, self->kind, name + self->descending);
  return self->sorted || refuse_column (self, words, name + self->descending, error);
}

/* A record and where it stands. */
typedef struct
{
  char *key;
  const LiaisonBlock *block;
} Row;

static void
clear_row (gpointer data)
{
  g_free (((Row *) data)->key);
}

static gboolean
is_shown (const LiaisonQuery *self, const LiaisonManner *manner, const LiaisonBlock *block)
{
  for (guint i = 0; i < self->filters->len; i++)
    if (!liaison_filter_matches (self->filters->pdata[i], manner, block))
      return FALSE;
  return TRUE;
}

/* Kinds whose tables show a start go by it, others by the order people gave them. FALSE: by age. */
static gboolean
get_usual_order (const LiaisonKind *kind, LiaisonColumn *key)
{
  LiaisonFieldFlags shown_start = LIAISON_FIELD_START | LIAISON_FIELD_COLUMN;
  const LiaisonField *order = liaison_shape_find_flagged (&kind->shape, LIAISON_FIELD_ORDER);

  if (liaison_shape_find_flagged (&kind->shape, shown_start) != NULL)
    return liaison_column_find (key, kind, "start");
  return order != NULL && liaison_column_find (key, kind, order->name);
}

/* Those with one key stay in the order of their age. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *left = a, *right = b;
  int order = strcmp (left->key, right->key);

  return order != 0 ? order : liaison_id_compare (left->block->id, right->block->id);
}

static int
compare_rows_descending (gconstpointer a, gconstpointer b)
{
  return compare_rows (b, a);
}

static GArray *
collect_rows (const LiaisonQuery *self,
              const LiaisonManner *manner,
              const LiaisonSnapshot *snapshot)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  LiaisonColumn key = self->key;
  gboolean keyed = self->sorted || get_usual_order (self->kind, &key);
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (snapshot, self->kind->id, &n);

  g_array_set_clear_func (rows, clear_row);
  for (guint i = 0; i < n; i++)
    if (is_shown (self, manner, blocks[i]))
      {
        Row row = { .block = blocks[i] };

        row.key = keyed ? liaison_column_get_sort_key (&key, manner, blocks[i]) : g_strdup ("");
        g_array_append_val (rows, row);
      }
  return rows;
}

GPtrArray *
liaison_query_run (const LiaisonQuery *self,
                   const LiaisonManner *manner,
                   const LiaisonSnapshot *snapshot)
{
  g_autoptr (GArray) rows = collect_rows (self, manner, snapshot);
  GPtrArray *blocks = g_ptr_array_new ();

  g_array_sort (rows, self->descending ? compare_rows_descending : compare_rows);
  for (guint i = 0; i < rows->len && (self->limit == 0 || i < self->limit); i++)
    g_ptr_array_add (blocks, (gpointer) g_array_index (rows, Row, i).block);
  return blocks;
}
