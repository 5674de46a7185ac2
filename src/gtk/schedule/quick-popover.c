/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/quick-popover.h"

#include "record/kinds/event.h"
#include "schedule/quick-reading.h"

#include <glib/gi18n.h>
#include <string.h>

/* Lives as long as its popover. */
typedef struct
{
  /* Owned */
  LiaisonSession *session;
  LiaisonTableFilter *filter;
  char *track; /* that of the place */
  LiaisonQuickEntry *read; /* what stands in the entry, understood; NULL: nothing stands there */

  /* Borrowed: they live in the popover */
  GtkPopover *popover;
  GtkEntry *entry;
  GtkLabel *when;
  GtkFlowBox *chips;
  GtkLabel *problems;

  LiaisonQuickPlace place;
  GCallback closed;
  gpointer data;
} Line;

static void
fill_time (LiaisonEventData *event, const LiaisonQuickPlace *place, const LiaisonLookup *lookup)
{
  if (place->start == 0 || place->end < place->start)
    return;
  if (event->duration == LIAISON_DURATION_UNSET)
    event->duration = place->end - place->start;
  if (event->start.form == LIAISON_INSTANT_UNSET)
    liaison_instant_from_unix (
        place->start,
        place->zone != NULL ? place->zone : liaison_times_get_zone (lookup, &event->block),
        &event->start);
}

static void
fill_place (LiaisonEventData *event, const LiaisonQuickPlace *place, const LiaisonLookup *lookup)
{
  if (liaison_id_is_zero (event->site))
    event->site = place->site;
  if (liaison_id_is_zero (event->stage))
    event->stage = place->stage;
  if (event->area == 0)
    event->area = place->area;
  if (event->type == LIAISON_EVENT_TYPE_UNSET)
    event->type = place->type;
  if (place->track != NULL && event->track == NULL)
    event->track = g_ref_string_new (place->track);
  if (!liaison_id_is_zero (place->participant) && event->participants == NULL)
    event->participants = liaison_ids_new (&place->participant, 1);
  if (!liaison_id_is_zero (place->channel) && event->channels == NULL)
    event->channels = liaison_ids_new (&place->channel, 1);
  if (place->nation != NULL)
    {
      g_autoptr (LiaisonCodes) named = event->nations;
      event->nations = liaison_codes_with (named, place->nation, TRUE);
    }
  fill_time (event, place, lookup);
}

/* NULL: nothing is written. */
static LiaisonQuickEntry *
read_line (LiaisonSession *session, const LiaisonQuickPlace *place, const char *text)
{
  LiaisonManner manner = liaison_session_get_manner (session);
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (session));
  LiaisonId id = liaison_editor_new_id (liaison_session_get_editor (session));

  if (text[strspn (text, " \t")] == '\0')
    return NULL;
  /* A day without a month is one near the place. */
  if (place->start != 0)
    manner.now = place->start;
  return liaison_quick_entry_read_at (&manner, snapshot, &liaison_event_kind, id, place->site,
                                      text);
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
                           LiaisonTableFilter *filter,
                           const LiaisonQuickPlace *place,
                           const char *text,
                           char **problem)
{
  LiaisonLookup lookup = liaison_document_get_lookup (liaison_session_get_document (session));
  g_autoptr (LiaisonQuickEntry) read = read_line (session, place, text);
  LiaisonBlock *block;

  if (read == NULL || read->n_problems > 0)
    {
      if (read != NULL && problem != NULL)
        *problem = find_problem (read);
      return FALSE;
    }
  block = liaison_quick_reading_make_block (session, &liaison_event_kind, read);
  fill_place ((LiaisonEventData *) block, place, &lookup);
  if (filter != NULL)
    liaison_table_filter_keep (filter, block->id);
  liaison_session_add_record (session, &liaison_event_kind, block);
  return TRUE;
}

/* The time of the place, until the line says another. */
static void
show_time (Line *self)
{
  gtk_widget_set_visible (
      GTK_WIDGET (self->when),
      self->place.start != 0
          && (self->read == NULL
              || LIAISON_DATA (Event, self->read->block)->start.form == LIAISON_INSTANT_UNSET));
}

static void
changed_cb (Line *self)
{
  g_clear_pointer (&self->read, liaison_quick_entry_free);
  self->read =
      read_line (self->session, &self->place, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  liaison_quick_reading_mark (self->entry, self->read);
  liaison_quick_reading_fill (self->chips, self->session, self->read);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), self->read != NULL);
  liaison_quick_reading_tell (self->problems, self->read);
  show_time (self);
  /* It grows with what is in it. */
  gtk_popover_present (self->popover);
}

static void
activate_cb (Line *self)
{
  /* The plan may have changed since the last letter. */
  changed_cb (self);
  if (self->read == NULL)
    gtk_popover_popdown (self->popover);
  else if (self->read->n_problems > 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self->entry));
      liaison_quick_reading_select_problem (self->entry, self->read);
    }
  else if (liaison_quick_popover_add (self->session, self->filter, &self->place,
                                      gtk_editable_get_text (GTK_EDITABLE (self->entry)), NULL))
    gtk_popover_popdown (self->popover);
}

static void
line_free (gpointer data)
{
  Line *self = data;

  g_clear_pointer (&self->read, liaison_quick_entry_free);
  g_clear_object (&self->filter);
  g_object_unref (self->session);
  g_free (self->track);
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
  /* Not while it emits. */
  g_idle_add (unparent_cb, g_object_ref (self->popover));
}

static void
parent_gone_cb (GtkWidget *popover)
{
  Line *self = g_object_get_data (G_OBJECT (popover), "liaison-line");

  self->closed = NULL;
  gtk_widget_unparent (popover);
}

static GtkWidget *
when_new (Line *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const char *zone = self->place.shown != NULL ? self->place.shown : self->place.zone;
  g_autofree char *from = liaison_manner_tell_time (&manner, self->place.start, zone);
  g_autofree char *until = liaison_manner_tell_time (&manner, self->place.end, zone);
  g_autofree char *text =
      self->place.end > self->place.start ? g_strdup_printf ("%s – %s", from, until) : NULL;
  GtkWidget *label = gtk_label_new (text != NULL ? text : from);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static GtkWidget *
chips_new (void)
{
  GtkWidget *chips = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (chips), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (chips), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (chips), 3);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (chips), 2);
  gtk_widget_set_visible (chips, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chips), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What was understood"), -1);
  return chips;
}

static GtkWidget *
problems_new (void)
{
  GtkWidget *problems = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (problems), TRUE);
  gtk_label_set_xalign (GTK_LABEL (problems), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (problems), 36);
  gtk_widget_set_visible (problems, FALSE);
  gtk_widget_add_css_class (problems, "error");
  gtk_widget_add_css_class (problems, "caption");
  return problems;
}

static GtkWidget *
entry_new (Line *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 34);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 4000);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry),
                                  _ ("New event, such as: Media briefing #FR !briefing"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("New event"), -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activate_cb), self);
  return entry;
}

static GtkWidget *
content_new (Line *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->when = GTK_LABEL (when_new (self));
  self->entry = GTK_ENTRY (entry_new (self));
  self->chips = GTK_FLOW_BOX (chips_new ());
  self->problems = GTK_LABEL (problems_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->when));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chips));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problems));
  return box;
}

GtkWidget *
liaison_quick_popover_open (GtkWidget *parent,
                            LiaisonSession *session,
                            LiaisonTableFilter *filter,
                            const GdkRectangle *area,
                            const LiaisonQuickPlace *place,
                            const char *text,
                            GCallback closed,
                            gpointer data)
{
  Line *self = g_new0 (Line, 1);
  GtkWidget *popover = gtk_popover_new ();

  self->session = g_object_ref (session);
  self->filter = filter != NULL ? g_object_ref (filter) : NULL;
  self->place = *place;
  self->place.track = self->track = g_strdup (place->track);
  self->popover = GTK_POPOVER (popover);
  self->closed = closed;
  self->data = data;
  g_object_set_data_full (G_OBJECT (popover), "liaison-line", self, line_free);
  gtk_popover_set_child (self->popover, content_new (self));
  show_time (self);
  gtk_popover_set_pointing_to (self->popover, area);
  gtk_widget_set_parent (popover, parent);
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (closed_cb), self);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (parent_gone_cb), popover,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (self->popover);
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  return popover;
}
