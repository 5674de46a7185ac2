/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "withdraw/break-list.h"

#include "shared/first-column.h"
#include "review/finding-edits.h"
#include "screen.h"
#include "withdraw/break-item.h"

#include <glib/gi18n.h>

static GtkWidget *
label_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

static void
setup_text_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, label_new ());
}

static void
bind_text_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      liaison_break_item_get_text (gtk_list_item_get_item (item),
                                                   GPOINTER_TO_UINT (data)));
}

/* How bad it is stands before the sort of thing. */
static void
setup_type_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), liaison_severity_icon_new (LIAISON_SEVERITY_NOTE));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_type_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  LiaisonBreakItem *each = gtk_list_item_get_item (item);
  GtkWidget *icon = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  liaison_severity_icon_set (icon, liaison_break_item_get_severity (each));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (icon)),
                      liaison_break_item_get_text (each, LIAISON_BREAK_TEXT_TYPE));
}

static void
setup_check_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_list_item_set_child (item, check);
}

static void
keep (GtkListItem *item, GBinding *binding)
{
  g_object_set_data (G_OBJECT (item), "liaison-binding", binding);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GBinding *binding = g_object_steal_data (G_OBJECT (item), "liaison-binding");

  if (binding != NULL)
    g_binding_unbind (binding);
}

static void
bind_check_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  LiaisonBreakItem *each = gtk_list_item_get_item (item);
  GtkWidget *check = gtk_list_item_get_child (item);

  /* Its room stays, so that rows are alike. */
  gtk_widget_set_opacity (check, liaison_break_item_is_free (each) ? 1 : 0);
  gtk_widget_set_sensitive (check, liaison_break_item_is_free (each));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  liaison_break_item_get_text (each, LIAISON_BREAK_TEXT_SENTENCE),
                                  -1);
  keep (item, g_object_bind_property (each, "chosen", check, "active",
                                      G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL));
}

static void
setup_option_text_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (data != NULL)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_option_text_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkStringObject *text = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (text));
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item),
                               data != NULL ? gtk_string_object_get_string (text) : NULL);
}

static GtkListItemFactory *
option_factory_new (gboolean cut)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_option_text_cb), GINT_TO_POINTER (cut));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_option_text_cb), GINT_TO_POINTER (cut));
  return factory;
}

/* Where there is something to choose a list, else what it comes to. */
static void
setup_option_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);
  GtkWidget *label = label_new ();
  g_autoptr (GtkListItemFactory) cut = option_factory_new (TRUE);
  g_autoptr (GtkListItemFactory) whole = option_factory_new (FALSE);

  gtk_drop_down_set_factory (GTK_DROP_DOWN (choice), cut);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (choice), whole);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_stack_add_named (GTK_STACK (stack), choice, "choice");
  gtk_stack_add_named (GTK_STACK (stack), label, "text");
  gtk_stack_set_hhomogeneous (GTK_STACK (stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (stack), FALSE);
  gtk_list_item_set_child (item, stack);
}

static void
bind_option_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  LiaisonBreakItem *each = gtk_list_item_get_item (item);
  GtkStack *stack = GTK_STACK (gtk_list_item_get_child (item));
  GtkWidget *choice = gtk_stack_get_child_by_name (stack, "choice");
  GListModel *options = liaison_break_item_get_options (each);
  gboolean several = g_list_model_get_n_items (options) > 1 && liaison_break_item_is_free (each);

  gtk_stack_set_visible_child_name (stack, several ? "choice" : "text");
  if (several)
    {
      gtk_drop_down_set_model (GTK_DROP_DOWN (choice), options);
      gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("What steps in"), -1);
      keep (item, g_object_bind_property (each, "option", choice, "selected",
                                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL));
      return;
    }
  g_autoptr (GtkStringObject) first = g_list_model_get_item (options, 0);
  gtk_label_set_text (GTK_LABEL (gtk_stack_get_child_by_name (stack, "text")),
                      liaison_break_item_is_free (each)
                          ? gtk_string_object_get_string (first)
                          : _ ("Decide by hand"));
}

static void
add_column (GtkColumnView *view,
            const char *title,
            GCallback setup,
            GCallback bind,
            gpointer data,
            int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", setup, data);
  g_signal_connect (factory, "bind", bind, data);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_column_view_column_set_resizable (column, title != NULL);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (column, liaison_screen_scale (width));
  else
    gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (view, column);
}

/* Space ticks the row that has the focus. */
static gboolean
toggle_cb (GtkWidget *view, GVariant *parameter, gpointer data)
{
  GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
  LiaisonBreakItem *item = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (model));

  if (item == NULL || !liaison_break_item_is_free (item))
    return FALSE;
  liaison_break_item_set_chosen (item, !liaison_break_item_get_chosen (item));
  return TRUE;
}

static void
activate_cb (GtkColumnView *view, guint position, gpointer data)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (view));
  g_autoptr (LiaisonBreakItem) item = g_list_model_get_item (model, position);
  GtkWindow *parent
      = gtk_window_get_transient_for (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))));
  char text[LIAISON_ID_TEXT_SIZE];

  liaison_id_format (liaison_break_item_get_record (item), text);
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-record", "s", text);
}

GtkWidget *
liaison_break_list_new (LiaisonSession *session, GListModel *items)
{
  GtkSingleSelection *selection = gtk_single_selection_new (g_object_ref (items));
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (selection));
  GtkColumnView *columns = GTK_COLUMN_VIEW (view);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_column_view_set_show_row_separators (columns, TRUE);
  gtk_widget_add_css_class (view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What breaks"), -1);
  add_column (columns, NULL, G_CALLBACK (setup_check_cb), G_CALLBACK (bind_check_cb), NULL, 44);
  add_column (columns, _ ("When"), G_CALLBACK (setup_text_cb), G_CALLBACK (bind_text_cb),
              GUINT_TO_POINTER (LIAISON_BREAK_TEXT_WHEN), 140);
  add_column (columns, _ ("Type"), G_CALLBACK (setup_type_cb), G_CALLBACK (bind_type_cb), NULL, 150);
  add_column (columns, _ ("What Breaks"), G_CALLBACK (setup_text_cb), G_CALLBACK (bind_text_cb),
              GUINT_TO_POINTER (LIAISON_BREAK_TEXT_SENTENCE), 0);
  add_column (columns, _ ("Instead"), G_CALLBACK (setup_option_cb), G_CALLBACK (bind_option_cb),
              NULL, 300);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_space, 0),
                        gtk_callback_action_new (toggle_cb, NULL, NULL)));
  gtk_widget_add_controller (view, keys);
  g_signal_connect (view, "activate", G_CALLBACK (activate_cb), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  liaison_show_first_column (GTK_SCROLLED_WINDOW (scrolled));
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}
