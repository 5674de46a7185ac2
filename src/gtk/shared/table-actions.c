/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/join-window.h"
#include "shared/clipboard.h"
#include "shared/table-cell.h"
#include "shared/table-editor.h"
#include "shared/table-keys.h"
#include "shared/table-maker.h"
#include "shared/tsv.h"

#include "review/join.h"

#include <glib/gi18n.h>

/* Shows the new record and begins with its name. */
static void
start_record (LiaisonTableView *self, LiaisonId id)
{
  const LiaisonField *title = liaison_shape_find_flagged (&self->kind->shape, LIAISON_FIELD_TITLE);

  if (!liaison_table_view_show_record (self, id))
    return;
  if (title != NULL)
    liaison_table_view_set_cursor (self, title->name);
  liaison_table_editor_start (self, NULL);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonTableView *self = LIAISON_TABLE_VIEW (widget);
  LiaisonBlock *block = liaison_session_new_block (self->session, self->kind);
  LiaisonId id = block->id;

  if (self->setup != NULL && self->setup->prepare != NULL)
    self->setup->prepare (self, block, self->setup_data);
  liaison_table_filter_keep (self->filter, id);
  liaison_session_add_record (self->session, self->kind, block);
  start_record (self, id);
}

static void
duplicate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonTableView *self = LIAISON_TABLE_VIEW (widget);
  g_autoptr (GPtrArray) records = liaison_table_view_list_selected (self, FALSE);
  g_autoptr (LiaisonTableMaker) maker = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  LiaisonProposal *proposal;

  if (records->len == 0)
    return;
  maker = liaison_table_maker_new (self->session, self->kind);
  proposal = liaison_proposal_new (records->len == 1 ? N_("Duplicate {record}")
                                                     : N_("Duplicate {count} records"));
  if (records->len == 1)
    liaison_proposal_take_operand (
        proposal, liaison_operand_record ("record", liaison_record_get_id (records->pdata[0])));
  else
    liaison_proposal_take_operand (proposal, liaison_operand_integer ("count", records->len));
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (LiaisonBlock) copy =
          liaison_table_maker_duplicate (maker, liaison_record_get_block (records->pdata[i]));
      liaison_proposal_add_record (proposal, copy);
      liaison_table_filter_keep (self->filter, copy->id);
      g_array_append_val (ids, copy->id);
    }
  if (liaison_session_commit (self->session, proposal, NULL))
    liaison_selection_set (liaison_session_get_selection (self->session),
                           (const LiaisonId *) ids->data, ids->len);
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  liaison_table_view_delete (LIAISON_TABLE_VIEW (widget));
}

static void
join_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonTableView *self = LIAISON_TABLE_VIEW (widget);
  g_autoptr (GPtrArray) records = liaison_table_view_list_chosen (self);

  if (records->len > 1)
    liaison_join_window_present (liaison_table_get_root_window (self), self->session, records);
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  liaison_table_view_copy_to (LIAISON_TABLE_VIEW (widget), gtk_widget_get_clipboard (widget));
}

/* What waits for the clipboard. */
typedef struct
{
  GWeakRef view;
  gboolean over;
} Wish;

/* A single cell goes into the selected rows, as it does in a spreadsheet. */
static gboolean
is_single_cell (const char *text)
{
  g_autoptr (GPtrArray) rows = liaison_tsv_parse (text);
  return rows->len == 1 && g_strv_length (rows->pdata[0]) == 1;
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Wish *wish = data;
  g_autoptr (LiaisonTableView) self = g_weak_ref_get (&wish->view);
  g_autofree char *text = liaison_clipboard_read_table_finish (result);
  guint n;

  g_weak_ref_clear (&wish->view);
  if (self == NULL || self->session == NULL || text == NULL)
    return;
  liaison_selection_get (liaison_session_get_selection (self->session), &n);
  liaison_table_view_paste (self, text, wish->over || (n > 0 && is_single_cell (text)));
}

static void
paste_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  Wish *wish = g_new0 (Wish, 1);

  g_weak_ref_init (&wish->view, widget);
  wish->over = g_strcmp0 (action, "table.paste-over") == 0;
  liaison_clipboard_read_table_async (gtk_widget_get_clipboard (widget), text_cb, wish);
}

static void
select_all_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (LIAISON_TABLE_VIEW (widget)->rows));
}

static void
edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  liaison_table_editor_start (LIAISON_TABLE_VIEW (widget), NULL);
}

/* The inspector is the side part of the window's flap. */
static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *flap = gtk_widget_get_ancestor (widget, ADW_TYPE_FLAP);

  if (flap == NULL)
    return;
  adw_flap_set_reveal_flap (ADW_FLAP (flap), TRUE);
  gtk_widget_child_focus (adw_flap_get_flap (ADW_FLAP (flap)), GTK_DIR_TAB_FORWARD);
}

static void
focus_rows_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonTableView *self = LIAISON_TABLE_VIEW (widget);
  guint n;
  const LiaisonId *ids = liaison_selection_get (liaison_session_get_selection (self->session), &n);

  if (n == 0 || !liaison_table_view_show_record (self, ids[0]))
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
find_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  liaison_table_view_focus_search (LIAISON_TABLE_VIEW (widget));
}

static void
clear_filters_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  liaison_table_filter_bar_clear (LIAISON_TABLE_VIEW (widget)->line);
}

static void
popup_menu (LiaisonTableView *self, const GdkRectangle *at)
{
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (self->row_menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      /* Mirrored, GTK 4.8 would put it beside what it points to. */
      if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_LTR)
        gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonTableView *self = LIAISON_TABLE_VIEW (widget);
  GdkRectangle at = { 0, 0, 1, 1 };
  graphene_rect_t bounds;

  liaison_table_view_update_cursor (self);
  if (self->cursor_cell != NULL && gtk_widget_compute_bounds (self->cursor_cell, widget, &bounds))
    at = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                         (int) bounds.size.height };
  popup_menu (self, &at);
}

/* A right click on a row that is not selected selects it first. */
static void
right_click_cb (LiaisonTableView *self, int n, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell =
      picked != NULL ? gtk_widget_get_ancestor (picked, LIAISON_TYPE_TABLE_CELL) : NULL;
  const GdkRectangle at = { (int) x, (int) y, 1, 1 };
  guint position;

  if (picked == NULL || !gtk_widget_is_ancestor (picked, GTK_WIDGET (self->list)))
    return;
  position = cell != NULL ? liaison_table_cell_get_position (LIAISON_TABLE_CELL (cell))
                          : GTK_INVALID_LIST_POSITION;
  if (position != GTK_INVALID_LIST_POSITION
      && !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->rows), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->rows), position, TRUE);
  if (cell != NULL && liaison_table_cell_get_slot (LIAISON_TABLE_CELL (cell)) != NULL)
    self->cursor = liaison_table_cell_get_slot (LIAISON_TABLE_CELL (cell))->column.id;
  if (position != GTK_INVALID_LIST_POSITION)
    liaison_table_view_focus_row (self, position);
  popup_menu (self, &at);
}

void
liaison_table_view_update_actions (LiaisonTableView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean writable = !liaison_editor_get_read_only (liaison_session_get_editor (self->session));
  g_autoptr (GtkBitset) chosen =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->rows));
  gboolean selected = !gtk_bitset_is_empty (chosen);

  gtk_widget_action_set_enabled (widget, "table.add", writable);
  gtk_widget_action_set_enabled (widget, "table.paste", writable);
  gtk_widget_action_set_enabled (widget, "table.edit", writable);
  gtk_widget_action_set_enabled (widget, "table.duplicate", writable && selected);
  gtk_widget_action_set_enabled (widget, "table.delete", writable && selected);
  gtk_widget_action_set_enabled (widget, "table.paste-over", writable && selected);
  gtk_widget_action_set_enabled (widget, "table.join",
                                 writable && gtk_bitset_get_size (chosen) > 1
                                     && liaison_join_suits (self->kind->id));
  gtk_widget_action_set_enabled (widget, "table.copy", selected);
}

static void
activate_cb (LiaisonTableView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "table.open", NULL);
}

void
liaison_table_view_watch_clicks (LiaisonTableView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (right_click_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);
}

void
liaison_table_view_class_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "table.add", NULL, add_cb);
  gtk_widget_class_install_action (klass, "table.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (klass, "table.delete", NULL, delete_cb);
  gtk_widget_class_install_action (klass, "table.join", NULL, join_cb);
  gtk_widget_class_install_action (klass, "table.copy", NULL, copy_cb);
  gtk_widget_class_install_action (klass, "table.paste", NULL, paste_cb);
  gtk_widget_class_install_action (klass, "table.paste-over", NULL, paste_cb);
  gtk_widget_class_install_action (klass, "table.select-all", NULL, select_all_cb);
  gtk_widget_class_install_action (klass, "table.edit", NULL, edit_cb);
  gtk_widget_class_install_action (klass, "table.open", NULL, open_cb);
  gtk_widget_class_install_action (klass, "table.menu", NULL, menu_cb);
  gtk_widget_class_install_action (klass, "table.find", NULL, find_cb);
  gtk_widget_class_install_action (klass, "table.focus-rows", NULL, focus_rows_cb);
  gtk_widget_class_install_action (klass, "table.clear-filters", NULL, clear_filters_cb);

  gtk_widget_class_add_binding_action (klass, GDK_KEY_Insert, 0, "table.add", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "table.add", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "table.find", NULL);
}
