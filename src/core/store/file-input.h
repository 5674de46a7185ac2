/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that is hashed while it is read, so that one pass gives both its contents and its
 * stamp. */
#pragma once

#include <gio/gio.h>

#include "store/error.h"
#include "store/file-stamp.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FILE_INPUT (liaison_file_input_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonFileInput, liaison_file_input, LIAISON, FILE_INPUT, GInputStream)

/* Opens @path, following symbolic links; a pipe or device is refused without waiting on it. A file
 * of more than @limit bytes is refused (TOO_LARGE), and one that grows past it while it is read
 * fails there. NULL with a LIAISON_STORE_ERROR. */
GInputStream *liaison_file_input_new (const char *path, guint64 limit, GError **error);

/* The size in bytes when it was opened, for progress. */
guint64 liaison_file_input_get_size (LiaisonFileInput *self);

/* Reads what is left and fills @stamp. FOREIGN_CHANGE when the file was written to since it was
 * opened: what was read may then be half old, half new. */
gboolean liaison_file_input_finish (LiaisonFileInput *self,
                                    LiaisonFileStamp *stamp,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
