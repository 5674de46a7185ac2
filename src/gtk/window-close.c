/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inspector/inspector.h"
#include "message.h"
#include "refused-texts.h"
#include "window-private.h"

#include <glib/gi18n.h>

/* Refused texts that are named when the window is closed. */
#define MAX_TOLD 5

/* A shortcut does not move the focus: what is half written in the form belongs to the plan too. */
void
liaison_window_settle (LiaisonWindow *self)
{
  GtkWidget *inspector = adw_bin_get_child (self->inspector_place);

  if (inspector != NULL)
    liaison_inspector_settle (LIAISON_INSPECTOR (inspector));
}

static void
refused_answered_cb (const char *response,
                     gpointer    data)
{
  g_autoptr (LiaisonWindow) self = data;
  LiaisonRefusedTexts *refused = liaison_session_get_refused (self->session);
  LiaisonManner manner = liaison_session_get_manner (self->session);
  LiaisonId record;
  g_autofree char *lines = liaison_refused_texts_tell (refused, &manner, 1, &record);

  if (g_str_equal (response, "discard"))
    {
      liaison_refused_texts_clear (refused);
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (lines != NULL)
    liaison_window_show_record (self, record);
}

/* FALSE: nothing that was typed and refused is left. */
static gboolean
ask_about_refused (LiaisonWindow *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  LiaisonAnswer answers[] = { { "discard", _ ("_Close Without It"), TRUE, FALSE } };
  g_autofree char *lines = liaison_refused_texts_tell (liaison_session_get_refused (self->session),
                                                       &manner, MAX_TOLD, NULL);

  if (lines == NULL)
    return FALSE;
  g_autofree char *body = g_strdup_printf (
      /* Translators: %s is a list of lines such as “31 Juni” for “Start” of “Rehearsal” */
      _ ("This was typed, could not be understood, and is not in the plan. It will be lost:\n\n%s"),
      lines);
  liaison_ask (GTK_WINDOW (self), _ ("Some Text Is Not in the Plan"), body, answers,
               G_N_ELEMENTS (answers), refused_answered_cb, g_object_ref (self));
  return TRUE;
}

static void
close_answered_cb (const char *response,
                   gpointer    data)
{
  g_autoptr (LiaisonWindow) self = data;

  if (g_str_equal (response, "save"))
    {
      self->closing = TRUE;
      liaison_window_save (self);
    }
  else if (g_str_equal (response, "discard"))
    {
      self->closing = TRUE;
      liaison_session_close_journal (self->session);
      gtk_window_destroy (GTK_WINDOW (self));
    }
}

gboolean
liaison_window_close_request (GtkWindow *window)
{
  LiaisonWindow *self = LIAISON_WINDOW (window);
  LiaisonAnswer answers[] = {
    { "discard", _("_Discard"), TRUE, FALSE },
    { "save", _("_Save"), FALSE, TRUE },
  };

  liaison_window_settle (self);
  if (self->session != NULL && ask_about_refused (self))
    return TRUE;
  if (self->session == NULL || !liaison_editor_get_modified (liaison_session_get_editor (self->session)))
    {
      if (self->session != NULL)
        liaison_session_close_journal (self->session);
      return FALSE;
    }
  g_autofree char *body
      /* Translators: %s is the name of an exercise. */
      = g_strdup_printf (_("“%s” has changes that are not saved. If you discard them they are lost."),
                         liaison_session_get_title (self->session));
  liaison_ask (window, _("Save Changes?"), body, answers, G_N_ELEMENTS (answers), close_answered_cb,
               g_object_ref (self));
  return TRUE;
}
