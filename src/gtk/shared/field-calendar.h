/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that opens a calendar to choose a day from. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_FIELD_CALENDAR (liaison_field_calendar_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonFieldCalendar, liaison_field_calendar, LIAISON, FIELD_CALENDAR, GtkWidget)

/* Signals: "opening": the calendar is about to be shown: set the day. "chosen" (int days): a day
 * was chosen, in days since 1970-01-01. @label is of the field, translated. */
LiaisonFieldCalendar *liaison_field_calendar_new (const char *label);

/* The day shown as chosen, in days since 1970-01-01. */
void liaison_field_calendar_set_day (LiaisonFieldCalendar *self, gint32 days);

G_END_DECLS
