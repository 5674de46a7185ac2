/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions of a plan before the last saves. They stand beside it as `NAME.previous-1~` (the
 * newest) to `NAME.previous-9~`:
 * - beside it, because only there a hard link can keep the old file itself, which costs no space
 * and cannot fail halfway, and because it is where people look;
 * - with a final tilde, which file managers and choosers hide, but without a leading dot, so that
 * whoever hands a folder or a memory stick on can see that earlier versions go along;
 * - with a word of their own, so that numbered backups of other programs are not rotated away.
 * A name too long for the suffix is cut and gets some digits of its SHA-256 instead. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LIAISON_BACKUPS_DEFAULT 3
#define LIAISON_BACKUPS_MAX     9

/* Keeps the file @name of the folder open as @directory, itself open as @fd, as its newest previous
 * version, and lets the ones before age by one; what was number @count goes. By hard link, or by
 * copy where the file system has none. A file that is already its own newest previous version (a
 * save stopped there) stays so. @display names the plan in errors. FALSE with NO_BACKUP; the older
 * versions may then have aged, but none is lost except the last. */
gboolean liaison_backups_keep (
    int directory, const char *name, int fd, guint count, const char *display, GError **error);

/* Whether the newest previous version of @name is the very file open as @fd. */
gboolean liaison_backups_has (int directory, const char *name, int fd);

/* The paths of the previous versions of the plan at @path that exist, newest first,
 * NULL-terminated. A missing number does not end the list. */
char **liaison_backups_list (const char *path);

G_END_DECLS
