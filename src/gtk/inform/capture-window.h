/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing down an observation while the exercise runs: a key, a line of text, Enter. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens over @parent. What is selected, an event, inject, objective or anything else, is what the
 * observation is about. */
void liaison_capture_window_present (GtkWindow *parent, LiaisonSession *session);
/* The observation that @text makes: "+ ..." went well, "- ..." is to be improved. About the
 * selected records unless @about is FALSE. Zero, and nothing made, for an empty text. */
LiaisonId liaison_capture (LiaisonSession *session, const char *text, gboolean about);

G_END_DECLS
