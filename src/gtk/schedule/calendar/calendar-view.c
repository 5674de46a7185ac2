/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/calendar/calendar-view-private.h"

#include "record/intern.h"
#include "record/kinds/exercise.h"
#include "record/zone.h"

#include <glib/gi18n.h>
#include <string.h>

#define DAY_SECONDS 86400
#define NOW_SECONDS 30
/* Within so many days of the exercise the calendar opens today. */
#define NEAR 14

G_DEFINE_FINAL_TYPE (LiaisonCalendarView, liaison_calendar_view, GTK_TYPE_WIDGET)

const char *
calendar_view_get_zone (LiaisonCalendarView *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const char *own = LIAISON_DATA (Exercise, liaison_lookup_get_exercise (&manner.lookup))->zone;

  return self->zone != NULL ? self->zone : own != NULL ? own : manner.zone;
}

static gint32
find_day (LiaisonCalendarView *self, gint64 seconds)
{
  gint32 offset = 0;

  liaison_zone_get_offset (calendar_view_get_zone (self), seconds, &offset);
  seconds += offset;
  return (gint32) (seconds >= 0 ? seconds / DAY_SECONDS
                                : (seconds - DAY_SECONDS + 1) / DAY_SECONDS);
}

/* The working day begins a bit below the top. */
static void
scroll_to_morning (LiaisonCalendarView *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonExerciseData *exercise =
      LIAISON_DATA (Exercise, liaison_lookup_get_exercise (&manner.lookup));
  gint64 opens = exercise->day_start != LIAISON_DURATION_UNSET ? exercise->day_start : 8 * HOUR;

  if (self->mode != LIAISON_CALENDAR_MONTH)
    liaison_drawing_host_scroll_to (self->host,
                                    (double) MAX (opens - HOUR, 0) / HOUR
                                        * liaison_calendar_drawing_get_hour_height (self->drawing));
}

void
calendar_view_show_frame (LiaisonCalendarView *self, gboolean reveal)
{
  LiaisonCalendarPlace place = { self->column, self->at, FALSE };
  LiaisonBox box;

  liaison_calendar_drawing_set_cursor (self->drawing, &place, self->length, self->has_frame);
  if (reveal && self->has_frame
      && liaison_calendar_drawing_get_place_box (self->drawing, &place, self->length, &box))
    liaison_drawing_host_reveal (self->host, &box);
}

static void
show_selection (LiaisonCalendarView *self)
{
  guint n;
  const LiaisonId *ids = liaison_selection_get (liaison_session_get_selection (self->session), &n);

  liaison_calendar_drawing_set_selection (self->drawing, ids, n);
}

void
calendar_view_update (LiaisonCalendarView *self)
{
  g_clear_handle_id (&self->update_source, g_source_remove);
  calendar_view_fill (self);
  calendar_view_tell_bar (self);
  show_selection (self);
  if (self->column >= liaison_calendar_drawing_count_columns (self->drawing))
    self->has_frame = FALSE;
  calendar_view_show_frame (self, FALSE);
}

static gboolean
update_cb (gpointer data)
{
  LiaisonCalendarView *self = data;

  self->update_source = 0;
  calendar_view_update (self);
  return G_SOURCE_REMOVE;
}

void
calendar_view_queue_update (LiaisonCalendarView *self)
{
  if (self->update_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_source = g_idle_add (update_cb, self);
}

/* Where the first of what is selected takes place. FALSE: nothing that has a time. */
static gboolean
find_selected_day (LiaisonCalendarView *self, gint32 *day)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  LiaisonRecord *record =
      liaison_selection_get_record (liaison_session_get_selection (self->session));
  gint64 seconds;

  if (record == NULL || liaison_record_get_kind (record)->id != LIAISON_KIND_EVENT
      || liaison_times_get_start (&manner.lookup, liaison_record_get_block (record), &seconds)
             != LIAISON_TIME_KNOWN)
    return FALSE;
  *day = find_day (self, seconds);
  return TRUE;
}

static void
reveal_selected (LiaisonCalendarView *self)
{
  LiaisonRecord *record =
      liaison_selection_get_record (liaison_session_get_selection (self->session));
  LiaisonHit hit;

  if (record != NULL
      && liaison_drawing_locate (LIAISON_DRAWING (self->drawing), liaison_record_get_id (record),
                                 &hit)
      && hit.part == LIAISON_PART_BODY)
    liaison_drawing_host_reveal (self->host, &hit.box);
}

static void
selection_changed_cb (LiaisonCalendarView *self)
{
  LiaisonRecord *record =
      liaison_selection_get_record (liaison_session_get_selection (self->session));
  LiaisonHit hit;
  gint32 day;

  show_selection (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || self->hold != CALENDAR_HOLD_NOTHING
      || record == NULL)
    return;
  /* What is selected elsewhere comes into sight; what was clicked here is. */
  if (!liaison_drawing_locate (LIAISON_DRAWING (self->drawing), liaison_record_get_id (record),
                               &hit)
      && find_selected_day (self, &day))
    {
      self->day = day;
      calendar_view_update (self);
    }
  reveal_selected (self);
}

/* Today while the exercise is near, else STARTEX. */
static gint32
find_first_day (LiaisonCalendarView *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&manner.lookup);
  gint32 today = find_day (self, manner.now), day;
  gint64 start, end;

  if (find_selected_day (self, &day))
    return day;
  if (liaison_times_get_start (&manner.lookup, exercise, &start) != LIAISON_TIME_KNOWN)
    return today;
  if (liaison_times_get_end (&manner.lookup, exercise, &end) != LIAISON_TIME_KNOWN)
    end = start;
  if (today >= find_day (self, start) - NEAR && today <= find_day (self, end) + NEAR)
    return today;
  return find_day (self, start);
}

static gboolean
now_cb (gpointer data)
{
  LiaisonCalendarView *self = data;
  LiaisonManner manner = liaison_session_get_manner (self->session);

  liaison_calendar_drawing_set_now (self->drawing, manner.now);
  return G_SOURCE_CONTINUE;
}

static void
liaison_calendar_view_map (GtkWidget *widget)
{
  LiaisonCalendarView *self = LIAISON_CALENDAR_VIEW (widget);
  gint32 day;

  GTK_WIDGET_CLASS (liaison_calendar_view_parent_class)->map (widget);
  if (!self->scrolled)
    self->day = find_first_day (self);
  else if (find_selected_day (self, &day))
    self->day = day;
  calendar_view_update (self);
  if (!self->scrolled)
    scroll_to_morning (self);
  self->scrolled = TRUE;
  if (self->now_source == 0)
    self->now_source = g_timeout_add_seconds (NOW_SECONDS, now_cb, self);
}

static void
liaison_calendar_view_unmap (GtkWidget *widget)
{
  LiaisonCalendarView *self = LIAISON_CALENDAR_VIEW (widget);

  g_clear_handle_id (&self->now_source, g_source_remove);
  GTK_WIDGET_CLASS (liaison_calendar_view_parent_class)->unmap (widget);
}

void
calendar_view_step (LiaisonCalendarView *self, int direction)
{
  int year, month, date;
  gint32 days = 1, first;

  if (self->mode == LIAISON_CALENDAR_MONTH)
    {
      liaison_date_from_days (self->day, &year, &month, &date);
      month += direction;
      year += month < 1 ? -1 : month > 12 ? 1 : 0;
      month = month < 1 ? 12 : month > 12 ? 1 : month;
      if (liaison_days_from_date (year, month, 1, &first))
        liaison_calendar_view_show_day (self, first);
      return;
    }
  if (self->mode == LIAISON_CALENDAR_WEEK || self->mode == LIAISON_CALENDAR_WORK_WEEK)
    days = 7;
  liaison_calendar_view_show_day (self, self->day + direction * days);
}

void
calendar_view_go_to_today (LiaisonCalendarView *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  liaison_calendar_view_show_day (self, find_day (self, manner.now));
}

static void
room_cb (LiaisonCalendarView *self, int width, int height)
{
  liaison_calendar_drawing_set_room (self->drawing, width, height);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  calendar_view_begin_event (LIAISON_CALENDAR_VIEW (widget), NULL);
}

static void
focus_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (LIAISON_CALENDAR_VIEW (widget)->host));
}

static gboolean
liaison_calendar_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LIAISON_CALENDAR_VIEW (widget)->host));
}

static void
liaison_calendar_view_dispose (GObject *object)
{
  LiaisonCalendarView *self = LIAISON_CALENDAR_VIEW (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_handle_id (&self->now_source, g_source_remove);
  for (guint i = 0; i < LIAISON_CALENDAR_N_MODES; i++)
    if (self->modes[i] != NULL)
      g_signal_handlers_disconnect_by_data (self->modes[i], self);
  memset (self->modes, 0, sizeof self->modes);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->drawing);
  g_clear_object (&self->filter);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_calendar_view_parent_class)->dispose (object);
}

static void
liaison_calendar_view_class_init (LiaisonCalendarViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_calendar_view_dispose;
  widget_class->map = liaison_calendar_view_map;
  widget_class->unmap = liaison_calendar_view_unmap;
  widget_class->grab_focus = liaison_calendar_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "view.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "view.focus", NULL, focus_cb);
}

static void
liaison_calendar_view_init (LiaisonCalendarView *self)
{
  self->mode = LIAISON_CALENDAR_WEEK;
  self->drawing = liaison_calendar_drawing_new ();
  self->length = HOUR;
}

GtkWidget *
liaison_calendar_view_new (LiaisonSession *session, LiaisonTableFilterBar *bar)
{
  LiaisonCalendarView *self = g_object_new (LIAISON_TYPE_CALENDAR_VIEW, NULL);

  self->session = g_object_ref (session);
  if (bar != NULL)
    self->filter = g_object_ref (liaison_table_filter_bar_get_filter (bar));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->host = liaison_drawing_host_new (session, LIAISON_DRAWING (self->drawing));
  liaison_drawing_host_set_title (self->host, _ ("Calendar"));
  gtk_box_append (GTK_BOX (self->box), calendar_view_new_bar (self));
  gtk_box_append (GTK_BOX (self->box), liaison_drawing_host_new_scrolled (self->host));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  calendar_view_add_controllers (self);
  g_signal_connect_swapped (self->host, "room", G_CALLBACK (room_cb), self);
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (calendar_view_queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (calendar_view_queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_findings (session), "items-changed",
                           G_CALLBACK (calendar_view_queue_update), self, G_CONNECT_SWAPPED);
  if (self->filter != NULL)
    g_signal_connect_object (self->filter, "changed", G_CALLBACK (calendar_view_queue_update), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_selection (session), "changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
liaison_calendar_view_set_mode (LiaisonCalendarView *self, LiaisonCalendarMode mode)
{
  if (self->mode == mode)
    return;
  self->mode = mode;
  self->has_frame = FALSE;
  gtk_toggle_button_set_active (self->modes[mode], TRUE);
  gtk_drop_down_set_selected (self->mode_list, mode);
  calendar_view_update (self);
  scroll_to_morning (self);
}

LiaisonCalendarMode
liaison_calendar_view_get_mode (LiaisonCalendarView *self)
{
  return self->mode;
}

void
liaison_calendar_view_show_day (LiaisonCalendarView *self, gint32 day)
{
  gint32 first, last;

  if (!liaison_days_from_date (1901, 1, 1, &first) || !liaison_days_from_date (2199, 12, 31, &last))
    return;
  self->day = CLAMP (day, first, last);
  self->has_frame = FALSE;
  calendar_view_update (self);
}

gint32
liaison_calendar_view_get_day (LiaisonCalendarView *self)
{
  return self->day;
}

void
liaison_calendar_view_set_zone (LiaisonCalendarView *self, const char *zone)
{
  self->zone = zone != NULL ? liaison_intern (zone, strlen (zone)) : NULL;
  calendar_view_update (self);
}

const char *
liaison_calendar_view_get_zone (LiaisonCalendarView *self)
{
  return calendar_view_get_zone (self);
}
