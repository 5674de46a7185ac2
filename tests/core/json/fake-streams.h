/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Streams that give little at a time and fail where they are told. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TEST_TYPE_DRIP (test_drip_get_type ())
G_DECLARE_FINAL_TYPE (TestDrip, test_drip, TEST, DRIP, GInputStream)

/* Borrows @data. Gives at most @step bytes a read; after @fail_at bytes every read fails
 * (G_IO_ERROR_FAILED). */
GInputStream *test_drip_new (const char *data, gsize length, gsize step, gsize fail_at);

#define TEST_NEVER_FAILS G_MAXSIZE

#define TEST_TYPE_DISK (test_disk_get_type ())
G_DECLARE_FINAL_TYPE (TestDisk, test_disk, TEST, DISK, GOutputStream)

/* Takes @room bytes, a few at a time, then is full (G_IO_ERROR_NO_SPACE). */
GOutputStream *test_disk_new (gsize room);
/* From now on flushing fails (G_IO_ERROR_FAILED). */
void test_disk_break_flush (TestDisk *self);
gsize test_disk_get_written (TestDisk *self);

G_END_DECLS
