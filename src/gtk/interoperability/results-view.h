/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of results: a letter or a number sets the result of the cell the keys are on, Delete
 * takes it back to not tested, Enter opens what was found. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_results_view_new (LiaisonSession *session);

G_END_DECLS
