/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/table-headings.h"

#include "words/search.h"

#include <string.h>

/* All that the fields of a kind are called: folded heading -> LiaisonField. */
static void
add_name (GHashTable *names, const char *name, const LiaisonField *field)
{
  g_autofree char *folded = liaison_words_fold (name);

  if (*folded != '\0' && !g_hash_table_contains (names, folded))
    g_hash_table_insert (names, g_steal_pointer (&folded), (gpointer) field);
}

static void
add_language (GHashTable *names, LiaisonTableView *view, const char *language)
{
  g_autoptr (LiaisonWords) words = liaison_words_new (language, NULL);

  for (guint i = 0; i < view->slots->len; i++)
    {
      const LiaisonTableSlot *slot = view->slots->pdata[i];
      add_name (names, liaison_words_get (words, slot->column.label), slot->column.field);
      add_name (names, liaison_words_get (words, slot->column.field->label), slot->column.field);
    }
}

static GHashTable *
make_names (LiaisonTableView *view)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) languages = liaison_words_list_languages (NULL);

  add_language (names, view, liaison_session_get_language (view->session));
  for (guint i = 0; languages[i] != NULL; i++)
    add_language (names, view, languages[i]);
  for (guint i = 0; i < view->kind->shape.n_fields; i++)
    add_name (names, view->kind->shape.fields[i].name, &view->kind->shape.fields[i]);
  return names;
}

static gboolean
is_shown (LiaisonTableView *view, const LiaisonField *field)
{
  g_autoptr (GPtrArray) ids = liaison_table_view_list_columns (view);

  for (guint i = 0; i < ids->len; i++)
    if (liaison_table_view_find_slot (view, ids->pdata[i])->column.field == field)
      return TRUE;
  return FALSE;
}

/* At least half of what is written there must be headings; a single one must be of a column that is
 * shown, as “Conference” may be a value too. */
static gboolean
is_heading_row (LiaisonTableView *view, char **row, const GPtrArray *fields)
{
  const LiaisonField *any = NULL;
  guint written = 0, known = 0;

  for (guint i = 0; i < fields->len; i++)
    {
      written += *row[i] != '\0';
      known += fields->pdata[i] != NULL;
      if (fields->pdata[i] != NULL)
        any = fields->pdata[i];
    }
  if (known == 0 || known * 2 < written)
    return FALSE;
  return known > 1 || is_shown (view, any);
}

GPtrArray *
liaison_table_find_headings (LiaisonTableView *view, char **row)
{
  g_autoptr (GHashTable) names = make_names (view);
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();

  for (guint i = 0; row[i] != NULL; i++)
    {
      g_autofree char *folded = liaison_words_fold (row[i]);
      g_ptr_array_add (fields, g_hash_table_lookup (names, folded));
    }
  return is_heading_row (view, row, fields) ? g_steal_pointer (&fields) : NULL;
}

gboolean
liaison_table_is_told_heading (LiaisonTableView *view, const char *text)
{
  LiaisonManner manner = liaison_session_get_manner (view->session);
  g_autoptr (GPtrArray) ids = liaison_table_view_list_columns (view);
  g_autofree char *folded = liaison_words_fold (text);

  for (guint i = 0; i < ids->len; i++)
    {
      const LiaisonTableColumn *column = &liaison_table_view_find_slot (view, ids->pdata[i])->column;
      g_autofree char *heading = liaison_words_fold (liaison_words_get (manner.words, column->label));
      if (column->derived && strcmp (heading, folded) == 0)
        return TRUE;
    }
  return FALSE;
}
