/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "briefings/approval-window.h"

#include "record/kinds/participant.h"
#include "words/dates.h"
#include "words/sentence.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What the window is about; it lives as long. */
typedef struct
{
  LiaisonSession *session;
  LiaisonId briefing, statement;
  LiaisonApprovalStep step;
  GtkWindow *window; /* borrowed */
  AdwEntryRow *who;  /* borrowed */
  AdwEntryRow *date; /* borrowed */
  GtkLabel *problem; /* borrowed */
} Approval;

static void
approval_free (gpointer data)
{
  Approval *self = data;

  g_object_unref (self->session);
  g_free (self);
}

static const LiaisonBlock *
find_briefing (const Approval *self)
{
  LiaisonRecord *record =
      liaison_document_find (liaison_session_get_document (self->session), self->briefing);

  return record != NULL ? liaison_record_get_block (record) : NULL;
}

static void
commit (Approval *self, const char *who, gint32 date)
{
  const LiaisonBlock *briefing = find_briefing (self);
  LiaisonProposal *proposal =
      briefing != NULL ? liaison_approval_propose (briefing, self->statement, self->step, who, date)
                       : NULL;

  if (proposal != NULL)
    liaison_session_commit (self->session, proposal, NULL);
}

static void
complain (Approval *self, const char *text)
{
  gtk_label_set_text (self->problem, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
apply_cb (Approval *self)
{
  const LiaisonField *field =
      &liaison_briefing_kind.shape.fields[LIAISON_FIELD (Briefing, approved)];
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const char *who = gtk_editable_get_text (GTK_EDITABLE (self->who));
  g_autofree char *name = g_strstrip (g_strdup (who));
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (*name == '\0')
    {
      complain (self, _ ("Say who speaks for the nation."));
      return;
    }
  if (!liaison_manner_read_field (&manner, NULL, field, find_briefing (self),
                                  gtk_editable_get_text (GTK_EDITABLE (self->date)), &value,
                                  &error))
    {
      complain (self, error->message);
      return;
    }
  if (value.form == LIAISON_VALUE_NONE)
    {
      complain (self, _ ("Say on which day."));
      return;
    }
  commit (self, name, value.as.date);
  gtk_window_close (self->window);
}

/* Who approved last, else whom to ask about the card. */
static char *
suggest_name (const Approval *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonBriefingData *data = LIAISON_DATA (Briefing, find_briefing (self));
  g_autofree char *name = NULL;

  if (data->approved_by != NULL)
    return g_strdup (data->approved_by);
  for (guint i = 0; i < liaison_items_get_size (data->statements); i++)
    {
      const char *by =
          LIAISON_DATA (Statement, liaison_items_get (data->statements, i))->approved_by;
      if (by != NULL)
        return g_strdup (by);
    }
  if (liaison_id_is_zero (data->contact))
    return g_strdup ("");
  name = liaison_manner_tell_name (&manner, data->contact);
  return liaison_words_dup_without_isolates (name);
}

static GtkWidget *
group_new (Approval *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree char *name = suggest_name (self);
  g_autofree char *day =
      liaison_words_format_day (manner.words, (gint32) (manner.now / 86400), LIAISON_DATE_MEDIUM);

  self->who = ADW_ENTRY_ROW (adw_entry_row_new ());
  self->date = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->who), _ ("Who speaks for the nation"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->date), _ ("On which day"));
  gtk_editable_set_text (GTK_EDITABLE (self->who), name);
  gtk_editable_set_text (GTK_EDITABLE (self->date), day);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->who));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->date));
  return group;
}

static const char *
tell_heading (const Approval *self)
{
  gboolean whole = liaison_id_is_zero (self->statement);

  if (self->step == LIAISON_APPROVAL_REFUSE)
    return _ ("Refuse the Statement");
  return whole ? _ ("Approve the Card") : _ ("Approve the Statement");
}

static void
fill (Approval *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *apply = gtk_button_new_with_mnemonic (
      self->step == LIAISON_APPROVAL_REFUSE ? _ ("_Refuse") : _ ("_Approve"));
  GtkWidget *whole = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_xalign (self->problem, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_box_append (GTK_BOX (box), group_new (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_widget_add_css_class (apply, self->step == LIAISON_APPROVAL_REFUSE ? "destructive-action"
                                                                         : "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), apply);
  gtk_window_set_default_widget (self->window, apply);
  adw_entry_row_set_activates_default (self->who, TRUE);
  adw_entry_row_set_activates_default (self->date, TRUE);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self->window);
  g_signal_connect_swapped (apply, "clicked", G_CALLBACK (apply_cb), self);
  gtk_box_append (GTK_BOX (whole), bar);
  gtk_box_append (GTK_BOX (whole), box);
  adw_window_set_content (ADW_WINDOW (self->window), whole);
}

static gboolean
escape_cb (GtkWidget *window, GVariant *arguments, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

void
liaison_approval_present (GtkWindow *parent,
                          LiaisonSession *session,
                          LiaisonId briefing,
                          LiaisonId statement,
                          LiaisonApprovalStep step)
{
  Approval *self = g_new0 (Approval, 1);
  GtkEventController *keys;

  self->session = g_object_ref (session);
  self->briefing = briefing;
  self->statement = statement;
  self->step = step;
  if (find_briefing (self) == NULL || step == LIAISON_APPROVAL_WITHDRAW)
    {
      commit (self, NULL, LIAISON_DATE_UNSET);
      approval_free (self);
      return;
    }
  self->window = g_object_new (ADW_TYPE_WINDOW, "transient-for", parent, "modal", TRUE,
                               "default-width", 420, "title", tell_heading (self), NULL);
  g_object_set_data_full (G_OBJECT (self->window), "liaison-approval", self, approval_free);
  keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->window), keys);
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->who));
  gtk_window_present (self->window);
}
