/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text: columns aligned by the width that characters have in a fixed font. */
#include "config.h"

#include "exchange/export-private.h"

#include <string.h>

/* Between columns, and the widest that one may become: longer texts go on in further lines. */
#define GAP    2
#define WIDEST 48

/* The next piece of *@at of at most @width columns, broken at a blank where there is one. */
static char *
take_piece (const char **at, guint width)
{
  const char *begin = *at, *end = begin, *blank = NULL;
  guint used = 0;
  char *piece;

  while (*end != '\0' && *end != '\n' && *end != '\r')
    {
      const char *next = g_utf8_next_char (end);
      g_autofree char *one = g_strndup (end, next - end);

      used += liaison_listing_measure (one);
      if (used > width && end > begin)
        break;
      if (*end == ' ')
        blank = end;
      end = next;
    }
  if (*end != '\0' && *end != '\n' && *end != '\r' && blank != NULL && blank > begin)
    end = blank;
  piece = g_strndup (begin, end - begin);
  if (end[0] == '\r' && end[1] == '\n')
    end++;
  *at = *end == ' ' || *end == '\n' || *end == '\r' ? end + 1 : end;
  g_strdelimit (piece, "\t", ' ');
  return piece;
}

/* The widest line of @text. */
static guint
measure_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  guint width = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    width = MAX (width, liaison_listing_measure (lines[i]));
  return width;
}

static guint *
measure_columns (const LiaisonListing *listing)
{
  guint *widths = g_new0 (guint, listing->n_columns + 1);
  guint n = liaison_listing_get_n_rows (listing);

  for (guint i = 0; i < listing->n_columns; i++)
    {
      widths[i] = measure_lines (listing->columns[i].heading);
      for (guint row = 0; row < n; row++)
        widths[i] = MAX (widths[i], measure_lines (liaison_listing_get (listing, row, i)->text));
      if (listing->columns[i].role != LIAISON_LISTING_WHOLE)
        widths[i] = MIN (widths[i], WIDEST);
      widths[i] = MAX (widths[i], 1);
    }
  return widths;
}

static void
append_blanks (GString *text, guint n)
{
  while (n-- > 0)
    g_string_append_c (text, ' ');
}

/* One row, in as many lines as its longest cell needs. */
static void
append_row (GString *text, const LiaisonListing *listing, const guint *widths, const char **cells)
{
  gboolean more = TRUE;

  while (more)
    {
      guint due = 0;

      more = FALSE;
      for (guint i = 0; i < listing->n_columns; i++)
        {
          g_autofree char *piece = take_piece (&cells[i], widths[i]);
          guint width = liaison_listing_measure (piece);
          guint spare = widths[i] - MIN (width, widths[i]);
          gboolean numeric = listing->columns[i].role == LIAISON_LISTING_NUMERIC;

          if (*piece != '\0')
            {
              append_blanks (text, due + (numeric ? spare : 0));
              g_string_append (text, piece);
              due = numeric ? 0 : spare;
            }
          else
            due += widths[i];
          due += GAP;
          more = more || *cells[i] != '\0';
        }
      g_string_append_c (text, '\n');
    }
}

static void
append_rule (GString *text, const LiaisonListing *listing, const guint *widths)
{
  for (guint i = 0; i < listing->n_columns; i++)
    {
      append_blanks (text, i > 0 ? GAP : 0);
      for (guint n = 0; n < widths[i]; n++)
        g_string_append_c (text, '-');
    }
  g_string_append_c (text, '\n');
}

static void
append_line (GString *text, const char *told)
{
  g_autofree char *kept = NULL;

  if (told != NULL && *told != '\0')
    g_string_append_printf (text, "%s\n", liaison_export_plain (told, &kept));
}

static void
append_head (GString *text, const LiaisonListing *listing)
{
  append_line (text, listing->marking);
  append_line (text, listing->exercise);
  append_line (text, listing->title);
  append_line (text, listing->filter);
  if (text->len > 0)
    g_string_append_c (text, '\n');
}

gboolean
liaison_export_plain_text (LiaisonExport *self, const LiaisonListing *listing)
{
  g_autofree guint *widths = measure_columns (listing);
  g_autofree const char **cells = g_new0 (const char *, listing->n_columns);
  guint n = liaison_listing_get_n_rows (listing);

  append_head (self->text, listing);
  for (guint i = 0; i < listing->n_columns; i++)
    cells[i] = listing->columns[i].heading;
  append_row (self->text, listing, widths, cells);
  append_rule (self->text, listing, widths);
  for (guint row = 0; row < n; row++)
    {
      g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < listing->n_columns; i++)
        {
          char *plain = NULL;

          cells[i] = liaison_export_plain (liaison_listing_get (listing, row, i)->text, &plain);
          if (plain != NULL)
            g_ptr_array_add (kept, plain);
        }
      append_row (self->text, listing, widths, cells);
      if (!liaison_export_row_done (self))
        return FALSE;
    }
  g_string_append_c (self->text, '\n');
  append_line (self->text, listing->marking);
  return TRUE;
}
