/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar by keyboard: the frame that arrows move, and what keys do to what is selected. */
#include "config.h"

#include "schedule/calendar/calendar-view-private.h"

#include "schedule/event-move.h"

GtkWindow *
calendar_view_get_window (LiaisonCalendarView *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* The frame, by as many columns and quarters of an hour. */
static void
move_frame (LiaisonCalendarView *self, int columns, gint64 seconds)
{
  guint n = liaison_calendar_drawing_count_columns (self->drawing);
  gint64 column, start, within;

  if (!self->has_frame)
    {
      self->has_frame = TRUE;
      if (self->at == 0 || self->column >= n)
        {
          self->column = 0;
          self->at = calendar_view_get_day_start (self, 0) + 9 * HOUR;
        }
      calendar_view_show_frame (self, TRUE);
      return;
    }
  start = calendar_view_get_day_start (self, self->column);
  within = self->at - start + seconds;
  column = (gint64) self->column + columns;
  if (column < 0 || column >= n)
    {
      calendar_view_step (self, columns < 0 ? -1 : 1);
      n = liaison_calendar_drawing_count_columns (self->drawing);
      column = column < 0 ? n - 1 : 0;
      self->has_frame = TRUE;
    }
  self->column = (guint) column;
  self->at = calendar_view_get_day_start (self, self->column) + CLAMP (within, 0, DAY_SECONDS - SNAP);
  liaison_selection_clear (liaison_session_get_selection (self->session));
  calendar_view_show_frame (self, TRUE);
}

/* The first part of what is selected. FALSE: it is not in sight. */
static gboolean
find_selected (LiaisonCalendarView *self, guint *entry)
{
  LiaisonRecord *record =
      liaison_selection_get_record (liaison_session_get_selection (self->session));

  for (guint i = 0; record != NULL && i < liaison_calendar_drawing_count_entries (self->drawing);
       i++)
    if (liaison_id_same (liaison_calendar_drawing_get_entry (self->drawing, i)->record,
                         liaison_record_get_id (record)))
      {
        *entry = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
move_selected (LiaisonCalendarView *self, int days, gint64 seconds, gboolean length)
{
  const LiaisonCalendarEntry *entry;
  guint number;
  gint64 by = days * (gint64) DAY_SECONDS + seconds;

  if (!find_selected (self, &number))
    return FALSE;
  entry = liaison_calendar_drawing_get_entry (self->drawing, number);
  LiaisonEventMove move = { .event = entry->record,
                            .start = entry->start + (length ? 0 : by),
                            .end = MAX (entry->end + by, entry->start + (length ? SNAP : by)),
                            .was_start = entry->start,
                            .was_end = entry->end,
                            .recurs = entry->recurs,
                            .by_rule = entry->by_rule };
  liaison_event_move (calendar_view_get_window (self), self->session, &move);
  return TRUE;
}

static gboolean
select_next (LiaisonCalendarView *self, int direction)
{
  guint n = liaison_calendar_drawing_count_entries (self->drawing), entry;
  gint64 next;

  if (n == 0)
    return FALSE;
  next = find_selected (self, &entry) ? (gint64) entry + direction
         : direction > 0              ? 0
                                      : (gint64) n - 1;
  if (next < 0 || next >= n)
    return FALSE;
  self->has_frame = FALSE;
  calendar_view_show_frame (self, FALSE);
  liaison_selection_set_one (
      liaison_session_get_selection (self->session),
      liaison_calendar_drawing_get_entry (self->drawing, (guint) next)->record);
  return TRUE;
}

static gboolean
arrow (LiaisonCalendarView *self, int columns, int quarters, GdkModifierType state)
{
  gboolean month = self->mode == LIAISON_CALENDAR_MONTH;

  if (state & GDK_CONTROL_MASK)
    return month ? move_selected (self, columns + 7 * quarters, 0, FALSE)
                 : move_selected (self, columns, quarters * SNAP, state & GDK_SHIFT_MASK);
  if (month)
    move_frame (self, columns + 7 * quarters, 0);
  else if (state & GDK_SHIFT_MASK && self->has_frame)
    {
      self->length = MAX (self->length + quarters * SNAP, SNAP);
      calendar_view_show_frame (self, TRUE);
    }
  else
    move_frame (self, columns, (gint64) quarters * 2 * SNAP);
  return TRUE;
}

static gboolean
letter (LiaisonCalendarView *self, guint key)
{
  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_t:
      calendar_view_go_to_today (self);
      return TRUE;
    case GDK_KEY_d:
      liaison_calendar_view_set_mode (self, LIAISON_CALENDAR_DAY);
      return TRUE;
    case GDK_KEY_s:
      liaison_calendar_view_set_mode (self, LIAISON_CALENDAR_SITES);
      return TRUE;
    case GDK_KEY_o:
      liaison_calendar_view_set_mode (self, LIAISON_CALENDAR_WORK_WEEK);
      return TRUE;
    case GDK_KEY_w:
      liaison_calendar_view_set_mode (self, LIAISON_CALENDAR_WEEK);
      return TRUE;
    case GDK_KEY_m:
      liaison_calendar_view_set_mode (self, LIAISON_CALENDAR_MONTH);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
zoom (LiaisonCalendarView *self, double factor)
{
  liaison_calendar_drawing_set_hour_height (
      self->drawing, liaison_calendar_drawing_get_hour_height (self->drawing) * factor);
  return TRUE;
}

static gboolean
begin_typed (LiaisonCalendarView *self, guint key)
{
  gunichar character = gdk_keyval_to_unicode (key);
  char text[8] = { 0 };

  if (!self->has_frame || !g_unichar_isgraph (character))
    return FALSE;
  g_unichar_to_utf8 (character, text);
  calendar_view_begin_event (self, text);
  return TRUE;
}

static gboolean
key_cb (LiaisonCalendarView *self,
        guint key,
        guint code,
        GdkModifierType state,
        GtkEventController *controller)
{
  int ahead = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  if (state & GDK_ALT_MASK)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return arrow (self, -ahead, 0, state);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return arrow (self, ahead, 0, state);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return arrow (self, 0, -1, state);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return arrow (self, 0, 1, state);
    case GDK_KEY_Page_Up:
      calendar_view_step (self, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
      calendar_view_step (self, 1);
      return TRUE;
    case GDK_KEY_Tab:
      return select_next (self, 1);
    case GDK_KEY_ISO_Left_Tab:
      return select_next (self, -1);
    case GDK_KEY_Escape:
      if (self->hold == CALENDAR_HOLD_NOTHING)
        return FALSE;
      calendar_view_clear_draft (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (self->has_frame)
        calendar_view_begin_event (self, NULL);
      else
        calendar_view_open_form (self);
      return TRUE;
    default:
      break;
    }
  if (state & GDK_CONTROL_MASK)
    {
      if (gdk_keyval_to_lower (key) != GDK_KEY_c || !(state & GDK_SHIFT_MASK))
        return FALSE;
      liaison_drawing_host_copy_picture (self->host, FALSE);
      return TRUE;
    }
  if (key == GDK_KEY_plus || key == GDK_KEY_KP_Add)
    return zoom (self, 1.2);
  if (key == GDK_KEY_minus || key == GDK_KEY_KP_Subtract)
    return zoom (self, 1 / 1.2);
  return begin_typed (self, key) || letter (self, key);
}

void
calendar_view_add_keys (LiaisonCalendarView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->host), keys);
}
