/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The manning board to work in.
 *
 * Enter or a double click asks who stands there; a person is dragged to another shift or post;
 * Delete takes the shift off the board. Where a shift recurs, that one time is meant. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_manning_view_new (LiaisonSession *session);

G_END_DECLS
