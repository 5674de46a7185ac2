/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in which a person sets what they prefer. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @parent may be NULL. */
GtkWindow *liaison_preferences_window_new (GtkWindow *parent);

G_END_DECLS
