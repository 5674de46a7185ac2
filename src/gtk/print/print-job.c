/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/print-job.h"

#include "store/safe-file.h"

/* The share of making the listing in all of the work, about. */
#define LISTING_SHARE 0.2
#define WHOLE         100000

struct _LiaisonJobProgress
{
  gatomicrefcount refs;
  int done; /* of WHOLE; atomic */
};

LiaisonJobProgress *
liaison_job_progress_new (void)
{
  LiaisonJobProgress *self = g_new0 (LiaisonJobProgress, 1);

  g_atomic_ref_count_init (&self->refs);
  return self;
}

LiaisonJobProgress *
liaison_job_progress_ref (LiaisonJobProgress *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
liaison_job_progress_unref (LiaisonJobProgress *self)
{
  if (g_atomic_ref_count_dec (&self->refs))
    g_free (self);
}

double
liaison_job_progress_get (LiaisonJobProgress *self)
{
  return (double) g_atomic_int_get (&self->done) / WHOLE;
}

static void
set_progress (LiaisonJobProgress *self, double done)
{
  g_atomic_int_set (&self->done, (int) (CLAMP (done, 0, 1) * WHOLE));
}

/* All that a job needs, with references of its own. */
typedef struct
{
  LiaisonExtract *extract;
  LiaisonListing *listing; /* in place of the extract */
  LiaisonExtractChoice choice;
  char *zone;
  LiaisonListingPrint print;
  char *print_zone;
  LiaisonExportOptions options;
  LiaisonPages *pages;
  char *title, *subject, *author;
  gint64 created;
  char *path;
  LiaisonJobProgress *progress;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_clear_pointer (&self->extract, liaison_extract_unref);
  g_clear_pointer (&self->listing, liaison_listing_unref);
  g_clear_pointer (&self->choice.words, liaison_words_unref);
  g_clear_pointer (&self->pages, liaison_pages_unref);
  g_clear_pointer (&self->progress, liaison_job_progress_unref);
  g_free (self->zone);
  g_free (self->print_zone);
  g_free (self->title);
  g_free (self->subject);
  g_free (self->author);
  g_free (self->path);
  g_free (self);
}

static Job *
job_new (LiaisonExtract *extract, const LiaisonExtractChoice *choice, LiaisonJobProgress *progress)
{
  Job *self = g_new0 (Job, 1);

  self->progress = liaison_job_progress_ref (progress);
  if (extract == NULL)
    return self;
  self->extract = liaison_extract_ref (extract);
  self->choice = *choice;
  self->choice.words = liaison_words_ref (choice->words);
  self->choice.zone = self->zone = g_strdup (choice->zone);
  return self;
}

static void
run (Job *job,
     GTaskThreadFunc func,
     gpointer tag,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, func);
}

static void
pages_progress_cb (double done, gpointer data)
{
  set_progress (data, LISTING_SHARE + (1 - LISTING_SHARE) * done);
}

static LiaisonPages *
make_pages (const Job *job, const GPtrArray *listings)
{
  g_autofree char *marking = NULL;

  if (!job->extract->whole)
    return liaison_listing_to_pages (listings->pdata[0], &job->print, job->choice.words);
  marking = liaison_extract_tell_marking (job->extract, &job->choice);
  return liaison_listings_to_pages ((LiaisonListing *const *) listings->pdata, listings->len,
                                    liaison_words_get (job->choice.words, job->extract->label),
                                    marking, &job->print, job->choice.words);
}

static void
set_pages_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) listings =
      liaison_extract_make_listings (job->extract, &job->choice, cancellable, &error);
  g_autoptr (LiaisonPages) pages = listings != NULL ? make_pages (job, listings) : NULL;

  if (pages != NULL
      && liaison_pages_flow (pages, pages_progress_cb, job->progress, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&pages), (GDestroyNotify) liaison_pages_unref);
  else
    g_task_return_error (task, error);
}

void
liaison_set_pages_async (LiaisonExtract *extract,
                         const LiaisonExtractChoice *choice,
                         const LiaisonListingPrint *print,
                         LiaisonJobProgress *progress,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  Job *job = job_new (extract, choice, progress);

  job->print = *print;
  job->print.zone = job->print_zone = g_strdup (print->zone);
  run (job, set_pages_thread, liaison_set_pages_async, cancellable, callback, data);
}

LiaisonPages *
liaison_set_pages_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
whole_progress_cb (double done, gpointer data)
{
  set_progress (data, done);
}

static void
save_pages_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  const LiaisonPdfInfo info = { job->title, job->subject, job->author, job->created };
  GError *error = NULL;
  LiaisonFileStamp stamp;
  g_autoptr (LiaisonSafeFile) file =
      liaison_safe_file_begin (job->path, NULL, 0, cancellable, &error);

  if (file != NULL
      && liaison_pages_write_pdf (job->pages, &info, liaison_safe_file_get_stream (file),
                                  whole_progress_cb, job->progress, cancellable, &error)
      && liaison_safe_file_commit (file, &stamp, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
liaison_save_pages_async (LiaisonPages *pages,
                          const LiaisonPdfInfo *info,
                          const char *path,
                          LiaisonJobProgress *progress,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  Job *job = job_new (NULL, NULL, progress);

  job->pages = liaison_pages_ref (pages);
  job->title = g_strdup (info->title);
  job->subject = g_strdup (info->subject);
  job->author = g_strdup (info->author);
  job->created = info->created;
  job->path = g_strdup (path);
  run (job, save_pages_thread, liaison_save_pages_async, cancellable, callback, data);
}

gboolean
liaison_save_pages_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
rows_progress_cb (guint64 done, guint64 total, gpointer data)
{
  set_progress (data,
                LISTING_SHARE + (1 - LISTING_SHARE) * (double) done / (double) MAX (total, 1));
}

static GPtrArray *
list_one (LiaisonListing *listing)
{
  GPtrArray *listings = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_listing_unref);

  g_ptr_array_add (listings, liaison_listing_ref (listing));
  return listings;
}

static gboolean
export_to (Job *job, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) listings =
      job->listing != NULL
          ? list_one (job->listing)
          : liaison_extract_make_listings (job->extract, &job->choice, cancellable, error);

  return listings != NULL
         && liaison_export_write ((const LiaisonListing *const *) listings->pdata, listings->len,
                                  &job->options, job->choice.words, stream, rows_progress_cb,
                                  job->progress, cancellable, error);
}

static void
export_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  LiaisonFileStamp stamp;
  g_autoptr (LiaisonSafeFile) file =
      liaison_safe_file_begin (job->path, NULL, 0, cancellable, &error);

  if (file != NULL && export_to (job, liaison_safe_file_get_stream (file), cancellable, &error)
      && liaison_safe_file_commit (file, &stamp, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
liaison_export_extract_async (LiaisonExtract *extract,
                              const LiaisonExtractChoice *choice,
                              const LiaisonExportOptions *options,
                              const char *path,
                              LiaisonJobProgress *progress,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  Job *job = job_new (extract, choice, progress);

  job->options = *options;
  job->path = g_strdup (path);
  run (job, export_thread, liaison_export_extract_async, cancellable, callback, data);
}

void
liaison_export_listing_async (LiaisonListing *listing,
                              LiaisonWords *words,
                              const LiaisonExportOptions *options,
                              const char *path,
                              LiaisonJobProgress *progress,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  Job *job = job_new (NULL, NULL, progress);

  job->listing = liaison_listing_ref (listing);
  job->choice.words = liaison_words_ref (words);
  job->options = *options;
  job->path = g_strdup (path);
  run (job, export_thread, liaison_export_listing_async, cancellable, callback, data);
}

gboolean
liaison_export_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
