/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a new board of the battle rhythm: its name, when it first sits, how long and how often.
 */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void liaison_new_board_ask (GtkWindow *parent, LiaisonSession *session);

typedef enum
{
  LIAISON_BOARD_DAILY,
  LIAISON_BOARD_WORKING_DAYS,
  LIAISON_BOARD_WEEKLY,
  LIAISON_BOARD_ONCE,
} LiaisonBoardRepeat;

/* The rule from @start until the last time that it can sit before @until (Unix s); NULL for one
 * that sits once. @zone: on whose clock. Transfer full. */
char *liaison_new_board_make_rule (LiaisonBoardRepeat repeat, gint64 until);

G_END_DECLS
