/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window that moves, copies or stretches what is selected in time, and says first what will be.
 */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Over @parent (may be NULL), for what is selected now. Transfer none. */
GtkWindow *liaison_move_dialog_present (GtkWindow *parent, LiaisonSession *session);

/* For tests: what to do, how far, and to do it. */
typedef enum
{
  LIAISON_MOVE_DIALOG_MOVE,
  LIAISON_MOVE_DIALOG_COPY,
  LIAISON_MOVE_DIALOG_STRETCH,
} LiaisonMoveDialogWork;
void liaison_move_dialog_fill (GtkWindow *dialog, LiaisonMoveDialogWork work, const char *text);
/* What it says will be. */
const char *liaison_move_dialog_get_preview (GtkWindow *dialog);
/* FALSE while what was written is not understood. */
gboolean liaison_move_dialog_apply (GtkWindow *dialog);

G_END_DECLS
