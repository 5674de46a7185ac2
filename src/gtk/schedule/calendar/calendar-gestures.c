/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/calendar/calendar-view-private.h"

#include "schedule/event-move.h"
#include "schedule/quick-popover.h"

static gint64
snap (gint64 seconds, gint64 base, int direction)
{
  gint64 rest = ((seconds - base) % SNAP + SNAP) % SNAP;

  return direction > 0 && rest != 0           ? seconds - rest + SNAP
         : direction == 0 && rest * 2 >= SNAP ? seconds - rest + SNAP
                                              : seconds - rest;
}

gint64
calendar_view_get_day_start (LiaisonCalendarView *self, guint column)
{
  const LiaisonCalendarFrame *frame = liaison_calendar_drawing_get_frame (self->drawing);

  return liaison_day_scale_get_day (liaison_calendar_drawing_get_scale (self->drawing),
                                    frame->n_sites > 0 ? 0 : column)
      ->start;
}

/* The place at a point, in @part even where the pointer has left it. */
static gboolean
find_place (LiaisonCalendarView *self,
            LiaisonDrawingPart part,
            double at_x,
            double at_y,
            LiaisonCalendarPlace *place)
{
  double x, y, height = self->mode == LIAISON_CALENDAR_MONTH ? 1e9 : 1e9;
  const LiaisonDayScale *scale = liaison_calendar_drawing_get_scale (self->drawing);

  liaison_drawing_host_locate_in (self->host, part, at_x, at_y, &x, &y);
  if (self->mode != LIAISON_CALENDAR_MONTH)
    height =
        (double) scale->length / HOUR * liaison_calendar_drawing_get_hour_height (self->drawing);
  return liaison_calendar_drawing_find_place (self->drawing, part, MAX (x, 0), CLAMP (y, 0, height),
                                              place);
}

void
calendar_view_clear_draft (LiaisonCalendarView *self)
{
  self->hold = CALENDAR_HOLD_NOTHING;
  liaison_calendar_drawing_set_draft (self->drawing, 0, 0, 0, NULL);
}

static void
select_entry (LiaisonCalendarView *self, LiaisonId record, gboolean add)
{
  LiaisonSelection *selection = liaison_session_get_selection (self->session);

  if (add)
    liaison_selection_toggle (selection, record);
  else
    liaison_selection_set_one (selection, record);
}

void
calendar_view_open_form (LiaisonCalendarView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-record", NULL);
}

static void
pressed_cb (LiaisonCalendarView *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  LiaisonCalendarPlace place;
  LiaisonDrawingPart part;
  LiaisonHit hit;
  double in_x, in_y;
  guint entry, more = G_MAXUINT;
  int edge;

  gtk_widget_grab_focus (GTK_WIDGET (self->host));
  if (liaison_drawing_host_find (self->host, x, y, &hit))
    {
      if (liaison_calendar_drawing_read_hit (self->drawing, &hit, &entry, &edge, &more))
        {
          self->has_frame = FALSE;
          calendar_view_show_frame (self, FALSE);
          if (n_press == 1)
            select_entry (self, hit.record, state & GDK_CONTROL_MASK);
          else if (n_press == 2)
            calendar_view_open_form (self);
        }
      else if (more != G_MAXUINT)
        {
          self->day = liaison_calendar_drawing_get_day (self->drawing, more);
          liaison_calendar_view_set_mode (self, LIAISON_CALENDAR_DAY);
        }
      return;
    }
  if (!liaison_drawing_host_locate (self->host, x, y, &part, &in_x, &in_y))
    return;
  if (part == LIAISON_PART_ABOVE && n_press == 2 && find_place (self, part, x, y, &place))
    {
      self->day = liaison_calendar_drawing_get_day (self->drawing, place.column);
      liaison_calendar_view_set_mode (self, LIAISON_CALENDAR_DAY);
      return;
    }
  if (part != LIAISON_PART_BODY
      || !liaison_calendar_drawing_find_place (self->drawing, part, in_x, in_y, &place))
    return;
  self->column = place.column;
  self->at = snap (place.seconds, calendar_view_get_day_start (self, place.column), -1);
  self->length = self->mode == LIAISON_CALENDAR_MONTH ? DAY_SECONDS : HOUR;
  self->has_frame = TRUE;
  liaison_selection_clear (liaison_session_get_selection (self->session));
  calendar_view_show_frame (self, FALSE);
  if (n_press == 2)
    calendar_view_begin_event (self, NULL);
}

static void
drag_begin_cb (LiaisonCalendarView *self, double x, double y, GtkGestureDrag *gesture)
{
  LiaisonCalendarPlace place;
  LiaisonHit hit;
  guint more = G_MAXUINT;
  double in_x, in_y;
  int edge = 0;

  self->hold = CALENDAR_HOLD_NOTHING;
  if (liaison_editor_get_read_only (liaison_session_get_editor (self->session))
      || !liaison_drawing_host_locate (self->host, x, y, &self->hold_part, &in_x, &in_y)
      || !liaison_calendar_drawing_find_place (self->drawing, self->hold_part, in_x, in_y, &place))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->hold_x = x;
  self->hold_y = y;
  self->hold_column = place.column;
  self->hold_at = place.seconds;
  if (liaison_drawing_host_find (self->host, x, y, &hit))
    {
      if (liaison_calendar_drawing_read_hit (self->drawing, &hit, &self->held, &edge, &more))
        self->hold = edge < 0   ? CALENDAR_HOLD_START
                     : edge > 0 ? CALENDAR_HOLD_END
                                : CALENDAR_HOLD_ENTRY;
    }
  else
    self->hold = CALENDAR_HOLD_EMPTY;
}

/* What it would be if the pointer were let go at a place. */
static gboolean
find_draft (LiaisonCalendarView *self, const LiaisonCalendarPlace *place)
{
  const LiaisonCalendarEntry *entry =
      self->hold == CALENDAR_HOLD_EMPTY
          ? NULL
          : liaison_calendar_drawing_get_entry (self->drawing, self->held);
  gboolean whole_days =
      self->mode == LIAISON_CALENDAR_MONTH || self->hold_part == LIAISON_PART_ABOVE;
  gint64 day_start = calendar_view_get_day_start (self, place->column), moved;

  self->draft_column = place->column;
  switch (self->hold)
    {
    case CALENDAR_HOLD_EMPTY:
      if (whole_days)
        {
          guint first = MIN (self->hold_column, place->column),
                last = MAX (self->hold_column, place->column);
          self->draft_start = calendar_view_get_day_start (self, first);
          self->draft_end =
              liaison_day_scale_get_day (
                  liaison_calendar_drawing_get_scale (self->drawing),
                  liaison_calendar_drawing_get_frame (self->drawing)->n_sites > 0 ? 0 : last)
                  ->end;
          return TRUE;
        }
      self->draft_column = self->hold_column;
      self->draft_start = snap (MIN (self->hold_at, place->seconds), day_start, -1);
      self->draft_end = snap (MAX (self->hold_at, place->seconds), day_start, 1);
      return self->draft_end > self->draft_start;
    case CALENDAR_HOLD_START:
      self->draft_start = MIN (snap (place->seconds, day_start, 0), entry->end - 60);
      self->draft_end = entry->end;
      return TRUE;
    case CALENDAR_HOLD_END:
      self->draft_start = entry->start;
      self->draft_end = MAX (snap (place->seconds, day_start, 0), entry->start + 60);
      return TRUE;
    case CALENDAR_HOLD_ENTRY:
      /* By whole days the clock time stays, over a change of the clocks too. */
      if (whole_days)
        moved = day_start - calendar_view_get_day_start (self, self->hold_column);
      else
        moved = snap (entry->start + place->seconds - self->hold_at, day_start, 0) - entry->start;
      self->draft_start = entry->start + moved;
      self->draft_end = entry->end + moved;
      if (whole_days)
        {
          gint32 days = liaison_calendar_drawing_get_day (self->drawing, place->column)
                        - liaison_calendar_drawing_get_day (self->drawing, self->hold_column);
          guint index;
          if (days != 0
              && liaison_day_scale_find_day (liaison_calendar_drawing_get_scale (self->drawing),
                                             entry->start, &index)
              && (gint64) index + days >= 0
              && (gint64) index + days < liaison_calendar_drawing_get_frame (self->drawing)->n_days)
            {
              const LiaisonDayScale *scale = liaison_calendar_drawing_get_scale (self->drawing);
              gint64 position = liaison_day_scale_get_position (scale, index, entry->start);
              self->draft_start =
                  liaison_day_scale_get_time (scale, index + (guint) days, position);
              self->draft_end = self->draft_start + entry->end - entry->start;
            }
        }
      return TRUE;
    case CALENDAR_HOLD_NOTHING:
    default:
      return FALSE;
    }
}

static void
drag_update_cb (LiaisonCalendarView *self, double dx, double dy, GtkGestureDrag *gesture)
{
  LiaisonCalendarPlace place;
  const char *label = NULL;

  if (self->hold == CALENDAR_HOLD_NOTHING
      || !gtk_drag_check_threshold (GTK_WIDGET (self->host), 0, 0, (int) dx, (int) dy))
    return;
  if (!find_place (self, self->hold_part, self->hold_x + dx, self->hold_y + dy, &place)
      || !find_draft (self, &place))
    return;
  if (self->hold != CALENDAR_HOLD_EMPTY)
    label = liaison_calendar_drawing_get_entry (self->drawing, self->held)->label;
  liaison_calendar_drawing_set_draft (self->drawing, self->draft_column, self->draft_start,
                                      self->draft_end, label);
}

static void
commit_move (LiaisonCalendarView *self)
{
  const LiaisonCalendarEntry *entry =
      liaison_calendar_drawing_get_entry (self->drawing, self->held);
  const LiaisonCalendarFrame *frame = liaison_calendar_drawing_get_frame (self->drawing);
  LiaisonId site = liaison_calendar_drawing_get_site (self->drawing, self->draft_column);
  LiaisonEventMove move = { .event = entry->record,
                            .start = self->draft_start,
                            .end = self->draft_end,
                            .was_start = entry->start,
                            .was_end = entry->end,
                            .recurs = entry->recurs,
                            .by_rule = entry->by_rule };

  if (frame->n_sites > 0 && self->draft_column != self->hold_column
      && self->hold == CALENDAR_HOLD_ENTRY && !liaison_id_is_zero (site)
      && !liaison_id_same (site, entry->site))
    move.site = &site;
  calendar_view_clear_draft (self);
  liaison_event_move (calendar_view_get_window (self), self->session, &move);
}

static void
popover_closed_cb (LiaisonCalendarView *self)
{
  calendar_view_clear_draft (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->host));
}

static void
drag_end_cb (LiaisonCalendarView *self, double dx, double dy, GtkGestureDrag *gesture)
{
  LiaisonCalendarPlace place;

  if (self->hold == CALENDAR_HOLD_NOTHING)
    return;
  if (!gtk_drag_check_threshold (GTK_WIDGET (self->host), 0, 0, (int) dx, (int) dy)
      || !find_place (self, self->hold_part, self->hold_x + dx, self->hold_y + dy, &place)
      || !find_draft (self, &place))
    {
      calendar_view_clear_draft (self);
      return;
    }
  if (self->hold != CALENDAR_HOLD_EMPTY)
    {
      commit_move (self);
      return;
    }
  self->column = self->draft_column;
  self->at = self->draft_start;
  self->length = self->draft_end - self->draft_start;
  self->has_frame = FALSE;
  calendar_view_show_frame (self, FALSE);
  liaison_calendar_drawing_set_draft (self->drawing, self->draft_column, self->draft_start,
                                      self->draft_end, NULL);
  calendar_view_begin_event (self, NULL);
}

static void
cancel_cb (LiaisonCalendarView *self)
{
  calendar_view_clear_draft (self);
}

void
calendar_view_begin_event (LiaisonCalendarView *self, const char *text)
{
  LiaisonCalendarPlace place = { self->column, self->at, FALSE };
  LiaisonQuickPlace quick = { .zone = calendar_view_get_zone (self) };
  LiaisonBox box;
  GdkRectangle area;

  if (liaison_editor_get_read_only (liaison_session_get_editor (self->session)))
    return;
  if (self->column >= liaison_calendar_drawing_count_columns (self->drawing) || self->at == 0)
    {
      self->column = 0;
      self->at = calendar_view_get_day_start (self, 0) + 9 * HOUR;
      self->length = HOUR;
      place = (LiaisonCalendarPlace){ self->column, self->at, FALSE };
    }
  quick.start = self->at;
  quick.end = self->at + self->length;
  /* In a month a day is meant, not all its hours. */
  if (self->mode == LIAISON_CALENDAR_MONTH && self->length <= DAY_SECONDS + HOUR)
    {
      quick.start = self->at + 9 * HOUR;
      quick.end = quick.start + HOUR;
    }
  quick.site = liaison_calendar_drawing_get_site (self->drawing, self->column);
  if (!liaison_calendar_drawing_get_place_box (self->drawing, &place, self->length, &box))
    return;
  if (self->mode != LIAISON_CALENDAR_MONTH)
    liaison_drawing_host_reveal (self->host, &box);
  liaison_drawing_host_place (self->host, LIAISON_PART_BODY, &box, &area);
  area.height = MIN (area.height, 120);
  liaison_quick_popover_open (GTK_WIDGET (self->host), self->session, self->filter, &area, &quick,
                              text, G_CALLBACK (popover_closed_cb), self);
}

static void
motion_cb (LiaisonCalendarView *self, double x, double y)
{
  LiaisonHit hit;
  guint entry;
  int edge = 0;

  if (self->hold != CALENDAR_HOLD_NOTHING)
    return;
  if (liaison_drawing_host_find (self->host, x, y, &hit)
      && liaison_calendar_drawing_read_hit (self->drawing, &hit, &entry, &edge, NULL) && edge != 0)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self->host), "ns-resize");
  else
    gtk_widget_set_cursor (GTK_WIDGET (self->host), NULL);
}

static gboolean
scroll_cb (LiaisonCalendarView *self, double dx, double dy, GtkEventController *controller)
{
  double before = liaison_calendar_drawing_get_hour_height (self->drawing), top;

  if (!(gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK)
      || self->mode == LIAISON_CALENDAR_MONTH)
    return FALSE;
  top = liaison_drawing_host_get_scroll (self->host);
  liaison_calendar_drawing_set_hour_height (self->drawing, before * (dy < 0 ? 1.15 : 1 / 1.15));
  liaison_drawing_host_scroll_to (
      self->host, top * liaison_calendar_drawing_get_hour_height (self->drawing) / before);
  return TRUE;
}

void
calendar_view_add_controllers (LiaisonCalendarView *self)
{
  GtkWidget *host = GTK_WIDGET (self->host);
  GtkGesture *click = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (cancel_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (host, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (host, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (host, motion);
  gtk_widget_add_controller (host, scroll);
  calendar_view_add_keys (self);
}
