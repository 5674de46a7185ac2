/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fresh folder for a test, and what is asked of folders. */
#pragma once

#include <glib.h>

/* A new empty folder; remove it with folder_free. */
char *folder_new (void);

/* Removes the folder and everything in it. */
void folder_free (char *folder);

/* How many of its entries end with @suffix and begin with @prefix. */
guint folder_count (const char *folder, const char *prefix, const char *suffix);

/* The path of an entry that begins with @prefix; there must be one. Free with g_free. */
char *folder_find (const char *folder, const char *prefix);
