/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inspector/history-list.h"

#include <glib/gi18n.h>

#define MAX_SHOWN 20
/* How many entries are looked at before the window is served again. */
#define BITE 2000

struct _LiaisonHistoryList
{
  AdwPreferencesGroup parent_instance;

  /* Owned */
  LiaisonSession *session;

  /* Borrowed, child */
  GtkListBox *list;

  LiaisonId record;
  guint next; /* entries before this place have not been looked at */
  guint found;
  guint idle;
};

G_DEFINE_FINAL_TYPE (LiaisonHistoryList, liaison_history_list, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
make_row (LiaisonHistoryList *self, LiaisonTrailEntry *entry)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree char *sentence = liaison_manner_tell_sentence (
      &manner, liaison_trail_entry_get_sentence (entry), liaison_trail_entry_get_operands (entry));
  g_autofree char *when =
      liaison_manner_tell_time (&manner, liaison_trail_entry_get_when (entry) / 1000, NULL);
  const char *author = liaison_trail_entry_get_author (entry);
  g_autofree char *by =
      *author != '\0' ? g_strdup_printf ("%s · \u2068%s\u2069", when, author) : g_strdup (when);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), by);
  return row;
}

static gboolean
idle_cb (gpointer data)
{
  LiaisonHistoryList *self = data;
  GListModel *trail = G_LIST_MODEL (liaison_session_get_trail (self->session));

  for (guint bite = 0; bite < BITE && self->next > 0 && self->found < MAX_SHOWN; bite++)
    {
      g_autoptr (LiaisonTrailEntry) entry = g_list_model_get_item (trail, --self->next);
      if (entry == NULL || !liaison_trail_entry_concerns (entry, self->record))
        continue;
      gtk_list_box_append (self->list, make_row (self, entry));
      self->found++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->found > 0);
  if (self->next > 0 && self->found < MAX_SHOWN)
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static void
start (LiaisonHistoryList *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_clear_handle_id (&self->idle, g_source_remove);
  self->found = 0;
  self->next = 0;
  if (!liaison_id_is_zero (self->record))
    self->next =
        g_list_model_get_n_items (G_LIST_MODEL (liaison_session_get_trail (self->session)));
  if (self->next > 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
  else
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* What is new goes on top; anything else means looking again. */
static void
trail_changed_cb (LiaisonHistoryList *self, guint position, guint removed, guint added)
{
  GListModel *trail = G_LIST_MODEL (liaison_session_get_trail (self->session));

  if (removed > 0 || position + added < g_list_model_get_n_items (trail))
    {
      start (self);
      return;
    }
  for (guint i = position; i < position + added && !liaison_id_is_zero (self->record); i++)
    {
      g_autoptr (LiaisonTrailEntry) entry = g_list_model_get_item (trail, i);
      if (!liaison_trail_entry_concerns (entry, self->record))
        continue;
      gtk_list_box_prepend (self->list, make_row (self, entry));
      if (self->found < MAX_SHOWN)
        self->found++;
      else
        gtk_list_box_remove (self->list, gtk_widget_get_last_child (GTK_WIDGET (self->list)));
      gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
    }
}

static void
liaison_history_list_dispose (GObject *object)
{
  LiaisonHistoryList *self = LIAISON_HISTORY_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_history_list_parent_class)->dispose (object);
}

static void
liaison_history_list_class_init (LiaisonHistoryListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_history_list_dispose;
}

static void
liaison_history_list_init (LiaisonHistoryList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("History"), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
liaison_history_list_set_session (LiaisonHistoryList *self, LiaisonSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (liaison_session_get_trail (session), "items-changed",
                           G_CALLBACK (trail_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (start), self, G_CONNECT_SWAPPED);
}

void
liaison_history_list_set_record (LiaisonHistoryList *self, LiaisonId record)
{
  if (liaison_id_same (self->record, record))
    return;
  self->record = record;
  start (self);
}
