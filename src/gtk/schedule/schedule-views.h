/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The views of the schedule, as a table. */
#pragma once

#include "shared/table-filter-bar.h"

G_BEGIN_DECLS

/* A view shows the events that the filter of @bar lets through
 * (liaison_table_filter_bar_get_filter) and the session's selection, which it scrolls to when it
 * changes while the view is mapped and once when it is mapped again. Its commands for what is
 * selected hang on actions of its own. Two actions are asked of it, if it has them: "view.add"
 * makes a new event where the view stands, "view.focus" takes the focus from the filter line. */
typedef struct
{
  const char *name;  /* in the settings */
  const char *label; /* msgid */
  const char *icon;
  GtkWidget *(*create) (LiaisonSession *session,
                        LiaisonTableFilterBar *bar); /* made when first shown */
} LiaisonScheduleViewEntry;

/* The first nine are reached by Ctrl+1 to Ctrl+9. */
const LiaisonScheduleViewEntry *liaison_schedule_views_get (guint *n);

G_END_DECLS
