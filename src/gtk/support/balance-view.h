/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart of what is asked of one site in one class on each day, against what there is. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_balance_view_new (LiaisonSession *session);

G_END_DECLS
