/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of the round: what is to be called, and an entry for how it went. */
#pragma once

#include "arrangements/round.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_ROUND_ROW (liaison_round_row_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonRoundRow, liaison_round_row, LIAISON, ROUND_ROW, GtkWidget)

/* Signal "entered" (const char *text): Enter, or the entry was left with another text in it. "step" (int by): the
 * row before or after is wanted. */
GtkWidget *liaison_round_row_new (guint number);
/* What it shows; the entry keeps what is being typed. */
void liaison_round_row_show (LiaisonRoundRow *self,
                             const LiaisonRound *round,
                             const LiaisonRoundLine *line,
                             const LiaisonManner *manner);
guint liaison_round_row_get_number (LiaisonRoundRow *self);
/* A sentence below the entry; NULL: all is well, and what was typed is kept. */
void liaison_round_row_set_problem (LiaisonRoundRow *self, const char *problem);
void liaison_round_row_focus (LiaisonRoundRow *self);

G_END_DECLS
