/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "communications/planning-dialog.h"

#include "arrangements/circuits.h"
#include "arrangements/days.h"
#include "record/kinds/agreement.h"
#include "record/kinds/event.h"
#include "record/kinds/exercise.h"
#include "words/dates.h"
#include "screen.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <stdio.h>

/* Lives as long as its window. */
typedef struct
{
  LiaisonSession *session; /* owned */
  GArray *channels;        /* owned */
  GtkWindow *window;
  AdwEntryRow *name, *first, *last, *time, *spacing, *grace;
  AdwComboRow *rhythm;
  GtkLabel *problem, *preview;
  GtkSwitch *with_startex;
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  g_array_unref (self->channels);
  g_object_unref (self->session);
  g_free (self);
}

static gboolean
is_meant (LiaisonSession *session, const LiaisonBlock *channel, gboolean any)
{
  LiaisonSelection *selection = liaison_session_get_selection (session);

  return any || liaison_selection_contains (selection, channel->id)
         || liaison_selection_contains (selection, LIAISON_DATA (Channel, channel)->parent);
}

static GArray *
list_circuits (LiaisonSession *session, gboolean any)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (session));
  g_autoptr (LiaisonCircuits) circuits = liaison_circuits_new (snapshot, 0, LIAISON_TEST_GRACE);

  for (guint i = 0; i < circuits->lines->len; i++)
    {
      const LiaisonNeedLine *line = circuits->lines->pdata[i];

      for (guint j = 0; j < line->circuits->len; j++)
        {
          const LiaisonCircuit *circuit = line->circuits->pdata[j];

          if (circuit->state != LIAISON_CIRCUIT_CLOSED
              && is_meant (session, circuit->channel, any))
            g_array_append_val (ids, circuit->channel->id);
        }
    }
  return ids;
}

GArray *
liaison_planning_dialog_list_circuits (LiaisonSession *session)
{
  GArray *ids = list_circuits (session, FALSE);

  if (ids->len > 0)
    return ids;
  g_array_unref (ids);
  return list_circuits (session, TRUE);
}

gboolean
liaison_planning_dialog_plan (LiaisonSession *session, const LiaisonTestPlanning *planning)
{
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (session));
  LiaisonBlock *event = liaison_session_new_block (session, &liaison_event_kind);
  LiaisonId id = event->id;
  LiaisonProposal *proposal = liaison_test_planning_propose (
      planning, snapshot, g_get_real_time () / 1000, event);

  if (proposal == NULL || !liaison_session_commit (session, proposal, _ ("Tests planned")))
    return FALSE;
  liaison_selection_set_one (liaison_session_get_selection (session), id);
  return TRUE;
}

/* What was written */

static void
complain (Dialog *self, GtkWidget *row, const char *text)
{
  gtk_label_set_text (self->problem, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  gtk_widget_add_css_class (row, "error");
  gtk_widget_grab_focus (row);
}

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

/* What other fields of dates understand. */
static gboolean
read_day (Dialog *self, AdwEntryRow *row, gint32 *day)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonField *field =
      &liaison_agreement_kind.shape.fields[LIAISON_FIELD (Agreement, needed_by)];
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;

  if (!liaison_manner_read_field (&manner, NULL, field, NULL, get_text (row), &value, NULL)
      || value.form != LIAISON_VALUE_FIELD)
    return FALSE;
  *day = value.as.date;
  return TRUE;
}

static gboolean
read_time (AdwEntryRow *row, gint64 *time)
{
  int hour, minute, end = 0;
  const char *text = get_text (row);

  if ((sscanf (text, "%2d:%2d%n", &hour, &minute, &end) != 2 || text[end] != '\0')
      && (sscanf (text, "%2d%2d%n", &hour, &minute, &end) != 2 || text[end] != '\0'))
    return FALSE;
  *time = hour * 3600 + minute * 60;
  return hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
}

static void
clear_errors (Dialog *self)
{
  AdwEntryRow *const rows[] = { self->name, self->first,   self->last,
                                self->time, self->spacing, self->grace };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (rows[i]), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

/* FALSE with *@row and *@problem where something is not understood. */
static gboolean
read_all (Dialog *self, LiaisonTestPlanning *planning, AdwEntryRow **row, const char **problem)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);

  *planning = (LiaisonTestPlanning){
    .channels = (const LiaisonId *) (gconstpointer) self->channels->data,
    .n_channels = self->channels->len,
    .zone = liaison_days_get_zone (&manner.lookup),
    .rhythm = (LiaisonTestRhythm) adw_combo_row_get_selected (self->rhythm),
    .grace = LIAISON_DURATION_UNSET,
    .title = get_text (self->name),
    .language = liaison_session_get_language (self->session),
    .with_startex = gtk_switch_get_active (self->with_startex),
  };
  *row = self->name;
  *problem = _ ("Give the check a name.");
  if (*planning->title == '\0')
    return FALSE;
  *row = self->first;
  *problem = _ ("Write the first day, such as 2027-10-14.");
  if (!read_day (self, self->first, &planning->first))
    return FALSE;
  *row = self->last;
  *problem = _ ("Write the last day, not before the first.");
  if (!read_day (self, self->last, &planning->last) || planning->last < planning->first)
    return FALSE;
  *row = self->time;
  *problem = _ ("Write the time of the first call, such as 06:15.");
  if (!read_time (self->time, &planning->time))
    return FALSE;
  *row = self->spacing;
  *problem = _ ("Write how long a call takes, such as 1m.");
  if (!liaison_duration_parse_typed (get_text (self->spacing), &planning->spacing, NULL)
      || planning->spacing < 0 || planning->spacing > 3600)
    return FALSE;
  *row = self->grace;
  *problem = _ ("Write after how long a missing result is overdue, such as 2h, or leave it empty.");
  return *get_text (self->grace) == '\0'
         || (liaison_duration_parse_typed (get_text (self->grace), &planning->grace, NULL)
             && planning->grace >= 0 && planning->grace <= 8640000);
}

static void
preview_cb (Dialog *self)
{
  LiaisonTestPlanning planning;
  AdwEntryRow *row;
  const char *problem;
  guint rounds;
  g_autofree char *text = NULL, *of = NULL;

  clear_errors (self);
  if (!read_all (self, &planning, &row, &problem))
    {
      gtk_label_set_text (self->preview, "");
      return;
    }
  rounds = liaison_test_planning_count (&planning);
  of = liaison_screen_printf (ngettext ("%u circuit", "%u circuits", planning.n_channels),
                        planning.n_channels);
  text = liaison_screen_printf (ngettext ("%u round", "%u rounds", rounds), rounds);
  /* Translators: “21 rounds × 30 circuits”, then how many tests that makes */
  g_autofree char *all = liaison_screen_printf (_ ("%s × %s = %u tests"), text, of,
                                          rounds * planning.n_channels);
  gtk_label_set_text (self->preview, all);
}

static void
create_cb (Dialog *self)
{
  LiaisonTestPlanning planning;
  AdwEntryRow *row;
  const char *problem;

  clear_errors (self);
  if (!read_all (self, &planning, &row, &problem))
    complain (self, GTK_WIDGET (row), problem);
  else if (liaison_planning_dialog_plan (self->session, &planning))
    gtk_window_destroy (self->window);
}

/* The window */

static AdwEntryRow *
append_entry (Dialog *self, GtkWidget *group, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (create_cb), self);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (preview_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return ADW_ENTRY_ROW (row);
}

static GtkWidget *
header_new (Dialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel")),
            *create = gtk_button_new_with_mnemonic (_ ("C_reate"));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (create, "suggested-action");
  g_signal_connect_swapped (create, "clicked", G_CALLBACK (create_cb), self);
  gtk_widget_set_sensitive (create, self->channels->len > 0);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), create);
  return header;
}

static char *
tell_day (gint32 day)
{
  int year, month, number;

  liaison_date_from_days (day, &year, &month, &number);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, number);
}

/* Two days before STARTEX until ENDEX, else a week from today on. */
static void
suggest_window (Dialog *self, char **first, char **last)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&manner.lookup);
  gint32 start = liaison_days_find_start (&manner.lookup, exercise),
         end = liaison_days_find_end (&manner.lookup, exercise),
         today = liaison_day_of (liaison_days_get_zone (&manner.lookup), manner.now);

  *first = tell_day (start != LIAISON_DATE_UNSET ? start - 2 : today);
  *last = tell_day (end != LIAISON_DATE_UNSET && end >= start ? end : today + 7);
}

static GtkWidget *
switch_new (Dialog *self)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_switch_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (button), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Move with STARTEX"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  self->with_startex = GTK_SWITCH (button);
  return row;
}

static GtkWidget *
form_new (Dialog *self)
{
  const char *const rhythms[] = { _ ("Once"),           _ ("Every day"),
                                  _ ("Monday to Friday"), _ ("Every 12 hours"),
                                  _ ("Every 6 hours"),  _ ("Every week"),
                                  NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (rhythms);
  GtkWidget *page = adw_preferences_page_new (), *group = adw_preferences_group_new ();
  GtkWidget *rhythm = adw_combo_row_new (), *startex;
  g_autofree char *first = NULL, *last = NULL;

  suggest_window (self, &first, &last);
  self->rhythm = ADW_COMBO_ROW (rhythm);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rhythm), _ ("Rhythm"));
  adw_combo_row_set_model (self->rhythm, G_LIST_MODEL (model));
  adw_combo_row_set_selected (self->rhythm, LIAISON_RHYTHM_DAILY);
  startex = switch_new (self);
  self->name = append_entry (self, group, _ ("Name"), _ ("Communications check"));
  self->first = append_entry (self, group, _ ("First day"), first);
  self->last = append_entry (self, group, _ ("Last day"), last);
  self->time = append_entry (self, group, _ ("First call at"), "06:15");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), rhythm);
  self->spacing = append_entry (self, group, _ ("From one circuit to the next"), "1m");
  self->grace = append_entry (self, group, _ ("Overdue after"), "2h");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), startex);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("The check stands on the schedule; each circuit gets a test plan. All of it is one step to undo."));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  g_signal_connect_swapped (rhythm, "notify::selected", G_CALLBACK (preview_cb), self);
  gtk_widget_set_vexpand (page, TRUE);
  return page;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static GtkWidget *
label_new (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_set_margin_start (label, 18);
  gtk_widget_set_margin_end (label, 18);
  return label;
}

void
liaison_planning_dialog_present (GtkWindow *parent, LiaisonSession *session)
{
  Dialog *self = g_new0 (Dialog, 1);
  GtkWidget *window = adw_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->session = g_object_ref (session);
  self->channels = liaison_planning_dialog_list_circuits (session);
  self->window = GTK_WINDOW (window);
  self->problem = GTK_LABEL (label_new ("error"));
  self->preview = GTK_LABEL (label_new ("heading"));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  g_object_set_data_full (G_OBJECT (window), "liaison-dialog", self, dialog_free);
  gtk_window_set_title (self->window, _ ("Plan Tests"));
  gtk_window_set_transient_for (self->window, parent);
  gtk_window_set_modal (self->window, TRUE);
  gtk_window_set_destroy_with_parent (self->window, TRUE);
  gtk_window_set_default_size (self->window, 520, 680);
  gtk_box_append (GTK_BOX (box), header_new (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (box), form_new (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->preview));
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  preview_cb (self);
  if (self->channels->len == 0)
    {
      gtk_label_set_text (self->problem, _ ("There is no circuit yet: add one under Channels first."));
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
    }
  gtk_window_present (self->window);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
