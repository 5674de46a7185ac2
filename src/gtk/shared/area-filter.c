/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/area-filter.h"

#include "shared/page-area.h"
#include "shared/table-view.h"

#include <glib/gi18n.h>

struct _LiaisonAreaFilter
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  GPtrArray *tables; /* of LiaisonTableView, references: those with a filter */
};

G_DEFINE_FINAL_TYPE (LiaisonAreaFilter, liaison_area_filter, GTK_TYPE_WIDGET)

/* A table is not within another one. */
static void
collect (LiaisonAreaFilter *self, GtkWidget *widget)
{
  if (LIAISON_IS_TABLE_VIEW (widget))
    {
      if (liaison_table_filter_is_active (
              liaison_table_view_get_filter (LIAISON_TABLE_VIEW (widget))))
        g_ptr_array_add (self->tables, g_object_ref (widget));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (self, child);
}

gboolean
liaison_area_filter_look (LiaisonAreaFilter *self)
{
  gboolean before = self->tables->len > 0;
  GtkWidget *pages = liaison_page_area_find_pages (GTK_WIDGET (self));

  g_ptr_array_set_size (self->tables, 0);
  if (pages != NULL)
    collect (self, pages);
  gtk_widget_set_visible (GTK_WIDGET (self), self->tables->len > 0);
  return before || self->tables->len > 0;
}

gboolean
liaison_area_filter_is_active (LiaisonAreaFilter *self)
{
  return self->tables->len > 0;
}

gboolean
liaison_area_filter_matches (LiaisonAreaFilter *self, LiaisonId id)
{
  LiaisonRecord *record =
      self->tables->len > 0 && !liaison_id_is_zero (id)
          ? liaison_document_find (liaison_session_get_document (self->session), id)
          : NULL;

  for (guint i = 0; record != NULL && i < self->tables->len; i++)
    {
      LiaisonTableView *table = self->tables->pdata[i];

      if (liaison_table_view_get_kind (table) == liaison_record_get_kind (record)
          && !liaison_table_filter_matches (liaison_table_view_get_filter (table), record))
        return FALSE;
    }
  return TRUE;
}

static void
clear_cb (LiaisonAreaFilter *self)
{
  g_autoptr (GPtrArray) tables = g_steal_pointer (&self->tables);

  self->tables = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < tables->len; i++)
    gtk_widget_activate_action (tables->pdata[i], "table.clear-filters", NULL);
  g_signal_emit_by_name (self, "cleared");
}

static void
liaison_area_filter_dispose (GObject *object)
{
  LiaisonAreaFilter *self = LIAISON_AREA_FILTER (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (liaison_area_filter_parent_class)->dispose (object);
}

static void
liaison_area_filter_class_init (LiaisonAreaFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_area_filter_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  g_signal_new ("cleared", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
liaison_area_filter_init (LiaisonAreaFilter *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->tables = g_ptr_array_new_with_free_func (g_object_unref);
  /* Translators: On a button over a drawing of which a part is left out, because the table beside it
   * is filtered */
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("Filtered")));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("edit-clear-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (
      button, _ ("The filter of the table counts here too; press to take it away"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clear_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
liaison_area_filter_new (LiaisonSession *session)
{
  LiaisonAreaFilter *self = g_object_new (LIAISON_TYPE_AREA_FILTER, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
