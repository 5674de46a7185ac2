/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/table-keys.h"

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
liaison_table_bind_writing (LiaisonTableView *view, GActionMap *actions, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    liaison_session_bind_writable (liaison_table_view_get_session (view),
                                   g_action_map_lookup_action (actions, names[i]), "enabled");
}

void
liaison_table_add_key (LiaisonTableView *view,
                       guint key,
                       GdkModifierType modifiers,
                       const char *action)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_named_action_new (action)));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
}

GtkWidget *
liaison_table_box_new (LiaisonTableView *view, const char *prefix, const char *hint)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (hint);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, hint);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_start (line, 12);
  gtk_widget_set_margin_end (line, 6);
  gtk_widget_set_margin_top (line, 6);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (view));
  gtk_widget_set_vexpand (GTK_WIDGET (view), TRUE);
  gtk_widget_insert_action_group (box, prefix, g_object_get_data (G_OBJECT (view), prefix));
  return box;
}

GtkWidget *
liaison_table_box_add_button (GtkWidget *box,
                              const char *label,
                              const char *action,
                              const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_box_append (GTK_BOX (gtk_widget_get_first_child (box)), button);
  return button;
}

void
liaison_table_box_add_menu (GtkWidget *box, const char *label, GMenuModel *menu)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_box_append (GTK_BOX (gtk_widget_get_first_child (box)), button);
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
