/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline as a view of the schedule: the bars, a line of what can be chosen about them, an
 * overview strip. */
#pragma once

#include "shared/table-filter-bar.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_TIMELINE_PAGE (liaison_timeline_page_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonTimelinePage, liaison_timeline_page, LIAISON, TIMELINE_PAGE, GtkWidget)

GtkWidget *liaison_timeline_page_new (LiaisonSession *session, LiaisonTableFilterBar *bar);

G_END_DECLS
