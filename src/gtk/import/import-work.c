/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/import-private.h"

#include <glib/gi18n.h>

/* How often a long work tells how far it is, in ms. */
#define TICK 100

/* What a thread is given, and what it makes. */
typedef struct
{
  /* Given; owned */
  char *path;
  GBytes *bytes;
  LiaisonSnapshot *snapshot;
  LiaisonWords *words;
  char *zone;
  LiaisonManner manner; /* borrows the three above */
  gint64 now;
  const LiaisonKind *kind;
  guint sheet_index;
  LiaisonCsvDialect dialect;
  LiaisonImportWishes *wishes;
  int *permille;

  /* Given and made */
  LiaisonBook *book;
  LiaisonSheet *sheet;
  LiaisonImportMapping *mapping;
  LiaisonImportPreview *preview;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->path);
  g_free (work->zone);
  g_clear_pointer (&work->bytes, g_bytes_unref);
  g_clear_pointer (&work->snapshot, liaison_snapshot_unref);
  g_clear_pointer (&work->words, liaison_words_unref);
  g_clear_pointer (&work->wishes, liaison_import_wishes_free);
  g_clear_pointer (&work->book, liaison_book_free);
  g_clear_pointer (&work->sheet, liaison_sheet_unref);
  g_clear_pointer (&work->mapping, liaison_import_mapping_free);
  g_clear_pointer (&work->preview, liaison_import_preview_unref);
  g_free (work);
}

LiaisonManner
liaison_import_window_get_manner (LiaisonImportWindow *self)
{
  return liaison_session_get_manner (self->session);
}

static Work *
work_new (LiaisonImportWindow *self)
{
  LiaisonManner manner = liaison_import_window_get_manner (self);
  Work *work = g_new0 (Work, 1);

  work->path = g_strdup (self->path);
  work->bytes = self->bytes != NULL ? g_bytes_ref (self->bytes) : NULL;
  work->snapshot = liaison_document_get_snapshot (liaison_session_get_document (self->session));
  work->words = liaison_words_ref (manner.words);
  work->zone = g_strdup (manner.zone);
  work->manner = manner;
  work->manner.words = work->words;
  work->manner.zone = work->zone;
  work->manner.lookup = liaison_snapshot_get_lookup (work->snapshot);
  work->now = liaison_editor_now (liaison_session_get_editor (self->session));
  work->kind = self->kind;
  work->sheet_index = self->sheet_index;
  work->dialect = self->dialect;
  work->dialect.language = liaison_words_get_language (work->words);
  work->permille = &self->permille;
  return work;
}

static void
progress_cb (guint64 done, guint64 total, gpointer data)
{
  Work *work = data;

  if (total > 0)
    g_atomic_int_set (work->permille, (int) MIN (1000, done * 1000 / total));
}

static gboolean
tick_cb (gpointer data)
{
  LiaisonImportWindow *self = data;

  gtk_progress_bar_set_fraction (self->progress, g_atomic_int_get (&self->permille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

/* The task keeps the window, so that what the thread writes to is there. */
static void
start (LiaisonImportWindow *self,
       Work *work,
       GTaskThreadFunc thread,
       GAsyncReadyCallback callback,
       const char *busy)
{
  g_autoptr (GTask) task = NULL;

  if (self->work != NULL)
    g_cancellable_cancel (self->work);
  g_clear_object (&self->work);
  self->work = g_cancellable_new ();
  g_atomic_int_set (&self->permille, 0);
  if (busy != NULL)
    {
      adw_status_page_set_title (self->busy_page, busy);
      gtk_progress_bar_set_fraction (self->progress, 0);
      gtk_stack_set_visible_child_name (self->stack, "busy");
      if (self->ticker == 0)
        self->ticker = g_timeout_add (TICK, tick_cb, self);
    }
  liaison_import_window_tell (self, NULL);
  task = g_task_new (self, self->work, callback, NULL);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, thread);
  liaison_import_window_update_buttons (self);
}

/* FALSE: another work has begun, or the window is closed. */
static gboolean
end (LiaisonImportWindow *self, GTask *task)
{
  if (g_task_get_cancellable (task) != self->work || self->session == NULL)
    return FALSE;
  g_clear_object (&self->work);
  g_clear_handle_id (&self->ticker, g_source_remove);
  return TRUE;
}

/* Reading */

static gboolean
read_book (Work *work, GCancellable *cancellable, GError **error)
{
  if (work->book == NULL)
    work->book =
        work->bytes != NULL
            ? liaison_book_new (work->bytes, _ ("Clipboard"), &work->dialect, cancellable, error)
            : liaison_book_open (work->path, &work->dialect, cancellable, error);
  if (work->book == NULL)
    return FALSE;
  if (work->sheet_index >= liaison_book_get_n_sheets (work->book))
    work->sheet_index = liaison_book_get_first_sheet (work->book);
  work->sheet = liaison_book_read_sheet (work->book, work->sheet_index, progress_cb, work,
                                         cancellable, error);
  return work->sheet != NULL;
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  const LiaisonKind *found;
  GError *error = NULL;

  if (!read_book (work, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  /* The table that is looked at counts, unless the headings clearly are another's. */
  found = liaison_import_guess_kind (work->sheet);
  if (work->kind == NULL || (found != NULL && work->bytes == NULL))
    work->kind = found;
  if (work->kind == NULL)
    work->kind = liaison_kind_get (LIAISON_KIND_EVENT);
  work->mapping = liaison_import_guess (work->sheet, work->kind, &work->manner, work->snapshot);
  g_task_return_boolean (task, TRUE);
}

/* A paste without headings goes into the columns that were shown, and is marked as new records are.
 */
static void
apply_fields (LiaisonImportWindow *self)
{
  const LiaisonKind *kind = self->mapping->kind;

  if (self->bytes == NULL)
    return;
  self->mapping->mark = TRUE;
  for (guint i = 0; self->fields != NULL && self->mapping->headings < 0
                    && i < MIN (self->fields->len, self->mapping->n_columns);
       i++)
    {
      const LiaisonField *field = self->fields->pdata[i];

      /* Columns of the exercise's own are no fields of the kind. */
      if (field != NULL && field >= kind->shape.fields
          && field < kind->shape.fields + kind->shape.n_fields)
        liaison_import_mapping_set_column (self->mapping, i, LIAISON_IMPORT_FIELD,
                                           (int) (field - kind->shape.fields));
    }
  /* Rows that are pasted are new, as they always were. */
  for (guint i = 0; i < LIAISON_IMPORT_MAX_KEYS; i++)
    self->mapping->keys[i] = -1;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LiaisonImportWindow *self = LIAISON_IMPORT_WINDOW (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!end (self, G_TASK (result)))
    return;
  /* The book is kept even if the sheet cannot be read: another may. */
  if (self->book == NULL)
    self->book = g_steal_pointer (&work->book);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      liaison_import_window_show (self, self->mapping != NULL ? "columns" : "file");
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        liaison_import_window_tell (self, error);
      return;
    }
  g_clear_pointer (&self->sheet, liaison_sheet_unref);
  g_clear_pointer (&self->mapping, liaison_import_mapping_free);
  self->sheet = g_steal_pointer (&work->sheet);
  self->mapping = g_steal_pointer (&work->mapping);
  self->sheet_index = work->sheet_index;
  self->kind = work->kind;
  apply_fields (self);
  g_clear_pointer (&self->wishes, liaison_import_wishes_free);
  self->wishes = liaison_import_wishes_new ();
  liaison_import_window_fill_columns (self);
  /* What was pasted is known well enough to be looked at. */
  if (self->bytes != NULL)
    liaison_import_window_look (self, TRUE);
  else
    liaison_import_window_show (self, "columns");
}

void
liaison_import_window_read (LiaisonImportWindow *self)
{
  Work *work = work_new (self);

  work->book = g_steal_pointer (&self->book);
  start (self, work, read_thread, read_cb, _ ("Reading the File"));
}

void
liaison_import_window_guess (LiaisonImportWindow *self, const LiaisonKind *kind, int headings)
{
  LiaisonManner manner = liaison_import_window_get_manner (self);
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));

  g_clear_pointer (&self->mapping, liaison_import_mapping_free);
  self->kind = kind;
  self->mapping = headings >= -1
                      ? liaison_import_guess_below (self->sheet, kind, headings, &manner, snapshot)
                      : liaison_import_guess (self->sheet, kind, &manner, snapshot);
}

/* Looking */

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  work->preview =
      liaison_import_preview_new (work->sheet, work->mapping, work->wishes, work->snapshot,
                                  &work->manner, work->now, progress_cb, work, cancellable, &error);
  if (work->preview == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
look_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LiaisonImportWindow *self = LIAISON_IMPORT_WINDOW (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!end (self, G_TASK (result)))
    return;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      liaison_import_window_show (self, "options");
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        liaison_import_window_tell (self, error);
      return;
    }
  g_clear_pointer (&self->blocks, g_hash_table_unref);
  g_clear_pointer (&self->preview, liaison_import_preview_unref);
  self->preview = g_steal_pointer (&work->preview);
  liaison_import_window_fill_preview (self);
  liaison_import_window_show (self, "preview");
}

void
liaison_import_window_look (LiaisonImportWindow *self, gboolean busy)
{
  Work *work = work_new (self);

  work->sheet = liaison_sheet_ref (self->sheet);
  work->mapping = liaison_import_mapping_copy (self->mapping);
  work->wishes = liaison_import_wishes_copy (self->wishes);
  start (self, work, look_thread, look_cb, busy ? _ ("Looking at Each Row") : NULL);
}
