/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/print-window-private.h"

#define THUMBNAIL_WIDTH 96

static void
setup_thumbnail_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *view = liaison_page_view_new (THUMBNAIL_WIDTH, TRUE);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_halign (view, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), view);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_thumbnail_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LiaisonPrintWindow *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkStringObject *number = gtk_list_item_get_item (item);

  liaison_page_view_set_page (LIAISON_PAGE_VIEW (gtk_widget_get_first_child (box)), self->pages,
                              gtk_list_item_get_position (item));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)),
                      gtk_string_object_get_string (number));
}

void
liaison_print_window_make_thumbnails (LiaisonPrintWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_thumbnail_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_thumbnail_cb), self);
  self->numbers = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  self->chosen = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->numbers)));
  g_signal_connect_object (self->chosen, "notify::selected",
                           G_CALLBACK (liaison_print_window_show_page), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->thumbnails, GTK_SELECTION_MODEL (self->chosen));
  gtk_list_view_set_factory (self->thumbnails, factory);
  g_object_unref (factory);
}
