/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filters by the values in the exercise's own columns: choices, yes or no, nations. */
#pragma once

#include "shared/table-view.h"

G_BEGIN_DECLS

/* A drop-down for each of the @columns (LiaisonOwnColumn) whose values can be listed, among the
 * filters of @view; those of columns that are no more go. */
void liaison_own_filter_update (LiaisonTableView *view, const GPtrArray *columns);

G_END_DECLS
