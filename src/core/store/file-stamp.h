/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a file stood when it was last read or saved, so that somebody else's change to it is
 * known. */
#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

#define LIAISON_SHA256_LENGTH 64 /* hexadecimal digits */

typedef struct
{
  gboolean exists; /* FALSE: no file stood there, and the rest is zero */
  guint64 device;
  guint64 inode;
  guint64 size;                           /* bytes */
  gint64 mtime;                           /* nanoseconds since 1970-01-01T00:00Z */
  char sha256[LIAISON_SHA256_LENGTH + 1]; /* of the contents, lower case */
} LiaisonFileStamp;

/* Reads all of @path, following symbolic links, and fills @stamp. No file there is no error: @stamp
 * says so. Fails with NOT_REGULAR, NO_PERMISSION, IO ..., FOREIGN_CHANGE when it was written to
 * meanwhile, or G_IO_ERROR_CANCELLED. */
gboolean liaison_file_stamp_take (LiaisonFileStamp *stamp,
                                  const char *path,
                                  GCancellable *cancellable,
                                  GError **error);

/* Takes everything but the SHA-256 from @status. */
void liaison_file_stamp_set_status (LiaisonFileStamp *stamp, const struct stat *status);

/* Whether both stood for no file, or for the same bytes. Device, inode and time do not matter here:
 * a file that a synchronising tool replaced by an identical one has not changed. */
gboolean liaison_file_stamp_same_contents (const LiaisonFileStamp *a, const LiaisonFileStamp *b);

/* Whether @status is of the very file of @stamp, not written to since. Cheap, for file monitors; a
 * save compares contents too, because memory sticks and network drives keep times coarsely and some
 * tools put them back. */
gboolean liaison_file_stamp_same_status (const LiaisonFileStamp *stamp, const struct stat *status);

G_END_DECLS
