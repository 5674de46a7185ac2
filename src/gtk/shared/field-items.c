/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/field-items.h"

#include "record/order-key.h"
#include "shared/field-item.h"

#include <glib/gi18n.h>

struct _LiaisonFieldItemsRow
{
  LiaisonFormRow parent_instance;

  /* Borrowed, children */
  GtkListBox *list;
  GtkWidget *nothing;

  LiaisonId shown; /* the record whose items are in the list */
};

G_DEFINE_FINAL_TYPE (LiaisonFieldItemsRow, liaison_field_items_row, LIAISON_TYPE_FORM_ROW)

static const char *
order_of (const LiaisonBlock *item)
{
  const LiaisonField *order = liaison_shape_find_flagged (item->shape, LIAISON_FIELD_ORDER);
  return order != NULL ? *(GRefString *const *) LIAISON_BLOCK_AT (item, order) : NULL;
}

/* By order key; those without one stand last, by age. */
static int
compare_items (gconstpointer a, gconstpointer b)
{
  const LiaisonBlock *one = *(const LiaisonBlock *const *) a;
  const LiaisonBlock *other = *(const LiaisonBlock *const *) b;
  const char *key = order_of (one), *other_key = order_of (other);
  int order = 0;

  if ((key != NULL) != (other_key != NULL))
    return key != NULL ? -1 : 1;
  if (key != NULL)
    order = g_strcmp0 (key, other_key);
  return order != 0 ? order : liaison_id_compare (one->id, other->id);
}

/* The items as they are ordered. The blocks are borrowed. */
static GPtrArray *
list_items (LiaisonFormRow *row)
{
  const LiaisonBlock *block = liaison_field_target_get_block (liaison_form_row_get_target (row), 0);
  const LiaisonItems *items =
      *(LiaisonItems *const *) LIAISON_BLOCK_AT (block, liaison_form_row_get_field (row));
  GPtrArray *blocks = g_ptr_array_new ();

  for (guint i = 0; i < liaison_items_get_size (items); i++)
    g_ptr_array_add (blocks, (gpointer) liaison_items_get (items, i));
  g_ptr_array_sort (blocks, compare_items);
  return blocks;
}

static LiaisonFieldItem *
find_row (LiaisonFieldItemsRow *self, LiaisonId id)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (liaison_id_same (liaison_field_item_get_id (LIAISON_FIELD_ITEM (child)), id))
      return LIAISON_FIELD_ITEM (child);
  return NULL;
}

static void
set_key (LiaisonBlock *item, const char *key)
{
  const LiaisonField *order = liaison_shape_find_flagged (item->shape, LIAISON_FIELD_ORDER);
  GRefString **at = LIAISON_BLOCK_AT (item, order);

  g_clear_pointer (at, g_ref_string_release);
  *at = g_ref_string_new (key);
}

static gboolean
all_have_keys (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    if (order_of (blocks->pdata[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* Gives the item a key between those of its neighbours at @place. */
static void
move_between (LiaisonFormRow *row, const LiaisonBlock *item, GPtrArray *others, guint place)
{
  const char *before = place > 0 ? order_of (others->pdata[place - 1]) : NULL;
  const char *after = place < others->len ? order_of (others->pdata[place]) : NULL;
  g_autofree char *key = liaison_order_key_between (before, after);
  g_autoptr (LiaisonBlock) moved = liaison_block_copy (item);

  set_key (moved, key);
  liaison_field_target_set_item (liaison_form_row_get_target (row),
                                 liaison_form_row_get_index (row), item->id, moved);
}

/* Gives all items keys in the order of @blocks, because some had none. */
static void
number_all (LiaisonFormRow *row, GPtrArray *blocks)
{
  g_autofree LiaisonBlock **numbered = g_new (LiaisonBlock *, blocks->len);
  g_autofree char *key = NULL;

  for (guint i = 0; i < blocks->len; i++)
    {
      char *next = liaison_order_key_between (key, NULL);
      g_free (key);
      key = next;
      numbered[i] = liaison_block_copy (blocks->pdata[i]);
      set_key (numbered[i], key);
    }
  g_autoptr (LiaisonItems) items = liaison_items_new_take (numbered, blocks->len);
  g_auto (LiaisonValue) value = liaison_value_field (liaison_form_row_get_field (row), &items);
  liaison_field_target_set_value (liaison_form_row_get_target (row),
                                  liaison_form_row_get_index (row), &value);
}

static void
move_cb (LiaisonFieldItem *item, int by, LiaisonFieldItemsRow *self)
{
  LiaisonFormRow *row = LIAISON_FORM_ROW (self);
  g_autoptr (GPtrArray) blocks = list_items (row);
  LiaisonId id = liaison_field_item_get_id (item);
  guint from = 0;

  while (from < blocks->len
         && !liaison_id_same (((const LiaisonBlock *) blocks->pdata[from])->id, id))
    from++;
  int place = (int) from + by;
  if (from == blocks->len || place < 0 || place >= (int) blocks->len)
    return;

  gboolean keyed = all_have_keys (blocks);
  const LiaisonBlock *block = g_ptr_array_remove_index (blocks, from);
  if (keyed)
    move_between (row, block, blocks, place);
  else
    {
      g_ptr_array_insert (blocks, place, (gpointer) block);
      number_all (row, blocks);
    }
  liaison_form_row_refresh (row);
}

static void
remove_cb (LiaisonFieldItem *item, LiaisonFieldItemsRow *self)
{
  LiaisonFormRow *row = LIAISON_FORM_ROW (self);

  liaison_field_target_set_item (liaison_form_row_get_target (row),
                                 liaison_form_row_get_index (row), liaison_field_item_get_id (item),
                                 NULL);
  liaison_form_row_refresh (row);
}

static void
add_cb (LiaisonFieldItemsRow *self)
{
  LiaisonFormRow *row = LIAISON_FORM_ROW (self);
  LiaisonEditor *editor = liaison_session_get_editor (liaison_form_row_get_session (row));
  LiaisonId id = liaison_editor_new_id (editor);
  g_autoptr (GPtrArray) others = list_items (row);
  g_autoptr (LiaisonBlock) block = liaison_block_new (liaison_form_row_get_field (row)->items, id);

  if (liaison_shape_find_flagged (block->shape, LIAISON_FIELD_ORDER) != NULL
      && all_have_keys (others))
    {
      const char *last = others->len > 0 ? order_of (others->pdata[others->len - 1]) : NULL;
      g_autofree char *key = liaison_order_key_between (last, NULL);
      set_key (block, key);
    }
  if (!liaison_field_target_set_item (liaison_form_row_get_target (row),
                                      liaison_form_row_get_index (row), id, block))
    return;
  liaison_form_row_refresh (row);
  LiaisonFieldItem *item = find_row (self, id);
  if (item != NULL)
    {
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (item), TRUE);
      gtk_widget_child_focus (GTK_WIDGET (item), GTK_DIR_TAB_FORWARD);
    }
}

static LiaisonFieldItem *
add_row (LiaisonFieldItemsRow *self, LiaisonId id)
{
  LiaisonFieldItem *item = liaison_field_item_new (LIAISON_FORM_ROW (self), id);

  g_signal_connect_object (item, "move", G_CALLBACK (move_cb), self, 0);
  g_signal_connect_object (item, "remove", G_CALLBACK (remove_cb), self, 0);
  gtk_list_box_append (self->list, GTK_WIDGET (item));
  return item;
}

static gboolean
contains (GPtrArray *blocks, LiaisonId id)
{
  for (guint i = 0; i < blocks->len; i++)
    if (liaison_id_same (((const LiaisonBlock *) blocks->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

/* Items of another record, and those that are gone. */
static void
drop_rows (LiaisonFieldItemsRow *self, GPtrArray *blocks, gboolean all)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);
      if (all || !contains (blocks, liaison_field_item_get_id (LIAISON_FIELD_ITEM (child))))
        gtk_list_box_remove (self->list, child);
      child = next;
    }
}

static int
sort_cb (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (a), "place"))
         - GPOINTER_TO_INT (g_object_get_data (G_OBJECT (b), "place"));
}

static void
liaison_field_items_row_refresh (LiaisonFormRow *row)
{
  LiaisonFieldItemsRow *self = LIAISON_FIELD_ITEMS_ROW (row);
  LiaisonId record = liaison_field_target_get_id (liaison_form_row_get_target (row), 0);
  g_autoptr (GPtrArray) blocks = list_items (row);

  drop_rows (self, blocks, !liaison_id_same (record, self->shown));
  self->shown = record;
  for (guint i = 0; i < blocks->len; i++)
    {
      const LiaisonBlock *block = blocks->pdata[i];
      LiaisonFieldItem *item = find_row (self, block->id);
      if (item == NULL)
        item = add_row (self, block->id);
      g_object_set_data (G_OBJECT (item), "place", GUINT_TO_POINTER (i));
      liaison_field_item_refresh (item, i, blocks->len);
    }
  gtk_list_box_invalidate_sort (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self->list), blocks->len > 0);
  gtk_widget_set_visible (self->nothing, blocks->len == 0);
}

static void
liaison_field_items_row_build (LiaisonFormRow *row)
{
  LiaisonFieldItemsRow *self = LIAISON_FIELD_ITEMS_ROW (row);
  /* Translators: %s is what is added to a list, in the singular: “shift” */
  g_autofree char *tooltip =
      g_strdup_printf (_ ("Add: %s"), _ (liaison_form_row_get_field (row)->items->label));
  GtkWidget *add = liaison_form_row_new_button ("list-add-symbolic", tooltip);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_sort_func (self->list, sort_cb, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_margin_start (GTK_WIDGET (self->list), 9);
  gtk_widget_set_margin_end (GTK_WIDGET (self->list), 9);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->list), 9);
  liaison_form_row_describe (row, GTK_WIDGET (self->list));
  liaison_form_row_add_below (row, GTK_WIDGET (self->list));

  self->nothing = gtk_label_new (_ ("None"));
  gtk_label_set_xalign (GTK_LABEL (self->nothing), 0);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  liaison_form_row_add_content (row, self->nothing);

  liaison_form_row_add_suffix (row, add);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (row), FALSE);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_cb), row);
}

/* The rows of the items look after what is being written in them; the list itself is always up to
 * date. */
static void
liaison_field_items_row_settle (LiaisonFormRow *row)
{
  LiaisonFieldItemsRow *self = LIAISON_FIELD_ITEMS_ROW (row);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);
      liaison_field_item_settle (LIAISON_FIELD_ITEM (child));
      child = next;
    }
}

static void
liaison_field_items_row_class_init (LiaisonFieldItemsRowClass *klass)
{
  LiaisonFormRowClass *row_class = LIAISON_FORM_ROW_CLASS (klass);

  row_class->build = liaison_field_items_row_build;
  row_class->refresh = liaison_field_items_row_refresh;
  row_class->settle = liaison_field_items_row_settle;
}

static void
liaison_field_items_row_init (LiaisonFieldItemsRow *self)
{
}
