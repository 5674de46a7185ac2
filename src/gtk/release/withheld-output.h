/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that come out of the release area: the copy for the audience, the sheet for the planners.
 */
#pragma once

#include "session.h"

#include "exchange/listing.h"
#include "release/redact.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks where, and writes the copy. Takes @redaction. @widget is where it is asked. */
void liaison_withheld_write_copy (GtkWidget *widget,
                                  LiaisonSession *session,
                                  LiaisonRedaction *redaction);
/* Asks where, and writes the sheet in @format: "pdf" or one of exchange/export.h. */
void liaison_withheld_export (GtkWidget *widget,
                              LiaisonSession *session,
                              LiaisonListing *listing,
                              const char *format);

/* A button with a menu of these formats, as "release.export" of the widget it is in. @tip says what
 * is exported. */
GtkWidget *liaison_withheld_export_button_new (const char *tip);

G_END_DECLS
