/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drawn view of the board, with its gestures. */
#pragma once

#include "draw/board.h"
#include "shared/drawn-view.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_STAGE_BOARD_VIEW (liaison_stage_board_view_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonStageBoardView,
                      liaison_stage_board_view,
                      LIAISON,
                      STAGE_BOARD_VIEW,
                      LiaisonDrawnView)

/* @move is asked to bring a card to a column. */
typedef void (*LiaisonBoardMoveFunc) (LiaisonSession *session, LiaisonId record, guint column);
LiaisonDrawnView *
liaison_stage_board_view_new (LiaisonSession *session, const char *label, LiaisonBoardMoveFunc move);

G_END_DECLS
