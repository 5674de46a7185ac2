/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the timeline share. */
#pragma once

#include "draw/timeline.h"
#include "schedule/calendar.h"
#include "schedule/critical-path.h"

G_BEGIN_DECLS

/* A tie of two events. */
typedef struct
{
  const LiaisonBlock *from, *to; /* predecessor, successor; borrowed from the snapshot */
  LiaisonDependencyType type;
} LiaisonTimelineLink;

/* What of a row is drawn. */
typedef struct
{
  LiaisonBox box;
  const LiaisonBar *bar; /* the first of them */
  guint lane;
  guint count; /* of bars it stands for */
  double room; /* units after it that are free */
} LiaisonTimelineSeen;

/* A title that stands after its bar. */
typedef struct
{
  LiaisonBox box;
  const LiaisonBar *bar;
  guint lane;
} LiaisonTimelineLabel;

struct _LiaisonTimeline
{
  LiaisonDrawing parent_instance;

  /* Owned */
  LiaisonLanes *lanes;
  LiaisonCalendars *calendars; /* NULL: not yet asked for */
  LiaisonSnapshot *calendars_of; /* which they borrow from */
  LiaisonTimelinePath *path;   /* NULL: not yet asked for */
  GArray *tops;                /* of double: where lanes begin, and one more */
  GHashTable *selected;        /* of LiaisonId */
  GHashTable *marks;
  GArray *links;      /* of LiaisonTimelineLink: all; NULL: not yet looked for */
  GArray *seen;       /* of LiaisonTimelineSeen: kept so that it need not grow again */
  GArray *labels;     /* of LiaisonTimelineLabel: as last drawn, since people point at titles */

  /* Borrowed */
  LiaisonUsesFunc uses;
  gpointer uses_data;
  LiaisonPathFunc path_asked;
  gpointer path_data;

  /* State */
  LiaisonTimeAxis axis;
  gint64 until; /* end of the time that can be scrolled to */
  gint64 calendars_from, calendars_until;
  LiaisonTimeRuler ruler;
  LiaisonTimelineFlags flags;
  gint64 now;
  double row_height, ruler_height, head_width, label_indent;
  double room; /* units of the body that were seen last */
  gboolean fitted;
  gboolean path_awaited;
};

#define LIAISON_TIMELINE_LANE_PAD 3.

/* timeline-find.c */
gboolean liaison_timeline_find (
    LiaisonDrawing *drawing, LiaisonDrawingPart part, double x, double y, LiaisonHit *hit);
gboolean liaison_timeline_locate (LiaisonDrawing *drawing, LiaisonId record, LiaisonHit *hit);
gboolean liaison_timeline_step (LiaisonDrawing *drawing,
                                const LiaisonHit *from,
                                LiaisonStep step,
                                LiaisonHit *to);
/* The box of a bar: as wide as its time, but never narrower than can be seen. */
LiaisonBox liaison_timeline_get_bar_box (LiaisonTimeline *self, guint lane, const LiaisonBar *bar);
/* The bar at a place of the body, or at most @around units before or after it. */
gboolean liaison_timeline_find_bar_at (
    LiaisonTimeline *self, double x, double y, double around, LiaisonHit *hit);
/* timeline-tell.c */
char *
liaison_timeline_tell (LiaisonDrawing *drawing, const LiaisonManner *manner, const LiaisonHit *hit);
/* timeline-head.c */
void liaison_timeline_draw_above (LiaisonTimeline *self,
                                  LiaisonCanvas *canvas,
                                  const LiaisonBox *visible);
void liaison_timeline_draw_start (LiaisonTimeline *self,
                                  LiaisonCanvas *canvas,
                                  const LiaisonBox *visible);
void liaison_timeline_draw_corner (LiaisonTimeline *self, LiaisonCanvas *canvas);
/* timeline-ground.c: what lies under the bars */
void liaison_timeline_draw_ground (LiaisonTimeline *self,
                                   LiaisonCanvas *canvas,
                                   const LiaisonBox *visible);
void liaison_timeline_draw_clock_lines (LiaisonTimeline *self,
                                        LiaisonCanvas *canvas,
                                        const LiaisonBox *visible);
/* timeline-bars.c */
void liaison_timeline_draw_bars (LiaisonTimeline *self,
                                 LiaisonCanvas *canvas,
                                 const LiaisonBox *visible);
/* timeline-path.c */
const LiaisonTiming *liaison_timeline_get_timing (LiaisonTimeline *self, const LiaisonBlock *block);
/* timeline-links.c */
/* Frames a critical bar; of another it shows how far it may slip. */
void liaison_timeline_draw_slack (LiaisonTimeline *self,
                                  LiaisonCanvas *canvas,
                                  const LiaisonBar *bar,
                                  const LiaisonBox *box,
                                  const LiaisonBox *visible);
void liaison_timeline_draw_links (LiaisonTimeline *self,
                                  LiaisonCanvas *canvas,
                                  const LiaisonBox *visible);

G_END_DECLS
