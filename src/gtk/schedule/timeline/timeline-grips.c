/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pointer is over shows what of it can be taken hold of. */
#include "config.h"

#include "schedule/timeline/timeline-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define GRIP_WIDTH 4.
#define DOT_RADIUS 5.5

/* As it was found, unless the view was zoomed or filled anew since. */
static const LiaisonHit *
get_hover (LiaisonTimelineView *self)
{
  return !liaison_id_is_zero (self->hover.record)
                 && self->hover_pace == liaison_timeline_get_axis (self->timeline)->pace
             ? &self->hover
             : NULL;
}

static gboolean
get_selected (LiaisonTimelineView *self, LiaisonHit *hit)
{
  guint n;
  const LiaisonId *ids = liaison_selection_get (liaison_session_get_selection (self->session), &n);

  return n == 1 && liaison_drawing_locate (LIAISON_DRAWING (self->timeline), ids[0], hit);
}

gboolean
liaison_timeline_view_find_grip (LiaisonTimelineView *self, double x, double y, LiaisonHit *hit)
{
  LiaisonHit selected;

  if (get_selected (self, &selected)
      && liaison_timeline_find_grip (self->timeline, &selected, x, y, hit)
      && LIAISON_TIMELINE_HIT_KIND (hit->index) == LIAISON_TIMELINE_BAR_LINK)
    return TRUE;
  return liaison_timeline_find_grip (self->timeline, get_hover (self), x, y, hit);
}

void
liaison_timeline_view_set_hover (LiaisonTimelineView *self, const LiaisonHit *hit)
{
  LiaisonHit none = { .record = { 0 } };
  LiaisonHit hover = hit != NULL ? *hit : none;

  hover.index &= ~7u;
  if (hit == NULL)
    self->on_dot = (LiaisonId){ 0 };
  if (liaison_id_same (hover.record, self->hover.record) && hover.box.x == self->hover.box.x
      && hover.box.y == self->hover.box.y
      && self->hover_pace == liaison_timeline_get_axis (self->timeline)->pace)
    return;
  self->hover = hover;
  self->hover_pace = liaison_timeline_get_axis (self->timeline)->pace;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
liaison_timeline_view_tell_grip (LiaisonTimelineView *self)
{
  double x, y, at_x, at_y;
  LiaisonHit hit;

  if (!liaison_timeline_view_is_writable (self)
      || !liaison_drawn_view_get_pointer (LIAISON_DRAWN_VIEW (self), &x, &y)
      || liaison_drawn_view_to_part (LIAISON_DRAWN_VIEW (self), x, y, &at_x, &at_y)
             != LIAISON_PART_BODY
      || !liaison_timeline_view_find_grip (self, at_x, at_y, &hit))
    return NULL;
  switch (LIAISON_TIMELINE_HIT_KIND (hit.index))
    {
    case LIAISON_TIMELINE_BAR_START:
      return _ ("Drag to change when it begins");
    case LIAISON_TIMELINE_BAR_END:
      return _ ("Drag to change when it ends");
    case LIAISON_TIMELINE_BAR_LINK:
      return _ ("Drag onto what can begin only when this has ended");
    default:
      return NULL;
    }
}

static void
draw_end (LiaisonCanvas *canvas, const LiaisonBox *bar, double x)
{
  LiaisonBox around = { x - GRIP_WIDTH / 2 - 1.5, bar->y, GRIP_WIDTH + 3, bar->height };
  LiaisonBox grip = { x - GRIP_WIDTH / 2, bar->y + 1.5, GRIP_WIDTH, bar->height - 3 };

  liaison_canvas_set_role (canvas, LIAISON_ROLE_GROUND);
  liaison_canvas_add_rounded (canvas, &around, 3);
  cairo_fill (canvas->cr);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_ACCENT);
  liaison_canvas_add_rounded (canvas, &grip, 2);
  cairo_fill (canvas->cr);
}

/* A ring, with a mark in it as soon as it is meant. */
static void
draw_dot (LiaisonCanvas *canvas, double x, double y, gboolean meant)
{
  double to_x, to_y;

  liaison_canvas_place (canvas, x, y, &to_x, &to_y);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_GROUND);
  cairo_arc (canvas->cr, to_x, to_y, DOT_RADIUS + 2.5, 0, 2 * G_PI);
  cairo_fill (canvas->cr);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_ACCENT);
  cairo_set_line_width (canvas->cr, 2);
  cairo_arc (canvas->cr, to_x, to_y, DOT_RADIUS, 0, 2 * G_PI);
  if (meant)
    cairo_fill_preserve (canvas->cr);
  cairo_stroke (canvas->cr);
  cairo_arc (canvas->cr, to_x, to_y, 1.8, 0, 2 * G_PI);
  cairo_fill (canvas->cr);
}

/* The ends where there are any to pull, and the dot. */
static void
draw_grips (LiaisonTimelineView *self, LiaisonCanvas *canvas, const LiaisonHit *hit, gboolean ends)
{
  const LiaisonBar *bar = liaison_timeline_get_bar (self->timeline, hit);
  double x, y;

  if (bar == NULL)
    return;
  if (ends && bar->end > bar->start)
    {
      draw_end (canvas, &hit->box, hit->box.x);
      draw_end (canvas, &hit->box, hit->box.x + hit->box.width);
    }
  if (liaison_timeline_find_dot (self->timeline, hit, &x, &y))
    draw_dot (canvas, x, y, liaison_id_same (self->on_dot, hit->record));
}

void
liaison_timeline_view_draw_grips (LiaisonTimelineView *self, LiaisonCanvas *canvas)
{
  const LiaisonHit *hover = get_hover (self);
  LiaisonHit selected;

  if (!liaison_timeline_view_is_writable (self) || self->entry != NULL)
    return;
  if (hover != NULL)
    draw_grips (self, canvas, hover, TRUE);
  if (get_selected (self, &selected)
      && (hover == NULL || !liaison_id_same (hover->record, selected.record)))
    draw_grips (self, canvas, &selected, FALSE);
}
