/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/drawn-view-private.h"

#include "print/printable.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* So many labels are kept laid out: several screens full. */
#define MOST_LABELS 6000

#define TITLE_KEY "liaison-title"

static void liaison_drawn_view_scrollable_init (GtkScrollableInterface *iface);
static void liaison_drawn_view_printable_init (LiaisonPrintableInterface *iface);

G_DEFINE_TYPE_WITH_CODE (LiaisonDrawnView,
                         liaison_drawn_view,
                         GTK_TYPE_WIDGET,
                         G_ADD_PRIVATE (LiaisonDrawnView)
                             G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE,
                                                    liaison_drawn_view_scrollable_init)
                                 G_IMPLEMENT_INTERFACE (LIAISON_TYPE_PRINTABLE,
                                                        liaison_drawn_view_printable_init))

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static LiaisonDrawing *
get_printed_drawing (LiaisonPrintable *printable, const char **title, LiaisonBox *seen)
{
  LiaisonDrawnView *self = LIAISON_DRAWN_VIEW (printable);

  liaison_drawn_view_get_scroll (self, &seen->x, &seen->y);
  liaison_drawn_view_get_room (self, &seen->width, &seen->height);
  *title = g_object_get_data (G_OBJECT (printable), TITLE_KEY);
  return liaison_drawn_view_get_drawing (self);
}

static void
liaison_drawn_view_printable_init (LiaisonPrintableInterface *iface)
{
  iface->get_drawing = get_printed_drawing;
}

LiaisonDrawnViewPrivate *
liaison_drawn_view_get_private (LiaisonDrawnView *self)
{
  return liaison_drawn_view_get_instance_private (self);
}

static gboolean
get_border (GtkScrollable *scrollable, GtkBorder *border)
{
  LiaisonDrawnView *self = LIAISON_DRAWN_VIEW (scrollable);
  LiaisonCanvas canvas = liaison_drawn_view_get_canvas (self);
  LiaisonDrawingSize size;

  /* Overshoot glows begin below the heads. */
  liaison_drawing_measure (liaison_drawn_view_get_private (self)->drawing, &canvas, &size);
  *border = (GtkBorder){ .top = (gint16) size.head_height };
  if (canvas.mirrored)
    border->right = (gint16) size.head_width;
  else
    border->left = (gint16) size.head_width;
  return TRUE;
}

static void
liaison_drawn_view_scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = get_border;
}

LiaisonCanvas
liaison_drawn_view_get_canvas (LiaisonDrawnView *self)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  static LiaisonManner manner; /* told anew each time; main thread */
  LiaisonCanvas canvas;

  manner = liaison_session_get_manner (priv->session);
  canvas = liaison_canvas_init (NULL, priv->texts, liaison_palette_get (priv->palette), &manner);
  canvas.mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  canvas.scale = gtk_widget_get_scale_factor (GTK_WIDGET (self)) * priv->zoom;
  canvas.width = gtk_widget_get_width (GTK_WIDGET (self)) / priv->zoom;
  return canvas;
}

static void
choose_palette (LiaisonDrawnView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style))
    liaison_drawn_view_get_private (self)->palette =
        dark ? LIAISON_PALETTE_CONTRAST_DARK : LIAISON_PALETTE_CONTRAST;
  else
    liaison_drawn_view_get_private (self)->palette =
        dark ? LIAISON_PALETTE_DARK : LIAISON_PALETTE_LIGHT;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Fonts or words are others now. */
static void
renew_texts (LiaisonDrawnView *self)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  g_autoptr (GObject) context = G_OBJECT (gtk_widget_create_pango_context (GTK_WIDGET (self)));

  g_clear_pointer (&priv->texts, liaison_text_cache_free);
  priv->texts = liaison_text_cache_new (PANGO_CONTEXT (context), MOST_LABELS);
  if (priv->drawing != NULL)
    liaison_drawing_changed (priv->drawing, TRUE);
}

static void
draw_selection (LiaisonDrawnView *self, LiaisonCanvas *canvas, const LiaisonBox *visible)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  guint n;
  const LiaisonId *ids = liaison_selection_get (liaison_session_get_selection (priv->session), &n);

  for (guint i = 0; i < n; i++)
    {
      LiaisonHit hit;
      if (!liaison_drawing_locate (priv->drawing, ids[i], &hit) || hit.part != LIAISON_PART_BODY
          || !liaison_box_overlaps (&hit.box, visible))
        continue;
      liaison_canvas_fill_box (canvas, &hit.box,
                               liaison_canvas_get_role (canvas, LIAISON_ROLE_SELECTION));
      liaison_canvas_frame_box (canvas, &hit.box, 2,
                                liaison_canvas_get_role (canvas, LIAISON_ROLE_ACCENT));
    }
}

/* Before the keys have gone anywhere, the view itself shows that they go to it. */
static void
draw_cursor (LiaisonDrawnView *self, LiaisonCanvas *canvas, const LiaisonBox *visible)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  LiaisonBox box = priv->cursor.box;

  if (!gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    return;
  if (priv->has_cursor && priv->cursor.part == LIAISON_PART_BODY)
    box = (LiaisonBox){ box.x - 2, box.y - 2, box.width + 4, box.height + 4 };
  else
    box = (LiaisonBox){ visible->x + 1, visible->y + 1, visible->width - 2, visible->height - 2 };
  liaison_canvas_frame_box (canvas, &box, 2, liaison_canvas_get_role (canvas, LIAISON_ROLE_ACCENT));
}

/* What lies over the body: selection, cursor, and what a gesture shows. */
static void
draw_over (LiaisonDrawnView *self, LiaisonCanvas *canvas, double width, double height)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  LiaisonDrawnViewClass *class = LIAISON_DRAWN_VIEW_GET_CLASS (self);
  LiaisonBox box =
      liaison_drawing_get_part_box (priv->drawing, canvas, LIAISON_PART_BODY, width, height);
  LiaisonBox visible = { priv->x, priv->y, box.width, box.height };

  canvas->dx = canvas->dy = 0;
  liaison_canvas_clip (canvas, &box);
  canvas->dx = box.x - priv->x;
  canvas->dy = box.y - priv->y;
  if (!class->draws_selection)
    draw_selection (self, canvas, &visible);
  draw_cursor (self, canvas, &visible);
  if (class->draw_over != NULL)
    class->draw_over (self, canvas, &visible);
  liaison_canvas_unclip (canvas);
}

static void
liaison_drawn_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LiaisonDrawnView *self = LIAISON_DRAWN_VIEW (widget);
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  LiaisonCanvas canvas;

  if (priv->drawing == NULL || width <= 0 || height <= 0)
    return;
  canvas = liaison_drawn_view_get_canvas (self);
  canvas.cr = gtk_snapshot_append_cairo (snapshot,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_scale (canvas.cr, priv->zoom, priv->zoom);
  liaison_drawing_draw_window (priv->drawing, &canvas, width / priv->zoom, height / priv->zoom,
                               priv->x, priv->y);
  draw_over (self, &canvas, width / priv->zoom, height / priv->zoom);
  cairo_destroy (canvas.cr);
}

static void
liaison_drawn_view_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  LiaisonDrawnView *self = LIAISON_DRAWN_VIEW (widget);
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  LiaisonDrawingSize size = { 0 };
  double all;

  if (priv->drawing != NULL)
    {
      LiaisonCanvas canvas = liaison_drawn_view_get_canvas (self);
      liaison_drawing_measure (priv->drawing, &canvas, &size);
    }
  all = orientation == GTK_ORIENTATION_HORIZONTAL ? size.head_width + size.width
                                                  : size.head_height + size.height;
  *minimum = 60;
  *natural = (int) CLAMP (all * priv->zoom, 60, 4000);
}

static void
liaison_drawn_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (LIAISON_DRAWN_VIEW (widget));

  liaison_drawn_view_configure (LIAISON_DRAWN_VIEW (widget));
  liaison_drawn_view_keep_seen (LIAISON_DRAWN_VIEW (widget));
  if (priv->popover != NULL)
    gtk_popover_present (GTK_POPOVER (priv->popover));
}

static void
liaison_drawn_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (liaison_drawn_view_parent_class)->css_changed (widget, change);
  renew_texts (LIAISON_DRAWN_VIEW (widget));
}

static void
liaison_drawn_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (liaison_drawn_view_parent_class)->system_setting_changed (widget, setting);
  renew_texts (LIAISON_DRAWN_VIEW (widget));
}

/* The cursor stays on its record wherever that stands now. */
static void
follow_cursor (LiaisonDrawnView *self)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  LiaisonHit hit;

  if (!priv->has_cursor || liaison_id_is_zero (priv->cursor.record))
    return;
  priv->has_cursor = liaison_drawing_locate (priv->drawing, priv->cursor.record, &hit);
  if (priv->has_cursor)
    priv->cursor = hit;
}

static void
drawing_changed_cb (LiaisonDrawnView *self, gboolean size)
{
  if (size)
    {
      follow_cursor (self);
      liaison_drawn_view_configure (self);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
selection_changed_cb (LiaisonDrawnView *self)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  LiaisonRecord *record =
      liaison_selection_get_record (liaison_session_get_selection (priv->session));
  LiaisonHit hit;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || record == NULL
      || !liaison_drawing_locate (priv->drawing, liaison_record_get_id (record), &hit))
    return;
  if (!priv->has_cursor || !liaison_id_same (priv->cursor.record, hit.record))
    liaison_drawn_view_set_cursor (self, &hit);
  if (hit.part == LIAISON_PART_BODY)
    liaison_drawn_view_reveal (self, &hit.box);
}

static void
liaison_drawn_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (liaison_drawn_view_parent_class)->map (widget);
  selection_changed_cb (LIAISON_DRAWN_VIEW (widget));
}

static void
liaison_drawn_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (LIAISON_DRAWN_VIEW (object));

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, priv->adjustments[id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) priv->policies[id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
liaison_drawn_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  LiaisonDrawnView *self = LIAISON_DRAWN_VIEW (object);
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      liaison_drawn_view_set_adjustment (self, id - PROP_HADJUSTMENT, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      priv->policies[id - PROP_HSCROLL_POLICY] = (guint) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
liaison_drawn_view_dispose (GObject *object)
{
  LiaisonDrawnView *self = LIAISON_DRAWN_VIEW (object);
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);

  for (guint i = 0; i < G_N_ELEMENTS (priv->adjustments); i++)
    {
      if (priv->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_data (priv->adjustments[i], self);
      g_clear_object (&priv->adjustments[i]);
    }
  if (priv->drawing != NULL)
    g_signal_handlers_disconnect_by_data (priv->drawing, self);
  g_clear_pointer (&priv->popover, gtk_widget_unparent);
  g_clear_object (&priv->menu);
  g_clear_object (&priv->drawing);
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (liaison_drawn_view_parent_class)->dispose (object);
}

static void
liaison_drawn_view_finalize (GObject *object)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (LIAISON_DRAWN_VIEW (object));

  g_clear_pointer (&priv->texts, liaison_text_cache_free);

  G_OBJECT_CLASS (liaison_drawn_view_parent_class)->finalize (object);
}

static void
liaison_drawn_view_class_init (LiaisonDrawnViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = liaison_drawn_view_get_property;
  object_class->set_property = liaison_drawn_view_set_property;
  object_class->dispose = liaison_drawn_view_dispose;
  object_class->finalize = liaison_drawn_view_finalize;
  widget_class->snapshot = liaison_drawn_view_snapshot;
  widget_class->measure = liaison_drawn_view_measure;
  widget_class->size_allocate = liaison_drawn_view_size_allocate;
  widget_class->css_changed = liaison_drawn_view_css_changed;
  widget_class->system_setting_changed = liaison_drawn_view_system_setting_changed;
  widget_class->map = liaison_drawn_view_map;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  liaison_drawn_view_class_install_actions (widget_class);
  liaison_drawn_view_class_install_pictures (widget_class);
}

static void
liaison_drawn_view_init (LiaisonDrawnView *self)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  AdwStyleManager *style = adw_style_manager_get_default ();

  priv->zoom = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  renew_texts (self);
  choose_palette (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (choose_palette), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (choose_palette), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "direction-changed", G_CALLBACK (renew_texts), NULL);
  liaison_drawn_view_watch (self);
}

void
liaison_drawn_view_construct (LiaisonDrawnView *self,
                              LiaisonSession *session,
                              LiaisonDrawing *drawing,
                              const char *label)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);

  priv->session = g_object_ref (session);
  priv->drawing = drawing;
  g_object_set_data_full (G_OBJECT (self), TITLE_KEY, g_strdup (label), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (drawing, "changed", G_CALLBACK (drawing_changed_cb), self);
  g_signal_connect_object (liaison_session_get_selection (session), "changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (renew_texts), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
liaison_drawn_view_new (LiaisonSession *session, LiaisonDrawing *drawing, const char *label)
{
  LiaisonDrawnView *self = g_object_new (LIAISON_TYPE_DRAWN_VIEW, NULL);

  liaison_drawn_view_construct (self, session, drawing, label);
  return GTK_WIDGET (self);
}

GtkWidget *
liaison_drawn_view_wrap (LiaisonDrawnView *view)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (view));
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

LiaisonSession *
liaison_drawn_view_get_session (LiaisonDrawnView *self)
{
  return liaison_drawn_view_get_private (self)->session;
}

LiaisonDrawing *
liaison_drawn_view_get_drawing (LiaisonDrawnView *self)
{
  return liaison_drawn_view_get_private (self)->drawing;
}

void
liaison_drawn_view_set_menu (LiaisonDrawnView *self, GMenuModel *menu)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);

  g_set_object (&priv->menu, menu);
  g_clear_pointer (&priv->popover, gtk_widget_unparent);
}

const LiaisonHit *
liaison_drawn_view_get_cursor (LiaisonDrawnView *self)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);

  return priv->has_cursor ? &priv->cursor : NULL;
}

void
liaison_drawn_view_set_cursor (LiaisonDrawnView *self, const LiaisonHit *hit)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);

  priv->has_cursor = hit != NULL;
  if (hit != NULL)
    priv->cursor = *hit;
  liaison_drawn_view_say_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
