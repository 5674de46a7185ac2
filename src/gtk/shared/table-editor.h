/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editing in place: an entry over the cell that the keys go to. */
#pragma once

#include "shared/table-view.h"

G_BEGIN_DECLS

/* Opens the entry over the cell at the cursor in the focused row. @typed stands in it already;
 * NULL: what the cell says. FALSE when there is no such cell or the plan can only be read. */
gboolean liaison_table_editor_start (LiaisonTableView *view, const char *typed);

G_END_DECLS
