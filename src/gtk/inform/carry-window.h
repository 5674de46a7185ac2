/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carrying the open lessons of another exercise into this one: a plan is chosen, its lessons are
 * shown, those ticked become observations and objectives, as one edit. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a plan, reads it, and shows what there is to carry over. */
void liaison_carry_present (GtkWindow *parent, LiaisonSession *session);

/* The same where the plan is known. */
void liaison_carry_present_from (GtkWindow *parent, LiaisonSession *session, const char *path);

G_END_DECLS
