/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of agreements over the months. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_steps_view_new (LiaisonSession *session);

G_END_DECLS
