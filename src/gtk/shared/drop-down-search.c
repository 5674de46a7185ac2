/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/drop-down-search.h"

static GtkWidget *
find_inside (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : find_inside (child, type);
  return found;
}

/* GTK gives the focus to the list when it has opened. */
static gboolean
focus_cb (gpointer entry)
{
  if (gtk_widget_get_mapped (entry))
    gtk_widget_grab_focus (entry);
  return G_SOURCE_REMOVE;
}

static void
map_cb (GtkWidget *popover, GtkWidget *entry)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, focus_cb, g_object_ref (entry), g_object_unref);
}

/* Enter takes the first of what is left; nothing typed, what was chosen already stays. */
static void
activate_cb (GtkWidget *popover, GtkEditable *entry)
{
  GtkWidget *list = find_inside (popover, GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *model = list != NULL ? gtk_list_view_get_model (GTK_LIST_VIEW (list)) : NULL;

  /* It is typed quicker than the entry searches. */
  g_signal_emit_by_name (entry, "search-changed");
  if (*gtk_editable_get_text (entry) == '\0')
    gtk_popover_popdown (GTK_POPOVER (popover));
  else if (model == NULL || g_list_model_get_n_items (G_LIST_MODEL (model)) == 0)
    gtk_widget_error_bell (GTK_WIDGET (entry));
  else
    {
      gtk_selection_model_select_item (model, 0, TRUE);
      gtk_widget_activate_action (list, "list.activate-item", "u", 0);
    }
}

void
liaison_drop_down_set_searched (GtkDropDown *down, gboolean searched)
{
  GtkWidget *popover = find_inside (GTK_WIDGET (down), GTK_TYPE_POPOVER), *entry;

  gtk_drop_down_set_enable_search (down, searched);
  entry = popover != NULL ? find_inside (popover, GTK_TYPE_SEARCH_ENTRY) : NULL;
  if (entry == NULL)
    return;
  g_signal_handlers_disconnect_by_func (popover, map_cb, entry);
  g_signal_handlers_disconnect_by_func (entry, activate_cb, popover);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (entry), searched ? popover : NULL);
  if (searched)
    {
      g_signal_connect_object (popover, "map", G_CALLBACK (map_cb), entry, 0);
      g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), popover,
                               G_CONNECT_SWAPPED);
    }
}
