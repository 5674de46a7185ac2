/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schedule as a calendar: a day, its sites beside each other, a working week, a week, a month.
 *
 * Keys: arrows move the frame, Shift with them lengthens it, Ctrl+arrows move what is selected, Tab
 * goes from event to event, Enter opens what is selected or begins a new event, Page Up and Down go
 * to the previous and next days, T to today, D, O, W, M and S to the views, + and - zoom. Letters
 * typed with a frame on empty time begin a new event. */
#pragma once

#include "shared/table-filter-bar.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_CALENDAR_VIEW (liaison_calendar_view_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonCalendarView, liaison_calendar_view, LIAISON, CALENDAR_VIEW, GtkWidget)

typedef enum
{
  LIAISON_CALENDAR_DAY,
  LIAISON_CALENDAR_SITES,
  LIAISON_CALENDAR_WORK_WEEK,
  LIAISON_CALENDAR_WEEK,
  LIAISON_CALENDAR_MONTH,
} LiaisonCalendarMode;
#define LIAISON_CALENDAR_N_MODES (LIAISON_CALENDAR_MONTH + 1)

/* For the schedule's table of views. @bar may be NULL: all events. */
GtkWidget *liaison_calendar_view_new (LiaisonSession *session, LiaisonTableFilterBar *bar);

void liaison_calendar_view_set_mode (LiaisonCalendarView *self, LiaisonCalendarMode mode);
LiaisonCalendarMode liaison_calendar_view_get_mode (LiaisonCalendarView *self);
/* Shows the days around it; since 1970-01-01. */
void liaison_calendar_view_show_day (LiaisonCalendarView *self, gint32 day);
gint32 liaison_calendar_view_get_day (LiaisonCalendarView *self);
/* The zone days are days in: an IANA name, or NULL for the exercise's. */
void liaison_calendar_view_set_zone (LiaisonCalendarView *self, const char *zone);
const char *liaison_calendar_view_get_zone (LiaisonCalendarView *self);

G_END_DECLS
