/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The life cycle of lessons as a board: a column a stage, a row an action body. Cards are dragged
 * to the stage they have come to, or moved with . and , */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_lesson_board_new (LiaisonSession *session);

G_END_DECLS
