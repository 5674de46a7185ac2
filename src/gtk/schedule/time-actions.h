/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with the times of what is selected, from any view: move, copy, stretch, by keys
 * or in a dialog with a preview. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives @widget the actions "time.*" and their keys: Ctrl+Shift with the arrows to the sides moves
 * by a quarter of an hour, up and down by a day; Ctrl+M opens the dialog. */
void liaison_time_actions_add (GtkWidget *widget, LiaisonSession *session);
/* Their section of a menu. Transfer full. */
GMenuModel *liaison_time_actions_make_menu (void);

/* Moves what is selected, as one edit. FALSE when nothing moved. */
gboolean liaison_time_actions_move (LiaisonSession *session, gint64 by);

G_END_DECLS
