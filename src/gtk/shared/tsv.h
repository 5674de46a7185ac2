/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tab-separated values as spreadsheets put them on the clipboard: cells with tabs, line breaks or
 * quotes stand in quotes. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows (GPtrArray of GStrv), the last line break and rows without any text left out. @text is
 * UTF-8. Transfer full. */
GPtrArray *liaison_tsv_parse (const char *text);
/* Appends a cell, after a tab unless it is the @first of its row. */
void liaison_tsv_append (GString *text, const char *cell, gboolean first);

G_END_DECLS
