/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would stand against an event, said while it is dragged. */
#include "config.h"

#include "schedule/timeline/timeline-view-private.h"

#include "words/sentence.h"

static void
place_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, liaison_placement_new (data),
                         (GDestroyNotify) liaison_placement_free);
}

static void
placed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LiaisonTimelineView *self = LIAISON_TIMELINE_VIEW (source);
  g_autoptr (LiaisonPlacement) placement = g_task_propagate_pointer (G_TASK (result), NULL);

  if (placement == NULL || self->placing == NULL)
    return;
  g_clear_object (&self->placing);
  g_clear_pointer (&self->placement, liaison_placement_free);
  self->placement = g_steal_pointer (&placement);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
liaison_timeline_view_begin_placement (LiaisonTimelineView *self)
{
  g_autoptr (GTask) task = NULL;

  liaison_timeline_view_end_placement (self);
  self->placing = g_cancellable_new ();
  task = g_task_new (self, self->placing, placed_cb, NULL);
  g_task_set_source_tag (task, liaison_timeline_view_begin_placement);
  g_task_set_task_data (
      task, liaison_document_get_snapshot (liaison_session_get_document (self->session)),
      (GDestroyNotify) liaison_snapshot_unref);
  g_task_run_in_thread (task, place_thread);
}

void
liaison_timeline_view_end_placement (LiaisonTimelineView *self)
{
  if (self->placing != NULL)
    g_cancellable_cancel (self->placing);
  g_clear_object (&self->placing);
  g_clear_pointer (&self->placement, liaison_placement_free);
}

/* What the lanes stand for, where it is something that events occupy. */
static LiaisonId
get_resource (LiaisonTimelineView *self, guint lane)
{
  guint n;
  const LiaisonLane *lanes = liaison_lanes_get (liaison_timeline_get_lanes (self->timeline), &n);

  return lane < n && lanes[lane].block != NULL && self->by != LIAISON_LANES_BY_NATION
             ? lanes[lane].block->id
             : (LiaisonId){ 0 };
}

char *
liaison_timeline_view_tell_placement (LiaisonTimelineView *self)
{
  const LiaisonDrag *drag = &self->drag;
  LiaisonPlace place = { .event = drag->hit.record,
                         .was_start = drag->start,
                         .start = drag->new_start,
                         .end = drag->new_end };
  g_autoptr (GArray) operands = NULL;
  LiaisonManner manner;
  const char *sentence;

  if (self->placement == NULL || drag->mode == LIAISON_DRAG_CREATE)
    return NULL;
  place.moving =
      liaison_selection_get (liaison_session_get_selection (self->session), &place.n_moving);
  if (drag->to_lane != G_MAXUINT)
    {
      place.from = get_resource (self, drag->lane);
      place.to = get_resource (self, drag->to_lane);
    }
  operands = liaison_operands_new ();
  sentence = liaison_placement_find (self->placement, &place, operands);
  if (sentence == NULL)
    return NULL;
  manner = liaison_session_get_manner (self->session);
  return liaison_manner_tell_sentence (&manner, sentence, operands);
}
