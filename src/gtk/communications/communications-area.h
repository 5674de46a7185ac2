/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The communications plan: channels by need line, the net diagram, tests and how they went, the round
 * of a day. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_communications_area_new (LiaisonSession *session);

G_END_DECLS
