/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agreements: a board by stage, the way of each over the months, what the parties say article by article,
 * and the issues on the way. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_agreements_area_new (LiaisonSession *session);

G_END_DECLS
