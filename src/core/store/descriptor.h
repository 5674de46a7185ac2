/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole reads, writes and hashes of file descriptors, for the files of this folder. They leave
 * errno set and name no file: their callers know which it is. */
#pragma once

#include <gio/gio.h>

#include "store/digest.h"

G_BEGIN_DECLS

/* Bytes that are read or written in one go. */
#define LIAISON_DESCRIPTOR_CHUNK (256 * 1024)

/* An owned descriptor that is closed when it leaves its scope; -1 is none. */
typedef int LiaisonDescriptor;
/* Closes *@fd unless it is -1, and makes it -1. Keeps errno. */
void liaison_descriptor_clear (LiaisonDescriptor *fd);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonDescriptor, liaison_descriptor_clear)

/* Writes all @length bytes, however often the system takes fewer. FALSE with errno. */
gboolean liaison_descriptor_write (int fd, const void *bytes, gsize length);

/* Reads until @length bytes are there or the file ends; returns how many, -1 with errno. */
gssize liaison_descriptor_read (int fd, void *bytes, gsize length);

/* Reads @fd from its beginning and feeds @digest; *@size is the bytes seen. FALSE with errno,
 * ECANCELED when
 * @cancellable (or NULL) was triggered. Moves no file position. */
gboolean
liaison_descriptor_hash (int fd, LiaisonDigest *digest, guint64 *size, GCancellable *cancellable);

/* fsync, retried when interrupted. FALSE with errno. */
gboolean liaison_descriptor_sync (int fd);

G_END_DECLS
