/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How tests went: day by day over all circuits, and circuit by circuit. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_tests_view_new (LiaisonSession *session);

G_END_DECLS
