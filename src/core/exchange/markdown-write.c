/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown with tables (GitHub Flavored Markdown Spec 4.10): what stands in cells is text, never
 * markup. */
#include "config.h"

#include "exchange/export-private.h"

#include <string.h>

/* Every character of ASCII punctuation may have a backslash before it (CommonMark 2.4); these need
 * one somewhere. A line break has no other spelling in a cell. */
static void
append_text (GString *text, const char *told)
{
  g_autofree char *kept = NULL;

  for (const char *at = liaison_export_plain (told, &kept); *at != '\0'; at++)
    {
      if (at[0] == '\r' && at[1] == '\n')
        continue;
      if (*at == '\n' || *at == '\r')
        {
          g_string_append (text, "<br>");
          continue;
        }
      if (strchr ("\\`*_{}[]<>|~#&$@", *at) != NULL
          || (strchr ("+-=", *at) != NULL && (text->len == 0 || text->str[text->len - 1] == '\n')))
        g_string_append_c (text, '\\');
      g_string_append_c (text, *at == '\t' ? ' ' : *at);
    }
}

static void
append_paragraph (GString *text, const char *before, const char *told, const char *after)
{
  if (told == NULL || *told == '\0')
    return;
  g_string_append (text, before);
  append_text (text, told);
  g_string_append_printf (text, "%s\n\n", after);
}

static void
append_head (GString *text, const LiaisonListing *listing)
{
  g_string_append_c (text, '|');
  for (guint i = 0; i < listing->n_columns; i++)
    {
      g_string_append_c (text, ' ');
      append_text (text, listing->columns[i].heading);
      g_string_append (text, " |");
    }
  g_string_append (text, "\n|");
  for (guint i = 0; i < listing->n_columns; i++)
    g_string_append (text,
                     listing->columns[i].role == LIAISON_LISTING_NUMERIC ? " ---: |" : " --- |");
  g_string_append_c (text, '\n');
}

gboolean
liaison_export_markdown (LiaisonExport *self, const LiaisonListing *listing)
{
  guint n = liaison_listing_get_n_rows (listing);

  append_paragraph (self->text, "**", listing->marking, "**");
  append_paragraph (self->text, "# ", listing->title, "");
  append_paragraph (self->text, "", listing->exercise, "");
  append_paragraph (self->text, "", listing->filter, "");
  append_head (self->text, listing);
  for (guint row = 0; row < n; row++)
    {
      g_string_append_c (self->text, '|');
      for (guint i = 0; i < listing->n_columns; i++)
        {
          g_string_append_c (self->text, ' ');
          append_text (self->text, liaison_listing_get (listing, row, i)->text);
          g_string_append (self->text, " |");
        }
      g_string_append_c (self->text, '\n');
      if (!liaison_export_row_done (self))
        return FALSE;
    }
  g_string_append_c (self->text, '\n');
  append_paragraph (self->text, "**", listing->marking, "**");
  return TRUE;
}
