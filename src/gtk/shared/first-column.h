/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables begin with their first column, in right-to-left languages too. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Sees to it for as long as nobody scrolls the columns in @scroller sideways. Again: as if nobody
 * had. */
void liaison_show_first_column (GtkScrolledWindow *scroller);

G_END_DECLS
