/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A copy of the plan as an audience sees it, in a window of its own in which nothing can be
 * changed. */
#pragma once

#include "session.h"

#include "release/redact.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens the window. @name is what the audience is called, in the language of the screen. Takes
 * @redaction. */
void
liaison_seen_as_open (GtkApplication *application, LiaisonRedaction *redaction, const char *name);
/* Whose copy this document is; NULL: it is a plan. Borrowed. */
const char *liaison_seen_as_get (LiaisonDocument *document);
/* The band that says so, over everything else in the window. */
GtkWidget *liaison_seen_as_banner_new (const char *name);

G_END_DECLS
