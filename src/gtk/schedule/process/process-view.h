/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The planning process as a board: a column a stage, with its conferences and products due. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_process_view_new (LiaisonSession *session);

G_END_DECLS
