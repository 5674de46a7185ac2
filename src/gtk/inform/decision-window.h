/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in which a step of a product is decided: by whom, on what authority, why; and for a
 * release to whom, how, in how many copies. */
#pragma once

#include "inform/product-flow.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows it over @parent for the product with that id. The step must be allowed. */
void liaison_decision_window_present (GtkWindow *parent,
                                      LiaisonSession *session,
                                      LiaisonId product,
                                      LiaisonProductStep step);

G_END_DECLS
