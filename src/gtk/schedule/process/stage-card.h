/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One stage of the planning process as a card. */
#pragma once

#include "schedule/process.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A card for @stage (of @process; neither is kept), or for the conferences of no stage (NULL). */
GtkWidget *liaison_stage_card_new (LiaisonSession *session,
                                   const LiaisonProcess *process,
                                   const LiaisonProcessStage *stage);
/* Shows whether the record of the card, or one in it, is selected. */
void liaison_stage_card_show_selection (GtkWidget *card, LiaisonSelection *selection);

G_END_DECLS
