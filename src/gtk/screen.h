/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language the person's screen is in, and how large its text is. */
#pragma once

#include "words/words.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The words of the screen's language: the one GTK and gettext speak in this process. Borrowed. */
LiaisonWords *liaison_screen_get_words (void);

/* As printf does, with the numbers of %u and %d as the screen's language writes them: ١٢, 12 345.
 * The rest stays as it is, serials and times among it. A number with a width or a flag is left to
 * printf. The caller's. */
char *liaison_screen_printf (const char *format, ...) G_GNUC_PRINTF (1, 2);
void liaison_screen_append (GString *text, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* What parts the pieces of a line on the screen: " · ", in Arabic "، ". */
const char *liaison_screen_separator (void);

/* So many pixels for text of the usual size, as many as the person's text size needs. */
int liaison_screen_scale (int width);

/* A large screen is there to be used: @window, whose default size is the least it needs, becomes most
 * of the window that it stands before. To be called before it is shown. */
void liaison_screen_fill (GtkWindow *window);

G_END_DECLS
