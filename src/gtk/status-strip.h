/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strip below: findings by severity, what is saved, and the clocks. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_status_strip_new (LiaisonSession *session);

G_END_DECLS
