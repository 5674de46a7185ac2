/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New events: where they are drawn or asked for, a line is typed as in any quick entry. */
#include "config.h"

#include "schedule/timeline/timeline-view-private.h"

#include "schedule/quick-popover.h"

/* What a new event is given that is drawn in the lane. */
static void
assign_lane (LiaisonTimelineView *self, LiaisonQuickPlace *place, const LiaisonLane *lane)
{
  LiaisonId id = lane->key;

  if (liaison_id_same (id, LIAISON_LANE_REST))
    return;
  switch (self->by)
    {
    case LIAISON_LANES_BY_SITE:
      place->site = id;
      break;
    case LIAISON_LANES_BY_NATION:
      place->nation = lane->nation;
      break;
    case LIAISON_LANES_BY_PARTICIPANT:
    case LIAISON_LANES_BY_POST:
      place->participant = id;
      break;
    case LIAISON_LANES_BY_CHANNEL:
      place->channel = id;
      break;
    case LIAISON_LANES_BY_TRACK:
      place->track = lane->label;
      break;
    case LIAISON_LANES_BY_TYPE:
      place->type = (int) id.low;
      break;
    }
}

static LiaisonQuickPlace
make_place (LiaisonTimelineView *self, guint lane, gint64 start, gint64 end)
{
  LiaisonQuickPlace place = { .start = start,
                              .end = end,
                              .shown = liaison_timeline_get_ruler (self->timeline)->zones[0] };
  guint n;
  const LiaisonLane *lanes = liaison_lanes_get (liaison_timeline_get_lanes (self->timeline), &n);

  if (lane < n)
    assign_lane (self, &place, &lanes[lane]);
  return place;
}

gboolean
liaison_timeline_view_create (
    LiaisonTimelineView *self, guint lane, gint64 start, gint64 end, const char *line)
{
  LiaisonQuickPlace place = make_place (self, lane, start, end);

  return liaison_timeline_view_is_writable (self)
         && liaison_quick_popover_add (self->session, self->filter, &place, line, NULL);
}

static void
closed_cb (LiaisonTimelineView *self)
{
  self->entry = NULL;
  self->drag = (LiaisonDrag){ 0 };
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
liaison_timeline_view_ask_event (
    LiaisonTimelineView *self, guint lane, gint64 start, gint64 end, const LiaisonBox *box)
{
  LiaisonQuickPlace place = make_place (self, lane, start, end);
  GdkRectangle area;

  if (self->entry != NULL)
    return;
  liaison_drawn_view_from_part (LIAISON_DRAWN_VIEW (self), LIAISON_PART_BODY, box, &area);
  self->entry = liaison_quick_popover_open (GTK_WIDGET (self), self->session, self->filter, &area,
                                            &place, NULL, G_CALLBACK (closed_cb), self);
}
