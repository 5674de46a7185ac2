/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The area of liaison: posts, who stands when, who speaks for whom, in which languages, and what
 * joining officers have to do and bring. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_liaison_area_new (LiaisonSession *session);

G_END_DECLS
