/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/export-private.h"

#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Bytes that are collected before they are let go, and rows between two looks around. */
#define CHUNK  65536
#define STRIDE 64

static const LiaisonExportFormatInfo infos[LIAISON_EXPORT_N_FORMATS] = {
  [LIAISON_EXPORT_CSV] = { "csv", ".csv", N_ ("Comma-separated values (CSV)"), "text/csv", FALSE },
  [LIAISON_EXPORT_TSV] = { "tsv", ".tsv", N_ ("Tab-separated values (TSV)"),
                           "text/tab-separated-values", FALSE },
  [LIAISON_EXPORT_XLSX] = { "xlsx", ".xlsx", N_ ("Spreadsheet (XLSX)"),
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            TRUE },
  [LIAISON_EXPORT_HTML] = { "html", ".html", N_ ("Web page (HTML)"), "text/html", TRUE },
  [LIAISON_EXPORT_TEXT] = { "text", ".txt", N_ ("Plain text"), "text/plain", TRUE },
  [LIAISON_EXPORT_MARKDOWN] = { "markdown", ".md", N_ ("Markdown"), "text/markdown", TRUE },
};

const LiaisonExportFormatInfo *
liaison_export_get_info (LiaisonExportFormat format)
{
  g_return_val_if_fail (format < LIAISON_EXPORT_N_FORMATS, NULL);
  return &infos[format];
}

gboolean
liaison_export_find_format (const char *name, LiaisonExportFormat *format)
{
  g_autofree char *small = g_ascii_strdown (name, -1);

  for (guint i = 0; i < LIAISON_EXPORT_N_FORMATS; i++)
    if (strcmp (small, infos[i].name) == 0 || strcmp (small, infos[i].ending + 1) == 0
        || g_str_has_suffix (small, infos[i].ending)
        || (i == LIAISON_EXPORT_HTML && g_str_has_suffix (small, ".htm")))
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
liaison_export_flush (LiaisonExport *self, gboolean all)
{
  gboolean written;

  if (self->error != NULL)
    return FALSE;
  if (self->stream == NULL || (!all && self->text->len < CHUNK))
    return TRUE;
  written = g_output_stream_write_all (self->stream, self->text->str, self->text->len, NULL,
                                       self->cancellable, &self->error);
  g_string_truncate (self->text, 0);
  return written;
}

gboolean
liaison_export_row_done (LiaisonExport *self)
{
  self->done++;
  if (self->done % STRIDE != 0 && self->done != self->total)
    return liaison_export_flush (self, FALSE);
  if (g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
    return FALSE;
  if (self->progress != NULL)
    self->progress (self->done, self->total, self->data);
  return liaison_export_flush (self, FALSE);
}

/* U+2066 to U+2069 are E2 81 A6 to A9. */
const char *
liaison_export_plain (const char *text, char **kept)
{
  if (strstr (text, "\xe2\x81") == NULL)
    return text;
  *kept = liaison_words_dup_without_isolates (text);
  return *kept;
}

const char *
liaison_export_spell (const LiaisonListing *listing, const char *text, char **kept)
{
  return listing->spelling == LIAISON_LISTING_EXACT ? text : liaison_export_plain (text, kept);
}

static gboolean
write_one (LiaisonExport *self, const LiaisonListing *listing)
{
  switch (self->options->format)
    {
    case LIAISON_EXPORT_CSV:
      return liaison_export_csv (self, listing, ',');
    case LIAISON_EXPORT_TSV:
      return liaison_export_csv (self, listing, '\t');
    case LIAISON_EXPORT_TEXT:
      return liaison_export_plain_text (self, listing);
    case LIAISON_EXPORT_MARKDOWN:
      return liaison_export_markdown (self, listing);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
write_all (LiaisonExport *self, const LiaisonListing *const *listings, guint n)
{
  for (guint i = 0; i < n; i++)
    self->total += liaison_listing_get_n_rows (listings[i]);
  if (self->options->format == LIAISON_EXPORT_HTML)
    return liaison_export_html (self, listings, n);
  if (self->options->format == LIAISON_EXPORT_XLSX)
    return liaison_export_xlsx (self, listings, n);
  for (guint i = 0; i < n; i++)
    if (!write_one (self, listings[i]))
      return FALSE;
  return TRUE;
}

gboolean
liaison_export_write (const LiaisonListing *const *listings,
                      guint n,
                      const LiaisonExportOptions *options,
                      LiaisonWords *words,
                      GOutputStream *stream,
                      LiaisonExportProgressFunc progress,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  LiaisonExport self = { .options = options,
                         .words = words,
                         .stream = stream,
                         .text = text,
                         .progress = progress,
                         .data = data,
                         .cancellable = cancellable };
  gboolean done = write_all (&self, listings, n) && liaison_export_flush (&self, TRUE);

  if (!done)
    g_propagate_error (error, self.error);
  return done;
}

char *
liaison_export_to_text (const LiaisonListing *listing,
                        LiaisonExportFormat format,
                        LiaisonWords *words)
{
  const LiaisonExportOptions options = { .format = format, .for_pasting = TRUE };
  GString *text = g_string_new (NULL);
  LiaisonExport self = { .options = &options, .words = words, .text = text };

  write_all (&self, &listing, 1);
  return g_string_free (text, FALSE);
}
