/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/picture-button.h"

#include "exchange/picture-read.h"
#include "message.h"

#include <glib/gi18n.h>

typedef struct
{
  LiaisonFormRow *row;        /* a reference */
  LiaisonFieldTarget *target; /* what it stood for when the file was chosen */
  GFile *file;
  LiaisonBlock *attachment;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_object_unref (self->row);
  g_object_unref (self->target);
  g_object_unref (self->file);
  liaison_block_unref (self->attachment);
  g_free (self);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  stream = g_file_read (job->file, cancellable, &error);
  if (stream != NULL)
    bytes = g_input_stream_read_bytes (G_INPUT_STREAM (stream), LIAISON_PICTURE_MOST_BYTES + 1,
                                       cancellable, &error);
  if (bytes == NULL || !liaison_picture_read (job->attachment, bytes, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
commit (Job *job)
{
  LiaisonSession *session = liaison_field_target_get_session (job->target);
  LiaisonProposal *proposal = liaison_proposal_new (N_ ("Add a picture"));
  LiaisonId id = job->attachment->id;

  liaison_proposal_add_record (proposal, job->attachment);
  for (guint i = 0; i < liaison_field_target_get_size (job->target); i++)
    {
      const LiaisonBlock *block = liaison_field_target_get_block (job->target, i);

      if (block != NULL)
        liaison_proposal_set_field (proposal, block, liaison_form_row_get_index (job->row), &id);
    }
  liaison_session_commit (session, proposal, _ ("The picture was added."));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  const char *why;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      commit (job);
      return;
    }
  if (gtk_widget_get_root (GTK_WIDGET (job->row)) == NULL)
    return;
  why = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED)
            ? _ ("Choose a picture in PNG or JPEG format.")
        : g_error_matches (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE)
            ? _ ("It is too large. Choose one of at most 32 MB and 40 million pixels.")
            : error->message;
  liaison_tell (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (job->row))),
                _ ("The picture was not added"), why);
}

static Job *
make_job (LiaisonFormRow *row, GFile *file)
{
  LiaisonFieldTarget *target = liaison_form_row_get_target (row);
  Job *job = g_new0 (Job, 1);
  g_autofree char *name = g_file_get_basename (file);
  LiaisonAttachmentData *data;

  job->row = g_object_ref (row);
  job->target = g_object_ref (target);
  job->file = g_object_ref (file);
  job->attachment = liaison_session_new_block (liaison_field_target_get_session (target),
                                               &liaison_attachment_kind);
  data = (LiaisonAttachmentData *) job->attachment;
  if (g_utf8_validate (name, -1, NULL))
    data->file_name = g_ref_string_new (name);
  return job;
}

static void
response_cb (GtkNativeDialog *dialog, int response, LiaisonFormRow *row)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                               ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog))
                               : NULL;

  if (file != NULL)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, read_cb, NULL);

      g_task_set_source_tag (task, liaison_picture_button_add);
      g_task_set_task_data (task, make_job (row, file), job_free);
      g_task_run_in_thread (task, read_thread);
    }
  g_object_unref (dialog);
}

static void
clicked_cb (LiaisonFormRow *row)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Choose a Picture"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (row))),
      GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"), NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("PNG and JPEG pictures"));
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/jpeg");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (response_cb), row, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
liaison_picture_button_add (LiaisonFormRow *row)
{
  GtkWidget *button = liaison_form_row_new_button ("insert-image-symbolic", _ ("Choose a Picture"));

  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), row, G_CONNECT_SWAPPED);
  liaison_form_row_add_suffix (row, button);
}
