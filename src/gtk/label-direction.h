/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels that run the way the screen runs.
 *
 * GTK gives a label the direction of its first letter, so an Arabic sentence that begins with a
 * code or a foreign name turns round: its end stands at the left of its beginning, and its lines at
 * the wrong edge; an English one
 * that begins with an Arabic name does the same. Packs and drawn views ask liaison_words_find_base;
 * from now on labels do so too. No mark is put into a text for it, so that none is copied, exported
 * or searched. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For every label of the program, those of GTK itself too. */
void liaison_label_direction_install (void);

G_END_DECLS
