/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language the person's screen is in, and how large its text is. */
#pragma once

#include "words/words.h"

G_BEGIN_DECLS

/* The words of the screen's language: the one GTK and gettext speak in this process. Borrowed. */
LiaisonWords *liaison_screen_get_words (void);

/* So many pixels for text of the usual size, as many as the person's text size needs. */
int liaison_screen_scale (int width);

G_END_DECLS
