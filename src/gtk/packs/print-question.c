/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "packs/print-question.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Copies in one go: each is set anew, with its number. */
#define MOST_COPIES 500

typedef struct
{
  LiaisonPrintQuestionFunc func;
  gpointer data;
  GtkSpinButton *copies, *first;
  GtkSwitch *imposed;
} Question;

static void
asked_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  g_autofree Question *question = data;
  const LiaisonPrintWishes wishes = {
    .copies = (guint) gtk_spin_button_get_value_as_int (question->copies),
    .first = (guint) gtk_spin_button_get_value_as_int (question->first),
    .imposed = gtk_switch_get_active (question->imposed),
  };

  question->func (g_strcmp0 (response, "print") == 0 ? &wishes : NULL, question->data);
}

static GtkWidget *
add_row (GtkListBox *list, const char *title, GtkWidget *widget)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), widget);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_list_box_append (list, row);
  return widget;
}

void
liaison_print_question_ask (GtkWindow *parent,
                            const LiaisonPackOrder *order,
                            LiaisonPrintQuestionFunc func,
                            gpointer data)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("Print Copies"),
                                              _ ("Each copy bears its number. What is printed is "
                                                 "recorded as released."));
  GtkWidget *list = gtk_list_box_new ();
  Question *question = g_new0 (Question, 1);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  question->func = func;
  question->data = data;
  question->copies = GTK_SPIN_BUTTON (add_row (GTK_LIST_BOX (list), _ ("Copies"),
                                               gtk_spin_button_new_with_range (1, MOST_COPIES, 1)));
  question->first = GTK_SPIN_BUTTON (add_row (GTK_LIST_BOX (list), _ ("First copy number"),
                                              gtk_spin_button_new_with_range (1, 1000000, 1)));
  question->imposed =
      GTK_SWITCH (add_row (GTK_LIST_BOX (list), _ ("As sheets of a booklet"), gtk_switch_new ()));
  gtk_spin_button_set_value (question->copies, CLAMP (order->copies, 1, MOST_COPIES));
  gtk_spin_button_set_value (question->first, MAX (order->first_copy, 1));
  gtk_switch_set_active (question->imposed, order->layout == LIAISON_LAYOUT_BOOKLET
                                                || order->layout == LIAISON_LAYOUT_TWO_UP);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), list);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "print",
                                    _ ("_Print…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "print",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "print");
  g_signal_connect (dialog, "response", G_CALLBACK (asked_cb), question);
  gtk_window_present (GTK_WINDOW (dialog));
}
