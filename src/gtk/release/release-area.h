/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The area of releasability: who may see what, and what each audience does not see and why. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_release_area_new (LiaisonSession *session);

G_END_DECLS
