/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that stand only while a save runs: `.liaison-save-BOOT-PID-START-RANDOM~`, hidden, in the
 * folder of the plan. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* After this long, in microseconds, a temporary of another machine or an earlier boot counts as
 * left behind: a day. */
#define LIAISON_TEMPORARY_OLD (G_GINT64_CONSTANT (24) * 3600 * 1000000)

/* A name that no other save uses. */
char *liaison_temporary_new_name (void);

/* Creates a file of mode 0600 in the folder open as @directory and locks it (flock) for as long as
 * the descriptor lives. Returns the descriptor, open for reading and writing, and in *@name its
 * name in the folder; -1 with errno. */
int liaison_temporary_create (int directory, char **name);

/* Removes from @folder what crashed saves of this user left behind, and returns how many files that
 * were. A file goes only if it has such a name, is a regular file of this user that no process
 * holds locked, and its process is known to be gone; or, where that cannot be known because it is
 * of another machine or boot, when it was last written to LIAISON_TEMPORARY_OLD before @now
 * (microseconds since 1970, UTC). A folder that cannot be read holds none. */
guint liaison_temporary_sweep (const char *folder, gint64 now);

G_END_DECLS
