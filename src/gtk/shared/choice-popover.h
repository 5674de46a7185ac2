/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A few choices to take one of, at a cell of a matrix: with the mouse, by arrow keys, or by their numbers. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*LiaisonChoiceFunc) (guint choice, gpointer data);

/* @labels: translated, NULL-terminated; @func is given the place of the one that is taken, and @now has the
 * mark of the one that holds (G_MAXUINT: none). It goes away by itself, without a call where nothing was taken.
 * @data must outlive @parent. Returns it, borrowed. */
GtkWidget *liaison_choice_popover_show (GtkWidget *parent,
                                        const GdkRectangle *at,
                                        const char *const *labels,
                                        guint now,
                                        LiaisonChoiceFunc func,
                                        gpointer data);

G_END_DECLS
