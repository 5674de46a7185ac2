/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draft.h"
#include "session-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a save in a thread works on. */
typedef struct
{
  LiaisonSnapshot *snapshot;
  GBytes *trail;
  char *path;
  LiaisonFileStamp stamp;
  gboolean expects_stamp; /* saved to where it came from: somebody else's change must be noticed */
  LiaisonPlanJournal *journal;
  guint64 position;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;
  liaison_snapshot_unref (job->snapshot);
  g_clear_pointer (&job->trail, g_bytes_unref);
  g_clear_object (&job->journal);
  g_free (job->path);
  g_free (job);
}

char *
liaison_session_dup_state_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "liaison", "journals", NULL);
}

static void
drop_draft (LiaisonSession *self)
{
  if (self->draft != NULL)
    liaison_draft_remove (self->draft);
  g_clear_pointer (&self->draft, g_free);
}

void
liaison_session_begin_journal (LiaisonSession *self)
{
  g_autofree char *folder = liaison_session_dup_state_folder ();
  GError *error = NULL;

  g_clear_object (&self->journal);
  if (self->path == NULL && self->draft == NULL)
    self->draft = liaison_draft_write (self->plan, &error);
  if (error == NULL)
    self->journal = liaison_plan_journal_new (self->editor, folder, self->path != NULL ? self->path : self->draft,
                                              &self->plan->stamp, &error);
  if (self->journal == NULL)
    liaison_session_report (self,
                            _("Unsaved changes to this plan cannot be kept safe against a crash. Save often."), error);
}

gboolean
liaison_session_adopt_recovery (LiaisonSession         *self,
                                LiaisonJournalRecovery *recovery,
                                guint                   first)
{
  liaison_editor_mark_modified (self->editor);
  return self->journal != NULL && liaison_plan_journal_adopt (self->journal, recovery, first, NULL);
}

void
liaison_session_close_journal (LiaisonSession *self)
{
  if (self->journal != NULL)
    liaison_plan_journal_close (self->journal, NULL);
  g_clear_object (&self->journal);
  drop_draft (self);
}

static void
save_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (!job->expects_stamp)
    memset (&job->stamp, 0, sizeof job->stamp);
  if (liaison_plan_save_with_journal (job->snapshot, job->trail, job->path, job->expects_stamp ? &job->stamp : NULL,
                                      job->journal, job->position, cancellable, &error)
      && (job->expects_stamp || liaison_file_stamp_take (&job->stamp, job->path, cancellable, &error)))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
liaison_session_save_async (LiaisonSession     *self,
                            const char         *path,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->snapshot = liaison_document_get_snapshot (self->plan->document);
  job->trail = liaison_trail_freeze (self->plan->trail);
  job->path = g_strdup (path != NULL ? path : self->path);
  job->expects_stamp = g_strcmp0 (job->path, self->path) == 0;
  job->stamp = self->plan->stamp;
  if (self->journal != NULL)
    {
      job->journal = g_object_ref (self->journal);
      job->position = liaison_journal_get_position (liaison_plan_journal_get_journal (self->journal));
    }
  g_task_set_source_tag (task, liaison_session_save_async);
  g_task_set_task_data (task, job, job_free);
  liaison_session_notify_saving (self, TRUE);
  g_task_run_in_thread (task, save_thread);
}

gboolean
liaison_session_save_finish (LiaisonSession *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  const Job *job = g_task_get_task_data (G_TASK (result));
  GError *problem = NULL;

  liaison_session_notify_saving (self, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), &problem)
      && !g_error_matches (problem, LIAISON_STORE_ERROR, LIAISON_STORE_ERROR_NOT_DURABLE))
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  g_clear_error (&problem);

  self->plan->stamp = job->stamp;
  liaison_session_set_path (self, job->path);
  drop_draft (self);
  if (liaison_snapshot_get_version (job->snapshot) == liaison_document_get_version (self->plan->document))
    liaison_editor_mark_saved (self->editor);
  return TRUE;
}
