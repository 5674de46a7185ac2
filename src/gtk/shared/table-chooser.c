/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/own-columns-dialog.h"
#include "screen.h"
#include "shared/table-private.h"

#include <glib/gi18n.h>

static void
toggled_cb (GtkCheckButton *button, LiaisonTableSlot *slot)
{
  liaison_table_view_set_column_shown (slot->view, slot->column.id,
                                       gtk_check_button_get_active (button));
  liaison_table_view_remember (slot->view);
}

static gboolean
is_shown (const LiaisonTableSlot *slot)
{
  return slot->header != NULL && gtk_column_view_column_get_visible (slot->header);
}

static GtkWidget *
button_new (LiaisonTableSlot *slot)
{
  GtkWidget *button = gtk_check_button_new_with_label (_ (slot->column.label));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), is_shown (slot));
  if (slot->column.field->help != NULL)
    gtk_widget_set_tooltip_text (button, _ (slot->column.field->help));
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), slot);
  return button;
}

/* A heading wherever the form has one. */
static void
append_heading (GtkBox *box, const LiaisonTableSlot *slot)
{
  GtkWidget *label;

  if (slot->column.field->group == NULL)
    return;
  label = gtk_label_new (_ (slot->column.field->group));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_top (label, 6);
  gtk_box_append (box, label);
}

static void
reset_clicked_cb (GtkButton *button, LiaisonTableView *view)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);

  for (guint i = 0; i < view->slots->len; i++)
    {
      LiaisonTableSlot *slot = view->slots->pdata[i];
      if (slot->gone)
        continue;
      liaison_table_view_set_column_shown (view, slot->column.id, slot->shown_first);
      if (slot->header != NULL)
        gtk_column_view_column_set_fixed_width (
            slot->header, liaison_screen_scale (liaison_table_column_get_width (&slot->column)));
    }
  liaison_table_view_remember (view);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
own_clicked_cb (GtkButton *button, LiaisonTableView *view)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);

  gtk_popover_popdown (GTK_POPOVER (popover));
  liaison_own_columns_dialog_present (liaison_table_view_get_window (view), view->session,
                                      view->kind);
}

static GtkWidget *
own_button_new (LiaisonTableView *view)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Own Columns…"));

  g_signal_connect (button, "clicked", G_CALLBACK (own_clicked_cb), view);
  return button;
}

GtkWidget *
liaison_table_chooser_new (LiaisonTableView *view)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *reset = gtk_button_new_with_mnemonic (_ ("_Usual Columns"));

  for (guint i = 0; i < view->slots->len; i++)
    {
      if (((LiaisonTableSlot *) view->slots->pdata[i])->gone)
        continue;
      append_heading (GTK_BOX (box), view->slots->pdata[i]);
      gtk_box_append (GTK_BOX (box), button_new (view->slots->pdata[i]));
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 400);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  g_signal_connect (reset, "clicked", G_CALLBACK (reset_clicked_cb), view);
  gtk_box_append (GTK_BOX (content), scroller);
  gtk_box_append (GTK_BOX (content), reset);
  if (liaison_own_columns_has (view->kind, NULL))
    gtk_box_append (GTK_BOX (content), own_button_new (view));
  gtk_popover_set_child (GTK_POPOVER (popover), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Columns"), -1);
  return popover;
}
