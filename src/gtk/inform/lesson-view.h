/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of observations and lessons. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_lesson_view_new (LiaisonSession *session);

G_END_DECLS
