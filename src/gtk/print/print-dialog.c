/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/print-dialog.h"

/* What is offered again, as long as the program runs: the printer and its ways, never which pages.
 */
static const char *const kept_keys[] = {
  GTK_PRINT_SETTINGS_PRINTER,    GTK_PRINT_SETTINGS_DUPLEX,
  GTK_PRINT_SETTINGS_USE_COLOR,  GTK_PRINT_SETTINGS_QUALITY,
  GTK_PRINT_SETTINGS_MEDIA_TYPE, GTK_PRINT_SETTINGS_DEFAULT_SOURCE,
  GTK_PRINT_SETTINGS_OUTPUT_DIR, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT,
};

static GtkPrintSettings *
get_kept (void)
{
  static GtkPrintSettings *kept;

  if (kept == NULL)
    kept = gtk_print_settings_new ();
  return kept;
}

static void
copy_settings (GtkPrintSettings *from, GtkPrintSettings *to)
{
  for (guint i = 0; i < G_N_ELEMENTS (kept_keys); i++)
    gtk_print_settings_set (to, kept_keys[i], gtk_print_settings_get (from, kept_keys[i]));
}

static GtkPrintSettings *
make_settings (const LiaisonPrintOut *out)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  copy_settings (get_kept (), settings);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, out->name);
  if (gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR) == NULL)
    gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR,
                            documents != NULL ? documents : g_get_home_dir ());
  if (out->folded)
    gtk_print_settings_set_duplex (settings, GTK_PRINT_DUPLEX_VERTICAL);
  return settings;
}

static char *
dup_path (GtkPrintSettings *settings)
{
  const char *uri = gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);

  return uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
}

/* A booklet's way of turning sheets is not kept for tables. */
static void
keep_settings (GtkPrintSettings *settings, const LiaisonPrintOut *out, const char *path)
{
  g_autofree char *duplex =
      g_strdup (gtk_print_settings_get (get_kept (), GTK_PRINT_SETTINGS_DUPLEX));
  g_autofree char *dir = path != NULL ? g_path_get_dirname (path) : NULL;

  copy_settings (settings, get_kept ());
  if (dir != NULL)
    gtk_print_settings_set (get_kept (), GTK_PRINT_SETTINGS_OUTPUT_DIR, dir);
  if (out->folded)
    gtk_print_settings_set (get_kept (), GTK_PRINT_SETTINGS_DUPLEX, duplex);
}

/* The printer's page may be another one than was asked for: fitted then, never cut. */
static void
draw_cb (GtkPrintOperation *operation,
         GtkPrintContext *context,
         int number,
         const LiaisonPrintOut *out)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  out->get_size ((guint) number, &width, &height, out->data);
  scale = MIN (gtk_print_context_get_width (context) / width,
               gtk_print_context_get_height (context) / height);
  if (scale < 0.99 || scale > 1.01)
    {
      cairo_translate (cr, (gtk_print_context_get_width (context) - width * scale) / 2,
                       (gtk_print_context_get_height (context) - height * scale) / 2);
      cairo_scale (cr, scale, scale);
    }
  out->draw ((guint) number, cr, out->data);
}

static void
ready_cb (GtkPrintOperationPreview *preview, GtkPrintContext *context, gpointer data)
{
  gtk_print_operation_preview_end_preview (preview);
}

/* The window behind the dialog is the preview already; no other program has to be there for it. */
static gboolean
preview_cb (GtkPrintOperation *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext *context,
            GtkWindow *parent,
            gboolean *previewed)
{
  cairo_surface_t *nothing = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (nothing);

  *previewed = TRUE;
  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  cairo_surface_destroy (nothing);
  g_signal_connect (preview, "ready", G_CALLBACK (ready_cb), NULL);
  return TRUE;
}

GtkPrintOperationResult
liaison_print_out (GtkWindow *parent, const LiaisonPrintOut *out, char **file, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPrintSettings) settings = make_settings (out);
  GtkPrintOperationResult result;
  gboolean previewed = FALSE;

  gtk_print_operation_set_default_page_setup (operation, out->setup);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, out->any_paper);
  gtk_print_operation_set_job_name (operation, out->title);
  gtk_print_operation_set_n_pages (operation, (int) out->n);
  gtk_print_operation_set_current_page (operation, (int) out->current);
  gtk_print_operation_set_allow_async (operation, FALSE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), (gpointer) out);
  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), &previewed);
  result =
      gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, error);
  /* GTK takes a preview for a print. */
  if (previewed && result == GTK_PRINT_OPERATION_RESULT_APPLY)
    return GTK_PRINT_OPERATION_RESULT_CANCEL;
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      GtkPrintSettings *chosen = gtk_print_operation_get_print_settings (operation);
      g_autofree char *path = dup_path (chosen);

      keep_settings (chosen, out, path);
      if (file != NULL)
        *file = g_steal_pointer (&path);
    }
  return result;
}
