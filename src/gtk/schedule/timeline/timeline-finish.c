/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What letting go of something on the timeline does: one edit, a line to be typed, or a question. */
#include "config.h"

#include "schedule/timeline/timeline-view-private.h"

#include "record/kinds/event.h"
#include "schedule/event-move.h"
#include "schedule/nudge.h"
#include "schedule/recurrence.h"

#include <math.h>

static LiaisonLookup
get_lookup (LiaisonTimelineView *self)
{
  return liaison_document_get_lookup (liaison_session_get_document (self->session));
}

static void
finish_rubber (LiaisonTimelineView *self, const LiaisonDrag *drag)
{
  LiaisonBox box = { MIN (drag->x, drag->to_x), MIN (drag->y, drag->to_y),
                     fabs (drag->to_x - drag->x), fabs (drag->to_y - drag->y) };
  g_autoptr (GArray) ids = liaison_timeline_list_in (self->timeline, &box);

  liaison_selection_set (liaison_session_get_selection (self->session),
                         (const LiaisonId *) ids->data, ids->len);
}

static void
finish_create (LiaisonTimelineView *self, const LiaisonDrag *drag)
{
  const LiaisonTimeAxis *axis = liaison_timeline_get_axis (self->timeline);
  LiaisonBox box = { liaison_time_axis_get_position (axis, drag->new_start), drag->y - 10,
                     (double) (drag->new_end - drag->new_start) / axis->pace, 20 };

  if (drag->new_end <= drag->new_start)
    return;
  liaison_timeline_view_ask_event (self, drag->lane, drag->new_start, drag->new_end, &box);
  /* What was drawn stays until it has a name. */
  self->drag = *drag;
}

/* By how much the clock of the event goes from where it was grabbed to where it is put. */
static gboolean
measure (LiaisonTimelineView *self, const LiaisonDrag *drag, gint64 *wall)
{
  LiaisonLookup lookup = get_lookup (self);
  const LiaisonBlock *block = liaison_lookup_find (&lookup, drag->hit.record);
  const char *zone;

  if (block == NULL)
    return FALSE;
  if (!drag->recurs)
    return liaison_nudge_measure (&lookup, block, drag->new_start, wall);
  zone = liaison_times_get_zone (&lookup, block);
  *wall = liaison_recurrence_to_wall (zone, drag->new_start)
          - liaison_recurrence_to_wall (zone, drag->start);
  return TRUE;
}

typedef struct
{
  gint64 start, by_rule;
  gboolean found;
} Wanted;

static gboolean
occurrence_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  Wanted *wanted = data;

  wanted->found = occurrence->start == wanted->start;
  wanted->by_rule = occurrence->by_rule;
  return !wanted->found;
}

/* Of a recurring event that alone is dragged, it is asked what is meant: this time, or always. */
static gboolean
finish_occurrence (LiaisonTimelineView *self, const LiaisonDrag *drag)
{
  LiaisonLookup lookup = get_lookup (self);
  const LiaisonBlock *block = liaison_lookup_find (&lookup, drag->hit.record);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  Wanted wanted = { .start = drag->start };
  LiaisonEventMove move = { .event = drag->hit.record,
                            .start = drag->new_start,
                            .end = drag->new_end,
                            .was_start = drag->start,
                            .was_end = drag->end,
                            .recurs = TRUE };
  guint n;

  liaison_selection_get (liaison_session_get_selection (self->session), &n);
  if (!drag->recurs || n != 1 || drag->to_lane != G_MAXUINT || block == NULL)
    return FALSE;
  liaison_recurrence_foreach (&lookup, block, drag->start, drag->end + 1, occurrence_cb, &wanted);
  if (!wanted.found)
    return FALSE;
  move.by_rule = wanted.by_rule;
  liaison_event_move (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->session, &move);
  return TRUE;
}

static void
finish_change (LiaisonTimelineView *self, const LiaisonDrag *drag)
{
  gint64 wall;

  if (finish_occurrence (self, drag))
    return;
  if (drag->mode == LIAISON_DRAG_END)
    liaison_timeline_view_nudge (self, 0, drag->new_end - drag->end);
  else if (!measure (self, drag, &wall))
    return;
  else if (drag->mode == LIAISON_DRAG_START)
    liaison_timeline_view_nudge (self, wall, drag->start - drag->new_start);
  else if (drag->to_lane != G_MAXUINT)
    liaison_timeline_view_drop (self, drag->lane, drag->to_lane, wall);
  else if (wall != 0)
    liaison_timeline_view_nudge (self, wall, 0);
}

void
liaison_timeline_view_finish_drag (LiaisonTimelineView *self, const LiaisonDrag *drag)
{
  switch (drag->mode)
    {
    case LIAISON_DRAG_MOVE:
    case LIAISON_DRAG_START:
    case LIAISON_DRAG_END:
      finish_change (self, drag);
      break;
    case LIAISON_DRAG_CREATE:
      finish_create (self, drag);
      break;
    case LIAISON_DRAG_LINK:
      if (!liaison_id_is_zero (drag->over.record))
        liaison_timeline_view_link (self, drag->hit.record, drag->over.record);
      break;
    case LIAISON_DRAG_RUBBER:
      finish_rubber (self, drag);
      break;
    case LIAISON_DRAG_NONE:
    default:
      break;
    }
}
