/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "version.h"

#include <stdio.h>
#include <string.h>

#define DIGEST 64

GBytes *
version_new (guint number, gsize size)
{
  GString *text = g_string_sized_new (size + 128);
  g_autofree char *digest = NULL;

  g_string_append_printf (text, "version %u\n", number);
  for (guint i = 0; text->len < size; i++)
    g_string_append_printf (text, "%u %u %08x\n", number, i, (guint) (number * 2654435761u) ^ i);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, text->len);
  g_string_append (text, digest);
  return g_string_free_to_bytes (text);
}

int
version_read (const char *path)
{
  g_autofree char *text = NULL;
  g_autofree char *digest = NULL;
  gsize length;
  guint number;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return 0;
  if (!g_file_get_contents (path, &text, &length, NULL) || length < DIGEST
      || sscanf (text, "version %u\n", &number) != 1)
    return -1;
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, length - DIGEST);
  return strcmp (digest, text + length - DIGEST) == 0 ? (int) number : -1;
}

void
version_write (const char *path, guint number, gsize size)
{
  g_autoptr (GBytes) bytes = version_new (number, size);
  FILE *file = fopen (path, "wb");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), file), ==,
                    g_bytes_get_size (bytes));
  g_assert_cmpint (fclose (file), ==, 0);
}
