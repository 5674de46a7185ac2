/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures in: what comes from outside is checked, decoded within bounds and encoded anew, so that
 * nothing crosses but what is seen: no place, no camera, no thumbnail of what was cut away. */
#pragma once

#include "record/kinds/attachment.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The most that is looked at, and the longest side of what is kept, in bytes and pixels. */
#define LIAISON_PICTURE_MOST_BYTES  (32 * 1024 * 1024)
#define LIAISON_PICTURE_MOST_PIXELS (40 * 1000 * 1000)
#define LIAISON_PICTURE_MOST_SIDE   1600

/* Sets what @attachment, which nobody else knows yet, holds: a PNG or JPEG picture of the one in
 * @bytes, turned as it was taken. G_IO_ERROR_NOT_SUPPORTED: no PNG and no JPEG; INVALID_DATA: a
 * broken one; MESSAGE_TOO_LARGE. For any thread; the same bytes give the same picture. */
gboolean liaison_picture_read (LiaisonBlock *attachment, GBytes *bytes, GError **error);

/* The media type of what begins so, "image/png" or "image/jpeg"; NULL: neither. */
const char *liaison_picture_sniff (gconstpointer data, gsize n);

G_END_DECLS
