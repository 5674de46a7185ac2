/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "communications/planning-dialog.h"

#include "arrangements/circuits.h"
#include "arrangements/days.h"
#include "record/kinds/event.h"
#include "record/kinds/exercise.h"
#include "screen.h"
#include "shared/asking-window.h"
#include "words/clock.h"
#include "words/dates.h"

#include <glib/gi18n.h>

/* Lives as long as its window. */
typedef struct
{
  LiaisonSession *session; /* owned */
  GArray *channels;        /* owned */
  LiaisonAskingWindow *window;
  AdwEntryRow *name, *first, *last, *time, *spacing, *grace;
  AdwComboRow *rhythm;
  GtkLabel *preview;
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

          if (circuit->state != LIAISON_CIRCUIT_CLOSED && is_meant (session, circuit->channel, any))
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
  LiaisonProposal *proposal =
      liaison_test_planning_propose (planning, snapshot, g_get_real_time () / 1000, event);

  if (proposal == NULL || !liaison_session_commit (session, proposal, _ ("Tests planned")))
    return FALSE;
  liaison_selection_set_one (liaison_session_get_selection (session), id);
  return TRUE;
}

/* What was written */

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
    .title = liaison_asking_window_get_text (self->name),
    .language = liaison_session_get_language (self->session),
    .with_startex = gtk_switch_get_active (self->with_startex),
  };
  *row = self->name;
  *problem = _ ("Give the check a name.");
  if (*planning->title == '\0')
    return FALSE;
  *row = self->first;
  *problem = _ ("Write the first day, such as 2027-10-14.");
  if (!liaison_asking_window_read_day (self->session, self->first, &planning->first))
    return FALSE;
  *row = self->last;
  *problem = _ ("Write the last day, not before the first.");
  if (!liaison_asking_window_read_day (self->session, self->last, &planning->last)
      || planning->last < planning->first)
    return FALSE;
  *row = self->time;
  *problem = _ ("Write the time of the first call, such as 06:15.");
  if (!liaison_clock_read (liaison_asking_window_get_text (self->time), &planning->time)
      || planning->time == 86400)
    return FALSE;
  *row = self->spacing;
  *problem = _ ("Write how long a call takes, such as 1m.");
  if (!liaison_duration_parse_typed (liaison_asking_window_get_text (self->spacing),
                                     &planning->spacing, NULL)
      || planning->spacing < 0 || planning->spacing > 3600)
    return FALSE;
  *row = self->grace;
  *problem = _ ("Write after how long a missing result is overdue, such as 2h, or leave it empty.");
  return *liaison_asking_window_get_text (self->grace) == '\0'
         || (liaison_duration_parse_typed (liaison_asking_window_get_text (self->grace),
                                           &planning->grace, NULL)
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

  liaison_asking_window_calm (self->window);
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
  g_autofree char *all =
      liaison_screen_printf (_ ("%s × %s = %u tests"), text, of, rounds * planning.n_channels);
  gtk_label_set_text (self->preview, all);
}

static void
create_cb (Dialog *self)
{
  LiaisonTestPlanning planning;
  AdwEntryRow *row;
  const char *problem;

  liaison_asking_window_calm (self->window);
  if (!read_all (self, &planning, &row, &problem))
    {
      liaison_asking_window_complain (self->window, row, problem);
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  else if (liaison_planning_dialog_plan (self->session, &planning))
    gtk_window_destroy (GTK_WINDOW (self->window));
}

/* The window */

/* Two days before STARTEX until ENDEX, else a week from today on. */
static void
suggest_window (Dialog *self, char **first, char **last)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&manner.lookup);
  gint32 start = liaison_days_find_start (&manner.lookup, exercise),
         end = liaison_days_find_end (&manner.lookup, exercise),
         today = liaison_day_of (liaison_days_get_zone (&manner.lookup), manner.now);

  *first = liaison_asking_window_tell_day (start != LIAISON_DATE_UNSET ? start - 2 : today);
  *last =
      liaison_asking_window_tell_day (end != LIAISON_DATE_UNSET && end >= start ? end : today + 7);
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
  const char *const rhythms[] = { _ ("Once"),
                                  _ ("Every day"),
                                  _ ("Monday to Friday"),
                                  _ ("Every 12 hours"),
                                  _ ("Every 6 hours"),
                                  _ ("Every week"),
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
  self->name =
      liaison_asking_window_add_entry (self->window, group, _ ("Name"), _ ("Communications check"));
  self->first = liaison_asking_window_add_entry (self->window, group, _ ("First day"), first);
  self->last = liaison_asking_window_add_entry (self->window, group, _ ("Last day"), last);
  self->time = liaison_asking_window_add_entry (self->window, group, _ ("First call at"), "06:15");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), rhythm);
  self->spacing = liaison_asking_window_add_entry (self->window, group,
                                                   _ ("From one circuit to the next"), "1m");
  self->grace = liaison_asking_window_add_entry (self->window, group, _ ("Overdue after"), "2h");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), startex);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _ ("The check stands on the schedule; each circuit gets a "
                                            "test plan. All of it is one step to undo."));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  g_signal_connect_swapped (rhythm, "notify::selected", G_CALLBACK (preview_cb), self);
  gtk_widget_set_vexpand (page, TRUE);
  return page;
}

static GtkWidget *
preview_new (Dialog *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->preview = GTK_LABEL (label);
  gtk_label_set_wrap (self->preview, TRUE);
  gtk_widget_add_css_class (label, "heading");
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

  self->session = g_object_ref (session);
  self->channels = liaison_planning_dialog_list_circuits (session);
  self->window = liaison_asking_window_new (parent, _ ("Plan Tests"), 520, 680);
  g_object_set_data_full (G_OBJECT (self->window), "liaison-dialog", self, dialog_free);
  liaison_asking_window_append (self->window, form_new (self));
  liaison_asking_window_append (self->window, preview_new (self));
  liaison_asking_window_set_can_create (self->window, self->channels->len > 0);
  g_signal_connect_swapped (self->window, "create", G_CALLBACK (create_cb), self);
  g_signal_connect_swapped (self->window, "edited", G_CALLBACK (preview_cb), self);
  preview_cb (self);
  if (self->channels->len == 0)
    liaison_asking_window_complain (self->window, NULL,
                                    _ ("There is no circuit yet: add one under Channels first."));
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
