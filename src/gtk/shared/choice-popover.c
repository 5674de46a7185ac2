/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/choice-popover.h"

#define CHOICE_KEY "liaison-choice"

typedef struct
{
  LiaisonChoiceFunc func;
  gpointer data;
  GtkWidget *popover;
  GtkWidget *box;
} Choices;

static void
take (Choices *self, guint choice)
{
  LiaisonChoiceFunc func = self->func;
  gpointer data = self->data;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  func (choice, data);
}

static void
clicked_cb (Choices *self, GtkButton *button)
{
  take (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), CHOICE_KEY)));
}

static gboolean
key_cb (Choices *self,
        guint key,
        guint code,
        GdkModifierType state,
        GtkEventController *controller)
{
  int digit = g_unichar_digit_value (gdk_keyval_to_unicode (key));
  guint i = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL && digit > 0;
       child = gtk_widget_get_next_sibling (child), i++)
    if ((int) i == digit)
      {
        take (self, i - 1);
        return TRUE;
      }
  return FALSE;
}

static gboolean
unparent_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

/* Its parent may go while it is open. */
static void
parent_gone_cb (GtkWidget *popover)
{
  unparent_cb (popover);
}

static GtkWidget *
button_new (Choices *self, const char *text, guint number, gboolean now)
{
  GtkWidget *button = gtk_button_new (), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text),
            *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_opacity (mark, now ? 1 : 0);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), mark);
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data (G_OBJECT (button), CHOICE_KEY, GUINT_TO_POINTER (number));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  return button;
}

GtkWidget *
liaison_choice_popover_show (GtkWidget *parent,
                             const GdkRectangle *at,
                             const char *const *labels,
                             guint now,
                             LiaisonChoiceFunc func,
                             gpointer data)
{
  Choices *self = g_new0 (Choices, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->func = func;
  self->data = data;
  self->popover = gtk_popover_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_object_set_data_full (G_OBJECT (self->popover), CHOICE_KEY, self, g_free);
  for (guint i = 0; labels[i] != NULL; i++)
    gtk_box_append (GTK_BOX (self->box), button_new (self, labels[i], i, i == now));
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->box);
  gtk_widget_set_parent (self->popover, parent);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), at);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->popover, keys);
  g_signal_connect (self->popover, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (parent_gone_cb), self->popover,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  return self->popover;
}
