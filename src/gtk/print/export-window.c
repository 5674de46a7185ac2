/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/export-window.h"

#include "exchange/listing-marking.h"
#include "message.h"
#include "print/print-job.h"
#include "print/tellings.h"

#include <glib/gi18n.h>

#define TICK 100

struct _LiaisonExportWindow
{
  AdwWindow parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonExtract *extract; /* of a table, or NULL */
  LiaisonPrintable *view;  /* that has a drawing, or NULL */
  char *name;              /* for the file */
  AdwToastOverlay *toasts;
  GCancellable *job; /* what is under way, or NULL */
  LiaisonJobProgress *progress;

  /* Template */
  AdwWindowTitle *heading;
  GtkProgressBar *progress_bar;
  GtkWidget *form, *mark_row, *what, *tellings;
  AdwComboRow *format_row, *rows_row, *columns_row, *language_row, *zone_row;
  GtkSwitch *mark_switch;

  /* State */
  guint ticker;
};

G_DEFINE_FINAL_TYPE (LiaisonExportWindow, liaison_export_window, ADW_TYPE_WINDOW)

/* In the order they are offered; what was chosen last is offered first again. */
static const LiaisonExportFormat formats[] = { LIAISON_EXPORT_XLSX, LIAISON_EXPORT_CSV,
                                               LIAISON_EXPORT_TSV,  LIAISON_EXPORT_HTML,
                                               LIAISON_EXPORT_TEXT, LIAISON_EXPORT_MARKDOWN };
static guint last_format;

static gboolean
is_whole (LiaisonExportWindow *self)
{
  return self->extract != NULL && self->extract->whole;
}

/* Not every format has room for several tables. */
static gboolean
is_offered (LiaisonExportWindow *self, LiaisonExportFormat format)
{
  return !is_whole (self) || liaison_export_get_info (format)->several;
}

static LiaisonExportFormat
get_format (LiaisonExportWindow *self)
{
  guint left = adw_combo_row_get_selected (self->format_row);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (is_offered (self, formats[i]) && left-- == 0)
      return formats[i];
  return LIAISON_EXPORT_XLSX;
}

static void
update (LiaisonExportWindow *self)
{
  LiaisonExportFormat format = get_format (self);
  gboolean busy = self->job != NULL;

  gtk_widget_set_visible (self->mark_row,
                          format == LIAISON_EXPORT_CSV || format == LIAISON_EXPORT_TSV);
  gtk_widget_set_sensitive (self->tellings, adw_combo_row_get_selected (self->columns_row) != 2);
  gtk_widget_set_sensitive (self->form, !busy);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.begin", !busy);
}

static gboolean
tick_cb (gpointer data)
{
  LiaisonExportWindow *self = data;

  gtk_progress_bar_set_fraction (self->progress_bar, liaison_job_progress_get (self->progress));
  return G_SOURCE_CONTINUE;
}

static void
end (LiaisonExportWindow *self)
{
  g_clear_object (&self->job);
  g_clear_handle_id (&self->ticker, g_source_remove);
  update (self);
}

/* What waits for the file. */
typedef struct
{
  LiaisonExportWindow *window; /* a reference */
  char *path;
} Wait;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;
  g_autoptr (LiaisonExportWindow) self = wait->window;
  g_autofree char *path = wait->path;
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GError) error = NULL;

  g_free (wait);
  if (liaison_export_finish (result, &error))
    {
      /* Translators: %s is the name of a file. */
      g_autofree char *text = g_strdup_printf (_ ("Exported to “%s”."), name);
      g_autofree char *escaped = g_markup_escape_text (text, -1);

      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
      end (self);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  end (self);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    liaison_tell (GTK_WINDOW (self), _ ("The table was not exported"), error->message);
}

/* The drawing as a table, in the chosen language. */
static LiaisonListing *
make_listing (LiaisonExportWindow *self, LiaisonWords *words)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  const char *title = self->name;
  g_autoptr (LiaisonDrawing) drawing = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  LiaisonListing *listing;

  manner.words = words;
  manner.zone = liaison_tellings_get_zone (self->zone_row);
  manner.lookup = liaison_snapshot_get_lookup (snapshot);
  drawing = liaison_printable_make_drawing (self->view, &manner, &title);
  rows = drawing != NULL ? liaison_drawing_make_table (drawing, &manner) : NULL;
  if (rows == NULL)
    return NULL;
  listing = liaison_listing_new_for_rows (&manner, title, rows);
  listing->exercise =
      liaison_manner_tell_block_name (&manner, liaison_snapshot_get_exercise (snapshot));
  listing->marking = liaison_listing_tell_drawn_marking (&manner, snapshot);
  if (liaison_printable_is_filtered (self->view))
    listing->filter = g_strdup (liaison_words_get (words, N_ ("Filtered")));
  return listing;
}

static void
export_to (LiaisonExportWindow *self, char *path)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  guint columns = adw_combo_row_get_selected (self->columns_row);
  g_autoptr (LiaisonWords) words =
      liaison_words_new (liaison_tellings_get_language (self->language_row), NULL);
  const LiaisonExtractChoice choice = {
    .rows = (LiaisonExtractRows) adw_combo_row_get_selected (self->rows_row),
    .all_columns = columns == 1,
    .spelling = columns == 2 ? LIAISON_LISTING_EXACT : LIAISON_LISTING_AS_TOLD,
    .words = words,
    .zone = liaison_tellings_get_zone (self->zone_row),
    .format = manner.format,
    .now = manner.now,
  };
  const LiaisonExportOptions options = { get_format (self),
                                         gtk_switch_get_active (self->mark_switch), manner.now };
  g_autoptr (LiaisonListing) listing = self->view != NULL ? make_listing (self, words) : NULL;
  Wait *wait;

  if (self->view != NULL && listing == NULL)
    {
      g_free (path);
      return;
    }
  wait = g_new0 (Wait, 1);
  wait->window = g_object_ref (self);
  wait->path = path;
  g_clear_pointer (&self->progress, liaison_job_progress_unref);
  self->progress = liaison_job_progress_new ();
  self->job = g_cancellable_new ();
  self->ticker = g_timeout_add (TICK, tick_cb, self);
  update (self);
  if (listing != NULL)
    liaison_export_listing_async (listing, words, &options, path, self->progress, self->job,
                                  done_cb, wait);
  else
    liaison_export_extract_async (self->extract, &choice, &options, path, self->progress, self->job,
                                  done_cb, wait);
}

static void
path_cb (char *path, gpointer data)
{
  g_autoptr (LiaisonExportWindow) self = data;

  if (path != NULL)
    export_to (self, path);
}

static void
begin_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonExportWindow *self = LIAISON_EXPORT_WINDOW (widget);
  const LiaisonExportFormatInfo *info = liaison_export_get_info (get_format (self));
  g_autofree char *name = g_strconcat (self->name, info->ending, NULL);

  if (!is_whole (self))
    last_format = adw_combo_row_get_selected (self->format_row);
  liaison_choose_file_to_save (GTK_WINDOW (self), _ ("Export"), name, _ (info->label), info->ending,
                               path_cb, g_object_ref (self));
}

static void
cancel_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonExportWindow *self = LIAISON_EXPORT_WINDOW (widget);

  if (self->job != NULL)
    g_cancellable_cancel (self->job);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
offer_formats (LiaisonExportWindow *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (is_offered (self, formats[i]))
      gtk_string_list_append (list, _ (liaison_export_get_info (formats[i])->label));
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->format_row, is_whole (self) ? 0 : last_format);
}

static void
liaison_export_window_dispose (GObject *object)
{
  LiaisonExportWindow *self = LIAISON_EXPORT_WINDOW (object);

  if (self->job != NULL)
    g_cancellable_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_handle_id (&self->ticker, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->toasts);
  g_clear_object (&self->view);
  g_clear_pointer (&self->extract, liaison_extract_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->progress, liaison_job_progress_unref);
  G_OBJECT_CLASS (liaison_export_window_parent_class)->dispose (object);
}

static void
liaison_export_window_class_init (LiaisonExportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_export_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/liaisonplanner/Liaison/print/export-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonExportWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, LiaisonExportWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, LiaisonExportWindow, form);
  gtk_widget_class_bind_template_child (widget_class, LiaisonExportWindow, mark_row);
  gtk_widget_class_bind_template_child (widget_class, LiaisonExportWindow, mark_switch);
  gtk_widget_class_bind_template_child (widget_class, LiaisonExportWindow, what);
  gtk_widget_class_bind_template_child (widget_class, LiaisonExportWindow, tellings);
  gtk_widget_class_bind_template_child (widget_class, LiaisonExportWindow, format_row);
  gtk_widget_class_bind_template_child (widget_class, LiaisonExportWindow, rows_row);
  gtk_widget_class_bind_template_child (widget_class, LiaisonExportWindow, columns_row);
  gtk_widget_class_bind_template_child (widget_class, LiaisonExportWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, LiaisonExportWindow, zone_row);
  gtk_widget_class_install_action (widget_class, "export.begin", NULL, begin_cb);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "export.cancel", NULL);
}

static void
liaison_export_window_init (LiaisonExportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static LiaisonExportWindow *
window_new (GtkWindow *parent,
            LiaisonSession *session,
            const char *title,
            const char *name,
            AdwToastOverlay *toasts)
{
  LiaisonExportWindow *self =
      g_object_new (LIAISON_TYPE_EXPORT_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->toasts = g_object_ref (toasts);
  self->name = g_strdup (name);
  adw_window_title_set_subtitle (self->heading, title);
  offer_formats (self);
  liaison_tellings_offer_languages (self->language_row, session);
  liaison_tellings_offer_zones (self->zone_row, session);
  g_signal_connect_object (self->format_row, "notify::selected", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns_row, "notify::selected", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return self;
}

GtkWidget *
liaison_export_window_new (GtkWindow *parent,
                           LiaisonSession *session,
                           LiaisonExtract *extract,
                           AdwToastOverlay *toasts)
{
  LiaisonExportWindow *self = window_new (parent, session, extract->title, extract->name, toasts);

  self->extract = liaison_extract_ref (extract);
  if (extract->whole)
    {
      offer_formats (self);
      gtk_widget_set_visible (GTK_WIDGET (self->rows_row), FALSE);
    }
  else
    liaison_tellings_offer_rows (self->rows_row, extract);
  return GTK_WIDGET (self);
}

GtkWidget *
liaison_export_window_new_for_drawing (GtkWindow *parent,
                                       LiaisonSession *session,
                                       LiaisonPrintable *view,
                                       AdwToastOverlay *toasts)
{
  const char *title = NULL;
  LiaisonBox seen = { 0 };
  LiaisonExportWindow *self;

  liaison_printable_get_drawing (view, &title, &seen);
  self = window_new (parent, session, title, title, toasts);
  self->view = g_object_ref (view);
  gtk_widget_set_visible (self->what, FALSE);
  return GTK_WIDGET (self);
}
