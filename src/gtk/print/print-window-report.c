/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports on paper. */
#include "config.h"

#include "print/print-window-private.h"

#include "print/tellings.h"

/* A report while it is set, with references of its own. */
typedef struct
{
  LiaisonReport report;
  LiaisonReportFunc func;
  GArray *ids;
  char *zone;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->report.snapshot, liaison_snapshot_unref);
  g_clear_pointer (&job->report.manner.words, liaison_words_unref);
  g_clear_pointer (&job->ids, g_array_unref);
  g_free (job->zone);
  g_free (job);
}

static void
report_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (LiaisonPages) pages = job->func (&job->report);

  if (liaison_pages_flow (pages, NULL, NULL, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&pages), (GDestroyNotify) liaison_pages_unref);
  else
    g_task_return_error (task, error);
}

void
liaison_print_window_set_report (LiaisonPrintWindow *self,
                                 GCancellable *job,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, job, callback, data);
  Job *work = g_new0 (Job, 1);

  work->func = self->report;
  work->ids = g_array_ref (self->ids);
  work->zone = g_strdup (liaison_tellings_get_zone (self->zone_row));
  work->report.snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  work->report.manner = liaison_session_get_manner (self->session);
  work->report.manner.words = liaison_words_ref (self->words);
  work->report.manner.lookup = liaison_snapshot_get_lookup (work->report.snapshot);
  work->report.manner.zone = work->zone;
  work->report.setup = liaison_print_window_get_setup (self);
  work->report.now = self->made;
  work->report.ids = (const LiaisonId *) (gconstpointer) work->ids->data;
  work->report.n_ids = work->ids->len;
  g_task_set_source_tag (task, liaison_print_window_set_report);
  g_task_set_task_data (task, work, job_free);
  g_task_run_in_thread (task, report_thread);
}
