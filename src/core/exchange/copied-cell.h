/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a cell of a spreadsheet means that was copied as the text it shows beside its value. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @value is that of the cell (days since 1899-12-30 for times), @shown what it looks like in
 * whatever language. A date comes as "2027-05-06" or "2027-05-06 15:00", a clock time or duration
 * as "26:00", a whole number without its grouping, each only if what is shown is that very one;
 * else NULL. The caller's. */
char *liaison_copied_cell_spell (double value, const char *shown);

G_END_DECLS
