/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/writing.h"

#define NAMES_KEY "liaison-writing"

static void
read_only_cb (GtkWidget *widget, GParamSpec *property, LiaisonEditor *editor)
{
  const char *const *names = g_object_get_data (G_OBJECT (widget), NAMES_KEY);

  for (guint i = 0; names[i] != NULL; i++)
    gtk_widget_action_set_enabled (widget, names[i], !liaison_editor_get_read_only (editor));
}

void
liaison_bind_writing_actions (GtkWidget *widget, LiaisonSession *session, const char *const *names)
{
  LiaisonEditor *editor = liaison_session_get_editor (session);

  g_object_set_data (G_OBJECT (widget), NAMES_KEY, (gpointer) names);
  g_signal_connect_object (editor, "notify::read-only", G_CALLBACK (read_only_cb), widget,
                           G_CONNECT_SWAPPED);
  read_only_cb (widget, NULL, editor);
}
