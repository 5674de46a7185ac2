/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One day of the battle rhythm in its order: what each board needs, from whom, and what it makes.
 */
#pragma once

#include "schedule/rhythm.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills @list with the sittings of [@from, @until) (Unix s), told in @zone. */
void liaison_rhythm_flow_fill (GtkListBox *list,
                               LiaisonSession *session,
                               const LiaisonRhythm *rhythm,
                               const char *zone,
                               gint64 from,
                               gint64 until);

G_END_DECLS
