/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages go to a printer, or into a PDF without one. */
#include "config.h"

#include "print/print-dialog.h"
#include "print/print-window-private.h"

#include "message.h"
#include "preferences.h"

#include <glib/gi18n.h>

static void
get_size (guint page, double *width, double *height, gpointer pages)
{
  liaison_pages_get_size (pages, width, height);
}

static void
draw (guint page, cairo_t *cr, gpointer pages)
{
  liaison_pages_draw (pages, page, cr);
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

static void
tell_saved (LiaisonPrintWindow *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: %s is the name of a file. */
  g_autofree char *text = g_strdup_printf (_ ("Saved as “%s”."), name);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

void
liaison_print_window_print (LiaisonPrintWindow *self)
{
  g_autoptr (GtkPageSetup) setup = make_page_setup (self);
  g_autoptr (LiaisonPages) pages = liaison_pages_ref (self->pages);
  const LiaisonPrintOut out = {
    .title = self->title,
    .name = self->name,
    .setup = setup,
    .n = liaison_pages_get_n (pages),
    .current = gtk_single_selection_get_selected (self->chosen),
    .get_size = get_size,
    .draw = draw,
    .data = pages,
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;
  GtkPrintOperationResult result = liaison_print_out (GTK_WINDOW (self), &out, &file, &error);

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    liaison_tell (GTK_WINDOW (self), _ ("The pages were not printed"), error->message);
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY && file != NULL)
    tell_saved (self, file);
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
  g_autoptr (GError) error = NULL;

  g_free (wait);
  if (liaison_save_pages_finish (result, &error))
    tell_saved (self, path);
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
