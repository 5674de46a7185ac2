/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "accessible.h"

#include <adwaita.h>
#include <string.h>

static gboolean
has_own_name (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* A button with an icon and a menu button are labelled by the image in them, which says nothing. */
static gboolean
has_name (GtkWidget *widget)
{
  gboolean by_image =
      GTK_IS_MENU_BUTTON (widget)
      || (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL);

  return has_own_name (widget)
         || (!by_image
             && gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* “Undo (Ctrl+Z)” is called Undo; the tooltip is told as a description all the same. */
static void
name_by_tooltip (GtkWidget *widget)
{
  g_autofree char *tip = g_strdup (gtk_widget_get_tooltip_text (widget));
  char *keys = tip != NULL && g_str_has_suffix (tip, ")") ? strrchr (tip, '(') : NULL;

  if (keys != NULL && keys > tip)
    *keys = '\0';
  if (tip != NULL && *g_strstrip (tip) != '\0')
    set_name (widget, tip);
}

static void
gather_labels (GtkWidget *widget, GPtrArray *labels)
{
  if (GTK_IS_LABEL (widget))
    g_ptr_array_add (labels, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gather_labels (child, labels);
}

/* By relation, not by text, so that the name changes with them. */
static void
name_by_labels (GtkWidget *widget)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  gather_labels (widget, labels);
  if (labels->len == 1)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    labels->pdata[0], NULL, -1);
  else if (labels->len > 1)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    labels->pdata[0], labels->pdata[1], NULL, -1);
}

static void
name_by_parent (GtkWidget *widget, GtkWidget *parent)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  parent, NULL, -1);
}

static const char *
get_text (GtkWidget *button)
{
  const char *text = GTK_IS_MENU_BUTTON (button)
                         ? gtk_menu_button_get_label (GTK_MENU_BUTTON (button))
                         : gtk_button_get_label (GTK_BUTTON (button));
  return text != NULL && *text != '\0' ? text : NULL;
}

/* The button inside, which is what takes the focus, is called as the whole. */
static gboolean
is_inside (GtkWidget *widget, GtkWidget *parent)
{
  return GTK_IS_COLUMN_VIEW (parent) || GTK_IS_DROP_DOWN (parent)
         || (GTK_IS_MENU_BUTTON (parent) && GTK_IS_TOGGLE_BUTTON (widget)
             && get_text (widget) == NULL);
}

static void
name_button (GtkWidget *button)
{
  if (GTK_IS_MENU_BUTTON (button) && get_text (button) != NULL)
    set_name (button, get_text (button));
  else if (get_text (button) == NULL)
    {
      name_by_tooltip (button);
      if (!has_own_name (button))
        name_by_labels (button);
    }
}

/* What stands dimly in an empty entry says what it is for. */
static void
name_entry (GtkWidget *entry)
{
  g_autofree char *placeholder = NULL;

  name_by_tooltip (entry);
  if (has_own_name (entry)
      || g_object_class_find_property (G_OBJECT_GET_CLASS (entry), "placeholder-text") == NULL)
    return;
  g_object_get (entry, "placeholder-text", &placeholder, NULL);
  if (placeholder != NULL && *placeholder != '\0')
    set_name (entry, placeholder);
}

/* The lists inside a row that unfolds are called as the row. */
static void
name_list (GtkWidget *list)
{
  GtkWidget *row = gtk_widget_get_ancestor (list, GTK_TYPE_LIST_BOX_ROW);
  const char *title =
      ADW_IS_EXPANDER_ROW (row) ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)) : NULL;

  if (title != NULL && *title != '\0')
    set_name (list, title);
}

static void
name_widget (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (is_inside (widget, parent))
    {
      if (!has_own_name (widget))
        name_by_parent (widget, parent);
    }
  else if (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget))
    {
      if (!has_name (widget))
        name_button (widget);
    }
  else if (GTK_IS_DROP_DOWN (widget) && !has_name (widget))
    name_by_tooltip (widget);
  else if ((GTK_IS_ENTRY (widget) || GTK_IS_SEARCH_ENTRY (widget)) && !has_name (widget))
    name_entry (widget);
  else if (GTK_IS_LIST_BOX (widget) && !has_name (widget))
    name_list (widget);
}

static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  name_widget (g_value_get_object (&values[0]));
  return TRUE;
}

void
liaison_accessible_install (void)
{
  static gboolean installed;

  if (installed)
    return;
  installed = TRUE;
  g_type_ensure (GTK_TYPE_WIDGET);
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}
