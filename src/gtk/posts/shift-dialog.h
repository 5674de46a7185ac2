/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who stands at a liaison post in one shift: the fittest people first, each with what speaks
 * against them. */
#pragma once

#include "liaison/manning.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* About the watch @watch of the post in @row; @stand (may be NULL) is the stretch that is meant,
 * else a shift is added over what is not covered. Returns the window. */
GtkWindow *liaison_shift_dialog_present (GtkWindow *parent,
                                         LiaisonSession *session,
                                         const LiaisonManning *manning,
                                         guint row,
                                         guint watch,
                                         const LiaisonStand *stand);
/* For tests: puts the person on shift, as a click on them does. */
void liaison_shift_dialog_choose (GtkWindow *window, LiaisonId person);

G_END_DECLS
