/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The area of sites: their table, with what can be done to one. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_sites_area_new (LiaisonSession *session);

G_END_DECLS
