/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the inspector is shown: always in a wide window; in others when there is something in it. */
#include "config.h"

#include "screen.h"
#include "window-private.h"

/* A narrower window gives the room of an empty inspector to the area. In pixels of usual text. */
#define ROOMY 1500

static gboolean
is_roomy (LiaisonWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height;

  if (width == 0)
    gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  return width >= liaison_screen_scale (ROOMY);
}

/* The person has decided. */
static void
moved_cb (LiaisonWindow *self)
{
  self->inspector_rests = FALSE;
}

static void
reveal (LiaisonWindow *self, gboolean revealed)
{
  self->inspector_rests = !revealed;
  g_signal_handlers_block_by_func (self->flap, moved_cb, self);
  adw_flap_set_reveal_flap (self->flap, revealed);
  g_signal_handlers_unblock_by_func (self->flap, moved_cb, self);
}

/* Not while a button is held: what is dragged would slip from under the pointer. */
static void
follow (LiaisonWindow *self)
{
  guint n;

  liaison_selection_get (liaison_session_get_selection (self->session), &n);
  if (n > 0 && self->inspector_rests && !adw_flap_get_folded (self->flap))
    reveal (self, TRUE);
  else if (n == 0 && adw_flap_get_reveal_flap (self->flap) && !is_roomy (self))
    reveal (self, FALSE);
}

static gboolean
event_cb (LiaisonWindow *self, GdkEvent *event)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    self->pressed = TRUE;
  else if (type == GDK_BUTTON_RELEASE || type == GDK_TOUCH_END || type == GDK_TOUCH_CANCEL)
    {
      self->pressed = FALSE;
      liaison_window_follow_selection (self);
    }
  return GDK_EVENT_PROPAGATE;
}

void
liaison_window_watch_inspector (LiaisonWindow *self)
{
  GtkEventController *watch = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (watch, GTK_PHASE_CAPTURE);
  g_signal_connect_object (watch, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), watch);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (moved_cb), self,
                           G_CONNECT_SWAPPED);
}

void
liaison_window_follow_selection (LiaisonWindow *self)
{
  if (self->session != NULL && !self->pressed)
    follow (self);
}
