/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The area of injects: the MEL/MIL, and what can be seen of it at a glance. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_injects_area_new (LiaisonSession *session);

G_END_DECLS
