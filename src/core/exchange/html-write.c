/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page of HTML that needs nothing else, fit for reading, printing and for spreadsheets. */
#include "config.h"

#include "exchange/export-private.h"
#include "exchange/spelling.h"

#include <string.h>

static const char style[] = "<style>\n"
                            "@page { margin: 15mm; }\n"
                            "body { font-family: \"Noto Sans\", sans-serif; font-size: 10pt; "
                            "line-height: 1.35; margin: 2em; }\n"
                            "h1 { font-size: 1.5em; margin: 0.5em 0 0.2em; }\n"
                            "p { margin: 0.2em 0; }\n"
                            ".marking { font-weight: bold; text-align: center; }\n"
                            "table { border-collapse: collapse; margin: 1em 0; }\n"
                            "th, td { border-block-end: thin solid; padding: 0.3em 0.6em; "
                            "text-align: start; vertical-align: "
                            "top; white-space: pre-line; }\n"
                            "thead th { border-block-end: medium solid; }\n"
                            "thead { display: table-header-group; }\n"
                            "tr { break-inside: avoid; }\n"
                            ".number { text-align: end; font-variant-numeric: tabular-nums; }\n"
                            ".whole { white-space: nowrap; }\n"
                            "@media print { body { margin: 0; } }\n"
                            "</style>\n";

static void
append_escaped (GString *text, const char *told)
{
  for (const char *at = told; *at != '\0'; at++)
    switch (*at)
      {
      case '&':
        g_string_append (text, "&amp;");
        break;
      case '<':
        g_string_append (text, "&lt;");
        break;
      case '>':
        g_string_append (text, "&gt;");
        break;
      case '"':
        g_string_append (text, "&quot;");
        break;
      case '\r':
        break;
      default:
        g_string_append_c (text, *at);
      }
}

static void
append_element (GString *text, const char *begin, const char *told, const char *end)
{
  if (told == NULL || *told == '\0')
    return;
  g_string_append (text, begin);
  append_escaped (text, told);
  g_string_append (text, end);
}

/* Line breaks too: a spreadsheet that knows no white-space makes blanks of them, and Excel makes
 * new rows of breaks that are not said to stay. */
static void
append_lines (GString *text, const char *told)
{
  g_auto (GStrv) lines = g_strsplit (told, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (text, "<br style=\"mso-data-placement:same-cell\">");
      append_escaped (text, lines[i]);
    }
}

/* Times and dates also for programs: <time datetime="...">. */
static gboolean
append_datetime (GString *text, const LiaisonListingCell *cell)
{
  char instant[LIAISON_INSTANT_TEXT_SIZE];
  int year, month, day;

  if (cell->type == LIAISON_LISTING_DATE)
    {
      liaison_date_from_days ((gint32) cell->value, &year, &month, &day);
      g_string_append_printf (text, "<time datetime=\"%04d-%02d-%02d\">", year, month, day);
      return TRUE;
    }
  if (cell->type == LIAISON_LISTING_TIME)
    {
      const LiaisonInstant at = { .form = LIAISON_INSTANT_FIXED,
                                  .seconds = cell->value,
                                  .offset = cell->offset };

      liaison_instant_format (&at, instant);
      g_string_append_printf (text, "<time datetime=\"%s\">", instant);
      return TRUE;
    }
  return FALSE;
}

#define AS_TEXT " style=\"mso-number-format:'\\@'\" sdnum=\"1033;1033;@\""

/* A value as spreadsheets have it: days since 1899-12-30 (LibreOffice: sdval, sdnum; Excel: the
 * style). Text is said to be text, or what begins like a formula would be one. LibreOffice keeps a
 * format only if it has that very one built in for the language that is named: hence the seconds.
 */
static void
append_value (GString *text, const LiaisonListing *listing, const LiaisonListingCell *cell)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  double days = 0;

  switch (cell->type)
    {
    case LIAISON_LISTING_NUMBER:
      g_string_append_printf (text, " sdval=\"%" G_GINT64_FORMAT "\" sdnum=\"1033;1033;0\"",
                              cell->value);
      return;
    case LIAISON_LISTING_TIME:
      days = (double) (cell->value + cell->offset) / 86400 + 25569;
      break;
    case LIAISON_LISTING_DATE:
      days = (double) cell->value + 25569;
      break;
    case LIAISON_LISTING_DURATION:
      days = (double) cell->value / 86400;
      break;
    default:
      g_string_append (text, AS_TEXT);
      return;
    }
  g_string_append_printf (text, " sdval=\"%s\" sdnum=\"1033;1033;%s\"",
                          g_ascii_dtostr (number, sizeof number, days),
                          cell->type == LIAISON_LISTING_DATE       ? "YYYY-MM-DD"
                          : cell->type == LIAISON_LISTING_DURATION ? "[HH]:MM:SS"
                                                                   : "YYYY-MM-DD HH:MM:SS");
}

/* A page that a spreadsheet opens must not run what somebody wrote. */
static gboolean
looks_like_formula (const LiaisonListingCell *cell)
{
  g_autofree char *guard =
      cell->type == LIAISON_LISTING_TEXT ? liaison_spelling_guard (cell->text) : NULL;

  return guard != NULL;
}

static void
append_cell (LiaisonExport *self,
             const LiaisonListing *listing,
             const LiaisonListingColumn *column,
             const LiaisonListingCell *cell)
{
  GString *text = self->text;
  const char *class = column->role == LIAISON_LISTING_NUMERIC ? " class=\"number\""
                      : column->role == LIAISON_LISTING_WHOLE ? " class=\"whole\""
                                                              : "";
  g_autofree char *plain = NULL;
  gboolean timed;

  /* What somebody wrote runs its own way. */
  g_string_append_printf (text, "<td dir=\"auto\"%s", class);
  if (self->options->for_pasting)
    append_value (text, listing, cell);
  else if (looks_like_formula (cell))
    g_string_append (text, AS_TEXT);
  g_string_append_c (text, '>');
  timed = append_datetime (text, cell);
  append_lines (text, self->options->for_pasting ? liaison_export_plain (cell->text, &plain)
                                                 : cell->text);
  g_string_append (text, timed ? "</time></td>" : "</td>");
}

static void
append_head (GString *text, const LiaisonListing *listing)
{
  append_element (text, "<h1>", listing->title, "</h1>\n");
  append_element (text, "<p dir=\"auto\">", listing->exercise, "</p>\n");
  append_element (text, "<p dir=\"auto\">", listing->filter, "</p>\n");
  g_string_append (text, "<table>\n<thead><tr>");
  for (guint i = 0; i < listing->n_columns; i++)
    {
      g_string_append (text, listing->columns[i].role == LIAISON_LISTING_NUMERIC
                                 ? "<th scope=\"col\" class=\"number\">"
                                 : "<th scope=\"col\">");
      append_escaped (text, listing->columns[i].heading);
      g_string_append (text, "</th>");
    }
  g_string_append (text, "</tr></thead>\n<tbody>\n");
}

static gboolean
append_listing (LiaisonExport *self, const LiaisonListing *listing)
{
  guint n = liaison_listing_get_n_rows (listing);

  append_element (self->text, "<p class=\"marking\">", listing->marking, "</p>\n");
  append_head (self->text, listing);
  for (guint row = 0; row < n; row++)
    {
      g_string_append (self->text, "<tr>");
      for (guint i = 0; i < listing->n_columns; i++)
        append_cell (self, listing, &listing->columns[i], liaison_listing_get (listing, row, i));
      g_string_append (self->text, "</tr>\n");
      if (!liaison_export_row_done (self))
        return FALSE;
    }
  g_string_append (self->text, "</tbody>\n</table>\n");
  append_element (self->text, "<p class=\"marking\">", listing->marking, "</p>\n");
  return TRUE;
}

gboolean
liaison_export_html (LiaisonExport *self, const LiaisonListing *const *listings, guint n)
{
  const char *language = n > 0 ? listings[0]->language : "en";
  const char *title = n == 1 && listings[0]->title != NULL ? listings[0]->title
                      : n > 0                              ? listings[0]->exercise
                                                           : NULL;

  g_string_append_printf (self->text,
                          "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n"
                          "<meta charset=\"utf-8\">\n",
                          language, n > 0 && listings[0]->right_to_left ? "rtl" : "ltr");
  append_element (self->text, "<title>", title != NULL ? title : "Liaison", "</title>\n");
  g_string_append (self->text, style);
  g_string_append (self->text, "</head>\n<body>\n");
  for (guint i = 0; i < n; i++)
    if (!append_listing (self, listings[i]))
      return FALSE;
  g_string_append (self->text, "</body>\n</html>\n");
  return TRUE;
}
