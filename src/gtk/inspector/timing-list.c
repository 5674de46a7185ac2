/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inspector/timing-list.h"

#include "record/kinds/event.h"
#include "schedule/working-times.h"
#include "words/sentence.h"

#include <glib/gi18n.h>

/* Edits that follow each other faster than this are looked at together. */
#define PAUSE_MS 250
/* More rows than these help nobody. */
#define MAX_SHOWN 12

struct _LiaisonTimingList
{
  AdwPreferencesGroup parent_instance;

  /* Owned */
  LiaisonSession *session;
  GCancellable *look;
  GArray *others; /* of LiaisonId: where each row leads; zero: nowhere */

  /* Borrowed, child */
  GtkListBox *list;

  LiaisonId record;
  guint source;
};

G_DEFINE_FINAL_TYPE (LiaisonTimingList, liaison_timing_list, ADW_TYPE_PREFERENCES_GROUP)

/* What is asked and what was found. */
typedef struct
{
  LiaisonSnapshot *snapshot;
  LiaisonId event;
  LiaisonTiming timing;
  GArray *why, *held; /* of LiaisonHold */
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_clear_pointer (&look->snapshot, liaison_snapshot_unref);
  g_clear_pointer (&look->why, g_array_unref);
  g_clear_pointer (&look->held, g_array_unref);
  g_free (look);
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;
  g_autoptr (LiaisonBookings) bookings = liaison_bookings_new (look->snapshot);
  g_autoptr (LiaisonWorkingTimes) times = liaison_working_times_new (look->snapshot, bookings);
  g_autoptr (LiaisonCriticalPath) path = liaison_critical_path_new (
      look->snapshot, bookings, liaison_working_times_get (times));
  guint n, event = liaison_critical_path_find (path, look->event);

  if (event != LIAISON_NO_PLACE)
    {
      look->timing = liaison_critical_path_get_timings (path, &n)[event];
      look->why = liaison_critical_path_explain (path, event);
      look->held = liaison_critical_path_explain_held (path, event);
    }
  g_task_return_boolean (task, event != LIAISON_NO_PLACE && look->timing.takes_part);
}

static void
row_activated_cb (LiaisonTimingList *self, GtkListBoxRow *row)
{
  LiaisonId other = g_array_index (self->others, LiaisonId, gtk_list_box_row_get_index (row));

  if (!liaison_id_is_zero (other))
    liaison_selection_set_one (liaison_session_get_selection (self->session), other);
}

static void
add_hold (LiaisonTimingList *self, const LiaisonHold *hold, const char *subtitle)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree char *sentence
      = liaison_manner_tell_sentence (&manner, hold->sentence, hold->operands);
  gboolean leads = !liaison_id_is_zero (hold->other);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (leads)
    {
      GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
      gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), leads);
  gtk_list_box_append (self->list, row);
  g_array_append_val (self->others, hold->other);
}

static char *
tell_slack (LiaisonTimingList *self, const LiaisonTiming *timing)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);

  if (!timing->bounded)
    return g_strdup (_("Nothing depends on it, and it has no deadline."));
  if (timing->total_slack < 0)
    return liaison_words_format (manner.words, N_("It is {duration} too late."),
                                 liaison_operand_duration ("duration", -timing->total_slack));
  if (timing->critical)
    return g_strdup (_("It is critical: whatever delays it delays the end of what depends on it."));
  return liaison_words_format (
      manner.words, N_("It may be up to {total} later, and {free} before any other event must move."),
      liaison_operand_duration ("total", timing->total_slack),
      liaison_operand_duration ("free", timing->free_slack));
}

static void
clear (LiaisonTimingList *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_array_set_size (self->others, 0);
}

static void
show (LiaisonTimingList *self, const Look *look)
{
  g_autofree char *slack = tell_slack (self, &look->timing);
  g_autofree char *description = g_markup_escape_text (slack, -1);

  clear (self);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), description);
  for (guint i = 0; i < MIN (look->why->len, MAX_SHOWN); i++)
    add_hold (self, &g_array_index (look->why, LiaisonHold, i), _("Why it is here"));
  for (guint i = 0; i < MIN (look->held->len, MAX_SHOWN); i++)
    add_hold (self, &g_array_index (look->held, LiaisonHold, i), _("What it holds up"));
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->others->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
look_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LiaisonTimingList *self = LIAISON_TIMING_LIST (source);
  g_autoptr (GError) error = NULL;
  gboolean found = g_task_propagate_boolean (G_TASK (result), &error);
  const Look *look = g_task_get_task_data (G_TASK (result));

  if (error != NULL || self->session == NULL || !liaison_id_same (look->event, self->record))
    return;
  g_clear_object (&self->look);
  if (found)
    show (self, look);
  else
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static gboolean
start_cb (gpointer data)
{
  LiaisonTimingList *self = data;
  LiaisonDocument *document = liaison_session_get_document (self->session);
  LiaisonRecord *record = liaison_document_find (document, self->record);
  g_autoptr (GTask) task = NULL;
  Look *look;

  self->source = 0;
  if (record == NULL || liaison_record_get_kind (record) != &liaison_event_kind)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return G_SOURCE_REMOVE;
    }
  look = g_new0 (Look, 1);
  look->snapshot = liaison_document_get_snapshot (document);
  look->event = self->record;
  self->look = g_cancellable_new ();
  task = g_task_new (self, self->look, look_cb, NULL);
  g_task_set_source_tag (task, start_cb);
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_thread);
  return G_SOURCE_REMOVE;
}

static void
stop (LiaisonTimingList *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->look != NULL)
    g_cancellable_cancel (self->look);
  g_clear_object (&self->look);
}

static void
queue (LiaisonTimingList *self)
{
  stop (self);
  if (!liaison_id_is_zero (self->record))
    self->source = g_timeout_add (PAUSE_MS, start_cb, self);
}

static void
liaison_timing_list_dispose (GObject *object)
{
  LiaisonTimingList *self = LIAISON_TIMING_LIST (object);

  stop (self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_timing_list_parent_class)->dispose (object);
}

static void
liaison_timing_list_finalize (GObject *object)
{
  g_array_unref (LIAISON_TIMING_LIST (object)->others);

  G_OBJECT_CLASS (liaison_timing_list_parent_class)->finalize (object);
}

static void
liaison_timing_list_class_init (LiaisonTimingListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = liaison_timing_list_dispose;
  object_class->finalize = liaison_timing_list_finalize;
}

static void
liaison_timing_list_init (LiaisonTimingList *self)
{
  self->others = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Timing"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
liaison_timing_list_set_session (LiaisonTimingList *self, LiaisonSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (liaison_session_get_document (session), "changed", G_CALLBACK (queue),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (queue), self, G_CONNECT_SWAPPED);
}

void
liaison_timing_list_set_record (LiaisonTimingList *self, LiaisonId record)
{
  if (liaison_id_same (self->record, record))
    return;
  self->record = record;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  queue (self);
}
