/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can go wrong between a plan in memory and its files. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Every message begins with the name of the file it is about. Except for NOT_DURABLE, an error of a
 * save means that the file is as it was before. A cancelled operation reports G_IO_ERROR_CANCELLED
 * and has changed nothing either. */
typedef enum
{
  LIAISON_STORE_ERROR_NOT_FOUND,     /* the file, or the folder it should stand in, is not there */
  LIAISON_STORE_ERROR_NO_PERMISSION, /* the file may not be read or written by this user */
  LIAISON_STORE_ERROR_READ_ONLY,     /* the file, or all of its file system, is marked read-only */
  LIAISON_STORE_ERROR_UNWRITABLE_FOLDER, /* the folder takes no new file: offer another place */
  LIAISON_STORE_ERROR_NOT_REGULAR,       /* a folder, pipe, device or socket */
  LIAISON_STORE_ERROR_LINK_LOOP,         /* symbolic links that lead nowhere */
  LIAISON_STORE_ERROR_NAME_TOO_LONG,     /* the file system has no room for the name */
  LIAISON_STORE_ERROR_DISK_FULL,         /* the disk or the user's share of it is full */
  LIAISON_STORE_ERROR_TOO_LARGE, /* over a limit of ours, of the file system or of the process */
  LIAISON_STORE_ERROR_IO,        /* the disk or the network failed */
  LIAISON_STORE_ERROR_FOREIGN_CHANGE, /* somebody else changed the file since it was read */
  LIAISON_STORE_ERROR_GONE,           /* the file was removed or moved since it was read */
  LIAISON_STORE_ERROR_NO_BACKUP, /* the previous version could not be kept, so nothing was replaced
                                  */
  LIAISON_STORE_ERROR_VERIFY_FAILED, /* what the disk gave back is not what was written */
  LIAISON_STORE_ERROR_NOT_DURABLE,   /* saved, but the disk did not confirm that it survives a power
                                        cut */
  LIAISON_STORE_ERROR_BUSY,          /* another running instance holds it */
  LIAISON_STORE_ERROR_DAMAGED,       /* not a file of the expected kind, or a broken one */
} LiaisonStoreError;

#define LIAISON_STORE_ERROR (liaison_store_error_quark ())
GQuark liaison_store_error_quark (void);

/* Sets @error to "PATH: cannot DOING: REASON" with the code that fits @errsv, an errno. Returns
 * FALSE, so that a caller may return it. @doing is an English verb phrase, such as "write". */
gboolean liaison_store_fail_errno (GError **error, int errsv, const char *path, const char *doing);

/* Sets @error to "PATH: MESSAGE". Returns FALSE. */
gboolean liaison_store_fail (GError **error,
                             LiaisonStoreError code,
                             const char *path,
                             const char *format,
                             ...) G_GNUC_PRINTF (4, 5);

G_END_DECLS
