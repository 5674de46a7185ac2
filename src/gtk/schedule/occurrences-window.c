/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/occurrences-window.h"

#include "schedule/exceptions.h"
#include "schedule/recurrence.h"

#include "record/kinds/event.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define WINDOW_KEY "liaison-occurrences"

/* So many are listed; a rule without an end has no last one. */
#define MOST      200
#define TWO_YEARS (G_GINT64_CONSTANT (2) * 366 * 86400)

/* The window's; it lives as long as it does. */
typedef struct
{
  LiaisonSession *session; /* owned */
  LiaisonId event;
  GArray *times; /* gint64: when the rule has each begin */

  /* Borrowed */
  GtkWindow *window;
  GtkListBox *list;
  GtkLabel *more;

  gboolean filling;
} Occurrences;

static void
occurrences_free (gpointer data)
{
  Occurrences *self = data;

  g_array_unref (self->times);
  g_object_unref (self->session);
  g_free (self);
}

static Occurrences *
get_occurrences (GtkWindow *window)
{
  return g_object_get_data (G_OBJECT (window), WINDOW_KEY);
}

static const LiaisonBlock *
get_event (Occurrences *self)
{
  LiaisonRecord *record =
      liaison_document_find (liaison_session_get_document (self->session), self->event);
  return record != NULL ? liaison_record_get_block (record) : NULL;
}

static gboolean
collect_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  GArray *times = data;

  g_array_append_val (times, occurrence->by_rule);
  return times->len <= MOST;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;
  return (one > other) - (one < other);
}

/* Those that take place, and those that were cancelled: they can be taken up again. */
static void
list_times (Occurrences *self, const LiaisonBlock *event)
{
  LiaisonLookup lookup = liaison_document_get_lookup (liaison_session_get_document (self->session));
  const LiaisonItems *items = LIAISON_DATA (Event, event)->exceptions;
  gint64 start, seconds;

  g_array_set_size (self->times, 0);
  if (liaison_times_get_start (&lookup, event, &start) != LIAISON_TIME_KNOWN)
    return;
  liaison_recurrence_foreach (&lookup, event, start - 86400, start + TWO_YEARS, collect_cb,
                              self->times);
  for (guint i = 0; i < liaison_items_get_size (items); i++)
    {
      const LiaisonEventExceptionData *item =
          LIAISON_DATA (EventException, liaison_items_get (items, i));
      if (item->cancelled
          && liaison_times_resolve (&lookup, &item->occurrence, &seconds, NULL)
                 == LIAISON_TIME_KNOWN)
        g_array_append_val (self->times, seconds);
    }
  g_array_sort (self->times, compare_times);
}

static gboolean
commit (Occurrences *self, LiaisonProposal *proposal)
{
  return proposal != NULL && liaison_session_commit (self->session, proposal, NULL);
}

gboolean
liaison_occurrences_window_cancel (GtkWindow *window, guint index, gboolean cancelled)
{
  Occurrences *self = get_occurrences (window);
  const LiaisonBlock *event = get_event (self);
  LiaisonLookup lookup = liaison_document_get_lookup (liaison_session_get_document (self->session));

  if (event == NULL || index >= self->times->len)
    return FALSE;
  return commit (self, liaison_exceptions_cancel (
                           &lookup, event, g_array_index (self->times, gint64, index), cancelled,
                           liaison_editor_new_id (liaison_session_get_editor (self->session))));
}

gboolean
liaison_occurrences_window_move (GtkWindow *window, guint index, const char *typed)
{
  Occurrences *self = get_occurrences (window);
  const LiaisonBlock *event = get_event (self);
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonField *start = &liaison_event_kind.shape.fields[LIAISON_FIELD (Event, start)];
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonBlock) there = NULL;
  g_autoptr (GError) error = NULL;
  LiaisonInstant unset = { 0 };
  gint64 by_rule;

  if (event == NULL || index >= self->times->len)
    return FALSE;
  by_rule = g_array_index (self->times, gint64, index);
  snapshot = liaison_document_get_snapshot (liaison_session_get_document (self->session));
  /* A time of day alone is meant on the day of this occurrence. */
  there = liaison_block_copy (event);
  liaison_instant_from_unix (by_rule, liaison_times_get_zone (&manner.lookup, event),
                             &((LiaisonEventData *) there)->start);
  if (!liaison_manner_read_field (&manner, snapshot, start, there, typed, &value, &error))
    {
      g_signal_emit_by_name (self->session, "notice", error->message, FALSE);
      return FALSE;
    }
  return commit (self, liaison_exceptions_move (
                           &manner.lookup, event, by_rule,
                           value.form == LIAISON_VALUE_FIELD ? &value.as.instant : &unset,
                           liaison_editor_new_id (liaison_session_get_editor (self->session))));
}

static guint
get_index (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "liaison-index"));
}

static void
switched_cb (Occurrences *self, GParamSpec *spec, GtkWidget *toggle)
{
  if (!self->filling)
    liaison_occurrences_window_cancel (self->window, get_index (toggle),
                                       !gtk_switch_get_active (GTK_SWITCH (toggle)));
}

static void
moved_cb (Occurrences *self, GtkWidget *entry)
{
  if (!liaison_occurrences_window_move (self->window, get_index (entry),
                                        gtk_editable_get_text (GTK_EDITABLE (entry))))
    gtk_widget_error_bell (entry);
}

static void
icon_cb (Occurrences *self, GtkEntryIconPosition position, GtkWidget *entry)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  moved_cb (self, entry);
}

static GtkWidget *
make_entry (Occurrences *self, guint index, const LiaisonEventExceptionData *item)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Other time"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 18);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (entry), "liaison-index", GUINT_TO_POINTER (index));
  if (item != NULL && item->start.form != LIAISON_INSTANT_UNSET)
    {
      const LiaisonField *field =
          &liaison_event_exception_shape.fields[LIAISON_FIELD (EventException, start)];
      g_autofree char *told = liaison_manner_tell_field (&manner, &item->block, field);

      gtk_editable_set_text (GTK_EDITABLE (entry), told);
      gtk_entry_set_icon_from_icon_name (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY,
                                         "edit-undo-symbolic");
      gtk_entry_set_icon_tooltip_text (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY,
                                       _ ("As the rule says"));
      g_signal_connect_swapped (entry, "icon-press", G_CALLBACK (icon_cb), self);
    }
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (moved_cb), self);
  return entry;
}

static GtkWidget *
make_row (Occurrences *self, const LiaisonBlock *event, guint index)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  gint64 time = g_array_index (self->times, gint64, index);
  const LiaisonBlock *found = liaison_exceptions_find (&manner.lookup, event, time);
  const LiaisonEventExceptionData *item =
      found != NULL ? LIAISON_DATA (EventException, found) : NULL;
  g_autofree char *told =
      liaison_manner_tell_time (&manner, time, liaison_times_get_zone (&manner.lookup, event));
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();
  GtkWidget *entry = make_entry (self, index, item);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), told);
  if (item != NULL && item->cancelled)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Cancelled"));
  gtk_switch_set_active (GTK_SWITCH (toggle), item == NULL || !item->cancelled);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (toggle, _ ("Takes place"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Other time"), -1);
  g_object_set_data (G_OBJECT (toggle), "liaison-index", GUINT_TO_POINTER (index));
  g_signal_connect_swapped (toggle, "notify::active", G_CALLBACK (switched_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  return row;
}

static void
fill (Occurrences *self)
{
  const LiaisonBlock *event = get_event (self);
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  g_array_set_size (self->times, 0);
  if (event != NULL)
    list_times (self, event);
  for (guint i = 0; i < MIN (self->times->len, MOST); i++)
    gtk_list_box_append (self->list, make_row (self, event, i));
  gtk_widget_set_visible (GTK_WIDGET (self->more), self->times->len > MOST);
  self->filling = FALSE;
}

static gboolean
fill_cb (gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  Occurrences *self = get_occurrences (window);

  if (self != NULL)
    fill (self);
  return G_SOURCE_REMOVE;
}

/* Not within the signal of the switch that has changed it: its row goes. */
static void
document_changed_cb (GtkWindow *window)
{
  g_idle_add (fill_cb, g_object_ref (window));
}

GtkWindow *
liaison_occurrences_window_present (GtkWindow *parent, LiaisonSession *session, LiaisonId event)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *more = gtk_label_new (_ ("Only the first ones are listed: the rule goes on."));
  GtkEventController *keys = gtk_shortcut_controller_new ();
  Occurrences *self = g_new0 (Occurrences, 1);

  self->window = GTK_WINDOW (window);
  self->session = g_object_ref (session);
  self->event = event;
  self->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->more = GTK_LABEL (more);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Occurrences"), -1);
  gtk_label_set_wrap (self->more, TRUE);
  gtk_widget_add_css_class (more, "dim-label");
  gtk_widget_set_margin_top (more, 6);
  g_object_set_data_full (G_OBJECT (window), WINDOW_KEY, self, occurrences_free);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("Switch one off to cancel it; write another time and press Enter to move it."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->list));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), more);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (self->window, _ ("Occurrences"));
  gtk_window_set_default_size (self->window, 560, 600);
  gtk_window_set_transient_for (self->window, parent);
  gtk_window_set_modal (self->window, TRUE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (document_changed_cb), window, G_CONNECT_SWAPPED);
  fill (self);
  gtk_window_present (self->window);
  return self->window;
}

guint
liaison_occurrences_window_count (GtkWindow *window)
{
  return MIN (get_occurrences (window)->times->len, MOST);
}
