/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schedule: a line for quick entry, one line of filters, and below them one of several views of
 * the same events. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_SCHEDULE_VIEW (liaison_schedule_view_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonScheduleView, liaison_schedule_view, LIAISON, SCHEDULE_VIEW, GtkWidget)

GtkWidget *liaison_schedule_view_new (LiaisonSession *session);

/* Shows the view of that name, and remembers it for the next window. FALSE when there is none. */
gboolean liaison_schedule_view_show (LiaisonScheduleView *self, const char *name);

G_END_DECLS
