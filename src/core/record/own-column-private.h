/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How values of own columns are spelled in the file. */
#pragma once

#include "record/own-column.h"

G_BEGIN_DECLS

/* Reads a value that is not set yet, of the column's field; FALSE when @text is none. */
gboolean liaison_own_value_parse (const LiaisonOwnColumn *column, const char *text, gpointer at);
/* NULL when the value at @at cannot be kept. Transfer full. */
char *liaison_own_value_format (const LiaisonOwnColumn *column, gconstpointer at);

G_END_DECLS
