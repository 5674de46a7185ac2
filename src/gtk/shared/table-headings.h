/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which columns of pasted rows are which fields. */
#pragma once

#include "shared/table-private.h"

G_BEGIN_DECLS

/* The field of each cell of @row when it is a row of headings, in any language there is a catalogue
 * for, or by the names fields have in files; an entry is NULL where a heading is not known. NULL
 * when @row is no row of headings. Free the array only. */
GPtrArray *liaison_table_find_headings (LiaisonTableView *view, char **row);

/* Whether the text is the heading, in the screen's language, of a column that tells what was worked out: nothing can be written
 * there. */
gboolean liaison_table_is_told_heading (LiaisonTableView *view, const char *text);

G_END_DECLS
