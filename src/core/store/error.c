/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/error.h"

#include <errno.h>

G_DEFINE_QUARK (liaison - store - error - quark, liaison_store_error)

static LiaisonStoreError
code_for_errno (int errsv)
{
  switch (errsv)
    {
    case ENOENT:
    case ENOTDIR:
      return LIAISON_STORE_ERROR_NOT_FOUND;
    case EACCES:
    case EPERM:
      return LIAISON_STORE_ERROR_NO_PERMISSION;
    case EROFS:
      return LIAISON_STORE_ERROR_READ_ONLY;
    case EISDIR:
    case ENXIO:
    case ENODEV:
      return LIAISON_STORE_ERROR_NOT_REGULAR;
    case ELOOP:
      return LIAISON_STORE_ERROR_LINK_LOOP;
    case ENAMETOOLONG:
      return LIAISON_STORE_ERROR_NAME_TOO_LONG;
    case ENOSPC:
    case EDQUOT:
      return LIAISON_STORE_ERROR_DISK_FULL;
    case EFBIG:
      return LIAISON_STORE_ERROR_TOO_LARGE;
    case EAGAIN:
    case EBUSY:
      return LIAISON_STORE_ERROR_BUSY;
    default:
      return LIAISON_STORE_ERROR_IO;
    }
}

gboolean
liaison_store_fail_errno (GError **error, int errsv, const char *path, const char *doing)
{
  return liaison_store_fail (error, code_for_errno (errsv), path, "cannot %s: %s", doing,
                             g_strerror (errsv));
}

gboolean
liaison_store_fail (
    GError **error, LiaisonStoreError code, const char *path, const char *format, ...)
{
  g_autofree char *display = g_filename_display_name (path);
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, LIAISON_STORE_ERROR, code, "%s: %s", display, message);
  return FALSE;
}
