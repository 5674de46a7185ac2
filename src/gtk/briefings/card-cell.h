/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text view or an entry that a text of a briefing is written in: it goes into the plan when the
 * person leaves it, in one edit, and is what it was where it is refused. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes a cell of @widget, a GtkTextView or a GtkEntry. @slot is of a briefing; @label is what the
 * cell is called. */
void liaison_card_cell_take (GtkWidget *widget,
                             LiaisonSession *session,
                             const LiaisonSlot *slot,
                             const char *label);
/* Shows what the plan has now; what is being written in is left alone. */
void liaison_card_cell_refresh (GtkWidget *widget);

G_END_DECLS
