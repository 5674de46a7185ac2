/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages go to a printer, or into a PDF without one. */
#include "config.h"

#include "print/print-window-private.h"

#include "message.h"
#include "preferences.h"

#include <glib/gi18n.h>

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, LiaisonPages *pages)
{
  gtk_print_operation_set_n_pages (operation, (int) liaison_pages_get_n (pages));
}

/* The printer's page may be another one than was asked for: fitted then, never cut. */
static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int number,
              LiaisonPages *pages)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  liaison_pages_get_size (pages, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width,
               gtk_print_context_get_height (context) / height);
  if (scale < 0.99 || scale > 1.01)
    cairo_scale (cr, scale, scale);
  liaison_pages_draw (pages, (guint) number, cr);
}

static void
unref_pages_cb (gpointer pages, GClosure *closure)
{
  liaison_pages_unref (pages);
}

static GtkPageSetup *
make_page_setup (LiaisonPrintWindow *self)
{
  LiaisonPageSetup chosen = liaison_print_window_get_setup (self);
  GtkPageSetup *setup = gtk_page_setup_new ();
  double width, height;
  GtkPaperSize *size;

  /* Of the paper, as it stands. */
  chosen.landscape = FALSE;
  liaison_page_setup_get_size (&chosen, &width, &height);
  size = gtk_paper_size_new_custom (liaison_papers.choices[chosen.paper].nick,
                                    _ (liaison_papers.choices[chosen.paper].label), width, height,
                                    GTK_UNIT_POINTS);
  if (chosen.paper == LIAISON_PAPER_A4 || chosen.paper == LIAISON_PAPER_LETTER)
    {
      gtk_paper_size_free (size);
      size = gtk_paper_size_new (chosen.paper == LIAISON_PAPER_A4 ? GTK_PAPER_NAME_A4
                                                                  : GTK_PAPER_NAME_LETTER);
    }
  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);
  gtk_page_setup_set_orientation (setup, adw_combo_row_get_selected (self->orientation_row) == 1
                                             ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                             : GTK_PAGE_ORIENTATION_PORTRAIT);
  return setup;
}

void
liaison_print_window_print (LiaisonPrintWindow *self)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_page_setup (self);
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult result;

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, self->title);
  gtk_print_operation_set_allow_async (operation, FALSE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_print_cb),
                         liaison_pages_ref (self->pages), unref_pages_cb, 0);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb),
                         liaison_pages_ref (self->pages), unref_pages_cb, 0);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                    GTK_WINDOW (self), &error);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    liaison_tell (GTK_WINDOW (self), _ ("The pages were not printed"), error->message);
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Sent to the printer.")));
}

/* What waits for the file. */
typedef struct
{
  LiaisonPrintWindow *window; /* a reference */
  GCancellable *job;          /* a reference */
  char *path;
} Wait;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;
  g_autoptr (LiaisonPrintWindow) self = wait->window;
  g_autoptr (GCancellable) job = wait->job;
  g_autofree char *path = wait->path;
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GError) error = NULL;

  g_free (wait);
  if (liaison_save_pages_finish (result, &error))
    {
      /* Translators: %s is the name of a file. */
      g_autofree char *text = g_strdup_printf (_ ("Saved as “%s”."), name);
      AdwToast *toast;
      g_autofree char *escaped = g_markup_escape_text (text, -1);

      toast = adw_toast_new (escaped);
      adw_toast_overlay_add_toast (self->toasts, toast);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    liaison_tell (GTK_WINDOW (self), _ ("The PDF was not saved"), error->message);
  liaison_print_window_end (self, job);
}

static void
path_cb (char *path, gpointer data)
{
  g_autoptr (LiaisonPrintWindow) self = data;
  LiaisonPdfInfo info = { .title = self->title, .created = self->made };
  Wait *wait;

  if (path == NULL || self->pages == NULL)
    {
      g_free (path);
      return;
    }
  info.subject = liaison_session_get_title (self->session);
  wait = g_new0 (Wait, 1);
  wait->window = g_object_ref (self);
  wait->job = g_object_ref (liaison_print_window_begin (self));
  wait->path = path;
  liaison_save_pages_async (self->pages, &info, path, self->progress, wait->job, saved_cb, wait);
}

void
liaison_print_window_save (LiaisonPrintWindow *self)
{
  g_autofree char *name = g_strconcat (self->name, ".pdf", NULL);

  liaison_choose_file_to_save (GTK_WINDOW (self), _ ("Save as PDF"), name, _ ("PDF documents"),
                               ".pdf", path_cb, g_object_ref (self));
}
