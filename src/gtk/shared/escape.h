/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Windows that ask or show something, over another one. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Escape closes @window, from wherever in it the focus is; what is within may use the key first. */
void liaison_close_on_escape (GtkWindow *window);

G_END_DECLS
