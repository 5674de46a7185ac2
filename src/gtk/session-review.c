/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-private.h"

#include "finding-item.h"
#include "review/acceptance.h"
#include "review/review.h"

/* Edits that follow each other faster than this are reviewed together. */
#define PAUSE_MS 120
/* What hangs on the time of day is looked at again after this, s. */
#define STALE 600

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
  LiaisonReviewIndex *index; /* or NULL */
} Result;

static void
result_free (gpointer data)
{
  Result *result = data;
  g_clear_pointer (&result->findings, g_ptr_array_unref);
  g_clear_pointer (&result->accepted, g_ptr_array_unref);
  g_clear_pointer (&result->index, liaison_review_index_free);
  g_free (result);
}

/* As a whole where there is so much that it cannot be followed. */
static void
review_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Job *job = data;
  Result *result = g_new0 (Result, 1);

  result->index = liaison_review_index_new (job->snapshot, job->now, cancellable);
  if (result->index != NULL)
    result->findings = liaison_review_index_list (result->index, &result->accepted);
  else
    result->findings = liaison_review_run_all (job->snapshot, job->now, &result->accepted, cancellable);
  if (result->findings != NULL)
    g_task_return_pointer (task, result, result_free);
  else
    {
      result_free (result);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "review cancelled");
    }
}

/* What is to be shown in one place of a list. */
static LiaisonFinding *
get_finding (const GPtrArray *list,
             gboolean         accepted,
             guint            i)
{
  return accepted ? ((const LiaisonAcceptance *) list->pdata[i])->finding : list->pdata[i];
}

static LiaisonFindingItem *
make_item (const GPtrArray *list,
           gboolean         accepted,
           guint            i)
{
  const LiaisonAcceptance *acceptance = accepted ? list->pdata[i] : NULL;

  return accepted ? liaison_finding_item_new_accepted (acceptance->finding, acceptance->record)
                  : liaison_finding_item_new (list->pdata[i]);
}

static gboolean
is_shown (GListStore      *shown,
          guint            place,
          const GPtrArray *list,
          gboolean         accepted,
          guint            i)
{
  g_autoptr (LiaisonFindingItem) item = g_list_model_get_item (G_LIST_MODEL (shown), place);
  const LiaisonFinding *before = liaison_finding_item_get_finding (item), *after = get_finding (list, accepted, i);

  if (accepted && liaison_finding_item_get_acceptance (item) != ((const LiaisonAcceptance *) list->pdata[i])->record)
    return FALSE;
  return before == after
         || (before->severity == after->severity && before->sentence == after->sentence
             && liaison_finding_equal (before, after));
}

/* Changes only what differs, so that rows stay where they are. */
static void
show (GListStore      *shown,
      const GPtrArray *list,
      gboolean         accepted)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (shown)), first = 0, rest = 0;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  while (first < MIN (n, list->len) && is_shown (shown, first, list, accepted, first))
    first++;
  while (rest < MIN (n, list->len) - first && is_shown (shown, n - 1 - rest, list, accepted, list->len - 1 - rest))
    rest++;
  for (guint i = first; i < list->len - rest; i++)
    g_ptr_array_add (items, make_item (list, accepted, i));
  if (items->len > 0 || first + rest < n)
    g_list_store_splice (shown, first, n - first - rest, items->pdata, items->len);
}

static void
show_all (LiaisonSession  *self,
          const GPtrArray *findings,
          const GPtrArray *accepted)
{
  show (self->accepted, accepted, TRUE);
  show (self->findings, findings, FALSE);
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
      g_clear_object (&self->review);
      g_clear_pointer (&self->index, liaison_review_index_free);
      self->index = g_steal_pointer (&result->index);
      /* One thread after the other: both at once would make a small machine stutter just when a large plan appears. */
      if (!self->indexed)
        {
          self->indexed = TRUE;
          liaison_session_index_uses (self);
        }
      show_all (self, result->findings, result->accepted);
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

/* FALSE where all must be looked at. */
static gboolean
follow (LiaisonSession      *self,
        const LiaisonChange *changes,
        guint                n)
{
  guint64 version = liaison_document_get_version (self->plan->document);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) accepted = NULL;

  if (self->index == NULL || !self->knows_uses || liaison_review_index_get_version (self->index) + 1 != version
      || !liaison_review_index_advance (self->index, self->plan->document, changes, n))
    return FALSE;
  findings = liaison_review_index_list (self->index, &accepted);
  show_all (self, findings, accepted);
  return TRUE;
}

void
liaison_session_follow_review (LiaisonSession      *self,
                               const LiaisonChange *changes,
                               guint                n)
{
  g_clear_pointer (&self->fixes, liaison_fixes_free);
  if (!follow (self, changes, n))
    {
      g_clear_pointer (&self->index, liaison_review_index_free);
      liaison_session_queue_review (self);
    }
  else if (self->review != NULL || self->review_source != 0
           || liaison_review_index_get_now (self->index) + STALE < g_get_real_time () / G_USEC_PER_SEC)
    liaison_session_queue_review (self);
}

LiaisonFinding *
liaison_session_mend (LiaisonSession *self,
                      LiaisonFinding *finding)
{
  if (self->fixes == NULL)
    {
      g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (self->plan->document);
      self->fixes = liaison_fixes_new (snapshot, g_get_real_time () / G_USEC_PER_SEC);
    }
  return liaison_fixes_look_up (self->fixes, finding);
}
