/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Resolve Conflicts…": levels the plan in a thread and shows what it would change. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows the dialog over @parent. It begins to search at once, over the whole plan. */
void liaison_level_window_present (GtkWindow *parent, LiaisonSession *session);

G_END_DECLS
