/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/timeline-private.h"

#include <math.h>

#define NARROWEST 4.   /* units of a bar, so that it is seen and hit */
#define POINT     12.  /* of a milestone */
#define NO_LANE   (-1) /* before the first one */

guint
liaison_timeline_get_lane_at (LiaisonTimeline *self, double y)
{
  guint low = 0, high = self->tops->len > 0 ? self->tops->len - 1 : 0;

  if (high == 0 || y < 0 || y >= g_array_index (self->tops, double, high))
    return G_MAXUINT;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;
      if (g_array_index (self->tops, double, middle) <= y)
        low = middle;
      else
        high = middle;
    }
  return low;
}

LiaisonBox
liaison_timeline_get_lane_box (LiaisonTimeline *self, guint lane)
{
  double top = g_array_index (self->tops, double, lane);

  return (LiaisonBox){ 0, top, liaison_time_axis_get_position (&self->axis, self->until),
                       g_array_index (self->tops, double, lane + 1) - top };
}

LiaisonBox
liaison_timeline_get_bar_box (LiaisonTimeline *self, guint lane, const LiaisonBar *bar)
{
  double start = liaison_time_axis_get_position (&self->axis, bar->start);
  double end = liaison_time_axis_get_position (&self->axis, bar->end);
  LiaisonBox box = { start,
                     g_array_index (self->tops, double, lane) + LIAISON_TIMELINE_LANE_PAD
                         + bar->row * self->row_height + 1,
                     MAX (end - start - 1, NARROWEST), self->row_height - 3 };

  if (bar->end == bar->start)
    {
      box.x -= POINT / 2;
      box.width = POINT;
    }
  return box;
}

static gboolean
take_bar (LiaisonTimeline *self, guint lane, const LiaisonBar *bar, LiaisonHit *hit)
{
  *hit = (LiaisonHit){ LIAISON_PART_BODY, liaison_timeline_get_bar_box (self, lane, bar),
                       bar->block != NULL ? bar->block->id : (LiaisonId){ 0 },
                       lane << 3 | LIAISON_TIMELINE_BAR };
  return TRUE;
}

/* A bar is often narrower than its title, which stands after it then. */
static gboolean
find_label_at (LiaisonTimeline *self, double x, double y, LiaisonHit *hit)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      const LiaisonTimelineLabel *label = &g_array_index (self->labels, LiaisonTimelineLabel, i);

      if (liaison_box_contains (&label->box, x, y))
        return take_bar (self, label->lane, label->bar, hit);
    }
  return FALSE;
}

/* The bars of the row at @y, none above or below one. */
static const LiaisonBar *
get_row_at (LiaisonTimeline *self, double y, guint *lane, guint *n)
{
  guint n_lanes;
  const LiaisonLane *lanes = liaison_lanes_get (self->lanes, &n_lanes);
  double within;

  *n = 0;
  *lane = liaison_timeline_get_lane_at (self, y);
  if (*lane == G_MAXUINT)
    return NULL;
  within = y - g_array_index (self->tops, double, *lane) - LIAISON_TIMELINE_LANE_PAD;
  return within < 0 ? NULL
                    : liaison_lane_index_get_row (lanes[*lane].index,
                                                  (guint) (within / self->row_height), n);
}

gboolean
liaison_timeline_find_bar_at (
    LiaisonTimeline *self, double x, double y, double around, LiaisonHit *hit)
{
  guint lane, n, n_lanes, first;
  const LiaisonLane *lanes = liaison_lanes_get (self->lanes, &n_lanes);
  const LiaisonBar *bars = get_row_at (self, y, &lane, &n);
  double reach = POINT + around, nearest = G_MAXDOUBLE;

  first = n > 0 ? liaison_lane_index_find (lanes[lane].index, bars[0].row,
                                           liaison_time_axis_get_time (&self->axis, x - reach))
                : 0;
  for (guint i = first;
       i < n && liaison_time_axis_get_position (&self->axis, bars[i].start) <= x + reach; i++)
    {
      LiaisonBox box = liaison_timeline_get_bar_box (self, lane, &bars[i]);
      double away = MAX (MAX (box.x - x, x - box.x - box.width), 0);

      box.x -= around;
      box.width += 2 * around;
      if (!liaison_box_contains (&box, x, y) || away >= nearest)
        continue;
      take_bar (self, lane, &bars[i], hit);
      nearest = away;
    }
  return nearest < G_MAXDOUBLE;
}

const LiaisonBar *
liaison_timeline_get_bar (LiaisonTimeline *self, const LiaisonHit *hit)
{
  guint lane, n, n_lanes, at;
  const LiaisonLane *lanes = liaison_lanes_get (self->lanes, &n_lanes);
  const LiaisonBar *bars = get_row_at (self, hit->box.y + hit->box.height / 2, &lane, &n);

  at = n > 0 ? liaison_lane_index_find (lanes[lane].index, bars[0].row,
                                        liaison_time_axis_get_time (&self->axis, hit->box.x))
             : 0;
  for (guint i = at > 0 ? at - 1 : 0; i < MIN (n, at + 3); i++)
    {
      LiaisonBox box = liaison_timeline_get_bar_box (self, lane, &bars[i]);

      if (bars[i].block != NULL && liaison_id_same (bars[i].block->id, hit->record)
          && ABS (box.x - hit->box.x) < 1)
        return &bars[i];
    }
  return NULL;
}

static gboolean
find_head_at (LiaisonTimeline *self, double x, double y, LiaisonHit *hit)
{
  guint lane = liaison_timeline_get_lane_at (self, y), n;
  const LiaisonLane *lanes = liaison_lanes_get (self->lanes, &n);

  if (lane == G_MAXUINT)
    return FALSE;
  *hit = (LiaisonHit){ LIAISON_PART_START, liaison_timeline_get_lane_box (self, lane),
                       lanes[lane].block != NULL ? lanes[lane].block->id : (LiaisonId){ 0 },
                       lane << 3 | LIAISON_TIMELINE_LANE };
  hit->box.width = self->head_width;
  if (lanes[lane].has_children && x < 26 + 16 * lanes[lane].depth)
    hit->index = lane << 3 | LIAISON_TIMELINE_FOLD;
  return TRUE;
}

gboolean
liaison_timeline_find (
    LiaisonDrawing *drawing, LiaisonDrawingPart part, double x, double y, LiaisonHit *hit)
{
  LiaisonTimeline *self = LIAISON_TIMELINE (drawing);

  if (self->lanes == NULL)
    return FALSE;
  if (part == LIAISON_PART_BODY)
    return liaison_timeline_find_bar_at (self, x, y, 0, hit)
           || find_label_at (self, x, y, hit);
  return part == LIAISON_PART_START && find_head_at (self, x, y, hit);
}

gboolean
liaison_timeline_locate (LiaisonDrawing *drawing, LiaisonId record, LiaisonHit *hit)
{
  LiaisonTimeline *self = LIAISON_TIMELINE (drawing);
  const LiaisonBar *bar;
  guint lane;

  if (self->lanes == NULL)
    return FALSE;
  bar = liaison_lanes_find_bar (self->lanes, record, &lane);
  return bar != NULL && take_bar (self, lane, bar, hit);
}

/* The bar of a lane that begins nearest to @time; with @after only later (1) or earlier (-1) ones,
 * @not being left out. Of those that begin at one time, the lowest row's: the others are reached by
 * going up and down. */
static const LiaisonBar *
find_nearest (const LiaisonLane *lane, gint64 time, int after, const LiaisonBlock * not )
{
  const LiaisonBar *found = NULL;

  for (guint row = 0; row < liaison_lane_index_count_rows (lane->index); row++)
    {
      guint n;
      const LiaisonBar *bars = liaison_lane_index_get_row (lane->index, row, &n);
      guint at = liaison_lane_index_find (lane->index, row, time);

      for (guint i = at > 1 ? at - 2 : 0; i < MIN (n, at + 3); i++)
        {
          gint64 distance = ABS (bars[i].start - time);
          if (bars[i].block == not || (after > 0 && bars[i].start <= time)
              || (after < 0 && bars[i].start >= time))
            continue;
          if (found == NULL || distance < ABS (found->start - time))
            found = &bars[i];
        }
    }
  return found;
}

static const LiaisonBar *
find_first_or_last (const LiaisonLane *lane, gboolean last)
{
  const LiaisonBar *found = NULL;

  for (guint row = 0; row < liaison_lane_index_count_rows (lane->index); row++)
    {
      guint n;
      const LiaisonBar *bars = liaison_lane_index_get_row (lane->index, row, &n);
      const LiaisonBar *bar = last ? &bars[n - 1] : &bars[0];
      if (found == NULL || (last ? bar->start > found->start : bar->start < found->start))
        found = bar;
    }
  return found;
}

static gboolean
step_lane (LiaisonTimeline *self, gint64 lane, int by, gint64 time, LiaisonHit *to)
{
  guint n;
  const LiaisonLane *lanes = liaison_lanes_get (self->lanes, &n);

  for (gint64 i = lane + by; i >= 0 && i < n; i += by)
    {
      const LiaisonBar *bar = find_nearest (&lanes[i], time, 0, NULL);
      if (bar != NULL)
        return take_bar (self, (guint) i, bar, to);
    }
  return FALSE;
}

/* The bar above or below it in its lane, if there is one nearby; else one of the next lane. */
static gboolean
step_row (LiaisonTimeline *self, guint lane, guint row, int by, gint64 time, LiaisonHit *to)
{
  guint n, n_bars;
  const LiaisonLane *lanes = liaison_lanes_get (self->lanes, &n);
  gint64 next = (gint64) row + by;

  if (next >= 0 && next < liaison_lane_index_count_rows (lanes[lane].index))
    {
      const LiaisonBar *bars =
          liaison_lane_index_get_row (lanes[lane].index, (guint) next, &n_bars);
      guint at = MIN (liaison_lane_index_find (lanes[lane].index, (guint) next, time), n_bars - 1);

      if (at > 0 && ABS (bars[at - 1].start - time) < ABS (bars[at].start - time))
        at--;
      return take_bar (self, lane, &bars[at], to);
    }
  return step_lane (self, lane, by, time, to);
}

gboolean
liaison_timeline_step (LiaisonDrawing *drawing,
                       const LiaisonHit *from,
                       LiaisonStep step,
                       LiaisonHit *to)
{
  LiaisonTimeline *self = LIAISON_TIMELINE (drawing);
  guint n, lane, row;
  const LiaisonLane *lanes;
  const LiaisonBlock *block;
  const LiaisonBar *bar = NULL;
  gint64 time;

  if (self->lanes == NULL)
    return FALSE;
  lanes = liaison_lanes_get (self->lanes, &n);
  if (from == NULL || from->part != LIAISON_PART_BODY)
    return step_lane (self, NO_LANE, 1, self->axis.origin, to);
  lane = LIAISON_TIMELINE_HIT_LANE (from->index);
  if (lane >= n)
    return step_lane (self, NO_LANE, 1, self->axis.origin, to);
  block = liaison_snapshot_find (liaison_lanes_get_snapshot (self->lanes), from->record);
  bar = block != NULL ? liaison_lane_index_locate (lanes[lane].index, block) : NULL;
  time = bar != NULL ? bar->start : liaison_time_axis_get_time (&self->axis, from->box.x);
  bar = NULL;
  row = (guint) MAX (
      0, (from->box.y - g_array_index (self->tops, double, lane) - LIAISON_TIMELINE_LANE_PAD)
             / self->row_height);
  switch (step)
    {
    case LIAISON_STEP_START:
    case LIAISON_STEP_END:
      bar = find_nearest (&lanes[lane], time, step == LIAISON_STEP_END ? 1 : -1, block);
      break;
    case LIAISON_STEP_FIRST:
    case LIAISON_STEP_LAST:
      bar = find_first_or_last (&lanes[lane], step == LIAISON_STEP_LAST);
      break;
    case LIAISON_STEP_UP:
      return step_row (self, lane, row, -1, time, to);
    case LIAISON_STEP_DOWN:
      return step_row (self, lane, row, 1, time, to);
    }
  return bar != NULL && take_bar (self, lane, bar, to);
}

/* Calls for each bar that is seen in the box. */
static void
foreach_in (LiaisonTimeline *self,
            const LiaisonBox *box,
            void (*func) (const LiaisonBar *bar, gpointer data),
            gpointer data)
{
  guint n, first = liaison_timeline_get_lane_at (self, MAX (box->y, 0));
  const LiaisonLane *lanes = liaison_lanes_get (self->lanes, &n);
  gint64 from = liaison_time_axis_get_time (&self->axis, box->x);
  gint64 until = liaison_time_axis_get_time (&self->axis, box->x + box->width);

  for (guint lane = first;
       lane < n && g_array_index (self->tops, double, lane) < box->y + box->height; lane++)
    for (guint row = 0; row < liaison_lane_index_count_rows (lanes[lane].index); row++)
      {
        guint n_bars;
        const LiaisonBar *bars = liaison_lane_index_get_row (lanes[lane].index, row, &n_bars);
        double top = g_array_index (self->tops, double, lane) + LIAISON_TIMELINE_LANE_PAD
                     + row * self->row_height;

        if (top + self->row_height < box->y || top > box->y + box->height)
          continue;
        for (guint i = liaison_lane_index_find (lanes[lane].index, row, from);
             i < n_bars && bars[i].start <= until; i++)
          func (&bars[i], data);
      }
}

typedef struct
{
  GArray *ids;
  GHashTable *met;
} Listing;

static void
list_cb (const LiaisonBar *bar, gpointer data)
{
  Listing *listing = data;

  if (bar->block != NULL && g_hash_table_add (listing->met, (gpointer) bar->block))
    g_array_append_val (listing->ids, bar->block->id);
}

GArray *
liaison_timeline_list_in (LiaisonTimeline *self, const LiaisonBox *box)
{
  Listing listing = { g_array_new (FALSE, FALSE, sizeof (LiaisonId)),
                      g_hash_table_new (NULL, NULL) };

  if (self->lanes != NULL)
    foreach_in (self, box, list_cb, &listing);
  g_hash_table_unref (listing.met);
  return listing.ids;
}

typedef struct
{
  LiaisonTimeline *self;
  gint64 wanted, within, edge;
  gboolean found;
} Edge;

static void
edge_cb (const LiaisonBar *bar, gpointer data)
{
  Edge *edge = data;
  const gint64 ends[] = { bar->start, bar->end };

  /* What moves itself is nothing to snap to. */
  if (bar->block != NULL && g_hash_table_contains (edge->self->selected, &bar->block->id))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (ABS (ends[i] - edge->wanted) <= edge->within
        && (!edge->found || ABS (ends[i] - edge->wanted) < ABS (edge->edge - edge->wanted)))
      {
        edge->edge = ends[i];
        edge->found = TRUE;
      }
}

gboolean
liaison_timeline_find_edge (
    LiaisonTimeline *self, double top, double bottom, gint64 seconds, gint64 within, gint64 *edge)
{
  Edge search = { self, seconds, within, 0, FALSE };
  LiaisonBox box = { liaison_time_axis_get_position (&self->axis, seconds - within), top,
                     2 * (double) within / self->axis.pace, bottom - top };

  if (self->lanes == NULL)
    return FALSE;
  foreach_in (self, &box, edge_cb, &search);
  *edge = search.edge;
  return search.found;
}

void
liaison_timeline_count (LiaisonTimeline *self, gint64 from, gint64 until, float *parts, guint n)
{
  guint n_lanes;
  const LiaisonLane *lanes = liaison_lanes_get (self->lanes, &n_lanes);
  double length = MAX (1., (double) (until - from) / n);
  float most = 0;

  for (guint i = 0; i < n; i++)
    parts[i] = 0;
  for (guint lane = 0; lane < n_lanes; lane++)
    for (guint row = 0; row < liaison_lane_index_count_rows (lanes[lane].index); row++)
      {
        guint n_bars;
        const LiaisonBar *bars = liaison_lane_index_get_row (lanes[lane].index, row, &n_bars);
        for (guint i = 0; i < n_bars; i++)
          {
            double at = (double) (bars[i].start - from) / length;
            if (at >= 0 && at < n)
              parts[(guint) at]++;
          }
      }
  for (guint i = 0; i < n; i++)
    most = MAX (most, parts[i]);
  for (guint i = 0; i < n && most > 0; i++)
    parts[i] /= most;
}
