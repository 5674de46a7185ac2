/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Support: what is asked for, nation by nation and day by day, against what can be given; who arrives and
 * leaves. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_support_area_new (LiaisonSession *session);

G_END_DECLS
