/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/clipboard.h"

#include "exchange/export.h"
#include "shared/tsv.h"

#include <string.h>

static void
append_row (GString *text, const LiaisonListing *listing, gint64 row)
{
  for (guint i = 0; i < listing->n_columns; i++)
    liaison_tsv_append (text,
                        row < 0 ? listing->columns[i].heading
                                : liaison_listing_get (listing, (guint) row, i)->text,
                        i == 0);
  g_string_append_c (text, '\n');
}

static char *
make_tsv (const LiaisonListing *listing)
{
  GString *text = g_string_new (NULL);

  for (gint64 row = -1; row < (gint64) liaison_listing_get_n_rows (listing); row++)
    append_row (text, listing, row);
  return g_string_free (text, FALSE);
}

void
liaison_clipboard_set_listing (GdkClipboard *clipboard,
                               LiaisonListing *listing,
                               LiaisonWords *words,
                               const char *tsv)
{
  g_autofree char *made = tsv == NULL ? make_tsv (listing) : NULL;
  g_autofree char *html = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkContentProvider) all = NULL;

  g_clear_pointer (&listing->title, g_free);
  g_clear_pointer (&listing->exercise, g_free);
  g_clear_pointer (&listing->marking, g_free);
  html = liaison_export_to_text (listing, LIAISON_EXPORT_HTML, words);
  bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *formats[] = {
    gdk_content_provider_new_typed (G_TYPE_STRING, tsv != NULL ? tsv : made),
    gdk_content_provider_new_for_bytes ("text/html", bytes)
  };
  all = gdk_content_provider_new_union (formats, G_N_ELEMENTS (formats));
  gdk_clipboard_set_content (clipboard, all);
}
