/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/timeline-private.h"

#include <math.h>

/* Of more arrows nothing could be read. */
#define MOST_LINKS 2000
/* Of more events, only what is in sight or selected is asked for its ties. */
#define FEW  5000
#define STUB 8. /* units before a line turns */

static void
list_links (LiaisonTimeline *self)
{
  LiaisonSnapshot *snapshot = liaison_lanes_get_snapshot (self->lanes);
  guint n;
  const LiaisonBlock *const *events = liaison_snapshot_get (snapshot, LIAISON_KIND_EVENT, &n);

  self->links = g_array_new (FALSE, FALSE, sizeof (LiaisonTimelineLink));
  for (guint i = 0; i < n; i++)
    {
      LiaisonItems *items = LIAISON_DATA (Event, events[i])->dependencies;
      for (guint j = 0; j < liaison_items_get_size (items); j++)
        {
          const LiaisonDependencyData *tie =
              LIAISON_DATA (Dependency, liaison_items_get (items, j));
          LiaisonTimelineLink link = { liaison_snapshot_find (snapshot, tie->event), events[i],
                                       tie->type };
          if (link.from != NULL && link.from->shape == events[i]->shape)
            g_array_append_val (self->links, link);
        }
    }
}

static void
draw_head (LiaisonCanvas *canvas, double x, double y, double sign)
{
  cairo_move_to (canvas->cr, x, y);
  cairo_line_to (canvas->cr, x - 6 * sign, y - 3.5);
  cairo_line_to (canvas->cr, x - 6 * sign, y + 3.5);
  cairo_close_path (canvas->cr);
  cairo_fill (canvas->cr);
}

/* From an edge of one bar to an edge of another, with right angles. */
static void
draw_link (LiaisonCanvas *canvas,
           const LiaisonBox *from,
           const LiaisonBox *to,
           LiaisonDependencyType type,
           const LiaisonBox *visible)
{
  gboolean from_start =
      type == LIAISON_DEPENDENCY_TYPE_START_START || type == LIAISON_DEPENDENCY_TYPE_START_FINISH;
  gboolean to_end =
      type == LIAISON_DEPENDENCY_TYPE_FINISH_FINISH || type == LIAISON_DEPENDENCY_TYPE_START_FINISH;
  double ax = from_start ? from->x : from->x + from->width;
  double bx = to_end ? to->x + to->width : to->x;
  double out = from_start ? -STUB : STUB, in = to_end ? STUB : -STUB;
  double sign = liaison_canvas_sign (canvas), middle;
  double x1, y1, x2, y2;

  ax = CLAMP (ax, visible->x - 4000, visible->x + visible->width + 4000);
  bx = CLAMP (bx, visible->x - 4000, visible->x + visible->width + 4000);
  liaison_canvas_place (canvas, ax, from->y + from->height / 2, &x1, &y1);
  liaison_canvas_place (canvas, bx, to->y + to->height / 2, &x2, &y2);
  cairo_move_to (canvas->cr, x1, y1);
  cairo_line_to (canvas->cr, x1 + out * sign, y1);
  if ((bx + in) * 1. >= ax + out || to_end != from_start)
    {
      cairo_line_to (canvas->cr, x1 + out * sign, y2);
    }
  else
    {
      /* It goes back in time: round between the two rows. */
      middle = y1 + (y2 > y1 ? 1 : -1) * (from->height / 2 + 3);
      cairo_line_to (canvas->cr, x1 + out * sign, middle);
      cairo_line_to (canvas->cr, x2 + in * sign, middle);
      cairo_line_to (canvas->cr, x2 + in * sign, y2);
    }
  cairo_line_to (canvas->cr, x2 + (to_end ? 5 : -5) * sign, y2);
  cairo_set_line_width (canvas->cr, 1.4);
  cairo_stroke (canvas->cr);
  draw_head (canvas, x2, y2, to_end ? -sign : sign);
}

typedef struct
{
  LiaisonTimeline *self;
  LiaisonCanvas *canvas;
  const LiaisonBox *visible;
  GHashTable *asked; /* of LiaisonBlock *: those whose ties have been drawn */
  guint drawn;
} Links;

static gboolean
is_chosen (const Links *links, const LiaisonTimelineLink *link)
{
  const LiaisonTimeline *self = links->self;

  if (liaison_canvas_is_paper (links->canvas))
    return FALSE;
  return g_hash_table_contains (self->selected, &link->from->id)
         || g_hash_table_contains (self->selected, &link->to->id);
}

static void
draw_if_seen (Links *links, const LiaisonTimelineLink *link)
{
  LiaisonTimeline *self = links->self;
  gboolean chosen = is_chosen (links, link);
  const LiaisonBar *from, *to;
  LiaisonBox a, b, both;
  guint lane_a, lane_b;

  if (links->drawn >= MOST_LINKS || (!chosen && !(self->flags & LIAISON_TIMELINE_LINKS)))
    return;
  from = liaison_lanes_find_bar (self->lanes, link->from->id, &lane_a);
  to = liaison_lanes_find_bar (self->lanes, link->to->id, &lane_b);
  if (from == NULL || to == NULL)
    return;
  a = liaison_timeline_get_bar_box (self, lane_a, from);
  b = liaison_timeline_get_bar_box (self, lane_b, to);
  both.x = MIN (a.x, b.x) - STUB;
  both.y = MIN (a.y, b.y);
  both.width = MAX (a.x + a.width, b.x + b.width) + STUB - both.x;
  both.height = MAX (a.y, b.y) + a.height - both.y;
  if (!liaison_box_overlaps (&both, links->visible))
    return;
  liaison_canvas_set_role (links->canvas, chosen ? LIAISON_ROLE_ACCENT : LIAISON_ROLE_LINK);
  draw_link (links->canvas, &a, &b, link->type, links->visible);
  links->drawn++;
}

/* The ties by which an event hangs on others; with @from on that one alone. */
static void
draw_ties_of (Links *links, const LiaisonBlock *event, const LiaisonBlock *from)
{
  LiaisonSnapshot *snapshot = liaison_lanes_get_snapshot (links->self->lanes);
  LiaisonItems *items = LIAISON_DATA (Event, event)->dependencies;

  for (guint i = 0; i < liaison_items_get_size (items); i++)
    {
      const LiaisonDependencyData *tie = LIAISON_DATA (Dependency, liaison_items_get (items, i));
      LiaisonTimelineLink link = { liaison_snapshot_find (snapshot, tie->event), event, tie->type };
      if (link.from != NULL && link.from->shape == event->shape
          && (from == NULL || link.from == from))
        draw_if_seen (links, &link);
    }
}

/* Those of an event with what is before and after it, each tie once. */
static void
draw_ties_around (Links *links, const LiaisonBlock *event)
{
  LiaisonTimeline *self = links->self;
  LiaisonSnapshot *snapshot = liaison_lanes_get_snapshot (self->lanes);
  const LiaisonId *users;
  guint n;

  if (!g_hash_table_add (links->asked, (gpointer) event))
    return;
  draw_ties_of (links, event, NULL);
  users = self->uses (event->id, &n, self->uses_data);
  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *user = liaison_snapshot_find (snapshot, users[i]);
      if (user != NULL && user->shape == event->shape
          && !g_hash_table_contains (links->asked, user))
        draw_ties_of (links, user, event);
    }
}

static void
draw_near (Links *links)
{
  LiaisonTimeline *self = links->self;
  LiaisonSnapshot *snapshot = liaison_lanes_get_snapshot (self->lanes);
  GHashTableIter iter;
  gpointer id;

  links->asked = g_hash_table_new (NULL, NULL);
  g_hash_table_iter_init (&iter, self->selected);
  while (g_hash_table_iter_next (&iter, &id, NULL) && links->drawn < MOST_LINKS)
    {
      const LiaisonBlock *block = liaison_snapshot_find (snapshot, *(const LiaisonId *) id);
      if (block != NULL && block->shape == &liaison_event_kind.shape)
        draw_ties_around (links, block);
    }
  for (guint i = 0; (self->flags & LIAISON_TIMELINE_LINKS) && i < self->seen->len; i++)
    {
      const LiaisonTimelineSeen *seen = &g_array_index (self->seen, LiaisonTimelineSeen, i);
      if (seen->bar->block != NULL && links->drawn < MOST_LINKS)
        draw_ties_around (links, seen->bar->block);
    }
  g_hash_table_unref (links->asked);
}

void
liaison_timeline_draw_links (LiaisonTimeline *self,
                             LiaisonCanvas *canvas,
                             const LiaisonBox *visible)
{
  Links links = { self, canvas, visible, NULL, 0 };

  if (!(self->flags & LIAISON_TIMELINE_LINKS)
      && (g_hash_table_size (self->selected) == 0 || liaison_canvas_is_paper (canvas)))
    return;
  if (self->uses != NULL && liaison_lanes_count_events (self->lanes) > FEW)
    {
      draw_near (&links);
      return;
    }
  if (self->links == NULL)
    list_links (self);
  for (guint i = 0; i < self->links->len; i++)
    draw_if_seen (&links, &g_array_index (self->links, LiaisonTimelineLink, i));
}

void
liaison_timeline_draw_slack (LiaisonTimeline *self,
                             LiaisonCanvas *canvas,
                             const LiaisonBar *bar,
                             const LiaisonBox *box,
                             const LiaisonBox *visible)
{
  const LiaisonTiming *timing = liaison_timeline_get_timing (self, bar->block);
  double start = box->x + box->width, end;

  if (timing == NULL)
    return;
  if (timing->critical)
    {
      liaison_canvas_frame_box (canvas, box, 2,
                                liaison_canvas_get_role (canvas, LIAISON_ROLE_CRITICAL));
      return;
    }
  if (!timing->bounded || timing->total_slack <= 0 || bar->occurrence > 0)
    return;
  end = MIN (start + (double) timing->total_slack / self->axis.pace,
             visible->x + visible->width + 20);
  if (end - start < 3)
    return;
  liaison_canvas_set_role (canvas, LIAISON_ROLE_SLACK);
  liaison_canvas_add_box (canvas, &(LiaisonBox){ start, box->y + box->height - 3, end - start, 2 });
  liaison_canvas_add_box (canvas, &(LiaisonBox){ end - 2, box->y + box->height - 8, 2, 8 });
  cairo_fill (canvas->cr);
}
