/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/timeline-private.h"

#include "draw/category.h"
#include "record/kinds.h"

#include <math.h>

/* Of a row that would have more bars than one in so many units, blocks are drawn. */
#define DENSE       8
#define NEAR        2. /* units between bars that become one block */
#define STRIPE      3. /* of the edge at a bar's start */
#define FOOT        3. /* high: the line of progress */
#define PADDING     5.
#define OUTSIDE     46. /* a bar narrower than this has its label after it */
#define LEAST_LABEL 28.
#define MOST_LABEL  220.

static const LiaisonEventData *
event_of (const LiaisonBar *bar)
{
  return LIAISON_DATA (Event, bar->block);
}

static LiaisonHue
hue_of (const LiaisonBar *bar)
{
  return bar->block != NULL ? liaison_category_for_event (event_of (bar)->type) : LIAISON_HUE_GREY;
}

static gboolean
is_point (const LiaisonTimelineSeen *seen)
{
  return seen->count == 1 && seen->bar->start == seen->bar->end;
}

static void
see_each (
    LiaisonTimeline *self, guint lane, const LiaisonBar *bars, guint first, guint last, guint n)
{
  for (guint i = first; i < last; i++)
    {
      LiaisonTimelineSeen seen = { liaison_timeline_get_bar_box (self, lane, &bars[i]), &bars[i],
                                   lane, 1, MOST_LABEL };
      if (i + 1 < n)
        seen.room = liaison_time_axis_get_position (&self->axis, bars[i + 1].start)
                    - (seen.box.x + seen.box.width);
      g_array_append_val (self->seen, seen);
    }
}

/* Leaps from block to block: as many steps as there are blocks, however many bars there are. */
static void
see_blocks (LiaisonTimeline *self,
            guint lane,
            const LiaisonLaneIndex *index,
            const LiaisonBar *bars,
            guint first,
            guint last)
{
  while (first < last)
    {
      LiaisonTimelineSeen seen = { liaison_timeline_get_bar_box (self, lane, &bars[first]),
                                   &bars[first], lane, 1, 0 };
      double end = seen.box.x + seen.box.width;
      guint next;

      for (;;)
        {
          next = liaison_lane_index_find (index, bars[first].row,
                                          liaison_time_axis_get_time (&self->axis, end + NEAR));
          next = MAX (next, first + seen.count);
          if (next >= last
              || liaison_time_axis_get_position (&self->axis, bars[next].start) > end + NEAR)
            break;
          seen.count = next + 1 - first;
          end = MAX (end + NEAR, liaison_time_axis_get_position (&self->axis, bars[next].end));
        }
      next = MIN (next, last);
      seen.count = next - first;
      seen.box.width = end - seen.box.x;
      g_array_append_val (self->seen, seen);
      first = next;
    }
}

static void
see_row (LiaisonTimeline *self,
         guint lane,
         const LiaisonLaneIndex *index,
         guint row,
         const LiaisonBox *visible)
{
  guint n, first, last;
  const LiaisonBar *bars = liaison_lane_index_get_row (index, row, &n);
  gint64 until = liaison_time_axis_get_time (&self->axis, visible->x + visible->width + 8);

  first = liaison_lane_index_find (
      index, row, liaison_time_axis_get_time (&self->axis, visible->x - MOST_LABEL));
  last = liaison_lane_index_find (index, row, until);
  /* The one that is still going on then begins before. */
  if (last < n && bars[last].start <= until)
    last++;
  if (last - first > visible->width / DENSE)
    see_blocks (self, lane, index, bars, first, last);
  else
    see_each (self, lane, bars, first, last, n);
}

static void
see (LiaisonTimeline *self, const LiaisonBox *visible)
{
  guint n, first = liaison_timeline_get_lane_at (self, visible->y);
  const LiaisonLane *lanes = liaison_lanes_get (self->lanes, &n);
  double bottom = visible->y + visible->height;

  g_array_set_size (self->seen, 0);
  for (guint lane = first; lane < n && g_array_index (self->tops, double, lane) < bottom; lane++)
    {
      guint rows = liaison_lane_index_count_rows (lanes[lane].index);
      double top = g_array_index (self->tops, double, lane) + LIAISON_TIMELINE_LANE_PAD;
      double above = floor ((visible->y - top) / self->row_height);
      double below = ceil ((bottom - top) / self->row_height);

      for (guint row = (guint) MAX (above, 0); row < rows && row < below; row++)
        see_row (self, lane, lanes[lane].index, row, visible);
    }
}

/* A long bar is drawn only where it is seen: cairo's numbers end at some millions. */
static LiaisonBox
crop (const LiaisonBox *box, const LiaisonBox *visible)
{
  double start = MAX (box->x, visible->x - 20);
  double end = MIN (box->x + box->width, visible->x + visible->width + 20);

  return (LiaisonBox){ start, box->y, MAX (end - start, 0), box->height };
}

static void
add_diamond (LiaisonCanvas *canvas, const LiaisonBox *box)
{
  LiaisonBox b = liaison_canvas_place_box (canvas, box);
  double x = b.x + b.width / 2, y = b.y + b.height / 2, r = MIN (b.width, b.height) / 2;

  cairo_move_to (canvas->cr, x, y - r);
  cairo_line_to (canvas->cr, x + r, y);
  cairo_line_to (canvas->cr, x, y + r);
  cairo_line_to (canvas->cr, x - r, y);
  cairo_close_path (canvas->cr);
}

/* All fills of one hue are one path, then all edges. */
static void
fill_bars (LiaisonTimeline *self, LiaisonCanvas *canvas, const LiaisonBox *visible)
{
  for (LiaisonHue hue = 0; hue < LIAISON_N_HUES; hue++)
    for (guint edges = 0; edges < 2; edges++)
      {
        gboolean any = FALSE;

        for (guint i = 0; i < self->seen->len; i++)
          {
            const LiaisonTimelineSeen *seen = &g_array_index (self->seen, LiaisonTimelineSeen, i);
            LiaisonBox box;

            if (hue_of (seen->bar) != hue || is_point (seen))
              continue;
            box = crop (&seen->box, visible);
            if (edges == 0)
              liaison_canvas_add_bar (canvas, &box, 2);
            else if (box.x <= seen->box.x)
              liaison_canvas_add_box (
                  canvas,
                  &(LiaisonBox){ box.x, box.y + 1, MIN (STRIPE, box.width), box.height - 2 });
            any = TRUE;
          }
        if (!any)
          break;
        liaison_canvas_set_colour (canvas, edges == 0 ? &canvas->palette->hues[hue].fill
                                                      : &canvas->palette->hues[hue].edge);
        cairo_fill (canvas->cr);
      }
}

static void
draw_lock (LiaisonCanvas *canvas, double x, double y, const LiaisonColour *colour)
{
  double to_x, to_y;

  liaison_canvas_place (canvas, x + 4, y, &to_x, &to_y);
  liaison_canvas_set_colour (canvas, colour);
  cairo_rectangle (canvas->cr, to_x - 4, to_y - 1, 8, 6);
  cairo_fill (canvas->cr);
  cairo_set_line_width (canvas->cr, 1.5);
  cairo_arc (canvas->cr, to_x, to_y - 1.5, 2.5, G_PI, 2 * G_PI);
  cairo_stroke (canvas->cr);
}

static void
draw_anchor (LiaisonCanvas *canvas, double x, double y, const LiaisonColour *colour)
{
  double to_x, to_y;

  liaison_canvas_place (canvas, x + 4, y, &to_x, &to_y);
  liaison_canvas_set_colour (canvas, colour);
  cairo_set_line_width (canvas->cr, 1.3);
  cairo_arc (canvas->cr, to_x, to_y - 4, 1.4, 0, 2 * G_PI);
  cairo_new_sub_path (canvas->cr);
  cairo_move_to (canvas->cr, to_x, to_y - 2.5);
  cairo_line_to (canvas->cr, to_x, to_y + 4.5);
  cairo_new_sub_path (canvas->cr);
  cairo_arc (canvas->cr, to_x, to_y + .5, 4, .15 * G_PI, .85 * G_PI);
  cairo_stroke (canvas->cr);
}

/* Signs at the end of a bar; returns the room they took. */
static double
draw_signs (LiaisonTimeline *self,
            LiaisonCanvas *canvas,
            const LiaisonTimelineSeen *seen,
            const LiaisonBox *box)
{
  const LiaisonEventData *event = event_of (seen->bar);
  const LiaisonColour *colour = &canvas->palette->hues[hue_of (seen->bar)].edge;
  double taken = 0, y = box->y + box->height / 2;

  if (box->width < 20)
    return 0;
  if (event->locked)
    {
      taken += 12;
      draw_lock (canvas, box->x + box->width - taken, y, colour);
    }
  if (event->start.form == LIAISON_INSTANT_ELAPSED || event->start.form == LIAISON_INSTANT_CLOCK)
    {
      taken += 13;
      draw_anchor (canvas, box->x + box->width - taken, y, colour);
    }
  return taken;
}

static const char *
site_code (LiaisonTimeline *self, const LiaisonEventData *event)
{
  const LiaisonBlock *site =
      liaison_snapshot_find (liaison_lanes_get_snapshot (self->lanes), event->site);

  return site != NULL && site->shape == &liaison_site_kind.shape ? LIAISON_DATA (Site, site)->code
                                                                 : NULL;
}

static void
strike (LiaisonCanvas *canvas, const LiaisonBox *box, double width, const LiaisonColour *colour)
{
  liaison_canvas_add_horizontal (canvas, box->x, box->y + box->height / 2, width);
  liaison_canvas_set_colour (canvas, colour);
  cairo_fill (canvas->cr);
}

static void
draw_inside (LiaisonTimeline *self,
             LiaisonCanvas *canvas,
             const LiaisonTimelineSeen *seen,
             const LiaisonBox *visible,
             const char *title)
{
  const LiaisonEventData *event = event_of (seen->bar);
  LiaisonBox box = crop (&seen->box, visible);
  const LiaisonColour *colour = &canvas->palette->hues[hue_of (seen->bar)].text;
  const char *code;
  double width, free;

  /* What began before the window is named where it is seen. */
  if (box.x < visible->x)
    {
      box.width -= visible->x - box.x;
      box.x = visible->x;
    }
  box.width -= draw_signs (self, canvas, seen, &box);
  box.x += STRIPE + PADDING;
  box.width -= STRIPE + 2 * PADDING;
  width = liaison_canvas_draw_text (canvas, title, LIAISON_TEXT_SMALL, &box, LIAISON_ALIGN_START,
                                    colour);
  if (event->status == LIAISON_EVENT_STATUS_CANCELLED)
    strike (canvas, &box, width, colour);
  free = box.width - width - 10;
  code = free > LEAST_LABEL ? site_code (self, event) : NULL;
  if (code != NULL && liaison_canvas_measure_text (canvas, code, LIAISON_TEXT_SMALL) < free)
    liaison_canvas_draw_text (canvas, code, LIAISON_TEXT_SMALL, &box, LIAISON_ALIGN_END,
                              &canvas->palette->hues[hue_of (seen->bar)].edge);
}

static void
draw_after (LiaisonTimeline *self,
            LiaisonCanvas *canvas,
            const LiaisonTimelineSeen *seen,
            const LiaisonBox *visible,
            const char *title)
{
  double room = MIN (seen->room - 8, MOST_LABEL);
  double left = visible->x + visible->width - (seen->box.x + seen->box.width + 5);
  LiaisonBox box = { seen->box.x + seen->box.width + 5, seen->box.y, room, seen->box.height };
  const LiaisonColour *colour = liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT);
  double width;

  draw_signs (self, canvas, seen, &seen->box);
  /* Paper does not scroll: what goes on beyond its edge is lost. */
  if (canvas->scale == 0)
    box.width = room = MIN (room, left);
  if (room < LEAST_LABEL)
    return;
  width = liaison_canvas_draw_text (canvas, title, LIAISON_TEXT_SMALL, &box, LIAISON_ALIGN_START,
                                    colour);
  if (event_of (seen->bar)->status == LIAISON_EVENT_STATUS_CANCELLED)
    strike (canvas, &box, width, colour);
  box.width = width;
  g_array_append_vals (self->labels, &(LiaisonTimelineLabel){ box, seen->bar, seen->lane }, 1);
}

/* Where a title does not fit inside, it stands after its bar if it does there. */
static gboolean
is_better_after (LiaisonCanvas *canvas, const LiaisonTimelineSeen *seen, const char *title)
{
  double wanted, inside = seen->box.width - STRIPE - 2 * PADDING;

  if (inside > 150 || seen->room < inside * 1.5)
    return FALSE;
  wanted = liaison_canvas_measure_text (canvas, title, LIAISON_TEXT_SMALL);
  return wanted > inside;
}

static void
draw_label (LiaisonTimeline *self,
            LiaisonCanvas *canvas,
            const LiaisonTimelineSeen *seen,
            const LiaisonBox *visible)
{
  if (seen->count > 1)
    {
      char text[16];

      if (seen->box.width < LEAST_LABEL)
        return;
      g_snprintf (text, sizeof text, "%u", seen->count);
      LiaisonBox box = crop (&seen->box, visible);
      liaison_canvas_draw_text (canvas, text, LIAISON_TEXT_SMALL, &box, LIAISON_ALIGN_CENTRE,
                                &canvas->palette->hues[hue_of (seen->bar)].text);
      return;
    }
  if (seen->bar->block == NULL)
    return;
  const char *title = liaison_block_get_title (seen->bar->block,
                                               liaison_words_get_language (canvas->manner->words));
  if (title == NULL)
    return;
  if (seen->box.width >= OUTSIDE && !is_better_after (canvas, seen, title))
    draw_inside (self, canvas, seen, visible, title);
  else
    draw_after (self, canvas, seen, visible, title);
}

/* How much of it is done, in %; -1: nobody says. */
static int
get_progress (const LiaisonEventData *event)
{
  const LiaisonField *field = &liaison_event_kind.shape.fields[LIAISON_FIELD (Event, progress)];

  if (event->status == LIAISON_EVENT_STATUS_CANCELLED)
    return -1;
  if (event->status == LIAISON_EVENT_STATUS_DONE)
    return 100;
  return liaison_block_field_is_set (&event->block, field) ? (int) event->progress : -1;
}

/* A line along the foot: faint as far as it goes, strong as far as it is done. */
static void
draw_progress (LiaisonCanvas *canvas,
               const LiaisonTimelineSeen *seen,
               const LiaisonBox *visible,
               const LiaisonColour *colour)
{
  int progress = get_progress (event_of (seen->bar));
  LiaisonBox whole = seen->box, box;
  LiaisonColour faint = liaison_colour_fade (colour, .25);

  if (progress < 0 || seen->box.width < 12)
    return;
  whole.x += STRIPE;
  whole.width -= STRIPE;
  whole.y += whole.height - FOOT;
  whole.height = FOOT;
  box = crop (&whole, visible);
  liaison_canvas_fill_box (canvas, &box, &faint);
  whole.width = whole.width * MIN (progress, 100) / 100;
  if (whole.width <= 0 || whole.x + whole.width <= visible->x)
    return;
  box = crop (&whole, visible);
  liaison_canvas_fill_box (canvas, &box, colour);
}

static void
draw_state (LiaisonTimeline *self,
            LiaisonCanvas *canvas,
            const LiaisonTimelineSeen *seen,
            const LiaisonBox *visible)
{
  const LiaisonCategoryColours *colours = &canvas->palette->hues[hue_of (seen->bar)];
  LiaisonBox box = crop (&seen->box, visible);
  LiaisonEventStatus status = event_of (seen->bar)->status;

  if (is_point (seen))
    {
      liaison_canvas_set_colour (canvas, &colours->edge);
      add_diamond (canvas, &seen->box);
      cairo_fill (canvas->cr);
      return;
    }
  if (box.width < 6)
    return;
  if (status == LIAISON_EVENT_STATUS_DRAFT || status == LIAISON_EVENT_STATUS_POSTPONED)
    {
      LiaisonColour faint = liaison_colour_fade (&colours->edge, .3);
      liaison_canvas_hatch (canvas, &box, 7, &faint);
    }
  else if (status == LIAISON_EVENT_STATUS_CANCELLED || status == LIAISON_EVENT_STATUS_DONE)
    {
      LiaisonColour veil =
          liaison_colour_fade (liaison_canvas_get_role (canvas, LIAISON_ROLE_GROUND), .5);
      liaison_canvas_fill_box (canvas, &box, &veil);
    }
  draw_progress (canvas, seen, visible, &colours->edge);
  if (canvas->palette->outlined)
    liaison_canvas_frame_box (canvas, &box, 1, &colours->edge);
}

static void
draw_mark (LiaisonTimeline *self,
           LiaisonCanvas *canvas,
           const LiaisonTimelineSeen *seen,
           const LiaisonBox *visible)
{
  guint severity = self->marks != NULL
                       ? GPOINTER_TO_UINT (g_hash_table_lookup (self->marks, &seen->bar->block->id))
                       : 0;
  LiaisonBox box = crop (&seen->box, visible);

  if (self->flags & LIAISON_TIMELINE_CRITICAL)
    liaison_timeline_draw_slack (self, canvas, seen->bar, &box, visible);
  if (severity == LIAISON_SEVERITY_ERROR + 1)
    {
      const LiaisonColour *red = liaison_canvas_get_role (canvas, LIAISON_ROLE_ERROR);
      LiaisonColour faint = liaison_colour_fade (red, .35);
      LiaisonBox foot = { box.x, box.y + box.height - 4, box.width, 4 };

      if (box.width > 8)
        liaison_canvas_hatch (canvas, &foot, 4, &faint);
      liaison_canvas_frame_box (canvas, &box, 1.5, red);
    }
  else if (severity == LIAISON_SEVERITY_WARNING + 1)
    liaison_canvas_fill_box (canvas, &(LiaisonBox){ box.x, box.y + box.height - 2, box.width, 2 },
                             liaison_canvas_get_role (canvas, LIAISON_ROLE_WARNING));
  if (!liaison_canvas_is_paper (canvas)
      && g_hash_table_contains (self->selected, &seen->bar->block->id))
    {
      LiaisonBox around = { box.x - 2, box.y - 2, box.width + 4, box.height + 4 };

      liaison_canvas_fill_box (canvas, &box,
                               liaison_canvas_get_role (canvas, LIAISON_ROLE_SELECTION));
      liaison_canvas_frame_box (canvas, &around, 2,
                                liaison_canvas_get_role (canvas, LIAISON_ROLE_ACCENT));
    }
}

void
liaison_timeline_draw_bars (LiaisonTimeline *self, LiaisonCanvas *canvas, const LiaisonBox *visible)
{
  g_array_set_size (self->labels, 0);
  see (self, visible);
  fill_bars (self, canvas, visible);
  for (guint i = 0; i < self->seen->len; i++)
    {
      const LiaisonTimelineSeen *seen = &g_array_index (self->seen, LiaisonTimelineSeen, i);
      if (seen->count == 1 && seen->bar->block != NULL)
        draw_state (self, canvas, seen, visible);
    }
  for (guint i = 0; i < self->seen->len; i++)
    draw_label (self, canvas, &g_array_index (self->seen, LiaisonTimelineSeen, i), visible);
  for (guint i = 0; i < self->seen->len; i++)
    {
      const LiaisonTimelineSeen *seen = &g_array_index (self->seen, LiaisonTimelineSeen, i);
      if (seen->count == 1 && seen->bar->block != NULL)
        draw_mark (self, canvas, seen, visible);
    }
}
