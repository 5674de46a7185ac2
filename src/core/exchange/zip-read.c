/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/zip-read.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

struct _LiaisonZip
{
  GBytes *bytes;
  GHashTable *names; /* in small letters */
  guint64 unpacked;
};

typedef struct archive Archive;

static void
archive_close (Archive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_close)

static gboolean
fail_damaged (GError **error, Archive *archive)
{
  const char *why = archive != NULL ? archive_error_string (archive) : NULL;
  g_autofree char *valid = why != NULL ? g_utf8_make_valid (why, -1) : NULL;

  g_set_error (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_DAMAGED, "broken zip file: %s",
               valid != NULL ? valid : "it cannot be read");
  return FALSE;
}

/* Only the zip format, and nothing packed around it. */
static Archive *
open_archive (GBytes *bytes, GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_memory (archive, data, length) != ARCHIVE_OK)
    {
      fail_damaged (error, archive);
      return NULL;
    }
  return g_steal_pointer (&archive);
}

/* As it is looked for: small letters, without a leading slash, slashes that lean forward. */
static char *
make_key (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  char *key = g_ascii_strdown (valid, -1);

  g_strdelimit (key, "\\", '/');
  return key[0] == '/' ? memmove (key, key + 1, strlen (key)) : key;
}

static char *
dup_entry_key (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  if (name == NULL)
    name = archive_entry_pathname (entry);
  return make_key (name != NULL ? name : "");
}

/* Two parts of one name are a way to show one program this and another that. */
static gboolean
list_part (LiaisonZip *self, struct archive_entry *entry, GError **error)
{
  if (archive_entry_is_data_encrypted (entry) == 1)
    {
      g_set_error_literal (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_LOCKED,
                           "its parts are encrypted");
      return FALSE;
    }
  if (!g_hash_table_add (self->names, dup_entry_key (entry)))
    {
      g_set_error_literal (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_HOSTILE,
                           "two parts of one name");
      return FALSE;
    }
  if (g_hash_table_size (self->names) <= LIAISON_ZIP_MAX_PARTS)
    return TRUE;
  g_set_error (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_HOSTILE, "more than %d parts",
               LIAISON_ZIP_MAX_PARTS);
  return FALSE;
}

static gboolean
list_parts (LiaisonZip *self, GError **error)
{
  g_autoptr (Archive) archive = open_archive (self->bytes, error);
  struct archive_entry *entry;
  int status = ARCHIVE_FATAL;

  if (archive == NULL)
    return FALSE;
  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK
         || status == ARCHIVE_WARN)
    if (!list_part (self, entry, error))
      return FALSE;
  if (status != ARCHIVE_EOF)
    return fail_damaged (error, archive);
  if (g_hash_table_size (self->names) == 0)
    return fail_damaged (error, NULL);
  return TRUE;
}

LiaisonZip *
liaison_zip_new (GBytes *bytes, GError **error)
{
  g_autoptr (LiaisonZip) self = g_new0 (LiaisonZip, 1);

  self->bytes = g_bytes_ref (bytes);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_bytes_get_size (bytes) > LIAISON_ZIP_MAX_BYTES)
    {
      g_set_error (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_LIMIT,
                   "more than %d bytes", LIAISON_ZIP_MAX_BYTES);
      return NULL;
    }
  return list_parts (self, error) ? g_steal_pointer (&self) : NULL;
}

void
liaison_zip_free (LiaisonZip *self)
{
  g_hash_table_unref (self->names);
  g_bytes_unref (self->bytes);
  g_free (self);
}

gboolean
liaison_zip_has (const LiaisonZip *self, const char *name)
{
  g_autofree char *key = make_key (name);

  return g_hash_table_contains (self->names, key);
}

static gboolean
count_unpacked (LiaisonZip *self, gsize length, GError **error)
{
  const guint64 packed = g_bytes_get_size (self->bytes);

  self->unpacked += length;
  if (self->unpacked > LIAISON_ZIP_MAX_UNPACKED
      || self->unpacked > MAX (LIAISON_ZIP_FREE_BYTES, packed * LIAISON_ZIP_MAX_RATIO))
    {
      g_set_error (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_HOSTILE,
                   "%" G_GUINT64_FORMAT " packed bytes become more than %" G_GUINT64_FORMAT, packed,
                   self->unpacked - length);
      return FALSE;
    }
  return TRUE;
}

static gboolean
unpack (LiaisonZip *self,
        Archive *archive,
        guint64 total,
        LiaisonZipFunc func,
        gpointer data,
        GCancellable *cancellable,
        GError **error)
{
  g_autofree char *buffer = g_malloc (64 * 1024);

  for (;;)
    {
      la_ssize_t length = archive_read_data (archive, buffer, 64 * 1024);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (length < 0)
        return fail_damaged (error, archive);
      if (length == 0)
        return TRUE;
      if (!count_unpacked (self, (gsize) length, error)
          || !func (buffer, (gsize) length, total, data, error))
        return FALSE;
    }
}

gboolean
liaison_zip_read (LiaisonZip *self,
                  const char *name,
                  LiaisonZipFunc func,
                  gpointer data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (Archive) archive = open_archive (self->bytes, error);
  g_autofree char *wanted = make_key (name);
  struct archive_entry *entry;
  int status = ARCHIVE_FATAL;

  if (archive == NULL)
    return FALSE;
  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK
         || status == ARCHIVE_WARN)
    {
      g_autofree char *key = dup_entry_key (entry);

      if (g_str_equal (key, wanted))
        return unpack (self, archive,
                       archive_entry_size_is_set (entry) ? (guint64) archive_entry_size (entry) : 0,
                       func, data, cancellable, error);
    }
  if (status != ARCHIVE_EOF)
    return fail_damaged (error, archive);
  g_set_error (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_FORMAT, "no part “%s”", name);
  return FALSE;
}
