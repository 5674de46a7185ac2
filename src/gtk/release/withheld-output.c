/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "release/withheld-output.h"

#include "message.h"

#include "exchange/export.h"
#include "pack/listing-pages.h"
#include "release/copy-file.h"
#include "store/safe-file.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is to be written. */
typedef struct
{
  GtkWindow *window;
  LiaisonSession *session;
  LiaisonRedaction *redaction; /* or NULL */
  LiaisonListing *listing;     /* or NULL */
  LiaisonWords *words;
  char *format;
  char *path;
  gint64 now;
} Output;

static void
output_free (gpointer data)
{
  Output *self = data;

  g_clear_pointer (&self->redaction, liaison_redaction_free);
  g_clear_pointer (&self->listing, liaison_listing_unref);
  g_clear_pointer (&self->words, liaison_words_unref);
  g_object_unref (self->window);
  g_object_unref (self->session);
  g_free (self->format);
  g_free (self->path);
  g_free (self);
}

static Output *
output_new (GtkWidget *widget, LiaisonSession *session)
{
  LiaisonManner manner = liaison_session_get_manner (session);
  Output *self = g_new0 (Output, 1);

  self->window = g_object_ref (GTK_WINDOW (gtk_widget_get_root (widget)));
  self->session = g_object_ref (session);
  self->words = liaison_words_ref (manner.words);
  self->now = manner.now;
  return self;
}

static gboolean
write_pdf (const Output *self, GOutputStream *stream, GError **error)
{
  const LiaisonPdfInfo info = { self->listing->title, self->listing->exercise, NULL, self->now };
  LiaisonListingPrint print = { .setup = liaison_page_setup_default (), .now = self->now };
  g_autoptr (LiaisonPages) pages = liaison_listing_to_pages (self->listing, &print, self->words);

  return liaison_pages_flow (pages, NULL, NULL, NULL, error)
         && liaison_pages_write_pdf (pages, &info, stream, NULL, NULL, NULL, error);
}

static gboolean
write_listing (const Output *self, GOutputStream *stream, GError **error)
{
  LiaisonExportOptions options = { .created = self->now };

  if (strcmp (self->format, "pdf") == 0)
    return write_pdf (self, stream, error);
  g_assert (liaison_export_find_format (self->format, &options.format));
  return liaison_export_write ((const LiaisonListing *const *) &self->listing, 1, &options,
                               self->words, stream, NULL, NULL, NULL, error);
}

static gboolean
write_sheet (const Output *self, GError **error)
{
  g_autoptr (LiaisonSafeFile) file = liaison_safe_file_begin (self->path, NULL, 0, NULL, error);
  LiaisonFileStamp stamp;

  return file != NULL && write_listing (self, liaison_safe_file_get_stream (file), error)
         && liaison_safe_file_commit (file, &stamp, NULL, error);
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Output *self = data;
  GError *error = NULL;
  gboolean done = self->redaction != NULL
                      ? liaison_redaction_save (self->redaction, self->path, NULL, &error)
                      : write_sheet (self, &error);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Output *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_signal_emit_by_name (
        self->session, "notice",
        self->redaction != NULL ? _ ("The copy is written.") : _ ("The sheet is written."), FALSE);
  else
    liaison_tell (self->window, _ ("It Could Not Be Written"), error->message);
}

/* Over the plan that is open it would be lost. */
static gboolean
is_own_plan (const Output *self)
{
  const char *own = liaison_session_get_path (self->session);
  g_autofree char *one = own != NULL ? g_canonicalize_filename (own, NULL) : NULL;
  g_autofree char *other = g_canonicalize_filename (self->path, NULL);

  return g_strcmp0 (one, other) == 0;
}

static void
chosen_cb (char *path, gpointer data)
{
  Output *self = data;
  g_autoptr (GTask) task = NULL;

  self->path = path;
  if (path == NULL || is_own_plan (self))
    {
      if (path != NULL)
        liaison_tell (self->window, _ ("That Is the Plan Itself"),
                      _ ("The copy would replace the plan that is open. Choose another name."));
      output_free (self);
      return;
    }
  task = g_task_new (NULL, NULL, written_cb, NULL);
  g_task_set_source_tag (task, chosen_cb);
  g_task_set_task_data (task, self, output_free);
  g_task_run_in_thread (task, write_thread);
}

/* Names of files tell the audience, and nothing of what is in them. */
static char *
make_name (const char *what, const char *ending)
{
  g_autofree char *plain = g_strdelimit (g_strdup (what), " /\\:", '-');

  return g_strconcat (plain, ending, NULL);
}

void
liaison_withheld_write_copy (GtkWidget *widget,
                             LiaisonSession *session,
                             LiaisonRedaction *redaction)
{
  Output *self = output_new (widget, session);
  g_autofree char *name = make_name (redaction->audience->name, ".liaison");

  self->redaction = redaction;
  liaison_choose_plan_to_save (self->window, NULL, name, chosen_cb, self);
}

void
liaison_withheld_export (GtkWidget *widget,
                         LiaisonSession *session,
                         LiaisonListing *listing,
                         const char *format)
{
  Output *self = output_new (widget, session);
  g_autofree char *ending = g_strconcat (".", format, NULL);
  g_autofree char *name = make_name (listing->title, ending);

  self->listing = liaison_listing_ref (listing);
  self->format = g_strdup (format);
  liaison_choose_file_to_save (self->window, _ ("Export the Sheet"), name, listing->title, ending,
                               chosen_cb, self);
}

GtkWidget *
liaison_withheld_export_button_new (const char *tip)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("As _PDF…"), "release.export::pdf");
  g_menu_append (menu, _ ("As _Workbook…"), "release.export::xlsx");
  g_menu_append (menu, _ ("As _Text for Spreadsheets…"), "release.export::csv");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-send-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  return button;
}
