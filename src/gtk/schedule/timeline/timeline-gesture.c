/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/timeline/timeline-view-private.h"

#include "record/kinds/event.h"
#include "schedule/recurrence.h"

#include <glib/gi18n.h>

#include <math.h>

#define THRESHOLD   4.  /* units, below which a press is no drag */
#define SNAP_UNITS  7.  /* between marks that things snap to, at least */
#define EDGE_UNITS  6.  /* from an edge of another event, which draws what is dragged */
#define LANE_UNITS  10. /* along the time, that a drag to another lane may stray */
#define SCROLL_EDGE 28.
#define SCROLL_STEP 18.

LiaisonTickLevel
liaison_timeline_view_get_snap (LiaisonTimelineView *self)
{
  return liaison_tick_level_choose (liaison_timeline_get_axis (self->timeline)->pace, SNAP_UNITS);
}

static gint64
time_at (LiaisonTimelineView *self, double x)
{
  return liaison_time_axis_get_time (liaison_timeline_get_axis (self->timeline), x);
}

static gint64
snap (LiaisonTimelineView *self, gint64 seconds, gboolean freely)
{
  const LiaisonTimeAxis *axis = liaison_timeline_get_axis (self->timeline);
  double x, y, width, height;
  gint64 edge;

  if (freely)
    return seconds - seconds % 60;
  liaison_drawn_view_get_scroll (LIAISON_DRAWN_VIEW (self), &x, &y);
  liaison_drawn_view_get_room (LIAISON_DRAWN_VIEW (self), &width, &height);
  if (liaison_timeline_find_edge (self->timeline, y, y + height, seconds,
                                  (gint64) (EDGE_UNITS * axis->pace), &edge))
    return edge;
  return liaison_ticks_snap (liaison_timeline_get_ruler (self->timeline)->zones[0],
                             liaison_timeline_view_get_snap (self), 1, seconds);
}

gboolean
liaison_timeline_view_is_writable (LiaisonTimelineView *self)
{
  return !liaison_editor_get_read_only (liaison_session_get_editor (self->session));
}

static void
select_record (LiaisonTimelineView *self, LiaisonId id, GdkModifierType state)
{
  LiaisonSelection *selection = liaison_session_get_selection (self->session);

  if (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    liaison_selection_toggle (selection, id);
  else
    liaison_selection_set_one (selection, id);
}

gboolean
liaison_timeline_view_pressed (LiaisonDrawnView *view,
                               LiaisonDrawingPart part,
                               double x,
                               double y,
                               const LiaisonHit *hit,
                               guint n_press,
                               GdkModifierType state)
{
  LiaisonTimelineView *self = LIAISON_TIMELINE_VIEW (view);
  LiaisonHit grip;

  self->drag.narrow = FALSE;
  if (part == LIAISON_PART_START && hit != NULL)
    {
      guint lane = LIAISON_TIMELINE_HIT_LANE (hit->index);
      if (LIAISON_TIMELINE_HIT_KIND (hit->index) == LIAISON_TIMELINE_FOLD || n_press == 2)
        liaison_timeline_view_toggle_lane (self, lane);
      else if (!liaison_id_is_zero (hit->record))
        liaison_selection_set_one (liaison_session_get_selection (self->session), hit->record);
      return TRUE;
    }
  if (part != LIAISON_PART_BODY)
    return TRUE;
  if (liaison_timeline_view_find_grip (self, x, y, &grip))
    hit = &grip;
  if (hit == NULL)
    {
      if (!(state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
        liaison_selection_clear (liaison_session_get_selection (self->session));
      return TRUE;
    }
  liaison_drawn_view_set_cursor (view, hit);
  if (!liaison_timeline_is_selected (self->timeline, hit->record)
      || state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    select_record (self, hit->record, state);
  else
    self->drag.narrow = TRUE;
  if (n_press == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "view.open", NULL);
  return TRUE;
}

/* The bar that is grabbed: of a recurring event, that occurrence. */
static gboolean
take_bar (LiaisonTimelineView *self, LiaisonDrag *drag)
{
  const LiaisonBar *bar = liaison_timeline_get_bar (self->timeline, &drag->hit);

  if (bar == NULL)
    return FALSE;
  drag->start = bar->start;
  drag->end = bar->end;
  drag->recurs = liaison_recurrence_recurs (bar->block);
  drag->locked = LIAISON_DATA (Event, bar->block)->locked;
  return TRUE;
}

static LiaisonDragMode
choose_mode (LiaisonTimelineView *self, LiaisonDrag *drag, GdkModifierType state)
{
  if (!liaison_timeline_view_find_grip (self, drag->x, drag->y, &drag->hit))
    return state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK) ? LIAISON_DRAG_RUBBER : LIAISON_DRAG_CREATE;
  if (!take_bar (self, drag))
    return LIAISON_DRAG_NONE;
  switch (LIAISON_TIMELINE_HIT_KIND (drag->hit.index))
    {
    case LIAISON_TIMELINE_BAR_START:
      return LIAISON_DRAG_START;
    case LIAISON_TIMELINE_BAR_END:
      return LIAISON_DRAG_END;
    case LIAISON_TIMELINE_BAR_LINK:
      return LIAISON_DRAG_LINK;
    default:
      return LIAISON_DRAG_MOVE;
    }
}

static void
drag_begin_cb (LiaisonTimelineView *self, double x, double y, GtkGesture *gesture)
{
  LiaisonDrag drag = { .from_x = x, .from_y = y };
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (self->entry != NULL || liaison_timeline_get_lanes (self->timeline) == NULL
      || liaison_drawn_view_to_part (LIAISON_DRAWN_VIEW (self), x, y, &drag.x, &drag.y)
             != LIAISON_PART_BODY)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  drag.narrow = self->drag.narrow;
  drag.mode = choose_mode (self, &drag, state);
  if (drag.mode != LIAISON_DRAG_RUBBER && !liaison_timeline_view_is_writable (self))
    drag.mode = LIAISON_DRAG_NONE;
  drag.to_x = drag.x;
  drag.to_y = drag.y;
  drag.grabbed = time_at (self, drag.x);
  drag.lane = drag.mode == LIAISON_DRAG_MOVE ? LIAISON_TIMELINE_HIT_LANE (drag.hit.index)
                                             : liaison_timeline_get_lane_at (self->timeline, drag.y);
  drag.to_lane = G_MAXUINT;
  self->drag = drag;
  if (drag.mode == LIAISON_DRAG_MOVE || drag.mode == LIAISON_DRAG_START
      || drag.mode == LIAISON_DRAG_END)
    liaison_timeline_view_begin_placement (self);
}

static void
scroll_along (LiaisonTimelineView *self, double x, double y)
{
  double at_x, at_y, width, height, dx = 0, dy = 0, in_x, in_y;

  liaison_drawn_view_get_scroll (LIAISON_DRAWN_VIEW (self), &at_x, &at_y);
  liaison_drawn_view_get_room (LIAISON_DRAWN_VIEW (self), &width, &height);
  liaison_drawn_view_to_part (LIAISON_DRAWN_VIEW (self), x, y, &in_x, &in_y);
  in_x -= at_x;
  in_y -= at_y;
  if (in_x < SCROLL_EDGE)
    dx = -SCROLL_STEP;
  else if (in_x > width - SCROLL_EDGE)
    dx = SCROLL_STEP;
  if (in_y < SCROLL_EDGE / 2)
    dy = -SCROLL_STEP;
  else if (in_y > height - SCROLL_EDGE / 2)
    dy = SCROLL_STEP;
  if (dx != 0 || dy != 0)
    liaison_drawn_view_scroll_to (LIAISON_DRAWN_VIEW (self), at_x + dx, at_y + dy);
}

/* Over another lane it is put there; then it takes some way along the time before it moves in it. */
static void
work_out_lane (LiaisonTimelineView *self)
{
  LiaisonDrag *drag = &self->drag;
  guint lane = liaison_timeline_get_lane_at (self->timeline, drag->to_y), n;

  liaison_lanes_get (liaison_timeline_get_lanes (self->timeline), &n);
  if (lane == drag->lane || lane >= n)
    lane = G_MAXUINT;
  if (lane != drag->to_lane)
    drag->refusal =
        lane != G_MAXUINT
            ? liaison_timeline_view_check_drop (self, drag->hit.record, drag->lane, lane)
            : NULL;
  drag->to_lane = lane;
}

/* What the dragged event would be where the pointer is now. */
static void
work_out (LiaisonTimelineView *self, gboolean freely)
{
  LiaisonDrag *drag = &self->drag;
  gint64 by = time_at (self, drag->to_x) - drag->grabbed;
  LiaisonHit hit;

  switch (drag->mode)
    {
    case LIAISON_DRAG_MOVE:
      work_out_lane (self);
      drag->new_start = drag->to_lane != G_MAXUINT && fabs (drag->to_x - drag->x) < LANE_UNITS
                            ? drag->start
                            : snap (self, drag->start + by, freely);
      drag->new_end = drag->new_start + drag->end - drag->start;
      break;
    case LIAISON_DRAG_START:
      drag->new_start = MIN (snap (self, drag->start + by, freely), drag->end);
      drag->new_end = drag->end;
      break;
    case LIAISON_DRAG_END:
      drag->new_start = drag->start;
      drag->new_end = MAX (snap (self, drag->end + by, freely), drag->start);
      break;
    case LIAISON_DRAG_CREATE:
      drag->new_start = snap (self, MIN (drag->grabbed, drag->grabbed + by), freely);
      drag->new_end = snap (self, MAX (drag->grabbed, drag->grabbed + by), freely);
      break;
    case LIAISON_DRAG_LINK:
      drag->over.record = (LiaisonId){ 0 };
      if (liaison_drawing_find (LIAISON_DRAWING (self->timeline), LIAISON_PART_BODY, drag->to_x,
                                drag->to_y, &hit)
          && !liaison_id_same (hit.record, drag->hit.record))
        drag->over = hit;
      break;
    default:
      break;
    }
  if (drag->locked)
    drag->refusal = N_ ("The event is locked. Unlock it in its form to move it.");
}

static void
drag_update_cb (LiaisonTimelineView *self, double dx, double dy, GtkGesture *gesture)
{
  double x = self->drag.from_x, y = self->drag.from_y;
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (self->drag.mode == LIAISON_DRAG_NONE)
    return;
  if (!self->drag.active && fabs (dx) < THRESHOLD && fabs (dy) < THRESHOLD)
    return;
  if (!self->drag.active)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      /* Up or down an end goes nowhere: the whole is meant, for another lane. */
      if ((self->drag.mode == LIAISON_DRAG_START || self->drag.mode == LIAISON_DRAG_END)
          && fabs (dy) > 2 * fabs (dx))
        {
          self->drag.mode = LIAISON_DRAG_MOVE;
          self->drag.lane = LIAISON_TIMELINE_HIT_LANE (self->drag.hit.index);
        }
      if (self->drag.mode == LIAISON_DRAG_MOVE)
        gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
    }
  self->drag.active = TRUE;
  scroll_along (self, x + dx, y + dy);
  liaison_drawn_view_to_part (LIAISON_DRAWN_VIEW (self), x + dx, y + dy, &self->drag.to_x,
                              &self->drag.to_y);
  work_out (self, (state & GDK_ALT_MASK) != 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (LiaisonTimelineView *self)
{
  LiaisonDrag drag = self->drag;

  liaison_timeline_view_end_placement (self);
  self->drag = (LiaisonDrag){ 0 };
  if (drag.active)
    liaison_timeline_view_finish_drag (self, &drag);
  else if (!drag.active && drag.narrow && !liaison_id_is_zero (drag.hit.record))
    liaison_selection_set_one (liaison_session_get_selection (self->session), drag.hit.record);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
liaison_timeline_view_cancel_drag (LiaisonTimelineView *self)
{
  if (self->drag.mode == LIAISON_DRAG_NONE)
    return;
  self->drag = (LiaisonDrag){ 0 };
  liaison_timeline_view_end_placement (self);
  if (self->entry == NULL)
    gtk_gesture_set_state (self->gesture, GTK_EVENT_SEQUENCE_DENIED);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
cancel_cb (LiaisonTimelineView *self)
{
  liaison_timeline_view_end_placement (self);
  self->drag = (LiaisonDrag){ 0 };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  LiaisonTimelineView *self = LIAISON_TIMELINE_VIEW (widget);

  if (self->drag.mode == LIAISON_DRAG_NONE)
    {
      liaison_selection_clear (liaison_session_get_selection (self->session));
      return TRUE;
    }
  liaison_timeline_view_cancel_drag (self);
  return TRUE;
}

static const char *
get_cursor_name (const LiaisonHit *hit)
{
  switch (LIAISON_TIMELINE_HIT_KIND (hit->index))
    {
    case LIAISON_TIMELINE_BAR_START:
    case LIAISON_TIMELINE_BAR_END:
      return "col-resize";
    case LIAISON_TIMELINE_BAR_LINK:
      return "alias";
    default:
      return "grab";
    }
}

/* The pointer says what a press would do. */
static void
motion_cb (LiaisonTimelineView *self, double x, double y)
{
  double at_x, at_y;
  LiaisonHit hit;
  const char *name = NULL;
  gboolean found = FALSE;
  LiaisonId on_dot = { 0 };

  if (self->drag.active)
    return;
  if (liaison_drawn_view_to_part (LIAISON_DRAWN_VIEW (self), x, y, &at_x, &at_y)
          == LIAISON_PART_BODY
      && liaison_timeline_view_is_writable (self))
    {
      found = liaison_timeline_view_find_grip (self, at_x, at_y, &hit);
      name = found ? get_cursor_name (&hit) : "crosshair";
    }
  if (found && LIAISON_TIMELINE_HIT_KIND (hit.index) == LIAISON_TIMELINE_BAR_LINK)
    on_dot = hit.record;
  if (!liaison_id_same (on_dot, self->on_dot))
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->on_dot = on_dot;
  liaison_timeline_view_set_hover (self, found ? &hit : NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static void
leave_cb (LiaisonTimelineView *self)
{
  if (!self->drag.active)
    liaison_timeline_view_set_hover (self, NULL);
}

void
liaison_timeline_view_watch_gestures (LiaisonTimelineView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->gesture = gtk_gesture_drag_new ();
  g_signal_connect_swapped (self->gesture, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (self->gesture, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (self->gesture, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (self->gesture, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->gesture));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
