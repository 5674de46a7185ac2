/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/rhythm/new-board.h"

#include "record/kinds/event.h"
#include "record/kinds/exercise.h"
#include "schedule/recurrence.h"
#include "shared/asking-window.h"
#include "words/clock.h"

#include <glib/gi18n.h>

#define DAY 86400

/* Lives as long as its window. */
typedef struct
{
  LiaisonSession *session; /* owned */
  LiaisonAskingWindow *window;
  AdwEntryRow *name, *time, *length;
  AdwComboRow *repeat;
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
refuse (Dialog *self, AdwEntryRow *row, const char *text)
{
  liaison_asking_window_complain (self->window, row, text);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* “08:15”, on the day of STARTEX; or any time as other fields take it. */
static gboolean
read_start (Dialog *self,
            const LiaisonManner *manner,
            LiaisonInstant *start,
            gint64 *seconds,
            GError **error)
{
  const char *text = liaison_asking_window_get_text (self->time);
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&manner->lookup);
  const LiaisonField *field = &liaison_event_kind.shape.fields[LIAISON_FIELD (Event, start)];
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  g_autoptr (LiaisonBlock) block =
      liaison_block_new (&liaison_event_kind.shape, (LiaisonId){ 1, 1 });
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  gint64 clock;

  if (liaison_clock_read (text, &clock) && clock < DAY)
    *start = (LiaisonInstant){ .form = LIAISON_INSTANT_CLOCK,
                               .edge = LIAISON_ANCHOR_STARTEX,
                               .seconds = clock,
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
  const char *name = liaison_asking_window_get_text (self->name);
  g_autofree char *rule = NULL;
  g_autoptr (GError) error = NULL;
  LiaisonInstant start = { 0 };
  LiaisonEventData *event;
  gint64 seconds, until, length;

  liaison_asking_window_calm (self->window);
  if (*name == '\0')
    {
      refuse (self, self->name, _ ("Give the board a name."));
      return;
    }
  if (!read_start (self, &manner, &start, &seconds, &error))
    {
      refuse (self, self->time, error->message);
      return;
    }
  if (!liaison_duration_parse_typed (liaison_asking_window_get_text (self->length), &length, NULL)
      || length <= 0 || length > 7 * DAY)
    {
      refuse (self, self->length, _ ("Write how long it sits, such as 45m or 1h30."));
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
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static GtkWidget *
form_new (Dialog *self)
{
  const char *const repeats[] = { _ ("Every day until ENDEX"), _ ("Monday to Friday until ENDEX"),
                                  _ ("Every week until ENDEX"), _ ("Once"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (repeats);
  GtkWidget *page = adw_preferences_page_new (), *group = adw_preferences_group_new ();
  GtkWidget *repeat = adw_combo_row_new ();

  self->name = liaison_asking_window_add_entry (self->window, group, _ ("Name"), "");
  self->time = liaison_asking_window_add_entry (self->window, group, _ ("First sits at"), "08:00");
  self->length = liaison_asking_window_add_entry (self->window, group, _ ("Length"), "45m");
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

void
liaison_new_board_ask (GtkWindow *parent, LiaisonSession *session)
{
  Dialog *self = g_new0 (Dialog, 1);

  self->session = g_object_ref (session);
  self->window = liaison_asking_window_new (parent, _ ("New Board"), 480, 480);
  g_object_set_data_full (G_OBJECT (self->window), "liaison-dialog", self, dialog_free);
  liaison_asking_window_append (self->window, form_new (self));
  g_signal_connect_swapped (self->window, "create", G_CALLBACK (create_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
