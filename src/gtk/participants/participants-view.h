/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Participants as a tree: nations, headquarters, units, cells, people. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_participants_view_new (LiaisonSession *session);

G_END_DECLS
