/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/rhythm/new-board.h"

#include "record/kinds/event.h"
#include "record/kinds/exercise.h"
#include "schedule/recurrence.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define DAY 86400

/* Lives as long as its window. */
typedef struct
{
  LiaisonSession *session; /* owned */
  GtkWindow *window;
  AdwEntryRow *name, *time, *length;
  AdwComboRow *repeat;
  GtkLabel *problem;
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  g_object_unref (self->session);
  g_free (self);
}

char *
liaison_new_board_make_rule (LiaisonBoardRepeat repeat, gint64 until)
{
  static const char *const parts[] = { [LIAISON_BOARD_DAILY] = "FREQ=DAILY",
                                       [LIAISON_BOARD_WORKING_DAYS] =
                                           "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
                                       [LIAISON_BOARD_WEEKLY] = "FREQ=WEEKLY" };
  LiaisonWall wall;

  if (repeat == LIAISON_BOARD_ONCE)
    return NULL;
  liaison_wall_from_unix (until, 0, &wall);
  return g_strdup_printf ("%s;UNTIL=%04d%02d%02dT%02d%02d%02dZ", parts[repeat], wall.year,
                          wall.month, wall.day, wall.hour, wall.minute, wall.second);
}

static void
complain (Dialog *self, GtkWidget *row, const char *text)
{
  gtk_label_set_text (self->problem, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  gtk_widget_add_css_class (row, "error");
  gtk_widget_grab_focus (row);
}

/* “08:15”, on the day of STARTEX; or any time as other fields take it. */
static gboolean
read_start (Dialog *self,
            const LiaisonManner *manner,
            LiaisonInstant *start,
            gint64 *seconds,
            GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->time));
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&manner->lookup);
  const LiaisonField *field = &liaison_event_kind.shape.fields[LIAISON_FIELD (Event, start)];
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  g_autoptr (LiaisonBlock) block =
      liaison_block_new (&liaison_event_kind.shape, (LiaisonId){ 1, 1 });
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  int hour, minute, end = 0;

  if (sscanf (text, "%2d:%2d%n", &hour, &minute, &end) == 2 && text[end] == '\0' && hour >= 0
      && hour < 24 && minute >= 0 && minute < 60)
    *start = (LiaisonInstant){ .form = LIAISON_INSTANT_CLOCK,
                               .edge = LIAISON_ANCHOR_STARTEX,
                               .seconds = hour * 3600 + minute * 60,
                               .zone = LIAISON_DATA (Exercise, exercise)->zone };
  else if (!liaison_manner_read_field (manner, snapshot, field, block, text, &value, error))
    return FALSE;
  else if (value.form == LIAISON_VALUE_FIELD)
    *start = value.as.instant;
  if (liaison_times_resolve (&manner->lookup, start, seconds, NULL) == LIAISON_TIME_KNOWN)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("Write when it first sits, such as 08:15 or STARTEX+1d@08:15."));
  return FALSE;
}

static void
create_cb (Dialog *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&manner.lookup);
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name));
  g_autofree char *rule = NULL;
  g_autoptr (GError) error = NULL;
  LiaisonInstant start = { 0 };
  LiaisonEventData *event;
  gint64 seconds, until, length;

  gtk_widget_remove_css_class (GTK_WIDGET (self->name), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->time), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->length), "error");
  if (*name == '\0')
    {
      complain (self, GTK_WIDGET (self->name), _ ("Give the board a name."));
      return;
    }
  if (!read_start (self, &manner, &start, &seconds, &error))
    {
      complain (self, GTK_WIDGET (self->time), error->message);
      return;
    }
  if (!liaison_duration_parse_typed (gtk_editable_get_text (GTK_EDITABLE (self->length)), &length,
                                     NULL)
      || length <= 0 || length > 7 * DAY)
    {
      complain (self, GTK_WIDGET (self->length),
                _ ("Write how long it sits, such as 45m or 1h30."));
      return;
    }
  if (liaison_times_get_end (&manner.lookup, exercise, &until) != LIAISON_TIME_KNOWN
      || until <= seconds)
    until = seconds + 14 * DAY;
  event = (LiaisonEventData *) liaison_session_new_block (self->session, &liaison_event_kind);
  event->title = liaison_text_new (liaison_session_get_language (self->session), name);
  event->type = LIAISON_EVENT_TYPE_BOARD;
  event->status = LIAISON_EVENT_STATUS_PROPOSED;
  event->start = start;
  event->duration = length;
  rule = liaison_new_board_make_rule (adw_combo_row_get_selected (self->repeat), until);
  if (rule != NULL)
    event->rule = g_ref_string_new (rule);
  liaison_session_add_record (self->session, &liaison_event_kind, &event->block);
  gtk_window_destroy (self->window);
}

static AdwEntryRow *
append_entry (Dialog *self, GtkWidget *group, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (create_cb), self);
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
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), create);
  return header;
}

static GtkWidget *
form_new (Dialog *self)
{
  const char *const repeats[] = { _ ("Every day until ENDEX"), _ ("Monday to Friday until ENDEX"),
                                  _ ("Every week until ENDEX"), _ ("Once"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (repeats);
  GtkWidget *page = adw_preferences_page_new (), *group = adw_preferences_group_new ();
  GtkWidget *repeat = adw_combo_row_new ();

  self->name = append_entry (self, group, _ ("Name"), "");
  self->time = append_entry (self, group, _ ("First sits at"), "08:00");
  self->length = append_entry (self, group, _ ("Length"), "45m");
  self->repeat = ADW_COMBO_ROW (repeat);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (repeat), _ ("Repeats"));
  adw_combo_row_set_model (self->repeat, G_LIST_MODEL (model));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), repeat);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("A time alone is on the day of STARTEX and moves with it. Chair, members, inputs and "
         "outputs are in the form at the side afterwards."));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  gtk_widget_set_vexpand (page, TRUE);
  return page;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

void
liaison_new_board_ask (GtkWindow *parent, LiaisonSession *session)
{
  Dialog *self = g_new0 (Dialog, 1);
  GtkWidget *window = adw_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *problem = gtk_label_new (NULL);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->session = g_object_ref (session);
  self->window = GTK_WINDOW (window);
  self->problem = GTK_LABEL (problem);
  g_object_set_data_full (G_OBJECT (window), "liaison-dialog", self, dialog_free);
  gtk_window_set_title (self->window, _ ("New Board"));
  gtk_window_set_transient_for (self->window, parent);
  gtk_window_set_modal (self->window, TRUE);
  gtk_window_set_destroy_with_parent (self->window, TRUE);
  gtk_window_set_default_size (self->window, 480, 480);
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_widget_add_css_class (problem, "error");
  gtk_widget_set_visible (problem, FALSE);
  gtk_widget_set_margin_top (problem, 12);
  gtk_widget_set_margin_start (problem, 18);
  gtk_widget_set_margin_end (problem, 18);
  gtk_box_append (GTK_BOX (box), header_new (self));
  gtk_box_append (GTK_BOX (box), problem);
  gtk_box_append (GTK_BOX (box), form_new (self));
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  gtk_window_present (self->window);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
