/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "message.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  LiaisonAnswerFunc func;
  LiaisonPathFunc path_func;
  gpointer data;
} Call;

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          data)
{
  g_autofree Call *call = data;
  call->func (response, call->data);
}

/* The dialog has its heading in two sizes and shows the one that fits, but asks both how much room they need, for widths that
 * are enough for one of them only, and takes the larger answer at one time and the smaller one at another. GTK 4.18 warns of
 * that. Where both are of one size and wrap, there is nothing to mix up. */
static void
even_out_headings (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget)
      && (gtk_widget_has_css_class (widget, "title-2") || gtk_widget_has_css_class (widget, "title-4")))
    {
      gtk_widget_remove_css_class (widget, "title-2");
      gtk_widget_add_css_class (widget, "title-4");
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    even_out_headings (child);
}

static AdwMessageDialog *
dialog_new (GtkWindow  *parent,
            const char *heading,
            const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  even_out_headings (dialog);
  return ADW_MESSAGE_DIALOG (dialog);
}

void
liaison_ask (GtkWindow           *parent,
             const char          *heading,
             const char          *body,
             const LiaisonAnswer *answers,
             guint                n,
             LiaisonAnswerFunc    func,
             gpointer             data)
{
  AdwMessageDialog *dialog = dialog_new (parent, heading, body);
  Call *call = g_new0 (Call, 1);

  call->func = func;
  call->data = data;
  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  adw_message_dialog_set_close_response (dialog, "cancel");
  for (guint i = 0; i < n; i++)
    {
      adw_message_dialog_add_response (dialog, answers[i].id, answers[i].label);
      if (answers[i].destructive)
        adw_message_dialog_set_response_appearance (dialog, answers[i].id, ADW_RESPONSE_DESTRUCTIVE);
      if (answers[i].suggested)
        {
          adw_message_dialog_set_response_appearance (dialog, answers[i].id, ADW_RESPONSE_SUGGESTED);
          adw_message_dialog_set_default_response (dialog, answers[i].id);
        }
    }
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), call);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
liaison_tell (GtkWindow  *parent,
              const char *heading,
              const char *body)
{
  AdwMessageDialog *dialog = dialog_new (parent, heading, body);

  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  adw_message_dialog_set_default_response (dialog, "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
file_response_cb (GtkNativeDialog *dialog,
                  int              response,
                  gpointer         data)
{
  g_autofree Call *call = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  call->path_func (file != NULL ? g_file_get_path (file) : NULL, call->data);
  g_object_unref (dialog);
}

static GtkFileChooser *
chooser_new (GtkWindow           *parent,
             const char          *title,
             GtkFileChooserAction action,
             const char          *accept)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, accept, NULL);
  g_autoptr (GtkFileFilter) plans = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (plans, _("Liaison plans"));
  gtk_file_filter_add_suffix (plans, "liaison");
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), plans);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  return GTK_FILE_CHOOSER (dialog);
}

static void
choose (GtkFileChooser *chooser,
        LiaisonPathFunc func,
        gpointer        data)
{
  Call *call = g_new0 (Call, 1);

  call->path_func = func;
  call->data = data;
  g_signal_connect (chooser, "response", G_CALLBACK (file_response_cb), call);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
liaison_choose_plan_to_open (GtkWindow      *parent,
                             LiaisonPathFunc func,
                             gpointer        data)
{
  choose (chooser_new (parent, _("Open a Plan"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open")), func, data);
}

void
liaison_choose_plan_to_save (GtkWindow      *parent,
                             const char     *folder,
                             const char     *name,
                             LiaisonPathFunc func,
                             gpointer        data)
{
  GtkFileChooser *chooser = chooser_new (parent, _("Save the Plan"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"));

  if (folder != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (folder);
      gtk_file_chooser_set_current_folder (chooser, file, NULL);
    }
  gtk_file_chooser_set_current_name (chooser, name);
  choose (chooser, func, data);
}

void
liaison_choose_picture_to_save (GtkWindow      *parent,
                                const char     *name,
                                LiaisonPathFunc func,
                                gpointer        data)
{
  static const char *const endings[] = { "png", "svg", "pdf" };
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_("Save a Picture"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  g_autofree char *suggested = g_strconcat (name, ".png", NULL);
  g_autoptr (GtkFileFilter) pictures = gtk_file_filter_new ();

  gtk_file_filter_set_name (pictures, _("Pictures (PNG, SVG, PDF)"));
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    gtk_file_filter_add_suffix (pictures, endings[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), pictures);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), suggested);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  choose (GTK_FILE_CHOOSER (dialog), func, data);
}

void
liaison_choose_file_to_save (GtkWindow      *parent,
                             const char     *title,
                             const char     *name,
                             const char     *kind,
                             const char     *ending,
                             LiaisonPathFunc func,
                             gpointer        data)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, kind);
  gtk_file_filter_add_suffix (filter, ending + 1);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  choose (GTK_FILE_CHOOSER (dialog), func, data);
}
