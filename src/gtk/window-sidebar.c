/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "area.h"
#include "shared/page-area.h"
#include "window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define AREA_KEY "liaison-area"

static GtkWidget *
area_row_new (const LiaisonArea *area)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_(area->label));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, _(area->label));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (area->icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(area->label), -1);
  g_object_set_data (G_OBJECT (row), AREA_KEY, (gpointer) area);
  return row;
}

/* A heading stands above the first area of each group. */
static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       data)
{
  const LiaisonArea *area = g_object_get_data (G_OBJECT (row), AREA_KEY);

  if (area->group == NULL || gtk_list_box_row_get_header (row) != NULL)
    return;
  GtkWidget *label = gtk_label_new (_(area->group));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "sidebar-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
row_activated_cb (LiaisonWindow *self,
                  GtkListBoxRow *row)
{
  if (row == NULL || self->session == NULL)
    return;
  const LiaisonArea *area = g_object_get_data (G_OBJECT (row), AREA_KEY);
  liaison_window_show_area (self, area->name);
}

void
liaison_window_show_nth_area (LiaisonWindow *self,
                              int            n)
{
  row_activated_cb (self, n >= 0 ? gtk_list_box_get_row_at_index (self->areas, n) : NULL);
}

void
liaison_window_fill_sidebar (LiaisonWindow *self)
{
  guint n;
  const LiaisonArea *areas = liaison_areas_get (&n);
  LiaisonDocument *document = liaison_session_get_document (self->session);

  if (gtk_list_box_get_row_at_index (self->areas, 0) != NULL)
    return;
  gtk_list_box_set_header_func (self->areas, header_cb, NULL, NULL);
  for (guint i = 0; i < n; i++)
    if (liaison_area_suits (&areas[i], document))
      gtk_list_box_append (self->areas, area_row_new (&areas[i]));
  g_signal_connect_object (self->areas, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}

/* A low window shows a part of the areas. */
static void
scroll_to (LiaisonWindow *self,
           GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (self->areas);
  graphene_rect_t bounds;

  if (adjustment != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->areas), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
select_row (LiaisonWindow *self,
            const char    *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->areas, i)) != NULL; i++)
    {
      const LiaisonArea *area = g_object_get_data (G_OBJECT (row), AREA_KEY);
      if (strcmp (area->name, name) == 0)
        {
          gtk_list_box_select_row (self->areas, row);
          scroll_to (self, row);
        }
    }
}

const char *
liaison_window_get_area (LiaisonWindow *self)
{
  return gtk_stack_get_visible_child_name (self->area_stack);
}

GtkWidget *
liaison_window_get_shown (LiaisonWindow *self)
{
  return gtk_stack_get_visible_child (self->area_stack);
}

void
liaison_window_show_area (LiaisonWindow *self,
                          const char    *name)
{
  const LiaisonArea *area = liaison_area_find (name);

  if (area == NULL || self->session == NULL)
    return;
  if (gtk_stack_get_child_by_name (self->area_stack, name) == NULL)
    gtk_stack_add_named (self->area_stack, area->create (self->session), name);
  gtk_stack_set_visible_child_name (self->area_stack, name);
  select_row (self, name);
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
  if (!liaison_page_area_focus (gtk_stack_get_visible_child (self->area_stack)))
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->area_stack), GTK_DIR_TAB_FORWARD);
}
