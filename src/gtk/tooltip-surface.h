/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tooltips that the pointer goes through.
 *
 * GTK 4.8 lets the surface of a tooltip take events. A press on one makes the tooltip the holder of
 * the pointer; half a second after it is hidden it is freed, and the next motion reads what is freed:
 * the program ends. (gtktooltipwindow.c and the implicit grab of gtkpointerfocus.c of GTK 4.8.3.)
 *
 * And a tooltip that waits to be shown in a popover asks, half a second later, for the pointer in a
 * surface that may be gone with the popover: a critical message. (gtktooltip.c of GTK 4.8.3.) */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Every tooltip from now on takes no event: a press goes to what lies beneath; and none waits for a popover
 * that is gone. */
void liaison_tooltip_surface_install (void);

G_END_DECLS
