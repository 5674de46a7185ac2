/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names for assistive technology where GTK 4.8 gives none: it does not take the tooltip of an icon
 * button, the labels in a button, what stands in an empty entry, or the name of a menu button or
 * drop-down for the button inside. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names widgets when they are first shown, from now on. What has a name of its own keeps it. */
void liaison_accessible_install (void);

G_END_DECLS
