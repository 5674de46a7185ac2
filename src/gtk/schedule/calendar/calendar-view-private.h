/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the calendar view share. */
#pragma once

#include "schedule/calendar/calendar-view.h"

#include "draw/calendar-drawing.h"
#include "shared/drawing-host.h"

G_BEGIN_DECLS

#define HOUR 3600
#define SNAP (15 * 60)
#define DAY_SECONDS 86400

typedef enum
{
  CALENDAR_HOLD_NOTHING,
  CALENDAR_HOLD_EMPTY, /* something new is being drawn */
  CALENDAR_HOLD_ENTRY,
  CALENDAR_HOLD_START,
  CALENDAR_HOLD_END,
} CalendarHold;

struct _LiaisonCalendarView
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonTableFilter *filter; /* or NULL */
  LiaisonCalendarDrawing *drawing;

  /* Children */
  GtkWidget *box;
  LiaisonDrawingHost *host;
  GtkLabel *title;
  GtkMenuButton *zone_button;
  GtkPopover *zone_popover;
  GtkToggleButton *modes[LIAISON_CALENDAR_N_MODES];
  GtkDropDown *mode_list; /* in their place where there is little room */

  /* State */
  LiaisonCalendarMode mode;
  gint32 day;
  const char *zone; /* interned; NULL: the exercise's */
  guint update_source;
  guint now_source;
  gboolean scrolled;

  /* The frame keys move */
  guint column;
  gint64 at, length; /* Unix s, s */
  gboolean has_frame;

  /* A gesture */
  CalendarHold hold;
  LiaisonDrawingPart hold_part;
  guint held; /* entry */
  guint hold_column;
  gint64 hold_at;
  double hold_x, hold_y;
  gint64 draft_start, draft_end;
  guint draft_column;
};

const char *calendar_view_get_zone (LiaisonCalendarView *self);
void calendar_view_update (LiaisonCalendarView *self);
void calendar_view_queue_update (LiaisonCalendarView *self);
void calendar_view_step (LiaisonCalendarView *self, int direction);
void calendar_view_go_to_today (LiaisonCalendarView *self);
void calendar_view_show_frame (LiaisonCalendarView *self, gboolean reveal);

/* calendar-fill.c */
void calendar_view_fill (LiaisonCalendarView *self);

/* calendar-gestures.c */
void calendar_view_add_controllers (LiaisonCalendarView *self);
/* Opens the line for a new event over the draft or the frame. */
void calendar_view_begin_event (LiaisonCalendarView *self, const char *text);

void calendar_view_clear_draft (LiaisonCalendarView *self);
/* The form of what is selected, at the side. */
void calendar_view_open_form (LiaisonCalendarView *self);
gint64 calendar_view_get_day_start (LiaisonCalendarView *self, guint column);

/* calendar-keys.c */
void calendar_view_add_keys (LiaisonCalendarView *self);
GtkWindow *calendar_view_get_window (LiaisonCalendarView *self);

/* calendar-bar.c */
GtkWidget *calendar_view_new_bar (LiaisonCalendarView *self);
void calendar_view_tell_bar (LiaisonCalendarView *self);

G_END_DECLS
