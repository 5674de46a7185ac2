/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stream a save writes into: collects 256 KiB, hashes while it writes, and remembers its first
 * failure. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_FILE_OUTPUT (liaison_file_output_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonFileOutput, liaison_file_output, LIAISON, FILE_OUTPUT, GOutputStream)

/* Borrows @fd, which must outlive the stream; closing the stream writes the rest but leaves @fd
 * open. @path is what errors name. */
GOutputStream *liaison_file_output_new (int fd, const char *path);

/* Writes what is still collected. *@size and *@sha256 (owned by the stream) describe all that was
 * written. Fails with the first failure of the stream even if the caller did not look at it then.
 * Nothing may be written after it. */
gboolean liaison_file_output_finish (LiaisonFileOutput *self,
                                     guint64 *size,
                                     const char **sha256,
                                     GCancellable *cancellable,
                                     GError **error);

G_END_DECLS
