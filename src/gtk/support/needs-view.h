/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The statement of requirements as a matrix: nations and classes by day. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_needs_view_new (LiaisonSession *session);

G_END_DECLS
