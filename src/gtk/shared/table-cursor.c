/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/table-cell.h"
#include "shared/table-editor.h"

#define CURSOR_CLASS "table-cursor"

/* GTK moves the focus between rows; the column that keys edit is kept here, and its cell in the
 * focused row shows it. */

static LiaisonTableCell *
find_cell (GtkWidget *widget, const char *id)
{
  if (LIAISON_IS_TABLE_CELL (widget))
    {
      LiaisonTableSlot *slot = liaison_table_cell_get_slot (LIAISON_TABLE_CELL (widget));
      return slot != NULL && g_strcmp0 (slot->column.id, id) == 0 ? LIAISON_TABLE_CELL (widget)
                                                                  : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      LiaisonTableCell *found = find_cell (child, id);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The first slot whose column is shown. */
static LiaisonTableSlot *
first_shown (LiaisonTableView *self)
{
  g_autoptr (GPtrArray) ids = liaison_table_view_list_columns (self);
  return ids->len > 0 ? liaison_table_view_find_slot (self, ids->pdata[0]) : NULL;
}

static void
show_cursor (LiaisonTableView *self, GtkWidget *cell)
{
  if (self->cursor_cell == cell)
    return;
  if (self->cursor_cell != NULL)
    gtk_widget_remove_css_class (gtk_widget_get_parent (self->cursor_cell), CURSOR_CLASS);
  g_set_weak_pointer (&self->cursor_cell, cell);
  if (cell != NULL)
    gtk_widget_add_css_class (gtk_widget_get_parent (cell), CURSOR_CLASS);
}

void
liaison_table_view_update_cursor (LiaisonTableView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  LiaisonTableCell *cell = NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return;
  if (self->cursor == NULL && first_shown (self) != NULL)
    self->cursor = first_shown (self)->column.id;
  if (self->cursor != NULL)
    cell = find_cell (focus, self->cursor);
  if (cell != NULL)
    {
      LiaisonRecord *record = liaison_table_cell_get_record (cell);
      if (record != NULL)
        self->focused = liaison_record_get_id (record);
    }
  show_cursor (self, GTK_WIDGET (cell));
}

void
liaison_table_view_set_cursor (LiaisonTableView *self, const char *id)
{
  self->cursor = id;
  liaison_table_view_update_cursor (self);
}

LiaisonTableSlot *
liaison_table_view_get_neighbour (LiaisonTableView *self, int steps)
{
  g_autoptr (GPtrArray) ids = liaison_table_view_list_columns (self);

  for (guint i = 0; i < ids->len; i++)
    if (g_strcmp0 (ids->pdata[i], self->cursor) == 0)
      {
        int wanted = (int) i + steps;
        return wanted >= 0 && wanted < (int) ids->len
                   ? liaison_table_view_find_slot (self, ids->pdata[wanted])
                   : NULL;
      }
  return first_shown (self);
}

/* Scrolls sideways until the cell is seen. */
static void
scroll_to_cursor (LiaisonTableView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  graphene_rect_t bounds;

  if (self->cursor_cell == NULL
      || !gtk_widget_compute_bounds (gtk_widget_get_parent (self->cursor_cell),
                                     GTK_WIDGET (self->list), &bounds))
    return;
  gtk_adjustment_clamp_page (adjustment, gtk_adjustment_get_value (adjustment) + bounds.origin.x,
                             gtk_adjustment_get_value (adjustment) + bounds.origin.x
                                 + bounds.size.width);
}

static gboolean
move_cursor (LiaisonTableView *self, int steps)
{
  LiaisonTableSlot *slot = liaison_table_view_get_neighbour (self, steps);

  if (slot == NULL)
    return FALSE;
  liaison_table_view_set_cursor (self, slot->column.id);
  scroll_to_cursor (self);
  return TRUE;
}

/* The row of the cursor in a tree; NULL elsewhere. Transfer full. */
static GtkTreeListRow *
get_branch (LiaisonTableView *self)
{
  guint position;
  gpointer row;

  if (self->tree == NULL || self->cursor_cell == NULL)
    return NULL;
  position = liaison_table_cell_get_position (LIAISON_TABLE_CELL (self->cursor_cell));
  row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  return GTK_IS_TREE_LIST_ROW (row) ? row : NULL;
}

static gboolean
go_to_parent (LiaisonTableView *self, GtkTreeListRow *row)
{
  g_autoptr (GtkTreeListRow) parent = gtk_tree_list_row_get_parent (row);

  if (parent == NULL)
    return FALSE;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->rows),
                                   gtk_tree_list_row_get_position (parent), TRUE);
  liaison_table_view_focus_row (self, gtk_tree_list_row_get_position (parent));
  return TRUE;
}

/* On the names of a tree, and with Shift anywhere, the arrows open and close branches. */
static gboolean
fold_branch (LiaisonTableView *self, gboolean forwards, gboolean shifted)
{
  g_autoptr (GtkTreeListRow) row = get_branch (self);
  LiaisonTableSlot *slot =
      row != NULL ? liaison_table_cell_get_slot (LIAISON_TABLE_CELL (self->cursor_cell)) : NULL;

  if (row == NULL || (!shifted && slot != self->slots->pdata[0]))
    return FALSE;
  if (forwards == gtk_tree_list_row_get_expanded (row)
      || (forwards && !gtk_tree_list_row_is_expandable (row)))
    return !forwards && go_to_parent (self, row);
  gtk_tree_list_row_set_expanded (row, forwards);
  return TRUE;
}

/* Left and right move between cells, before GTK takes them for moving the focus. */
static gboolean
arrow_cb (LiaisonTableView *self, guint key, guint code, GdkModifierType state)
{
  const GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean forwards = (key == GDK_KEY_Right) != rtl;

  if (self->editor != NULL && gtk_widget_get_mapped (self->editor))
    return FALSE;
  if ((modifiers & ~GDK_SHIFT_MASK) != 0 || !(key == GDK_KEY_Left || key == GDK_KEY_Right))
    return FALSE;
  if (fold_branch (self, forwards, modifiers != 0))
    return TRUE;
  return modifiers == 0 && move_cursor (self, forwards ? 1 : -1);
}

/* Typing on a cell replaces what is in it. */
static gboolean
typed_cb (LiaisonTableView *self, guint key, guint code, GdkModifierType state)
{
  gunichar c = gdk_keyval_to_unicode (key);
  char text[7] = { 0 };

  if (c == 0 || !g_unichar_isprint (c) || c == ' '
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)))
    return FALSE;
  g_unichar_to_utf8 (c, text);
  return liaison_table_editor_start (self, text);
}

static void
pressed_cb (LiaisonTableView *self, int n, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell =
      picked != NULL ? gtk_widget_get_ancestor (picked, LIAISON_TYPE_TABLE_CELL) : NULL;
  LiaisonTableSlot *slot;

  if (cell == NULL && picked != NULL)
    cell = LIAISON_IS_TABLE_CELL (gtk_widget_get_first_child (picked))
               ? gtk_widget_get_first_child (picked)
               : NULL;
  slot = cell != NULL ? liaison_table_cell_get_slot (LIAISON_TABLE_CELL (cell)) : NULL;
  if (slot != NULL)
    self->cursor = slot->column.id;
}

static void
root_changed_cb (LiaisonTableView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    g_signal_connect_object (root, "notify::focus-widget",
                             G_CALLBACK (liaison_table_view_update_cursor), self,
                             G_CONNECT_SWAPPED);
}

static void
released_cb (LiaisonTableView *self)
{
  liaison_table_view_update_cursor (self);
}

static void
add_controller (LiaisonTableView *self, GtkEventController *controller, GtkPropagationPhase phase)
{
  gtk_event_controller_set_propagation_phase (controller, phase);
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
}

static void
add_shortcut (GtkShortcutController *keys, guint key, GdkModifierType modifiers, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      keys,
      gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_named_action_new (action)));
}

static void
add_shortcuts (LiaisonTableView *self)
{
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  add_shortcut (keys, GDK_KEY_F2, 0, "table.edit");
  add_shortcut (keys, GDK_KEY_Delete, 0, "table.delete");
  add_shortcut (keys, GDK_KEY_KP_Delete, 0, "table.delete");
  add_shortcut (keys, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy");
  add_shortcut (keys, GDK_KEY_v, GDK_CONTROL_MASK, "table.paste");
  add_shortcut (keys, GDK_KEY_v, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "table.paste-over");
  add_shortcut (keys, GDK_KEY_d, GDK_CONTROL_MASK, "table.duplicate");
  add_shortcut (keys, GDK_KEY_a, GDK_CONTROL_MASK, "table.select-all");
  add_shortcut (keys, GDK_KEY_Menu, 0, "table.menu");
  add_shortcut (keys, GDK_KEY_F10, GDK_SHIFT_MASK, "table.menu");
  add_controller (self, GTK_EVENT_CONTROLLER (keys), GTK_PHASE_CAPTURE);
}

void
liaison_table_view_install_keys (LiaisonTableView *self)
{
  GtkEventController *arrows = gtk_event_controller_key_new ();
  GtkEventController *typing = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (arrows, "key-pressed", G_CALLBACK (arrow_cb), self);
  add_controller (self, arrows, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (typing, "key-pressed", G_CALLBACK (typed_cb), self);
  add_controller (self, typing, GTK_PHASE_BUBBLE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  add_controller (self, GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  add_shortcuts (self);
  g_signal_connect (self, "notify::root", G_CALLBACK (root_changed_cb), NULL);
}
