/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which requirements an exercise uses: of the plan, or of a catalogue. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWindow *liaison_choose_dialog_present (GtkWindow *parent, LiaisonSession *session);
/* For tests: shows the source of that number (0: the plan itself, where it has any), ticks or
 * unticks the requirement with that serial, and makes the edit. */
void liaison_choose_dialog_show (GtkWindow *window, guint source);
gboolean liaison_choose_dialog_tick (GtkWindow *window, const char *serial, gboolean chosen);
void liaison_choose_dialog_apply (GtkWindow *window);

G_END_DECLS
