/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/own-filter.h"

#include "record/kinds/nation.h"
#include "shared/table-private.h"

#include <glib/gi18n.h>

#define FILTERS_KEY "liaison-own-filters"

/* One drop-down. */
typedef struct
{
  LiaisonSession *session;        /* borrowed: the line of filters keeps it */
  LiaisonTableFilter *filter;     /* the same */
  GtkWidget *down;                /* borrowed; in the line as long as that lives */
  const char *key;                /* of the column, interned; also the name of the test */
  const LiaisonOwnColumn *column; /* NULL while there is none */
  GPtrArray *codes;               /* of nations, from the third entry on; interned */
  gboolean filling;
} OwnFilter;

/* What is asked for; the test's own. */
typedef struct
{
  const LiaisonOwnColumn *column;
  int choice;       /* of a CHOICE; 0: not set */
  const char *code; /* of a NATION; NULL: not set */
} Wanted;

static void
filter_free (gpointer data)
{
  OwnFilter *self = data;

  g_ptr_array_unref (self->codes);
  g_free (self);
}

static gboolean
has_value (const LiaisonManner *manner, const LiaisonBlock *block, gpointer data)
{
  const Wanted *wanted = data;
  g_autoptr (LiaisonBlock) value = liaison_own_column_get (wanted->column, block, NULL);
  gconstpointer at = LIAISON_BLOCK_AT (value, &wanted->column->field);

  if (wanted->column->field.type == LIAISON_FIELD_CHOICE)
    return *(const int *) at == wanted->choice;
  return *(const char *const *) at == wanted->code;
}

static void
apply (OwnFilter *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->down));
  Wanted *wanted;

  if (self->column == NULL || selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    {
      liaison_table_filter_set_test (self->filter, self->key, NULL, NULL, NULL);
      return;
    }
  wanted = g_new0 (Wanted, 1);
  wanted->column = self->column;
  wanted->choice = (int) selected - 1;
  if (self->column->field.type == LIAISON_FIELD_NATION && selected >= 2
      && selected - 2 < self->codes->len)
    wanted->code = self->codes->pdata[selected - 2];
  liaison_table_filter_set_test (self->filter, self->key, has_value, wanted, g_free);
}

static void
selected_cb (OwnFilter *self)
{
  if (!self->filling)
    apply (self);
}

static void
reset_cb (GtkWidget *down)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (down), 0);
}

static void
append_nations (OwnFilter *self, GtkStringList *list)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  LiaisonTable *nations =
      liaison_document_get_table (liaison_session_get_document (self->session), LIAISON_KIND_NATION);

  g_ptr_array_set_size (self->codes, 0);
  for (guint i = 0; i < liaison_table_get_size (nations); i++)
    {
      const LiaisonBlock *block = liaison_record_get_block (liaison_table_get (nations, i));
      const char *code = LIAISON_DATA (Nation, block)->code;
      g_autofree char *name = code != NULL ? liaison_manner_tell_nation (&manner, code) : NULL;

      if (code == NULL)
        continue;
      gtk_string_list_append (list, name);
      g_ptr_array_add (self->codes, (gpointer) code);
    }
}

static void
fill (OwnFilter *self)
{
  const LiaisonField *field = &self->column->field;
  g_autofree char *all = g_strdup_printf (_ ("%s: all"), field->label);
  g_autofree char *unset = g_strdup_printf (_ ("%s: not set"), field->label);
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *const[]){ all, unset, NULL });

  if (field->type == LIAISON_FIELD_NATION)
    append_nations (self, list);
  else
    for (guint i = 1; i < field->choices->n; i++)
      gtk_string_list_append (list, _ (field->choices->choices[i].label));
  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->down), G_LIST_MODEL (list));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->down), 0);
  self->filling = FALSE;
  gtk_widget_set_tooltip_text (self->down, field->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  field->label, -1);
}

static OwnFilter *
add_filter (LiaisonTableView *view, const char *key)
{
  GtkExpression *name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  OwnFilter *self = g_new0 (OwnFilter, 1);
  g_autofree char *test = g_strdup_printf ("own:%s", key);

  self->session = view->session;
  self->filter = view->filter;
  self->key = g_intern_string (test);
  self->codes = g_ptr_array_new ();
  self->down = gtk_drop_down_new (NULL, name);
  g_signal_connect_swapped (self->down, "notify::selected", G_CALLBACK (selected_cb), self);
  liaison_table_view_add_filter (view, self->down, G_CALLBACK (reset_cb));
  return self;
}

/* The drop-downs there are, by key; they live as long as the line of filters, which several views
 * may have in common. */
static GHashTable *
get_filters (LiaisonTableView *view)
{
  GHashTable *filters = g_object_get_data (G_OBJECT (view->line), FILTERS_KEY);

  if (filters == NULL)
    {
      filters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, filter_free);
      g_object_set_data_full (G_OBJECT (view->line), FILTERS_KEY, filters,
                              (GDestroyNotify) g_hash_table_unref);
    }
  return filters;
}

static gboolean
is_listed (const LiaisonOwnColumn *column)
{
  return column->field.type == LIAISON_FIELD_CHOICE || column->field.type == LIAISON_FIELD_NATION;
}

static const LiaisonOwnColumn *
find_column (const GPtrArray *columns, const char *key)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const LiaisonOwnColumn *column = columns->pdata[i];
      if (g_str_equal (column->key, key) && is_listed (column))
        return column;
    }
  return NULL;
}

void
liaison_own_filter_update (LiaisonTableView *view, const GPtrArray *columns)
{
  GHashTable *filters = view->line != NULL ? get_filters (view) : NULL;
  GHashTableIter iter;
  gpointer key, value;

  if (filters == NULL)
    return;
  for (guint i = 0; i < columns->len; i++)
    {
      const LiaisonOwnColumn *column = columns->pdata[i];
      if (is_listed (column) && !g_hash_table_contains (filters, column->key))
        g_hash_table_insert (filters, g_strdup (column->key), add_filter (view, column->key));
    }
  g_hash_table_iter_init (&iter, filters);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      OwnFilter *self = value;
      const LiaisonOwnColumn *column = find_column (columns, key);

      if (self->column == column)
        continue;
      self->column = column;
      if (column != NULL)
        fill (self);
      gtk_widget_set_visible (gtk_widget_get_parent (self->down), column != NULL);
      apply (self);
    }
}
