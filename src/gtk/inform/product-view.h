/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of products, with the steps of their release. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_product_view_new (LiaisonSession *session);

G_END_DECLS
