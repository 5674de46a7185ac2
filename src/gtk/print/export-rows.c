/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/export-rows.h"

#include "exchange/export.h"
#include "exchange/listing-marking.h"
#include "message.h"
#include "store/safe-file.h"

#include <glib/gi18n.h>

/* What waits for answers, and then for the file. */
typedef struct
{
  GtkWindow *parent;
  LiaisonSession *session;
  AdwToastOverlay *toasts;
  const char *title;
  GPtrArray *rows;
  LiaisonExportOptions options;

  /* For the thread */
  LiaisonListing *listing;
  LiaisonWords *words;
  char *path;
} Work;

static void
work_free (gpointer data)
{
  Work *self = data;

  g_object_unref (self->parent);
  g_object_unref (self->session);
  g_object_unref (self->toasts);
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->listing, liaison_listing_unref);
  g_clear_pointer (&self->words, liaison_words_unref);
  g_free (self->path);
  g_free (self);
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *self = data;
  const LiaisonListing *all[] = { self->listing };
  GError *error = NULL;
  LiaisonFileStamp stamp;
  g_autoptr (LiaisonSafeFile) file =
      liaison_safe_file_begin (self->path, NULL, 0, cancellable, &error);

  if (file != NULL
      && liaison_export_write (all, 1, &self->options, self->words,
                               liaison_safe_file_get_stream (file), NULL, NULL, cancellable, &error)
      && liaison_safe_file_commit (file, &stamp, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Work *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_autofree char *name = g_filename_display_basename (self->path);
      /* Translators: %s is the name of a file. */
      g_autofree char *text = g_strdup_printf (_ ("Exported to “%s”."), name);
      g_autofree char *escaped = g_markup_escape_text (text, -1);
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
    }
  else
    liaison_tell (self->parent, _ ("The table was not exported"), error->message);
}

static void
path_cb (char *path, gpointer data)
{
  Work *self = data;
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  g_autoptr (GTask) task = NULL;

  if (path == NULL)
    {
      work_free (self);
      return;
    }
  self->path = path;
  self->words = liaison_words_ref (manner.words);
  self->options.created = manner.now;
  self->listing = liaison_listing_new_for_rows (&manner, self->title, self->rows);
  self->listing->exercise =
      liaison_manner_tell_block_name (&manner, liaison_snapshot_get_exercise (snapshot));
  self->listing->marking = liaison_listing_tell_drawn_marking (&manner, snapshot);
  task = g_task_new (NULL, NULL, done_cb, NULL);
  g_task_set_source_tag (task, liaison_export_rows);
  g_task_set_task_data (task, self, work_free);
  g_task_run_in_thread (task, write_thread);
}

static void
format_cb (const char *response, gpointer data)
{
  Work *self = data;
  const LiaisonExportFormatInfo *info;
  g_autofree char *name = NULL;

  if (!liaison_export_find_format (response, &self->options.format))
    {
      work_free (self);
      return;
    }
  info = liaison_export_get_info (self->options.format);
  name = g_strconcat (self->title, info->ending, NULL);
  liaison_choose_file_to_save (self->parent, _ ("Export"), name, _ (info->label), info->ending,
                               path_cb, self);
}

void
liaison_export_rows (GtkWindow *parent,
                     LiaisonSession *session,
                     const char *title,
                     GPtrArray *rows,
                     AdwToastOverlay *toasts)
{
  const LiaisonAnswer answers[] = {
    { "csv", _ ("_CSV"), FALSE, FALSE },
    { "html", _ ("_HTML"), FALSE, FALSE },
    { "xlsx", _ ("_Spreadsheet"), FALSE, TRUE },
  };
  Work *self = g_new0 (Work, 1);

  self->parent = g_object_ref (parent);
  self->session = g_object_ref (session);
  self->toasts = g_object_ref (toasts);
  self->title = title;
  self->rows = g_ptr_array_ref (rows);
  liaison_ask (parent, _ ("Export as a Table"),
               _ ("A picture or PDF of it comes from Print, or from the clipboard with "
                  "Ctrl+Shift+C."),
               answers, G_N_ELEMENTS (answers), format_cb, self);
}
