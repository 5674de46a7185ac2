/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of moves: which record, from when to when, by how much, and why. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

/* Shows the move items, with ticks and new times if `moves` is set, else only what stays where it is. A row that is
 * activated becomes the selection of the session. */
GtkWidget *liaison_move_list_new (LiaisonSession *session,
                                  GListStore *items,
                                  const char *label,
                                  gboolean moves);
