/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which objectives have injects, in which storylines, and which have none. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A LiaisonInjectMatrix. */
GtkWidget *liaison_coverage_view_new (LiaisonSession *session);

G_END_DECLS
