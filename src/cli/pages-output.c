/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages-output.h"

#include "interrupt.h"

#include "store/safe-file.h"

#include <gio/gunixoutputstream.h>
#include <string.h>
#include <unistd.h>

typedef gboolean (*WriteFunc) (GOutputStream *stream,
                               GCancellable *cancellable,
                               GError **error,
                               gpointer data);

/* Over what stands there, or not at all. */
static gboolean
write_to (const char *path, WriteFunc func, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (LiaisonSafeFile) file = NULL;
  LiaisonFileStamp stamp;

  if (strcmp (path, "-") == 0)
    {
      g_autoptr (GOutputStream) output = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      return func (output, cancellable, error, data);
    }
  file = liaison_safe_file_begin (path, NULL, 0, cancellable, error);
  return file != NULL && func (liaison_safe_file_get_stream (file), cancellable, error, data)
         && liaison_safe_file_commit (file, &stamp, cancellable, error);
}

static gboolean
save (const char *path, WriteFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GCancellable *cancellable = liaison_interrupt_begin ();
  gboolean done = write_to (path, func, data, cancellable, &error);

  liaison_interrupt_end ();
  if (!done)
    liaison_command_complain (
        _ ("The file was not written. What stood there before is as it was."), error);
  return done;
}

typedef struct
{
  LiaisonPages *pages;
  LiaisonPdfInfo info;
} Print;

static gboolean
write_pages (GOutputStream *stream, GCancellable *cancellable, GError **error, gpointer data)
{
  Print *print = data;
  g_autofree char *missing = NULL;

  if (!liaison_pages_flow (print->pages, NULL, NULL, cancellable, error))
    return FALSE;
  missing = liaison_pages_tell_missing (print->pages, NULL);
  if (missing != NULL)
    liaison_output_warn (missing);
  return liaison_pages_write_pdf (print->pages, &print->info, stream, NULL, NULL, cancellable,
                                  error);
}

gboolean
liaison_pages_save (LiaisonPages *pages, const char *title, gint64 now, const char *path)
{
  Print print = { pages, { .title = title, .created = now } };

  return save (path, write_pages, &print);
}
