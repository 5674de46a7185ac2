/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schedule as a table, with a line for quick entry. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_schedule_view_new (LiaisonSession *session);

G_END_DECLS
