/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "packs/page-thumbnails.h"

#include "print/page-view.h"
#include "screen.h"

#include <glib/gi18n.h>

#define WIDTH 72

struct _LiaisonPageThumbnails
{
  AdwBin parent_instance;

  /* Owned */
  GtkStringList *numbers;
  GtkSingleSelection *chosen;

  /* Borrowed */
  LiaisonPages *pages; /* or NULL */
};

G_DEFINE_FINAL_TYPE (LiaisonPageThumbnails, liaison_page_thumbnails, ADW_TYPE_BIN)

static guint chosen_signal;

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (box), liaison_page_view_new (WIDTH, TRUE));
  gtk_widget_set_halign (gtk_widget_get_first_child (box), GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LiaisonPageThumbnails *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);

  liaison_page_view_set_page (LIAISON_PAGE_VIEW (gtk_widget_get_first_child (box)), self->pages,
                              gtk_list_item_get_position (item));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
selected_cb (LiaisonPageThumbnails *self)
{
  g_signal_emit (self, chosen_signal, 0);
}

static void
liaison_page_thumbnails_dispose (GObject *object)
{
  LiaisonPageThumbnails *self = LIAISON_PAGE_THUMBNAILS (object);

  self->pages = NULL;
  g_clear_object (&self->numbers);
  g_clear_object (&self->chosen);
  G_OBJECT_CLASS (liaison_page_thumbnails_parent_class)->dispose (object);
}

static void
liaison_page_thumbnails_class_init (LiaisonPageThumbnailsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_page_thumbnails_dispose;
  chosen_signal = g_signal_new ("chosen", LIAISON_TYPE_PAGE_THUMBNAILS, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static void
liaison_page_thumbnails_init (LiaisonPageThumbnails *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->numbers = gtk_string_list_new (NULL);
  self->chosen = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->numbers)));
  g_signal_connect_object (self->chosen, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->chosen)),
                            g_steal_pointer (&factory));
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pages"),
                                  -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

void
liaison_page_thumbnails_set_pages (LiaisonPageThumbnails *self, LiaisonPages *pages)
{
  guint page = gtk_single_selection_get_selected (self->chosen);
  guint n = pages != NULL ? liaison_pages_get_n (pages) : 0;

  self->pages = pages;
  gtk_string_list_splice (self->numbers, 0, g_list_model_get_n_items (G_LIST_MODEL (self->numbers)),
                          NULL);
  for (guint i = 0; i < n; i++)
    gtk_string_list_take (self->numbers, liaison_screen_printf ("%u", i + 1));
  if (n > 0)
    gtk_single_selection_set_selected (self->chosen, page < n ? page : 0);
}

guint
liaison_page_thumbnails_get_chosen (LiaisonPageThumbnails *self)
{
  guint number = gtk_single_selection_get_selected (self->chosen);

  return number != GTK_INVALID_LIST_POSITION ? number : 0;
}

void
liaison_page_thumbnails_choose (LiaisonPageThumbnails *self, guint page)
{
  gtk_single_selection_set_selected (self->chosen, page);
}
