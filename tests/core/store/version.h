/* SPDX-License-Identifier: GPL-3.0-or-later */
/* File contents that tell whether they are complete: a number, filling, and the SHA-256 of both at
 * the end. */
#pragma once

#include <glib.h>

/* Version @number, at least @size bytes long. */
GBytes *version_new (guint number, gsize size);

/* The number of the version that @path holds; 0 when there is no file, -1 when it is torn or
 * something else. */
int version_read (const char *path);

/* Puts a version there plainly, as a test's starting point. */
void version_write (const char *path, guint number, gsize size);
