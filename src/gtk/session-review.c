/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-private.h"

#include "finding-item.h"
#include "review/acceptance.h"
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

/* What a review found. */
typedef struct
{
  GPtrArray *findings;
  GPtrArray *accepted; /* of LiaisonAcceptance */
} Result;

static void
result_free (gpointer data)
{
  Result *result = data;
  g_clear_pointer (&result->findings, g_ptr_array_unref);
  g_clear_pointer (&result->accepted, g_ptr_array_unref);
  g_free (result);
}

static void
review_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Job *job = data;
  Result *result = g_new0 (Result, 1);

  result->findings = liaison_review_run_all (job->snapshot, job->now, &result->accepted, cancellable);
  if (result->findings != NULL)
    g_task_return_pointer (task, result, result_free);
  else
    {
      result_free (result);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "review cancelled");
    }
}

/* The items to show: of the findings, or of those accepted. */
static GPtrArray *
make_items (const GPtrArray *findings,
            const GPtrArray *accepted)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    g_ptr_array_add (items, liaison_finding_item_new (findings->pdata[i]));
  for (guint i = 0; accepted != NULL && i < accepted->len; i++)
    {
      const LiaisonAcceptance *acceptance = accepted->pdata[i];
      g_ptr_array_add (items, liaison_finding_item_new_accepted (acceptance->finding, acceptance->record));
    }
  return items;
}

static gboolean
is_same (GListStore      *shown,
         const GPtrArray *items)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (shown)) != items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (LiaisonFindingItem) item = g_list_model_get_item (G_LIST_MODEL (shown), i);
      const LiaisonFinding *before = liaison_finding_item_get_finding (item);
      const LiaisonFinding *after = liaison_finding_item_get_finding (items->pdata[i]);
      if (before->severity != after->severity || !liaison_finding_equal (before, after)
          || liaison_finding_item_get_acceptance (item) != liaison_finding_item_get_acceptance (items->pdata[i]))
        return FALSE;
    }
  return TRUE;
}

static void
show_items (GListStore *shown,
            GPtrArray  *items)
{
  if (!is_same (shown, items))
    g_list_store_splice (shown, 0, g_list_model_get_n_items (G_LIST_MODEL (shown)), items->pdata, items->len);
}

static void
review_cb (GObject      *source,
           GAsyncResult *async_result,
           gpointer      data)
{
  LiaisonSession *self = LIAISON_SESSION (source);
  Result *result = g_task_propagate_pointer (G_TASK (async_result), NULL);

  if (result == NULL)
    return;
  if (self->findings != NULL)
    {
      g_autoptr (GPtrArray) findings = make_items (result->findings, NULL);
      g_autoptr (GPtrArray) accepted = make_items (NULL, result->accepted);
      g_clear_object (&self->review);
      /* One thread after the other: both at once would make a small machine stutter just when a large plan appears. */
      if (!self->indexed)
        {
          self->indexed = TRUE;
          liaison_session_index_uses (self);
        }
      show_items (self->accepted, accepted);
      show_items (self->findings, findings);
    }
  result_free (result);
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
