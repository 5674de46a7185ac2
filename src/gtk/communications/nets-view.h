/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The net diagram in its area. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_nets_view_new (LiaisonSession *session);

G_END_DECLS
