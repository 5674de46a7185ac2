/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A spreadsheet of whatever format, and its sheets. */
#pragma once

#include "exchange/csv-read.h"
#include "exchange/xlsx-read.h"

G_BEGIN_DECLS

typedef struct _LiaisonBook LiaisonBook;

/* What @path is is told by its first bytes, not by its ending. @dialect (may be NULL) is for text
 * files; what it leaves open is found out. Errors of this domain, or G_IO_ERROR. */
LiaisonBook *liaison_book_open (const char *path,
                                const LiaisonCsvDialect *dialect,
                                GCancellable *cancellable,
                                GError **error);
/* The same of bytes that are at hand: of a clipboard. @name is for a sheet without one. */
LiaisonBook *liaison_book_new (GBytes *bytes,
                               const char *name,
                               const LiaisonCsvDialect *dialect,
                               GCancellable *cancellable,
                               GError **error);
void liaison_book_free (LiaisonBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonBook, liaison_book_free)

/* How it is written, when it is a text file; NULL for a workbook. */
const LiaisonCsvDialect *liaison_book_get_dialect (const LiaisonBook *self);

guint liaison_book_get_n_sheets (const LiaisonBook *self);
const char *liaison_book_get_sheet_name (const LiaisonBook *self, guint sheet);
gboolean liaison_book_is_sheet_hidden (const LiaisonBook *self, guint sheet);
/* By its name in any case, or its number counted from one; FALSE when there is none. */
gboolean liaison_book_find_sheet (const LiaisonBook *self, const char *name, guint *sheet);
/* The first that is not hidden. */
guint liaison_book_get_first_sheet (const LiaisonBook *self);

/* One at a time. @progress may be NULL. */
LiaisonSheet *liaison_book_read_sheet (LiaisonBook *self,
                                       guint sheet,
                                       LiaisonProgressFunc progress,
                                       gpointer progress_data,
                                       GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
