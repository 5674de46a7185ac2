/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline: events as bars in lanes, under rulers of time. What is drawn is what an index says
 * is seen; where bars would be narrower than a few units, blocks stand for many. */
#pragma once

#include "draw/drawing.h"
#include "draw/lanes.h"
#include "draw/time-ruler.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_TIMELINE (liaison_timeline_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonTimeline, liaison_timeline, LIAISON, TIMELINE, LiaisonDrawing)

LiaisonTimeline *liaison_timeline_new (void);

/* Takes @lanes. What the axis shows stays where it is as far as the plan reaches. */
void liaison_timeline_set_lanes (LiaisonTimeline *self, LiaisonLanes *lanes);
/* What was set goes on with another snapshot, as liaison_lanes_follow () has it. FALSE: others are to
 * be set. */
gboolean liaison_timeline_follow (LiaisonTimeline *self,
                                  LiaisonSnapshot *snapshot,
                                  const LiaisonManner *manner,
                                  const LiaisonLanesSetup *setup);
/* Borrowed; NULL before the first were set. */
const LiaisonLanes *liaison_timeline_get_lanes (LiaisonTimeline *self);

/* The zones of the rulers, interned or static, NULL being Zulu; at most
 * LIAISON_TIME_RULER_MOST_ZONES. */
void liaison_timeline_set_zones (LiaisonTimeline *self, const char *const *zones, guint n);
const LiaisonTimeRuler *liaison_timeline_get_ruler (LiaisonTimeline *self);

/* Position 0 of the body is the start of all time that can be scrolled to. */
const LiaisonTimeAxis *liaison_timeline_get_axis (LiaisonTimeline *self);
/* Shows [@from, @until) in @width units. Returns where @from is then. */
double liaison_timeline_fit (LiaisonTimeline *self, gint64 from, gint64 until, double width);
/* What there is to be seen: all events, STARTEX and ENDEX; without any, some days around now. */
void liaison_timeline_get_extent (LiaisonTimeline *self, gint64 now, gint64 *from, gint64 *until);

/* Who refers to a record: what comes after an event is among them. Without it, it is searched for.
 * Borrowed until the next call. */
typedef const LiaisonId *(*LiaisonUsesFunc) (LiaisonId record, guint *n, gpointer data);
void liaison_timeline_set_uses (LiaisonTimeline *self, LiaisonUsesFunc func, gpointer data);

/* The critical path of a plan and what it is made of. Any thread. */
typedef struct _LiaisonTimelinePath LiaisonTimelinePath;
LiaisonTimelinePath *liaison_timeline_path_new (LiaisonSnapshot *snapshot);
void liaison_timeline_path_free (LiaisonTimelinePath *self);
/* Called once when a path is to be drawn that there is not, until it is given by _take_path (). Without it, it is worked out then
 * and there. */
typedef void (*LiaisonPathFunc) (LiaisonSnapshot *snapshot, gpointer data);
void liaison_timeline_set_path_asked (LiaisonTimeline *self, LiaisonPathFunc func, gpointer data);
void liaison_timeline_take_path (LiaisonTimeline *self, LiaisonTimelinePath *path);

/* Unix s; G_MININT64: no line. */
void liaison_timeline_set_now (LiaisonTimeline *self, gint64 now);
void liaison_timeline_set_selected (LiaisonTimeline *self, const LiaisonId *ids, guint n);
gboolean liaison_timeline_is_selected (LiaisonTimeline *self, LiaisonId id);
/* Takes @marks: LiaisonId * -> severity + 1 of the worst finding about that event. */
void liaison_timeline_take_marks (LiaisonTimeline *self, GHashTable *marks);

typedef enum
{
  LIAISON_TIMELINE_LINKS =
      1 << 0, /* arrows of all dependencies, not of the selected events alone */
  LIAISON_TIMELINE_SHADE = 1 << 1, /* time off and observances */
  LIAISON_TIMELINE_CRITICAL = 1 << 2, /* the critical path, and the slack of what is not on it */
} LiaisonTimelineFlags;
void liaison_timeline_set_flags (LiaisonTimeline *self, LiaisonTimelineFlags flags);
LiaisonTimelineFlags liaison_timeline_get_flags (LiaisonTimeline *self);

/* What LiaisonHit.index says: the place of the lane, and what of it. */
typedef enum
{
  LIAISON_TIMELINE_BAR,
  LIAISON_TIMELINE_BAR_START, /* its ends, to be pulled; only of liaison_timeline_find_grip () */
  LIAISON_TIMELINE_BAR_END,
  LIAISON_TIMELINE_BAR_LINK, /* the dot after it, from which a tie is drawn; likewise */
  LIAISON_TIMELINE_LANE, /* the head of a lane */
  LIAISON_TIMELINE_FOLD, /* its triangle */
} LiaisonTimelineHit;
#define LIAISON_TIMELINE_HIT_KIND(index) ((LiaisonTimelineHit) ((index) &7))
#define LIAISON_TIMELINE_HIT_LANE(index) ((index) >> 3)

/* The lane at @y of the body, or G_MAXUINT; and where a lane stands. */
guint liaison_timeline_get_lane_at (LiaisonTimeline *self, double y);
LiaisonBox liaison_timeline_get_lane_box (LiaisonTimeline *self, guint lane);
double liaison_timeline_get_row_height (LiaisonTimeline *self);

/* What is taken hold of at a place of the body: an end of a bar or a little beyond it, the dot of
 * the bar that is @offered (may be NULL), a bar or its title. */
gboolean liaison_timeline_find_grip (
    LiaisonTimeline *self, const LiaisonHit *offered, double x, double y, LiaisonHit *hit);
/* Where the dot of a bar is: after it, or inside where another one follows. FALSE: no room. */
gboolean
liaison_timeline_find_dot (LiaisonTimeline *self, const LiaisonHit *bar, double *x, double *y);
/* The bar that was hit, as the lanes are now; NULL: none there. Borrowed. */
const LiaisonBar *liaison_timeline_get_bar (LiaisonTimeline *self, const LiaisonHit *hit);

/* All bars in a box of the body: their records, each once. Of LiaisonId; transfer full. */
GArray *liaison_timeline_list_in (LiaisonTimeline *self, const LiaisonBox *box);
/* The edges of bars near @seconds in the lanes seen in [@top, @bottom): what is pulled snaps to the
 * nearest within
 * @within s. FALSE: none. */
gboolean liaison_timeline_find_edge (
    LiaisonTimeline *self, double top, double bottom, gint64 seconds, gint64 within, gint64 *edge);
/* What an overview strip shows: how many events there are in each of @n equal parts of a time, from
 * 0 to 1 of the fullest. */
void
liaison_timeline_count (LiaisonTimeline *self, gint64 from, gint64 until, float *parts, guint n);

G_END_DECLS
