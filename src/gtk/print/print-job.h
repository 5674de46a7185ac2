/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Long work on extracts, in threads: setting pages, writing files. */
#pragma once

#include "exchange/export.h"
#include "pack/listing-pages.h"
#include "print/extract.h"

G_BEGIN_DECLS

/* How far a job is, from 0 to 1; for any thread. */
typedef struct _LiaisonJobProgress LiaisonJobProgress;

LiaisonJobProgress *liaison_job_progress_new (void);
LiaisonJobProgress *liaison_job_progress_ref (LiaisonJobProgress *self);
void liaison_job_progress_unref (LiaisonJobProgress *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonJobProgress, liaison_job_progress_unref)
double liaison_job_progress_get (LiaisonJobProgress *self);

/* Sets @extract into pages. Keeps references to all it needs. */
void liaison_set_pages_async (LiaisonExtract *extract,
                              const LiaisonExtractChoice *choice,
                              const LiaisonListingPrint *print,
                              LiaisonJobProgress *progress,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);
/* Transfer full. */
LiaisonPages *liaison_set_pages_finish (GAsyncResult *result, GError **error);

/* Writes @pages to the file at @path, safely. */
void liaison_save_pages_async (LiaisonPages *pages,
                               const LiaisonPdfInfo *info,
                               const char *path,
                               LiaisonJobProgress *progress,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
gboolean liaison_save_pages_finish (GAsyncResult *result, GError **error);

/* Writes @extract to the file at @path, safely. */
void liaison_export_extract_async (LiaisonExtract *extract,
                                   const LiaisonExtractChoice *choice,
                                   const LiaisonExportOptions *options,
                                   const char *path,
                                   LiaisonJobProgress *progress,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data);
/* The same with a listing that is there already, which is not changed any more. */
void liaison_export_listing_async (LiaisonListing *listing,
                                   LiaisonWords *words,
                                   const LiaisonExportOptions *options,
                                   const char *path,
                                   LiaisonJobProgress *progress,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data);
gboolean liaison_export_finish (GAsyncResult *result, GError **error);

G_END_DECLS
