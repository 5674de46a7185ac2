/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "packs/pack-job.h"

#include "store/safe-file.h"

typedef struct
{
  LiaisonSnapshot *plan;
  GPtrArray *orders; /* of LiaisonPackOrder */
  guint first, n;
  char *folder;
  LiaisonPackProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
  guint saved; /* packs; written in the thread, read when it has ended */
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  liaison_snapshot_unref (self->plan);
  g_ptr_array_unref (self->orders);
  g_clear_object (&self->cancellable);
  g_free (self->folder);
  g_free (self);
}

void
liaison_set_pack_free (LiaisonSetPack *self)
{
  liaison_pages_unref (self->pages);
  liaison_redaction_free (self->redaction);
  liaison_pack_order_free (self->order);
  g_free (self->hash);
  g_free (self);
}

/* Tells in the main thread; nobody listens any more once it is cancelled. */
typedef struct
{
  LiaisonPackProgressFunc func;
  gpointer data;
  guint done, all;
  GCancellable *cancellable;
} Told;

static gboolean
told_cb (gpointer data)
{
  Told *told = data;

  if (!g_cancellable_is_cancelled (told->cancellable))
    told->func (told->done, told->all, told->data);
  return G_SOURCE_REMOVE;
}

static void
told_free (gpointer data)
{
  g_clear_object (&((Told *) data)->cancellable);
  g_free (data);
}

static void
tell (const Job *job, guint done, guint all)
{
  Told *told;

  if (job->progress == NULL)
    return;
  told = g_new0 (Told, 1);
  *told = (Told){ job->progress, job->progress_data, done, all,
                  job->cancellable != NULL ? g_object_ref (job->cancellable) : NULL };
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, told_cb, told, told_free);
}

static GBytes *
write_pdf (const LiaisonSetPack *pack, GCancellable *cancellable, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  const LiaisonPdfInfo info = { pack->order->title, NULL, NULL, pack->date };

  if (!liaison_pages_write_pdf (pack->pages, &info, stream, NULL, NULL, cancellable, error)
      || !g_output_stream_close (stream, cancellable, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static LiaisonSetPack *
set_pack (LiaisonSnapshot *plan,
          const LiaisonPackOrder *order,
          guint copy,
          GCancellable *cancellable,
          GError **error)
{
  const LiaisonPackWishes wishes = { .copy = copy };
  LiaisonRedaction *redaction = NULL;
  LiaisonSetPack *self;
  gint64 date = 0;
  LiaisonPages *pages =
      liaison_pack_make (plan, order, &wishes, &redaction, &date, NULL, NULL, cancellable, error);

  if (pages == NULL)
    return NULL;
  self = g_new0 (LiaisonSetPack, 1);
  self->pages = pages;
  self->redaction = redaction;
  self->order = liaison_pack_order_copy (order);
  self->date = date;
  self->copy = copy;
  return self;
}

static gboolean
set_copies (const Job *job, GPtrArray *packs, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < job->n; i++)
    {
      LiaisonSetPack *pack;
      g_autoptr (GBytes) bytes = NULL;

      tell (job, i, job->n);
      pack = set_pack (job->plan, job->orders->pdata[0], job->first > 0 ? job->first + i : 0,
                       cancellable, error);
      if (pack == NULL)
        return FALSE;
      g_ptr_array_add (packs, pack);
      if (job->first == 0)
        continue;
      bytes = write_pdf (pack, cancellable, error);
      if (bytes == NULL)
        return FALSE;
      pack->hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
    }
  return TRUE;
}

static void
set_packs_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) packs =
      g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_set_pack_free);
  GError *error = NULL;

  if (set_copies (data, packs, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&packs), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
run (Job *job, GTaskThreadFunc func, gpointer tag, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, job->cancellable, callback, data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, func);
}

void
liaison_set_packs_async (LiaisonSnapshot *plan,
                         const LiaisonPackOrder *order,
                         guint first,
                         guint n,
                         LiaisonPackProgressFunc progress,
                         gpointer progress_data,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  Job *job = g_new0 (Job, 1);

  job->plan = liaison_snapshot_ref (plan);
  job->orders = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_pack_order_free);
  g_ptr_array_add (job->orders, liaison_pack_order_copy (order));
  job->first = first;
  job->n = first > 0 ? n : 1;
  job->progress = progress;
  job->progress_data = progress_data;
  job->cancellable = g_object_ref (cancellable);
  run (job, set_packs_thread, liaison_set_packs_async, callback, data);
}

GPtrArray *
liaison_set_packs_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
save_pack (const Job *job, guint i, const char *name, GCancellable *cancellable, GError **error)
{
  const LiaisonPackOrder *order = job->orders->pdata[i];
  g_autofree char *path = g_build_filename (job->folder, name, NULL);
  g_autoptr (LiaisonSetPack) pack = set_pack (job->plan, order, 0, cancellable, error);
  g_autoptr (GBytes) bytes = pack != NULL ? write_pdf (pack, cancellable, error) : NULL;
  g_autoptr (LiaisonSafeFile) file =
      bytes != NULL ? liaison_safe_file_begin (path, NULL, 0, cancellable, error) : NULL;
  LiaisonFileStamp stamp;

  return file != NULL
         && g_output_stream_write_all (liaison_safe_file_get_stream (file),
                                       g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                       NULL, cancellable, error)
         && liaison_safe_file_commit (file, &stamp, cancellable, error);
}

static void
save_packs_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_auto (GStrv) names = liaison_pack_orders_name_files (job->orders, &error);

  for (guint i = 0; i < job->orders->len; i++)
    {
      tell (job, i, job->orders->len);
      if (names == NULL || !save_pack (job, i, names[i], cancellable, &error))
        {
          g_task_return_error (task, error);
          return;
        }
      job->saved++;
    }
  g_task_return_boolean (task, TRUE);
}

void
liaison_save_packs_async (LiaisonSnapshot *plan,
                          GPtrArray *orders,
                          const char *folder,
                          LiaisonPackProgressFunc progress,
                          gpointer progress_data,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  Job *job = g_new0 (Job, 1);

  job->plan = liaison_snapshot_ref (plan);
  job->orders = orders;
  job->folder = g_strdup (folder);
  job->progress = progress;
  job->progress_data = progress_data;
  job->cancellable = g_object_ref (cancellable);
  run (job, save_packs_thread, liaison_save_packs_async, callback, data);
}

guint
liaison_save_packs_finish (GAsyncResult *result, GError **error)
{
  const Job *job = g_task_get_task_data (G_TASK (result));

  g_task_propagate_boolean (G_TASK (result), error);
  return job->saved;
}
