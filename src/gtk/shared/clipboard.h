/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables on the clipboard, for spreadsheets and for text. */
#pragma once

#include "exchange/listing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Puts @listing there as HTML, which keeps dates and text what they are, and as tab-separated
 * values;
 * @tsv (may be NULL) in place of those made of it. Titles are left out: they would be rows of their
 * own. */
void liaison_clipboard_set_listing (GdkClipboard *clipboard,
                                    LiaisonListing *listing,
                                    LiaisonWords *words,
                                    const char *tsv);

/* Reads a table as tab-separated values. What a spreadsheet says of the values of its cells is
 * heeded: a date comes as one, whatever the order in which it is shown. Finish gives NULL when
 * there is no text; the caller's. */
void liaison_clipboard_read_table_async (GdkClipboard *clipboard,
                                         GAsyncReadyCallback callback,
                                         gpointer data);
char *liaison_clipboard_read_table_finish (GAsyncResult *result);

G_END_DECLS
