/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many injects reach each training audience when: overload and dead time at a glance. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A LiaisonInjectMatrix. */
GtkWidget *liaison_density_view_new (LiaisonSession *session);

G_END_DECLS
