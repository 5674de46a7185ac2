/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What planners have accepted, with the reason, by whom and when. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @kind is not used: for pages. */
GtkWidget *liaison_accepted_view_new (LiaisonSession *session, const LiaisonKind *kind);

G_END_DECLS
