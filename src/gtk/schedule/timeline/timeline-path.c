/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The critical path is worked out in a thread; what is shown meanwhile is the one before. */
#include "config.h"

#include "schedule/timeline/timeline-view-private.h"

static void
path_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, liaison_timeline_path_new (data),
                         (GDestroyNotify) liaison_timeline_path_free);
}

static void
path_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LiaisonTimelineView *self = LIAISON_TIMELINE_VIEW (source);
  LiaisonTimelinePath *path = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->session != NULL)
    liaison_timeline_take_path (self->timeline, path);
  else
    liaison_timeline_path_free (path);
}

void
liaison_timeline_view_ask_path (LiaisonSnapshot *snapshot, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (data, NULL, path_cb, NULL);

  g_task_set_source_tag (task, liaison_timeline_view_ask_path);
  g_task_set_task_data (task, liaison_snapshot_ref (snapshot),
                        (GDestroyNotify) liaison_snapshot_unref);
  g_task_run_in_thread (task, path_thread);
}
