/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which languages agreements are, and how far each version is, as a matrix; Enter or a double click on a cell
 * changes it. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_versions_view_new (LiaisonSession *session);

G_END_DECLS
