/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/schedule-views.h"

#include "schedule/calendar/calendar-view.h"
#include "schedule/matrix/matrix-page.h"
#include "schedule/process/process-page.h"
#include "schedule/rhythm/rhythm-page.h"
#include "schedule/schedule-table.h"
#include "schedule/timeline/timeline-page.h"

#include <glib/gi18n.h>

static const LiaisonScheduleViewEntry views[] = {
  { "table", N_("Table"), "view-list-symbolic", liaison_schedule_table_new },
  { "timeline", N_("Timeline"), "view-continuous-symbolic", liaison_timeline_page_new },
  { "calendar", N_("Calendar"), "x-office-calendar-symbolic", liaison_calendar_view_new },
  /* Translators: who does what when, as a table of cells */
  { "matrix", N_("Matrix"), "view-grid-symbolic", liaison_matrix_page_new },
  /* Translators: the boards and meetings that come again each day */
  { "rhythm", N_("Battle rhythm"), "media-playlist-repeat-symbolic", liaison_rhythm_page_new },
  /* Translators: the planning process: stages, conferences, products due */
  { "process", N_("Process"), "media-playlist-consecutive-symbolic", liaison_process_page_new },
};

const LiaisonScheduleViewEntry *
liaison_schedule_views_get (guint *n)
{
  *n = G_N_ELEMENTS (views);
  return views;
}
