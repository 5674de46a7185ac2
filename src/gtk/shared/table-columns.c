/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/table-cell.h"

#include "finding-item.h"
#include "screen.h"

#include <glib/gi18n.h>
#include <string.h>

#define MARK_WIDTH 40
/* Beside the words of a heading: its edges, and the arrow of the one that is sorted by. */
#define HEADING_ROOM 30

/* What a session remembers of a table. */
typedef struct
{
  GPtrArray *shown;   /* ids, static */
  GHashTable *widths; /* id -> width */
  char *sort[LIAISON_TABLE_MAX_LEVELS];
  gboolean descending[LIAISON_TABLE_MAX_LEVELS];
} Memory;

static void
memory_free (gpointer data)
{
  Memory *memory = data;

  g_ptr_array_unref (memory->shown);
  g_hash_table_unref (memory->widths);
  for (guint i = 0; i < LIAISON_TABLE_MAX_LEVELS; i++)
    g_free (memory->sort[i]);
  g_free (memory);
}

static char *
memory_key (LiaisonTableView *self)
{
  const char *name =
      self->setup != NULL && self->setup->name != NULL ? self->setup->name : self->kind->plural;
  return g_strdup_printf ("liaison-table-%s", name);
}

void
liaison_table_view_remember (LiaisonTableView *self)
{
  Memory *memory = g_new0 (Memory, 1);
  g_autofree char *key = memory_key (self);
  guint n;
  const LiaisonTableLevel *levels = liaison_table_sorter_get_levels (self->sorter, &n);

  memory->shown = liaison_table_view_list_columns (self);
  memory->widths = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->slots->len; i++)
    {
      LiaisonTableSlot *slot = self->slots->pdata[i];
      if (slot->header != NULL)
        g_hash_table_insert (
            memory->widths, (gpointer) slot->column.id,
            GINT_TO_POINTER (gtk_column_view_column_get_fixed_width (slot->header)));
    }
  for (guint i = 0; i < n; i++)
    {
      memory->sort[i] = g_strdup (levels[i].column->id);
      memory->descending[i] = levels[i].descending;
    }
  g_object_set_data_full (G_OBJECT (self->session), key, memory, memory_free);
}

LiaisonTableSlot *
liaison_table_view_find_slot (LiaisonTableView *self, const char *id)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      LiaisonTableSlot *slot = self->slots->pdata[i];
      if (!slot->gone && strcmp (slot->column.id, id) == 0)
        return slot;
    }
  return NULL;
}

static void
slot_free (gpointer data)
{
  LiaisonTableSlot *slot = data;
  g_clear_object (&slot->header);
  g_free (slot);
}

LiaisonTableSlot *
liaison_table_view_add_slot (LiaisonTableView *self, LiaisonTableColumn column, gboolean shown)
{
  LiaisonTableSlot *slot = g_new0 (LiaisonTableSlot, 1);

  slot->view = self;
  slot->column = column;
  slot->shown_first = shown;
  g_ptr_array_add (self->slots, slot);
  return slot;
}

static gboolean
is_replaced (LiaisonTableView *self, const LiaisonField *field)
{
  for (guint i = 0; self->setup != NULL && i < self->setup->n_columns; i++)
    if (self->setup->columns[i].field == field)
      return TRUE;
  return FALSE;
}

static gboolean
is_shown_first (LiaisonTableView *self, const LiaisonField *field)
{
  return (field->flags & LIAISON_FIELD_COLUMN)
         || (self->setup != NULL && self->setup->shown != NULL
             && g_strv_contains (self->setup->shown, field->name));
}

/* In a tree the name comes first, beside the arrows. */
static void
add_field_slots (LiaisonTableView *self)
{
  const LiaisonShape *shape = &self->kind->shape;
  gboolean tree = self->setup != NULL && self->setup->tree != NULL;
  const LiaisonField *title = liaison_shape_find_flagged (shape, LIAISON_FIELD_TITLE);

  if (tree && title != NULL && !is_replaced (self, title))
    liaison_table_view_add_slot (self, liaison_table_column_for_field (title), TRUE);
  for (guint i = 0; i < shape->n_fields; i++)
    {
      const LiaisonField *field = &shape->fields[i];
      if ((field->flags & LIAISON_FIELD_HIDDEN) || is_replaced (self, field)
          || (tree && field == title))
        continue;
      liaison_table_view_add_slot (self, liaison_table_column_for_field (field),
                                   is_shown_first (self, field));
    }
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LiaisonTableSlot *slot)
{
  gboolean tree = slot->view->setup != NULL && slot->view->setup->tree != NULL;
  gtk_list_item_set_child (
      item, liaison_table_cell_new (slot->view, slot, tree && slot == slot->view->slots->pdata[0]));
}

static void
setup_mark_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LiaisonTableView *self)
{
  gtk_list_item_set_child (item, liaison_table_cell_new (self, NULL, FALSE));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  liaison_table_cell_bind (LIAISON_TABLE_CELL (gtk_list_item_get_child (item)), item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  if (child != NULL)
    liaison_table_cell_bind (LIAISON_TABLE_CELL (child), NULL);
}

static GtkListItemFactory *
make_factory (GCallback setup, gpointer data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, data);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}

/* As wide as what stands in it, and as its heading, which is long in some languages. */
static int
find_width (LiaisonTableSlot *slot)
{
  int width = liaison_screen_scale (liaison_table_column_get_width (&slot->column)), heading;
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (GTK_WIDGET (slot->view), _ (slot->column.label));
  PangoAttrList *bold = pango_attr_list_new ();

  pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, bold);
  pango_attr_list_unref (bold);
  pango_layout_get_pixel_size (layout, &heading, NULL);
  return CLAMP (heading + HEADING_ROOM, width, 2 * width);
}

/* Columns keep the order of their fields; the one of findings stands before them. */
static void
make_header (LiaisonTableSlot *slot, guint index)
{
  g_autoptr (GtkSorter) probe = liaison_table_probe_new (index);
  guint position = 1;

  for (guint i = 0; i < index; i++)
    position += ((LiaisonTableSlot *) slot->view->slots->pdata[i])->header != NULL;

  slot->header = gtk_column_view_column_new (_ (slot->column.label),
                                             make_factory (G_CALLBACK (setup_cb), slot));
  gtk_column_view_column_set_resizable (slot->header, TRUE);
  gtk_column_view_column_set_fixed_width (slot->header, find_width (slot));
  /* On a wide screen the room that is left goes to the words. */
  if (slot->column.field != NULL && (slot->column.field->flags & LIAISON_FIELD_TITLE))
    gtk_column_view_column_set_expand (slot->header, TRUE);
  gtk_column_view_column_set_sorter (slot->header, probe);
  gtk_column_view_insert_column (slot->view->list, position, slot->header);
}

void
liaison_table_view_set_column_shown (LiaisonTableView *self, const char *id, gboolean shown)
{
  LiaisonTableSlot *slot = liaison_table_view_find_slot (self, id);
  guint index;

  if (slot == NULL || !g_ptr_array_find (self->slots, slot, &index)
      || (slot->header == NULL && !shown))
    return;
  if (slot->header == NULL)
    make_header (slot, index);
  else
    gtk_column_view_column_set_visible (slot->header, shown);
}

GPtrArray *
liaison_table_view_list_columns (LiaisonTableView *self)
{
  GListModel *headers = gtk_column_view_get_columns (self->list);
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (headers); i++)
    {
      g_autoptr (GtkColumnViewColumn) header = g_list_model_get_item (headers, i);
      for (guint j = 0; j < self->slots->len; j++)
        {
          LiaisonTableSlot *slot = self->slots->pdata[j];
          if (slot->header == header && gtk_column_view_column_get_visible (header))
            g_ptr_array_add (ids, (gpointer) slot->column.id);
        }
    }
  return ids;
}

static void
add_mark_column (LiaisonTableView *self)
{
  g_autoptr (GtkColumnViewColumn) header = gtk_column_view_column_new (
      /* Translators: heading of the narrow column that shows whether the review found something
         about a record */
      C_ ("column of findings", "!"), make_factory (G_CALLBACK (setup_mark_cb), self));

  gtk_column_view_column_set_fixed_width (header, MARK_WIDTH);
  gtk_column_view_append_column (self->list, header);
}

static void
sort_changed_cb (LiaisonTableView *self)
{
  guint columns[LIAISON_TABLE_MAX_LEVELS];
  gboolean descending[LIAISON_TABLE_MAX_LEVELS];
  LiaisonTableLevel levels[LIAISON_TABLE_MAX_LEVELS];
  guint n = liaison_table_probe_ask (gtk_column_view_get_sorter (self->list), columns, descending,
                                     LIAISON_TABLE_MAX_LEVELS);

  for (guint i = 0; i < n; i++)
    levels[i] = (LiaisonTableLevel){ &((LiaisonTableSlot *) self->slots->pdata[columns[i]])->column,
                                     descending[i] };
  liaison_table_sorter_set_levels (self->sorter, levels, n);
}

void
liaison_table_view_sort_by (LiaisonTableView *self, const char *id, gboolean descending)
{
  LiaisonTableSlot *slot = liaison_table_view_find_slot (self, id);

  if (slot == NULL)
    return;
  if (slot->header == NULL)
    {
      liaison_table_view_set_column_shown (self, id, TRUE);
      gtk_column_view_column_set_visible (slot->header, FALSE);
    }
  gtk_column_view_sort_by_column (self->list, slot->header,
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static void
show_remembered (LiaisonTableView *self, const Memory *memory)
{
  for (guint i = 0; i < memory->shown->len; i++)
    {
      LiaisonTableSlot *slot = liaison_table_view_find_slot (self, memory->shown->pdata[i]);
      int width = GPOINTER_TO_INT (g_hash_table_lookup (memory->widths, memory->shown->pdata[i]));
      liaison_table_view_set_column_shown (self, memory->shown->pdata[i], TRUE);
      if (slot != NULL && slot->header != NULL && width > 0)
        gtk_column_view_column_set_fixed_width (slot->header, width);
    }
  for (int i = LIAISON_TABLE_MAX_LEVELS - 1; i >= 0; i--)
    if (memory->sort[i] != NULL)
      liaison_table_view_sort_by (self, memory->sort[i], memory->descending[i]);
}

static void
show_first (LiaisonTableView *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      const LiaisonTableSlot *slot = self->slots->pdata[i];
      if (slot->shown_first)
        liaison_table_view_set_column_shown (self, slot->column.id, TRUE);
    }
  if (self->setup != NULL && self->setup->sort != NULL)
    liaison_table_view_sort_by (self, self->setup->sort, FALSE);
}

void
liaison_table_view_make_columns (LiaisonTableView *self)
{
  g_autofree char *key = memory_key (self);
  const Memory *memory = g_object_get_data (G_OBJECT (self->session), key);

  self->slots = g_ptr_array_new_with_free_func (slot_free);
  for (guint i = 0; self->setup != NULL && i < self->setup->n_columns; i++)
    liaison_table_view_add_slot (self, self->setup->columns[i], !self->setup->columns[i].hidden);
  add_field_slots (self);
  liaison_table_view_add_own_slots (self);

  add_mark_column (self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->list), "changed",
                           G_CALLBACK (sort_changed_cb), self, G_CONNECT_SWAPPED);
  if (memory != NULL)
    show_remembered (self, memory);
  else
    show_first (self);
}
