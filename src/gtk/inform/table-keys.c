/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inform/table-keys.h"

GActionMap *
liaison_table_add_actions (LiaisonTableView *view,
                           const char *prefix,
                           const GActionEntry *entries,
                           guint n)
{
  GSimpleActionGroup *actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, (int) n, view);
  gtk_widget_insert_action_group (GTK_WIDGET (view), prefix, G_ACTION_GROUP (actions));
  g_object_set_data_full (G_OBJECT (view), prefix, actions, g_object_unref);
  return G_ACTION_MAP (actions);
}

void
liaison_table_add_key (LiaisonTableView *view, guint key, GdkModifierType modifiers, const char *action)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_named_action_new (action)));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
}

static void
nothing_cb (void)
{
}

void
liaison_table_add_button (LiaisonTableView *view, const char *label, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  liaison_table_view_add_filter (view, button, G_CALLBACK (nothing_cb));
}

void
liaison_table_add_menu_button (LiaisonTableView *view, const char *label, GMenuModel *menu)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  liaison_table_view_add_filter (view, button, G_CALLBACK (nothing_cb));
}

void
liaison_table_refuse (LiaisonTableView *view, const char *text)
{
  gtk_widget_error_bell (GTK_WIDGET (view));
  g_signal_emit_by_name (liaison_table_view_get_session (view), "notice", text, FALSE);
}

GtkWindow *
liaison_table_get_root_window (LiaisonTableView *view)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

void
liaison_table_keep (LiaisonTableView *view, const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    liaison_table_filter_keep (liaison_table_view_get_filter (view),
                               liaison_record_get_id (records->pdata[i]));
  if (records->len > 0)
    liaison_table_view_show_record (view, liaison_record_get_id (records->pdata[0]));
}
