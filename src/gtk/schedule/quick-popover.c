/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/quick-popover.h"

#include "record/field-type.h"
#include "record/kinds/event.h"
#include "words/quick-entry.h"

#include <glib/gi18n.h>

/* Lives as long as its popover. */
typedef struct
{
  LiaisonSession *session; /* owned */
  LiaisonQuickPlace place;
  GtkPopover *popover;
  GtkEntry *entry;
  GtkLabel *message;
  GCallback closed;
  gpointer data;
} Line;

static void
fill_place (LiaisonEventData *event, const LiaisonQuickPlace *place)
{
  if (event->start.form == LIAISON_INSTANT_UNSET && place->end >= place->start && place->start != 0)
    {
      liaison_instant_from_unix (place->start, place->zone, &event->start);
      if (event->duration == LIAISON_DURATION_UNSET)
        event->duration = place->end - place->start;
    }
  if (liaison_id_is_zero (event->site))
    event->site = place->site;
  if (liaison_id_is_zero (event->stage))
    event->stage = place->stage;
  if (event->area == 0)
    event->area = place->area;
  if (event->type == LIAISON_EVENT_TYPE_UNSET)
    event->type = place->type;
  if (!liaison_id_is_zero (place->participant) && event->participants == NULL)
    event->participants = liaison_ids_new (&place->participant, 1);
  if (place->nation != NULL && event->nations == NULL)
    event->nations = liaison_codes_new (&place->nation, 1);
}

static char *
find_problem (const LiaisonQuickEntry *read)
{
  for (guint i = 0; i < read->parts->len; i++)
    if (g_array_index (read->parts, LiaisonQuickPart, i).problem != NULL)
      return g_strdup (g_array_index (read->parts, LiaisonQuickPart, i).problem);
  return NULL;
}

gboolean
liaison_quick_popover_add (LiaisonSession *session,
                           const LiaisonQuickPlace *place,
                           const char *text,
                           char **problem)
{
  LiaisonManner manner = liaison_session_get_manner (session);
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (session));
  g_autoptr (LiaisonQuickEntry) read =
      liaison_quick_entry_read (&manner, snapshot, &liaison_event_kind,
                                liaison_editor_new_id (liaison_session_get_editor (session)), text);
  LiaisonBlock *block;

  if (read->n_problems > 0)
    {
      if (problem != NULL)
        *problem = find_problem (read);
      return FALSE;
    }
  block = liaison_session_new_block (session, &liaison_event_kind);
  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];
      const LiaisonFieldOps *ops = liaison_field_type_ops (field->type);

      if (!liaison_block_field_is_set (read->block, field))
        continue;
      ops->clear (LIAISON_BLOCK_AT (block, field));
      ops->copy (LIAISON_BLOCK_AT (block, field), LIAISON_BLOCK_AT (read->block, field));
    }
  fill_place ((LiaisonEventData *) block, place);
  liaison_session_add_record (session, &liaison_event_kind, block);
  return TRUE;
}

static void
activate_cb (Line *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *problem = NULL;

  if (*text == '\0')
    {
      gtk_popover_popdown (self->popover);
      return;
    }
  if (liaison_quick_popover_add (self->session, &self->place, text, &problem))
    {
      gtk_popover_popdown (self->popover);
      return;
    }
  gtk_label_set_text (self->message, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->message), TRUE);
  gtk_widget_error_bell (GTK_WIDGET (self->entry));
}

static void
line_free (gpointer data)
{
  Line *self = data;

  g_object_unref (self->session);
  g_free (self);
}

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  g_object_unref (popover);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (Line *self)
{
  if (self->closed != NULL)
    ((void (*) (gpointer)) self->closed) (self->data);
  g_idle_add (unparent_cb, g_object_ref (self->popover));
}

static GtkWidget *
content_new (Line *self, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *message = gtk_label_new (NULL);
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree char *when =
      self->place.start != 0
          ? liaison_manner_tell_time (&manner, self->place.start, self->place.zone)
          : NULL;

  self->entry = GTK_ENTRY (entry);
  self->message = GTK_LABEL (message);
  if (when != NULL)
    {
      GtkWidget *label = gtk_label_new (when);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 34);
  gtk_entry_set_placeholder_text (self->entry,
                                  _ ("New event, such as: Media briefing #FR !briefing"));
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_label_set_wrap (self->message, TRUE);
  gtk_label_set_xalign (self->message, 0);
  gtk_label_set_max_width_chars (self->message, 36);
  gtk_widget_set_visible (message, FALSE);
  gtk_widget_add_css_class (message, "error");
  gtk_widget_add_css_class (message, "caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("New event"), -1);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), message);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activate_cb), self);
  return box;
}

void
liaison_quick_popover_open (GtkWidget *parent,
                            LiaisonSession *session,
                            const GdkRectangle *area,
                            const LiaisonQuickPlace *place,
                            const char *text,
                            GCallback closed,
                            gpointer data)
{
  Line *self = g_new0 (Line, 1);
  GtkWidget *popover = gtk_popover_new ();

  self->session = g_object_ref (session);
  self->place = *place;
  self->popover = GTK_POPOVER (popover);
  self->closed = closed;
  self->data = data;
  g_object_set_data_full (G_OBJECT (popover), "liaison-line", self, line_free);
  gtk_popover_set_child (self->popover, content_new (self, text));
  gtk_popover_set_pointing_to (self->popover, area);
  gtk_widget_set_parent (popover, parent);
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (closed_cb), self);
  gtk_popover_popup (self->popover);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}
