/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the planning process asks before it changes much: each shows all that would happen, and does
 * it as one edit. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Chooses a stage set and applies it. */
void liaison_process_choose_set (GtkWindow *parent, LiaisonSession *session);
/* Moves what no longer fits STARTEX. */
void liaison_process_fit (GtkWindow *parent, LiaisonSession *session);

G_END_DECLS
