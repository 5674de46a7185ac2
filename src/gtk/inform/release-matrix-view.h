/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Products against nations: who has what, may have it, may not, and why. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_release_matrix_view_new (LiaisonSession *session);

G_END_DECLS
