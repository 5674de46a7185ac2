/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window with the occurrences of a recurring event, of which each may be cancelled or moved. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Over @parent (may be NULL). Transfer none. */
GtkWindow *
liaison_occurrences_window_present (GtkWindow *parent, LiaisonSession *session, LiaisonId event);

/* How many it lists. */
guint liaison_occurrences_window_count (GtkWindow *window);
/* What its switches and entries do: the occurrence at @index is cancelled or not; moved to what was
 * typed, "" to when the rule has it. FALSE when it is refused. */
gboolean liaison_occurrences_window_cancel (GtkWindow *window, guint index, gboolean cancelled);
gboolean liaison_occurrences_window_move (GtkWindow *window, guint index, const char *typed);

G_END_DECLS
