/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of joining instructions and kit: Space, Enter or a double click ticks a line. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_checklist_view_new (LiaisonSession *session);

G_END_DECLS
