/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comma-separated values (RFC 4180), every cell quoted. */
#include "config.h"

#include "exchange/export-private.h"
#include "exchange/spelling.h"

#include "words/sentence.h"

#include <string.h>

static void
append_quoted (GString *text, const char *cell)
{
  const char *quote;

  g_string_append_c (text, '"');
  while ((quote = strchr (cell, '"')) != NULL)
    {
      g_string_append_len (text, cell, quote - cell + 1);
      g_string_append_c (text, '"');
      cell = quote + 1;
    }
  g_string_append (text, cell);
  g_string_append_c (text, '"');
}

static void
append_cell (GString *text, const LiaisonListing *listing, const char *told, gboolean guarded)
{
  g_autofree char *plain = NULL;
  const char *shown = liaison_export_spell (listing, told, &plain);
  g_autofree char *guard = guarded ? liaison_spelling_guard (shown) : NULL;

  append_quoted (text, guard != NULL ? guard : shown);
}

static void
append_headings (LiaisonExport *self, const LiaisonListing *listing, char separator)
{
  for (guint i = 0; i < listing->n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (self->text, separator);
      append_cell (self->text, listing, listing->columns[i].heading, TRUE);
    }
  g_string_append (self->text, "\r\n");
}

gboolean
liaison_export_csv (LiaisonExport *self, const LiaisonListing *listing, char separator)
{
  guint n = liaison_listing_get_n_rows (listing);

  if (self->options->byte_order_mark)
    g_string_append_unichar (self->text, 0xfeff);
  append_headings (self, listing, separator);
  for (guint row = 0; row < n; row++)
    {
      for (guint i = 0; i < listing->n_columns; i++)
        {
          const LiaisonListingCell *cell = liaison_listing_get (listing, row, i);

          if (i > 0)
            g_string_append_c (self->text, separator);
          /* A number is no formula, also with a minus before it. */
          append_cell (self->text, listing, cell->text, cell->type != LIAISON_LISTING_NUMBER);
        }
      g_string_append (self->text, "\r\n");
      if (!liaison_export_row_done (self))
        return FALSE;
    }
  return TRUE;
}
