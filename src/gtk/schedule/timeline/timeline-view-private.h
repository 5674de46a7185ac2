/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the timeline view share. */
#pragma once

#include "schedule/placement.h"
#include "schedule/timeline/timeline-view.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_DRAG_NONE,
  LIAISON_DRAG_MOVE,
  LIAISON_DRAG_START, /* an edge is pulled */
  LIAISON_DRAG_END,
  LIAISON_DRAG_CREATE,
  LIAISON_DRAG_LINK,
  LIAISON_DRAG_RUBBER,
} LiaisonDragMode;

/* A gesture under way; places are of the body. */
typedef struct
{
  LiaisonDragMode mode;
  gboolean active;           /* it has gone far enough to be one */
  gboolean narrow;           /* released without moving, it selects that one alone */
  LiaisonHit hit;            /* what was grabbed */
  double from_x, from_y;     /* of the widget, where it began */
  double x, y;               /* where it began, */
  double to_x, to_y;         /* and where it is */
  gint64 grabbed;            /* Unix s at the place where it began */
  gint64 start, end;         /* what is grabbed, as it was */
  gboolean recurs;           /* it is one occurrence of several */
  gboolean locked;           /* it stays, whatever is done */
  gint64 new_start, new_end; /* what would become of it, snapped */
  guint lane;                /* where it began, */
  guint to_lane;             /* and where it is moved to; G_MAXUINT: it stays */
  const char *refusal;       /* msgid: why it cannot be put there; or NULL */
  LiaisonHit over; /* the event a tie would end at; zero: none */
} LiaisonDrag;

struct _LiaisonTimelineView
{
  LiaisonDrawnView parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonTableFilter *filter;
  GHashTable *folded;
  GPtrArray *copied; /* of LiaisonBlock */
  LiaisonPlacement *placement; /* while something is dragged, once it is worked out */
  GCancellable *placing;

  /* Borrowed */
  GtkWidget *entry; /* the popover in which a new event is typed, a child; or NULL */
  LiaisonTimeline *timeline;

  /* State */
  LiaisonLanesBy by;
  gboolean with_empty;
  LiaisonDrag drag;
  LiaisonHit hover;  /* the bar that the pointer is over; zero: none */
  double hover_pace; /* of the axis when it was found */
  LiaisonId on_dot;  /* whose dot the pointer is over; zero: none */
  GtkGesture *gesture;
  guint rebuild, clock;
  gboolean anew; /* at the next rebuild nothing of the lanes is kept */
  gboolean fitted;
  gint64 wanted_from, wanted_until; /* to be shown once there is room; equal: nothing */
};

/* timeline-gesture.c */
void liaison_timeline_view_watch_gestures (LiaisonTimelineView *self);
void liaison_timeline_view_cancel_drag (LiaisonTimelineView *self);
gboolean liaison_timeline_view_pressed (LiaisonDrawnView *view,
                                        LiaisonDrawingPart part,
                                        double x,
                                        double y,
                                        const LiaisonHit *hit,
                                        guint n_press,
                                        GdkModifierType state);
gboolean liaison_timeline_view_is_writable (LiaisonTimelineView *self);
/* What things snap to at this zoom, and the s of it. */
LiaisonTickLevel liaison_timeline_view_get_snap (LiaisonTimelineView *self);
/* timeline-finish.c */
/* What letting go does. */
void liaison_timeline_view_finish_drag (LiaisonTimelineView *self, const LiaisonDrag *drag);
/* timeline-grips.c */
/* What is at a place of the body, the grips of what is hovered or selected among it. */
gboolean
liaison_timeline_view_find_grip (LiaisonTimelineView *self, double x, double y, LiaisonHit *hit);
/* NULL: the pointer is over nothing. */
void liaison_timeline_view_set_hover (LiaisonTimelineView *self, const LiaisonHit *hit);
/* What a drag from where the pointer is would do; NULL: move, or nothing. */
const char *liaison_timeline_view_tell_grip (LiaisonTimelineView *self);
void liaison_timeline_view_draw_grips (LiaisonTimelineView *self, LiaisonCanvas *canvas);
/* timeline-lanes.c */
/* Moves what is selected by @wall s on its clocks and from one lane to another, in one edit; FALSE:
 * nothing was changed. */
gboolean
liaison_timeline_view_drop (LiaisonTimelineView *self, guint from, guint to, gint64 wall);
/* Why the event cannot be put into the lane (a msgid), or NULL. */
const char *liaison_timeline_view_check_drop (LiaisonTimelineView *self,
                                              LiaisonId event,
                                              guint from,
                                              guint to);
/* What is selected goes to the lane above or below (@by -1, 1) that takes it. */
gboolean liaison_timeline_view_step_lane (LiaisonTimelineView *self, int by);
void liaison_timeline_view_install_lane_actions (GtkWidgetClass *klass);
/* timeline-placement.c */
/* Works out in a thread what stands where, so that it can be said while something is dragged. */
void liaison_timeline_view_begin_placement (LiaisonTimelineView *self);
void liaison_timeline_view_end_placement (LiaisonTimelineView *self);
/* What stands against the event where it is dragged to: a sentence; NULL: nothing, or it is not
 * known yet. Transfer full. */
char *liaison_timeline_view_tell_placement (LiaisonTimelineView *self);
/* timeline-path.c */
void liaison_timeline_view_ask_path (LiaisonSnapshot *snapshot, gpointer data);
/* timeline-drag-draw.c */
void liaison_timeline_view_draw_drag (LiaisonTimelineView *self,
                                      LiaisonCanvas *canvas,
                                      const LiaisonBox *visible);
/* timeline-entry.c */
/* Opens a line for what a new event is, at @box of the body. */
void liaison_timeline_view_ask_event (
    LiaisonTimelineView *self, guint lane, gint64 start, gint64 end, const LiaisonBox *box);
/* timeline-actions.c */
void liaison_timeline_view_class_install_actions (GtkWidgetClass *klass);
void liaison_timeline_view_emit_range (LiaisonTimelineView *self);

G_END_DECLS
