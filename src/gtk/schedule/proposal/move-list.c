/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/proposal/move-list.h"

#include "shared/first-column.h"
#include "schedule/proposal/move-item.h"
#include "screen.h"

#include <glib/gi18n.h>

static void
setup_text_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_list_item_set_child (item, label);
}

static void
bind_text_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  LiaisonMoveItem *move = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label),
                      liaison_move_item_get_text (move, GPOINTER_TO_UINT (data)));
}

static void
setup_check_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_list_item_set_child (item, check);
}

static void
bind_check_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  LiaisonMoveItem *move = gtk_list_item_get_item (item);
  GtkWidget *check = gtk_list_item_get_child (item);
  GBinding *binding = g_object_bind_property (move, "chosen", check, "active",
                                              G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);

  gtk_widget_set_visible (check, liaison_move_item_is_free (move));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  liaison_move_item_get_text (move, LIAISON_MOVE_TEXT_NAME), -1);
  g_object_set_data (G_OBJECT (item), "liaison-binding", binding);
}

static void
unbind_check_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GBinding *binding = g_object_steal_data (G_OBJECT (item), "liaison-binding");

  if (binding != NULL)
    g_binding_unbind (binding);
}

static void
add_column (GtkColumnView *view, const char *title, LiaisonMoveText text, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_text_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_text_cb), GUINT_TO_POINTER (text));
  gtk_column_view_column_set_resizable (column, TRUE);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (column, liaison_screen_scale (width));
  else
    gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (view, column);
}

static void
add_check_column (GtkColumnView *view)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (NULL, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_check_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_check_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_check_cb), NULL);
  gtk_column_view_column_set_fixed_width (column, liaison_screen_scale (44));
  gtk_column_view_append_column (view, column);
}

/* Space ticks the row that has the focus. */
static gboolean
toggle_cb (GtkWidget *view, GVariant *parameter, gpointer data)
{
  GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
  LiaisonMoveItem *item
      = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (model));

  if (item == NULL || !liaison_move_item_is_free (item))
    return FALSE;
  liaison_move_item_set_chosen (item, !liaison_move_item_get_chosen (item));
  return TRUE;
}

static void
activate_cb (GtkColumnView *view, guint position, LiaisonSession *session)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (view));
  g_autoptr (LiaisonMoveItem) item = g_list_model_get_item (model, position);

  liaison_selection_set_one (liaison_session_get_selection (session),
                             liaison_move_item_get_record (item));
}

GtkWidget *
liaison_move_list_new (LiaisonSession *session, GListStore *items, const char *label, gboolean moves)
{
  GtkSingleSelection *selection
      = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (items)));
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (selection));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (moves)
    add_check_column (GTK_COLUMN_VIEW (view));
  add_column (GTK_COLUMN_VIEW (view), _("Record"), LIAISON_MOVE_TEXT_NAME, 0);
  add_column (GTK_COLUMN_VIEW (view), moves ? _("Old start") : _("Start"), LIAISON_MOVE_TEXT_FROM, 132);
  if (moves)
    {
      add_column (GTK_COLUMN_VIEW (view), _("New start"), LIAISON_MOVE_TEXT_TO, 132);
      add_column (GTK_COLUMN_VIEW (view), _("Moved by"), LIAISON_MOVE_TEXT_BY, 112);
    }
  add_column (GTK_COLUMN_VIEW (view), _("Why"), LIAISON_MOVE_TEXT_WHY, 0);
  if (moves)
    {
      GtkEventController *keys = gtk_shortcut_controller_new ();
      gtk_shortcut_controller_add_shortcut (
          GTK_SHORTCUT_CONTROLLER (keys),
          gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_space, 0),
                            gtk_callback_action_new (toggle_cb, NULL, NULL)));
      gtk_widget_add_controller (view, keys);
    }
  g_signal_connect_object (view, "activate", G_CALLBACK (activate_cb), session, 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  liaison_show_first_column (GTK_SCROLLED_WINDOW (scrolled));
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}
