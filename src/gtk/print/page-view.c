/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/page-view.h"
#include "screen.h"

#include <glib/gi18n.h>
#include <math.h>

struct _LiaisonPageView
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonPages *pages;

  /* State */
  guint number;
  int width;
  gboolean fixed;
};

G_DEFINE_FINAL_TYPE (LiaisonPageView, liaison_page_view, GTK_TYPE_WIDGET)

/* Height by width of the page. */
static double
get_ratio (LiaisonPageView *self)
{
  double width = 210, height = 297;

  if (self->pages != NULL)
    liaison_pages_get_size (self->pages, &width, &height);
  return height / width;
}

static GtkSizeRequestMode
liaison_page_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
liaison_page_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  LiaisonPageView *self = LIAISON_PAGE_VIEW (widget);
  int size = self->width;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    size = (int) ceil (MAX (self->fixed ? 0 : for_size, self->width) * get_ratio (self));
  *minimum = *natural = size;
}

static void
liaison_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LiaisonPageView *self = LIAISON_PAGE_VIEW (widget);
  double width = gtk_widget_get_width (widget), height = width * get_ratio (self);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  double page_width, page_height;
  cairo_t *cr;

  /* Paper is white, whatever the theme. */
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &bounds);
  if (self->pages == NULL || self->number >= liaison_pages_get_n (self->pages))
    return;
  liaison_pages_get_size (self->pages, &page_width, &page_height);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, width / page_width, width / page_width);
  liaison_pages_draw (self->pages, self->number, cr);
  cairo_destroy (cr);
}

static void
liaison_page_view_dispose (GObject *object)
{
  g_clear_pointer (&LIAISON_PAGE_VIEW (object)->pages, liaison_pages_unref);
  G_OBJECT_CLASS (liaison_page_view_parent_class)->dispose (object);
}

static void
liaison_page_view_class_init (LiaisonPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_page_view_dispose;
  widget_class->get_request_mode = liaison_page_view_get_request_mode;
  widget_class->measure = liaison_page_view_measure;
  widget_class->snapshot = liaison_page_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
liaison_page_view_init (LiaisonPageView *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
liaison_page_view_new (int width, gboolean fixed)
{
  LiaisonPageView *self = g_object_new (LIAISON_TYPE_PAGE_VIEW, NULL);

  self->width = width;
  self->fixed = fixed;
  return GTK_WIDGET (self);
}

void
liaison_page_view_set_page (LiaisonPageView *self, LiaisonPages *pages, guint number)
{
  g_autofree char *label = NULL;

  if (self->pages == pages && self->number == number)
    return;
  g_clear_pointer (&self->pages, liaison_pages_unref);
  self->pages = pages != NULL ? liaison_pages_ref (pages) : NULL;
  self->number = number;
  /* Translators: what a screen reader says of a picture of a page */
  label = liaison_screen_printf (_ ("Page %u"), number + 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
