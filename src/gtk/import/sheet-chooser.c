/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/sheet-chooser.h"

#include <glib/gi18n.h>

typedef struct
{
  LiaisonPathFunc func;
  gpointer data;
} Call;

static void
response_cb (GtkNativeDialog *dialog, int response, Call *call)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                               ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog))
                               : NULL;

  call->func (file != NULL ? g_file_get_path (file) : NULL, call->data);
  g_object_unref (dialog);
  g_free (call);
}

void
liaison_choose_sheet_to_open (GtkWindow *parent, LiaisonPathFunc func, gpointer data)
{
  static const char *const endings[] = { "xlsx", "xlsm", "csv", "tsv", "tab", "txt" };
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _("Choose a Spreadsheet"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), NULL);
  g_autoptr (GtkFileFilter) sheets = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  Call *call = g_new (Call, 1);

  *call = (Call){ func, data };
  gtk_file_filter_set_name (sheets, _("Spreadsheets"));
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    gtk_file_filter_add_suffix (sheets, endings[i]);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), sheets);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), call);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
