/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board of agreements: a column a stage. A card is dragged to another stage, or moved there with Ctrl and
 * an arrow key or from its menu; each move is one edit. */
#pragma once

#include "record/kinds/agreement.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_stage_board_new (LiaisonSession *session);

/* Moves an agreement to a stage, as all gestures do. FALSE where it is there already, or it was refused. */
gboolean liaison_stage_board_move (LiaisonSession *session,
                                   LiaisonId agreement,
                                   LiaisonAgreementStage stage);

G_END_DECLS
