/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a drawing says, as a table in a file for other programs. */
#pragma once

#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks over @parent for a format and a file, writes and says so in a toast. @rows are GStrvs with
 * the headings first, kept; @title is static and translated. */
void liaison_export_rows (GtkWindow *parent,
                          LiaisonSession *session,
                          const char *title,
                          GPtrArray *rows,
                          AdwToastOverlay *toasts);

G_END_DECLS
