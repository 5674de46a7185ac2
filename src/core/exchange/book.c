/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/book.h"

#include "exchange/zip-read.h"

#include <string.h>

struct _LiaisonBook
{
  LiaisonXlsx *workbook; /* NULL: a text file */
  GBytes *text;
  LiaisonCsvDialect dialect;
  char *name; /* of a text file's only sheet */
};

static gboolean
begins_with (GBytes *bytes, const char *magic, gsize n)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length >= n && memcmp (data, magic, n) == 0;
}

/* The old binary format, or a workbook with a password: both are containers of the same kind, and
 * the second names its part in UTF-16. */
static gboolean
refuse_container (GBytes *bytes, GError **error)
{
  static const char locked[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!begins_with (bytes, "\xd0\xcf\x11\xe0", 4))
    return FALSE;
  if (memmem (data, length, locked, sizeof locked - 1) != NULL)
    g_set_error_literal (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_LOCKED,
                         "an encrypted workbook");
  else
    g_set_error_literal (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_FORMAT,
                         "an old binary workbook (.xls)");
  return TRUE;
}

LiaisonBook *
liaison_book_new (GBytes *bytes,
                  const char *name,
                  const LiaisonCsvDialect *dialect,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (LiaisonBook) self = g_new0 (LiaisonBook, 1);

  self->name = g_strdup (name);
  if (refuse_container (bytes, error))
    return NULL;
  if (begins_with (bytes, "PK", 2) && !begins_with (bytes, "PK,", 3))
    {
      self->workbook = liaison_xlsx_new (bytes, cancellable, error);
      return self->workbook != NULL ? g_steal_pointer (&self) : NULL;
    }
  self->text = g_bytes_ref (bytes);
  self->dialect = liaison_csv_sniff (bytes, dialect);
  return g_steal_pointer (&self);
}

/* The whole file, if it is no larger than any format may be. */
static GBytes *
load (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                         G_FILE_QUERY_INFO_NONE, cancellable, error);
  g_autoptr (GFileInputStream) stream = NULL;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_FORMAT,
                   "%s: not a regular file", path);
      return NULL;
    }
  if (g_file_info_get_size (info) > MAX (LIAISON_ZIP_MAX_BYTES, LIAISON_CSV_MAX_BYTES))
    {
      g_set_error (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_LIMIT,
                   "%s: more than %d bytes", path,
                   MAX (LIAISON_ZIP_MAX_BYTES, LIAISON_CSV_MAX_BYTES));
      return NULL;
    }
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  g_autofree char *data = g_malloc ((gsize) g_file_info_get_size (info) + 1);
  gsize length;
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data, (gsize) g_file_info_get_size (info),
                                &length, cancellable, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&data), length);
}

LiaisonBook *
liaison_book_open (const char *path,
                   const LiaisonCsvDialect *dialect,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *display = g_filename_display_name (name);
  g_autoptr (GBytes) bytes = load (path, cancellable, error);

  return bytes != NULL ? liaison_book_new (bytes, display, dialect, cancellable, error) : NULL;
}

void
liaison_book_free (LiaisonBook *self)
{
  g_clear_pointer (&self->workbook, liaison_xlsx_free);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_free (self->name);
  g_free (self);
}

const LiaisonCsvDialect *
liaison_book_get_dialect (const LiaisonBook *self)
{
  return self->workbook == NULL ? &self->dialect : NULL;
}

guint
liaison_book_get_n_sheets (const LiaisonBook *self)
{
  return self->workbook != NULL ? liaison_xlsx_get_n_sheets (self->workbook) : 1;
}

const char *
liaison_book_get_sheet_name (const LiaisonBook *self, guint sheet)
{
  return self->workbook != NULL ? liaison_xlsx_get_sheet_name (self->workbook, sheet) : self->name;
}

gboolean
liaison_book_is_sheet_hidden (const LiaisonBook *self, guint sheet)
{
  return self->workbook != NULL && liaison_xlsx_is_sheet_hidden (self->workbook, sheet);
}

gboolean
liaison_book_find_sheet (const LiaisonBook *self, const char *name, guint *sheet)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);
  guint64 number;

  for (guint i = 0; i < liaison_book_get_n_sheets (self); i++)
    {
      g_autofree char *there = g_utf8_casefold (liaison_book_get_sheet_name (self, i), -1);

      if (!g_str_equal (there, wanted))
        continue;
      *sheet = i;
      return TRUE;
    }
  if (!g_ascii_string_to_unsigned (name, 10, 1, liaison_book_get_n_sheets (self), &number, NULL))
    return FALSE;
  *sheet = (guint) number - 1;
  return TRUE;
}

guint
liaison_book_get_first_sheet (const LiaisonBook *self)
{
  for (guint i = 0; i < liaison_book_get_n_sheets (self); i++)
    if (!liaison_book_is_sheet_hidden (self, i))
      return i;
  return 0;
}

LiaisonSheet *
liaison_book_read_sheet (LiaisonBook *self,
                         guint sheet,
                         LiaisonProgressFunc progress,
                         gpointer progress_data,
                         GCancellable *cancellable,
                         GError **error)
{
  if (self->workbook != NULL)
    return liaison_xlsx_read_sheet (self->workbook, sheet, progress, progress_data, cancellable,
                                    error);
  return liaison_csv_read (self->text, self->name, &self->dialect, cancellable, error);
}
