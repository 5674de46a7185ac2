/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The area of interoperability: results by requirement, levels, trend, and the records. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_interoperability_area_new (LiaisonSession *session);

G_END_DECLS
