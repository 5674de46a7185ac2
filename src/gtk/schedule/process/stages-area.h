/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The area of planning stages: the process as a board, and as a table. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_stages_area_new (LiaisonSession *session);

G_END_DECLS
