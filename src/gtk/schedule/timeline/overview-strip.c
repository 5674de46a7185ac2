/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/timeline/overview-strip.h"

#include <glib/gi18n.h>
#include <math.h>

#define HEIGHT 38
#define PART   4 /* px of a column */
#define MOST   1024

struct _LiaisonOverviewStrip
{
  GtkWidget parent_instance;

  /* Borrowed */
  LiaisonTimelineView *view; /* weak */

  /* State */
  float parts[MOST];
  guint n_parts;
  gboolean counted;
  gint64 from, until; /* of the strip */
  gint64 grabbed;     /* from the start of the window to the pointer, s */
};

G_DEFINE_FINAL_TYPE (LiaisonOverviewStrip, liaison_overview_strip, GTK_TYPE_WIDGET)

static gboolean
is_mirrored (LiaisonOverviewStrip *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static double
to_x (LiaisonOverviewStrip *self, gint64 seconds)
{
  return (double) (seconds - self->from) / (double) MAX (self->until - self->from, 1)
         * gtk_widget_get_width (GTK_WIDGET (self));
}

static gint64
to_time (LiaisonOverviewStrip *self, double x)
{
  double width = MAX (1, gtk_widget_get_width (GTK_WIDGET (self)));

  if (is_mirrored (self))
    x = width - x;
  return self->from + (gint64) (x / width * (double) (self->until - self->from));
}

static void
count (LiaisonOverviewStrip *self)
{
  LiaisonTimeline *timeline = liaison_timeline_view_get_timeline (self->view);
  LiaisonManner manner =
      liaison_session_get_manner (liaison_drawn_view_get_session (LIAISON_DRAWN_VIEW (self->view)));
  gint64 margin;

  liaison_timeline_get_extent (timeline, manner.now, &self->from, &self->until);
  margin = MAX (43200, (self->until - self->from) / 40);
  self->from -= margin;
  self->until += margin;
  self->n_parts = CLAMP ((guint) gtk_widget_get_width (GTK_WIDGET (self)) / PART, 1, MOST);
  liaison_timeline_count (timeline, self->from, self->until, self->parts, self->n_parts);
  self->counted = TRUE;
}

static void
draw_parts (LiaisonOverviewStrip *self, LiaisonCanvas *canvas, double width)
{
  double each = width / self->n_parts;

  for (guint i = 0; i < self->n_parts; i++)
    if (self->parts[i] > 0)
      {
        /* A root, so that a single event is seen beside the busiest day. */
        double height = MAX (3, sqrt (self->parts[i]) * (HEIGHT - 14));
        liaison_canvas_add_box (
            canvas, &(LiaisonBox){ i * each, HEIGHT - 2 - height, MAX (each - 1, 1), height });
      }
  liaison_canvas_set_colour (canvas, &canvas->palette->hues[LIAISON_HUE_BLUE].edge);
  cairo_fill (canvas->cr);
}

/* The names of months, or of days in a short plan. */
static void
draw_name_cb (const LiaisonTick *tick, gpointer data)
{
  gpointer *both = data;
  LiaisonOverviewStrip *self = both[0];
  LiaisonCanvas *canvas = both[1];
  double start = to_x (self, tick->start), end = to_x (self, tick->end);
  gint64 length = tick->end - tick->start;
  char text[LIAISON_TICK_LABEL_SIZE];

  /* The year stands at its beginning. */
  liaison_tick_format (tick,
                       length > 20 * 86400
                           ? (tick->wall.month == 1 ? LIAISON_TICK_YEAR : LIAISON_TICK_MONTH)
                           : LIAISON_TICK_WEEK,
                       text);

  liaison_canvas_add_vertical (canvas, start, 0, HEIGHT);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE);
  cairo_fill (canvas->cr);
  if (end - MAX (start, 0) > 36)
    liaison_canvas_draw_text (canvas, text, LIAISON_TEXT_SMALL,
                              &(LiaisonBox){ MAX (start, 0) + 4, 0, end - MAX (start, 0) - 6, 15 },
                              LIAISON_ALIGN_START,
                              liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
}

static void
draw_window (LiaisonOverviewStrip *self, LiaisonCanvas *canvas, double width)
{
  LiaisonBox box = { 0, 0, 0, HEIGHT };
  gint64 from, until;

  liaison_timeline_view_get_range (self->view, &from, &until);
  box.x = CLAMP (to_x (self, from), 0, width - 6);
  box.width = CLAMP (to_x (self, until) - box.x, 6, width - box.x);
  liaison_canvas_fill_box (canvas, &box, liaison_canvas_get_role (canvas, LIAISON_ROLE_SELECTION));
  liaison_canvas_frame_box (canvas, &box, 2, liaison_canvas_get_role (canvas, LIAISON_ROLE_ACCENT));
}

static void
liaison_overview_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LiaisonOverviewStrip *self = LIAISON_OVERVIEW_STRIP (widget);
  double width = gtk_widget_get_width (widget);
  LiaisonCanvas canvas;
  gpointer both[] = { self, &canvas };
  LiaisonTickLevel level;

  if (self->view == NULL || width <= 0
      || liaison_timeline_get_lanes (liaison_timeline_view_get_timeline (self->view)) == NULL)
    return;
  if (!self->counted)
    count (self);
  canvas = liaison_drawn_view_get_canvas (LIAISON_DRAWN_VIEW (self->view));
  canvas.width = width;
  canvas.cr =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, HEIGHT));
  liaison_canvas_fill_box (&canvas, &(LiaisonBox){ 0, 0, width, HEIGHT },
                           liaison_canvas_get_role (&canvas, LIAISON_ROLE_GROUND));
  level = liaison_tick_level_choose ((double) (self->until - self->from) / width, 40);
  if (level.unit < LIAISON_TICK_DAY)
    level = (LiaisonTickLevel){ LIAISON_TICK_DAY, 1 };
  liaison_ticks_foreach (NULL, level, 1, self->from, self->until, draw_name_cb, both);
  draw_parts (self, &canvas, width);
  draw_window (self, &canvas, width);
  liaison_canvas_add_horizontal (&canvas, 0, 0, width);
  liaison_canvas_set_role (&canvas, LIAISON_ROLE_LINE_STRONG);
  cairo_fill (canvas.cr);
  cairo_destroy (canvas.cr);
}

static void
liaison_overview_strip_measure (GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 100;
}

static void
liaison_overview_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LIAISON_OVERVIEW_STRIP (widget)->counted = FALSE;
}

static void
move_to (LiaisonOverviewStrip *self, gint64 from)
{
  const LiaisonTimeAxis *axis =
      liaison_timeline_get_axis (liaison_timeline_view_get_timeline (self->view));
  double x, y;

  liaison_drawn_view_get_scroll (LIAISON_DRAWN_VIEW (self->view), &x, &y);
  liaison_drawn_view_scroll_to (LIAISON_DRAWN_VIEW (self->view),
                                liaison_time_axis_get_position (axis, from), y);
}

static void
drag_begin_cb (LiaisonOverviewStrip *self, double x, double y)
{
  gint64 from, until, at = to_time (self, x);

  liaison_timeline_view_get_range (self->view, &from, &until);
  /* Beside the window it comes to the pointer. */
  self->grabbed = at >= from && at < until ? at - from : (until - from) / 2;
  move_to (self, at - self->grabbed);
}

static void
drag_update_cb (LiaisonOverviewStrip *self, double dx, double dy, GtkGestureDrag *drag)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (drag, &x, &y))
    move_to (self, to_time (self, x + dx) - self->grabbed);
}

static void
range_changed_cb (LiaisonOverviewStrip *self)
{
  self->counted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
liaison_overview_strip_dispose (GObject *object)
{
  LiaisonOverviewStrip *self = LIAISON_OVERVIEW_STRIP (object);

  g_clear_weak_pointer (&self->view);

  G_OBJECT_CLASS (liaison_overview_strip_parent_class)->dispose (object);
}

static void
liaison_overview_strip_class_init (LiaisonOverviewStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_overview_strip_dispose;
  widget_class->snapshot = liaison_overview_strip_snapshot;
  widget_class->measure = liaison_overview_strip_measure;
  widget_class->size_allocate = liaison_overview_strip_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
liaison_overview_strip_init (LiaisonOverviewStrip *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Drag to move through the whole plan"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Overview of the whole plan"), -1);
}

GtkWidget *
liaison_overview_strip_new (LiaisonTimelineView *view)
{
  LiaisonOverviewStrip *self = g_object_new (LIAISON_TYPE_OVERVIEW_STRIP, NULL);
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));

  g_set_weak_pointer (&self->view, view);
  g_signal_connect_object (view, "range-changed", G_CALLBACK (range_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
