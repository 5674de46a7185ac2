/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The area of information sharing: products, who has what, the release register, requests. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_information_area_new (LiaisonSession *session);

G_END_DECLS
