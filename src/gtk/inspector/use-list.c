/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inspector/use-list.h"
#include "screen.h"

#include <glib/gi18n.h>

/* More than these are counted. */
#define MAX_SHOWN 30

struct _LiaisonUseList
{
  AdwPreferencesGroup parent_instance;

  /* Owned */
  LiaisonSession *session;
  GArray *uses; /* of LiaisonId: those shown */

  /* Borrowed, child */
  GtkListBox *list;

  LiaisonId record;
  guint idle;
};

G_DEFINE_FINAL_TYPE (LiaisonUseList, liaison_use_list, ADW_TYPE_PREFERENCES_GROUP)

static void
row_activated_cb (LiaisonUseList *self, GtkListBoxRow *row)
{
  int place = gtk_list_box_row_get_index (row);

  liaison_selection_set_one (liaison_session_get_selection (self->session),
                             g_array_index (self->uses, LiaisonId, place));
}

/* By kind as the file has them, then by age. */
static int
compare_uses (gconstpointer a, gconstpointer b, gpointer data)
{
  LiaisonRecord *one = liaison_document_find (data, *(const LiaisonId *) a);
  LiaisonRecord *other = liaison_document_find (data, *(const LiaisonId *) b);
  int order = 0;

  if (one != NULL && other != NULL)
    order = (int) liaison_record_get_kind (one)->id - (int) liaison_record_get_kind (other)->id;
  return order != 0 ? order : liaison_id_compare (*(const LiaisonId *) a, *(const LiaisonId *) b);
}

static void
add_row (LiaisonUseList *self, LiaisonId id)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  LiaisonRecord *record = liaison_document_find (liaison_session_get_document (self->session), id);
  g_autofree char *name = liaison_manner_tell_name (&manner, id);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  if (record != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                                 _ (liaison_record_get_kind (record)->shape.label));
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->list, row);
}

static void
rebuild (LiaisonUseList *self, guint n)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < self->uses->len; i++)
    add_row (self, g_array_index (self->uses, LiaisonId, i));

  g_autofree char *more = NULL;
  if (n > self->uses->len)
    more = liaison_screen_printf (ngettext ("Used by %u record; the first are shown.",
                                      "Used by %u records; the first are shown.", n),
                            n);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), more);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
update (LiaisonUseList *self, gboolean again)
{
  LiaisonDocument *document = liaison_session_get_document (self->session);
  g_autoptr (GArray) uses = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  guint n = 0;

  if (liaison_document_find (document, self->record) != NULL)
    {
      LiaisonId target = liaison_document_get_target_id (document, self->record);
      const LiaisonId *found = liaison_document_find_uses (document, target, &n);
      g_array_append_vals (uses, found, n);
    }
  g_array_sort_with_data (uses, compare_uses, document);
  g_array_set_size (uses, MIN (n, MAX_SHOWN));

  gboolean same = !again && uses->len == self->uses->len;
  for (guint i = 0; same && i < uses->len; i++)
    same = liaison_id_same (g_array_index (uses, LiaisonId, i),
                            g_array_index (self->uses, LiaisonId, i));
  g_array_unref (self->uses);
  self->uses = g_steal_pointer (&uses);
  if (!same || n > self->uses->len)
    rebuild (self, n);
}

static gboolean
idle_cb (gpointer data)
{
  LiaisonUseList *self = data;

  self->idle = 0;
  update (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
queue (LiaisonUseList *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

static void
liaison_use_list_dispose (GObject *object)
{
  LiaisonUseList *self = LIAISON_USE_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_use_list_parent_class)->dispose (object);
}

static void
liaison_use_list_finalize (GObject *object)
{
  g_array_unref (LIAISON_USE_LIST (object)->uses);

  G_OBJECT_CLASS (liaison_use_list_parent_class)->finalize (object);
}

static void
liaison_use_list_class_init (LiaisonUseListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = liaison_use_list_dispose;
  object_class->finalize = liaison_use_list_finalize;
}

static void
liaison_use_list_init (LiaisonUseList *self)
{
  self->uses = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What uses it"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
liaison_use_list_set_session (LiaisonUseList *self, LiaisonSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (liaison_session_get_document (session), "changed", G_CALLBACK (queue),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (queue), self, G_CONNECT_SWAPPED);
}

void
liaison_use_list_set_record (LiaisonUseList *self, LiaisonId record)
{
  if (liaison_id_same (self->record, record))
    return;
  self->record = record;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  queue (self);
}
