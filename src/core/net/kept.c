/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "net/kept.h"

#include <glib/gstdio.h>
#include <string.h>

#define GROUP "kept"

void
liaison_kept_clear (LiaisonKept *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_error (&self->problem);
}

/* Where the file lies; what is known of it lies beside it. */
static char *
make_path (const char *folder, const char *address, const char *ending)
{
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, address, -1);
  g_autofree char *file = g_strconcat (name, ending, NULL);

  return g_build_filename (folder, file, NULL);
}

/* What is had of @address: NULL when nothing, or not what was once kept. */
static GBytes *
read_kept (const char *folder, const char *address, char **tag, gint64 *checked)
{
  g_autofree char *path = make_path (folder, address, ".ics");
  g_autofree char *note = make_path (folder, address, ".ini");
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *sum = NULL, *kept_sum = NULL, *kept_address = NULL, *text = NULL;
  gsize size;

  if (!g_key_file_load_from_file (file, note, G_KEY_FILE_NONE, NULL)
      || !g_file_get_contents (path, &text, &size, NULL))
    return NULL;
  kept_sum = g_key_file_get_string (file, GROUP, "sha256", NULL);
  kept_address = g_key_file_get_string (file, GROUP, "address", NULL);
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, size);
  if (g_strcmp0 (sum, kept_sum) != 0 || g_strcmp0 (address, kept_address) != 0)
    return NULL;
  *tag = g_key_file_get_string (file, GROUP, "tag", NULL);
  *checked = g_key_file_get_int64 (file, GROUP, "checked", NULL);
  return g_bytes_new_take (g_steal_pointer (&text), size);
}

/* To keep it is a help, not a promise: a full disk is no reason to refuse what was read. */
static void
keep (const char *folder, const char *address, GBytes *bytes, const char *tag, gint64 checked)
{
  g_autofree char *path = make_path (folder, address, ".ics");
  g_autofree char *note = make_path (folder, address, ".ini");
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return;
  g_key_file_set_string (file, GROUP, "address", address);
  g_key_file_set_string (file, GROUP, "sha256", sum);
  if (tag != NULL)
    g_key_file_set_string (file, GROUP, "tag", tag);
  g_key_file_set_int64 (file, GROUP, "checked", checked);
  if (g_file_set_contents_full (path, data != NULL ? data : "", (gssize) size,
                                G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL))
    g_key_file_save_to_file (file, note, NULL);
}

/* Whether what is kept does instead: the world failed, not the person or the server's honesty. */
static gboolean
may_use_kept (const GError *error)
{
  return g_error_matches (error, LIAISON_NET_ERROR, LIAISON_NET_ERROR_UNREACHABLE)
         || g_error_matches (error, LIAISON_NET_ERROR, LIAISON_NET_ERROR_TOO_SLOW)
         || g_error_matches (error, LIAISON_NET_ERROR, LIAISON_NET_ERROR_STATUS);
}

gboolean
liaison_kept_fetch (const char *folder,
                    const char *address,
                    const LiaisonFetchLimits *limits,
                    gint64 now,
                    LiaisonKept *kept,
                    GCancellable *cancellable,
                    GError **error)
{
  g_auto (LiaisonFetched) fetched = { 0 };
  LiaisonFetchLimits with_tag = limits != NULL ? *limits : (LiaisonFetchLimits){ 0 };
  g_autofree char *tag = NULL;
  g_autoptr (GError) problem = NULL;

  *kept = (LiaisonKept){ 0 };
  kept->bytes = read_kept (folder, address, &tag, &kept->checked);
  with_tag.tag = kept->bytes != NULL ? tag : NULL;
  if (liaison_fetch (address, &with_tag, &fetched, cancellable, &problem))
    {
      if (fetched.bytes != NULL)
        {
          g_clear_pointer (&kept->bytes, g_bytes_unref);
          kept->bytes = g_bytes_ref (fetched.bytes);
        }
      kept->checked = now;
      keep (folder, address, kept->bytes, fetched.tag, now);
      return TRUE;
    }
  if (kept->bytes != NULL && may_use_kept (problem))
    {
      kept->offline = TRUE;
      kept->problem = g_steal_pointer (&problem);
      return TRUE;
    }
  liaison_kept_clear (kept);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}
