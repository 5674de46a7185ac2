/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a zip file that may be hostile, read one at a time and never as more than was
 * bargained for. */
#pragma once

#include "exchange/error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Packed files larger than this are refused. */
#define LIAISON_ZIP_MAX_BYTES (64 * 1024 * 1024)
#define LIAISON_ZIP_MAX_PARTS 4096
/* Unpacked, of all that is read of one file: so many bytes in any case, and beyond that so many
 * times the packed size. Spreadsheets pack to a tenth or a thirtieth; bombs to a thousandth. */
#define LIAISON_ZIP_FREE_BYTES   (16 * 1024 * 1024)
#define LIAISON_ZIP_MAX_RATIO    120
#define LIAISON_ZIP_MAX_UNPACKED (G_GUINT64_CONSTANT (512) * 1024 * 1024)

typedef struct _LiaisonZip LiaisonZip;

/* Looks through the names of all parts; keeps a reference to @bytes. Refuses what is no zip file,
 * is broken, encrypted, or has too many parts or two of one name. */
LiaisonZip *liaison_zip_new (GBytes *bytes, GError **error);
void liaison_zip_free (LiaisonZip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonZip, liaison_zip_free)

/* Part names are compared whatever their case, as office programs do. */
gboolean liaison_zip_has (const LiaisonZip *self, const char *name);

/* Takes the next @length bytes of a part; FALSE with an error stops. @total is how long the part
 * says it is, 0 when it does not. */
typedef gboolean (*LiaisonZipFunc) (
    const char *bytes, gsize length, guint64 total, gpointer data, GError **error);
/* Unpacks one part through @func. FORMAT when there is none of that name. What all calls together
 * unpack counts against the limits. */
gboolean liaison_zip_read (LiaisonZip *self,
                           const char *name,
                           LiaisonZipFunc func,
                           gpointer data,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
