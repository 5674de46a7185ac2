/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/clipboard.h"

#include "exchange/export.h"
#include "exchange/html-read.h"
#include "shared/tsv.h"

#include <string.h>

static void
append_row (GString *text, const LiaisonListing *listing, gint64 row)
{
  for (guint i = 0; i < listing->n_columns; i++)
    liaison_tsv_append (text,
                        row < 0 ? listing->columns[i].heading
                                : liaison_listing_get (listing, (guint) row, i)->text,
                        i == 0);
  g_string_append_c (text, '\n');
}

static char *
make_tsv (const LiaisonListing *listing)
{
  GString *text = g_string_new (NULL);

  for (gint64 row = -1; row < (gint64) liaison_listing_get_n_rows (listing); row++)
    append_row (text, listing, row);
  return g_string_free (text, FALSE);
}

void
liaison_clipboard_set_listing (GdkClipboard *clipboard,
                               LiaisonListing *listing,
                               LiaisonWords *words,
                               const char *tsv)
{
  g_autofree char *made = tsv == NULL ? make_tsv (listing) : NULL;
  g_autofree char *html = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkContentProvider) all = NULL;

  g_clear_pointer (&listing->title, g_free);
  g_clear_pointer (&listing->exercise, g_free);
  g_clear_pointer (&listing->marking, g_free);
  html = liaison_export_to_text (listing, LIAISON_EXPORT_HTML, words);
  bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *formats[] = { gdk_content_provider_new_typed (G_TYPE_STRING,
                                                                    tsv != NULL ? tsv : made),
                                    gdk_content_provider_new_for_bytes ("text/html", bytes) };
  all = gdk_content_provider_new_union (formats, G_N_ELEMENTS (formats));
  gdk_clipboard_set_content (clipboard, all);
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, text, g_free);
}

/* Takes @task. */
static void
read_text (GTask *task)
{
  gdk_clipboard_read_text_async (g_task_get_source_object (task), NULL, text_cb, task);
}

static char *
make_tsv_of_page (GBytes *bytes)
{
  gsize length;
  const char *html = g_bytes_get_data (bytes, &length);
  g_autoptr (GPtrArray) rows =
      g_utf8_validate_len (html, length, NULL) ? liaison_html_read_values (html, length) : NULL;
  GString *text;

  if (rows == NULL)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i];

      for (guint j = 0; row[j] != NULL; j++)
        liaison_tsv_append (text, row[j], j == 0);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  g_autoptr (GBytes) bytes = NULL;
  char *tsv = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) >= 0)
    {
      bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
      tsv = make_tsv_of_page (bytes);
    }
  if (tsv == NULL)
    {
      read_text (task);
      return;
    }
  g_task_return_pointer (task, tsv, g_free);
  g_object_unref (task);
}

static void
page_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  g_autoptr (GInputStream) stream =
      gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    read_text (task);
  else
    g_output_stream_splice_async (
        memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
        G_PRIORITY_DEFAULT, NULL, page_read_cb, task);
}

void
liaison_clipboard_read_table_async (GdkClipboard *clipboard,
                                    GAsyncReadyCallback callback,
                                    gpointer data)
{
  static const char *types[] = { "text/html", NULL };
  GTask *task = g_task_new (clipboard, NULL, callback, data);

  g_task_set_source_tag (task, liaison_clipboard_read_table_async);
  /* One's own text says it all. */
  if (gdk_clipboard_is_local (clipboard)
      || !gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), types[0]))
    read_text (task);
  else
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, page_opened_cb, task);
}

char *
liaison_clipboard_read_table_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
