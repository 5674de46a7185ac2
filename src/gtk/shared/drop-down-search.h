/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drop-downs of many items in which one types at once to find one. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows a search entry in the list, which has the focus when it opens and gets what is typed
 * whatever has. The drop-down needs an expression that gives texts. */
void liaison_drop_down_set_searched (GtkDropDown *down, gboolean searched);

G_END_DECLS
