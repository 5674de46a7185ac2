/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline as a widget: what a person can do with its bars. */
#pragma once

#include "draw/timeline.h"
#include "shared/drawn-view.h"
#include "shared/table-filter-bar.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_TIMELINE_VIEW (liaison_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonTimelineView, liaison_timeline_view, LIAISON, TIMELINE_VIEW, LiaisonDrawnView)

/* Signal "range-changed": another time is seen, or the plan is of another length. */
GtkWidget *liaison_timeline_view_new (LiaisonSession *session, LiaisonTableFilter *filter);

LiaisonTimeline *liaison_timeline_view_get_timeline (LiaisonTimelineView *self);
void liaison_timeline_view_set_lanes_by (LiaisonTimelineView *self, LiaisonLanesBy by);
void liaison_timeline_view_set_with_empty (LiaisonTimelineView *self, gboolean with_empty);
/* Folds or unfolds a lane. */
void liaison_timeline_view_toggle_lane (LiaisonTimelineView *self, guint lane);

/* The time that is seen, Unix s. */
void liaison_timeline_view_get_range (LiaisonTimelineView *self, gint64 *from, gint64 *until);
void liaison_timeline_view_show_range (LiaisonTimelineView *self, gint64 from, gint64 until);
/* The whole plan; the time around now. */
void liaison_timeline_view_fit (LiaisonTimelineView *self);
void liaison_timeline_view_show_now (LiaisonTimelineView *self);

/* What gestures and keys do, for tests too. Each is one edit, and tells what locked events it left.
 */

/* Moves the selected events by @wall s on their clocks, and makes them @length s longer. FALSE:
 * nothing was changed. */
gboolean liaison_timeline_view_nudge (LiaisonTimelineView *self, gint64 wall, gint64 length);
/* The first of the dragged events begins at @seconds then, the others keep their distance. */
gboolean
liaison_timeline_view_move_to (LiaisonTimelineView *self, LiaisonId dragged, gint64 seconds);
/* A new event in a lane, selected afterwards: @line says what it is as in any quick entry, and may
 * say another time. FALSE where some of it is not understood. */
gboolean liaison_timeline_view_create (
    LiaisonTimelineView *self, guint lane, gint64 start, gint64 end, const char *line);
/* @successor begins after @predecessor ends. FALSE where that is so already, or would be a circle
 * of two. */
gboolean
liaison_timeline_view_link (LiaisonTimelineView *self, LiaisonId predecessor, LiaisonId successor);
void liaison_timeline_view_delete (LiaisonTimelineView *self);
void liaison_timeline_view_duplicate (LiaisonTimelineView *self);
void liaison_timeline_view_copy (LiaisonTimelineView *self);
/* The copied events, the first of them at @seconds. */
void liaison_timeline_view_paste (LiaisonTimelineView *self, gint64 seconds);

G_END_DECLS
