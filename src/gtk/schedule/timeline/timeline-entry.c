/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/timeline/timeline-view-private.h"

#include <glib/gi18n.h>

/* What a new event will be, while its title is typed. */
typedef struct
{
  LiaisonTimelineView *view; /* borrowed: the popover is its child */
  guint lane;
  gint64 start, end;
} Wish;

static gboolean
drop_cb (gpointer data)
{
  LiaisonTimelineView *self = data;

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_unref (self);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (LiaisonTimelineView *self)
{
  self->drag = (LiaisonDrag){ 0 };
  gtk_widget_grab_focus (GTK_WIDGET (self));
  /* Not while it emits. */
  g_idle_add (drop_cb, g_object_ref (self));
}

static void
activate_cb (GtkEntry *entry, gpointer data)
{
  Wish *wish = data;
  LiaisonTimelineView *self = wish->view;
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  guint lane = wish->lane;
  gint64 start = wish->start, end = wish->end;

  if (*title == '\0')
    {
      gtk_widget_error_bell (GTK_WIDGET (entry));
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self->entry));
  liaison_timeline_view_create (self, lane, start, end, title);
}

static char *
tell_time (LiaisonTimelineView *self, gint64 start, gint64 end)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const char *zone = liaison_timeline_get_ruler (self->timeline)->zones[0];
  g_autofree char *from =
      liaison_manner_tell_time (&manner, start, zone != NULL ? zone : "Etc/UTC");
  g_autofree char *until = liaison_manner_tell_time (&manner, end, zone != NULL ? zone : "Etc/UTC");

  return g_strdup_printf ("%s – %s", from, until);
}

void
liaison_timeline_view_ask_title (
    LiaisonTimelineView *self, guint lane, gint64 start, gint64 end, const LiaisonBox *box)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_entry_new (), *label;
  g_autofree char *time = tell_time (self, start, end);
  Wish *wish = g_new (Wish, 1);
  GdkRectangle at;

  if (self->entry != NULL)
    {
      g_free (wish);
      g_object_unref (g_object_ref_sink (content));
      g_object_unref (g_object_ref_sink (entry));
      return;
    }
  *wish = (Wish){ self, lane, start, end };
  liaison_drawn_view_from_part (LIAISON_DRAWN_VIEW (self), LIAISON_PART_BODY, box, &at);
  label = gtk_label_new (time);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Title of the new event"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 28);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Title of the new event"), -1);
  g_signal_connect_data (entry, "activate", G_CALLBACK (activate_cb), wish,
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), entry);
  self->entry = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->entry), content);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->entry), &at);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "closed", G_CALLBACK (closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (self->entry));
  gtk_widget_grab_focus (entry);
}
