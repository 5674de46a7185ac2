/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One save of one file, such that at every instant, whatever fails, the old version or the new one
 * stands complete.
 *
 * The new version is written beside the old into a temporary of our own (never in place), brought
 * to the disk, read back and compared by SHA-256; the old version is kept (see store/backups.h);
 * then the new one takes its name in one step. A save that is freed before it is committed leaves
 * the file as it was.
 *
 *   g_autoptr (LiaisonSafeFile) save = liaison_safe_file_begin (path, &stamp, 3, cancellable,
 * error);
 *   ... write into liaison_safe_file_get_stream (save) ...
 *   liaison_safe_file_commit (save, &stamp, cancellable, error)
 *
 * Whose names are handled how: symbolic links are followed to the file; folders, pipes, devices,
 * files without a write bit or without permission are refused; of a file with several hard links
 * this name gets the new version and the other names keep the old (see get_other_names). The new
 * file has the owner, group, mode, access control list and user attributes of the old one; a new
 * file has mode 0600. */
#pragma once

#include <gio/gio.h>

#include "store/backups.h"
#include "store/error.h"
#include "store/file-stamp.h"

G_BEGIN_DECLS

typedef struct _LiaisonSafeFile LiaisonSafeFile;

/* Begins to save to @path. @expected is how the file stood when it was read or last saved; NULL:
 * replace whatever stands there. @backups is how many previous versions to keep, 0 to
 * LIAISON_BACKUPS_MAX. Fails early with what can be known early: FOREIGN_CHANGE, GONE, NOT_REGULAR,
 * READ_ONLY, NO_PERMISSION, UNWRITABLE_FOLDER, NOT_FOUND (the folder), LINK_LOOP, DISK_FULL. NULL
 * on error. */
LiaisonSafeFile *liaison_safe_file_begin (const char *path,
                                          const LiaisonFileStamp *expected,
                                          guint backups,
                                          GCancellable *cancellable,
                                          GError **error);
void liaison_safe_file_free (LiaisonSafeFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonSafeFile, liaison_safe_file_free)

/* Where to write the new version; lent. It collects 256 KiB at a time, so a plan never stands whole
 * in memory. A failed write need not be looked at: commit fails with it. */
GOutputStream *liaison_safe_file_get_stream (LiaisonSafeFile *self);

/* The path that is written, links followed; lent. */
const char *liaison_safe_file_get_path (LiaisonSafeFile *self);

/* How many other names (hard links) the old file has, its backups not counted; they keep the old
 * version. */
guint liaison_safe_file_get_other_names (LiaisonSafeFile *self);

/* The first half of a commit: everything is written, on the disk and verified, but under the
 * temporary name. Optional; it lets a journal note which version is about to come, as described in
 * @stamp, before it does. */
gboolean liaison_safe_file_prepare (LiaisonSafeFile *self,
                                    LiaisonFileStamp *stamp,
                                    GCancellable *cancellable,
                                    GError **error);

/* Puts the new version in place. TRUE: it stands there and survives a power cut, and @stamp
 * describes it. FALSE with NOT_DURABLE: it stands there and @stamp describes it, but the disk did
 * not confirm the new name. FALSE otherwise: the file is as it was. @cancellable is honoured up to
 * the moment the old version is replaced. Call it once. */
gboolean liaison_safe_file_commit (LiaisonSafeFile *self,
                                   LiaisonFileStamp *stamp,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
