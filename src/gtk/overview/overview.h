/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview: what the exercise is, how far it is, what needs attention, and where to begin. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_overview_new (LiaisonSession *session);

G_END_DECLS
