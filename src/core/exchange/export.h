/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Listings as files for other programs. */
#pragma once

#include "exchange/listing.h"

#include "words/words.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_EXPORT_CSV,
  LIAISON_EXPORT_TSV,
  LIAISON_EXPORT_XLSX,
  LIAISON_EXPORT_HTML,
  LIAISON_EXPORT_TEXT,
  LIAISON_EXPORT_MARKDOWN,
} LiaisonExportFormat;
#define LIAISON_EXPORT_N_FORMATS (LIAISON_EXPORT_MARKDOWN + 1)

typedef struct
{
  const char *name;   /* on the command line: "csv" */
  const char *ending; /* of file names: ".csv" */
  const char *label;  /* msgid: "Comma-separated values" */
  const char *type;   /* of media: "text/csv" */
  gboolean several;   /* one file holds several listings */
} LiaisonExportFormatInfo;

const LiaisonExportFormatInfo *liaison_export_get_info (LiaisonExportFormat format);
/* By name, or by the ending of a file's name, in either case. FALSE when there is none. */
gboolean liaison_export_find_format (const char *name, LiaisonExportFormat *format);

typedef struct
{
  LiaisonExportFormat format;
  gboolean byte_order_mark; /* CSV, TSV: for spreadsheets that do not expect UTF-8 */
  gint64 created;           /* XLSX: Unix s */
  gboolean for_pasting;     /* HTML: also tells spreadsheets what is text, a time or a number */
} LiaisonExportOptions;

/* How far it is: rows of rows. In the thread that writes. */
typedef void (*LiaisonExportProgressFunc) (guint64 done, guint64 total, gpointer data);

/* Writes all @n listings, one after the other or as sheets, in the words of the reader. Pure but
 * for the stream, in any thread; the stream stays open. Errors are the stream's, or
 * G_IO_ERROR_CANCELLED. @progress may be NULL. */
gboolean liaison_export_write (const LiaisonListing *const *listings,
                               guint n,
                               const LiaisonExportOptions *options,
                               LiaisonWords *words,
                               GOutputStream *stream,
                               LiaisonExportProgressFunc progress,
                               gpointer data,
                               GCancellable *cancellable,
                               GError **error);

/* A listing as text, for the clipboard (see for_pasting). Transfer full. */
char *liaison_export_to_text (const LiaisonListing *listing,
                              LiaisonExportFormat format,
                              LiaisonWords *words);

G_END_DECLS
