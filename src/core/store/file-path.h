/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a name really leads. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Symbolic links followed before a name counts as a loop; the kernel's own bound. */
#define LIAISON_FILE_PATH_MAX_LINKS 40

/* Follows the symbolic links of @path to the file they stand for, which need not exist yet, and
 * returns its absolute path: a real folder, and a name that is no link. Fails with NOT_FOUND when
 * the folder is missing, LINK_LOOP, NOT_REGULAR when @path ends like a folder's, or what the system
 * reports. NULL on error, else free with g_free. */
char *liaison_file_path_resolve (const char *path, GError **error);

G_END_DECLS
