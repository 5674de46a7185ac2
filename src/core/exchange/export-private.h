/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the writers share: they put text together and now and then let it go. */
#pragma once

#include "exchange/export.h"

G_BEGIN_DECLS

typedef struct
{
  const LiaisonExportOptions *options;
  LiaisonWords *words;
  GOutputStream *stream; /* NULL: everything stays in `text` */
  GString *text;
  guint64 done, total; /* rows */
  LiaisonExportProgressFunc progress;
  gpointer data;
  GCancellable *cancellable;
  GError *error;
} LiaisonExport;

/* After each row; FALSE when it is of no use to go on. */
gboolean liaison_export_row_done (LiaisonExport *self);
/* Lets the collected text go when there is much of it, or all with @all. */
gboolean liaison_export_flush (LiaisonExport *self, gboolean all);

/* @text without isolates; borrowed as long as @kept is. */
const char *liaison_export_plain (const char *text, char **kept);
/* The same of a cell or heading of @listing; where it is exact the isolates are somebody's own and
 * stay. */
const char *liaison_export_spell (const LiaisonListing *listing, const char *text, char **kept);

/* Each writes one listing (XLSX: all); FALSE with `error` set. */
gboolean liaison_export_csv (LiaisonExport *self, const LiaisonListing *listing, char separator);
gboolean liaison_export_html (LiaisonExport *self, const LiaisonListing *const *listings, guint n);
gboolean liaison_export_plain_text (LiaisonExport *self, const LiaisonListing *listing);
gboolean liaison_export_markdown (LiaisonExport *self, const LiaisonListing *listing);
gboolean liaison_export_xlsx (LiaisonExport *self, const LiaisonListing *const *listings, guint n);

G_END_DECLS
