/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables on the clipboard, for spreadsheets and for text. */
#pragma once

#include "exchange/listing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Puts @listing there as HTML, which keeps dates and text what they are, and as tab-separated values;
 * @tsv (may be NULL) in place of those made of it. Titles are left out: they would be rows of their own. */
void liaison_clipboard_set_listing (GdkClipboard *clipboard,
                                    LiaisonListing *listing,
                                    LiaisonWords *words,
                                    const char *tsv);

G_END_DECLS
