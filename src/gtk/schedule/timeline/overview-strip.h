/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole plan in one strip, with the window of the timeline on it, which can be dragged. */
#pragma once

#include "schedule/timeline/timeline-view.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_OVERVIEW_STRIP (liaison_overview_strip_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonOverviewStrip, liaison_overview_strip, LIAISON, OVERVIEW_STRIP, GtkWidget)

/* @view must live as long; in one box they do. */
GtkWidget *liaison_overview_strip_new (LiaisonTimelineView *view);

G_END_DECLS
