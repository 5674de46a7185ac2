/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart of the people who arrive, stay and leave on each day. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_people_view_new (LiaisonSession *session);

G_END_DECLS
