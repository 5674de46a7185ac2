/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/drawing-host.h"

#include "draw/matrix.h"
#include "draw/picture.h"
#include "print/printable.h"
#include "shared/drawing-tiles.h"

#include <adwaita.h>
#include <math.h>

#define KEPT_LABELS 4000

struct _LiaisonDrawingHost
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonDrawing *drawing;
  LiaisonTextCache *texts;
  LiaisonDrawingTiles *tiles; /* NULL: the drawing is not still */
  GtkAdjustment *adjustments[2]; /* horizontal, vertical */

  const char *title; /* for prints; NULL: it is not printed */
  double wanted_y; /* to scroll to once there is a size; negative: nothing */
};

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  SIGNAL_ROOM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void liaison_drawing_host_printable_init (LiaisonPrintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonDrawingHost,
                               liaison_drawing_host,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL)
                                   G_IMPLEMENT_INTERFACE (LIAISON_TYPE_PRINTABLE,
                                                          liaison_drawing_host_printable_init))

static LiaisonDrawing *
liaison_drawing_host_get_drawing (LiaisonPrintable *printable, const char **title, LiaisonBox *seen)
{
  LiaisonDrawingHost *self = LIAISON_DRAWING_HOST (printable);

  *title = self->title;
  return self->title != NULL ? self->drawing : NULL;
}

static void
liaison_drawing_host_printable_init (LiaisonPrintableInterface *iface)
{
  iface->get_drawing = liaison_drawing_host_get_drawing;
}

static const LiaisonPalette *
get_palette (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style))
    return liaison_palette_get (dark ? LIAISON_PALETTE_CONTRAST_DARK : LIAISON_PALETTE_CONTRAST);
  return liaison_palette_get (dark ? LIAISON_PALETTE_DARK : LIAISON_PALETTE_LIGHT);
}

/* @manner must live as long as the canvas. */
static LiaisonCanvas
make_canvas (LiaisonDrawingHost *self, const LiaisonManner *manner, cairo_t *cr)
{
  LiaisonCanvas canvas;

  if (self->texts == NULL)
    self->texts =
        liaison_text_cache_new (gtk_widget_get_pango_context (GTK_WIDGET (self)), KEPT_LABELS);
  canvas = liaison_canvas_init (cr, self->texts, get_palette (), manner);
  canvas.scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  canvas.mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  return canvas;
}

static double
get_scroll (LiaisonDrawingHost *self, guint which)
{
  return self->adjustments[which] != NULL
             ? floor (gtk_adjustment_get_value (self->adjustments[which]))
             : 0;
}

static void
configure (LiaisonDrawingHost *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  LiaisonCanvas canvas = make_canvas (self, &manner, NULL);
  int width = gtk_widget_get_width (GTK_WIDGET (self)),
      height = gtk_widget_get_height (GTK_WIDGET (self));
  LiaisonDrawingSize size;

  liaison_drawing_measure (self->drawing, &canvas, &size);
  for (guint i = 0; i < 2; i++)
    {
      double all = i == 0 ? size.width : size.height;
      double page = MAX (i == 0 ? width - size.head_width : height - size.head_height, 0);
      if (self->adjustments[i] == NULL)
        continue;
      gtk_adjustment_configure (
          self->adjustments[i],
          MIN (gtk_adjustment_get_value (self->adjustments[i]), MAX (all - page, 0)), 0,
          MAX (all, page), 40, page * .9, page);
    }
  if (self->wanted_y >= 0 && height > 0 && self->adjustments[1] != NULL)
    {
      gtk_adjustment_set_value (self->adjustments[1], self->wanted_y);
      self->wanted_y = -1;
    }
}

static void
drawing_changed_cb (LiaisonDrawingHost *self, gboolean size)
{
  if (self->tiles != NULL)
    liaison_drawing_tiles_clear (self->tiles);
  if (size && gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    configure (self);
  if (size && self->adjustments[1] == NULL)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
manner_changed_cb (LiaisonDrawingHost *self)
{
  if (self->texts != NULL)
    liaison_text_cache_clear (self->texts);
  liaison_drawing_changed (self->drawing, TRUE);
}

static void
snapshot_part (LiaisonDrawingHost *self,
               GtkSnapshot *snapshot,
               LiaisonCanvas *canvas,
               LiaisonDrawingPart part,
               const LiaisonBox *box)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double x = canvas->mirrored ? width - box->x - box->width : box->x;

  if (box->width <= 0 || box->height <= 0)
    return;
  canvas->cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, box->y, box->width, box->height));
  liaison_drawing_draw_part (self->drawing, canvas, part, width, height, get_scroll (self, 0), get_scroll (self, 1));
  cairo_destroy (canvas->cr);
  canvas->cr = NULL;
}

static void
liaison_drawing_host_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LiaisonDrawingHost *self = LIAISON_DRAWING_HOST (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  LiaisonManner manner = liaison_session_get_manner (self->session);
  LiaisonCanvas canvas = make_canvas (self, &manner, NULL);

  canvas.width = width;
  for (LiaisonDrawingPart part = LIAISON_PART_BODY; part <= LIAISON_PART_CORNER; part++)
    {
      LiaisonBox box = liaison_drawing_get_part_box (self->drawing, &canvas, part, width, height);
      if (part == LIAISON_PART_BODY && self->tiles != NULL)
        liaison_drawing_tiles_snapshot (self->tiles, snapshot, &canvas, &box, get_scroll (self, 0),
                                        get_scroll (self, 1));
      else
        snapshot_part (self, snapshot, &canvas, part, &box);
    }
}

static void
liaison_drawing_host_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *min_base,
                              int *nat_base)
{
  LiaisonDrawingHost *self = LIAISON_DRAWING_HOST (widget);
  LiaisonManner manner = liaison_session_get_manner (self->session);
  LiaisonCanvas canvas = make_canvas (self, &manner, NULL);
  LiaisonDrawingSize size;

  *minimum = *natural = 60;
  /* What is not scrolled is as high as all of it. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL || self->adjustments[1] != NULL)
    return;
  liaison_drawing_measure (self->drawing, &canvas, &size);
  *minimum = *natural = (int) ceil (size.height + size.head_height);
}

static void
liaison_drawing_host_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LiaisonDrawingHost *self = LIAISON_DRAWING_HOST (widget);

  g_signal_emit (self, signals[SIGNAL_ROOM], 0, width, height);
  configure (self);
}

static void
liaison_drawing_host_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  LiaisonDrawingHost *self = LIAISON_DRAWING_HOST (widget);

  GTK_WIDGET_CLASS (liaison_drawing_host_parent_class)->css_changed (widget, change);
  if (self->tiles != NULL)
    liaison_drawing_tiles_clear (self->tiles);
  if (self->texts != NULL)
    liaison_text_cache_clear (self->texts);
  if (self->drawing != NULL)
    liaison_drawing_changed (self->drawing, TRUE);
}

static void
set_adjustment (LiaisonDrawingHost *self, guint which, GtkAdjustment *adjustment)
{
  if (self->adjustments[which] == adjustment)
    return;
  if (self->adjustments[which] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustments[which], self);
  g_set_object (&self->adjustments[which], adjustment);
  if (adjustment != NULL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw),
                              self);
  if (self->drawing != NULL && gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    configure (self);
}

static void
liaison_drawing_host_set_property (GObject *object,
                                   guint property,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  LiaisonDrawingHost *self = LIAISON_DRAWING_HOST (object);

  if (property == PROP_HADJUSTMENT || property == PROP_VADJUSTMENT)
    set_adjustment (self, property == PROP_VADJUSTMENT, g_value_get_object (value));
}

static void
liaison_drawing_host_get_property (GObject *object,
                                   guint property,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  LiaisonDrawingHost *self = LIAISON_DRAWING_HOST (object);

  if (property == PROP_HADJUSTMENT || property == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[property == PROP_VADJUSTMENT]);
  else
    g_value_set_enum (value, GTK_SCROLL_NATURAL);
}

static gboolean
query_tooltip_cb (LiaisonDrawingHost *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree char *text = NULL;
  GdkRectangle area;
  LiaisonHit hit;

  if (keyboard || !liaison_drawing_host_find (self, x, y, &hit))
    return FALSE;
  text = liaison_drawing_tell (self->drawing, &manner, &hit);
  if (text == NULL || *text == '\0')
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  liaison_drawing_host_place (self, hit.part, &hit.box, &area);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

static void
liaison_drawing_host_dispose (GObject *object)
{
  LiaisonDrawingHost *self = LIAISON_DRAWING_HOST (object);

  for (guint i = 0; i < 2; i++)
    set_adjustment (self, i, NULL);
  g_clear_pointer (&self->tiles, liaison_drawing_tiles_free);
  g_clear_object (&self->drawing);
  g_clear_object (&self->session);
  g_clear_pointer (&self->texts, liaison_text_cache_free);

  G_OBJECT_CLASS (liaison_drawing_host_parent_class)->dispose (object);
}

static void
liaison_drawing_host_class_init (LiaisonDrawingHostClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = liaison_drawing_host_dispose;
  object_class->set_property = liaison_drawing_host_set_property;
  object_class->get_property = liaison_drawing_host_get_property;
  widget_class->snapshot = liaison_drawing_host_snapshot;
  widget_class->measure = liaison_drawing_host_measure;
  widget_class->size_allocate = liaison_drawing_host_size_allocate;
  widget_class->css_changed = liaison_drawing_host_css_changed;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[SIGNAL_ROOM] = g_signal_new ("room", LIAISON_TYPE_DRAWING_HOST, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "drawing");
}

static void
liaison_drawing_host_init (LiaisonDrawingHost *self)
{
  self->wanted_y = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

LiaisonDrawingHost *
liaison_drawing_host_new (LiaisonSession *session, LiaisonDrawing *drawing)
{
  LiaisonDrawingHost *self = g_object_new (LIAISON_TYPE_DRAWING_HOST, NULL);

  self->session = g_object_ref (session);
  self->drawing = g_object_ref (drawing);
  if (liaison_drawing_is_still (drawing))
    self->tiles = liaison_drawing_tiles_new (drawing);
  g_signal_connect_object (drawing, "changed", G_CALLBACK (drawing_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (manner_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  return self;
}

void
liaison_drawing_host_set_title (LiaisonDrawingHost *self, const char *title)
{
  self->title = title;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

GtkWidget *
liaison_drawing_host_new_scrolled (LiaisonDrawingHost *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_hexpand (scroller, TRUE);
  return scroller;
}

static LiaisonBox
get_part_box (LiaisonDrawingHost *self, LiaisonDrawingPart part)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  LiaisonCanvas canvas = make_canvas (self, &manner, NULL);

  return liaison_drawing_get_part_box (self->drawing, &canvas, part,
                                       gtk_widget_get_width (GTK_WIDGET (self)),
                                       gtk_widget_get_height (GTK_WIDGET (self)));
}

/* From the widget to a drawing that runs from left to right, and back. */
static double
mirror (LiaisonDrawingHost *self, double x)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
             ? gtk_widget_get_width (GTK_WIDGET (self)) - x
             : x;
}

static void
find_shift (
    LiaisonDrawingHost *self, LiaisonDrawingPart part, const LiaisonBox *box, double *x, double *y)
{
  *x =
      box->x - (part == LIAISON_PART_BODY || part == LIAISON_PART_ABOVE ? get_scroll (self, 0) : 0);
  *y =
      box->y - (part == LIAISON_PART_BODY || part == LIAISON_PART_START ? get_scroll (self, 1) : 0);
}

void
liaison_drawing_host_locate_in (LiaisonDrawingHost *self,
                                LiaisonDrawingPart part,
                                double at_x,
                                double at_y,
                                double *x,
                                double *y)
{
  LiaisonBox box = get_part_box (self, part);
  double shift_x, shift_y;

  find_shift (self, part, &box, &shift_x, &shift_y);
  *x = mirror (self, at_x) - shift_x;
  *y = at_y - shift_y;
}

gboolean
liaison_drawing_host_locate (LiaisonDrawingHost *self,
                             double at_x,
                             double at_y,
                             LiaisonDrawingPart *part,
                             double *x,
                             double *y)
{
  double in_x = mirror (self, at_x);

  for (LiaisonDrawingPart i = LIAISON_PART_BODY; i <= LIAISON_PART_CORNER; i++)
    {
      LiaisonBox box = get_part_box (self, i);
      if (!liaison_box_contains (&box, in_x, at_y))
        continue;
      *part = i;
      liaison_drawing_host_locate_in (self, i, at_x, at_y, x, y);
      return TRUE;
    }
  return FALSE;
}

gboolean
liaison_drawing_host_find (LiaisonDrawingHost *self, double at_x, double at_y, LiaisonHit *hit)
{
  LiaisonDrawingPart part;
  double x, y;

  return liaison_drawing_host_locate (self, at_x, at_y, &part, &x, &y)
         && liaison_drawing_find (self->drawing, part, x, y, hit);
}

void
liaison_drawing_host_place (LiaisonDrawingHost *self,
                            LiaisonDrawingPart part,
                            const LiaisonBox *box,
                            GdkRectangle *area)
{
  LiaisonBox part_box = get_part_box (self, part);
  double x, y, from;

  find_shift (self, part, &part_box, &x, &y);
  from = mirror (self, box->x + x);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    from -= box->width;
  *area = (GdkRectangle){ (int) from, (int) (box->y + y), (int) MAX (box->width, 1),
                          (int) MAX (box->height, 1) };
}

void
liaison_drawing_host_reveal (LiaisonDrawingHost *self, const LiaisonBox *box)
{
  const double from[] = { box->x, box->y }, length[] = { box->width, box->height };

  for (guint i = 0; i < 2; i++)
    if (self->adjustments[i] != NULL)
      {
        double page = gtk_adjustment_get_page_size (self->adjustments[i]);
        gtk_adjustment_clamp_page (self->adjustments[i], from[i], from[i] + MIN (length[i], page));
      }
}

void
liaison_drawing_host_scroll_to (LiaisonDrawingHost *self, double y)
{
  self->wanted_y = MAX (y, 0);
  if (gtk_widget_get_height (GTK_WIDGET (self)) > 0)
    configure (self);
}

double
liaison_drawing_host_get_scroll (LiaisonDrawingHost *self)
{
  return get_scroll (self, 1);
}

void
liaison_drawing_host_get_seen (LiaisonDrawingHost *self, LiaisonBox *seen)
{
  LiaisonBox box = get_part_box (self, LIAISON_PART_BODY);

  *seen = (LiaisonBox){ get_scroll (self, 0), get_scroll (self, 1), MAX (box.width, 0),
                        MAX (box.height, 0) };
}

void
liaison_drawing_host_copy_picture (LiaisonDrawingHost *self, gboolean whole)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  LiaisonCanvas canvas = make_canvas (self, &manner, NULL);
  const LiaisonPictureWindow window = { gtk_widget_get_width (GTK_WIDGET (self)),
                                        gtk_widget_get_height (GTK_WIDGET (self)),
                                        get_scroll (self, 0), get_scroll (self, 1) };
  const LiaisonPictureWindow all = { 0 };
  g_autoptr (GBytes) bytes = liaison_picture_make (self->drawing, &canvas, whole ? &all : &window,
                                                   LIAISON_PICTURE_PNG, 2, NULL);
  g_autoptr (GdkContentProvider) content = NULL;

  if (bytes == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  content = gdk_content_provider_new_for_bytes ("image/png", bytes);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
}
