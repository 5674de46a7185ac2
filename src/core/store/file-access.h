/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may read a file: carried over from the version a save replaces. */
#pragma once

#include <glib.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* Gives the new file open as @to the owner, group, permission bits, access control list and user
 * attributes of the file open as @from, whose status is @status. What the system refuses is never
 * made up by giving more: where the group or the list cannot be kept, the group gets what everybody
 * gets. FALSE with errno only when the disk fails. */
gboolean liaison_file_access_copy (int from, const struct stat *status, int to);

G_END_DECLS
