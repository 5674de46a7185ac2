/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a finding, and the heading of a rule's findings, look in a list. */
#pragma once

#include "review/review-row.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For lists of LiaisonReviewRow. @fix and @accept are (GtkWidget *button, gpointer owner), called when
 * the buttons of a row are clicked. @owner, a GObject, outlives the list. Transfer full. */
GtkListItemFactory *liaison_findings_row_factory_new (LiaisonSession *session,
                                                      GCallback fix,
                                                      GCallback accept,
                                                      gpointer owner);
/* What the row shows that one of these buttons stands in. Borrowed. */
LiaisonReviewRow *liaison_findings_row_get (GtkWidget *button);

G_END_DECLS
