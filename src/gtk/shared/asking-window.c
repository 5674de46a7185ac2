/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/asking-window.h"

#include "record/duration.h"
#include "record/kinds/agreement.h"

#include <glib/gi18n.h>

struct _LiaisonAskingWindow
{
  AdwWindow parent_instance;

  GtkBox *box;
  AdwWindowTitle *heading;
  GtkLabel *problem;
  GtkWidget *create;
  GPtrArray *entries; /* of AdwEntryRow, borrowed; owned array */
};

G_DEFINE_FINAL_TYPE (LiaisonAskingWindow, liaison_asking_window, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_CREATE,
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
create_cb (LiaisonAskingWindow *self)
{
  if (gtk_widget_is_sensitive (self->create))
    g_signal_emit (self, signals[SIGNAL_CREATE], 0);
}

static void
edited_cb (LiaisonAskingWindow *self)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static GtkWidget *
header_new (LiaisonAskingWindow *self)
{
  GtkWidget *header = adw_header_bar_new (), *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->heading = ADW_WINDOW_TITLE (adw_window_title_new ("", ""));
  self->create = gtk_button_new_with_mnemonic (_ ("C_reate"));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->heading));
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (self->create, "suggested-action");
  g_signal_connect_swapped (self->create, "clicked", G_CALLBACK (create_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->create);
  return header;
}

static GtkWidget *
problem_new (LiaisonAskingWindow *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->problem = GTK_LABEL (label);
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_widget_add_css_class (label, "error");
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_start (label, 18);
  gtk_widget_set_margin_end (label, 18);
  gtk_widget_set_visible (label, FALSE);
  return label;
}

static void
liaison_asking_window_finalize (GObject *object)
{
  g_ptr_array_unref (LIAISON_ASKING_WINDOW (object)->entries);

  G_OBJECT_CLASS (liaison_asking_window_parent_class)->finalize (object);
}

static void
liaison_asking_window_class_init (LiaisonAskingWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_asking_window_finalize;

  signals[SIGNAL_CREATE] = g_signal_new ("create", LIAISON_TYPE_ASKING_WINDOW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_EDITED] = g_signal_new ("edited", LIAISON_TYPE_ASKING_WINDOW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
liaison_asking_window_init (LiaisonAskingWindow *self)
{
  self->entries = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (self->box, header_new (self));
  gtk_box_append (self->box, problem_new (self));
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->box));
}

LiaisonAskingWindow *
liaison_asking_window_new (GtkWindow *parent, const char *title, int width, int height)
{
  LiaisonAskingWindow *self = g_object_new (
      LIAISON_TYPE_ASKING_WINDOW, "title", title, "transient-for", parent, "modal", TRUE,
      "destroy-with-parent", TRUE, "default-width", width, "default-height", height, NULL);

  adw_window_title_set_title (self->heading, title);
  return self;
}

void
liaison_asking_window_set_subtitle (LiaisonAskingWindow *self, const char *subtitle)
{
  adw_window_title_set_subtitle (self->heading, subtitle != NULL ? subtitle : "");
}

void
liaison_asking_window_set_can_create (LiaisonAskingWindow *self, gboolean can)
{
  gtk_widget_set_sensitive (self->create, can);
}

void
liaison_asking_window_append (LiaisonAskingWindow *self, GtkWidget *child)
{
  gtk_box_append (self->box, child);
}

AdwEntryRow *
liaison_asking_window_add_entry (LiaisonAskingWindow *self,
                                 GtkWidget *group,
                                 const char *title,
                                 const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_ptr_array_add (self->entries, row);
  return ADW_ENTRY_ROW (row);
}

void
liaison_asking_window_complain (LiaisonAskingWindow *self, AdwEntryRow *row, const char *text)
{
  gtk_label_set_text (self->problem, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  if (row != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
}

void
liaison_asking_window_calm (LiaisonAskingWindow *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    gtk_widget_remove_css_class (self->entries->pdata[i], "error");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

const char *
liaison_asking_window_get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

gboolean
liaison_asking_window_read_day (LiaisonSession *session, AdwEntryRow *row, gint32 *day)
{
  LiaisonManner manner = liaison_session_get_manner (session);
  const LiaisonField *field =
      &liaison_agreement_kind.shape.fields[LIAISON_FIELD (Agreement, needed_by)];
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;

  if (!liaison_manner_read_field (&manner, NULL, field, NULL, liaison_asking_window_get_text (row),
                                  &value, NULL)
      || value.form != LIAISON_VALUE_FIELD)
    return FALSE;
  *day = value.as.date;
  return TRUE;
}

char *
liaison_asking_window_tell_day (gint32 day)
{
  char text[LIAISON_DATE_TEXT_SIZE];

  liaison_date_format (day, text);
  return g_strdup (text);
}
