/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-private.h"

#include "finding-item.h"
#include "review/review.h"

/* Edits that follow each other faster than this are reviewed together. */
#define PAUSE_MS 120

typedef struct
{
  LiaisonSnapshot *snapshot;
  gint64 now;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;
  liaison_snapshot_unref (job->snapshot);
  g_free (job);
}

static void
review_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Job *job = data;
  GPtrArray *findings = liaison_review_run (job->snapshot, job->now, cancellable);

  if (findings != NULL)
    g_task_return_pointer (task, findings, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "review cancelled");
}

static gboolean
is_same (GListStore      *shown,
         const GPtrArray *findings)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (shown)) != findings->len)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    {
      g_autoptr (LiaisonFindingItem) item = g_list_model_get_item (G_LIST_MODEL (shown), i);
      if (!liaison_finding_equal (liaison_finding_item_get_finding (item), findings->pdata[i]))
        return FALSE;
    }
  return TRUE;
}

static void
review_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  LiaisonSession *self = LIAISON_SESSION (source);
  g_autoptr (GPtrArray) findings = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GPtrArray) items = NULL;

  if (findings == NULL || self->findings == NULL)
    return;
  g_clear_object (&self->review);
  /* One thread after the other: both at once would make a small machine stutter just when a large plan appears. */
  if (!self->indexed)
    {
      self->indexed = TRUE;
      liaison_session_index_uses (self);
    }
  if (is_same (self->findings, findings))
    return;

  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (items, liaison_finding_item_new (findings->pdata[i]));
  g_list_store_splice (self->findings, 0, g_list_model_get_n_items (G_LIST_MODEL (self->findings)), items->pdata,
                       items->len);
}

static gboolean
start_review_cb (gpointer data)
{
  LiaisonSession *self = data;
  g_autoptr (GTask) task = NULL;
  Job *job = g_new (Job, 1);

  self->review_source = 0;
  self->review = g_cancellable_new ();
  job->snapshot = liaison_document_get_snapshot (self->plan->document);
  job->now = g_get_real_time () / G_USEC_PER_SEC;
  task = g_task_new (self, self->review, review_cb, NULL);
  g_task_set_source_tag (task, start_review_cb);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, review_thread);
  return G_SOURCE_REMOVE;
}

void
liaison_session_stop_review (LiaisonSession *self)
{
  g_clear_handle_id (&self->review_source, g_source_remove);
  if (self->review != NULL)
    g_cancellable_cancel (self->review);
  g_clear_object (&self->review);
}

void
liaison_session_queue_review (LiaisonSession *self)
{
  liaison_session_stop_review (self);
  self->review_source = g_timeout_add (PAUSE_MS, start_review_cb, self);
}
