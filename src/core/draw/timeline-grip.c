/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a bar is taken hold of: its ends, and the dot after it from which a tie is drawn. */
#include "config.h"

#include "draw/timeline-private.h"

#include <math.h>

#define INSIDE   8.  /* of an end that is pulled, at most a quarter of the bar */
#define OUTSIDE  7.  /* the same before and after the bar, where nothing else is */
#define NARROW   8.  /* a bar that has no room for ends */
#define DOT      14. /* from the end of a bar to the middle of its dot */
#define WITHIN   20. /* the same where the dot has to be in the bar */
#define ROOM     56. /* for it to be there */
#define REACH    9.  /* of the dot */

static void
set_kind (LiaisonHit *hit, LiaisonTimelineHit kind)
{
  hit->index = (hit->index & ~7u) | kind;
}

static gboolean
is_milestone (LiaisonTimeline *self, const LiaisonHit *hit)
{
  const LiaisonBar *bar = liaison_timeline_get_bar (self, hit);

  return bar == NULL || bar->start == bar->end;
}

gboolean
liaison_timeline_find_dot (LiaisonTimeline *self, const LiaisonHit *bar, double *x, double *y)
{
  double end = bar->box.x + bar->box.width;
  LiaisonHit next;

  *x = end + DOT;
  *y = bar->box.y + bar->box.height / 2;
  if (!liaison_timeline_find_bar_at (self, *x, *y, REACH, &next)
      || (liaison_id_same (next.record, bar->record) && next.box.x == bar->box.x))
    return TRUE;
  *x = end - WITHIN;
  return bar->box.width >= ROOM;
}

static gboolean
is_on_dot (LiaisonTimeline *self, const LiaisonHit *bar, double x, double y)
{
  double at_x, at_y;

  return bar != NULL && liaison_timeline_find_dot (self, bar, &at_x, &at_y)
         && fabs (x - at_x) <= REACH && fabs (y - at_y) <= MAX (REACH, bar->box.height / 2);
}

static void
find_end (LiaisonTimeline *self, LiaisonHit *hit, double x)
{
  double inside = hit->box.width < NARROW ? 0 : MIN (INSIDE, hit->box.width / 4);

  if (is_milestone (self, hit))
    return;
  if (x < hit->box.x + inside)
    set_kind (hit, LIAISON_TIMELINE_BAR_START);
  else if (x > hit->box.x + hit->box.width - inside)
    set_kind (hit, LIAISON_TIMELINE_BAR_END);
}

gboolean
liaison_timeline_find_grip (
    LiaisonTimeline *self, const LiaisonHit *offered, double x, double y, LiaisonHit *hit)
{
  if (self->lanes == NULL)
    return FALSE;
  if (is_on_dot (self, offered, x, y))
    {
      *hit = *offered;
      set_kind (hit, LIAISON_TIMELINE_BAR_LINK);
      return TRUE;
    }
  if (liaison_timeline_find_bar_at (self, x, y, 0, hit))
    {
      find_end (self, hit, x);
      return TRUE;
    }
  if (liaison_timeline_find_bar_at (self, x, y, OUTSIDE, hit) && !is_milestone (self, hit))
    {
      find_end (self, hit, x);
      return TRUE;
    }
  return liaison_drawing_find (LIAISON_DRAWING (self), LIAISON_PART_BODY, x, y, hit);
}
