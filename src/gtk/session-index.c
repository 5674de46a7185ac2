/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-private.h"

static void
index_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  g_task_return_pointer (task, liaison_snapshot_index_uses (data), (GDestroyNotify) liaison_reference_index_free);
}

static void
indexed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  LiaisonSession *self = LIAISON_SESSION (source);
  LiaisonReferenceIndex *index = g_task_propagate_pointer (G_TASK (result), NULL);
  const LiaisonSnapshot *snapshot = g_task_get_task_data (G_TASK (result));

  /* Somebody was quicker than the thread: once more, for the plan as it is now. */
  if (index == NULL)
    return;
  self->knows_uses
      = liaison_document_take_uses (self->plan->document, index, liaison_snapshot_get_version (snapshot));
  if (!self->knows_uses)
    liaison_session_index_uses (self);
}

void
liaison_session_index_uses (LiaisonSession *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, indexed_cb, NULL);

  g_task_set_source_tag (task, liaison_session_index_uses);
  g_task_set_task_data (task, liaison_document_get_snapshot (self->plan->document),
                        (GDestroyNotify) liaison_snapshot_unref);
  g_task_run_in_thread (task, index_thread);
}
